"""The thresholds in a rule: “one third or more”, “at least 50 per cent”, “a simple majority of those voting”.

A threshold is a fraction of people, of branches or of votes on which something depends. What is only a share of
something (“one fifth of each subscription”, “hold 50 per cent of the whole”) is none. All reckoning is exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from amendments.checks.thresholds.fractions import AMOUNT, NAMES, value_of
from amendments.checks.thresholds.uses import use_of
from rulebook.source import Span

HALF = Fraction(1, 2)
OVER, LEAST, BARE, MOST, UNDER = "more than", "at least", "", "at most", "less than"

_BOUNDS = {
    "no less than": LEAST, "not less than": LEAST, "no fewer than": LEAST, "not fewer than": LEAST, "at least": LEAST,
    "a minimum of": LEAST, "no more than": MOST, "not more than": MOST, "at most": MOST, "not exceeding": MOST,
    "up to": MOST, "a maximum of": MOST, "more than": OVER, "over": OVER, "greater than": OVER, "in excess of": OVER,
    "exceeding": OVER, "exceeds": OVER, "exceed": OVER, "above": OVER, "less than": UNDER, "fewer than": UNDER,
    "under": UNDER, "below": UNDER,
}  # fmt: skip
_FLAGS = re.IGNORECASE | re.VERBOSE
_BOUND = "|".join(bound.replace(" ", r"\s+") for bound in _BOUNDS)
_THRESHOLD = re.compile(
    rf"""(?:\b(?P<bound>{_BOUND})\s+)?(?:\b(?:an?\s+)?(?P<led>majority\s+of)\s+(?:(?:{_BOUND})\s+)?)?
         (?:\ban?\s+(?=[\w\s-]{{2,24}}[\s-]majority\b))?{AMOUNT}
         (?P<added>\s+plus\s+one\b|\s*\+\s*(?:1|one)\b)?
         (?:,?\s+(?P<more>(?:or|and)\s+(?:more|over|above|greater|higher))\b|,?\s+(?P<fewer>or\s+(?:less|fewer|under))\b)?
         (?P<counted>[\s-]+majority(?:\s+vote)?\b)?
       | \b(?:(?P<article>an?|any|by|the|such\s+an?|that|this|each)\s+)?
         (?:(?:simple|bare|clear|absolute|overall|straight|relative|plain)\s+)*
         majority\b(?:\s+vote\b)?(?!\s+(?:party|parties|group|groups|opinion|view|shareholder))""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.;:](?=\s|$)|\n")
_BASE = re.compile(
    r"\s+(?:vote\s+)?(?:of|among|amongst)\s+(?P<of>[^.;:,()\n]{1,90})"
    r"|\s+(?P<half>(?:the|those|all|its|their|our)\s+[^.;:,()\n]{1,90})",
    re.IGNORECASE,
)
_BASE_BEFORE = re.compile(r"\b(?:of|among)\s+(?P<of>(?:the|those|all|its)\s+[^.;:,()]{1,60}),", re.IGNORECASE)
_NEXT = re.compile(r",?\s+(?:and|or|nor|to|but)\s+(?:(?:not|by|of)\s+)*", re.IGNORECASE)
_STOPS = re.compile(
    r"\s+(?:is|are|was|were|shall|may|must|will|can|has|have|had|so|ask\w*|support\w*|agree\w*|vote[ds]?\s+(?:for|in|against)|"
    r"decide\w*|request\w*|nominate\w*|approve\w*|consent\w*)\b|(?<!entitled)\s+to\s+be\b|(?<!that)(?<!who)(?<!which)\s+votes?\b(?!\s+cast)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf",?\s+(?:and|or|nor)\s+(?:(?:by|of|not|{_BOUND})\s+)*{AMOUNT}", _FLAGS)
_COUNTED = re.compile(
    r"""\b(?:members?|membership|branch(?:es)?|delegates?|votes?|voters?|voting|those|electors?|electorate|part(?:y|ies)
        |organisations?|unions?|societ(?:y|ies)|sections?|committees?|panel|board|boards|councillors?|whole|total|groups?
        |meetings?|present|affiliates?|bodies|constituenc(?:y|ies)|college|candidates?|ballots?|officers?|executive
        |council|people|persons|whom|which|them|poll|trustees|seats|delegations?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FEW = re.compile(
    r"""(?:(?:the|those|its|all|any|each|every|other|voting|votes?\s+of|cast\s+by)\s+)*
        (?: (?P<noun>(?:(?:party|affiliated|local|national)\s+)*
               (?:branches|affiliates|organisations|unions|societies|sections|delegations|trustees|officers))
          | (?:members\s+of\s+(?:the|its|a|each)\s+)?(?:\w+\s+){0,2}?(?:committee|panel|board)
        )\b(?!\s+of\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_OFFICE = re.compile(
    r"\b(?:has|have|had|holds?|held|wins?|won|lacks?|without|in|lose|loses|lost|no)\s+$", re.IGNORECASE
)
_NEAR, _FAR = 80, 1000  # characters: the word before, and a sentence; a text of any length is soon read
_WHICH = frozenset("each the first second other every this that either both".split())


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold: its words and where they stand, what it comes to, what it is of, and what hangs on it.

    `bound` says whether the figure itself is enough; `majority` that it is called one; `of` are the words that say
    what it is a fraction of, "" where none do; `use` is what it is for: a vote, asking for something, a quorum.
    """

    words: str
    span: Span
    value: Fraction
    bound: str
    majority: bool
    of: str
    use: str
    added: bool = False

    @property
    def amount(self) -> str:
        """The figure alone, as it is written: "one third", "50 per cent"; "half" for a majority."""
        bare = re.sub(rf"^(?:{_BOUND})\s+|,?\s+(?:or|and)\s+\w+$", "", self.words, flags=re.IGNORECASE)
        return "half" if self.majority and self.value == HALF else bare

    @property
    def key(self) -> str:
        """What makes two thresholds the same."""
        return " ".join(f"{self.words} of {self.of}".lower().split())

    def out_of(self, number: int) -> int:
        """How many out of a number it takes (or, of "at most", allows), with nothing rounded."""
        exact = self.exactly(number)
        if self.bound == OVER:
            return floor(exact) + 1
        if self.bound == UNDER:
            return ceil(exact) - 1
        return floor(exact) if self.bound == MOST else ceil(exact)

    def exactly(self, number: int) -> Fraction:
        """What the figure is of a number, often no whole one."""
        return self.value * number + (1 if self.added else 0)

    @property
    def few(self) -> str:
        """What it counts, where that is commonly only a few: "party branches", "members"; else ""."""
        found = _FEW.match(self.of)
        return "" if found is None else (found["noun"] or "members").lower()


@lru_cache(maxsize=256)  # every check of thresholds asks for the same few texts
def thresholds_in(text: str) -> tuple[Threshold, ...]:
    """The thresholds in some words, in their order."""
    found: list[Threshold] = []
    next_start, next_base, next_after = len(text) + 1, "", 0
    for match in reversed([match for match in _THRESHOLD.finditer(text) if _is_amount(match, text)]):
        start, end = _sentence(text, match.start(), match.end())
        base, after = _base(text, match, end)
        if _NEXT.fullmatch(text, after, next_start):  # "one third of the branches or one third of the members ask"
            base, after = base or next_base, next_after
        if not base and (before := _BASE_BEFORE.search(text, start, match.start())):
            base = before["of"]
        next_start, next_base, next_after = match.start(), base, after
        value = value_of(match) if _has_figure(match) else HALF
        if value is None or not 0 < value < 1 or (base and not _COUNTED.search(base)):
            continue
        use = use_of(text[start : match.start()], text[start:end], text[after:end], base, value)
        if use:
            words, bound = " ".join(match[0].split()), _bound(match, base)
            is_majority = "majority" in words.lower()
            found.append(Threshold(words, match.span(), value, bound, is_majority, base, use, bool(match["added"])))
    return tuple(found[::-1])


def _is_amount(match: re.Match[str], text: str) -> bool:
    """Whether words that look like a figure are one: not "the third Friday", "a third term", "each half"."""
    if match["article"] and match["article"].lower() not in ("a", "an", "any", "by"):
        return False
    name, count = match["name"], match["count"]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if not _has_figure(match) and _IN_OFFICE.search(before):
        return bool(re.match(r"\s+of\b", text[match.end() :]))
    if name is None:
        return True
    name = name.lower()
    if count is None:
        word = re.search(r"(\w+)\s+$", before)
        led = word[1].lower() if word else ""
        return name == "half" and (bool(match["bound"]) or led not in _WHICH)
    if count.lower() in ("a", "an", "one") and name in NAMES and name not in ("half", "quarter"):  # "a third reading"
        follows = text[match.end() : match.end() + 12]
        marked = bool(match["bound"] or match["more"] or match["counted"] or match["fewer"] or match["added"])
        return marked or bool(re.match(r"\s+(?:of|in|or)\b|\s*(?:[.,;)]|$)", follows))
    return True


def _has_figure(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("percent", "above", "sign", "name"))


def _bound(match: re.Match[str], base: str) -> str:
    if match["more"] or match["added"] or re.search(r"\bor\s+(?:more|over|above)\b", base):
        return LEAST
    if match["fewer"]:
        return MOST
    if match["bound"]:
        return _BOUNDS[" ".join(match["bound"].lower().split())]
    inner = re.search(rf"majority\s+of\s+({_BOUND})\s", match[0], re.IGNORECASE)
    if inner:
        return _BOUNDS[" ".join(inner[1].lower().split())]
    if not _has_figure(match):
        return OVER
    return LEAST if match["counted"] or match["led"] else BARE


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence round some words, or as much of it as anybody could take in."""
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    stops = [one.end() for one in _SENTENCE_END.finditer(text, first, last)]
    return max((stop for stop in stops if stop <= start), default=first), min(
        (stop for stop in stops if stop >= end), default=last
    )


def _base(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """The words that say what it is a fraction of, and where they end."""
    found = _BASE.match(text, match.end(), end)
    if found is None or (found["half"] and not (match["name"] or "").lower().startswith("hal")):
        return "", match.end()
    name = "of" if found["of"] else "half"
    stops = [stop.start() for stop in (_STOPS.search(found[name]), _ANOTHER.search(found[name])) if stop]
    words = found[name][: min(stops)] if stops else found[name]
    return " ".join(words.split()), found.start(name) + len(words)
