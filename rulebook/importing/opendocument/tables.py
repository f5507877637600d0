"""The tables of an OpenDocument file: the cells of each row, and whether a table only sets paragraphs in place."""

from __future__ import annotations

from collections.abc import Iterator

from rulebook.importing.file.pieces import is_label
from rulebook.importing.opendocument.numbering import whole
from rulebook.importing.opendocument.styles import TABLE, Element
from rulebook.importing.opendocument.words import PARAGRAPHS

MOST_ROWS, MOST_COLUMNS = 20, 100  # that a repeated row or cell may stand for; empty ones are repeated a million times
COLUMN = 36.0  # points from one column to the next where labels stand in several
MOST_CELLS = 50_000  # of a table, from where on repeated rows are read once
_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_CELLS = frozenset((f"{TABLE}table-cell", f"{TABLE}covered-table-cell"))


def table_rows(table: Element) -> list[list[Element | None]]:
    """The cells of a table, row by row; None for one that is covered by another, or repeats the one before."""
    rows: list[list[Element | None]] = []
    for row in _own_rows(table):
        cells: list[Element | None] = []
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            covered = cell.tag != f"{TABLE}table-cell"
            filled = next(cell.iter(*PARAGRAPHS), None) is not None
            repeated = min(whole(cell.get(f"{TABLE}number-columns-repeated")) or 1, MOST_COLUMNS)
            if len(cells) + repeated <= MOST_COLUMNS or filled:
                cells += [cell if filled and not covered else None] * max(repeated, 1)
        if cells:
            repeated = whole(row.get(f"{TABLE}number-rows-repeated")) or 1
            if all(cell is None for cell in cells) or len(rows) * len(cells) > MOST_CELLS:
                repeated = 1
            rows += [cells] * min(max(repeated, 1), MOST_ROWS)
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell is not None), default=0)
    return [row[:width] for row in rows] if width else []


def covered_cells(table: Element) -> Iterator[Element]:
    """The cells that lie under another one, which spans them: nobody sees their words."""
    for row in _own_rows(table):
        yield from row.iterchildren(f"{TABLE}covered-table-cell")


def _own_rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _own_rows(child)


def is_layout(table: Element, said: list[list[str]]) -> bool:
    """Whether a table has one column, holds another table, or has labels in all but its last column."""
    if max((len(row) for row in said), default=0) < 2:
        return True
    return any(inner is not table for inner in table.iter(f"{TABLE}table")) or label_cells(said)


def without_end(row: list[str]) -> list[str]:
    """A row's cells up to the last that has words; those after it are mostly parts of that one."""
    return row[: max((place + 1 for place, text in enumerate(row) if text), default=0)]


def label_cells(said: list[list[str]]) -> bool:
    """Whether all cells but the last of each row have a label or nothing, and the last one has words."""
    labels = 0
    for row in said:
        row = without_end(row)
        if not row:
            continue
        *left, last = row
        if any(text and not is_label(text) for text in left) or (any(left) and not last):
            return False
        if last and (is_label(last) or not any(letter.isalpha() for letter in last)):
            return False
        labels += any(left)
    return labels * 2 >= len(said) and labels > 0
