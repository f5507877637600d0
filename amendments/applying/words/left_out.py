"""Ellipses in a quotation: what stands there in the book is not said.

At an edge it is a wildcard for what is before or after. Inside, everything from the first piece to the last is meant,
where that can be only one stretch. In new words it is what is left alone there, where the old words have one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.applying.words.patterns import occurrences
from rulebook.source import Span

_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.(?:[ \u00a0]?\.){2,})(?:\s*(?:…|\.(?:[ \u00a0]?\.)+))*[\])]?\s*")
MOST = 20  # stretches that are looked for: two are a question already


@dataclass(frozen=True, slots=True)
class Pieces:
    """A quotation parted at its ellipses; `before` and `after` say whether it begins or ends with one."""

    words: tuple[str, ...]
    before: bool = False
    after: bool = False

    @property
    def are_several(self) -> bool:
        """Whether an ellipsis stands inside."""
        return len(self.words) > 1

    @property
    def has_ellipsis(self) -> bool:
        """Whether anything is left out."""
        return self.before or self.after or self.are_several

    def shape(self) -> tuple[int, bool, bool]:
        """Where the ellipses stand."""
        return len(self.words), self.before, self.after


def pieces_of(quoted: str) -> Pieces:
    """A quotation parted at its ellipses."""
    parts = _ELLIPSIS.split(quoted)
    if len(parts) == 1:
        return Pieces((quoted,))
    words = tuple(part for part in parts if part.strip())
    return Pieces(words, not parts[0].strip(), not parts[-1].strip())


def stretches(text: str, pieces: tuple[str, ...]) -> list[tuple[Span, ...]]:
    """Every way in which pieces stand in a text one after another, each as the spans of the pieces."""
    places = [occurrences(text, piece) for piece in pieces]
    if not all(places):
        return []

    latest = [len(text)]  # where each piece may begin at the latest, so that the others can follow
    for spans in reversed(places):
        latest.append(max((start for start, end in spans if end <= latest[-1]), default=-1))
    latest.reverse()

    def onward(number: int, floor: int) -> Iterator[tuple[Span, ...]]:
        if number == len(pieces):
            yield ()
            return
        for span in places[number]:
            between = not number or any(character.isalnum() for character in text[floor : span[0]])
            if floor <= span[0] <= latest[number] and between:
                for rest in onward(number + 1, span[1]):
                    yield (span, *rest)

    found = []
    for one in onward(0, 0):
        found.append(one)
        if len(found) == MOST:
            break
    return found
