"""Numerals and labels: what "IV", "5A", "(b)" and "4.2.1" count, and which comes next.

A label is kept as it is printed; its `segment` is the same without brackets and stops, as a reference writes it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

ARABIC, ROMAN_CAPITAL, ROMAN_SMALL, LETTER_CAPITAL, LETTER_SMALL, DECIMAL, BULLET = "1", "I", "i", "A", "a", "1.1", "-"

BULLETS = frozenset("-*+•·–—")

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_SHAPE = re.compile(r"(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_DECIMAL = re.compile(
    r"(?:[A-Za-z]{0,2}\d+[A-Za-z]?|[A-Z]{1,2}|[IVXLC]{3,6})(?:\.\d+[A-Za-z]?)+|\d{1,3}(?:[a-z]\d{1,2})+[a-z]?"
)  # 4.2.1, J5.8, J.5.8, III.2; 1b1, which counts in figures and letters by turns
_TURNS = re.compile(r"(?P<front>.*?)(?P<last>\d+|[A-Za-z]+)")
_PARTS = re.compile(r"(?P<number>\d+)(?P<suffix>[A-Za-z]{0,2})|(?P<word>[A-Za-z]+)(?P<tail>\d*)")


@lru_cache(maxsize=16384)
def segment(label: str) -> str:
    """A label as a reference writes it: "(b)" and "b." are both "b"."""
    return label.strip().strip("().:").strip()


@lru_cache(maxsize=16384)
def front_and_last(label: str) -> tuple[str, str]:
    """A decimal as the number that it stands under and its own: 4.2.1 is 4.2 and 1, and 1b1 is 1b and 1."""
    word = segment(label)
    if "." in word:
        front, _, last = word.rpartition(".")
        return front, last
    turns = _TURNS.fullmatch(word) if _DECIMAL.fullmatch(word) else None
    return (turns["front"], turns["last"]) if turns else ("", word)


@lru_cache(maxsize=4096)
def roman_value(word: str) -> int | None:
    """What a roman numeral counts, or None where the letters are not one."""
    small = word.lower()
    if not _ROMAN_SHAPE.fullmatch(small):
        return None
    value = 0
    for amount, letters in _ROMAN:
        while small.startswith(letters):
            value += amount
            small = small[len(letters) :]
    return value


def letter_value(word: str) -> int | None:
    """a is 1, z is 26, aa is 27; None for what is not one letter or one letter twice."""
    small = word.lower()
    if len(small) == 1 and small.isascii() and small.isalpha():
        return ord(small) - 96
    if len(small) == 2 and small[0] == small[1] and small.isascii() and small.isalpha():
        return 26 + ord(small[0]) - 96
    return None


def next_letters(last: str, label: str) -> bool:
    """Whether two letters follow in the count that spreadsheets and browsers keep: ab after aa, and ba after az."""
    one, other = segment(last), segment(label)
    if len(other) != 2 or len(one) != 2 or not (one + other).isascii() or not (one + other).isalpha():
        return False
    if one.islower() != other.islower() or one.isupper() != other.isupper():
        return False
    values = [26 * ord(word[0]) + ord(word[1]) for word in (one, other)]
    return values[1] == values[0] + 1 or (one[1] in "zZ" and other[1] in "aA" and ord(other[0]) == ord(one[0]) + 1)


def numeral(value: int, style: str) -> str:
    """The numeral of a style for a value from 1: `numeral(4, "i")` is "iv"."""
    if style in (ROMAN_CAPITAL, ROMAN_SMALL):
        word = ""
        for amount, letters in _ROMAN:
            count, value = divmod(value, amount)
            word += letters * count
        return word.upper() if style == ROMAN_CAPITAL else word
    if style in (LETTER_CAPITAL, LETTER_SMALL):
        word = chr(96 + value) if value <= 26 else chr(96 + value - 26) * 2
        return word.upper() if style == LETTER_CAPITAL else word
    return str(value)


@lru_cache(maxsize=16384)
def styles(label: str) -> tuple[str, ...]:
    """The numeral styles a label could be of: "i" is a roman numeral or a letter, "5A" is arabic, "1.2" decimal."""
    word = segment(label)
    if label.strip() in BULLETS:
        return (BULLET,)
    if _DECIMAL.fullmatch(word):
        return (DECIMAL,)
    parts = _PARTS.fullmatch(word)
    if parts is None:
        return ()
    if parts["number"]:
        return (ARABIC,)
    found = []
    capital = parts["word"].isupper()
    if roman_value(parts["word"]) is not None and (capital or parts["word"].islower()):
        found.append(ROMAN_CAPITAL if capital else ROMAN_SMALL)
    if letter_value(parts["word"]) is not None and (capital or parts["word"].islower()):
        found.append(LETTER_CAPITAL if capital else LETTER_SMALL)
    if not found and re.fullmatch(r"[A-Z]{2}|[a-z]{2}", parts["word"]):  # BA stands after B
        found.append(LETTER_CAPITAL if capital else LETTER_SMALL)
    if not found and len(parts["word"]) > 2 and roman_value(parts["word"][:-1]) is not None:  # IVA stands after IV
        found.append(ROMAN_CAPITAL if capital else ROMAN_SMALL)
    return tuple(found)


@lru_cache(maxsize=16384)
def count(label: str, style: str) -> tuple[int, str] | None:
    """What a label counts in a style: its number and what was added to it. "5A" is (5, "A"), "4.2" is (2, "")."""
    word = segment(label)
    if style == DECIMAL:
        word = front_and_last(label)[1]
    parts = _PARTS.fullmatch(word)
    if parts is None:
        return None
    if parts["number"]:
        return (int(parts["number"]), parts["suffix"].upper()) if style in (ARABIC, DECIMAL) else None
    if style == DECIMAL:
        letter = letter_value(word)
        return (letter, "") if letter is not None else None
    value_of = roman_value if style in (ROMAN_CAPITAL, ROMAN_SMALL) else letter_value
    if style not in (ROMAN_CAPITAL, ROMAN_SMALL, LETTER_CAPITAL, LETTER_SMALL):
        return None
    value = value_of(parts["word"])
    if value is not None:
        return value, parts["tail"]
    value = value_of(parts["word"][:-1])
    return (value, parts["word"][-1].upper()) if value is not None else None


def relabel(label: str, value: int, style: str) -> str:
    """The label with another number in the same dress: `relabel("(b)", 3, "a")` is "(c)"."""
    word = segment(label)
    new = numeral(value, style)
    if style == DECIMAL:
        front, last = front_and_last(label)
        new = f"{front}." if "." in word else front
        new += str(value) if last[:1].isdigit() else numeral(value, LETTER_SMALL)
    return label.replace(word, new, 1)


def common_style(labels: list[str]) -> str | None:
    """The one style that all the labels of one list can be of; letters or roman numerals are told by the sequence.

    A list of "i" alone is roman; "c", "d" are letters. None where no style fits them all, or there are none.
    """
    shared: set[str] | None = None
    for label in labels:
        shared = set(styles(label)) if shared is None else shared & set(styles(label))
    if not shared:
        return None
    if len(shared) == 1:
        return shared.pop()

    def misfit(style: str) -> tuple[int, int]:
        values = [(count(label, style) or (0, ""))[0] for label in labels]
        return sum(value != before + 1 for before, value in pairwise([0, *values])), values[0]

    return min(shared, key=misfit)


def sort_key(label: str, style: str) -> tuple[tuple[int, int, str], ...]:
    """Where a label stands in its list: 5 before 5A before 5B before 6, and J.4.9 before J.5.1."""
    if style == DECIMAL:
        return tuple(_part_key(part, ARABIC) for part in segment(label).split("."))
    return (_part_key(label, style),)


def _part_key(label: str, style: str) -> tuple[int, int, str]:
    number, added = count(label, style) or (0, segment(label).upper())
    return number, len(added), added
