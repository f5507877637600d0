"""The quotations of a text, by where each begins, and the quotation marks that nothing closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from amendments.reading.quotations import DOUBLE, SINGLE, Quotation, ends, opens, tidy, undoubled
from amendments.reading.sentences.stretch import Quoted
from amendments.reading.sentences.tokens import says_something
from rulebook.source import Span

_MAY_OPEN = re.compile(rf"[^\W_]+(?:[’'][^\W_]+)*|[{re.escape(DOUBLE + SINGLE)}]")


def quotations_in(
    text: str, chosen: Mapping[int, int], apart: list[Span]
) -> tuple[dict[int, Quoted], tuple[Span, ...]]:
    """The quotations outside the spans that are `apart`. `chosen` picks another end for those with several."""
    found: dict[int, Quoted] = {}
    unclosed: list[Span] = []
    place = 0
    spans = sorted(apart)
    while True:
        match = _MAY_OPEN.search(text, place)
        if match is None:
            return found, tuple(unclosed)
        place = match.end()
        while spans and spans[0][1] <= match.start():
            spans.pop(0)
        if spans and spans[0][0] <= match.start():
            place = spans[0][1]
            continue
        if match[0][0].isalnum() or not opens(text, match.start()):
            continue
        begin = match.start()
        closing = ends(text, begin, len(text))
        if not closing:
            unclosed.append((begin, begin + 1))
            continue
        end = closing[min(chosen.get(begin, 0), len(closing) - 1)]
        twice = text[begin + 1] == text[begin] and text[begin] in SINGLE
        while twice and end + 1 < len(text) and text[end + 1] in DOUBLE + SINGLE:
            end += 1  # doubled marks: ‘‘words’’
        inside = text[begin + 1 : end]
        words = tidy(undoubled(inside) if twice else inside)
        closes = words.endswith(".") and _NO_STOP.match(text, end + 1) is not None
        found[begin] = Quoted(Quotation(words, (begin, end + 1), closes=closes), len(closing))
        place = end + 1


_NO_STOP = re.compile(r"[ \t*_]*(?:\n|\Z|(?=[A-Z(])(?<=\s))")

_EMPHASISED = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n“”\"‘’«»]+?)(?<=[^\s*])\1(?![\w*])")


def emphasised(text: str, start: int, end: int, quoted: Mapping[int, Quoted]) -> Iterator[tuple[int, Quoted]]:
    """Words in italics or bold, without quotation marks around, that are neither a place nor an instruction."""
    if any(place in quoted for place in range(start, end)) or "*" not in text[start:end]:
        return
    for match in _EMPHASISED.finditer(text, start, end):
        if not says_something(match[2]):
            yield match.start(), Quoted(Quotation(match[2], match.span(), "emphasised"))
