"""Finding quoted words in a text.

White space, quotation marks and dashes are folded, capitals are not, and only whole words match. An ellipsis at the
edge of a quotation stands for whatever is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rulebook.source import Span

_MARKS = str.maketrans(
    {**dict.fromkeys('“”„‟"‘’‚‛`´', "'"), **dict.fromkeys("–—‐‑‒−", "-"), "\u00a0": " ", "\u202f": " ", "\t": " "}
)
_ELLIPSIS = re.compile(r"\s*(?:\.\s?){2,}\.?\s*|\s*…\s*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its white space, quotation marks and dashes made alike; `places` leads back to the original."""

    text: str
    places: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """A span of the folded text as one of the original."""
        return self.places[span[0]], self.places[span[1] - 1] + 1 if span[1] > span[0] else self.places[span[0]]


@lru_cache(maxsize=8192)
def folded(text: str) -> Folded:
    """The folded form of a text."""
    alike = text.translate(_MARKS)
    if "\n" not in alike and "  " not in alike:
        return Folded(alike, tuple(range(len(alike) + 1)))
    marks: list[str] = []
    places: list[int] = []
    for place, mark in enumerate(alike):
        if mark in " \n":
            if marks and marks[-1] == " ":
                continue
            mark = " "
        marks.append(mark)
        places.append(place)
    return Folded("".join(marks), (*places, len(text)))


def plain(text: str) -> str:
    """Words as they are compared: folded, and without white space at the ends."""
    return folded(text).text.strip()


def pattern_of(words: str, *, inner: bool = False) -> re.Pattern[str] | None:
    """What matches quoted words in a folded text; None where nothing is left of them.

    `inner` lets an ellipsis in the middle stand for anything too.
    """
    wanted = plain(words)
    wanted = _ELLIPSIS.sub("", wanted) if _ELLIPSIS.fullmatch(wanted) else wanted
    head = _ELLIPSIS.match(wanted)
    if head:
        wanted = wanted[head.end() :]
    tail = re.search(r"(?:\s*…|\s*(?:\.\s?){3,})\s*$", wanted)
    if tail:
        wanted = wanted[: tail.start()]
    if not wanted:
        return None
    return _compiled(wanted, inner)


@lru_cache(maxsize=4096)
def _compiled(wanted: str, inner: bool) -> re.Pattern[str]:
    pieces = _ELLIPSIS.split(wanted) if inner else [wanted]
    body = ".*?".join(re.escape(piece).replace(r"\ ", " ") for piece in pieces)
    before = r"(?<![\w])(?<!\w-)(?<!\d[.,])" if wanted[0].isalnum() else ""
    after = r"(?![\w])(?!-\w)(?![.,]\d)" if wanted[-1].isalnum() else ""
    return re.compile(before + body + after, re.DOTALL)


def occurrences(text: str, words: str, *, any_capitals: bool = False) -> list[Span]:
    """Where quoted words stand in a text, as spans of the original."""
    pattern = pattern_of(words)
    if pattern is None:
        return []
    if any_capitals:
        pattern = re.compile(pattern.pattern, pattern.flags | re.IGNORECASE)
    fold = folded(text)
    return [fold.back(match.span()) for match in pattern.finditer(fold.text)]


def reads(text: str, quoted: str) -> bool:
    """Whether a text says what a quotation says of it: the whole, or a part of whole words."""
    pattern = pattern_of(quoted, inner=True)
    return pattern is None or pattern.search(plain(text)) is not None


_SENTENCE_END = re.compile(r"[.!?][’”\"')\]]*(?=\s+[A-Z0-9“‘\"'(\[]|\s*$)")
_TITLES = "mr|mrs|ms|messrs|dr|hon|rev|revd|prof|gen|gov|cllr|capt|col|sgt|fr|e\\.g|i\\.e|eg|ie|viz|cf|vs"
_NUMBERED = "nos?|paras?|cl|ch|arts?|secs?|ss?|pp?|vols?|figs?|reg|sch|app|pt|r|rr"
_ABBREVIATED = re.compile(
    rf"\b(?:{_TITLES}|{_NUMBERED}|st|co|ltd|inc|approx|incl|excl|est)\.$|(?<![\w.])[A-Z]\.$", re.IGNORECASE
)
_SHORT_INSIDE = re.compile(r"\b(?:\w\.\w|etc|jan|feb|aug|sept?|oct|nov|dec)\.$", re.IGNORECASE)
_TITLE = re.compile(rf"\b(?:{_TITLES})\.$", re.IGNORECASE)
_NUMBER = re.compile(rf"\b(?:{_NUMBERED})\.\s+(?:\d|[IVXLC]+\b|[A-Z]\b|\()", re.IGNORECASE)
# a short word with a capital, or one that is seldom written out, may be cut short and not the last of its sentence
_MAY_BE_SHORT = re.compile(
    rf"\b(?:[A-Z][a-z]{{0,3}}|{_NUMBERED}|co|ltd|inc|etc|approx|incl|excl|est|max|min|dept|jr|sr|esq|"
    r"[A-Za-z](?:\.[A-Za-z])+)\.$"
)
_WRITTEN_OUT = re.compile(
    r"\b(?:May|June|July|Act|Acts|Rule|Part|Book|Club|Ward|Fund|Yes|None|Both|All|Sub|It|Them|Us|You|Me|He|She)\.$"
)
_LETTERED = re.compile(
    r"(?:paragraph|clause|section|chapter|part|rule|appendix|schedule|annexe?|and|or|to)s?\s\(?\w\.$", re.IGNORECASE
)


def sentences(text: str) -> list[Span]:
    """The spans of a text's sentences, without the white space between them."""
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[start : match.start() + 1]
        if (
            match[0] == "."
            and match.end() < len(text.rstrip())
            and _ABBREVIATED.search(before)
            and not _LETTERED.search(before)
        ):
            continue
        found.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def is_cut_short(text: str) -> bool:
    """Whether the stop that a text ends with may belong to its last word, as in "No." or "a.m."."""
    return _ABBREVIATED.search(text) is not None or _SHORT_INSIDE.search(text) is not None


def doubtful_end(text: str) -> str:
    """The first word before a capital letter that may be cut short, as "Co." is, or may end a sentence; or ""."""
    for match in _SENTENCE_END.finditer(text):
        before = text[: match.start() + 1]
        if match[0] != "." or match.end() >= len(text.rstrip()) or _LETTERED.search(before):
            continue
        short = _MAY_BE_SHORT.search(before)
        if short is None or _TITLE.search(before) or _WRITTEN_OUT.search(before):
            continue
        if not _NUMBER.match(text, short.start()):
            return short[0]
    return ""


def paragraphs(text: str) -> list[Span]:
    """The spans of a text's paragraphs."""
    found: list[Span] = []
    start = 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            found.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return found
