"""References: their many spellings, and what each says.

A `Reference` is what somebody wrote, taken apart; it says nothing about whether there is such a provision. Finding the
provision is the business of `rulebook.looking.locating`, and the words that references are made of stand in `grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from grammar.levels import LEVEL_WORD, level_word, rank
from rulebook.reference.codes import labels_of
from rulebook.reference.meaning import meaning
from rulebook.reference.scanning import scan
from rulebook.reference.values import LAST, Part, Reference, Step
from rulebook.source import Span


@lru_cache(maxsize=4096)
def read_reference(text: str) -> tuple[Reference, ...]:
    """The references that a text consists of, nothing else standing in it; an empty tuple where it is not one."""
    text = text.strip()
    for alone in (False, True):  # "5", "IV", "5 and 6" mean something only where a reference is expected
        found = scan(text, 0, alone=alone)
        if found and found[1] == len(text):
            return meaning(found[0])
    return ()


_POSSIBLE = re.compile(rf"(?:\b|(?=§)){LEVEL_WORD}\s*\(?[\dA-Za-z]|\b\d+[.IVX(]|\bC\d", re.IGNORECASE | re.ASCII)


def references_in(text: str) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
    """The references that stand in running words, with their spans."""
    place = 0
    while True:
        match = _POSSIBLE.search(text, place)
        if match is None:
            return
        found = scan(text, match.start(), either=True)
        said = meaning(found[0]) if found else ()
        if found and said and any(reference.steps for reference in said):
            yield (match.start(), found[1]), said
            place = max(found[1], match.start() + 1)
        else:
            place = match.start() + 1


__all__ = [
    "LAST", "Part", "Reference", "Step", "labels_of", "level_word", "meaning", "rank", "read_reference",
    "references_in", "scan",
]  # fmt: skip
