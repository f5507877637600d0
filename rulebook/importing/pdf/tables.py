"""Tables of a PDF: rows of cells that begin at the same places, line under line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rulebook.importing.hyphens import lines_joined
from rulebook.importing.labels import SIGNS, typed
from rulebook.importing.paragraphs import Form, Guess, Paragraph, pipe_table
from rulebook.importing.pdf.drawn import Drawn, ruled_between, walls
from rulebook.importing.pdf.lines import Line, Word, text_of

WIDE = 0.9  # ems between two cells, at least
NEAR = 4.0  # points: two cells are in one column

Cell = tuple[Word, ...]


@dataclass(slots=True)
class Tables:
    """The tables found, by the page and the number of their first line, whose words stand for the whole table."""

    found: dict[tuple[str, int], str] = field(default_factory=dict)
    rows: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # of each other line, the first one

    def put_back(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        kept = []
        for one in paragraphs:
            table = self.found.get((one.page, one.line))
            kept.append(replace(one, text=table, label="", settled=True, form=Form.TABLE, bold=False) if table else one)
        return kept

    def with_notes(self, notes: Mapping[tuple[int, int], tuple[str, ...]]) -> dict[tuple[int, int], tuple[str, ...]]:
        """The notes by the line that calls them, those of a table's rows at its first line."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        for place, said in sorted(notes.items()):
            first = self.rows.get(place, place)
            found[first] = (*found.get(first, ()), *said)
        return found


def with_tables(
    lines: Sequence[Line], printed: Sequence[str], drawn: Sequence[Drawn]
) -> tuple[list[Line], Tables, list[Guess]]:
    """The lines, of each table only the first; the tables; and what was guessed."""
    kept: list[Line] = []
    tables = Tables()
    place = 0
    while place < len(lines):
        end, rows = _ruled(lines, place, drawn)
        if end == place:
            end, starts = _table(lines, place)
            rows = _rows(lines[place:end], starts)
        if end == place:
            kept.append(lines[place])
            place += 1
            continue
        first = lines[place]
        tables.found[printed[first.page], first.number] = pipe_table(rows)
        tables.rows.update({(one.page, one.number): (first.page, first.number) for one in lines[place:end]})
        kept.append(replace(first, size=first.size + 0.7001))  # its own kind of line: it joins no paragraph
        place = end
    return kept, tables, []


def _ruled(lines: Sequence[Line], place: int, drawn: Sequence[Drawn]) -> tuple[int, list[list[str]]]:
    """The end and the rows of a table whose cells are parted by upright rules; the place itself where there is none."""
    rows: list[list[str]] = []
    end = place
    before: list[float] = []
    while end < len(lines):
        line = lines[end]
        here = drawn[line.page]
        parts = walls(here, line.base, line.size)
        if len(parts) < 3 or line.left < parts[0] - 2 or line.right > parts[-1] + 2:
            break
        if before and (len(parts) != len(before) or line.column != lines[end - 1].column):
            break
        cells = [
            text_of(word for word in line.words if left <= (word.left + word.right) / 2 < right)
            for left, right in pairwise(parts)
        ]
        last = lines[end - 1]
        if rows and last.page == line.page and not ruled_between(here, last.base, line.base, parts):
            rows[-1] = [lines_joined(one, more, {})[0] for one, more in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        before, end = parts, end + 1
    return (end, rows) if end > place else (place, [])


def cells_of(line: Line) -> list[Cell]:
    found: list[list[Word]] = []
    for place, word in enumerate(line.words):
        if place and word.left - line.words[place - 1].right <= WIDE * line.size and found:
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(cell) for cell in found]


def _label(cell: Cell) -> bool:
    text = text_of(cell)
    return text in SIGNS or (typed(f"{text} x") is not None and " " not in text)


def _table(lines: Sequence[Line], place: int) -> tuple[int, list[float]]:
    """The end of a table that begins at a line, and where its columns begin; the place itself where there is none."""
    first = cells_of(lines[place])
    if len(first) < 2 or _label(first[0]):
        return place, []
    starts = [cell[0].left for cell in first]
    end = place + 1
    full = 1
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        if (line.page, line.column) != (before.page, before.column) or line.base - before.base > 3.2 * line.size:
            break
        cells = cells_of(line)
        at = [_column(cell, starts) for cell in cells]
        if (
            any(one is None for one in at)
            or len(set(at)) < len(at)
            or (len(cells) == 1 and at[0] == 0 and not _inside(cells[0], starts))
        ):
            break
        if len(cells) == 1 and at[0] == 0 and line.base - before.base > 1.9 * line.size:
            break
        full += len(cells) == len(starts)
        end += 1
    return (end, starts) if full >= 2 else (place, [])


def _column(cell: Cell, starts: Sequence[float]) -> int | None:
    """The column that a cell is in; its words must not reach into the next one."""
    for number, start in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else 1e9
        if abs(cell[0].left - start) <= NEAR and cell[-1].right < following:
            return number
    return None


def _inside(cell: Cell, starts: Sequence[float]) -> bool:
    return len(starts) > 1 and cell[-1].right < starts[1]


def _rows(lines: Sequence[Line], starts: Sequence[float]) -> list[list[str]]:
    """The rows: a line that stands close under the one before goes on with its cells."""
    if not lines:
        return []
    gaps = sorted(after.base - line.base for line, after in pairwise(lines))
    widest = gaps[-1] if gaps else 0.0
    rows: list[list[str]] = []
    for place, line in enumerate(lines):
        cells: list[Cell] = cells_of(line)
        at = {_column(cell, starts): text_of(cell) for cell in cells}
        close = place > 0 and line.base - lines[place - 1].base < 0.85 * widest
        if place and (close or 0 not in at):
            for number, text in at.items():
                if number is not None:
                    rows[-1][number] = lines_joined(rows[-1][number], text, {})[0]
        else:
            rows.append([at.get(number, "") for number in range(len(starts))])
    return rows
