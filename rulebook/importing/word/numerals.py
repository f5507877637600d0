"""How Word writes the number of a list: 4, iv, d, 04, 4th, Four."""

from __future__ import annotations

from rulebook.numbering import ROMAN_CAPITAL, ROMAN_SMALL, numeral

BULLET_SIGN = "•"
FORMATS = frozenset(
    "decimal upperRoman lowerRoman upperLetter lowerLetter bullet none decimalZero ordinal cardinalText ordinalText "
    "numberInDash".split()
)
"""ISO/IEC 29500-1, 17.18.59: those that a rulebook in English may have."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRST = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def written(number: int, format: str) -> str:
    """A number in a format; as 1, 2, 3 where the format is not known or does not go so far."""
    if format in ("none", "bullet"):
        return ""
    if format == "decimalZero":
        return f"{number:02}"
    if format == "numberInDash":
        return f"- {number} -"
    if format == "ordinal":
        return f"{number}{_ending(number)}"
    if format in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return numeral(number, ROMAN_CAPITAL if format == "upperRoman" else ROMAN_SMALL)
    if format in ("upperLetter", "lowerLetter") and 0 < number <= 780:  # as Word does: z, aa, bb, up to thirty times z
        letters = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if format == "upperLetter" else letters
    if format in ("cardinalText", "ordinalText") and 0 < number < 100:
        words = _cardinal(number)
        return (_ordinal(words) if format == "ordinalText" else words).capitalize()
    return str(number)


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones]}" if ones else _TENS[tens - 2]


def _ordinal(cardinal: str) -> str:
    before, dash, last = cardinal.rpartition("-")
    if last in _FIRST:
        return before + dash + _FIRST[last]
    return f"{cardinal[:-1]}ieth" if last.endswith("y") else f"{cardinal}th"
