"""Headings of numbered provisions: “1. Scope” with a list or a paragraph under it.

What looks like one is one where most provisions of its level that have something under them begin so. The words of the
others are text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from grammar.places import SENTENCE
from rulebook.importing.file.labels import typed
from rulebook.numbering import BULLETS, styles
from rulebook.provision import Provision
from rulebook.reading.following import dress

LONGEST = 90  # signs
WORDS = 12
WORDS_WITH_A_STOP = 6
SHARE = 0.7  # of the provisions of a level that have something under them
_TITLE = re.compile(r"[“‘\"'(]?[A-Z0-9][^|]*[^;:,|]", re.DOTALL)

Level = tuple[int, str, tuple[str, ...]]
"""How deep a provision stands, and the dress and numerals of its label."""


def with_item_headings(
    provisions: Sequence[Provision], bold: Sequence[bool], numbered: frozenset[str]
) -> tuple[Provision, ...]:
    """The provisions, the first words of each that are its heading made that. `bold` says of each, in the order of the
    book, whether its first paragraph is; `numbered` are the kinds whose provisions have a number and no word."""
    having: Counter[Level] = Counter()
    titled: Counter[Level] = Counter()
    marks = iter(bold)
    looks = dict(zip(map(id, _all(provisions)), marks, strict=True))
    for depth, one in _with_depth(provisions, 0):
        if one.kind in numbered and one.label and one.label not in BULLETS and not one.heading and _has_more(one):
            level = depth, dress(one.label), styles(one.label)
            having[level] += 1
            titled[level] += _may_be(one, looks[id(one)])
    usual = {level for level, times in titled.items() if times > 1 and times >= SHARE * having[level]}

    def headed(siblings: Sequence[Provision], depth: int, free: bool) -> tuple[Provision, ...]:
        found = []
        for one in siblings:
            level = depth, dress(one.label), styles(one.label)
            plain = one.kind in numbered and one.label not in BULLETS and not one.heading
            more = _has_more(one) or looks[id(one)]
            first, _, rest = one.text.partition("\n\n")
            below = headed(one.children, depth + 1, free and not one.tail)
            if free and plain and more and (level in usual or looks[id(one)]) and _may_be(one, looks[id(one)]):
                found.append(replace(one, heading=first, text=rest, children=below))
            else:
                found.append(replace(one, children=below))
        return tuple(found)

    return headed(provisions, 0, True)


def _may_be(one: Provision, bold: bool) -> bool:
    """Whether the first words read like a heading, and not like a sentence or what introduces a list."""
    first = one.text.partition("\n\n")[0]
    words = first.split()
    if not words or len(first) > LONGEST or len(words) > WORDS or not _TITLE.fullmatch(first):
        return False
    if words[-1].lower() in ("and", "or") or SENTENCE.search(first) or typed(first):
        return False
    if first.endswith(".") and not bold and len(words) > WORDS_WITH_A_STOP:
        return False
    under = [] if "\n\n" in one.text else [child.text for child in one.children if child.text]
    return bold or not under or not under[0][:1].islower()


def _has_more(one: Provision) -> bool:
    return bool(one.children or "\n\n" in one.text)


def _all(provisions: Sequence[Provision]) -> Iterator[Provision]:
    for one in provisions:
        yield one
        yield from _all(one.children)


def _with_depth(provisions: Sequence[Provision], depth: int) -> Iterator[tuple[int, Provision]]:
    for one in provisions:
        yield depth, one
        yield from _with_depth(one.children, depth + 1)
