"""The columns of a page, where a program that keeps the layout has put two of them side by side on each line.

Spaces part them at the same place all down the page. Both sides are full of running words: the columns of a table are
not. What goes over the gap, such as a heading over both columns, parts the page into what stands above and below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rulebook.importing.text.page.line_numbers import Row

MIDDLE = (0.3, 0.7)  # of the width of the page: where the gap between two columns is looked for
CROSSING = 0.12  # of the lines, at most, go over the gap on a page of two columns
LEAST = 8  # lines that each column has, at the least
LABEL = 11  # signs that a label and the gap after it take, at the most
WIDE = 0.55  # of the width of its column is what a full line takes, at the least
FULL = 0.3  # of the lines of a column are full; in a table fewer are


@dataclass(frozen=True, slots=True)
class Gutter:
    """The gap between two columns: the signs of a line that stand before `begins` are the left column's."""

    begins: int


def in_columns(pages: Sequence[Sequence[Row]]) -> list[list[list[Row]]]:
    """The pages, each in the parts that are read one after the other: a page with one column has one."""
    gutters = [_gutter(page) for page in pages]
    found = [one for one in gutters if one is not None]
    parted = []
    for page, gutter in zip(pages, gutters, strict=True):
        if gutter is None and 3 * len(found) >= len(pages):  # a page of such a book that is filled only in part
            gutter = _as_on_others(page, found)
        parted.append(_parted(page, gutter) if gutter is not None else [list(page)])
    return parted


def _gutter(page: Sequence[Row]) -> Gutter | None:
    lines = [line for _, line in page if line.strip()]
    width = _width(lines)
    if len(lines) < LEAST or width < 60:
        return None
    low, high = int(MIDDLE[0] * width), int(MIDDLE[1] * width)
    begins: Counter[int] = Counter()
    for line in lines:
        begins.update(
            {match.end() for match in re.finditer(r"(?:^|\S) {2,}(?=\S)", line) if low <= match.end() <= high}
        )
    best = max(begins, key=lambda place: (begins[place] - 3 * _crossing(lines, place), -place), default=0)
    if not best:
        return None
    place = _leftmost(lines, begins, best)
    gutter = Gutter(place)
    return gutter if _is_full(lines, gutter, width) else None


def _width(lines: Sequence[str]) -> int:
    ends = sorted(len(line.rstrip()) for line in lines)
    return ends[-1 - len(ends) // 20] if ends else 0


def _crossing(lines: Sequence[str], place: int) -> int:
    """How many lines go over the gap before a place."""
    return sum(1 for line in lines if line[place - 2 : place].strip())


def _leftmost(lines: Sequence[str], begins: Counter[int], best: int) -> int:
    """Where the right column begins: as far left of the usual place as lines begin and next to none goes over the gap.

    The usual place may be that of the words after the labels.
    """
    allowed = _crossing(lines, best) + 1 + len(lines) // 40
    places = [other for other in range(best - LABEL, best) if other > 1 and begins[other]]
    return next((other for other in places if _crossing(lines, other) <= allowed), best)


def _is_full(lines: Sequence[str], gutter: Gutter, width: int) -> bool:
    """Whether next to nothing goes over the gap, and running words fill both sides of it."""
    if _crossing(lines, gutter.begins) > CROSSING * len(lines):
        return False
    sides: tuple[list[str], list[str]] = ([], [])
    for line in lines:
        if not _goes_over(line, gutter):
            for side, words in zip(sides, (line[: gutter.begins], line[gutter.begins :]), strict=True):
                if words.strip():
                    side.append(words)
    for side, room in zip(sides, (gutter.begins, width - gutter.begins), strict=True):
        full = [words for words in side if len(words.split()) > 3 and len(" ".join(words.split())) > WIDE * room]
        if len(side) < LEAST or len(full) < FULL * len(side):
            return False
    return True


def _goes_over(line: str, gutter: Gutter) -> bool:
    return bool(line[gutter.begins - 1 : gutter.begins].strip()) and len(line.rstrip()) > gutter.begins


def _as_on_others(page: Sequence[Row], found: Sequence[Gutter]) -> Gutter | None:
    """The gap where other pages have it, where lines of this page are parted there and few go over it."""
    lines = [line for _, line in page if line.strip()]
    for gutter, _ in Counter(found).most_common():
        beside = sum(1 for line in lines if line[: gutter.begins].strip() and line[gutter.begins :].strip())
        if beside and _crossing(lines, gutter.begins) <= CROSSING * len(lines):
            return gutter
    return None


def _parted(page: Sequence[Row], gutter: Gutter) -> list[list[Row]]:
    """The parts of a page with two columns: the left, then the right, above each line that goes over both and below.

    Where the lines of one column stand between those of the other, what is empty on one side only is no blank line.
    """
    parts: list[list[Row]] = []
    left: list[Row] = []
    right: list[Row] = []
    halves = [(line[: gutter.begins].rstrip(), line[gutter.begins :].rstrip()) for _, line in page]
    for place, (number, line) in enumerate(page):
        if _goes_over(line, gutter):
            parts += [left, right, [(number, line)]]
            left, right = [], []
            continue
        beside = [halves[other] for other in (place - 1, place + 1) if 0 <= other < len(page)]
        for side, column in enumerate((left, right)):
            words = halves[place][side]
            between = halves[place][1 - side] and any(one[side] and not one[1 - side] for one in beside)
            if words or not between:
                column.append((number, words))
    parts += [left, right]
    return [part for part in parts if any(line.strip() for _, line in part)]
