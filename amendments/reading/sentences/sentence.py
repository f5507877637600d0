"""A sentence as tokens of the grammar, and all those of a text: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from lark import Token

from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and where it stands.

    `under` is the place, among the sentences, of the one that introduces the
    list it is in (-1 for none). `opens` says that a list or new text follows it; `joined` that it begins with “and”.
    """

    tokens: tuple[Token, ...]
    span: Span
    passage: int = 0
    under: int = -1
    opens: bool = False
    joined: bool = False
    legend: str = ""


@dataclass(slots=True)
class Sentences:
    """The sentences of a text, what is set aside, and the quotations that may end elsewhere: (place, how many ends)."""

    sentences: list[Sentence] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    unclosed: tuple[Span, ...] = ()
    choices: tuple[tuple[int, int], ...] = ()
    passed_over: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    remarks: list[Span] = field(default_factory=list)
    long_texts: list[Span] = field(default_factory=list)
    edition: str = ""
