"""Two wordings, word by word: the pieces make up both, and the measure of likeness is that of rapidfuzz."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from rulebook.comparing.comparison import compare_words
from rulebook.wording import likeness, words_of
from tests.shared.pieces import marked, new_of, old_of

WORDINGS = [
    ("one half of the branches", "one third of the branches", "one[- half-]{+ third+} of the branches"),
    ("a member, who is eligible", "a member who is eligible", "a member[-,-] who is eligible"),
    ("All members.", "All members may vote.", "All members{+ may vote+}."),
    ("A. C.", "A. B. C.", "A.{+ B.+} C."),
    ("by branches, by members", "by branches, by affiliates, by members", "by branches{+, by affiliates+}, by members"),
    ("The ballot.", "The trigger ballot.", "The{+ trigger+} ballot."),
    ("chosen by branches now", "selected by members now", "[-chosen by branches-]{+selected by members+} now"),
    ("a five-member panel", "a six-member panel", "a[- five-member-]{+ six-member+} panel"),
    ("The member’s vote", "The members’ vote", "The[- member’s-]{+ members’+} vote"),
    ("Half, or 50%, suffices", "Half, or 60%, suffices", "Half, or[- 50%-]{+ 60%+}, suffices"),
    ("One. Two.", "One.\n\nTwo.", "One.[- -]{+\n\n+}Two."),
    ("Foo bar", "bar", "[-Foo -]bar"),
    ("end ", "end", "end[- -]"),
    ("", "new", "{+new+}"),
    ("old", "", "[-old-]"),
    ("", "", ""),
    ("same", "same", "same"),
    (
        "| Year | Fee |\n| 2026 | 5 |",
        "| Year | Fee |\n| 2025 | 4 |\n| 2026 | 5 |",
        "| Year | Fee |{+\n| 2025 | 4 |+}\n| 2026 | 5 |",
    ),
]


@pytest.mark.parametrize(("old", "new", "shown"), WORDINGS)
def test_words(old: str, new: str, shown: str) -> None:
    assert marked(compare_words(old, new)) == shown


WORDS = ["the", "a", "of", "branch", "five-year", "x’s", "5%", ",", ".", ";", "(", ")", "|", " ", "\n", "\n\n"]
some_text = st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(st.one_of(some_text, st.text()), st.one_of(some_text, st.text()))
def test_pieces_make_up_both_wordings(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != two.kind for one, two in pairwise(pieces))
    assert all((one.kind, two.kind) != ("inserted", "deleted") for one, two in pairwise(pieces))


def test_a_very_long_wording_is_compared_in_parts() -> None:
    old = " ".join(f"member {n} of branch {n % 97} shall vote;" for n in range(3000))
    new = old.replace("member 1500 of", "member 1500 or 1501 of").replace("vote; member 7 ", "elect; member 7 ")
    shown = marked(compare_words(old, new))
    assert "member 1500{+ or 1501+} of" in shown
    assert "shall[- vote-]{+ elect+}; member 7 of" in shown
    assert shown.count("{+") == 2


def test_long_wordings_with_nothing_in_common_are_replaced_whole() -> None:
    old, new = "the one " * 3000, "the two " * 3000
    pieces = compare_words(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)


@given(some_text, some_text)
def test_likeness_is_the_measure_of_rapidfuzz(old: str, new: str) -> None:
    a, b = words_of(old), words_of(new)
    expected = Indel.normalized_similarity(a, b) if a and b else 0.0
    assert likeness(a, b) == pytest.approx(expected)
