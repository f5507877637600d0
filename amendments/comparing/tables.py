"""Tables among the words of a change, as rows of cells, each with its words marked as all the others are.

Only what is a table on its own side is made one; where a change leaves rows of different lengths, the words stay as
they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amendments.comparing.page_words import Words
from rulebook.wording import SAME

_TABLE = re.compile(r"(?:(?<=\n)|\A)[ ]*\|[^\n]*(?:\n[ ]*\|[^\n]*)+")
_RULED = re.compile(r"[ |:-]*-[ |:-]*")  # the line under the head
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a change, or a table: its rows, the first of them the head, of cells with their words."""

    words: tuple[Words, ...] = ()
    rows: tuple[tuple[tuple[Words, ...], ...], ...] = ()


def parts(words: Iterable[Words]) -> list[Part]:
    """The words in their order, parted where a table begins or ends."""
    listed = list(words)
    text = "".join(_text(one) for one in listed)
    found: list[Part] = []
    done = 0
    for match in _TABLE.finditer(text):
        rows = _rows(text, match.span(), listed)
        if rows:
            before = len(text[: match.start()].rstrip())
            found += [Part(tuple(_cut(listed, done, before))), Part(rows=rows)]
            done = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    found.append(Part(tuple(_cut(listed, done, len(text)))))
    return [one for one in found if one.words or one.rows]


def _text(words: Words) -> str:
    return words.lead + words.core + words.trail


def _rows(text: str, span: tuple[int, int], words: Sequence[Words]) -> tuple[tuple[tuple[Words, ...], ...], ...]:
    """The rows of what looks like a table; none where it is none."""
    rows: list[tuple[tuple[Words, ...], ...]] = []
    start, ruled = span[0], False
    for line in text[slice(*span)].split("\n"):
        end = start + len(line)
        if not line.rstrip().endswith("|"):
            return ()
        if len(rows) == 1 and not ruled and _RULED.fullmatch(line):
            ruled = True
        else:
            bars = [start + bar.start() for bar in _BAR.finditer(line)]
            rows.append(tuple(_cell(words, text, one + 1, other) for one, other in pairwise(bars)))
        start = end + 1
    return tuple(rows) if ruled and len({len(row) for row in rows}) == 1 and rows[0] else ()


def _cell(words: Sequence[Words], text: str, start: int, end: int) -> tuple[Words, ...]:
    """The words of a cell, without the white space round them."""
    inside = text[start:end]
    start, end = start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
    return tuple(_cut(words, start, end)) if end > start else ()


def _cut(words: Sequence[Words], start: int, end: int) -> Iterator[Words]:
    """The words between two places of the text that they make up."""
    at = 0
    for one in words:
        here = at + len(_text(one))
        if here > start and at < end:
            first, last = max(start - at, 0), min(end, here) - at
            yield one if (first, last) == (0, here - at) else _piece(one, first, last)
        at = here


def _piece(words: Words, first: int, last: int) -> Words:
    """Some of the letters of words; white space alone is not marked."""
    text = _text(words)[first:last]
    core = text.strip()
    if not core:
        return Words(SAME, "", text, "")
    lead = text[: len(text) - len(text.lstrip())]
    return replace(words, lead=lead, core=core, trail=text[len(lead) + len(core) :])
