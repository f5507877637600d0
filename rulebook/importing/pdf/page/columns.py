"""The reading order of a page: one column or two, found from the gap between them; what crosses the gap parts the page.

A gap counts where it is in the middle of the page, next to nothing crosses it, and both its sides are full of words,
or where other pages of the file have it at the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rulebook.importing.pdf.page.lines import Line, Word, lines_of

WHOLE, LEFT, RIGHT = 0, 1, 2
"""What a line's `column` says: the width of the page, or the column on one side."""

NARROWEST = 8.0  # points between two columns
MIDDLE = (0.33, 0.67)  # of the width of the text: where the gap between two columns is looked for
CROSSING = 0.12  # of the lines, at most, go over the gap on a page of two columns
WIDEST = 45.0
OVERHANG = 4.0  # points that a hyphen at a line's end may hang out into the gap
RAGGED = 20  # points: two lines that end at the same ragged edge
EVEN = 0.2  # of the lines, at least, end at an edge that is not ragged
FULL_IF_EVEN = 0.25  # where both columns are of one width
FULL = 0.45  # of the lines of a column reach over most of its width; in a table fewer do


@dataclass(frozen=True, slots=True)
class Gutter:
    """The gap between two columns, in points from the left of the page."""

    left: float
    right: float


def gutters(pages: Sequence[Sequence[Word]]) -> list[Gutter | None]:
    """Of each page the gap between its two columns; None for a page with one column."""
    found = [_gutter(words) for words in pages]
    sure = [one for one in found if one is not None]
    if not sure or 3 * len(sure) < sum(1 for words in pages if words):
        return found
    lines = [lines_of(list(words)) for words in pages]
    for side in (0, 1):  # left and right pages may have other margins
        places = range(side, len(pages), 2)
        best = _least_crossed([one for place in places if (one := found[place])], [lines[place] for place in places])
        for place in places:
            own = found[place]
            if own is not None and best is not None and abs(own.right - best.right) > 8:
                found[place] = best if _crossed(lines[place], best) <= _crossed(lines[place], own) else None
    for place, words in enumerate(pages):
        if found[place] is None and words:
            found[place] = next((one for one in _nearest(found, place) if _fits(lines[place], one)), None)
    return found


def _least_crossed(gaps: Sequence[Gutter], pages: Sequence[Sequence[Line]]) -> Gutter | None:
    """Of the gaps of some pages the one that fewest lines of all of them go over: where headings stand further out
    than all else in the right column, a page without one seems to have a gap further in."""
    places = {round(one.right / 4): one for one in gaps}
    usual = Counter(round(one.right / 4) for one in gaps)
    return min(
        (one for _, one in sorted(places.items())),
        key=lambda one: (sum(_crossed(lines, one) for lines in pages), -usual[round(one.right / 4)]),
        default=None,
    )


def _crossed(lines: Sequence[Line], gutter: Gutter) -> int:
    return sum(1 for line in lines if _crosses(line.words, gutter))


def _nearest(found: Sequence[Gutter | None], place: int) -> list[Gutter]:
    """The gaps of other pages, those of pages on the same side of the sheet first."""
    others = [(index, one) for index, one in enumerate(found) if one is not None]
    others.sort(key=lambda pair: ((pair[0] - place) % 2, abs(pair[0] - place)))
    return [one for _, one in others[:4]]


def _fits(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether a page of a book in two columns has them as well, although it may be filled only in part."""
    return _crossed(lines, gutter) <= 0.34 * len(lines)


def _crosses(words: Sequence[Word], gutter: Gutter) -> bool:
    return any(word.left < gutter.right - 1 and word.right > gutter.left + OVERHANG for word in words)


def _gutter(words: Sequence[Word]) -> Gutter | None:
    if len(words) < 60:
        return None
    left, right = _extent(words)
    width = right - left
    if width < 200:
        return None
    lines = lines_of(list(words))
    covered = [0] * (int(width) + 2)
    for line in lines:  # a line covers what its words cover, and the narrow gaps between them
        start = end = line.words[0].left
        for word in line.words:
            if word.left - end > NARROWEST * 0.9:
                _cover(covered, start - left, end - left)
                start = word.left
            end = max(end, word.right)
        _cover(covered, start - left, end - left)
    low, high = int(MIDDLE[0] * width), int(MIDDLE[1] * width)
    allowed = int(CROSSING * len(lines))
    best = _longest([count <= allowed for count in covered[low : high + 1]])
    if best is None or best[1] - best[0] < NARROWEST - 2:
        return None
    gutter = Gutter(left + low + best[0], left + low + best[1])
    gutter = _narrowed(lines, gutter)
    return gutter if _two_columns(lines, gutter, left, right) else None


def _narrowed(lines: Sequence[Line], gutter: Gutter) -> Gutter:
    """The strip just before the place where most lines of the right column begin: ragged lines end before it."""
    begins: Counter[int] = Counter()
    bold: set[int] = set()  # a heading is enough: it may stand further out than all else
    for line in lines:
        for before, word in zip((None, *line.words), line.words, strict=False):
            if word.left > gutter.left + 2 and (before is None or word.left - before.right >= NARROWEST - 2):
                begins[round(word.left)] += 1
                bold |= {round(word.left)} if word.bold else set()
                break
    enough = max(2, sum(begins.values()) / 12)
    first = min((place for place, number in begins.items() if number >= enough or place in bold), default=gutter.right)
    return Gutter(first - NARROWEST + 2, first)


def _extent(words: Sequence[Word]) -> tuple[float, float]:
    lefts = sorted(word.left for word in words)
    rights = sorted(word.right for word in words)
    return lefts[len(lefts) // 100], rights[-1 - len(rights) // 100]


def _cover(covered: list[int], start: float, end: float) -> None:
    for place in range(max(0, int(start)), min(len(covered), int(end) + 1)):
        covered[place] += 1


def _longest(free: Sequence[bool]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    start: int | None = None
    for place, one in enumerate([*free, False]):
        if one and start is None:
            start = place
        elif not one and start is not None:
            if best is None or place - start > best[1] - best[0]:
                best = (start, place)
            start = None
    return best


def _two_columns(lines: Sequence[Line], gutter: Gutter, left: float, right: float) -> bool:
    """Whether both sides are full of running words: the columns of a table, or a list of pages, are not."""
    sides: tuple[list[float], list[float]] = ([], [])
    for line in lines:
        if _crosses(line.words, gutter):
            continue
        for side, words in enumerate(_parted(line.words, gutter)):
            if words:
                sides[side].append(words[-1].right - words[0].left)
    middle = (gutter.left + gutter.right) / 2
    begins = min((word.left for line in lines for word in line.words if word.left > middle), default=right)
    even = NARROWEST <= (begins - left) - (right - begins) <= WIDEST
    enough = FULL_IF_EVEN if even else FULL
    for widths, width in ((sides[0], gutter.left - left), (sides[1], right - gutter.right)):
        if len(widths) < 6 or width < 80:
            return False
        if sum(1 for one in widths if one > 0.6 * width) < enough * len(widths):
            return False
    return True


def _parted(words: Sequence[Word], gutter: Gutter) -> tuple[list[Word], list[Word]]:
    middle = (gutter.left + gutter.right) / 2
    return [word for word in words if word.right <= middle], [word for word in words if word.right > middle]


def in_order(words: Sequence[Word], gutter: Gutter | None, page: int) -> list[Line]:
    """The lines of a page in the order in which they are read, numbered from 1."""
    if gutter is None:
        ordered = lines_of(list(words), page, WHOLE)
    else:
        ordered = []
        band: list[Word] = []
        for line in lines_of(list(words), page, WHOLE):
            if _crosses(line.words, gutter):
                ordered += _side_by_side(band, gutter, page)
                band = []
                ordered.append(line)
            else:
                band += line.words
        ordered += _side_by_side(band, gutter, page)
    return [replace(line, number=number) for number, line in enumerate(ordered, 1)]


def _side_by_side(words: Sequence[Word], gutter: Gutter, page: int) -> list[Line]:
    left, right = _parted(words, gutter)
    return [*lines_of(left, page, LEFT), *lines_of(right, page, RIGHT)]


def edges(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """Where the text of each column begins and ends, left and right, by page and column.

    Left and right pages may have other margins, so that of all pages of a side the leftmost line counts, where
    more than one line stands there.
    """
    left_of: dict[tuple[int, int], Counter[int]] = {}
    right_of: dict[tuple[int, int], Counter[int]] = {}
    for line in lines:
        key = (line.page % 2, line.column)
        left_of.setdefault(key, Counter())[round(line.left)] += 1
        right_of.setdefault(key, Counter())[round(line.right)] += 1
    for counts in (left_of, right_of):
        for column in (WHOLE, LEFT, RIGHT):
            one, other = counts.get((0, column)), counts.get((1, column))
            if one and other and _alike(one, other, counts is left_of):
                counts[0, column] = counts[1, column] = one + other
    found = {key: (_outermost(left_of[key], False), _outermost(right_of[key], True)) for key in left_of}
    return {(line.page, line.column): found[line.page % 2, line.column] for line in lines}


def _outermost(counts: Counter[int], right: bool) -> float:
    """The outermost place that several lines have, or the outermost at all where there are few lines.

    At a ragged edge no two lines need to end at one place, and it is enough that another ends not far from it.
    """
    total = sum(counts.values())
    enough = 1 if total < 20 else max(2, total // 400)
    near = {place: counts[place - 1] + counts[place] + counts[place + 1] for place in counts}
    ragged = right and max(near.values()) < EVEN * total
    for place in sorted(counts, reverse=right):
        beside = sum(counts[place - less] for less in range(RAGGED + 1)) if ragged else near[place]
        if beside >= enough:
            return float(place)
    return float(max(counts) if right else min(counts))


def _alike(one: Counter[int], other: Counter[int], left: bool) -> bool:
    """Whether the edges of left and right pages are the same, as far as can be seen."""
    first, second = _outermost(one, not left), _outermost(other, not left)
    shared = {place for place in one if one[place] > 2} & {place for place in other if other[place] > 2}
    return abs(first - second) <= 3 or (left and bool(shared) and min(sum(one.values()), sum(other.values())) < 60)
