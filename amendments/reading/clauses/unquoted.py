"""What should have been quoted and is not: words of nobody’s taken as quoted, or described, or beside an arrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token

from amendments.reading.quotations import Quotation
from amendments.reading.sentences.stretch import token
from grammar.words import TURNS

LONGEST = 60  # tokens; beyond that the ways to part unquoted words are too many for anyone to follow

_DESCRIBES = frozenset("WORD LITTLE NUMBER_OF UNIT OF ALL SHALL WILL IS BE FOR IN AT BY TO".split())


def what_changes_described(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...] | None:
    """A sentence that says in words of its own what it is that changes “from “four” to “three””: these words as one
    token. They describe what is quoted, which must stand in the rules. None where it says nothing of the kind."""
    verb = next((n for n, one in enumerate(tokens) if one.type == "VERB" and one.value[0] == "change"), None)
    start = next((n for n, one in enumerate(tokens) if one.type == "FROM"), None)
    if verb is None or start is None:
        return None
    first, last = (verb + 1, start) if verb < start and start - verb > 1 else (_subject(tokens, verb), verb)
    while last > first and tokens[last - 1].type in ("REF", "IN", "OF", "IS", "BE", "TO", "SHALL", "HEREBY", "AT"):
        last -= 1
    run = tokens[first:last]
    if not any(one.type == "WORD" for one in run) or any(one.type not in _DESCRIBES for one in run):
        return None
    span = (run[0].start_pos or 0, run[-1].end_pos or 0)
    return (*tokens[:first], token("DESCRIPTION", text, span), *tokens[last:])


def beside_an_arrow(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...] | None:
    """ "5.1: seven days → fourteen days": what stands on both sides of an arrow, taken as quoted.

    None where there is no arrow, or more than words beside it.
    """
    arrows = [n for n, one in enumerate(tokens) if one.type == "BECOMES" and not str(one)[0].isalpha()]
    if len(arrows) != 1:
        return None
    at = arrows[0]
    start = _subject(tokens, at)
    sides = tokens[start:at], tokens[at + 1 :]
    if any(not side or any(one.type not in (*_WITHIN, "LITTLE") for one in side) for side in sides):
        return None
    spans = [(side[0].start_pos or 0, side[-1].end_pos or 0) for side in sides]
    old, new = (
        token("QUOTE", text, span, Quotation(" ".join(text[slice(*span)].split()), span, "unquoted")) for span in spans
    )
    return (*tokens[:start], old, tokens[at], new)


def _subject(tokens: tuple[Token, ...], verb: int) -> int:
    """Where what stands before a verb begins: after the place, or the mark behind it."""
    places = [number for number, one in enumerate(tokens[:verb]) if one.type in ("COLON", "COMMA", "REF")]
    return places[-1] + 1 if places else 0


_OPEN_AFTER = frozenset("VERB WITH BY TO FOR AFTER BEFORE BETWEEN FROM AND NOUN ORDINAL BOTH TIMES_OF".split())
_ENDS_BEFORE = frozenset("WITH BY TO AFTER BEFORE IN FROM AND COMMA AT FOR INSTEAD WHERE IS BE SHALL".split())
_WITHIN = frozenset("WORD UNIT IN FROM OF AND TO AT FOR AS NUMBER COMMA ALL BOTH ORDINAL REST TIME START END PRONOUN "
                    "NEW FOLLOWING BEFORE AFTER IS BE NOUN".split())  # fmt: skip
_RUNS_ON = re.compile(r",|\b(?:to|for|from|as|making|and)\b")
_REASONS = frozenset("because since so while whereas which who given see when owing due reason although".split())


def with_quoted(tokens: tuple[Token, ...], text: str) -> Iterator[tuple[Token, ...]]:
    """The sentence with one or two or three runs of its words taken as quoted, so that no word of nobody's is left."""
    if (
        len(tokens) > LONGEST
        or not any(one.type == "VERB" for one in tokens)
        or any(one.type in TURNS for one in tokens)
    ):
        return
    if any(str(one).lower() in _REASONS for one in tokens if one.type == "WORD"):
        return
    yield from _with_runs(tokens, 0, (), 3, text)


def _with_runs(
    tokens: tuple[Token, ...], place: int, made: tuple[Token, ...], left: int, text: str
) -> Iterator[tuple[Token, ...]]:
    words = next((number for number in range(place, len(tokens)) if tokens[number].type == "WORD"), None)
    if words is None:
        yield (*made, *tokens[place:])
        if left == 3:
            return
    if not left:
        return
    for start in range(place, (words if words is not None else len(tokens) - 1) + 1):
        if not start or tokens[start - 1].type not in _OPEN_AFTER or tokens[start].type == "FROM":
            continue
        if words is None and tokens[start].type not in ("NUMBER", "UNIT"):
            continue
        for end in range(start + 1, len(tokens) + 1):
            if any(one.type not in _WITHIN for one in tokens[start:end]):
                break
            if tokens[end - 1].type not in ("WORD", "UNIT", "NUMBER", "REST", "PRONOUN", "TIME", "START", "END"):
                continue
            if words is not None and end <= words:
                continue
            if end < len(tokens) and tokens[end].type not in _ENDS_BEFORE:
                continue
            run = (tokens[start].start_pos or 0, tokens[end - 1].end_pos or 0)
            run = (_with_article(text, run[0], tokens[start - 1].end_pos or 0), run[1])
            quotation = Quotation(" ".join(text[slice(*run)].split()), run, "unquoted")
            put = tokens[start - 1].type == "VERB" and tokens[start - 1].value[0] == "substitute"
            if (left < 3 or put) and _RUNS_ON.search(quotation.text):
                continue  # "change 28 days to 42 days from 2028": where the new words end is anybody's guess
            yield from _with_runs(
                tokens, end, (*made, *tokens[place:start], token("QUOTE", text, run, quotation)), left - 1, text
            )


def _with_article(text: str, start: int, floor: int) -> int:
    """A run of words with the little words before it that the grammar has left out."""
    before = text[floor:start]
    return start - len(before.lstrip(" \t\n:,;–—-*_"))
