"""The readings of a sentence: of its words as they stand, or with what should have been quoted taken as quoted.

Before words are taken as quoted, slips of the pen are put right. Every reading is given; none is preferred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lark import Token

from amendments.reading.clauses.clause import Unreadable
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.clauses.phrases import phrases_of
from amendments.reading.clauses.settled import settled
from amendments.reading.clauses.unquoted import beside_an_arrow, what_changes_described, with_quoted
from amendments.reading.edits import Fault
from amendments.reading.sentences.respelt import respelt
from amendments.reading.sentences.sentence import Sentence

MOST = 24  # readings

Attempt = tuple[tuple[Token, ...], list[Fault]]
"""A sentence as it may be meant, and what is to be said of it then."""


@dataclass(slots=True)
class Readings:
    """The readings of a sentence, each with what is to be said of it, and where it stopped making sense."""

    phrases: list[tuple[tuple[Phrase, ...], list[Fault]]] = field(default_factory=list)
    stopped: Unreadable | Token | None = None


def readings_of(sentence: Sentence, text: str) -> Readings:
    """The readings of a sentence; none where it has none, or too many to tell apart."""
    tokens = settled(sentence.tokens)
    strict = phrases_of(tokens)
    if isinstance(strict, tuple):
        return Readings([(strict, [])])
    for attempt, notes in _attempts(sentence, tokens, text):
        phrases = phrases_of(attempt)
        if isinstance(phrases, tuple):
            return Readings([(phrases, notes)], strict)
    found = Readings(stopped=strict)
    seen = set()
    for attempt in with_quoted(what_changes_described(tokens, text) or tokens, text):
        phrases = phrases_of(attempt)
        if isinstance(phrases, tuple) and (shown := repr(phrases)) not in seen:
            seen.add(shown)
            found.phrases.append((phrases, []))
        if len(found.phrases) > MOST:
            return Readings(stopped=strict)
    return found


def _attempts(sentence: Sentence, tokens: tuple[Token, ...], text: str) -> Iterator[Attempt]:
    """The sentence with slips put right, with an arrow between quotations, and with a description as one token."""
    if mended := respelt(sentence.tokens, text):
        yield settled(mended[0]), mended[1]
    if arrowed := beside_an_arrow(sentence.tokens, text):
        yield settled(arrowed), []
    if described := what_changes_described(tokens, text):
        yield described, []
