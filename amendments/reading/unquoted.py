"""Readings of sentences that the strict grammar does not take: words without quotation marks, and positions that
could belong to either of two verbs. Every reading is given; none is preferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from lark import Lark, Token, Tree
from lark.exceptions import LarkError, VisitError
from lark.visitors import CollapseAmbiguities

import grammar
from amendments.reading.quotations import Quotation
from amendments.reading.sentences import Phrase, Reading
from amendments.reading.tokens import Sentence
from amendments.reading.vocabulary import VERBS

_INTRODUCED = re.compile(r"(?:the\s+)?(?:words?|phrase|figure|sentence)\s+", re.IGNORECASE)
LONGEST = 60  # tokens; beyond that the ways to part unquoted words are too many for anyone to follow
MOST = 48  # readings


class _FreeReading(Reading):
    """The same phrases, with unquoted words as quotations."""

    def __init__(self, text: str, sentence: Sentence, *, with_commas: bool) -> None:
        super().__init__()
        self.text, self.with_commas = text, with_commas
        ends = [sentence.span[0], *((token.end_pos or 0) for token in sentence.tokens)]
        self.ends = {token.start_pos: end for token, end in zip(sentence.tokens, ends, strict=False)}

    def unquoted(self, children: list[Any]) -> Token:
        start, end = children[0].start_pos, children[-1].end_pos
        gap = self.text[self.ends.get(start, start) : start]  # "a", "the": the stream leaves them out
        start -= len(gap.lstrip(" \t\n:;–—-") if self.with_commas else gap.lstrip(" \t\n,:;–—-"))
        if self.with_commas and self.text[end : end + 1] == ",":
            end += 1
        introduced = _INTRODUCED.match(self.text, start, end)  # "the words fit to stand" are "fit to stand"
        if introduced and introduced.end() < end:
            start = introduced.end()
        found = Token("QUOTE", self.text[start:end], start_pos=start, end_pos=end)
        found.value = Quotation(" ".join(self.text[start:end].split()), (start, end), "unquoted")
        return found


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load_freely("instruction", "freely")


def free_readings(sentence: Sentence, text: str) -> list[tuple[Phrase, ...]]:
    """The readings, without repeats; an empty list where there is none, or too many to tell apart."""
    kinds = [token.type for token in sentence.tokens]
    if len(kinds) > LONGEST or not any(kind in VERBS for kind in kinds):
        return []
    try:
        forest = _parser().parse(cast(Any, list(sentence.tokens)))
    except LarkError:
        return []
    found: dict[str, tuple[Phrase, ...]] = {}
    for tree in _trees(forest):
        for commas in (False, True):
            reading = _FreeReading(text, sentence, with_commas=commas)
            try:
                phrases: tuple[Phrase, ...] = reading.transform(tree)
            except VisitError:
                continue
            found.setdefault(repr(phrases), phrases)
        if len(found) > MOST:
            return []
    return list(found.values())


def _trees(forest: Tree[Token]) -> Iterator[Tree[Token]]:
    yield from CollapseAmbiguities().transform(forest)
