"""The body of a Word document from its first paragraph to its last: paragraphs, tables, title and contents page.

A paragraph whose mark a tracked change takes away goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulebook.importing.file.archives import Element
from rulebook.importing.file.own_styles import NOTE, STYLES, OwnStyle, Use
from rulebook.importing.file.paragraphs import STRUCK, Guess, LeftOut, Paragraph, squeezed
from rulebook.importing.word.depths import Numbered
from rulebook.importing.word.front import Front
from rulebook.importing.word.labels import next_stop, parted, tabbed
from rulebook.importing.word.line_breaks import without_breaks
from rulebook.importing.word.markup import W, points, value, whole_number
from rulebook.importing.word.paragraphs import (
    Paragraphs,
    Properties,
    hidden_mark,
    mark,
    numbering_changed,
    of_paragraph,
)
from rulebook.importing.word.tables import MOST_COLUMNS, Cell, table_paragraphs
from rulebook.importing.word.words import Gathering, Words

Read = list[tuple[Paragraph, Numbered | None]]

_STORIES = frozenset((f"{W}body", f"{W}tc"))  # where the last paragraph has no next one to go on in
_SILENT = frozenset(W + name for name in ("sectPr", "tcPr", "trPr", "tblPr", "tblGrid", "sdtPr", "customXmlPr"))


class Body:
    """Reads the blocks of a document in order; what belongs to no paragraph is gathered beside them."""

    def __init__(self, gathering: Gathering, paragraphs: Paragraphs, own: bool) -> None:
        self.gathering, self.paragraphs = gathering, paragraphs
        self.own = STYLES if own else {}
        self.front = Front(own)
        self.left_out: list[LeftOut] = []
        self.guesses: list[Guess] = []
        self._line = 0
        self._begun = False
        self._going_on: tuple[Properties, Words] | None = None
        self._owner = -1  # in a document of our own, how deep the provision is whose words are read

    def read(self, parent: Element, contents: bool = False, within: bool = False) -> Read:
        """The paragraphs in an element, with what their numbers belong to. `contents` is true in a contents page that
        Word made, `within` in the cell of a table."""
        found: Read = []
        for block in parent:
            tag = block.tag
            if tag == f"{W}p":
                self._read_paragraph(block, found, contents, within)
            elif tag == f"{W}tbl":
                self._end(found, contents, within)
                found += self._table(block)
                self._begun = True
            elif tag == f"{W}sdt":
                gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                listed = gallery is not None and "table of contents" in gallery.get(f"{W}val", "").lower()
                inside = block.find(f"{W}sdtContent")
                if inside is not None:
                    found += self.read(inside, contents or listed, within)
            elif tag == f"{W}altChunk":
                message = "the file has another one set into it, whose words were not read; save it again from Word"
                self.guesses.append(Guess("place", message, line=self._line))
            elif len(block) and tag not in _SILENT:
                found += self.read(block, contents, within)
        if parent.tag in _STORIES:
            self._end(found, contents, within)
        return found

    # ------------------------------------------------------------ paragraphs

    def _read_paragraph(self, element: Element, found: Read, contents: bool, within: bool) -> None:
        self._line += 1
        if not len(element) and self._going_on is None and not self.paragraphs.properties(None).number:
            return
        said = of_paragraph(element, self.gathering.tracked)
        self.gathering.changes += numbering_changed(element)
        properties = self.paragraphs.properties(said)
        words = self.gathering.words(element, properties.style)
        for what, pieces in words.aside.items():
            left = squeezed("".join(pieces))
            if left:
                self.left_out.append(LeftOut(what, left, _page(words), self._line))
        if words.unanswered:
            message = f"a number that Word makes by a field ({words.unanswered}) is not in the file: type it"
            self.guesses.append(Guess("label", message, _page(words), self._line))
        if self._going_on is not None:
            before, first = self._going_on
            self._going_on = None
            if first.any:
                first.add(words)
                properties, words = before, first
            else:
                words.notes[:0] = first.notes
                words.lines_of_notes[:0] = [0] * len(first.notes)
        current = element.find(f"{W}pPr")
        if self.gathering.struck(mark(current)) or hidden_mark(current):
            self._going_on = properties, words
        else:
            self._finish(properties, words, found, contents, within)

    def _end(self, found: Read, contents: bool, within: bool) -> None:
        """A paragraph that nothing is left to go on in."""
        if self._going_on is not None:
            properties, words = self._going_on
            self._going_on = None
            if words.any:
                self._finish(properties, words, found, contents, within)

    def _finish(self, properties: Properties, words: Words, found: Read, contents: bool, within: bool) -> None:
        own = self.own.get(properties.name)
        what = self.front.take(properties, words, contents, self._begun or within)
        if what:
            self.left_out.append(LeftOut(what, squeezed(words.text), _page(words), self._line))
            return
        if own is not None and own.use is Use.NOTE and found and words.text.startswith(NOTE):
            before, numbered = found[-1]
            note = squeezed(words.text.removeprefix(NOTE))
            found[-1] = replace(before, notes=(*before.notes, note)), numbered
            return
        struck = STRUCK in words.aside and not words.any  # its number is counted, and nothing is left that has it
        parts = [words] if self.own or properties.level else without_breaks(words)
        for number, part in enumerate(parts):
            looks = replace(properties, number="", first=0.0) if number else properties
            paragraph, numbered = self._paragraph(looks, part, own)
            if paragraph.level or own is not None:
                self._owner = -1 if paragraph.depth is None else paragraph.depth
            if paragraph.text or (paragraph.label and not struck) or paragraph.notes:
                found.append((paragraph, numbered))
                self._begun = True

    def _paragraph(
        self, properties: Properties, words: Words, own: OwnStyle | None
    ) -> tuple[Paragraph, Numbered | None]:
        text, label, numbered, depth = words.text, "", None, None
        indent, inner, settled = properties.start, properties.left, False
        if properties.number:
            label, numbered = self._number(properties, words)
            if not label:  # a level without a number, for words that go on under one: they stand where its words do
                indent = inner
        if self.own and properties.level and not label:
            settled = True
        elif own is not None and own.use is Use.PROVISION and not label and "\t" in text:
            label, _, text = text.partition("\t")
            settled, depth = True, own.depth
        elif own is not None and own.use is Use.WORDS and not label:
            settled, depth = True, own.depth
        elif label:
            settled = True
        else:
            indent = tabbed(text, indent, inner)
            typed = parted(text)
            if typed:
                label, text = typed
                settled = True
                inner = inner if inner > indent else next_stop(indent, inner)
        return (
            Paragraph(
                squeezed(text),
                squeezed(label),
                settled,
                depth=depth,
                indent=round(indent, 2),
                inner=round(inner, 2),
                level=properties.level or (1 if properties.name.lower() == "title" and words.text.strip() else 0),
                bold=words.bold,
                centred=properties.centred,
                size=words.size,
                notes=tuple(words.notes),
                page=_page(words),
                line=self._line,
            ),
            numbered,
        )

    def _number(self, properties: Properties, words: Words) -> tuple[str, Numbered | None]:
        numbering = self.paragraphs.numbering
        level = numbering.level(properties.number, properties.depth)
        if level is None or (words.aside and not words.any and "hidden text" in words.aside):
            return "", None
        label = numbering.next_label(properties.number, properties.depth)
        if numbering.doubtful:
            special, usual = numbering.doubtful
            message = f"a list that once began at {special} begins again here: it was read as beginning at {usual}"
            self.guesses.append(Guess("label", f"{message}; look what Word prints", _page(words), self._line))
            numbering.doubtful = None
        if not label or (level.bullet and not words.any):
            return "", None
        return label, Numbered(numbering.family(properties.number), properties.depth, level.bullet)

    # ------------------------------------------------------------ tables

    def _table(self, table: Element) -> Read:
        widths = [points(one.get(f"{W}w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")][:MOST_COLUMNS]
        starts = [sum(widths[:place]) for place in range(len(widths) + 1)]
        said = table.find(f"{W}tblPr/{W}tblInd")
        indent = points(said.get(f"{W}w")) if said is not None else None
        line, rows = self._line + 1, []
        for row in _inside(table, "tr"):
            if self.gathering.struck(row.find(f"{W}trPr")):
                self._strike(row)
                continue
            rows.append(self._row(row, starts))
        read = table_paragraphs(rows, max(indent or 0.0, 0.0), line, bool(self.own))
        return [(replace(one, depth=self._owner) if self.own else one, None) for one in read]

    def _row(self, row: Element, starts: list[float]) -> list[Cell]:
        properties = row.find(f"{W}trPr")
        column = _columns(value(properties, "gridBefore"), 0)
        cells = [Cell((), 0, column)] if column else []
        for cell in _inside(row, "tc"):
            said = cell.find(f"{W}tcPr")
            if self.gathering.struck(_cell_changes(said)):
                self._strike(cell)
                continue
            columns = _columns(value(said, "gridSpan"), 1)
            left = starts[min(column, len(starts) - 1)]
            cells.append(Cell(tuple(one for one, _ in self.read(cell, within=True)), left, columns))
            column += columns
        return cells

    def _strike(self, element: Element) -> None:
        """Leaves out a row or a cell that a tracked change takes away."""
        texts = [self.gathering.words(one, "") for one in element.iter(f"{W}p")]
        said = squeezed(
            " ".join(" ".join([one.text, *("".join(said) for said in one.aside.values())]) for one in texts)
        )
        if said:
            what = "tracked deletion" if self.gathering.tracked == "accept" else "tracked insertion"
            self.left_out.append(LeftOut(what, said, line=self._line))


def _columns(said: str | None, least: int) -> int:
    return max(least, min(whole_number(said, least), MOST_COLUMNS))


def _cell_changes(said: Element | None) -> Element | None:
    """The tracked changes to a cell, under the names that all others have."""
    if said is None or (said.find(f"{W}cellIns") is None and said.find(f"{W}cellDel") is None):
        return None
    changes = said.makeelement(f"{W}tcPr")
    for name in ("Ins", "Del"):
        if said.find(f"{W}cell{name}") is not None:
            changes.append(changes.makeelement(W + name.lower()))
    return changes


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those in a container of their own."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif len(child) and child.tag not in _SILENT:
            yield from _inside(child, name)


def _page(words: Words) -> str:
    return str(words.page) if words.page else ""
