"""A stretch of a text, and the tokens taken from it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lark import Token

from amendments.reading.quotations import Quotation
from amendments.reading.sentences.patterns import SPACE
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in the text: what it says, and how many ends it might have."""

    quotation: Quotation
    ends: int = 1


def token(kind: str, text: str, span: Span, value: object = None) -> Token:
    """A token of the grammar with its place."""
    made = Token(kind, text[slice(*span)], start_pos=span[0], end_pos=span[1])
    if value is not None:
        made.value = value
    return made


class Stretch:
    """Tokens are taken one after another from `place` up to `end`. `quoted` has the quotations by where they begin."""

    def __init__(self, text: str, place: int, end: int, quoted: Mapping[int, Quoted]) -> None:
        self.text, self.place, self.end, self.quoted = text, place, end, quoted
        self.found: list[Token] = []
        self.edition = ""

    def last(self) -> str:
        """The kind of the last token that means something."""
        return next((one.type for one in reversed(self.found) if one.type != "LITTLE"), "")

    def put(self, kind: str, end: int, value: object = None, start: int | None = None) -> None:
        self.found.append(token(kind, self.text, (self.place if start is None else start, end), value))
        self.place = end

    def skip(self) -> None:
        """Goes on to the next mark that is not white space or emphasis."""
        space = SPACE.match(self.text, self.place, self.end)
        if space:
            marked = (
                place for place in range(self.place, space.end()) if self.text[place] == "*" and place in self.quoted
            )
            self.place = next(marked, space.end())
