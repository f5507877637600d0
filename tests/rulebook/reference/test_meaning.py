"""What references say, place by place: lists, ranges, and what stands under what."""

from __future__ import annotations

import pytest

from rulebook.reference import LAST, Part, Reference, read_reference

LISTS = {
    "sub-clauses 2, 4–6 and 8 of Chapter 5, Clause I": "5.I.2, 5.I.4 to 6, 5.I.8",
    "paragraphs A and C–D": "A, C to D",
    "paragraphs (b) through (d)": "b to d",
    "9.II.3 and 4": "9.II.3, 9.II.4",
    "5.IV.5.A, B and D": "5.IV.5.A, 5.IV.5.B, 5.IV.5.D",
    "Rules A.3, B.1.2 and Q": "A.3, B.1.2, Q",
    "J 3, J 4.1 and J 5.9": "J.3, J.4.1, J.5.9",
    "sub-clauses 4 and 5 of Chapter 6, Clause II": "6.II.4, 6.II.5",
    "paragraph A of each of 5.II.1 and 5.II.3": "5.II.1.A, 5.II.3.A",
    "paragraphs A and B of both 5.II.1 and 5.II.3": "5.II.1.A, 5.II.1.B, 5.II.3.A, 5.II.3.B",
    "paragraph A of each of Clause I and Clause II": "I.A, II.A",
    "clause (b) of sub-section (2) of section 5": "5.2.b",
    "Chapter 5, Clause IV, paragraphs A and B of sub-clause 5": "5.IV.5.A, 5.IV.5.B",
    "sub-clause 1 and sub-clause 5 of 2.III": "2.III.1, 2.III.5",
    "sub-clause 3, and also sub-clause 6, of 2.III": "2.III.3, 2.III.6",
    "sub-clause 2 of Clause I and sub-clause 3 of Clause II": "I.2, II.3",
    "3.II.2.A as well as 3.II.2.B": "3.II.2.A, 3.II.2.B",
    "sub-clause 9 of the Rule Book, Chapter 10, Clause II": "10.II.9",
    "5.IV.5, in paragraph D": "5.IV.5.D",
    "paragraph D, in 5.IV.5": "5.IV.5.D",
    "sub-clause 5 of Clause IV of Chapter 5, in paragraph E": "5.IV.5.E",
    "Clause VI of Chapter 1, sub-clauses 1 and 2": "1.VI.1, 1.VI.2",
    "Chapter Five, Clause II": "5.II",
    "5 and 6": "5, 6",
    "2 to 3": "2 to 3",
}


@pytest.mark.parametrize(("written", "places"), LISTS.items())
def test_a_list_names_each_of_its_places(written: str, places: str) -> None:
    assert ", ".join(map(str, read_reference(written))) == places


PARTS = {
    "the last two sentences of 6.IV.3": [("sentence", -2), ("sentence", LAST)],
    "the first three paragraphs of 6.IV.3": [("paragraph", 1), ("paragraph", 2), ("paragraph", 3)],
    "the last sentence but one of 6.IV.3": [("sentence", -2)],
    "the penultimate sentence of 6.IV.3": [("sentence", -2)],
    "the first, second and fourth sentences of 6.IV.3": [("sentence", 1), ("sentence", 2), ("sentence", 4)],
    "sentences 2 to 4 of 6.IV.3": [("sentence", 2), ("sentence", 3), ("sentence", 4)],
    "sentence two of 6.IV.3": [("sentence", 2)],
    "the eleventh sub-clause of 6.IV": [("subclause", 11)],
    "the 21st sub-clause of 6.IV": [("subclause", 21)],
    "the final paragraph of 6.IV.3": [("paragraph", LAST)],
    "the introductory text of 6.IV.3": [("opening words", 1)],
    "the opening paragraph of 6.IV.3": [("opening words", 1)],
    "the opening sentence of 6.IV.3": [("sentence", 1)],
    "the name of Clause III": [("heading", 1)],
    "the chapeau of 6.IV.3": [("opening words", 1)],
    "6.IV.3, closing words": [("closing words", 1)],
    "the second row of the table in 6.IV.3": [("row", 2)],
    "the table in 6.IV.3": [("table", 1)],
    "bullet point 3 of 6.IV.3": [("bullet", 3)],
    "line 14": [("line", 14)],
}


@pytest.mark.parametrize(("written", "parts"), PARTS.items())
def test_parts_are_named_one_by_one(written: str, parts: list[tuple[str, int]]) -> None:
    assert [reference.parts for reference in read_reference(written)] == [(Part(*part),) for part in parts]


@pytest.mark.parametrize("written", ["the second two sentences of 6.IV.3", "sentences 4 to 2 of 6.IV.3"])
def test_parts_that_cannot_be_counted_mean_nothing(written: str) -> None:
    assert read_reference(written) == ()


def only(written: str) -> Reference:
    (reference,) = read_reference(written)
    return reference


def test_which_of_two_equal_numbers() -> None:
    assert only("the second 1.2A").steps[-1].nth == 2
    assert only("the last sub-clause 2").steps[-1].nth == LAST
    assert only("sub-clause 2").steps[-1].nth == 0


DOUBTFUL = [
    "paragraph A of 5.II.1 and 5.II.3",
    "the last sentence of 5.IV.4 and 5.IV.6",
    "paragraph A of Clause I and Clause II",
]


@pytest.mark.parametrize("written", DOUBTFUL)
def test_what_may_reach_the_second_place_or_not_says_so(written: str) -> None:
    assert any("may be meant of" in reference.doubt for reference in read_reference(written))


def test_a_page_and_a_line_are_hints() -> None:
    reference = only("section 2(3) (lines 26 to 27 on page 5)")
    assert (str(reference), reference.page, reference.line) == ("2.3", 5, 26)


def test_a_title_after_a_dash() -> None:
    assert [step.heading for step in only("Rule 3.6 – Co-option").steps] == ["", "Co-option"]
