"""Tables of a PDF that have no upright rules: lines whose cells begin, end or are centred at the same places.

A cell may stand as close to the next as two words do, where it is the widest of its column: other lines show then
where the next column begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from grammar.levels import HEADINGS
from rulebook.importing.file.hyphens import lines_joined
from rulebook.importing.file.labels import SIGNS, typed
from rulebook.importing.pdf.page.lines import Line, Word, text_of

WIDE = 0.9  # ems between two cells, at least, in some line
NARROW = 0.4  # ems that no space between words is
SPACE = 2.5  # points, at least, between two words
FURTHER = 3.0  # ems that the last cell of a line may be longer than those of other lines, where its cells touch
NEAR = 4.0  # points: two cells are in one column
SAME = 1.0  # points: two words begin at one place, and not by chance

ALIKE = 1.15  # times the narrowest gap of a line: its widest, where the line was filled by its gaps
_HEADED = re.compile(rf"(?:{'|'.join(HEADINGS)})\s+\S{{1,6}}[.:]?", re.IGNORECASE)

Cell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cells of each column of a table begin and end, in its first line that shows them all."""

    starts: tuple[float, ...]
    ends: tuple[float, ...]

    def moved(self, by: float) -> Columns:
        """The same columns, at another place across the page."""
        return Columns(tuple(one + by for one in self.starts), tuple(one + by for one in self.ends))

    def of(self, cell: Cell) -> int | None:
        """The column that a cell is in; its words must not reach into the next one."""
        left, right = cell[0].left, cell[-1].right
        for number, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            following = self.starts[number + 1] if number + 1 < len(self.starts) else 1e9
            before = self.ends[number - 1] if number else -1e9
            beside = number > 0 and left > before and (abs(right - end) < SAME or abs(left + right - start - end) < 2.0)
            if (abs(left - start) <= NEAR or beside) and right < following:
                return number
        return None

    def around(self, word: Word) -> int | None:
        """The column that a word stands in, wherever it begins there."""
        for number, start in enumerate(self.starts):
            following = self.starts[number + 1] if number + 1 < len(self.starts) else 1e9
            if start - NEAR <= word.left and word.right < following:
                return number
        return None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: how many lines before the one that it was found by belong to it, where it ends, and its columns."""

    above: int
    end: int
    columns: Columns


def cells_of(line: Line, columns: Columns | None = None) -> list[Cell]:
    """The cells of a line: parted by wide gaps, and where a word begins at the place of a column."""
    found: list[list[Word]] = []
    starts = columns.starts[1:] if columns else ()
    for place, word in enumerate(line.words):
        apart = not place or word.left - line.words[place - 1].right > WIDE * line.size
        if apart or (not word.glued and any(abs(word.left - start) < SAME for start in starts)):
            found.append([word])
        else:
            found[-1].append(word)
    return [tuple(cell) for cell in found]


def table_at(lines: Sequence[Line], place: int, above: Sequence[Line]) -> Table | None:
    """The table of which a line is the first that shows all columns; `above` are the lines before it that are free."""
    first = cells_of(lines[place])
    if len(first) < 2 or _label(first[0]) or _justified(lines, place):
        return None
    columns = Columns(tuple(cell[0].left for cell in first), tuple(cell[-1].right for cell in first))
    end = place + 1
    full = 1
    while end < len(lines) and _goes_on(lines[place:end], lines[end], columns):
        full += len(cells_of(lines[end], columns)) == len(columns.starts)
        end += 1
    columns = _finer(lines[place:end], columns)
    head = _rows_above(above, lines[place:end], columns)
    rows = full + sum(not line.bold for line in above[len(above) - head :])
    if rows < 2 or (full < 2 and len(columns.starts) < 3):
        return None
    return Table(head, end, columns)


def end_of(lines: Sequence[Line], place: int, columns: Columns) -> int:
    """Where a table ends that goes on at a line, in columns that are known; the place itself where it does not."""
    at = [columns.of(cell) for cell in cells_of(lines[place], columns)]
    if len(at) < 2 or None in at or len(set(at)) < len(at):
        return place
    end = place + 1
    while end < len(lines) and _goes_on(lines[place:end], lines[end], columns):
        end += 1
    return end


def _rows_above(above: Sequence[Line], rows: Sequence[Line], columns: Columns) -> int:
    """How many lines just before the rows of a table belong to it: rows whose cells touch, and its head."""
    found = 0
    first = rows[0]
    right = max(line.right for line in rows)
    for line in reversed(above):
        if (line.page, line.column) != (first.page, first.column) or first.base - line.base > 2.2 * line.size:
            break
        cells = cells_of(line, columns)
        inside = line.right <= right + FURTHER * line.size
        if inside and not _label(cells[0]) and [columns.of(cell) for cell in cells] == list(range(len(columns.starts))):
            found, first = found + 1, line
            continue
        around = [columns.around(word) for word in line.words]
        if line.bold and None not in around and set(around) == set(range(len(columns.starts))):
            found += 1  # a head stands above all rows
        break
    return found


def rows_of(lines: Sequence[Line], columns: Columns) -> list[list[str]]:
    """The rows: a line goes on with the cells of the row before where it stands close under it, or where each of its
    cells goes on with one that had no room for more."""
    gaps = sorted(after.base - line.base for line, after in pairwise(lines))
    widest = gaps[-1] if gaps else 0.0
    placed = [_placed(line, columns) for line in lines]
    edges = [
        min(
            columns.starts[number + 1] - SPACE if number + 1 < len(columns.starts) else 1e9,
            max((cells[number][-1].right for cells in placed if number in cells), default=0.0),
        )
        for number in range(len(columns.starts))
    ]
    rows: list[list[str]] = []
    before: dict[int, Cell] = {}
    for place, (line, cells) in enumerate(zip(lines, placed, strict=True)):
        close = place > 0 and line.base - lines[place - 1].base < 0.85 * widest
        full = place > 0 and len(cells) < len(columns.starts) and all(
            number in before and before[number][-1].right + SPACE + cell[0].right - cell[0].left > edges[number]
            for number, cell in cells.items()
        )  # fmt: skip
        if place and (close or full or 0 not in cells):
            for number, cell in cells.items():
                rows[-1][number] = lines_joined(rows[-1][number], text_of(cell), {})[0]
            before |= cells
        else:
            rows.append([text_of(cells.get(number, ())) for number in range(len(columns.starts))])
            before = cells
    return rows


def _placed(line: Line, columns: Columns) -> dict[int, Cell]:
    """What a line has in each column."""
    cells = [(columns.of(cell), cell) for cell in cells_of(line, columns)]
    if any(number is None for number, _ in cells):  # a head, whose words are centred
        cells = [(columns.around(word), (word,)) for word in line.words]
    found: dict[int, Cell] = {}
    for number, cell in cells:
        found[number or 0] = (*found.get(number or 0, ()), *cell)
    return found


def _label(cell: Cell) -> bool:
    text = text_of(cell)
    return text in SIGNS or (typed(f"{text} x") is not None and " " not in text) or bool(_HEADED.fullmatch(text))


def _justified(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is running words that were set wide apart to fill it: its gaps are all alike, and it ends where a
    line beside it does."""
    line = lines[place]
    gaps = [after.left - before.right for before, after in pairwise(line.words) if not after.glued]
    if len(gaps) < 2 or max(gaps) > ALIKE * min(gaps) or sum(word.text.isalpha() for word in line.words) < len(gaps):
        return False
    beside = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return any(abs(other.right - line.right) < SAME for other in beside)


def _goes_on(rows: Sequence[Line], line: Line, columns: Columns) -> bool:
    """Whether a line goes on with the table that these rows begin."""
    before = rows[-1]
    if (line.page, line.column) != (before.page, before.column) or line.base - before.base > 3.2 * line.size:
        return False
    cells = cells_of(line, columns)
    at = [columns.of(cell) for cell in cells]
    if None in at or len(set(at)) < len(at):
        return False
    if len(at) > len(cells_of(line)) and line.right > max(row.right for row in rows) + FURTHER * line.size:
        return False  # running words, two of which begin where cells do by chance
    if at == [0]:
        return cells[0][-1].right < columns.starts[1] and line.base - before.base <= 1.9 * line.size
    return True


def _finer(lines: Sequence[Line], columns: Columns) -> Columns:
    """The columns, parted further where all lines have a word at one place after gaps of different widths."""
    rows = [cells for line in lines if len(cells := cells_of(line, columns)) == len(columns.starts)]
    starts: list[float] = []
    for number, start in enumerate(columns.starts):
        starts.append(start)
        if len(rows) > 2:
            starts += _begun_alike([row[number] for row in rows], lines[0].size)
    first = cells_of(lines[0], Columns(tuple(starts), ()))
    if len(first) != len(starts):
        return columns
    return Columns(tuple(cell[0].left for cell in first), tuple(cell[-1].right for cell in first))


def _begun_alike(cells: Sequence[Cell], size: float) -> list[float]:
    """Where a further column begins inside these cells of one column."""
    found = []
    for word in cells[0][1:]:
        gaps = [
            other.left - before.right
            for cell in cells
            for before, other in pairwise(cell)
            if abs(other.left - word.left) < SAME
        ]
        if len(gaps) == len(cells) and (min(gaps) > NARROW * size or max(gaps) - min(gaps) > 0.1 * size):
            found.append(word.left)
    return found
