"""A word that is broken at the end of a line is put together on evidence: the form that the rest of the text has.

Where the text has neither form, or both, the likelier one is taken, and that it was a guess is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from rulebook.importing.file.paragraphs import Guess

HYPHENS = "-\u2010\u00ad\u0002\ufffe\u2011"
"""What stands at the end of a line where a word is broken. A PDF reader gives U+0002 or U+FFFE for some of them."""

KEEPS = frozenset(
    "all anti by co counter cross deputy ex far full half hard high home inter intra long low many mid multi non off "
    "one on out part post pre pro public self semi short single socio sub two three ultra vice well world".split()
)
"""First parts that mostly keep their hyphen ("by-election", "co-operative"), where nothing else is known."""
_CLOSED = frozenset("counter inter intra multi out over post pre pro public sub ultra on off one home part low".split())
"""Of these, those that are as often written in one: not kept before a part of a word."""

_BEFORE_VOWELS = frozenset(("re", "pre", "de", "co", "anti", "semi", "multi", "bi", "pro", "intra", "ultra", "infra"))
"""First parts that keep their hyphen before the vowel that they end in."""

_BETWEEN = frozenset("a and at by for in of on or the to".split())
"""What stands in the middle of "up-to-date", and ends no part of a word that is not written with hyphens."""

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011’'][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-\u2010\u2011’'][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:[-\u2010\u2011’'][^\W_]+)*")
_SUSPENDED = frozenset(("and", "or", "nor", "to", "but"))


def words_in(text: str) -> list[str]:
    """The words of a text as they are counted: without case, hyphens all the same."""
    return [word.replace("\u2010", "-").replace("\u2011", "-").lower() for word in _WORD.findall(text)]


def counted(lines: Iterable[str]) -> Counter[str]:
    """How often each unbroken word stands in the lines. Halves at their ends and beginnings are left out."""
    found: Counter[str] = Counter()
    broken = False
    for line in lines:
        words = words_in(line)
        if broken and words:
            words = words[1:]
        broken = line.rstrip().endswith(tuple(HYPHENS))
        if broken and words:
            words = words[:-1]
        found.update(words)
    return found


def joined(first_half: str, second_half: str, counts: Mapping[str, int]) -> tuple[str, bool]:
    """The word that two halves make, and whether there is evidence for it. The hyphen is not part of either half."""
    hyphened, whole = f"{first_half}-{second_half}", first_half + second_half
    last, first = _LAST.search(first_half), _FIRST.match(second_half)
    if last is None or first is None or second_half[:1].isdigit() or first_half[-1:].isdigit():
        return hyphened, True
    a, b = last[0].replace("\u2010", "-").lower(), first[0].replace("\u2010", "-").lower()
    with_hyphen, without = _met(f"{a}-{b}", counts), _met(a + b, counts)
    if with_hyphen or without:
        return (hyphened if with_hyphen > without else whole), not (with_hyphen and without)
    if second_half[:1].isupper():
        return hyphened, not first_half.isupper()
    before, _, part = a.rpartition("-")
    if before and part in _BETWEEN:
        return hyphened, True
    if before and counts.get(b, 0):
        return hyphened, False
    if len(part) > 1 and part in _BEFORE_VOWELS and part[-1] == b[0]:  # re-elect, pre-empt, co-opt
        return hyphened, False
    if part in KEEPS and part not in _CLOSED:
        return hyphened, False
    if any(word.startswith(f"{part}-") for word in counts) and counts.get(b, 0):
        return hyphened, False
    return whole, False


def _met(word: str, counts: Mapping[str, int]) -> int:
    """How often a word was met, also in the plural or the singular."""
    found = counts.get(word, 0)
    if not found:
        others = {word + "s", word.removesuffix("s"), word.removesuffix("’s"), word + "’s", word + "d", word + "ly"}
        found = sum(counts.get(other, 0) for other in others if other != word and len(other) > 3)
    return found


def lines_joined(
    before: str, after: str, counts: Mapping[str, int], page: str = "", line: int = 0
) -> tuple[str, Guess | None]:
    """Two lines of one paragraph as one text; the guess, where a word was put together without evidence.

    `page` and `line` are where the first of them ends.
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return before + after, None
    last = before[-1]
    stem = before.rstrip(HYPHENS)
    if last in HYPHENS and stem and not stem[-1].isspace():
        next_word = after.split(None, 1)[0]
        rest = after[len(next_word) :]
        if next_word.strip(",;.:").lower() in _SUSPENDED:
            return f"{stem}- {after}", None
        half = stem.rsplit(None, 1)[-1]
        if _in_address(half):
            return f"{stem}-{after}", None
        word, sure = joined(half, next_word, counts)
        text = stem[: len(stem) - len(half)] + word + rest
        if sure:
            return text, None
        other = half + next_word if word == f"{half}-{next_word}" else f"{half}-{next_word}"
        said = f"“{_bare(word)}” was put together from two lines; it may be “{_bare(other)}”"
        return text, Guess("hyphen", said, page, line, usual=True)
    if last in "/—–" and not before[-2:-1].isspace() and len(before) > 1:
        return before + after, None
    if last in "/.-_@?=&" and after[:1].isalnum() and after[:1].islower() and _in_address(before):
        return before + after, None
    return f"{before} {after}", None


def _in_address(words: str) -> bool:
    """Whether the last word is the beginning of an address of the web or of mail."""
    last = words.rsplit(None, 1)[-1]
    return any(sign in last for sign in ("http://", "https://", "www.")) or "@" in last[1:]


def _bare(word: str) -> str:
    return word.strip(".,;:()“”‘’\"'")
