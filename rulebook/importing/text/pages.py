"""The lines of a text that belong to its body: what stands at the head and the foot of every page is left out.

Pages are parted by form feeds; where there are none, by numbers that stand alone and count up, with the lines beside
them that come again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rulebook.importing.headings import heading
from rulebook.importing.labels import label_without_gap, typed
from rulebook.importing.paragraphs import LeftOut, Paragraph
from rulebook.importing.text.chapter_heads import chapter_heads, kept_once
from rulebook.importing.text.columns import in_columns
from rulebook.importing.text.line_numbers import Row, without_line_numbers

_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—|\[(]?\s*(?P<number>\d{1,4})\s*[-–—|\])]?\s*(?:of\s+\d{1,4}|/\s*\d{1,4})?", re.I
)
_ROMAN = re.compile(r"[-–—]?\s*(?P<number>[ivxl]{1,6})\s*[-–—]?")
_AT_EDGE = re.compile(
    r"^\s*(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?\b|\b(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?\s*$", re.I
)
_BARE = re.compile(r"(?:[A-Za-z]+\s+)?\S{1,6}|(?:chapter|clause|article|section|rule|part)\s+\S{1,6}[.:]?", re.I)
_CELL = re.compile(r"\S+(?: \S+)*")
FURTHEST = 2  # lines between a page number and a running head
PAGE = 8  # written lines between two page numbers, mostly; what is nearer is a column of figures
LEAST = 3  # times that a line must come again to be a running head


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: its words, how many spaces stand before them, its page and its number, from 1.

    `inner` is how many signs stand before its second word: before the words, where the first is a label. `above` is
    "break" where a page or a column begins. `notes` are the footnotes that it calls.
    `cells` are its words where wide gaps part them, with the place where each begins.
    """

    text: str
    indent: int
    page: str
    number: int
    blank: bool = False
    inner: int = 0
    above: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[tuple[int, str], ...] = ()


def body_of(text: str) -> tuple[list[Line], list[LeftOut]]:
    """The lines of the body, blank ones among them, and those that were left out."""
    raw = [
        re.sub(r"(?<=\S)\t", " \t", line).expandtabs(4) for line in re.sub(r"(?<=[^\n\f])\f", "\n\f", text).split("\n")
    ]
    pages: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(raw, 1):
        while line.startswith("\f"):
            line = line[1:]
            pages.append([])
        pages[-1].append((number, line))
    pages, numbers_of_lines = without_line_numbers(pages)
    if len(pages) > 1:
        marginal = edge_lines(pages)
    else:
        marginal = _by_numbers(pages[0])
        pages = _parted(pages[0], marginal)
    marginal = kept_once(pages, marginal | chapter_heads(pages, marginal))
    left_out: list[LeftOut] = []
    bodies: list[tuple[str, list[Row]]] = []
    page_of: dict[int, str] = {}
    shown = ""
    for count, page in enumerate(pages, 1):
        here = printed_number(page, marginal) or (str(count) if len(pages) > 1 else shown)
        bodies.append((here, []))
        for number, line in page:
            page_of[number] = here
            if number not in marginal:
                bodies[-1][1].append((number, line))
                continue
            words = line.strip()
            match = _NUMBER.fullmatch(words)
            left_out.append(LeftOut(marginal[number], " ".join(words.split()), here, number))
            if match and len(pages) == 1:
                shown = here = match["number"]
            bodies.append((here, []))
    left_out += [replace(one, page=page_of.get(one.line, "")) for one in numbers_of_lines]
    bodies = [(here, rows) for here, rows in bodies if any(line.strip() for _, line in rows)]
    lines: list[Line] = []
    for (here, _), parts in zip(bodies, in_columns([rows for _, rows in bodies]), strict=True):
        for part in parts:
            lines += _lines(part, here, bool(lines))
    return _unbroken(lines), left_out


def _lines(rows: Sequence[Row], page: str, broken: bool) -> list[Line]:
    """Rows that follow one another on a page; `broken` where something was left out, or a page begins, before them."""
    found: list[Line] = []
    for number, line in rows:
        words = line.strip()
        if not words:
            if not broken:
                found.append(Line("", 0, page, number, blank=True))
            continue
        stuck = label_without_gap(words)
        if stuck:
            words = f"{words[:stuck]} {words[stuck:]}"
        indent = len(line) - len(line.lstrip())
        second = re.match(r"\s*\S+\s+", line)
        inner = second.end() if second else indent
        cells = tuple((match.start(), " ".join(match[0].split())) for match in _CELL.finditer(line))
        above = "break" if broken else ""
        found.append(Line(" ".join(words.split()), indent, page, number, False, inner, above, (), cells))
        broken = False
    return found


def _unbroken(lines: list[Line]) -> list[Line]:
    """Without the blank lines that stood before what was left out at the foot of a page."""
    found: list[Line] = []
    for line in lines:
        if line.above == "break":
            while found and found[-1].blank:
                found.pop()
        found.append(line)
    return found


def _shape(line: str) -> str:
    """A line with its numbers blotted out, so that a running head with a page number is the same on each page."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def edge_lines(pages: list[list[tuple[int, str]]]) -> dict[int, str]:
    """Lines at the head and the foot of pages that come again, or are numbers: what each is, by the line's number.

    A page is a list of lines, each with a number that no other line of any page has.
    """
    edges: list[list[tuple[int, str]]] = []
    for page in pages:
        written = [(number, line) for number, line in page if line.strip()]
        edges.append([*written[:FURTHEST], *(one for one in written[-FURTHEST:] if one not in written[:FURTHEST])])
    shapes = Counter(shape for edge in edges for shape in {_shape(line) for _, line in edge})
    numbered = Counter(_edge_shape(line) for edge in edges for _, line in edge if _AT_EDGE.search(line))
    lines = Counter(" ".join(line.split()) for edge in edges for _, line in edge)
    again = {_shape(line) for line, times in lines.items() if times > 1}
    found: dict[int, str] = {}
    for edge in edges:
        here: set[str] = set()
        for number, line in edge:
            words = " ".join(line.split())
            titled = heading(Paragraph(words)) is not None
            if titled and (words in here or _shape(line) not in again):
                continue  # what a running head said a line before, or what counts on from page to page, is of the body
            here.add(words)
            if _NUMBER.fullmatch(words) or _ROMAN.fullmatch(words):
                found[number] = "page number"
            elif (
                len(words) < 120
                and not _is_labelled(words)
                and (
                    shapes[_shape(line)] >= _often(words, len(pages))
                    or (numbered[_edge_shape(line)] and _counts_with(line, edges))
                )
            ):
                found[number] = "running head"
    return found


def _is_labelled(words: str) -> bool:
    return typed(words) is not None or bool(label_without_gap(words))


def _often(words: str, pages: int) -> int:
    """On how many pages a line must stand at the edge: on many, where it may be a heading at the top of a page."""
    return min(max(LEAST, pages // 2 if _BARE.fullmatch(words) else 0), pages)


def _edge_shape(line: str) -> str:
    """On which side a line has a number."""
    match = _AT_EDGE.search(line)
    return ("left" if match[1] else "right") if match else ""


def _counts_with(line: str, edges: list[list[tuple[int, str]]]) -> bool:
    """Whether a line with a page number at one side stands where lines of other pages have one that counts on.

    It is a running head that changes from chapter to chapter.
    """
    match = _AT_EDGE.search(line)
    place = next((n for n, edge in enumerate(edges) if any(one == line for _, one in edge)), None)
    if match is None or place is None:
        return False
    here = int(match[1] or match[2])
    agreeing = 0
    for n, edge in enumerate(edges):
        for _, other in edge:
            found = _AT_EDGE.search(other)
            if found and int(found[1] or found[2]) - n == here - place and n != place:
                agreeing += 1
                break
    return agreeing * 2 >= len(edges)


def printed_number(page: list[tuple[int, str]], marginal: dict[int, str]) -> str:
    for number, line in page:
        if number in marginal:
            match = _NUMBER.fullmatch(line.strip()) or _ROMAN.fullmatch(line.strip())
            if match:
                return match["number"]
            edge = _AT_EDGE.search(line)
            if edge:
                return edge[1] or edge[2]
    return ""


def _by_numbers(lines: list[tuple[int, str]]) -> dict[int, str]:
    """Page numbers that stand alone and count up, and the running heads beside them, in text without form feeds."""
    written = [(number, line.strip()) for number, line in lines if line.strip()]
    alone = [
        (place, int(match["number"]))
        for place, (_, line) in enumerate(written)
        if (match := _NUMBER.fullmatch(line)) and not re.fullmatch(r"\(\d+\)|\[\d+\]", line)
    ]
    counting = _counting(alone)
    found = {written[place][0]: "page number" for place in counting}
    shapes = Counter(_shape(line) for _, line in written)
    again = {shape for shape, times in shapes.items() if times >= LEAST and len(shape) < 100}
    beside: dict[tuple[int, str], list[int]] = {}
    for place in counting:
        for away in (-2, -1, 1, 2):
            if 0 <= place + away < len(written):
                beside.setdefault((away, _shape(written[place + away][1])), []).append(place + away)
    for (away, shape), places in beside.items():
        least = max(LEAST, len(counting) // (2 if _BARE.fullmatch(shape) else 12))
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
            and not _BARE.fullmatch(shape)
        ):
            found |= {written[place][0]: "running head" for place in between}
    if not counting:  # the number may stand on the running head itself
        numbered = [
            (place, int(match[1] or match[2]), _shape(line))
            for place, (_, line) in enumerate(written)
            if (match := _AT_EDGE.search(line))
            and _shape(line) in again
            and not _BARE.fullmatch(line)
            and typed(line) is None
        ]
        for shape in {shape for *_, shape in numbered}:
            for place in _counting([(place, value) for place, value, other in numbered if other == shape]):
                found[written[place][0]] = "running head"
    if len(counting) >= LEAST or found:  # the first page may have a head and no number
        for number, line in written:
            known = {_shape(text) for other, text in written if found.get(other) == "running head"}
            if _shape(line) in known:
                found.setdefault(number, "running head")
    return found


def _parted(rows: Sequence[Row], marginal: dict[int, str]) -> list[list[Row]]:
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
