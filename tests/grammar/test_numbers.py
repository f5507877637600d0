"""Numbers in words, read and written."""

from __future__ import annotations

import pytest

from grammar.numbers import CARDINALS, ORDINALS, nth, number_of

COUNTED = {
    "two": 2,
    "second": 2,
    "twelfth": 12,
    "twenty-first": 21,
    "21st": 21,
    "fortieth": 40,
    "last": -1,
    "Final": -1,
}


@pytest.mark.parametrize(("word", "number"), COUNTED.items())
def test_what_a_word_counts(word: str, number: int) -> None:
    assert number_of(word) == number


@pytest.mark.parametrize(("number", "word"), [(1, "first"), (83, "eighty-third"), (-1, "last"), (-2, "last but one")])
def test_an_ordinal_in_words(number: int, word: str) -> None:
    assert nth(number) == word


def test_there_is_a_word_for_each_number_to_ninety_nine() -> None:
    assert sorted(CARDINALS.values()) == sorted(ORDINALS.values()) == list(range(1, 100))
