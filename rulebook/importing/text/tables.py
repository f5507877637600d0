"""Tables in text: rows whose cells are parted by gaps or tabs, by single spaces before figures, or a cell on each line.

Gaps that stand under one another are plain enough. The other two are guesses: the head of the table has no figures and
says how many columns there are, and the rows under it have figures in the same columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rulebook.importing.contents import has_leaders
from rulebook.importing.headings import heading
from rulebook.importing.labels import typed
from rulebook.importing.paragraphs import Guess, Paragraph
from rulebook.importing.text.pages import Line

_FIGURE = re.compile(r"[£$€]?\d[\d,.]*(?:%|[a-z]{1,2})?|[–—-]")
_MONEY = re.compile(r"[£$€]\d[\d,.]*|\d[\d,.]*%")
_RULE = re.compile(r"[-=+_ ]{3,}")
NEAR = 2  # signs that a cell may stand aside of those over and under it
SHORT = 45  # signs of a cell that stands on a line of its own
WIDEST = 6  # columns of a table that only figures tell


def with_tables(lines: Sequence[Line]) -> tuple[list[Line], list[Guess]]:
    """The lines, the rows of each table as lines of a pipe table, and the guesses that it took."""
    found = list(lines)
    guesses: list[Guess] = []
    for rows in _parted_by_gaps(found):
        for place, cells in rows:
            found[place] = _row(found[place], cells)
    for places, table in (*_before_figures(found), *_cell_by_cell(found)):
        first, gone = found[places[0]], places[len(table) :]
        for place, cells in zip(places, table, strict=False):
            found[place] = _row(found[place], cells)
        for place in gone:
            found[place] = replace(found[place], text="", blank=True)
        said = " | ".join(table[0])
        guesses.append(Guess("table", f"a table was read under the head “{said}”", first.page, first.number))
    return found, guesses


def _row(line: Line, cells: Sequence[str]) -> Line:
    return replace(line, text="| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")


def _plain(line: Line) -> bool:
    """Whether a line may be of a table: it has no label, is no heading and not yet a row."""
    return not (
        line.blank
        or line.text.startswith("|")
        or has_leaders(line.text)
        or typed(line.text)
        or heading(Paragraph(line.text))
    )


# ---------------------------------------------------------------- cells parted by gaps


def _parted_by_gaps(lines: Sequence[Line]) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """The rows of each table whose cells gaps part, by the places of their lines."""
    place = 0
    while place < len(lines):
        run = _run(lines, place)
        place += 1
        if len(run) > 1 and _is_table([lines[one] for one in run]):
            columns = len(lines[run[0]].cells)
            rows = [(one, tuple(words for _, words in lines[one].cells)) for one in run]
            rows += _squeezed(lines, run[-1] + 1, columns)
            yield rows
            place = rows[-1][0] + 1


def _run(lines: Sequence[Line], start: int) -> list[int]:
    """The lines from here on that have as many cells, blank ones and rules between them passed over."""
    found: list[int] = []
    for place in range(start, len(lines)):
        line = lines[place]
        if line.blank or (found and _RULE.fullmatch(line.text)):
            if not found:
                break
            continue
        if len(line.cells) < 2 or not _plain(line) or (found and len(line.cells) != len(lines[start].cells)):
            break
        if found and (line.above == "break" or place - found[-1] > 2):
            break
        found.append(place)
    return found


def _is_table(rows: Sequence[Line]) -> bool:
    columns = len(rows[0].cells)
    cells = [[row.cells[column] for row in rows] for column in range(columns)]
    if any(len(words.split()) > 12 for column in cells for _, words in column):
        return False
    aligned = all(_aligned(column) for column in cells)
    figures = any(all(_FIGURE.fullmatch(words) for _, words in column[1:]) for column in cells[1:])
    if not aligned:
        return columns > 2 and len(rows) > 2
    return columns > 2 or len(rows) > 2 or figures


def _aligned(column: Sequence[tuple[int, str]]) -> bool:
    """Whether the cells of a column begin or end, or have their middle, under one another."""
    places = (
        [start for start, _ in column],
        [start + len(words) for start, words in column],
        [start + len(words) / 2 for start, words in column],
    )
    return any(max(one) - min(one) <= NEAR for one in places)


def _squeezed(lines: Sequence[Line], start: int, columns: int) -> list[tuple[int, tuple[str, ...]]]:
    """Further rows of a table, where a long cell has left no gap before the figures."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for place in range(start, len(lines)):
        cells = _figures_at_the_end(lines[place].text, columns) if _plain(lines[place]) else None
        if cells is None:
            break
        found.append((place, cells))
    return found


def _figures_at_the_end(text: str, columns: int) -> tuple[str, ...] | None:
    """The cells of a row of which all but the first are figures."""
    words = text.split()
    last = words[1 - columns :]
    if len(words) < columns or not all(_FIGURE.fullmatch(one) for one in last):
        return None
    return (" ".join(words[: 1 - columns]), *last)


# ---------------------------------------------------------------- single spaces, and a cell on each line

Found = tuple[list[int], list[tuple[str, ...]]]


def _before_figures(lines: Sequence[Line]) -> Iterator[Found]:
    """Tables whose head is a word for each column, and whose rows end in a figure for each column but the first."""
    place = 0
    while place < len(lines):
        head = lines[place].text.split()
        columns = len(head)
        place += 1
        if not 2 <= columns <= WIDEST or not _plain(lines[place - 1]) or not all(one[:1].isupper() for one in head):
            continue
        rows: list[tuple[str, ...]] = []
        while place + len(rows) < len(lines) and _plain(lines[place + len(rows)]):
            cells = _figures_at_the_end(lines[place + len(rows)].text, columns)
            if cells is None:
                break
            rows.append(cells)
        if len(rows) > 1 and (columns > 2 or all(_MONEY.fullmatch(row[1]) for row in rows)):
            yield list(range(place - 1, place + len(rows))), [tuple(head), *rows]
            place += len(rows)


def _cell_by_cell(lines: Sequence[Line]) -> Iterator[Found]:
    """Tables of which each cell stands on a line of its own."""
    place = 0
    while place < len(lines):
        cells: list[int] = []
        for other in range(place, len(lines)):
            line = lines[other]
            if not line.blank:
                if not _plain(line) or len(line.text) > SHORT or line.text.endswith((".", ":", ";", ",")):
                    break
                cells.append(other)
        words = [lines[one].text for one in cells]
        columns = _columns(words)
        if columns:
            rows = [tuple(words[start : start + columns]) for start in range(0, len(words), columns)]
            yield cells, rows
        place = (cells[-1] if cells else place) + 1


def _columns(cells: Sequence[str]) -> int:
    """How many columns cells make that stand one after the other; 0 where they make no table."""
    figures = [bool(_FIGURE.fullmatch(cell)) for cell in cells]
    for columns in range(2, WIDEST + 1):
        rows = [figures[start : start + columns] for start in range(columns, len(figures), columns)]
        if len(cells) % columns or len(rows) < 2 or any(figures[:columns]):
            continue
        sums = [sum(row[column] for row in rows) for column in range(columns)]
        odd = sum(min(times, len(rows) - times) for times in sums)  # cells unlike the others of their column
        if not sums[0] and any(2 * times > len(rows) for times in sums) and odd <= (1 if len(rows) > 2 else 0):
            return columns
    return 0
