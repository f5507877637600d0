"""Numbers of lines that are printed in a margin: found, taken out of the lines, and left out by name.

They count by one or by some other step, from the head of every page or on from page to page. A program that makes text
of a page puts them before or behind the words of a line, or on lines of their own, in a heap or among the words. What
tells them from the numbers of provisions is that they count lines: where the text has no other labels, the numbers may
be those of the provisions, and they stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import LeftOut

Row = tuple[int, str]
"""A line with its number in the file."""

STEPS = (5, 1, 10, 2, 3, 4, 20)
LEFT, RIGHT = "left", "right"
SIDES = {
    LEFT: re.compile(r"\s*(?P<number>\d{1,4})(?=\s|$)"),
    RIGHT: re.compile(r".*?(?:^|\s{2,})(?P<number>\d{1,4})\s*$"),
}
LONG = 10  # lines of a page that must have numbers, where a book has them
LEAST_LABELS = 3  # provisions with a label of their own, so that the other numbers cannot be theirs


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at the edge of a line: the place of the line on its page, and the columns the number takes."""

    place: int
    value: int
    start: int
    end: int
    alone: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """How the lines of a book are numbered: on which side, and every how many lines."""

    side: str
    step: int


def without_line_numbers(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The pages without the numbers of their lines, and these, each with its place in the file and no page."""
    rows = [row for page in pages for row in page]
    if sum(typed(" ".join(line.split())) is not None for _, line in rows) < LEAST_LABELS:
        return [list(page) for page in pages], []
    if len(pages) == 1:
        without, heaps = _without_heaps(pages[0])
        if heaps:
            return [without], heaps
    way = _way(pages)
    if way is None:
        return [list(page) for page in pages], []
    found: list[list[Row]] = []
    left_out: list[LeftOut] = []
    for page in pages:
        numbers = _counting(page, way)
        if numbers and (_counts_lines(page, numbers, way) or len(page) < 3 * LONG):
            page, numbers = _taken_out(page, numbers, way)
            left_out += [LeftOut("line number", str(one.value), line=one.place) for one in numbers]
        found.append(list(page))
    return found, left_out


def _without_heaps(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """Text without pages, and without the heaps of line numbers that a viewer puts after the words of each page."""
    written = [(number, int(line)) if line.strip().isdigit() else None for number, line in rows if line.strip()]
    met: Counter[int] = Counter()
    heaps: list[tuple[int, list[tuple[int, int]]]] = []
    ends = {step: 0 for step in STEPS}  # where the heap before ended: numbers may count on from page to page
    place = 0
    while place < len(written):
        best: tuple[int, list[tuple[int, int]]] = (0, [])
        for step in STEPS:
            run: list[tuple[int, int]] = []
            while place + len(run) < len(written) and (one := written[place + len(run)]) is not None:
                if one[1] != (run[-1][1] + step if run else step) and (run or one[1] != ends[step] + step):
                    break
                run.append(one)
            best = max(best, (step, run), key=lambda one: len(one[1]))
        step, run = best
        if len(run) > 1:
            met[step] += 1
            ends[step] = run[-1][1]
            heaps.append(best)
        place += max(1, len(run))
    step = max(met, key=lambda one: met[one], default=0)
    if met[step] < 2:
        return list(rows), []
    gone = {number: value for one, run in heaps if one == step for number, value in run}
    left_out = [LeftOut("line number", str(value), line=number) for number, value in gone.items()]
    return [row for row in rows if row[0] not in gone], left_out


def _way(pages: Sequence[Sequence[Row]]) -> _Way | None:
    """The way of numbering that most of the long pages have."""
    long = [page for page in pages if len(_written(page)) >= LONG]
    met: Counter[_Way] = Counter()
    for page in long:
        for way in (_Way(side, step) for side in SIDES for step in STEPS):
            numbers = _counting(page, way)
            if len(numbers) > 1 and _counts_lines(page, numbers, way):
                met[way] += len(numbers)  # by five rather than by ten, where both would do
    if not met:
        return None
    way = met.most_common(1)[0][0]
    having = [page for page in long if len(_counting(page, way)) > 1]
    return way if 2 * len(having) > len(long) else None


def _written(page: Sequence[Row]) -> list[str]:
    return [line for _, line in page if line.strip() and not line.strip().isdigit()]


def _numbers(page: Sequence[Row], way: _Way) -> list[_Number]:
    found = []
    for place, (_, line) in enumerate(page):
        match = SIDES[way.side].match(line)
        if match and int(match["number"]) % way.step == 0 and int(match["number"]):
            found.append(_Number(place, int(match["number"]), *match.span("number"), line.strip() == match["number"]))
    return found


def _counting(page: Sequence[Row], way: _Way) -> list[_Number]:
    """The longest row of numbers on a page, each one step more than the last, all in one margin."""
    numbers = _numbers(page, way)
    run = _longest(numbers, way.step)
    beside = [one for one in run if not one.alone]
    if way.side == LEFT and len(beside) * 2 > len(run):  # what is further in is a number in the words
        ends = Counter(one.end for one in beside)
        starts = Counter(one.start for one in beside)
        (end, most), (start, other) = ends.most_common(1)[0], starts.most_common(1)[0]
        in_margin = [one for one in numbers if (one.end <= end + 1 if most >= other else one.start <= start + 1)]
        run = _longest(in_margin, way.step)
    return run


def _longest(numbers: Sequence[_Number], step: int) -> list[_Number]:
    lengths: dict[int, list[_Number]] = {}
    best: list[_Number] = []
    for one in numbers:
        run = [*lengths.get(one.value - step, ()), one]
        if len(run) > len(lengths.get(one.value, ())):
            lengths[one.value] = run
        if len(run) > len(best):
            best = run
    return best


def _counts_lines(page: Sequence[Row], numbers: Sequence[_Number], way: _Way) -> bool:
    """Whether numbers count the lines of a page: they stand as far apart as they say, or there are as many as it
    takes, where a program has put them on lines of their own."""
    beside = [one for one in numbers if not one.alone]
    lines = len(_written(page))
    if 2 * len(beside) < len(numbers):
        return len(numbers) > 1 and 0.3 * lines <= len(numbers) * way.step <= 1.3 * lines + way.step
    if way.step == 1 and len(beside) < 0.6 * lines:
        return False
    alone = {one.place for one in numbers if one.alone}
    written = [
        sum(1 for _, line in page[:place] if line.strip()) - sum(1 for one in alone if one < place)
        for place in (one.place for one in numbers)
    ]
    apart = [after - before for before, after in pairwise(written)]
    return sum(abs(one - way.step) <= way.step // 5 for one in apart) * 3 >= len(apart) * 2


def _taken_out(page: Sequence[Row], run: Sequence[_Number], way: _Way) -> tuple[list[Row], list[_Number]]:
    """A page without its numbers, and those with their lines' numbers in the file for places.

    What else stands in a margin that has only numbers goes with them: some programs number the running heads as well.
    """
    beside = [one for one in run if not one.alone]
    numbers = {one.place: one for one in run}
    margin = _margin(page, beside, numbers)
    if way.side == LEFT and margin:
        for place, (_, line) in enumerate(page):
            match = SIDES[LEFT].match(line)
            if place not in numbers and match and match.end("number") <= margin and line[margin:].strip():
                numbers[place] = _Number(place, int(match["number"]), *match.span("number"), False)
    found: list[Row] = []
    for place, (number, line) in enumerate(page):
        one = numbers.get(place)
        if one is None:
            found.append((number, line))
        elif not one.alone:
            rest = line[: one.start] + " " * (one.end - one.start) + line[one.end :]
            found.append((number, rest.rstrip() if margin or way.side == RIGHT else rest.strip()))
    taken = [
        _Number(page[place][0], one.value, one.start, one.end, one.alone) for place, one in sorted(numbers.items())
    ]
    return found, taken


def _margin(page: Sequence[Row], beside: Sequence[_Number], numbers: Iterable[int]) -> int:
    """The column where a margin ends that holds nothing but numbers; 0 where there is none."""
    if not beside:
        return 0
    known = set(numbers)
    end = max(one.end for one in beside)
    others = [line for place, (_, line) in enumerate(page) if place not in known and line.strip()]
    within = [line for line in others if not line[:end].strip() or line[:end].strip().isdigit()]
    clear = all(line[one.end : one.end + 2].strip() == "" for one in beside for line in (page[one.place][1],))
    return end if clear and len(within) >= 0.9 * len(others) else 0
