"""Tables of a PDF, each made one paragraph: upright rules part its cells, or they stand in columns line under line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rulebook.importing.file.hyphens import lines_joined
from rulebook.importing.file.paragraphs import LeftOut, pipe_table
from rulebook.importing.pdf.page.cells import NEAR, Columns, end_of, rows_of, table_at
from rulebook.importing.pdf.page.columns import WHOLE
from rulebook.importing.pdf.page.drawn import Drawn, ruled_between, walls
from rulebook.importing.pdf.page.lines import Line, text_of

Extents = dict[tuple[int, int], tuple[float, float]]
EDGE = 12.0  # points that the rules of a table may stand out from the words of a column
MOST = 40  # lines above the first that shows all columns


@dataclass(slots=True)
class Tables:
    """The tables found, by the page in the file and the number of their first line, which stands for all of one."""

    found: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # of each other line, the first one

    def with_notes(self, notes: Mapping[tuple[int, int], tuple[str, ...]]) -> dict[tuple[int, int], tuple[str, ...]]:
        """The notes by the line that calls them, those of a table's rows at its first line."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        for place, said in sorted(notes.items()):
            first = self.rows.get(place, place)
            found[first] = (*found.get(first, ()), *said)
        return found


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands of a table in one column of a page: its rows, where it ends, and where its columns begin; `columns`
    where no rules part them."""

    place: int
    end: int
    rows: list[list[str]]
    starts: tuple[float, ...]
    columns: Columns | None = None


def with_tables(
    lines: Sequence[Line], printed: Sequence[str], drawn: Sequence[Drawn]
) -> tuple[list[Line], Tables, list[LeftOut]]:
    """The lines, of each table only the first; the tables; and heads that are repeated where a table goes on."""
    kept: list[Line] = []
    tables = Tables()
    repeated: list[LeftOut] = []
    extents = _extents(lines)
    place = free = 0  # the lines from `free` on are in no table
    while place < len(lines):
        found = _table(lines, place, drawn, extents, kept[max(free, len(kept) - MOST) :])
        if found is None:
            kept.append(lines[place])
            place += 1
            continue
        if found.place < place:
            del kept[found.place - place :]
        place = found.place
        first = lines[place]
        rows = found.rows
        while more := _going_on(lines, found, drawn, extents):
            again = more.rows[0] == rows[0]
            if again:
                line = lines[more.place]
                words = " ".join(cell for cell in more.rows[0] if cell)
                repeated.append(LeftOut("head of a table, repeated", words, printed[line.page], line.number))
            rows += more.rows[again:]
            found = more
        tables.found[first.page, first.number] = pipe_table(rows)
        tables.rows.update({(one.page, one.number): (first.page, first.number) for one in lines[place : found.end]})
        kept.append(replace(first, alone=True))
        place, free = found.end, len(kept)
    return kept, tables, repeated


def _table(
    lines: Sequence[Line], place: int, drawn: Sequence[Drawn], extents: Extents, above: Sequence[Line]
) -> _Found | None:
    """The table that a line belongs to, and the lines `above` perhaps with it."""
    end, rows, starts = _ruled(lines, place, drawn, extents)
    if end > place:
        return _Found(place, end, rows, starts)
    table = table_at(lines, place, above)
    if table is None:
        return None
    start = place - table.above
    return _Found(
        start, table.end, rows_of(lines[start : table.end], table.columns), table.columns.starts, table.columns
    )


def _going_on(lines: Sequence[Line], found: _Found, drawn: Sequence[Drawn], extents: Extents) -> _Found | None:
    """What goes on with a table at the head of the next column or page: one with columns as wide as its own."""
    last, place = lines[found.end - 1], found.end
    if place >= len(lines) or (lines[place].page, lines[place].column) == (last.page, last.column):
        return None
    if found.columns:
        moved = extents[lines[place].page, lines[place].column][0] - extents[last.page, last.column][0]
        for columns in (found.columns, found.columns.moved(moved)):
            if (end := end_of(lines, place, columns)) > place:
                return _Found(place, end, rows_of(lines[place:end], columns), columns.starts, columns)
    more = None
    for start in range(place, min(place + 3, len(lines))):  # its head may show no columns
        more = more or _table(lines, start, drawn, extents, lines[place:start])
    if more is None or more.place != place or len(more.starts) != len(found.starts):
        return None
    moved = more.starts[0] - found.starts[0]
    if any(abs(one - other - moved) > 2 * NEAR for one, other in zip(more.starts, found.starts, strict=True)):
        return None
    return more


def _extents(lines: Sequence[Line]) -> Extents:
    """Where the words of each column of a page begin and end."""
    found: Extents = {}
    for line in lines:
        left, right = found.get((line.page, line.column), (line.left, line.right))
        found[line.page, line.column] = min(left, line.left), max(right, line.right)
    return found


def _ruled(
    lines: Sequence[Line], place: int, drawn: Sequence[Drawn], extents: Extents
) -> tuple[int, list[list[str]], tuple[float, ...]]:
    """The end and the rows of a table whose cells are parted by upright rules, and where these stand; the place itself
    where there is none."""
    rows: list[list[str]] = []
    end = place
    before: list[float] = []
    while end < len(lines):
        line = lines[end]
        here = drawn[line.page]
        left, right = extents[line.page, line.column]
        parts = [
            one for one in walls(here, line.base, line.size) if line.column == WHOLE or left - EDGE < one < right + EDGE
        ]
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
    return (end, rows, tuple(before[:-1])) if end > place else (place, [], ())
