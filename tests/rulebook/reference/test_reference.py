"""References as they are written: what is said beside a number, and words that refer to nothing."""

from __future__ import annotations

import pytest

from rulebook.reference import Part, read_reference, references_in


def test_two_sentences_are_two_references() -> None:
    found = read_reference("the first and third sentences of 2.II.4")
    assert [reference.parts for reference in found] == [(Part("sentence", 1),), (Part("sentence", 3),)]


def test_what_is_said_beside_the_number_is_kept() -> None:
    (reference,) = read_reference("Chapter 4 Selections, Clause I Candidates, 2 (page 33)")
    assert [step.heading for step in reference.steps] == ["Selections", "Candidates", ""]
    assert reference.page == 33


def test_a_place_inside_each_of_a_range_is_no_reference() -> None:
    assert read_reference("Clauses I to III, sub-clause 2") == ()


NO_REFERENCES = [
    "members",
    "5",
    "by 5 to 4",
    "half",
    "£5.50",
    "3.5%",
    "the 2019 rules",
    "",
    "e.g. this",
    "at 7.30 p.m.",
]


@pytest.mark.parametrize("words", NO_REFERENCES)
def test_plain_words_refer_to_nothing(words: str) -> None:
    assert list(references_in(words)) == []


RUNNING = {
    "Subject to Clause II, a member may vote.": ["Clause II"],
    "as in sub-clause 5 above or Chapter 2, Clause I.3": ["sub-clause 5 above", "Chapter 2, Clause I.3"],
    "under 4.I.2.B.i of these rules": ["4.I.2.B.i"],
    "a person named in paragraphs A and B": ["paragraphs A and B"],
}


@pytest.mark.parametrize(("words", "found"), RUNNING.items())
def test_references_in_running_words(words: str, found: list[str]) -> None:
    assert [words[start:end] for (start, end), _ in references_in(words)] == found
