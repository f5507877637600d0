"""The points of a motion, each with its place in the draft: what one numbered or lettered paragraph asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from amendments.drafts.draft import Draft
from amendments.drafts.length import text_of_motion
from rulebook.source import Span

_STATES = re.compile(
    r"\b(?:notes?|noting|believes?|recogni[sz]es?|considers?|welcomes?|regrets?|condemns?|applauds?|affirms?|background)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[ \t]*(?:(?:\(?\w{1,4}[.)]|[-*•])[ \t]+)?")
_BEGINS = re.compile(r"^[ \t]*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]|[-*•])[ \t]+\S", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")  # many empty lines are one gap


def asking_points(draft: Draft) -> Iterator[Span]:
    """The points of a motion that ask for something, not those that note or believe."""
    for section in text_of_motion(draft):
        if not _STATES.search(section.heading):
            yield from points(draft.source.text, section.span)


def points(text: str, span: Span) -> Iterator[Span]:
    """The points in a part of a text, without their labels. A block quote belongs to the point before it."""
    starts = {span[0]}
    starts |= {match.start() for match in _BEGINS.finditer(text, *span)}
    starts |= {
        match.end() for match in _BLANK.finditer(text, *span) if not text.startswith(">", _word(text, match.end()))
    }
    bounds = [*sorted(starts), span[1]]
    for start, end in pairwise(bounds):
        label = _LABEL.match(text, _word(text, start))
        first = min(label.end() if label else start, end)
        last = first + len(text[first:end].rstrip())
        if last > first:
            yield first, last


def _word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
