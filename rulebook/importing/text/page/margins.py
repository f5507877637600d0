"""What stands at the head and the foot of pages: page numbers, and lines that come again from page to page."""

from __future__ import annotations

import re
from collections import Counter

from rulebook.importing.file.labels import label_without_gap, typed
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.headings import heading

NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—|\[(]?\s*(?P<number>\d{1,4})\s*[-–—|\])]?\s*(?:of\s+\d{1,4}|/\s*\d{1,4})?", re.I
)
_ROMAN = re.compile(r"[-–—]?\s*(?P<number>[ivxl]{1,6})\s*[-–—]?")
AT_EDGE = re.compile(
    r"^\s*(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?\b|\b(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?\s*$", re.I
)
BARE = re.compile(r"(?:[A-Za-z]+\s+)?\S{1,6}|(?:chapter|clause|article|section|rule|part)\s+\S{1,6}[.:]?", re.I)
FURTHEST = 2  # lines between a page number and a running head
LEAST = 3  # times that a line must come again to be a running head


def blotted(line: str) -> str:
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
    shapes = Counter(shape for edge in edges for shape in {blotted(line) for _, line in edge})
    numbered = Counter(_edge_shape(line) for edge in edges for _, line in edge if AT_EDGE.search(line))
    lines = Counter(" ".join(line.split()) for edge in edges for _, line in edge)
    again = {blotted(line) for line, times in lines.items() if times > 1}
    found: dict[int, str] = {}
    for edge in edges:
        here: set[str] = set()
        for number, line in edge:
            words = " ".join(line.split())
            titled = heading(Paragraph(words)) is not None
            if titled and (words in here or blotted(line) not in again):
                continue  # what a running head said a line before, or what counts on from page to page, is of the body
            here.add(words)
            if NUMBER.fullmatch(words) or _ROMAN.fullmatch(words):
                found[number] = "page number"
            elif (
                len(words) < 120
                and not _is_labelled(words)
                and (
                    shapes[blotted(line)] >= _often(words, len(pages))
                    or (numbered[_edge_shape(line)] and _counts_with(line, edges))
                )
            ):
                found[number] = "running head"
    return found


def _is_labelled(words: str) -> bool:
    return typed(words) is not None or bool(label_without_gap(words))


def _often(words: str, pages: int) -> int:
    """On how many pages a line must stand at the edge: on many, where it may be a heading at the top of a page."""
    return min(max(LEAST, pages // 2 if BARE.fullmatch(words) else 0), pages)


def _edge_shape(line: str) -> str:
    """On which side a line has a number."""
    match = AT_EDGE.search(line)
    return ("left" if match[1] else "right") if match else ""


def _counts_with(line: str, edges: list[list[tuple[int, str]]]) -> bool:
    """Whether a line with a page number at one side stands where lines of other pages have one that counts on.

    It is a running head that changes from chapter to chapter.
    """
    match = AT_EDGE.search(line)
    place = next((n for n, edge in enumerate(edges) if any(one == line for _, one in edge)), None)
    if match is None or place is None:
        return False
    here = int(match[1] or match[2])
    agreeing = 0
    for n, edge in enumerate(edges):
        for _, other in edge:
            found = None if NUMBER.fullmatch(other.strip()) else AT_EDGE.search(other)
            if found and int(found[1] or found[2]) - n == here - place and n != place:
                agreeing += 1
                break
    return agreeing * 2 >= len(edges)


def printed_number(page: list[tuple[int, str]], marginal: dict[int, str]) -> str:
    for number, line in page:
        if number in marginal:
            match = NUMBER.fullmatch(line.strip()) or _ROMAN.fullmatch(line.strip())
            if match:
                return match["number"]
            edge = AT_EDGE.search(line)
            if edge:
                return edge[1] or edge[2]
    return ""
