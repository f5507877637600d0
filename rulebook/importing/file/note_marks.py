"""The marks of footnotes, in any format: what a mark looks like, and which links make a note.

A page that was saved by another program often has no footnotes but links: a mark in the words that leads to a
paragraph elsewhere, and in that paragraph a link that leads back. Only where both are there is it a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"[\[(]?\s*(?:\d{1,4}|[a-zA-Z]|[ivxl]{1,6}|[*†‡§¶]{1,4}|note \d+)\s*[\])]?", re.IGNORECASE)
_BACK = frozenset("↩ ↩︎ ↑ ^ ↵ ⏎ back return".split())


@dataclass(frozen=True, slots=True)
class Linked:
    """What a paragraph has of links: the names of places in it, and where links lead, each with its words."""

    places: frozenset[str]
    links: tuple[tuple[str, str], ...]


def is_mark(words: str) -> bool:
    """Whether words may be the mark of a note: "1", "[2]", "(a)", "†"."""
    return bool(_MARK.fullmatch(words))


def is_way_back(words: str) -> bool:
    """Whether words are those of a link that leads back from a note: an arrow, or "back"."""
    return words.strip() in _BACK


def without_mark(said: str, mark: str) -> str:
    """What a note says, without its own mark at the head, or the stop after one that was a link."""
    bare = re.escape(mark.strip("[]() "))
    own = rf"[\[(]?{bare}(?:[\])]?[.:)]?\s+|[\])][.:]?\s*)" if bare else r"(?!)"
    opening = re.match(rf"(?:{own}|[\]).:]{{1,2}}\s+)(?=\S)", said)
    return said[opening.end() :] if opening else said


def linked_notes(paragraphs: Sequence[Linked]) -> dict[str, int]:
    """The paragraphs that are notes, by the name of the place in them that a mark further up leads to."""
    where = {name: number for number, one in enumerate(paragraphs) for name in one.places}
    found: dict[str, int] = {}
    for number, one in enumerate(paragraphs):
        for name, mark in one.links:
            note = where.get(name, -1)
            if note > number and is_mark(mark) and _leads_back(paragraphs[note], one, mark):
                found[name] = note
    return found


def _leads_back(note: Linked, caller: Linked, mark: str) -> bool:
    return any(
        name in caller.places and (is_way_back(words) or words.strip("[]() ") == mark.strip("[]() "))
        for name, words in note.links
    )
