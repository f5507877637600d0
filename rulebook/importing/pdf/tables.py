"""Tables of a PDF, each made one paragraph: upright rules part its cells, or they stand in columns line under line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rulebook.importing.hyphens import lines_joined
from rulebook.importing.paragraphs import Form, Guess, Paragraph, pipe_table
from rulebook.importing.pdf.cells import rows_of, table_at
from rulebook.importing.pdf.drawn import Drawn, ruled_between, walls
from rulebook.importing.pdf.lines import Line, text_of

MOST = 40  # lines above the first that shows all columns


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
    place = free = 0  # the lines from `free` on are in no table
    while place < len(lines):
        end, rows = _ruled(lines, place, drawn)
        if end == place:
            table = table_at(lines, place, kept[max(free, len(kept) - MOST) :])
            if table:
                del kept[len(kept) - table.above :]
                place, end = place - table.above, table.end
                rows = rows_of(lines[place:end], table.columns)
        if end == place:
            kept.append(lines[place])
            place += 1
            continue
        first = lines[place]
        tables.found[printed[first.page], first.number] = pipe_table(rows)
        tables.rows.update({(one.page, one.number): (first.page, first.number) for one in lines[place:end]})
        kept.append(replace(first, size=first.size + 0.7001))  # its own kind of line: it joins no paragraph
        place, free = end, len(kept)
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
