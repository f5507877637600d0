"""Text without form feeds: its pages end at numbers that stand alone and count up.

The lines beside them that come again and again are running heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rulebook.importing.file.labels import typed
from rulebook.importing.text.page.line_numbers import Row
from rulebook.importing.text.page.margins import AT_EDGE, BARE, FURTHEST, LEAST, NUMBER, blotted

PAGE = 5  # written lines from one page number to the next, mostly; what is nearer is a column of figures


def by_numbers(lines: list[tuple[int, str]]) -> dict[int, str]:
    """Page numbers that stand alone and count up, and the running heads beside them, in text without form feeds."""
    written = [(number, line.strip()) for number, line in lines if line.strip()]
    alone = [
        (place, int(match["number"]))
        for place, (_, line) in enumerate(written)
        if (match := NUMBER.fullmatch(line)) and not re.fullmatch(r"\(\d+\)|\[\d+\]", line)
    ]
    counting = _counting(alone)
    found = {written[place][0]: "page number" for place in counting}
    shapes = Counter(blotted(line) for _, line in written)
    again = {shape for shape, times in shapes.items() if times >= LEAST and len(shape) < 100}
    beside: dict[tuple[int, str], list[int]] = {}
    for place in counting:
        for away in (-2, -1, 1, 2):
            if 0 <= place + away < len(written):
                beside.setdefault((away, blotted(written[place + away][1])), []).append(place + away)
    for (away, shape), places in beside.items():
        least = max(LEAST, len(counting) // (2 if BARE.fullmatch(shape) else 12))
        if typed(shape.replace("#", "1")) is not None:
            continue
        if len(places) >= min(least, len(counting)) and len(shape) < 100 and abs(away) == 1:
            found |= {written[place][0]: "running head" for place in places}
    for alike in _alike(beside, len(counting)):
        found |= {written[place][0]: "running head" for place in alike}
    for (away, shape), places in beside.items():
        between = [place for place in places if written[place - (1 if away > 0 else -1)][0] in found]
        if (
            typed(shape.replace("#", "1")) is None
            and abs(away) == 2
            and len(between) >= LEAST
            and len(shape) < 100
            and not BARE.fullmatch(shape)
        ):
            found |= {written[place][0]: "running head" for place in between}
    if not counting:  # the number may stand on the running head itself
        numbered = [
            (place, int(match[1] or match[2]), blotted(line))
            for place, (_, line) in enumerate(written)
            if (match := AT_EDGE.search(line))
            and blotted(line) in again
            and not BARE.fullmatch(line)
            and typed(line) is None
        ]
        for shape in {shape for *_, shape in numbered}:
            for place in _counting([(place, value) for place, value, other in numbered if other == shape]):
                found[written[place][0]] = "running head"
    if len(counting) >= LEAST or found:  # the first page may have a head and no number
        for number, line in written:
            known = {blotted(text) for other, text in written if found.get(other) == "running head"}
            if blotted(line) in known:
                found.setdefault(number, "running head")
    return found


def parted(rows: Sequence[Row], marginal: dict[int, str]) -> list[list[Row]]:
    """The pages that page numbers part. They stand at the foot, but where the text begins with one, at the head."""
    written = [number for number, line in rows if line.strip()]
    at_head = any(marginal.get(number) == "page number" for number in written[:FURTHEST])
    pages: list[list[Row]] = [[]]
    for number, line in rows:
        here = marginal.get(number) == "page number"
        if here and at_head and any(one.strip() for _, one in pages[-1]):
            pages.append([])
        pages[-1].append((number, line))
        if here and not at_head:
            pages.append([])
    return [page for page in pages if any(line.strip() for _, line in page)]


def _alike(beside: dict[tuple[int, str], list[int]], pages: int) -> list[list[int]]:
    """Lines beside page numbers that begin or end alike: running heads that name the chapter as well."""
    groups: dict[tuple[int, str, str], list[int]] = {}
    for (away, shape), places in beside.items():
        words = shape.split()
        if abs(away) == 1 and len(words) > 2 and len(shape) < 140 and typed(shape.replace("#", "1")) is None:
            groups.setdefault((away, "first", " ".join(words[:2])), []).extend(places)
            groups.setdefault((away, "last", " ".join(words[-2:])), []).extend(places)
    return [places for places in groups.values() if len(places) >= max(LEAST, 0.3 * pages)]


def _counting(alone: list[tuple[int, int]]) -> list[int]:
    """The longest run of numbers, each one more than the last, that has at least two."""
    before: list[int] = []  # for each number, which one of them it counts on from; -1 for none
    lengths: list[int] = []
    last: dict[int, int] = {}
    for n, (_, value) in enumerate(alone):
        before.append(last.get(value - 1, -1))
        lengths.append(lengths[before[-1]] + 1 if before[-1] >= 0 else 1)
        if value not in last or lengths[n] > lengths[last[value]]:
            last[value] = n
    n = max(range(len(alone)), key=lambda one: lengths[one], default=-1)
    run: list[int] = []
    while n >= 0:
        run.append(alone[n][0])
        n = before[n]
    apart = sorted(first - second for first, second in pairwise(run))
    return run[::-1] if apart and apart[len(apart) // 2] >= PAGE else []
