"""Remarks: sentences, words in brackets and names that stand beside an instruction, and ask for nothing.

A remark has no place, no quotation and no amending verb, and is told by what it says: what somebody thinks, what was,
or why. What turns the meaning of an instruction, says when it takes effect, or might say something new, is no remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lark import Token

from amendments.reading.sentences.beside.letters import MOVER, are_names
from amendments.reading.sentences.stretch import Quoted
from amendments.reading.sentences.tokens import kinds_of, tokens_of
from grammar.numbers import CARDINALS
from grammar.remarks import REMARK_BEGINS, REMARK_SAYS, STANDING, TAKES_EFFECT
from grammar.words import TURNS
from rulebook.source import Span

_NEVER = frozenset(
    "REF QUOTE BLOCK BOOK NUMBER READ SAYS BECOMES NO_CHANGE STAYS SAME_CHANGE MAKE_CHANGES SHALL WILL REST "
    "ACCORDINGLY UNIT IF EXCEPT SAME_AS EXCLUSIVE INSTEAD THROUGHOUT WHERE LIST_OF BELOW".split()
)
"""What no remark has: what an instruction is made of, and conditions."""
_SOFT = TURNS - _NEVER - {"WAS"}
_TURNED_AT = 3  # the words of a sentence among which “not” or “only” turn what was said before
_WISH = re.compile(
    r"\b(?:agree|ask|decid|resolv|propos|recommend|request|want|wish|suggest|urge|call|vote|mov|instruct|like)\w*\b.*?"
    r"\b(?:to|that|be|for)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is wished or decided: “it was agreed to raise the fee”."""
_ALSO = re.compile(r"\b(?:from\s+now|same|also|likewise|as\s+well|similarly|too(?=\W*$))\b", re.IGNORECASE)
"""What does something once more, or from now on."""
_NEW_FIGURE = re.compile(
    r"\b(?:is|are|be|to|become|becomes)\s+(?:(?:now|only|just)\s+)?(?P<figure>[\w£$€-]+)", re.IGNORECASE
)
_OPENING = re.compile(
    r"\((?:the\s+ones?|this|that|which|who|these|those|it|as|so|now|formerly|nobody|no[ ]one|we|they|there)\b", re.I
)
"""How words in brackets behind a place begin that are not its heading."""

_OF_NAMES = frozenset("WORD LITTLE AND OF FOR IN AT COMMA COLON OPEN CLOSE UNIT NUMBER PRINTED DOCUMENT NOT".split())


def has_only_names(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether a stretch has names and nothing that an instruction is made of."""
    words = text[slice(*span)]
    if (
        not are_names(words)
        or not STANDING.isdisjoint(words.lower().split())
        or any(place in quoted for place in range(*span))
    ):
        return False
    kinds = kinds_of(text, *span, quoted)
    if "NOT" in kinds and not re.search(r"\bno\. ?\d", words, re.IGNORECASE):
        return False  # “GRIMSBY No. 1 BRANCH” denies nothing
    return set(kinds) <= _OF_NAMES and bool({"WORD", "UNIT"} & set(kinds))


def is_remark(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether a sentence says what somebody thinks, what was, or why, and asks for nothing."""
    tokens = tokens_of(text, *span, quoted)
    words = _words(text, span)
    if not tokens or len(words) < 3 or not STANDING.isdisjoint(words) or not _asks_nothing(tokens, words):
        return False
    kinds = [one.type for one in tokens if one.type != "LITTLE"]
    states = words[0] in REMARK_BEGINS or kinds[1:2] in (["IS"], ["WAS"])
    return states and not REMARK_SAYS.isdisjoint(words) and not _WISH.search(text, *span)


def is_beside(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether words in brackets by themselves are a remark, a name, or who moves it."""
    begin, end = span
    inside = begin + 1, end - 1
    words = _words(text, inside)
    if MOVER.match(text, *inside) or has_only_names(text, inside, quoted):
        return True
    tokens = tokens_of(text, *inside, quoted)
    turned = any(one.type in _SOFT for one in tokens[:_TURNED_AT])
    return len(words) > 2 and not turned and _asks_nothing(tokens, words, says=True)


def opens_remark(text: str, place: int) -> bool:
    """Whether brackets behind a place begin as a remark does, and not as its heading would."""
    return _OPENING.match(text, place) is not None


_REASON = re.compile(
    r"""(?:,\s*|\s+)(?:because|given\s+that|in\s+view\s+of|owing\s+to|due\s+to
          |(?:since|as)\s+(?=(?:it|they|this|these|that|nobody|no\s+one|the|we|agreed|discussed|decided)\b))\b
       |,\s*(?:which|(?:in\s+order\s+|so\s+as\s+)?to\s+(?:bring|reflect|allow|avoid|make|save|help|match|keep))\b
       |\s+[–—-]\s+(?=(?:it|this|they|that|nobody|no\s+one|the|we)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE = frozenset("REF QUOTE BLOCK NUMBER ACCORDINGLY CLOSE TITLE AGAIN".split())
"""What an instruction ends with that is complete, and not in the middle of words that nobody has quoted."""


def gives_reason(text: str, place: int) -> bool:
    """Whether words begin as a reason does that stands behind an instruction."""
    return _REASON.match(text, place) is not None


def reason_behind(text: str, span: Span, found: list[Token], quoted: Mapping[int, Quoted]) -> bool:
    """Whether the rest of a sentence only says why: “..., which is out of date”, “... because nobody uses it”."""
    known = [one for one in found if one.type != "LITTLE"]
    acts = any(one.type in ("VERB", "READ", "BECOMES") for one in known)
    begun = _REASON.match(text, *span)
    if not acts or begun is None or known[-1].type not in _WHOLE:
        return False
    return len(_words(text, (begun.end(), span[1]))) > 1 and asks_nothing(text, (begun.end(), span[1]), quoted)


def asks_nothing(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether words could change nothing and put no condition, whatever else they say."""
    return _asks_nothing(tokens_of(text, *span, quoted), _words(text, span), says=True)


def sets_conditions(text: str, span: Span, quoted: Mapping[int, Quoted]) -> bool:
    """Whether words say on what something depends, or what it leaves out."""
    return bool({"IF", "EXCEPT", "ONLY", "SAME_AS"} & set(kinds_of(text, *span, quoted)))


def _words(text: str, span: Span) -> list[str]:
    return re.findall(r"[£$€]?[^\W_]+(?:[’'-][^\W_]+)*", text[slice(*span)].lower())


def _asks_nothing(tokens: list[Token], words: list[str], *, says: bool = False) -> bool:
    """Whether nothing in a sentence can be asked for: no place, no words, no order, no condition, no new figure."""
    kinds = [one.type for one in tokens]
    said = " ".join(words)
    never = _NEVER - ({"SAYS"} if says else set())
    if never & {one.type for one in tokens if str(one).lower() != "but"} or not TAKES_EFFECT.isdisjoint(words):
        return False
    meaning = [one for one in tokens if one.type != "LITTLE"]
    turns = [place for place, one in enumerate(meaning) if one.type in _SOFT or str(one).lower() == "but"]
    if any(place < _TURNED_AT and "WAS" not in [one.type for one in meaning[:place][-1:]] for place in turns):
        return False
    figures = any(map(_is_figure, words))
    told = any(_is_figure(match["figure"].lower()) for match in _NEW_FIGURE.finditer(said))
    if _ALSO.search(said) or told or (figures and ("NEW" in kinds or REMARK_SAYS.isdisjoint(words))):
        return False
    return all(_is_noun(tokens, place) for place, kind in enumerate(kinds) if kind == "VERB")


def _is_figure(word: str) -> bool:
    return word.lstrip("£$€")[:1].isdigit() or (word in CARDINALS and word != "one")


def _is_noun(tokens: list[Token], place: int) -> bool:
    """Whether what could be a verb of ours is a thing here: “the change”, “this change”."""
    return place > 0 and tokens[place - 1].type in ("LITTLE", "PRONOUN") and str(tokens[place - 1]).lower() in (
        "the", "a", "an", "this", "that", "our", "such", "its",
    )  # fmt: skip
