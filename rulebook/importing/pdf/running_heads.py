"""What repeats round the pages: running heads and feet, and page numbers.

It is found by position and repetition, from plain values: per page its lines from the top, with their distance from
the top where it is known. What stands on every page is no words of the rules, and what looks alike by chance stays.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from grammar.levels import HEADINGS
from rulebook.numbering import ROMAN_SMALL, numeral, roman_value

EDGE = 4  # lines at the head and at the foot of a page that are looked at
SAME = 2.5  # points: lines of two pages are at the same height
CLOSE = 14.0  # points: two lines of one running head

OFTEN = 4  # pages that name the chapter they are in

HEAD, FOOT, NUMBER = "running head", "running foot", "page number"

_ALONE = re.compile(
    r"[-–—\[(|~\s]*(?:page|p\.?|pg\.?)?\s*(?P<number>\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})\s*"
    r"(?:(?:of|/|out of)\s*(?:\d{1,4}|[ivxlc]{1,8}))?[-–—\])|~\s]*",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?:page|p\.|pg\.)\s*\w+(?:\s*(?:of|/)\s*\w+)?|[-–—]\s*\d+\s*[-–—]|\d+\s*(?:of|/)\s*\d+", re.IGNORECASE
)
_MARKED = re.compile(  # wherever in a line it stands
    r"\b(?:page|pp?|pg)\.?\s*(\d{1,4})\b(?:\s*(?:of|/)\s*\d+)?|(?<![\d/])(\d{1,4})\s*(?:of|/)\s*\d{1,4}\b(?!/)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:page\s+)?(\d{1,4}|[ivxlc]{1,8})\b(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
_LAST = re.compile(r"\b(?:page\s+)?(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|/)\s*\d+)?[\s\])|–—-]*$", re.IGNORECASE)
_HEADED = re.compile(rf"(?:{'|'.join(HEADINGS)})\s+\w{{1,6}}[.:]?", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?P<word>{'|'.join(HEADINGS)})\s+(?P<number>\d{{1,3}}|[IVXLC]{{1,6}}|[A-Z])\b", re.IGNORECASE)
_PARTS = re.compile(r"\t+|\s{3,}|\s+[|•·]\s+")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as a page shows it; wide gaps are tabs. `top` is its distance from the top in points, if it is known."""

    text: str
    top: float | None = None


@dataclass(slots=True)
class Surroundings:
    """Of one page: what each line is that belongs to no text (by its place in the page's lines), and its number."""

    dropped: dict[int, str] = field(default_factory=dict)
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge of a page. `place` counts from that edge."""

    page: int
    index: int
    place: int
    text: str
    top: float | None


def running(pages: Sequence[Sequence[Shown]]) -> list[Surroundings]:
    """The surroundings of each page."""
    found = [Surroundings() for _ in pages]
    edges = {HEAD: _edges(pages, False), FOOT: _edges(pages, True)}
    offsets = _offsets(edges)
    for what, lines in edges.items():
        surely = _repeated(lines, len(pages), offsets) | _of_chapters(lines, pages)
        for one in _outermost(lines, surely, len(pages)):
            alone = _ALONE.fullmatch(one.text)
            found[one.page].dropped[one.index] = NUMBER if alone else what
    _number(found, edges, offsets)
    return found


def _edges(pages: Sequence[Sequence[Shown]], foot: bool) -> list[_Edge]:
    lines = []
    for page, shown in enumerate(pages):
        filled = [(index, one) for index, one in enumerate(shown) if one.text.strip()]
        near = filled[::-1][:EDGE] if foot else filled[:EDGE]
        lines += [_Edge(page, index, place, one.text.strip(), one.top) for place, (index, one) in enumerate(near)]
    return lines


def _numbers(text: str) -> list[tuple[bool, int]]:
    """The page numbers that a line may hold: roman or not, and the number."""
    found: list[tuple[bool, int]] = []
    if _HEADED.fullmatch(text):
        return found
    for match in (_FIRST.match(text), _LAST.search(text), _MARKED.search(text)):
        if match is None:
            continue
        word = match[match.lastindex or 1]
        if word.isdigit():
            found.append((False, int(word)))
        elif (value := roman_value(word)) is not None:
            found.append((True, value))
    return list(dict.fromkeys(found))


def _offsets(edges: Mapping[str, Sequence[_Edge]]) -> dict[bool, list[int]]:
    """How far the printed numbers are ahead of the count of pages, arabic and roman: what several pages agree on."""
    counted: dict[bool, Counter[int]] = {False: Counter(), True: Counter()}
    for lines in edges.values():
        per_page: dict[int, set[tuple[bool, int]]] = defaultdict(set)
        for one in lines:
            if one.place < 2:
                for roman, value in _numbers(one.text):
                    if not roman or _ALONE.fullmatch(one.text) or "\t" in one.text:
                        per_page[one.page].add((roman, value - one.page))
        here = Counter(one for values in per_page.values() for one in values)
        for (
            roman,
            offset,
        ), number in here.items():  # the last row on a page and the first on the next agree, too
            counted[roman][offset] += number if number > 1 else 0
    found: dict[bool, list[int]] = {False: [], True: []}
    for roman, counts in counted.items():
        most = max(counts.values(), default=0)
        found[roman] = [offset for offset, number in counts.most_common(3) if number >= max(2, 0.2 * most)]
    return found


def _agrees(text: str, page: int, offsets: Mapping[bool, Sequence[int]]) -> bool:
    return any(value - page in offsets[roman] for roman, value in _numbers(text))


def _repeated(lines: Sequence[_Edge], pages: int, offsets: Mapping[bool, Sequence[int]]) -> set[tuple[int, int]]:
    """Which lines are on several pages, but for the page number, or stand where such lines stand."""
    enough = 2 if pages < 6 else 3
    keys: dict[str, list[_Edge]] = defaultdict(list)
    for one in lines:
        for key in _keys(one, offsets):
            keys[key].append(one)
    found: set[tuple[int, int]] = set()
    for key, group in keys.items():
        if _HEADED.fullmatch(key) and not _in_a_row(group):
            continue
        needed = max(enough, pages // 4) if key.startswith("part ") else enough  # cells of a table are alike, too
        if len({one.page for one in group}) >= needed or (key == "#" and len(group) >= 2):
            found |= {(one.page, one.index) for one in group if _level(one, group, enough)}
    for one in lines:
        spoken = _SPOKEN.fullmatch(one.text)
        if one.place == 0 and spoken and (pages < 3 or not offsets[False]):
            found.add((one.page, one.index))
    return found | _in_the_same_place(lines, found, pages)


def _keys(one: _Edge, offsets: Mapping[bool, Sequence[int]]) -> list[str]:
    """What a line and lines of other pages may have in common: all of it, all but the page number, one of its parts."""
    keys = [one.text] if len(one.text) > 3 or one.text.isalpha() else []
    if _agrees(one.text, one.page, offsets):
        if _ALONE.fullmatch(one.text):
            return ["#"]
        unmarked = _MARKED.sub("", one.text, count=1)
        if unmarked == one.text:
            unmarked = _LAST.sub("", _FIRST.sub("", one.text, count=1))
        keys.append("#" + unmarked.strip(" \t|–—-"))
    parts = [part for part in _PARTS.split(one.text) if len(part) > 5]
    if len(parts) > 1:
        keys += [f"part {part}" for part in parts]
    return keys


def _in_a_row(group: Sequence[_Edge]) -> bool:
    """Whether pages that follow one another have a line; “Section 1” may begin pages that are far apart."""
    pages = sorted({one.page for one in group})
    return len(pages) > 3 and pages[-1] - pages[0] < len(pages)


def _level(one: _Edge, group: Sequence[_Edge], enough: int) -> bool:
    """Whether enough lines of a group stand at the same height."""
    top = one.top
    if top is None:
        return True
    return sum(1 for other in group if other.top is not None and abs(other.top - top) <= SAME) >= enough


def _in_the_same_place(lines: Sequence[_Edge], found: set[tuple[int, int]], pages: int) -> set[tuple[int, int]]:
    """Lines at the height at which nearly all others are repeated: the name of a chapter that has one page."""
    at: dict[int, list[_Edge]] = defaultdict(list)
    for one in lines:
        if one.top is not None and not _HEADED.fullmatch(one.text):
            at[round(one.top)].append(one)
    more: set[tuple[int, int]] = set()
    for top in list(at):
        near = [one for beside in (top - 1, top, top + 1) for one in at.get(beside, ())]
        sure = sum((one.page, one.index) in found for one in near)
        short = [one for one in near if one.place == 0 and _names(one.text)]
        if pages < 5 and len(short) > 1 and len({one.page for one in short}) >= len(near):
            more |= {(one.page, one.index) for one in short}  # few pages, with another head on each
        if sure >= max(3, pages // 4) and 2 * sure > len(near):
            more |= {(one.page, one.index) for one in at[top]}
    return more


def _of_chapters(lines: Sequence[_Edge], pages: Sequence[Sequence[Shown]]) -> set[tuple[int, int]]:
    """Outermost lines that name on each page the chapter it is in, where the chapter has its own heading elsewhere."""
    outermost = [one for one in lines if one.place == 0 and one.top is not None]
    at: Counter[int] = Counter(round(one.top or 0.0) for one in outermost)
    usual = max(at, key=lambda top: at[top], default=0)
    near = [one for one in outermost if abs((one.top or 0.0) - usual) <= SAME]
    named = [(one, name) for one in near if (name := _chapter(one.text))]
    if len(named) < OFTEN or 2 * len(named) < len(pages):
        return set()
    places = {(one.page, one.index) for one, _ in named}
    others: Counter[str] = Counter(
        name
        for page, shown in enumerate(pages)
        for index, one in enumerate(shown)
        if (page, index) not in places and (name := _chapter(one.text))
    )
    return places if 3 * sum(name in others for _, name in named) >= 2 * len(named) else set()


def _chapter(text: str) -> str:
    """The level word and the number that a line begins with, in one form; "" for none."""
    match = _NUMBERED.match(text.strip())
    return f"{match['word']} {match['number']}".lower() if match else ""


def _names(text: str) -> bool:
    """Whether a line is names or titles that stand apart, as in a running head, and not a sentence."""
    parts = text.split("\t")
    return len(parts) > 1 and all(
        0 < len(part) <= 45 and not part[0].islower() and part[-1] not in ".;,:" for part in parts
    )


def _outermost(lines: Sequence[_Edge], found: set[tuple[int, int]], pages: int) -> list[_Edge]:
    """Those found that have nothing but others of them between them and the edge.

    Where most pages have one at a height, lines close beyond it are of the same head, which is too long for one line.
    """
    at: Counter[int] = Counter()
    for top in {(one.page, round(one.top)) for one in lines if (one.page, one.index) in found and one.top is not None}:
        at[top[1]] += 1
    kept: list[_Edge] = []
    beyond: dict[int, list[_Edge]] = defaultdict(list)
    for one in lines:
        outer = beyond[one.page]
        if (one.page, one.index) not in found:
            outer.append(one)
            continue
        row = [*outer, one]
        close = all(
            here.top is not None and other.top is not None and abs(here.top - other.top) <= CLOSE
            for here, other in pairwise(row)
        )
        usual = one.top is not None and 2 * sum(at[round(one.top) + less] for less in (-1, 0, 1)) > pages
        if not outer or (len(outer) <= 2 and close and usual):
            kept += row
            outer.clear()
        else:
            outer += [one] * EDGE  # nothing further in is outermost
    return kept


def _number(
    found: Sequence[Surroundings], edges: Mapping[str, Sequence[_Edge]], offsets: Mapping[bool, Sequence[int]]
) -> None:
    """The number of each page: as printed where the pages agree, else counted from 1."""
    said: dict[int, tuple[bool, int]] = {}
    for lines in edges.values():
        for one in lines:
            if one.index in found[one.page].dropped:
                for roman, value in _numbers(one.text):
                    if value - one.page in offsets[roman] and (one.page not in said or not roman):
                        said[one.page] = (roman, value)
    for page, surroundings in enumerate(found):
        near = min(said, key=lambda other: (abs(other - page), other < page), default=None)
        value = page + 1
        roman = False
        if near is not None and 3 * len(said) >= len(found):
            roman, value = said[near][0], said[near][1] + page - near
            if value < 1:
                roman, value = False, page + 1
        surroundings.number = numeral(value, ROMAN_SMALL) if roman else str(value)
