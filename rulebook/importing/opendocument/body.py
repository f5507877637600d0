"""The walk through the body of an OpenDocument file: lists with their numbers, headings, tables and contents.

A number stands before the first paragraph of an item; further paragraphs of it belong to the same item.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rulebook.importing.file.paragraphs import STRUCK, Form, Paragraph, pipe_table
from rulebook.importing.file.pieces import bullet_or, lines, words
from rulebook.importing.opendocument.found import Found
from rulebook.importing.opendocument.numbering import BULLET, TEXT, Count, Level, whole
from rulebook.importing.opendocument.styles import TABLE, Element, Look, Styles, indents
from rulebook.importing.opendocument.tables import (
    COLUMN,
    covered_cells,
    is_layout,
    label_cells,
    table_rows,
    without_end,
)
from rulebook.importing.opendocument.words import PARAGRAPHS, Gathering, outermost

_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in "alphabetical-index illustration-index table-index object-index user-index bibliography".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """The list that a paragraph stands in: its level from 1, its style and its count.

    `start` is the number that the item itself says it has; `numbered` is whether it has one at all.
    """

    level: int
    style: str
    count: Count
    start: int | None = None
    numbered: bool = True


@dataclass(slots=True)
class Reading:
    """A body while it is read."""

    styles: Styles
    found: Found
    gathering: Gathering
    _waiting: str = ""  # the label of a table's left cell
    _inwards: float = 0.0  # how far in its words stand

    def blocks(self, element: Element, item: Item | None = None) -> None:
        """Read what is in an element, one after the other."""
        for child in element:
            tag = child.tag
            if tag in PARAGRAPHS:
                item = self._paragraph(child, item)
            elif tag == f"{TEXT}list":
                self._list(child, item)
            elif tag == f"{TABLE}table":
                self._table(child)
            elif tag == f"{TEXT}table-of-content":
                self._contents(child)
            elif tag in _INDEXES:
                self.found.leave_out("index", self.gathering.words(child))
            elif tag == f"{TEXT}section":
                if child.get(f"{TEXT}display") == "none":
                    self._hidden(child, item)
                else:
                    self.blocks(child, item)
            elif tag == f"{TEXT}numbered-paragraph":
                self._numbered_paragraph(child)
            elif tag == f"{TEXT}tracked-changes":
                continue
            elif isinstance(tag, str) and next(child.iter(*PARAGRAPHS), None) is not None:
                self.gathering.drawn(child)
                self._aside()

    def _hidden(self, section: Element, item: Item | None) -> None:
        """Leave out a section that is not shown; its lists are counted all the same, as LibreOffice does."""
        before, self.found.paragraphs = self.found.paragraphs, []
        self.blocks(section, item)
        said = " ".join(" ".join((one.label, one.text, *one.notes)) for one in self.found.paragraphs)
        self.found.paragraphs = before
        self.found.leave_out("hidden text", said)

    def _list(self, element: Element, outer: Item | None) -> None:
        own = element.get(f"{TEXT}style-name")
        if outer is None:
            style = own or self._style_of_paragraphs(element)
            level, count = 1, self.styles.numbering.opened(element, style)
        else:
            style, level, count = own or outer.style, outer.level + 1, outer.count
            again = any(before.tag == element.tag for before in element.itersiblings(preceding=True))
            if again and element.get(f"{TEXT}continue-numbering") != "true":  # as LibreOffice does, within one item
                count.passed(outer.level)
        for child in element:
            if child.tag == f"{TEXT}list-item":
                named = child.get(f"{TEXT}style-override") or style
                start = whole(child.get(f"{TEXT}start-value"))
                self.blocks(child, Item(level, named, count, start))
            elif child.tag == f"{TEXT}list-header":
                self.blocks(child, Item(level, style, count, numbered=False))

    def _style_of_paragraphs(self, element: Element) -> str:
        """The list style of a list that names none: that of its first paragraph's style."""
        first = next(element.iter(*PARAGRAPHS), None)
        return self.styles.look(first.get(f"{TEXT}style-name")).list_style or "" if first is not None else ""

    def _numbered_paragraph(self, element: Element) -> None:
        level = whole(element.get(f"{TEXT}level")) or 1
        style = element.get(f"{TEXT}style-name") or self._style_of_paragraphs(element)
        count = self.styles.numbering.named(element.get(f"{TEXT}list-id", ""))
        self.blocks(element, Item(level, style, count, whole(element.get(f"{TEXT}start-value"))))

    def _paragraph(self, element: Element, item: Item | None) -> Item | None:
        """Read a paragraph. What is given back is the place in the list of those after it, which have no number."""
        self.found.line += 1
        look = self.styles.look(element.get(f"{TEXT}style-name"))
        level = self._heading_level(element, look)
        pieces = self.gathering.pieces(element, look)
        struck = any(what == STRUCK for what, _ in self.gathering.aside) and not any(one.text.strip() for one in pieces)
        self._aside()
        if self.found.set_out(pieces, look):
            return item
        label, place, depth = self._number(element, look, item, level)
        beside = bool(self._waiting) and any(piece.text.strip() for piece in pieces)
        if beside:
            label, self._waiting = f"{self._waiting} {label}".strip(), ""
        if level:
            self.found.owner = -1
        indent, inner = indents(look, place, bool(label))
        indent, inner = indent + self._inwards - (COLUMN if beside and self._inwards else 0.0), inner + self._inwards
        made = Paragraph(
            "", depth=depth, indent=indent, inner=inner, level=level, centred=look.centred, line=self.found.line
        )
        if struck:  # its number is counted, and nothing is left that has it
            return replace(item, numbered=False, start=None) if item is not None else None
        parts = [pieces] if level else lines(pieces)
        if label and not parts:
            self.found.paragraphs.append(replace(made, label=label, settled=True))
        for number, part in enumerate(parts):
            said = words(part, apart=not label or number > 0)
            first = label if number == 0 else ""
            full = f"{first} {said.label}".strip() if first != "•" or not said.label else said.label
            sure = bool(full) or bool(level and self.found.own)
            ready = replace(made, text=said.text, label=full, settled=sure, bold=said.bold, size=said.size)
            self.found.add(ready, said.notes)
        return replace(item, numbered=False, start=None) if item is not None else None

    def _heading_level(self, element: Element, look: Look) -> int:
        """The level of a heading, 0 for other paragraphs. That of the style goes before the paragraph's own."""
        own = whole(element.get(f"{TEXT}outline-level")) or 1 if element.tag == f"{TEXT}h" else 0
        return look.outline_level or own

    def _number(
        self, element: Element, look: Look, item: Item | None, level: int
    ) -> tuple[str, Level | None, int | None]:
        """The label of a paragraph, the level of the list that it stands in, and how deep that is."""
        numbering = self.styles.numbering
        if item is not None:
            style = numbering.styles.get(item.style)
            if style is None:  # a list that names no style has bullets
                return BULLET if item.numbered else "", None, item.level - 1
            label = item.count.label(style, item.level, item.start) if item.numbered else ""
            return label, style.get(item.level), item.level - 1
        if not level or look.own_list or element.get(f"{TEXT}is-list-header") == "true":
            return "", None, None
        own = numbering.outline.get(level)
        if own is None or (not own.format and not own.prefix and not own.suffix and not own.template):
            return "", None, None
        start = whole(element.get(f"{TEXT}start-value"))
        if start is None and element.get(f"{TEXT}restart-numbering") == "true":
            start = own.start
        return numbering.headings.label(numbering.outline, level, start), own, None

    def _contents(self, element: Element) -> None:
        for block in outermost(element):
            self.found.line += 1
            titled = any(above.tag == f"{TEXT}index-title" for above in block.iterancestors())
            look = self.styles.look(block.get(f"{TEXT}style-name"))
            self.found.entry(self.gathering.pieces(block, look), title=titled)
            self._aside()

    def _table(self, element: Element) -> None:
        rows = table_rows(element)
        for cell in covered_cells(element):
            self.found.leave_out("cell under another", self.gathering.words(cell))
        whole_cells = {cell: self.gathering.words(cell) for row in rows for cell in row if cell is not None}
        said = [[whole_cells.get(cell, "") for cell in row] for row in rows]
        self._aside(silently=True)
        if not self.found.own and is_layout(element, said):
            labels = label_cells(said)
            ends = [len(without_end(texts)) - 1 for texts in said]
            for row, texts, end in zip(rows, said, ends, strict=True):
                self._inwards = (
                    COLUMN * max(end, 0) if labels else 0.0
                )  # lists in lists may stand each a column further in
                for number, cell in enumerate(row):
                    if labels and number < end:
                        self.gathering.words(cell) if cell is not None else ""
                        self._aside()
                        self._waiting = f"{self._waiting} {bullet_or(texts[number])}".strip()
                    elif cell is not None:
                        self.blocks(cell)
            self._inwards = 0.0
            return
        line = self.found.line + 1
        before, self.found.paragraphs = self.found.paragraphs, []
        notes: list[str] = []
        read: dict[Element, str] = {}  # a cell that is repeated is read once
        for cell in (cell for row in rows for cell in row if cell is not None):
            if cell not in read:
                self.blocks(cell)
                read[cell] = " ".join(f"{one.label} {one.text}".strip() for one in self.found.paragraphs)
                notes += (note for one in self.found.paragraphs for note in one.notes)
                self.found.paragraphs = []
        self.found.paragraphs = before
        if any(read.values()) or self.found.own:
            text = pipe_table([[read.get(cell, "") for cell in row] for row in rows])
            own = self.found.own
            depth = self.found.owner if own else None
            table = Paragraph(text, settled=own, form=Form.TABLE, depth=depth, notes=tuple(notes), line=line)
            self.found.paragraphs.append(table)

    def _aside(self, *, silently: bool = False) -> None:
        """Leave out what the last paragraphs had that were none of their words."""
        for what, text in [] if silently else self.gathering.aside:
            self.found.leave_out(what, text)
        self.gathering.aside.clear()
