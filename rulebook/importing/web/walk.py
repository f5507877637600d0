"""The walk through a page, element by element: where paragraphs begin and end, and what each is given of its place.

A paragraph ends where a block begins or ends. The number of an item waits for the first words of the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from rulebook.importing.file.paragraphs import Entry, Form, pipe_table, squeezed
from rulebook.importing.file.pieces import BREAK, LABEL, NOTE, WORDS, Piece, bullet_or, collapsed, is_label
from rulebook.importing.web.notes import Notes
from rulebook.importing.web.numbers import BULLET, LISTS, Counters, opened_list, style_said
from rulebook.importing.web.paragraphs import Gathered, Waiting
from rulebook.importing.web.places import Place, is_ours, place_of
from rulebook.importing.web.site_parts import (
    FORMS,
    NOT_SHOWN,
    PICTURES,
    SILENT,
    Surroundings,
    entries,
    opens_part,
    words_of,
)
from rulebook.importing.web.source import said_by
from rulebook.importing.web.styles import Declarations, StyleSheet, is_hidden
from rulebook.importing.web.tables import COLUMN, cells, has_strays, labelled_rows, rows_of, sets_out, steps

_LABEL_CLASSES = frozenset(("label", "num", "enum", "number", "numbering"))
_GOOGLE = re.compile(r"\blst-kix_\w+-(\d)\b")
_STRUCK = frozenset(("s", "strike"))
_PERMALINK = frozenset("¶ # § 🔗 ⚓".split())


@dataclass(slots=True)
class Reading:
    """A page while it is read."""

    sheet: StyleSheet
    surroundings: Surroundings
    notes: Notes
    dropped: str  # "del", or "ins" where the words before the changes are wanted
    gathered: Gathered = field(default_factory=Gathered)
    contents: list[Entry] = field(default_factory=list)
    changes: int = 0
    _places: list[Place] = field(default_factory=list)
    _labels: set[etree._Element] = field(default_factory=set)  # cells and terms that are the labels of what follows
    _steps: dict[etree._Element, int] = field(default_factory=dict)  # cells that stand further in, by their column
    _counters: Counters = field(default_factory=Counters)
    _given: set[etree._Element] = field(default_factory=set)  # notes that a paragraph was given

    def walk(self, root: etree._Element) -> None:
        """Read an element and all in it, without recursion."""
        if not self._enter(root):
            return
        self._say(root.text)
        open: list[tuple[etree._Element, Iterator[etree._Element]]] = [(root, iter(root))]
        while open:
            element, children = open[-1]
            for child in children:
                if child.tag is etree.Entity:
                    self._say(said_by(child))
                elif isinstance(child.tag, str) and self._enter(child):
                    self._say(child.text)
                    open.append((child, iter(child)))
                    break
                self._say(child.tail)
            else:
                open.pop()
                self._leave(element)
                if open:
                    self._say(element.tail)

    def notes_never_called(self) -> list[str]:
        """The words of footnotes that no paragraph was given, because what calls them was left out."""
        calls = {block: link for link, block in self.notes.called.items()}
        return [self.notes.words(calls[block]) for block in self.notes.blocks if block not in self._given]

    @property
    def _place(self) -> Place:
        return self._places[-1] if self._places else Place()

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; false where there is nothing to look at in it."""
        tag = element.tag
        if tag in NOT_SHOWN:
            said_there = [element.text or "", *(f"{words_of(child)} {child.tail or ''}" for child in element)]
            self.gathered.leave_out(NOT_SHOWN[tag], squeezed(" ".join(said_there)), element)
        if tag in SILENT:
            return False
        said = self.sheet.of(element)
        if self._skipped(element, said):
            return False
        if tag == "br":
            self.gathered.pieces.append(Piece("", BREAK))
            return False
        if tag == "img":
            self.gathered.leave_out("picture", squeezed(element.get("alt") or ""), element)
            return False
        if tag == "a" and element in self.notes.called:
            self._call(element)
            return False
        if _sets_label_apart(element, said) and not any(piece.text.strip() for piece in self.gathered.pieces):
            label = squeezed(words_of(element))
            ours = self._place.ours
            if ours or "mso-list" in said or is_label(label):
                self.gathered.pieces.append(Piece(label if ours else bullet_or(label), LABEL))
                return False
        place = place_of(element, said, self._place)
        if place.block is element:
            self.gathered.end(self._place)
        if element in self._steps:
            place = replace(place, left=place.left + COLUMN * self._steps[element], said=True)
        if tag in LISTS:
            place = self._open_list(element, said, place)
        self._places.append(place)
        self._counters.enter(element.getparent(), said)
        if tag == "li":
            self._number(element, said, place)
        elif tag == "table":
            return self._open_table(element)
        elif tag == "dl":
            self._open_terms(element)
        if element in self._labels:
            self.gathered.wait(Waiting(bullet_or(words_of(element)), place, element))
            self._leave(element)
            return False
        self._before(element, place)
        return True

    def _leave(self, element: etree._Element) -> None:
        block = self._place.block
        if block is not None and block is element:
            self.gathered.end(self._place)
            if element.tag == "li" and self.gathered.waiting is not None and self.gathered.waiting.owner is element:
                self.gathered.print_waiting()
        self._counters.leave(element)
        self._places.pop()

    def _skipped(self, element: etree._Element, said: Declarations) -> bool:
        """Whether an element is no part of the rules; its words are then left out."""
        tag = element.tag
        if element in self.notes.blocks:
            return True
        if is_hidden(element, said):
            self.gathered.leave_out("hidden text", words_of(element), element)
            return True
        if tag in FORMS and not self._place.level and not (tag == "button" and opens_part(element)):
            self.gathered.leave_out("form", words_of(element), element)
            return True
        if tag in PICTURES:
            self.gathered.leave_out("picture", words_of(element), element)
            return True
        if tag in ("del", "ins") or tag in _STRUCK:
            change = "ins" if tag == "ins" else "del"
            self.changes += 1
            if change == self.dropped:
                self.gathered.leave_out(
                    "deleted words" if change == "del" else "inserted words", words_of(element), element
                )
                return True
        kind = self.surroundings.kind(element)
        if kind == "contents page":
            self.contents += entries(element)
        if kind:
            self.gathered.end(self._place)
            if kind == "contents page":
                self.gathered.take_back_title()
            self.gathered.leave_out(kind, words_of(element), element)
            return True
        if tag == "a" and self._place.level and words_of(element) in _PERMALINK:
            return True
        if tag == "p" and "subtitle" in (element.get("class") or "").split() and is_ours(element):
            self.gathered.leave_out("title page", words_of(element), element)
            return True
        return False

    def _say(self, text: str | None) -> None:
        if not text:
            return
        place = self._places[-1]
        self.gathered.pieces.append(Piece(text if place.pre else collapsed(text), WORDS, place.bold, place.size))

    def _call(self, link: etree._Element) -> None:
        block = self.notes.called[link]
        if block not in self._given:
            self._given.add(block)
            self.gathered.pieces.append(Piece(self.notes.words(link), NOTE))

    def _open_list(self, element: etree._Element, said: Declarations, place: Place) -> Place:
        google = _GOOGLE.search(element.get("class") or "")
        depth = -1 if place.depth is None else place.depth
        depth = max(depth + 1, int(google[1])) if google else depth + 1
        style = style_said(said)
        if self.gathered.waiting is not None:
            self.gathered.print_waiting()
        opened = opened_list(element, style, depth)
        return replace(place, depth=depth, list=opened)

    def _number(self, item: etree._Element, said: Declarations, place: Place) -> None:
        opened = place.list
        if opened is None:
            label = BULLET
            self._places[-1] = place = replace(place, depth=0)
        else:
            label = opened.label(item, style_said(said), self.sheet.counter_styles)
        if label:
            self.gathered.wait(Waiting(label, place, item))

    def _open_terms(self, element: etree._Element) -> None:
        """Terms that are all labels are those of the descriptions after them."""
        terms = [one for one in element if one.tag == "dt"]
        if terms and all(is_label(words_of(term)) for term in terms):
            self._labels |= set(terms)
            self._places[-1] = replace(self._place, depth=0 if self._place.depth is None else self._place.depth + 1)

    def _open_table(self, table: etree._Element) -> bool:
        rows = rows_of(table)
        if has_strays(table) or (not self._place.ours and sets_out(table, rows)):
            if labelled_rows(rows):
                self._labels |= {cell for row in rows for cell in row[:-1] if words_of(cell)}
                self._steps |= steps(rows)
            return True
        if self.gathered.waiting is not None:
            self.gathered.print_waiting()
        place = self._places[-1]
        for caption in table.findall("caption"):
            self.gathered.pieces.append(Piece(words_of(caption), WORDS))
            self.gathered.end(self._place)
        said: list[str] = []

        def text(cell: etree._Element) -> str:
            inside = Reading(self.sheet, self.surroundings, self.notes, self.dropped)
            inside.gathered.left_out, inside._given, inside._counters = (
                self.gathered.left_out,
                self._given,
                self._counters,
            )
            inside.walk(cell)
            self.changes += inside.changes
            said.extend(note for one in inside.gathered.paragraphs for note in one.notes)
            return " ".join(f"{one.label} {one.text}".strip() for one in inside.gathered.paragraphs)

        table_text = pipe_table(cells(rows, text))
        own = replace(place, line=table.sourceline or 0)
        if squeezed(table_text).strip("|- ") or own.ours:
            made = own.paragraph(table_text, "", settled=own.ours)
            self.gathered.paragraphs.append(replace(made, form=Form.TABLE, notes=tuple(said), bold=False, level=0))
        self._leave(table)
        return False

    def _before(self, element: etree._Element, place: Place) -> None:
        """What a style sheet prints before an element."""
        said = self.sheet.before(element)
        content = said.get("content", "")
        if not content or content in ("none", "normal"):
            return
        self._counters.enter(element, said)
        printed, counted = self._counters.words(content)
        if counted and place.block is element and printed.strip():
            self.gathered.wait(Waiting(squeezed(printed), place, element))
        elif element.tag == "li" and printed.strip() and not any(letter.isalnum() for letter in printed):
            self.gathered.wait(Waiting(BULLET, place, element))
        elif any(letter.isalnum() for letter in printed):
            self.gathered.pieces.append(Piece(collapsed(printed), WORDS, place.bold, place.size))


def _sets_label_apart(element: etree._Element, said: Declarations) -> bool:
    if element.tag not in ("span", "b", "strong", "font", "i", "em", "div"):
        return False
    if "ignore" in said.get("mso-list", "").lower():
        return True
    return bool(_LABEL_CLASSES & set((element.get("class") or "").lower().split()))
