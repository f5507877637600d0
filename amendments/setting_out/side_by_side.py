"""The wording before and after a rule change in two columns: each provision beside what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rulebook.printed.lines import Line, Run
from rulebook.provision import Path

Pair = tuple[tuple[Line, ...], tuple[Line, ...]]
"""Lines of the existing wording and, beside them, lines of the wording as amended; one of them may be empty."""

_Group = tuple[Path | None, list[Line]]


def side_by_side(existing: Iterable[Line], amended: Iterable[Line], same: Mapping[Path, Path]) -> tuple[Pair, ...]:
    """The lines of both, each in exactly one row and in order. `same` leads from paths of the old book to the new.

    What is new has nothing beside it; beside what is deleted stands the sentence that says so.
    """
    olds, news = (_by_provision(map(_in_a_cell, lines)) for lines in (existing, amended))
    waiting = {key: n for n, (key, _) in enumerate(_numbered(news)) if key[0] is not None}
    rows: list[Pair] = []
    place = 0
    for (path, count), lines in _numbered(olds):
        goal = waiting.get((same.get(path), count), -1) if path is not None else -1
        if goal >= place:
            rows += [((), tuple(new)) for _, new in news[place:goal]]
            rows.append((tuple(lines), tuple(news[goal][1])))
            place = goal + 1
        elif place < len(news) and news[place][0] is None:
            rows.append((tuple(lines), tuple(news[place][1])))
            place += 1
        else:
            rows.append((tuple(lines), ()))
    return (*rows, *(((), tuple(new)) for _, new in news[place:]))


def _in_a_cell(line: Line) -> Line:
    """A heading in a cell is none of the paper's own."""
    if line.kind != "heading":
        return replace(line, quoted=False)
    label = (Run(f"{line.label} "),) if line.label and line.runs else (Run(line.label),) if line.label else ()
    return replace(line, runs=(*label, *line.runs), label="", kind="subheading", level=0, quoted=False)


def _by_provision(lines: Iterable[Line]) -> list[_Group]:
    """Neighbouring lines of one provision together; our own notes, which are of none, each by itself."""
    found: list[_Group] = []
    for line in lines:
        path = None if line.kind == "note" and not line.path else line.path
        if found and path is not None and found[-1][0] == path:
            found[-1][1].append(line)
        else:
            found.append((path, [line]))
    return found


def _numbered(groups: list[_Group]) -> list[tuple[tuple[Path | None, int], list[Line]]]:
    """With how often the provision was met before: its words after a list come apart from those before it."""
    met: dict[Path | None, int] = {}
    found = []
    for path, lines in groups:
        found.append(((path, met.get(path, 0)), lines))
        met[path] = met.get(path, 0) + 1
    return found
