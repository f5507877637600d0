"""Numbers in words, from one to ninety-nine and from first to ninety-ninth."""

from __future__ import annotations

import re
from collections.abc import Callable

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

CARDINALS = {
    word: number
    for number, word in enumerate(
        [*_UNITS, *_TEENS, *(f"{ten}-{unit}".rstrip("-") for ten in _TENS for unit in ("", *_UNITS))], 1
    )
}
"""What a number in words counts: "twenty-one" is 21."""

_ODD = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _ordinal(cardinal: str) -> str:
    ten, hyphen, last = cardinal.rpartition("-")
    return ten + hyphen + (_ODD.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


ORDINALS = {_ordinal(word): number for word, number in CARDINALS.items()}
"""The same for "first", "twelfth" and "twenty-first"."""


def _pattern(last: Callable[[str], str]) -> str:
    """Tens and a unit, or a word alone, the longer before the shorter: "seventeen" before "seven"."""
    teens, units, tens = ("|".join(map(last, words)) for words in (reversed(_TEENS), _UNITS, _TENS))
    return rf"(?:(?:{'|'.join(_TENS)})-(?:{units})|{tens}|{teens}|{units})"


CARDINAL, ORDINAL = _pattern(str), _pattern(_ordinal)
"""Patterns of every such word, composed: lists of ninety-nine take longer to make than a draft takes to be checked."""


def number_of(word: str) -> int:
    """What a number counts: "second" and "two" are 2, "21st" is 21, "last" is -1, "last but one" -2."""
    word = " ".join(word.lower().split())
    if word in ("last", "final", "closing"):
        return -1
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(word) or CARDINALS.get(word) or (1 if word == "opening" else -2)


def nth(number: int) -> str:
    """ "first", "twenty-first"; counted from the end "last", "last but one"."""
    if number < 0:
        return " but ".join(["last", *_WORDS.get(-number - 1, "").split()])
    return _FIRST.get(number, f"{number}th")


_WORDS = {number: word for word, number in CARDINALS.items()}
_FIRST = {number: word for word, number in ORDINALS.items()}
