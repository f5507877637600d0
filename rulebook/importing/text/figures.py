"""Tables that only their figures tell: cells parted by single spaces, or each on a line of its own.

The head of such a table has no figures and says how many columns there are; the rows under it have figures in the same
columns. It is a guess, and is reported as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.contents import has_leaders
from rulebook.importing.outline.headings import heading
from rulebook.importing.text.page.lines import Line

FIGURE = re.compile(r"[£$€]?\d[\d,.]*(?:%|[a-z]{1,2})?|[–—-]")
_MONEY = re.compile(r"[£$€]\d[\d,.]*|\d[\d,.]*%")
SHORT = 45  # signs of a cell that stands on a line of its own
WIDEST = 6  # columns of a table that only figures tell

Row = tuple[list[int], list[str]]
"""The places of the lines that a row takes, and its cells."""


def plain(line: Line) -> bool:
    """Whether a line may be of a table: it has no label, is no heading and no row yet."""
    return not (
        line.blank or "|" in line.text or has_leaders(line.text) or typed(line.text) or heading(Paragraph(line.text))
    )


def figures_at_the_end(text: str, columns: int) -> list[str] | None:
    """The cells of a row of which all but the first are figures."""
    words = text.split()
    last = words[1 - columns :]
    if len(words) < columns or not all(FIGURE.fullmatch(one) for one in last):
        return None
    return [" ".join(words[: 1 - columns]), *last]


def before_figures(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables whose head is a word for each column, and whose rows end in a figure for each column but the first."""
    place = 0
    while place < len(lines):
        head = lines[place].text.split()
        columns = len(head)
        place += 1
        if not 2 <= columns <= WIDEST or not plain(lines[place - 1]) or not all(one[:1].isupper() for one in head):
            continue
        rows: list[list[str]] = []
        while place + len(rows) < len(lines) and plain(lines[place + len(rows)]):
            cells = figures_at_the_end(lines[place + len(rows)].text, columns)
            if cells is None:
                break
            rows.append(cells)
        if len(rows) > 1 and (columns > 2 or all(_MONEY.fullmatch(row[1]) for row in rows)):
            yield [([place - 1 + down], cells) for down, cells in enumerate([head, *rows])]
            place += len(rows)


def cell_by_cell(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables of which each cell stands on a line of its own."""
    place = 0
    while place < len(lines):
        cells: list[int] = []
        for other in range(place, len(lines)):
            line = lines[other]
            if not line.blank:
                if not plain(line) or len(line.text) > SHORT or line.text.endswith((".", ":", ";", ",")):
                    break
                cells.append(other)
        words = [lines[one].text for one in cells]
        columns = _columns(words)
        if columns:
            starts = range(0, len(words), columns)
            yield [(cells[start : start + columns], words[start : start + columns]) for start in starts]
        place = (cells[-1] if cells else place) + 1


def _columns(cells: Sequence[str]) -> int:
    """How many columns cells make that stand one after the other; 0 where they make no table."""
    figures = [bool(FIGURE.fullmatch(cell)) for cell in cells]
    for columns in range(2, WIDEST + 1):
        rows = [figures[start : start + columns] for start in range(columns, len(figures), columns)]
        if len(cells) % columns or len(rows) < 2 or any(figures[:columns]):
            continue
        sums = [sum(row[column] for row in rows) for column in range(columns)]
        odd = sum(min(times, len(rows) - times) for times in sums)  # cells unlike the others of their column
        if not sums[0] and any(2 * times > len(rows) for times in sums) and odd <= (1 if len(rows) > 2 else 0):
            return columns
    return 0
