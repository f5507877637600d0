"""Quoted words are found as they are printed, whole, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.applying.words.patterns import folded, occurrences, paragraphs, plain, reads, sentences


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in occurrences(text, words)]


OCCURRENCES = [
    ("one member, one vote", "one", ["one", "one"]),
    ("one member, one vote", "one member", ["one member"]),
    ("someone votes", "one", []),
    ("one-third of one", "one", ["one"]),
    ("a five-member panel", "member", []),
    ("re-open", "re-open", ["re-open"]),
    ("the Party", "party", []),
    ("members’ rights", "members", ["members"]),
    ("members’ rights", "members' rights", ["members’ rights"]),
    ("a ‘member’ means", '"member" means', ["‘member’ means"]),
    ("the co‑operative – or not –", "co-operative - or not -", ["co‑operative – or not –"]),
    ("within  six\nweeks", "within six weeks", ["within  six\nweeks"]),
    ("within six weeks", "within six\n  weeks", ["within six weeks"]),
    ("15% of 5%", "5%", ["5%"]),
    ("£2,500 or £500", "£500", ["£500"]),
    ("£2,500 or 2", "2", ["2"]),
    ("rule 3.5 and 5", "5", ["5"]),
    ("A, B and C", ", B", [", B"]),
    ("half of the votes", "half…", ["half"]),
    ("half of the votes", "… votes", ["votes"]),
    ("half of the votes", "half...", ["half"]),
    ("half of the votes", "…the…", ["the"]),
    ("half of the votes", "…", []),
    ("half of the votes", "", []),
    ("half … votes", "half of votes", []),
    ("(a) one", "(a)", ["(a)"]),
    ("end.", ".", ["."]),
    ("a.b", "a", ["a"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), OCCURRENCES)
def test_occurrences(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


READINGS = [
    ("The fee is £24 a year.", "The fee is £24 a year.", True),
    ("The fee is £24 a year.", "The fee … a year.", True),
    ("The fee is £24 a year.", "The fee is £24…", True),
    ("The fee is £24 a year.", "fee is", True),
    ("The fee is £24 a year.", "The fee is £25 a year.", False),
    ("The fee is £24 a year.", "a year … the fee", False),
    ("The fee is £24\n\na year.", "The fee is £24 a year.", True),
]


@pytest.mark.parametrize(("text", "quoted", "expected"), READINGS)
def test_whether_a_text_says_what_is_quoted(text: str, quoted: str, expected: bool) -> None:
    assert reads(text, quoted) is expected


SENTENCES = [
    ("One. Two. Three.", ["One.", "Two.", "Three."]),
    ("One? Two! Three", ["One?", "Two!", "Three"]),
    ("It costs £2.50. It is due.", ["It costs £2.50.", "It is due."]),
    ("See para. 5 and no. 6. Then vote.", ["See para. 5 and no. 6.", "Then vote."]),
    ("Mr. A. Smith votes. So does B.", ["Mr. A. Smith votes.", "So does B."]),
    ("He said “No.” She said “Yes.”", ["He said “No.”", "She said “Yes.”"]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("one. two", ["one. two"]),
    ("", []),
    ("no stop", ["no stop"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="ab A.!?”\n 5", max_size=60))
def test_no_word_is_outside_the_sentences(text: str) -> None:
    spans = sentences(text)
    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(spans))
    assert [mark for a, b in spans for mark in text[a:b] if not mark.isspace()] == [
        mark for mark in text if not mark.isspace()
    ]


@given(st.text(alphabet="ab.\n", max_size=60))
def test_no_word_is_outside_the_paragraphs(text: str) -> None:
    spans = paragraphs(text)
    assert [mark for a, b in spans for mark in text[a:b] if mark != "\n"] == [mark for mark in text if mark != "\n"]
    assert all("\n\n" not in text[a:b] for a, b in spans)


@given(st.text(alphabet="ab “”‘’'\"–- \n", max_size=60))
def test_folding_leads_back_to_the_same_marks(text: str) -> None:
    fold = folded(text)
    for place in range(len(fold.text)):
        start, end = fold.back((place, place + 1))
        assert plain(text[start:end]) == plain(fold.text[place])


words = st.lists(
    st.sampled_from("the member branch co-operative 5% £24 (a) vote, half. “x” members’ I".split()),
    min_size=1,
    max_size=8,
)


@given(words, st.data())
def test_what_stands_there_is_found(listed: list[str], data: st.DataObject) -> None:
    text = " ".join(listed)
    start = data.draw(st.integers(0, len(listed) - 1))
    end = data.draw(st.integers(start + 1, len(listed)))
    quoted = " ".join(listed[start:end])
    offset = len(" ".join(listed[:start])) + (1 if start else 0)
    spans = occurrences(text, quoted)
    assert (offset, offset + len(quoted)) in spans or any(a < offset < b for a, b in spans)
    assert all(text[a:b] == quoted for a, b in spans)
