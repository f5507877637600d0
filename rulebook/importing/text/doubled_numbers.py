"""Numbers that are printed twice: the program's own, and after it the one that was typed (“2. (b) …”, “1. 3A. …”).

A program that makes text of a list writes a number before every item, whatever the item says. The typed number is the
rule's. The two are told from a provision that opens with its first paragraph (“2. (a) …”) by those beside them: both
numbers count on, or only the typed one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import LeftOut
from rulebook.importing.outline.strain import step
from rulebook.importing.text.page.lines import Line
from rulebook.numbering import BULLET, styles

MOST = 0.5  # of the labels: where so many are doubled, every second one is the program's
EASY = 0.2  # of the steps of doubt: 5 after 4, or 4A
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of a line; where there are two, `own` is the program's and `label` the one after it."""

    place: int
    label: str
    own: str = ""


def without_doubled_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[LeftOut]]:
    """The lines with one number each, and the numbers that were left out."""
    labels = [label for place, line in enumerate(lines) if not line.blank and (label := _label(place, line))]
    twice = [one for one in labels if one.own]
    if not twice:
        return list(lines), []
    sure = {one for group in _lists(lines, labels) for one in _doubled(group)}
    if len(sure) > MOST * len(labels):
        sure.update(twice)
    found = list(lines)
    left_out: list[LeftOut] = []
    for one in sorted(sure, key=lambda label: label.place):
        line = lines[one.place]
        own, _, rest = line.text.partition(" ")
        found[one.place] = replace(line, text=rest)
        left_out.append(LeftOut("number before a number", own, line.page, line.number))
    return found, left_out


def _label(place: int, line: Line) -> _Label | None:
    first = typed(line.text)
    if first is None:
        return None
    second = typed(first[1]) if _NUMBER.fullmatch(first[0]) else None
    if second is None or second[0] == BULLET:
        return _Label(place, first[0])
    return _Label(place, second[0], first[0])


def _lists(lines: Sequence[Line], labels: Sequence[_Label]) -> Iterator[list[_Label]]:
    """The labels that stand at one place, up to what stands further out."""
    open_lists: dict[int, list[_Label]] = {}
    for one in labels:
        indent = lines[one.place].indent
        for deeper in [other for other in open_lists if other > indent]:
            yield open_lists.pop(deeper)
        open_lists.setdefault(indent, []).append(one)
    yield from open_lists.values()


def _doubled(labels: Sequence[_Label]) -> Iterator[_Label]:
    """Those of a list that have two numbers of which the first is the program's."""
    for before, after in zip([None, *labels], labels, strict=False):
        if before is None or not after.own:
            continue
        on = _steps(before.label, after.label) <= EASY
        if on and before.own and int(after.own) == int(before.own) + 1:
            yield before
            yield after
        elif on and not before.own and _steps(before.label, after.own) > EASY:
            yield after


def _steps(before: str, after: str) -> float:
    return min((step(before, after, style) for style in styles(after) if style in styles(before)), default=9.0)
