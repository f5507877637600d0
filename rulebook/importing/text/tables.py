"""Tables in text: rows whose cells are parted by gaps or tabs, that stand under one another.

Between the rows that have a cell in every column there may be some whose cells are parted by a single space, because
one of them is long, and lines that only go on with the cells over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rulebook.importing.file.hyphens import counted, lines_joined
from rulebook.importing.file.paragraphs import Form, Guess, Paragraph, pipe_table
from rulebook.importing.text.figures import FIGURE, Row, before_figures, cell_by_cell, figures_at_the_end, plain
from rulebook.importing.text.page.lines import Line

_RULE = re.compile(r"[-=+_ ]{3,}")
NEAR = 2  # signs that a cell may stand aside of those over and under it
DRIFT = 6  # the same, where a long cell has left no gap and the whole line is moved
APART = 3  # lines from one full row to the next


def with_tables(lines: Sequence[Line]) -> tuple[list[Line], list[Guess]]:
    """The lines, the rows of each table as lines of a pipe table, and the guesses that it took."""
    found = list(lines)
    guesses: list[Guess] = []
    counts = counted(line.text for line in lines)
    for rows in _parted_by_gaps(lines, counts, guesses):
        _set(found, rows)
    for guessed in (before_figures, cell_by_cell):
        for rows in guessed(list(found)):
            _set(found, rows)
            first, said = found[rows[0][0][0]], " | ".join(rows[0][1])
            guesses.append(Guess("table", f"a table was read under the head “{said}”", first.page, first.number))
    return found, guesses


def table_of(rows: Sequence[Line], before: Sequence[Paragraph]) -> Paragraph:
    """The table of some rows. It is of the paragraph that introduces it: how far in it stands is a program's choice."""
    cells = [[cell.strip() for cell in row.text.strip().strip("|").split("|")] for row in rows]
    cells = [row for row in cells if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    notes = tuple(note for row in rows for note in row.notes)
    indent = before[-1].inner if before and before[-1].text.endswith(":") else None
    page, line = rows[0].page, rows[0].number
    return Paragraph(
        pipe_table(cells), settled=True, form=Form.TABLE, indent=indent, inner=indent, page=page, line=line, notes=notes
    )


def _set(lines: list[Line], rows: Sequence[Row]) -> None:
    """Each row on the first of its lines, with all that these call, and the others empty."""
    for places, cells in rows:
        notes = tuple(note for place in places for note in lines[place].notes)
        for place in places:
            lines[place] = replace(lines[place], text="", blank=True, notes=())
        lines[places[0]] = replace(lines[places[0]], text=f"| {' | '.join(cells)} |", blank=False, notes=notes)


def _parted_by_gaps(lines: Sequence[Line], counts: Mapping[str, int], guesses: list[Guess]) -> Iterator[list[Row]]:
    """The rows of each table whose cells gaps part."""
    place = 0
    while place < len(lines):
        full = _full_rows(lines, place)
        place += 1
        if len(full) < 2 or not _is_table([lines[one] for one in full]):
            continue
        columns = [sorted(cell[0] for cell in column)[len(full) // 2] for column in _columns_of(lines, full)]
        rows = [([full[0]], [words for _, words in lines[full[0]].cells])]
        if place > 1 and plain(lines[place - 2]) and (head := _filled(lines[place - 2], columns, head=True)):
            rows.insert(0, ([place - 2], head))
        for other in range(full[0] + 1, len(lines)):
            line = lines[other]
            if line.blank or _RULE.fullmatch(line.text):
                if other > full[-1]:
                    break
                continue
            cells = _filled(line, columns) if plain(line) else None
            if cells is not None:
                rows.append(([other], cells))
            elif plain(line) and (added := _further(rows, line, columns)):
                rows[-1][0].append(other)
                for column, words in added:
                    whole, guess = lines_joined(rows[-1][1][column], words, counts, line.page, line.number)
                    rows[-1][1][column] = whole
                    guesses += [guess] if guess else []
            else:
                break
        if len(rows) > 1:
            yield rows
            place = rows[-1][0][-1] + 1


def _full_rows(lines: Sequence[Line], start: int) -> list[int]:
    """The lines from here on that have as many cells, with at most a few lines between them that have fewer."""
    found: list[int] = []
    columns = len(lines[start].cells)
    for place in range(start, len(lines)):
        line = lines[place]
        if line.blank or (found and _RULE.fullmatch(line.text)):
            if not found:
                break
            continue
        if columns < 2 or len(line.cells) > columns or not plain(line):
            break
        if found and (line.above == "break" or place - found[-1] > APART):
            break
        if len(line.cells) == columns:
            found.append(place)
    return found


def _columns_of(lines: Sequence[Line], rows: Sequence[int]) -> list[list[tuple[int, str]]]:
    return [[lines[row].cells[column] for row in rows] for column in range(len(lines[rows[0]].cells))]


def _filled(line: Line, columns: Sequence[int], head: bool = False) -> list[str] | None:
    """The cells of a row, those that only one space parts from the next one as well; None where it is no row.

    Figures end a row; the words of a head may be one for each column; and words begin about where their column does.
    """
    cells = [words for _, words in line.cells]
    if len(cells) == len(columns):
        return cells
    if len(cells) > len(columns):
        return None
    if not head and (ended := figures_at_the_end(line.text, len(columns))):
        return ended
    if len(cells) != len(columns) - 1 or len(cells) < 2:
        return None
    several = [place for place, words in enumerate(cells) if len(words.split()) > 1]
    for place in several:
        start, words = line.cells[place]
        parts = words.split()
        if head and len(several) == 1 and len(parts) == 2:
            return [*cells[:place], *parts, *cells[place + 1 :]]
        if place + 1 == len(cells) and FIGURE.fullmatch(parts[-1]):
            return [*cells[:place], " ".join(parts[:-1]), parts[-1]]
        starts = [match.start() + start for match in re.finditer(r"(?<= )\S", words)]
        nearest = min(starts, key=lambda one: abs(one - columns[place + 1]))
        if abs(start - columns[place]) <= NEAR and abs(nearest - columns[place + 1]) <= DRIFT:
            return [*cells[:place], words[: nearest - start].strip(), words[nearest - start :], *cells[place + 1 :]]
    return None


def _further(rows: Sequence[Row], line: Line, columns: Sequence[int]) -> list[tuple[int, str]]:
    """The words of a line that go on with cells of the last row, which had no room for more; none, if one does not."""
    last = rows[-1][1]
    found: list[tuple[int, str]] = []
    for start, words in line.cells:
        column = next((one for one, place in enumerate(columns) if abs(start - place) <= NEAR), None)
        if column is None:
            return []
        widest = max(len(cells[column]) for _, cells in rows)
        if len(words) > widest or len(last[column]) + 1 + len(words.split()[0]) <= widest:
            return []
        found.append((column, words))
    return found


def _is_table(rows: Sequence[Line]) -> bool:
    columns = len(rows[0].cells)
    cells = [[row.cells[column] for row in rows] for column in range(columns)]
    if any(len(words.split()) > 12 for column in cells for _, words in column):
        return False
    aligned = all(_aligned(column) for column in cells)
    figures = any(all(FIGURE.fullmatch(words) for _, words in column[1:]) for column in cells[1:])
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
