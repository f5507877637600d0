"""New text under an instruction that wants words: in a block, or without marks up to what begins an instruction."""

from __future__ import annotations

import re
from itertools import pairwise

from lark import Token

from amendments.reading.quotations import DOUBLE, SINGLE, Quotation, tidy
from amendments.reading.sentences.awaited_words import awaits_words
from amendments.reading.sentences.beginning import begins
from amendments.reading.sentences.beside.letters import MOVER, PLAINLY_BESIDE
from amendments.reading.sentences.beside.remarks import is_remark
from amendments.reading.sentences.blocks import block_words
from amendments.reading.sentences.passages import Passage, Text
from amendments.reading.sentences.stretch import token
from amendments.reading.sentences.tokens import Tokens, kinds_of
from rulebook.source import Span


def set_apart(text: str, block: Passage) -> Token:
    """The new text of a block."""
    quotation = block_words(text, block.span)
    return token("BLOCK", text, quotation.span, quotation)


def without_marks(text: str, begin: int, end: int) -> Token:
    """The new text between two places."""
    words = text[begin:end]
    span = (begin + len(words) - len(words.lstrip()), end)
    return token("BLOCK", text, span, Quotation(tidy(_without_margin(words)), span, "pasted"))


def last_of_new_text(taken: Text, first: int) -> int:
    """Of new text without marks that begins with a passage, the last: the next begins as an instruction does."""
    for last, following in enumerate(taken.passages[first + 1 :], first):
        if following.kind != "words" or following.span[0] in taken.quoted:
            return last
        if goes_on_numbered(taken, following.span):
            continue
        link = _LINK.match(taken.text, *following.span)
        behind = link.end() if link else following.span[0]
        if begins(taken, *following.span, awaiting=False) or (
            link and begins(taken, behind, following.span[1], awaiting=False)
        ):
            return last
    return len(taken.passages) - 1


_LINK = re.compile(r"(?:and|then)\b,?\s+(?:(?:also|then|that|to)\b\s*)*(?=[a-z])")
"""What links an instruction to new text above it: “and re-letter the present (d) as (e)”."""
_NUMBER = re.compile(r"[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*[A-Z]{0,2}(?:\([a-z]{1,3}\))*\.?[ \t]+(?=[A-Z“])")


def goes_on_numbered(taken: Text, span: Span) -> bool:
    """Whether a paragraph is a numbered provision of new text: “8.3B. No payment shall be made”."""
    number = _NUMBER.match(taken.text, *span)
    return number is not None and not begins(taken, number.end(), span[1], awaiting=False)


def line_of_a_verb(taken: Text, place: int, end: int) -> int:
    """Where a further line says what is done, as in “Delete: £25” and below it “Insert: £50”; the end, if none does."""
    at = taken.text.find("\n", place, end)
    while at >= 0:
        stop = taken.text.find("\n", at + 1, end)
        colon = taken.text.find(":", at, stop if stop >= 0 else end)
        if colon >= 0 and kinds_of(taken.text, at + 1, colon, taken.quoted) == ["VERB"]:
            return at
        at = stop
    return end


def has_instruction_behind(taken: Text, place: int, end: int) -> bool:
    """Whether a later sentence in new text without marks begins as an instruction does, or one goes on behind it."""
    sentences = re.compile(r"[.;]\s+(?=[A-Z])").finditer(taken.text, place, end)
    if any(begins(taken, match.end(), end, awaiting=False) for match in sentences):
        return True
    further = re.compile(r"[.;,]\s+(?:and\s+)?(?:(?:also|then|to)\s+)*(?=[a-z])").finditer(taken.text, place, end)
    return any(_orders(taken, match.end(), end) for match in further)


_RULES = re.compile(r"\b(?:shall|must|may|will|should|is|are|has|have|consists?|means|includes?)\b", re.IGNORECASE)
_ORDERS = re.compile(r"\b(?:shall|must|may|will|should)\b", re.IGNORECASE)
_TALKS = re.compile(
    r"(?:the\s+)?(?:this|that|it|they|we|I|you|us|our|please|thank|thanks|hope|trust|also|same|rest|proposed|seconded"
    r"|moved|carried|agreed|reason|vote|nb)\b",
    re.IGNORECASE,
)


_IN_BRACKETS = re.compile(r"(?P<stop>[.;:][*_]*)?\s+(?P<open>[(\[])(?P<said>[^()\[\]]*)[)\]]\W*$")
_QUOTES = tuple(DOUBLE + SINGLE)
_FURTHER = re.compile(r"(?:[.;!?]|\s[–—-])\s+(?=[\w(\[“])|\n[ \t]*(?=\S)")
_FURTHER_LINE = re.compile(r"[.;!?][ \t]*\n[ \t]*(?=\w)")


def ends_in_doubt(text: str) -> bool:
    """Whether the last words of new text without marks are in brackets, and may be none of it: behind its stop, in
    square brackets, or who moves it. Or whether it has quotation marks at both ends, which may be round it all."""
    words = text.strip()
    if words[:1] in _QUOTES and words[-1:] in _QUOTES and len(words) > 1:
        return True
    match = _IN_BRACKETS.search(text)
    return match is not None and bool(match["stop"] or match["open"] == "[" or MOVER.match(match["said"]))


def goes_on_below(taken: Text, place: int, end: int) -> bool:
    """Whether new text without marks, in paragraphs of its own, has a further line or a further sentence that may be
    none of it: “Agreed on 3 May.”, “This is only common sense.”"""
    text = taken.text[place:end]
    remarks = any(_TALKS.match(said) and not _ORDERS.search(said) for said in re.split(r"(?<=[.;!?])\s+", text)[1:])
    return remarks or ends_in_doubt(text) or _says_more(taken, place, end, _FURTHER_LINE)


def says_more(taken: Text, place: int, end: int) -> bool:
    """Whether new text without marks has on its line a further sentence that may be none of it: a remark, a closing, a
    vote, a name, or what is to be done elsewhere."""
    return ends_in_doubt(taken.text[place:end]) or _says_more(taken, place, end, _FURTHER)


def _says_more(taken: Text, place: int, end: int, between: re.Pattern[str]) -> bool:
    text = taken.text[place:end]
    further = [match.end() for match in between.finditer(text)]
    for start, stop in pairwise([*further, len(text)]):
        said = text[start:stop]
        if _LABELLED.match(said):
            continue
        kinds = kinds_of(taken.text, place + start, place + stop, taken.quoted)
        if (
            not _RULES.search(said)
            or _TALKS.match(said)
            or said.rstrip().endswith("?")
            or ("REF" in kinds and "VERB" in kinds)
        ):
            return True
    return False


def _orders(taken: Text, place: int, end: int) -> bool:
    """Whether words say what to do, and to what: “and renumber accordingly”, “and delete 8.6”."""
    tokens = Tokens(taken.text, place, end, taken.quoted)
    while len(tokens.found) < 3 and tokens.place < end:
        tokens.take()
        tokens.skip()
    found = [one for one in tokens.found if one.type != "LITTLE"]
    if not found or found[0].type != "VERB" or found[0].value[1] not in ("base", "ing", "noun"):
        return False
    beyond = found[1].type if len(found) > 1 else ""
    return found[0].value[0] == "renumber" or beyond in ("REF", "QUOTE", "ACCORDINGLY", "REST", "NUMBER", "BOOK")


def may_end_earlier(taken: Text, place: int, end: int) -> bool:
    """Whether an instruction, a remark or a name may stand at the end of new text without marks."""
    if has_instruction_behind(taken, place, end) or says_more(taken, place, end):
        return True
    sentences = [match.end() for match in re.finditer(r"(?s)[.;]\s+(?=[A-Z])", taken.text[place:end])]
    starts = [place + one for one in sentences]
    return any(is_remark(taken.text, span, taken.quoted) for span in zip(starts, [*starts[1:], end], strict=False))


def cut_short(taken: Text, number: int) -> bool:
    """Whether the line after new text might be part of it, though it is set aside or read: “Purpose: to lead”."""
    if number < 0 or number + 1 >= len(taken.passages):
        return False
    passage, following = taken.passages[number : number + 2]
    if following.paragraph != passage.paragraph:
        return False
    if following.span[0] in taken.wordings:
        return True
    return following.kind == "aside" and not PLAINLY_BESIDE.match(taken.text, *following.span)


def is_long_text(text: str, passages: tuple[Passage, ...]) -> bool:
    """Whether new text has several paragraphs, and not every one after the first has a number or a mark."""
    return not all(_is_numbered(text, one.span) for one in passages[1:])


_LABELLED = re.compile(r"(?:[-•–*]|\(?\w{1,6}[.)]|[A-Z]?\d+(?:\.\w+)+\.?|(?:Section|Clause|Article)\b)\s")


def _is_numbered(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span[0]) + 1 : span[1]].lstrip()
    return _LABELLED.match(line) is not None


def is_without_marks(taken: Text, passage: Passage) -> bool:
    """Whether a passage, behind marks of emphasis, is not in quotation marks; it may begin with a quotation."""
    place, end = passage.span
    while place < len(taken.text) and taken.text[place] in "*_ \t":
        place += 1
    return place not in taken.quoted or goes_on(taken, place, end)


def goes_on(taken: Text, place: int, end: int) -> bool:
    """Whether a quotation only begins a text without marks: ““branch” means ...”."""
    quoted = taken.quoted.get(place)
    if quoted is None:
        return False
    tokens = Tokens(taken.text, quoted.quotation.span[1], end, taken.quoted)
    tokens.skip()
    if tokens.place >= end or not taken.text[tokens.place].isalpha():
        return False
    if quoted.quotation.text[-1:] in (".", "!", "?") and taken.text[tokens.place].isupper():
        return False  # ““...” Carried.”: the quotation has ended with its sentence
    tokens.take()
    return tokens.found[-1].type in ("WORD", "MAY", "IS", "BE", "SHALL", "WAS") and not awaits_words(tokens.found)


def leads_to_quotation(taken: Text, place: int, end: int) -> bool:
    """Whether only words of ours stand between a place and a quotation: "insert: the following words “...”"."""
    tokens = Tokens(taken.text, place, end, taken.quoted)
    while tokens.place < end and len(tokens.found) < 8:
        tokens.skip()
        if tokens.place >= end or taken.text[tokens.place] in ".;":
            return False
        tokens.take()
        if tokens.found[-1].type == "QUOTE":
            return True
        if tokens.found[-1].type == "WORD":
            return False
    return False


def is_new_text(taken: Text, place: int, end: int) -> bool:
    """Whether there are words between two places, and they do not begin with a quotation."""
    words = taken.text[place:end]
    return re.search(r"\w", words) is not None and place + len(words) - len(words.lstrip()) not in taken.quoted


def _without_margin(text: str) -> str:
    """Lines without the white space that all of them begin with."""
    lines = text.split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return "\n".join(line[margin:] for line in lines)
