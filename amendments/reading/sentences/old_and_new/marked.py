"""A provision written out with its changes marked in it: “Any dispute ... the Board. [DELETE: Its ruling is final.]”

What is outside the marks, with what they delete, is the old wording; with what they insert, it is the new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from amendments.reading.quotations import Quotation, tidy
from amendments.reading.sentences.patterns import SPACE
from amendments.reading.sentences.words import longest_phrase
from rulebook.reference import meaning, scan
from rulebook.source import Span

_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]*)\]")
_SAYS = re.compile(r"[*_]*\s*[:–—-]\s*[*_]*")
_NUMBER = re.compile(r"[ \t]*(?:[A-Z]?\d+[A-Za-z]?(?:\.\w{1,4})*|\(\w{1,4}\))(?:\(\w{1,4}\))*[.)]?(?=\s)")


@dataclass(frozen=True, slots=True)
class Marked:
    """The wording before and after the changes that a passage marks, and where its own number or place stands."""

    place: Span | None
    old: Quotation
    new: Quotation


def marked_in(text: str, span: Span) -> Marked | None:
    """The changes that a passage marks in square brackets, each with a verb; None where it marks none so."""
    begin, end = span
    marks = list(_BRACKETS.finditer(text, begin, end))
    acts = [_act(text, match) for match in marks]
    if not marks or not all(acts):
        return None
    place = _place(text, begin, marks[0].start())
    start = place[1] if place else begin
    while start < end and text[start] in ":.–—- \t\n":
        start += 1
    old, new, at = "", "", start
    for match, act in zip(marks, acts, strict=True):
        does, words = act or ("", (0, 0))
        between, inside = text[at : match.start()], text[slice(*words)].strip()
        old += between + (inside if does == "delete" else "")
        new += between + (inside if does == "insert" else "")
        at = match.end()
    old, new = old + text[at:end], new + text[at:end]
    made = [Quotation(tidy(_closed_up(words)), (start, end), "pasted") for words in (old, new)]
    return Marked(place, *made) if all(one.text for one in made) else None


def _act(text: str, match: re.Match[str]) -> tuple[str, Span] | None:
    """What a mark does, "delete" or "insert", and to which words."""
    begin, end = match.span("inside")
    space = SPACE.match(text, begin, end)
    known = longest_phrase(text, space.end() if space else begin, end)
    if known is None or known[0] != "VERB" or known[1].split()[0] not in ("delete", "insert"):
        return None
    said = _SAYS.match(text, known[2], end)
    return (known[1].split()[0], (said.end(), end)) if said and text[said.end() : end].strip() else None


def _place(text: str, begin: int, end: int) -> Span | None:
    """Where a passage says which provision it is: “Rule 5.3”, “1.4”."""
    number = _NUMBER.match(text, begin, end)
    named = scan(text, begin, number.end() if number else end)
    if named is None or not meaning(named[0]):
        return None
    steps = meaning(named[0])[0].steps
    return (begin, named[1]) if steps and not steps[-1].heading else None


def _closed_up(words: str) -> str:
    """Words without the white space that a mark leaves behind where it goes."""
    return re.sub(r"[ \t]+(?=[.,;:)?!](?:\s|$))", "", re.sub(r"[ \t]{2,}", " ", words)).strip()
