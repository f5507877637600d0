"""Marked paragraphs as those of a Word document, each change a tracked one, with who made it and when.

Accepting all of them leaves the new book, rejecting all the old one: the mark of a paragraph goes with its words, and
a table's row with its cells. Labels are typed, with a tab after them, so that no program renumbers them. pandoc writes
neither the marks of paragraphs, nor rows, nor moves; so this writes them itself, words always as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from lxml import etree

from amendments.comparing.redlines.marked_paragraphs import CAME, LEFT, NEW, OLD, Book, Paragraph, Pieces, Row
from amendments.setting_out.pandoc_document import DEEPEST
from rulebook.wording import DELETED, INSERTED, SAME, Piece

Element = Any  # of lxml, which has no types

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
_CHANGES = {INSERTED: "ins", DELETED: "del", LEFT: "moveFrom", CAME: "moveTo"}
_RANGES = {LEFT: "moveFromRange", CAME: "moveToRange"}
_STYLES = {"title": "Title", "subtitle": "Subtitle", "note": "Note"}
_HEADINGS = 3  # that the reference document has styles for
_APART = 5  # minutes: LibreOffice joins neighbouring changes that are at most one apart
_BLANKS = str.maketrans("\t\n", "  ")  # the only tab is the one after a label
_PAGE, _STEP = 9026, 567  # twentieths of a point: between the margins of the reference document; a step of its styles


@dataclass(frozen=True, slots=True)
class By:
    """Who made the changes, and on which day: "2027-05-13"."""

    author: str
    date: str


class TrackedChanges:
    """Makes the paragraphs of one document. `first` is a number above all that its changes and bookmarks have."""

    def __init__(self, by: By, first: int) -> None:
        self._by = by
        self._minute = 0
        self._numbers = count(first)

    def blocks(self, paragraphs: Iterable[Paragraph]) -> Iterator[Element]:
        """The paragraphs and the tables; between two tables an empty paragraph, or Word makes them one."""
        moving: tuple[str, int] = ("", 0)
        opened = ""
        before: Paragraph | None = None
        last: dict[Book, Paragraph] = {}  # of either book
        for one in paragraphs:
            now = (one.mark, one.move)
            if before is not None and _touch(before, one):
                self._minute = _APART - self._minute
            if opened and now != moving:
                yield self._end(moving[0], opened)
                opened = ""
            block = self._table(one) if one.rows else self._paragraph(one)
            if one.move and not opened:
                opened = str(next(self._numbers))
                yield self._element(f"{_RANGES[one.mark]}Start", opened, {f"{W}name": f"move{one.move}"})
            if one.rows:
                yield from self._gap(one.mark, last, before)
            yield block
            last.update((book, one) for book in (OLD, NEW) if one.mark in book)
            moving, before = now, one
        if opened:
            yield self._end(moving[0], opened)

    def _gap(self, mark: str, last: Mapping[Book, Paragraph], before: Paragraph | None) -> Iterator[Element]:
        """An empty paragraph before a table, in each of the books in which it follows another table.

        One that is in neither book, since only marked tables meet there, is both inserted and deleted.
        """
        new, old = (mark in book and book in last and bool(last[book].rows) for book in (NEW, OLD))
        if not (new or old or (before is not None and before.rows)):
            return
        gap = etree.Element(f"{W}p")
        if not (new and old):
            properties = etree.SubElement(etree.SubElement(gap, f"{W}pPr"), f"{W}rPr")
            for change, stays in ((INSERTED, old), (DELETED, new)):
                if not stays:
                    properties.append(self._element(_CHANGES[change]))
        yield gap

    def _end(self, mark: str, number: str) -> Element:
        return etree.Element(f"{W}{_RANGES[mark]}End", {f"{W}id": number})

    def _element(self, name: str, number: str = "", further: dict[str, str] | None = None) -> Element:
        """An element that says who made a change."""
        said = {f"{W}id": number or str(next(self._numbers)), f"{W}author": self._by.author}
        said[f"{W}date"] = f"{self._by.date}T12:{self._minute:02}:00Z"
        return etree.Element(W + name, {**said, **(further or {})})

    def _paragraph(self, one: Paragraph) -> Element:
        paragraph, bold = self._begun(_style(one), one.mark), one.kind == "subheading"
        self._say(paragraph, one.label)
        if one.label and one.kind == "heading":
            self._say(paragraph, (Piece(one.mark, " "),))
        elif one.label:
            tab = etree.Element(f"{W}r")
            etree.SubElement(tab, f"{W}tab")
            self._add(paragraph, tab, one.mark)
        self._say(paragraph, one.pieces, bold)
        return paragraph

    def _begun(self, style: str, mark: str) -> Element:
        """A paragraph without words; what happens to its end is said of its mark."""
        paragraph = etree.Element(f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style})
        if mark != SAME:
            etree.SubElement(properties, f"{W}rPr").append(self._element(_CHANGES[mark]))
        return paragraph

    def _say(self, paragraph: Element, pieces: Pieces, bold: bool = False) -> None:
        for piece in pieces:
            run = etree.Element(f"{W}r")
            if bold:
                etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}b")
            text = etree.SubElement(run, f"{W}delText" if piece.kind == DELETED else f"{W}t")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            text.text = piece.text.translate(_BLANKS)
            self._add(paragraph, run, piece.kind)

    def _add(self, paragraph: Element, run: Element, kind: str) -> None:
        """Adds a run to a paragraph, within what says that it changes."""
        if kind == SAME:
            paragraph.append(run)
        else:
            change = self._element(_CHANGES[kind])
            change.append(run)
            paragraph.append(change)

    def _table(self, one: Paragraph) -> Element:
        table = etree.Element(f"{W}tbl")
        properties = etree.SubElement(table, f"{W}tblPr")
        etree.SubElement(properties, f"{W}tblStyle", {f"{W}val": "Table"})
        indent = _STEP * min(one.depth, DEEPEST)
        width = _PAGE - indent
        etree.SubElement(properties, f"{W}tblW", {f"{W}type": "dxa", f"{W}w": str(width)})
        etree.SubElement(properties, f"{W}tblInd", {f"{W}type": "dxa", f"{W}w": str(indent)})
        etree.SubElement(properties, f"{W}tblLayout", {f"{W}type": "fixed"})
        etree.SubElement(properties, f"{W}tblLook", {f"{W}val": "0020", f"{W}firstRow": "1"})
        grid = etree.SubElement(table, f"{W}tblGrid")
        columns = max(len(row.cells) for row in one.rows)
        for _ in range(columns):
            etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(width // max(columns, 1))})
        seen: set[str] = set()
        for row in one.rows:
            table.append(self._row(row, head=not seen >= {INSERTED, DELETED}))
            seen |= {INSERTED, DELETED} if row.mark == SAME else {row.mark}
        return table

    def _row(self, row: Row, head: bool) -> Element:
        """A row; `head` is whether it is the first one of either book."""
        element = etree.Element(f"{W}tr")
        properties = etree.SubElement(element, f"{W}trPr")
        etree.SubElement(properties, f"{W}cantSplit")
        if head:
            etree.SubElement(properties, f"{W}tblHeader")
        if row.mark != SAME:
            properties.append(self._element(_CHANGES[row.mark]))
        for cell in row.cells:
            within = etree.SubElement(element, f"{W}tc")
            etree.SubElement(within, f"{W}tcPr")
            words = self._begun("Compact", row.mark)
            self._say(words, cell)
            within.append(words)
        return element


def _style(one: Paragraph) -> str:
    """The style of the reference document for a paragraph."""
    if one.kind == "heading":
        return f"Heading{min(one.level, _HEADINGS)}"
    if one.kind in _STYLES:
        return _STYLES[one.kind]
    depth = min(one.depth, DEEPEST)
    if one.label:
        return f"Provision{max(depth, 1)}"
    return f"ProvisionText{depth}" if depth else "BodyText"


def _touch(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph that stays ends in an insertion and the next one begins with one.

    LibreOffice takes the two for one, and the end of the paragraph between them for a part of it, where they were made
    within a minute: rejecting them would join what is left of both paragraphs.
    """
    if before.mark != SAME or before.rows or after.rows:
        return False
    last = [*before.label, *before.pieces][-1:]
    first = [*after.label, *after.pieces][:1]
    return [piece.kind for piece in (*last, *first)] == [INSERTED, INSERTED]
