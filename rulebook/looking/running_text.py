"""The words of a whole rulebook in one text, so that they can be searched at once.

Every heading, text and tail stands in it once, in the order of the book. What is found never runs from one into
another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from rulebook.provision import Path, Rulebook
from rulebook.source import Span

_PART = "\n\x00\n"  # no pattern of words goes over it


class RunningText:
    """The text, and which provision each place in it belongs to."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._starts: list[int] = []
        self._places: list[tuple[Path, str]] = []
        pieces, length = [], 0
        for path, part, words in _in_order(rulebook):
            self._starts.append(length)
            self._places.append((path, part))
            pieces.append(words)
            length += len(words) + len(_PART)
        self.text = _PART.join(pieces)
        self._small = self.text.replace("İ", "I").lower()  # the one letter that is longer when it is small

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Path, str, Span]]:
        """Where a pattern stands: the provision, the part of it ("heading", "text", "tail") and the span in that."""
        for match in pattern.finditer(self.text):
            yield self._place(*match.span())

    def find_words(self, words: str) -> Iterator[tuple[Path, str, Span]]:
        """Where words stand that begin so, whatever their capitals: "affiliat" in "Affiliated"."""
        small = " ".join(words.split()).lower()
        place = self._small.find(small)
        while place >= 0:
            if not (place and self._small[place - 1].isalnum()):
                yield self._place(place, place + len(small))
            place = self._small.find(small, place + 1)

    def _place(self, start: int, end: int) -> tuple[Path, str, Span]:
        number = bisect_right(self._starts, start) - 1
        path, part = self._places[number]
        return path, part, (start - self._starts[number], end - self._starts[number])


def _in_order(rulebook: Rulebook) -> Iterator[tuple[Path, str, str]]:
    tails: list[tuple[Path, str]] = []
    for path, provision in rulebook.walk():
        while tails and path[: len(tails[-1][0])] != tails[-1][0]:
            above, words = tails.pop()
            yield above, "tail", words
        if provision.heading:
            yield path, "heading", provision.heading
        if provision.text:
            yield path, "text", provision.text
        if provision.tail:
            tails.append((path, provision.tail))
    for above, words in reversed(tails):
        yield above, "tail", words
