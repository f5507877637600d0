"""The tokens of a sentence with its slips of the pen put right: “delte”, “Caluse 5”, “the second sentance”.

The words are read once more as they should have been written; the places of the tokens stay those of the user's own
text, and what is quoted stays as it is. What was put right is said.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lark import Token

from amendments.reading.edits import Fault
from amendments.reading.quotations import Quotation
from amendments.reading.sentences.stretch import Quoted
from amendments.reading.sentences.tokens import tokens_of
from amendments.reading.slips import nearest
from grammar.numbers import CARDINALS
from rulebook.diagnostics import Severity
from rulebook.source import Span

_WORDS = re.compile(r"[^\W\d_]+")


def respelt(tokens: tuple[Token, ...], text: str) -> tuple[tuple[Token, ...], list[Fault]] | None:
    """The tokens of a sentence with each word that is no word of ours taken for the one that it is a slip of; None
    where there is none."""
    slips = _slips(tokens, text)
    if not slips:
        return None
    start, end = tokens[0].start_pos or 0, tokens[-1].end_pos or 0
    written, moved = "", _Moved(start)
    at = start
    for (first, last), word in slips:
        written += text[at:first] + word
        moved.note(len(written), last)
        at = last
    written += text[at:end]
    quoted = {moved.new(one.start_pos or 0): _shifted(one, moved) for one in _quotations(tokens)}
    kept = {one.start_pos: one for one in _quotations(tokens)}
    return tuple(_placed(one, moved, kept) for one in tokens_of(written, 0, len(written), quoted)), [
        _note(text[slice(*span)], word, span) for span, word in slips
    ]


def _slips(tokens: tuple[Token, ...], text: str) -> list[tuple[Span, str]]:
    """Where words stand that are slips, and how they should have been written."""
    found = []
    for one in tokens:
        if one.type in ("WORD", "NOUN"):
            for match in _WORDS.finditer(text, one.start_pos or 0, one.end_pos or 0):
                near = "" if match[0].lower() in CARDINALS else nearest(match[0].lower())
                if near:
                    found.append((match.span(), near.capitalize() if match[0][0].isupper() else near))
    return found


def _note(word: str, near: str, span: Span) -> Fault:
    return Fault("word-misspelt", f"read “{word}” as “{near}”", span, f"write “{near}”", Severity.WARNING, near)


class _Moved:
    """Where the words of a text stand in it once it is written otherwise, and the other way round."""

    def __init__(self, start: int) -> None:
        self.steps: list[Span] = [(0, start)]  # from here on in the new text, as from there on in the old one

    def note(self, new: int, old: int) -> None:
        self.steps.append((new, old))

    def new(self, place: int) -> int:
        new, old = max((step for step in self.steps if step[1] <= place), key=lambda step: step[1])
        return place - old + new

    def old(self, place: int) -> int:
        new, old = max((step for step in self.steps if step[0] <= place), key=lambda step: step[0])
        beyond = [step[1] for step in self.steps if step[0] > place]
        return min(place - new + old, *beyond) if beyond else place - new + old


def _quotations(tokens: tuple[Token, ...]) -> list[Token]:
    """The tokens that stay as they are: what is quoted."""
    return [one for one in tokens if isinstance(one.value, Quotation) and one.value.form != "named"]


def _shifted(one: Token, moved: _Moved) -> Quoted:
    quotation: Quotation = one.value
    return Quoted(replace(quotation, span=(moved.new(one.start_pos or 0), moved.new(one.end_pos or 0))))


def _placed(one: Token, moved: _Moved, kept: dict[int | None, Token]) -> Token:
    """A token with its place in the user's own text."""
    span = moved.old(one.start_pos or 0), moved.old(one.end_pos or 0)
    if isinstance(one.value, Quotation) and span[0] in kept:
        return kept[span[0]]
    value = replace(one.value, span=span) if isinstance(one.value, Quotation) else one.value
    made = Token(one.type, str(one), start_pos=span[0], end_pos=span[1])
    made.value = value
    return made
