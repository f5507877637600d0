"""How much a reading of one label strains what stands round it: 0 for what a careful reader would not notice.

The figures are steps of doubt. Under `DOUBT` a reading is not worth telling anybody; from there on it is reported.
"""

from __future__ import annotations

from functools import lru_cache

from rulebook.numbering import ARABIC, BULLET, DECIMAL, count, front_and_last, next_letters, styles

DOUBT = 1.0
IMPOSSIBLE = 100.0


def least_step(last: str, label: str, otherwise: float = IMPOSSIBLE) -> float:
    """What it takes for a label to follow another, in the style in which it takes least; `otherwise` where it has no
    style."""
    return min((step(last, label, style) for style in styles(label)), default=otherwise)


@lru_cache(maxsize=65536)
def step(last: str, label: str, style: str) -> float:
    """What it takes for a label to follow another in one list: nothing for 6 after 5, little for 5A, much for 9."""
    if style == BULLET:
        return 0.0
    if (
        style == DECIMAL and last.endswith(".0") and label.endswith(".0")
    ):  # 4.0 after 3.0: chapters, and 3.1 is under one
        return step(last[:-2], label[:-2], DECIMAL if "." in label[:-2] else ARABIC)
    if style == DECIMAL and front_and_last(last)[0] != front_and_last(label)[0]:
        return 20.0
    if next_letters(last, label):
        return 0.0
    before, this = count(last, style), count(label, style)
    if before is None or this is None:
        return IMPOSSIBLE
    if this[0] == before[0] + 1:
        return 0.0 if not this[1] else 3.0
    if this[0] == before[0]:
        if before == this:
            return 3.5
        if not before[1] and this[1]:
            return 0.2 if this[1] in ("A", "2") else 2.0
        if before[1] and this[1] and this[1] > before[1]:
            return 0.2 if ord(this[1][-1]) == ord(before[1][-1]) + 1 else 2.0
        return 6.0
    if this[0] > before[0]:
        return min(2.5 + 0.15 * (this[0] - before[0]), 8.0)
    return 7.0


@lru_cache(maxsize=65536)
def beginning(label: str, style: str) -> float:
    """What it takes for a label to open a list."""
    if style == BULLET:
        return 0.3
    counted = count(label, style)
    if counted is None:
        return IMPOSSIBLE
    return 0.0 if counted == (1, "") else min(4.0 + 0.1 * counted[0], 8.0)


def aside(first: float | None, second: float | None) -> float:
    """What it takes for two provisions of one list to stand so far apart across the page, in points."""
    if first is None or second is None:
        return 0.0
    apart = abs(first - second)
    return 0.0 if apart <= 5 else 0.6 if apart <= 9 else 2.5


def inwards(child: float | None, parent: float | None) -> float:
    """What it takes for a list to stand so far in from the provision that it belongs to."""
    if child is None or parent is None:
        return 0.0
    return 0.0 if child > parent + 5 else 1.2 if child >= parent - 5 else 3.0
