"""The words of a sentence as tokens of the grammar. Every mark but white space is in one of them.

What is known is told by `grammar.words`, places by `rulebook.reference`. A noun before a quotation describes it,
whatever noun it is. What is left is a WORD, and a WORD that the grammar has no use for stops the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lark import Token

from amendments.reading.sentences import places, words
from amendments.reading.sentences.describing import described
from amendments.reading.sentences.patterns import ARROW
from amendments.reading.sentences.stretch import Quoted, Stretch

_SYMBOL = {
    ",": "COMMA", ":": "COLON", "—": "COLON", "–": "COLON", "-": "COLON", "(": "OPEN", ")": "CLOSE", "/": "WORD",
}  # fmt: skip

_IN_TURN: tuple[Callable[[Stretch], bool], ...] = (
    places.print_place, places.book, places.document_first, described, places.reference, places.aside,
    words.named_mark, words.phrase, words.ordinal, words.unit, places.number, words.word,
)  # fmt: skip
"""What a word is asked to be. The first that takes it has it."""


class Tokens(Stretch):
    """The tokens of one stretch of a text."""

    def take(self) -> None:
        """Takes the token that begins at `place`."""
        mark = self.text[self.place]
        if self.place in self.quoted:
            quotation = self.quoted[self.place].quotation
            self.put("QUOTE", quotation.span[1], quotation)
        elif arrow := ARROW.match(self.text, self.place, self.end):
            self.put("BECOMES", arrow.end())
        elif not ((mark.isalnum() or mark in "([§£$€.&") and any(kind(self) for kind in _IN_TURN)):
            self.put(_SYMBOL.get(mark, "WORD"), self.place + 1)


def tokens_of(text: str, place: int, end: int, quoted: Mapping[int, Quoted]) -> list[Token]:
    """All the tokens of a stretch."""
    tokens = Tokens(text, place, end, quoted)
    tokens.skip()
    while tokens.place < tokens.end:
        tokens.take()
        tokens.skip()
    return tokens.found


def kinds_of(text: str, place: int, end: int, quoted: Mapping[int, Quoted]) -> list[str]:
    """The kinds of all the tokens of a stretch."""
    return [one.type for one in tokens_of(text, place, end, quoted)]


def says_something(words: str) -> bool:
    """Whether emphasised words are a part of an instruction: a place, a verb or a heading such as “Amendment:”."""
    tokens = Tokens(words, 0, len(words), {})
    tokens.skip()
    if tokens.place >= tokens.end:
        return True
    while tokens.place < tokens.end and len(tokens.found) < 3:
        tokens.take()
        tokens.skip()
    kinds = [one.type for one in tokens.found]
    return kinds[0] in ("VERB", "SO_THAT", "READ") or bool({"REF", "BOOK"} & set(kinds)) or words.rstrip().endswith(":")
