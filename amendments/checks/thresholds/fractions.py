"""Fractions as rules write them: "one third", "two-thirds", "a quarter", "half", "50 per cent", "33%", "1/3".

They are read exactly; a percentage is a fraction of a hundred and no decimal number.
"""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
} | {"a": 1, "an": 1}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"hundred": 100}
NAMES = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20,
}  # fmt: skip
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)}
_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_DIGITS)}))?|{'|'.join(_DIGITS)})"
AMOUNT = rf"""(?:
    (?<![\w.,/])(?P<percent>\d{{1,3}}(?:\.\d+)?|\b{_IN_WORDS})\s*(?:%|per\s?cent\b)
  | (?<![\w/])(?P<above>\d{{1,2}})\s?/\s?(?P<below>\d{{1,2}})(?![\w/])
  | (?P<sign>[{"".join(_SIGNS)}])
  | \b(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[\s-]+)?
    (?P<name>(?:{"|".join(NAMES)})s?)\b(?![\s-]+(?:an?\s+(?:hour|day|year)|hour|hourly|day|year|yearly|term)\b)
)"""
"""The pattern of an amount, for verbose patterns without regard to capitals. Its groups are what `value_of` reads."""


def value_of(match: re.Match[str]) -> Fraction | None:
    """What a match of `AMOUNT` comes to; None where it names no figure, or none that there is."""
    if match["percent"]:
        written = match["percent"].lower()
        number = Fraction(written) if written[0].isdigit() else Fraction(_number(written))
        return number / 100
    if match["above"]:
        return Fraction(int(match["above"]), int(match["below"])) if int(match["below"]) > 1 else None
    if match["sign"]:
        return Fraction(*_SIGNS[match["sign"]])
    if match["name"]:
        name = match["name"].lower()
        return Fraction(_DIGITS[(match["count"] or "one").lower()], NAMES.get(name) or NAMES[name.rstrip("s")])
    return None


def _number(words: str) -> int:
    return sum(_TENS.get(word) or _DIGITS[word] for word in re.split(r"[- ]", words))
