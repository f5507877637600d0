"""The tables of a page: which hold figures and words side by side, and which only set paragraphs in place.

A table of one column sets out a page, and so does one whose left cells are all labels, or that holds headings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from rulebook.importing.file.pieces import is_label
from rulebook.importing.web.site_parts import words_of

COLUMN = 36.0  # points from one column to the next where labels stand in several
MOST_COLUMNS, MOST_ROWS = 100, 1000  # that one cell may span; browsers stop at 1000 and 65534
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = frozenset(("p", "ol", "ul", "div"))
_GROUPS = frozenset(("thead", "tbody", "tfoot", "form"))
_PARTS = _GROUPS | {"tr", "td", "th", "caption", "col", "colgroup", "script", "style"}
_LONG = 1000  # characters of a cell that is a column of the page


def rows_of(table: etree._Element) -> list[list[etree._Element]]:
    """The cells of a table's own rows."""
    rows = []
    for row in _own(table, "tr"):
        rows.append([cell for cell in row if cell.tag in ("td", "th")])
    return [row for row in rows if row]


def _own(table: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == tag:
            yield child
        elif child.tag in _GROUPS:
            yield from (one for one in child if one.tag == tag)


def sets_out(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    """Whether a table only sets paragraphs in their places."""
    if (table.get("role") or "").lower() in ("presentation", "none") or table.find(".//table") is not None:
        return True
    if labelled_rows(rows):
        return True
    if max((len(row) for row in rows), default=0) < 2 and table.find(".//th") is None:
        return True
    if table.find(".//th") is not None or table.find("caption") is not None:
        return False
    for row in rows:
        for cell in row:
            blocks = sum(one.tag in _BLOCKS for one in cell)
            headed = any(one.tag in _HEADINGS for one in cell.iter(etree.Element))
            if headed or (blocks > 2 and len(words_of(cell)) > _LONG):
                return True
    return False


def has_strays(table: etree._Element) -> bool:
    """Whether words stand in a table outside its cells, as in a page that was cut off."""
    if any(one.tag in ("td", "th") for part in (table, *(one for one in table if one.tag in _GROUPS)) for one in part):
        return True  # a cell that is in no row
    outside = [table, *(one for one in table if one.tag in _GROUPS), *_own(table, "tr")]
    for one in outside:
        texts = [one.text, *(child.tail for child in one)]
        if any(text and text.strip() for text in texts):
            return True
        if any(child.tag not in _PARTS and (child.tag is etree.Entity or words_of(child)) for child in one):
            return True
    return False


def labelled_rows(rows: list[list[etree._Element]]) -> bool:
    """Whether the last cell of every row has words, and those before it have a label or nothing."""
    labels = 0
    for row in rows:
        for cell in row[:-1]:
            said = words_of(cell)
            if said and not is_label(said):
                return False
            labels += bool(said)
        if len(row) > 1 and any(words_of(cell) for cell in row[:-1]) and not words_of(row[-1]):
            return False
    lasts = [words_of(row[-1]) for row in rows if len(row) > 1]
    wordy = all(not is_label(last) and any(letter.isalpha() for letter in last) for last in lasts)
    return wordy and labels * 2 >= len(rows)


def steps(rows: list[list[etree._Element]]) -> dict[etree._Element, int]:
    """The column of each cell: the labels of lists in lists may stand each a column further in than the last."""
    return {cell: place for row in rows for place, cell in enumerate(row)}


def cells(rows: list[list[etree._Element]], text: Callable[[etree._Element], str]) -> list[list[str]]:
    """The words of each cell, with empty cells where one spans several columns or rows."""
    found: list[list[str]] = []
    spanned: dict[int, int] = {}  # columns that a cell above still fills, and for how many rows
    for row in rows:
        line: list[str] = []

        def fill(line: list[str] = line) -> None:
            while spanned.get(len(line), 0):
                spanned[len(line)] -= 1
                line.append("")

        for cell in row:
            fill()
            columns, deep = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
            for number in range(columns):
                if deep > 1:
                    spanned[len(line)] = deep - 1
                line.append("" if number else text(cell))
        fill()
        found.append(line)
    return found


def _span(cell: etree._Element, name: str, most: int) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written), 1), most) if written.isdecimal() and len(written) < 9 else 1
