"""What labels count, which comes next, and the same number in another dress."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.numbering import (
    ARABIC,
    LETTER_CAPITAL,
    LETTER_SMALL,
    ROMAN_CAPITAL,
    ROMAN_SMALL,
    common_style,
    count,
    letter_value,
    numeral,
    relabel,
    roman_value,
    segment,
    sort_key,
    styles,
)

SEGMENTS = {
    "5": "5",
    "5.": "5",
    "(b)": "b",
    "b)": "b",
    "IV.": "IV",
    "4.2.1.": "4.2.1",
    " 5A ": "5A",
    "(iii)": "iii",
    "-": "-",
}


@pytest.mark.parametrize(("label", "expected"), SEGMENTS.items())
def test_a_segment_has_no_brackets_and_no_stops(label: str, expected: str) -> None:
    assert segment(label) == expected


STYLES = {
    "5": ("1",),
    "5A": ("1",),
    "12ZA": ("1",),
    "IV": ("I",),
    "(iv)": ("i",),
    "B": ("A",),
    "(b)": ("a",),
    "I": ("I", "A"),
    "(i)": ("i", "a"),
    "C": ("I", "A"),
    "v": ("i", "a"),
    "BA": ("A",),
    "AA": ("A",),
    "IVA": ("I",),
    "4.2": ("1.1",),
    "4.2.1": ("1.1",),
    "4.2A": ("1.1",),
    "J5.8": ("1.1",),
    "J.5.8": ("1.1",),
    "J.5": ("1.1",),
    "-": ("-",),
    "•": ("-",),
    "Yes": (),
    "": (),
    "Iv": (),
}


@pytest.mark.parametrize(("label", "expected"), STYLES.items())
def test_styles(label: str, expected: tuple[str, ...]) -> None:
    assert styles(label) == expected


COUNTS = [
    ("5", "1", (5, "")),
    ("5A", "1", (5, "A")),
    ("5a", "1", (5, "A")),
    ("IV", "I", (4, "")),
    ("IVA", "I", (4, "A")),
    ("(ix)", "i", (9, "")),
    ("B", "A", (2, "")),
    ("BA", "A", (2, "A")),
    ("aa", "a", (27, "")),
    ("4.2.1", "1.1", (1, "")),
    ("4.2.1A", "1.1", (1, "A")),
    ("J.5.8", "1.1", (8, "")),
    ("5", "I", None),
    ("IV", "1", None),
    ("B", "i", None),
]


@pytest.mark.parametrize(("label", "style", "expected"), COUNTS)
def test_count(label: str, style: str, expected: tuple[int, str] | None) -> None:
    assert count(label, style) == expected


RELABELLED = [
    ("(b)", 3, "a", "(c)"),
    ("5.", 6, "1", "6."),
    ("5A", 6, "1", "6"),
    ("IV", 9, "I", "IX"),
    ("iv)", 5, "i", "v)"),
    ("4.2.1", 2, "1.1", "4.2.2"),
    ("J.5.8", 9, "1.1", "J.5.9"),
    ("z", 27, "a", "aa"),
]


@pytest.mark.parametrize(("label", "value", "style", "expected"), RELABELLED)
def test_relabel(label: str, value: int, style: str, expected: str) -> None:
    assert relabel(label, value, style) == expected


COMMON = [
    (["1", "2", "3"], "1"),
    (["i"], "i"),
    (["i", "ii", "iii"], "i"),
    (["h", "i", "j"], "a"),
    (["(a)", "(b)", "(c)"], "a"),
    (["c", "d"], "a"),
    (["I", "II"], "I"),
    (["A", "B", "C"], "A"),
    (["I", "V", "X"], "I"),
    (["1", "A"], None),
    (["-", "-"], "-"),
    (["4.1", "4.2A"], "1.1"),
    ([], None),
    (["1", "Yes"], None),
]


@pytest.mark.parametrize(("labels", "expected"), COMMON)
def test_common_style(labels: list[str], expected: str | None) -> None:
    assert common_style(labels) == expected


@given(st.integers(1, 3999), st.sampled_from((ARABIC, ROMAN_CAPITAL, ROMAN_SMALL)))
def test_a_numeral_counts_what_it_was_made_of(value: int, style: str) -> None:
    assert count(numeral(value, style), style) == (value, "")


@given(st.integers(1, 52), st.sampled_from((LETTER_CAPITAL, LETTER_SMALL)))
def test_a_letter_counts_what_it_was_made_of(value: int, style: str) -> None:
    assert letter_value(numeral(value, style)) == value


@given(st.text("ivxlcdmIVXLCDM", max_size=8))
def test_only_well_formed_roman_numerals_count(word: str) -> None:
    value = roman_value(word)
    assert value is None or numeral(value, ROMAN_SMALL) == word.lower()


@given(
    st.integers(1, 200),
    st.integers(1, 200),
    st.sampled_from((ARABIC, ROMAN_CAPITAL, ROMAN_SMALL)),
    st.sampled_from(("{}", "({})", "{})", "{}.")),
)
def test_relabelling_back_gives_the_label(value: int, other: int, style: str, dress: str) -> None:
    label = dress.format(numeral(value, style))
    assert relabel(relabel(label, other, style), value, style) == label


def test_what_was_inserted_stands_between() -> None:
    labels = ["6", "5B", "10", "5", "5AA", "5A"]
    assert sorted(labels, key=lambda label: sort_key(label, ARABIC)) == ["5", "5A", "5B", "5AA", "6", "10"]
