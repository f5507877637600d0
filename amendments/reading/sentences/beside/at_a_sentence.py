"""What stands where a sentence begins and is no part of it: a greeting, a remark, or the words of a request.

“Further to Tuesday's meeting, could you please delete 6.2?” asks for “delete 6.2”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from amendments.reading.sentences.beside.letters import CLOSING, GREETING, are_names
from amendments.reading.sentences.beside.remarks import asks_nothing, is_beside, is_remark
from amendments.reading.sentences.ending import is_short
from amendments.reading.sentences.stretch import Quoted
from amendments.reading.sentences.tokens import Tokens
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Beside:
    """Where what is set aside ends, which of it is to be said as a remark, and whether it asks a question."""

    end: int
    remark: Span | None = None
    asks: bool = False


_ABOUT = re.compile(
    r"""(?:our|my|this|the|one|a|another)\s+(?:[\w’'-]+\s+){0,3}?(?:proposal|amendment|motion|change|suggestion|request)s?\s+
        (?:[\w’'-]+\s+){0,4}?
        (?:concerns?|(?:is|are)\s+(?:about|on|to)|relates?\s+to|affects?|deals?\s+with|refers?\s+to)\s+""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says only which place a proposal is about: “Our only proposal this year concerns Rule 2.4.”"""
_REQUEST = re.compile(
    r"""(?:(?:can|could|would|will|may|might)\s+(?P<who>we|you|i|someone|somebody|the\s+[\w’'-]+(?:\s+[\w’'-]+)?)\s+
          (?:(?:please|kindly|also|now|just)\s+)*
        |(?:please|kindly)\s*,?\s+)+""",
    re.IGNORECASE | re.VERBOSE,
)
"""What asks for the instruction that follows: “could we please”."""
_LEAD = re.compile(
    r"""(?:further\s+to|as\s+(?:agreed|discussed|promised|requested|decided|mentioned|arranged|we\s+\w+)|with\s+reference\s+to
        |with\s+regard\s+to|in\s+view\s+of|because\s+of|owing\s+to|due\s+to|on\s+behalf\s+of|having|thanks\s+to|following
        |after\s+(?=(?:last|yesterday|recent|this|\w+day)\b|the\s+(?:last|recent)\b))
        \b[^“”"\n.;:?]{0,100}?(?:,\s*|\s+)(?=can\b|could\b|would\b|will\b|may\b|might\b|please\b|kindly\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What leads up to a request: “Further to Tuesday's meeting, ”."""
_INTRODUCES = re.compile(
    r"\b(?:following|follows|below|this|these|here|changes?|amendments?|proposals?)\b", re.IGNORECASE
)
_POLITE = re.compile(
    r"""\b(?:(?:should|would)\s+(?:be\s+(?:most\s+|very\s+)?(?:grateful|glad|obliged|pleased)|appreciate\s+it)\s+if
        |should|would|could|will
        |^\s*(?:we\s+\w+\s+)?(?:the\s+following\s+|these\s+|the\s+)?(?:changes|amendments|alterations)
        |(?:put|submit|bring|lay)(?=\s+(?:the\s+following|this|these|our)\b.*\s(?:to|before|at)\s))\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""What is only polite in an introduction: “I should be grateful if you would put this to the AGM:”."""


def beside(text: str, span: Span, quoted: Mapping[int, Quoted], *, first: bool) -> Beside | None:
    """What is set aside where a sentence begins; None where nothing is. `first`: it is the first of its passage."""
    place, end = span
    if first and (greeting := GREETING.match(text, place, end)) and greeting.end() < end:
        return Beside(greeting.end())
    if text[place] == "(":
        stop = text.find(")", place, end) + 1
        if stop and is_beside(text, (place, stop), quoted):
            return Beside(stop + (text[stop : stop + 1] == "."), (place, stop))
        return None
    closing = CLOSING.match(text, place, end)
    if closing and (closing.end() >= end or are_names(text[closing.end() : end])):
        return Beside(end)
    if about := _ABOUT.match(text, place, end):
        kinds = _kinds(text, (about.end(), sentence_end(text, (about.end(), end), quoted)), quoted)
        if kinds[:1] == ["REF"] and set(kinds) <= {"REF", "TITLE", "AGAIN", "COMMA", "AND"}:
            return Beside(about.end())
    stop = sentence_end(text, span, quoted)
    if is_remark(text, (place, stop), quoted):
        return Beside(stop, (place, stop))
    return _introduction(text, span, quoted) or _request(text, span, quoted)


def _request(text: str, span: Span, quoted: Mapping[int, Quoted]) -> Beside | None:
    place, end = span
    lead = _LEAD.match(text, place, end)
    if lead and not asks_nothing(text, lead.span(), quoted):
        return None
    request = _REQUEST.match(text, lead.end() if lead else place, end)
    if request is None or _kinds(text, (request.end(), end), quoted, most=1) != ["VERB"]:
        return None
    who = (request["who"] or "").lower()
    if who in ("we", "i") and not re.search(r"please|kindly", request[0], re.IGNORECASE):
        return None  # “can we delete 6.2?” may ask whether it is allowed
    return Beside(request.end(), lead.span() if lead else None, asks=bool(who))


def _introduction(text: str, span: Span, quoted: Mapping[int, Quoted]) -> Beside | None:
    """A sentence up to a colon that only says that something follows: “We put the following to the AGM:”."""
    place, end = span
    stop = text.find(":", place, end)
    return Beside(stop + 1) if stop >= 0 and introduces(text, (place, stop), quoted) else None


def introduces(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether words only say that something follows: “We put the following to the AGM”, “The changes are below”."""
    words = text[slice(*span)]
    if re.search(r"[.;?]\s|[“”\"]", words) or not _INTRODUCES.search(words) or len(words.split()) < 3:
        return False
    if any(place in quoted for place in range(*span)):
        return False
    plain = _POLITE.sub(lambda match: " " * len(match[0]), words)
    return asks_nothing(plain, (0, len(plain)), {})


def sentence_end(text: str, span: Span, quoted: Mapping[int, Quoted]) -> int:
    """Where the sentence that begins a stretch ends: behind its stop, or with the stretch."""
    at, end = span
    while at < end:
        if at in quoted:
            at = quoted[at].quotation.span[1]
        elif text[at] in ".;?!" and (at + 1 >= end or text[at + 1].isspace()) and not is_short(text, at):
            return at + 1
        else:
            at += 1
    return end


def _kinds(text: str, span: Span, quoted: Mapping[int, Quoted], most: int = 12) -> list[str]:
    """The kinds of the first tokens that mean something, but for the stop at the end."""
    tokens = Tokens(text, *span, quoted)
    tokens.skip()
    kinds: list[str] = []
    while tokens.place < tokens.end and len(kinds) < most and text[tokens.place] not in ".;?!":
        tokens.take()
        tokens.skip()
        kinds = [one.type for one in tokens.found if one.type != "LITTLE"]
    return kinds
