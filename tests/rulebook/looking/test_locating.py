"""The spellings of references, and the provisions that they lead to.

A case is a spelling and the reference it leads to; "from" a provision, where it is relative; several references with
commas between them; "3.I.2 to 3.I.4" for a run of neighbours; "a or b" where it could be either; "" where it leads to
nothing.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.looking.locating import find, run_of
from rulebook.numbering import BULLETS
from rulebook.provision import Path, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.reference import LAST, Part, Reference, Step, read_reference, references_in
from rulebook.source import Source
from tests.shared.books import book
from tests.shared.trees import rulebooks


def path_of(rulebook: Rulebook, reference: str) -> Path:
    return next(path for path, _ in rulebook.walk() if rulebook.reference(path) == reference)


def led(rulebook: Rulebook, reference: Reference, context: Path = ()) -> str:
    """Where one reference leads."""
    found = find(rulebook, reference.steps, context)
    if reference.to and len(found) == 1:
        run = run_of(rulebook, found[0], reference.to)
        return f"{rulebook.reference(run[0])} to {rulebook.reference(run[-1])}" if run else ""
    return " or ".join(rulebook.reference(path) for path in found)


def leads(rulebook: Rulebook, spelling: str, context: str = "") -> str:
    """Where a spelling leads, in canonical references."""
    start = path_of(rulebook, context) if context else ()
    return ", ".join(led(rulebook, reference, start) for reference in read_reference(spelling))


LABOUR = {
    # the whole of it, by levels
    "Chapter 4": "4",
    "Chapter 4, Clause I": "4.I",
    "Chapter 4 Clause I": "4.I",
    "Ch 4 Cl I": "4.I",
    "chapter 4 clause i": "4.I",
    "Chapter 4, Clause I, sub-clause 2": "4.I.2",
    "Chapter 4, Clause I, subclause 2": "4.I.2",
    "Chapter 4, Clause I, sub clause 2": "4.I.2",
    "Chapter 4, Clause I, 2": "4.I.2",
    "Chapter 4, Clause I.2": "4.I.2",
    "Chapter 4, Clause I, Section 2": "4.I.2",
    "Chapter 4, Clause I, paragraph 2": "4.I.2",
    "Chapter 4, Clause I, clause 2": "4.I.2",
    "Chapter 4, Clause I, sub-clause 2, paragraph B": "4.I.2.B",
    "Chapter 4, Clause I, sub-clause 2, paragraph B, sub-paragraph (i)": "4.I.2.B.i",
    "Chapter 4, Clause I, 2.B(i)": "4.I.2.B.i",
    "Chapter 4, Clause I, 2B": "4.I.2.B",
    "Chapter 4, Clause I, Section 2B": "4.I.2.B",
    "Ch 4 Cl I para 2B": "4.I.2.B",
    "Chapter 4, Clause I, Section 2, Subsection B, (i)": "4.I.2.B.i",
    "Chapter 4, in Clause I": "4.I",
    # codes
    "4.I.2.B.i": "4.I.2.B.i",
    "4.I.2.b.i": "4.I.2.B.i",
    "4.I.2.B(i)": "4.I.2.B.i",
    "4.I.2(b)(i)": "4.I.2.B.i",
    "4.I.2 (b) (i)": "4.I.2.B.i",
    "4.I.2.(B)(i)": "4.I.2.B.i",
    "4I2(b)": "4.I.2.B",
    "4.1.2.B": "4.I.2.B",
    "4:1:2": "4.I.2",
    "4.I:2": "4.I.2",
    "C4.I.2": "4.I.2",
    "C.4.I.2": "4.I.2",
    "R4.I.2": "4.I.2",
    "Rule 4.1.2": "4.I.2",
    "Rule 4.I.2(b)": "4.I.2.B",
    "rule 4.1": "4.I",
    "Chapter 4.I.2": "4.I.2",
    "3.I.5A": "3.I.5A",
    "3.i.5a": "3.I.5A",
    # from the leaf
    "Clause I of Chapter 4": "4.I",
    "sub-clause 2 of Clause I of Chapter 4": "4.I.2",
    "sub-paragraph (i) of paragraph B of sub-clause 2, Clause I, Chapter 4": "4.I.2.B.i",
    "(i) in paragraph B of 4.I.2": "4.I.2.B.i",
    "paragraph B of 4.I.2": "4.I.2.B",
    # with headings and the printer's page
    "Chapter 4 Selections, Clause I Candidates, 2": "4.I.2",
    "Chapter 4 Selections, Clause I. Candidates, 2, B": "4.I.2.B",
    "Chapter 4, Clause I, Section 2, Subsection B, (i) (Page 14)": "4.I.2.B.i",
    "Chapter 4 Clause I, Section 2.B Page 10": "4.I.2.B",
    "Chapter 4, Clause I.2 (pg 33)": "4.I.2",
    "Chapter 4, Clause I, 2.B (line 2)": "4.I.2.B",
    # several
    "Chapter 3, Clauses I and II": "3.I, 3.II",
    "3.I.2 and 3.I.4": "3.I.2, 3.I.4",
    "3.I.2, 3.I.4 and 3.II.3": "3.I.2, 3.I.4, 3.II.3",
    "Chapter 3, Clause I, sub-clauses 2, 3 and 4": "3.I.2, 3.I.3, 3.I.4",
    "Chapter 3, Clause I, sub-clause 2, sub-clause 4": "3.I.2, 3.I.4",
    "Chapter 3, Clause I, sub-clause 2 and sub-clause 4": "3.I.2, 3.I.4",
    "sub-clause 2 of Clause I and sub-clause 3 of Clause II of Chapter 3": "1.I.2 or 2.I.2 or 3.I.2 or 4.I.2, 3.II.3",
    "4.I.2.B(i) and (ii)": "4.I.2.B.i, 4.I.2.B.ii",
    "3.II.1.A and C": "3.II.1.A, 3.II.1.C",
    "3.II.1.A and 3.I": "3.II.1.A, 3.I",
    "3.I.2 and 3.II.1.B": "3.I.2, 3.II.1.B",
    # ranges
    "3.I.2 to 3.I.4": "3.I.2 to 3.I.4",
    "3.I.2 to 4": "3.I.2 to 3.I.4",
    "3.I.2-4": "3.I.2 to 3.I.4",
    "Chapter 3, Clause I, sub-clauses 2 to 4": "3.I.2 to 3.I.4",
    "Clauses I to III of Chapter 3": "3.I to 3.III",
    "Chapter 3, Clause I, sub-clauses 2 and 4 to 6": "3.I.2, 3.I.4 to 3.I.6",
    "Chapter 3, Clause I, sub-clauses 2 to 4 and 6": "3.I.2 to 3.I.4, 3.I.6",
    "3.I.2 to 3.II.3": "",
    "3.I.4 to 3.I.2": "",
    # nothing there, or more than one
    "Chapter 9": "",
    "9.I": "",
    "4.I.2.E": "",
    "4.I.9": "",
    "Clause III": "1.III or 3.III",
    "Clause IX": "",
    "Section 3": "",
    "sub-clause 5A": "3.I.5A",
}
RELATIVE = [
    ("sub-clause 5", "3.I", "3.I.5"),
    ("sub-clause 5 above", "3.I.7", "3.I.5"),
    ("sub-clause 5A", "3.I.2", "3.I.5A"),
    ("5A", "3.I", "3.I.5A"),
    ("paragraph B", "3.II.1", "3.II.1.B"),
    ("paragraph B", "3.II.1.A", "3.II.1.B"),
    ("B", "3.II.1", "3.II.1.B"),
    ("(b)", "3.II.1", "3.II.1.B"),
    ("B", "3.II", ""),
    ("(i)", "4.I.2.B", "4.I.2.B.i"),
    ("B(i)", "4.I.2", "4.I.2.B.i"),
    ("2.B", "4.I", "4.I.2.B"),
    ("Clause II", "2.I.2", "2.II"),
    ("Clause III", "3.I.2", "3.III"),
    ("clause 2", "4.I", "4.I.2"),
    ("Clause 2", "4.I", "4.I.2 or 4.II"),
    ("paragraphs A and C", "3.II.1", "3.II.1.A, 3.II.1.C"),
    ("paragraphs (a) to (c)", "3.II.1", "3.II.1.A to 3.II.1.C"),
    ("sub-clauses 5-6", "3.I", "3.I.5 to 3.I.6"),
    ("sub-clauses 5 to 7", "3.I.2", "3.I.5 to 3.I.7"),
    ("Chapter 2", "3.I", "2"),
    ("paragraph B of the same sub-clause", "3.II.1.A", "3.II.1.B"),
]
DECIMAL = {
    "2.1.2": "2.1.2",
    "Rule 2.1.2": "2.1.2",
    "Rule 2, 2.1.2": "2.1.2",
    "clause 2.1.2": "2.1.2",
    "paragraph 2.1.2": "2.1.2",
    "section 2.1.2": "2.1.2",
    "point 2.1.2": "2.1.2",
    "2:1": "2.1",
    "Rule 2": "2",
    "2.3(b)(ii)": "2.3.b.ii",
    "2.3.b.ii": "2.3.b.ii",
    "2.3b": "2.3.b",
    "2.3 (b) (i)": "2.3.b.i",
    "sub-paragraph (ii) of rule 2.3(b)": "2.3.b.ii",
    "rules 2.1 to 2.3": "2.1 to 2.3",
    "2.1-2.3": "2.1 to 2.3",
    "2.2.1 to 3": "2.2.1 to 2.2.3",
    "2.2.1, 2.2.2 and 2.2.3": "2.2.1, 2.2.2, 2.2.3",
    "2.2.1, 3.2.1 and 10.1": "2.2.1, 3.2.1, 10.1",
    "2.2.1 and 3.1": "2.2.1, 3.1",
    "rules 2.2.1 and 3.2.1": "2.2.1, 3.2.1",
    "2.1 to 3.2": "",
    "3.5": "",
    "Rule 4": "",
}
LETTERED = {
    "J.5.3": "J.5.3",
    "J 5.3": "J.5.3",
    "J5.3": "J.5.3",
    "j5.3": "",
    "J.5.3.2": "J.5.3.2",
    "Rule J.5.3.2": "J.5.3.2",
    "Section J": "J",
    "Section J.5.3": "J.5.3",
    "section J, J.5.3": "J.5.3",
    "J.5.4(b)": "J.5.4.b",
    "J.5.4.b": "J.5.4.b",
    "J5.4b": "J.5.4.b",
    "J.5.1 to J.5.3": "J.5.1 to J.5.3",
    "J 5.3, J 5.5 and K 1.1": "J.5.3, J.5.5, K.1.1",
    "J.5": "",
    "A.1": "",
    "C.1.1": "",
}
ARTICLES = {
    "Article II": "II",
    "Article 2": "II",
    "Article II, Section 1(b)(ii)": "II.1.b.ii",
    "Article II, Section 1 (b)": "II.1.b",
    "Article II Section 1, paragraph (b)": "II.1.b",
    "Art. II, s. 1(b)(i)": "II.1.b.i",
    "II.1(b)(i)": "II.1.b.i",
    "II.1.b.i": "II.1.b.i",
    "2.1(b)": "II.1.b",
    "Section 1 of Article II": "II.1",
    "Section 1, Article II": "II.1",
    "subsection (b)(ii) of Section 1, Article II": "II.1.b.ii",
    "Article II, Sections 1 and 2": "II.1, II.2",
    "Article II, Section 1(a) and (c)": "II.1.a, II.1.c",
    "Articles II and III": "II, III",
    "Article III Executive, Section 1 Composition, (b)": "III.1.b",
    "Section 2": "II.2 or III.2",
    "Section 1(d), Article II": "",
}


FERNS = {
    "1.1(ba)": "1.1.ba",
    "1.1.ba": "1.1.ba",
    "paragraph ba of 1.1": "1.1.ba",
    "paragraphs (aa) and (ba) of 1.1": "1.1.aa, 1.1.ba",
    "1.1(a) to (b)": "1.1.a to 1.1.b",
    "1.1b": "1.1.b",
    "1.1 b) ii)": "1.1.b.ii",
    "1.1 b ii": "1.1.b.ii",
    "§ 1.1(b)": "1.1.b",
    "§§ 1.1 and 2.2": "1.1, 2.2",
    "Sec. 2.2": "2.2",
    "Art. 2 § 2.2": "2.2",
    "Article II": "2",
    "Article II, Section 2.2": "2.2",
    "Article II, Section 2": "2.2",
    "Article 2.2": "2.2",
    "Paragraph 1.1(b)": "1.1.b",
    "sub-paragraph 1.1(b)(ii)": "1.1.b.ii",
    # any word for the top level, but not one that means another
    "Rule 2": "2",
    "Bye-law 2": "2",
    "Regulation 2": "2",
    "Standing Order 2": "2",
    "Section 2": "",
    "Chapter 2": "",
    "Schedule 2": "",
    # one provision only has this number
    "the second 1.2": "",
    "the first 1.2": "1.2",
}


@pytest.mark.parametrize(("spelling", "expected"), FERNS.items())
def test_figures_signs_and_letters_between_letters(spelling: str, expected: str) -> None:
    assert leads(book("ferns"), spelling) == expected


def test_the_second_of_two_equal_numbers() -> None:
    rulebook = written("1. A lamp.", "2. A wick.", "2. A flame.")
    assert [rulebook.at(path).text for path in find(rulebook, (Step("subclause", "2"),), (0, 0))] == [
        "A wick.",
        "A flame.",
    ]
    for nth, words in ((1, ["A wick."]), (2, ["A flame."]), (LAST, ["A flame."]), (3, [])):
        found = find(rulebook, (Step("subclause", "2", nth=nth),), (0, 0))
        assert [rulebook.at(path).text for path in found] == words


def test_a_label_as_it_is_printed_comes_before_the_same_number_in_figures() -> None:
    rulebook = written("## Clause 5 Lamps", "1. A lamp.", "## Clause V Wicks", "1. A wick.")
    assert find(rulebook, (Step("clause", "V"),)) == [(0, 2)]
    assert find(rulebook, (Step("clause", "5"),)) == [(0, 1)]


def written(*lines: str) -> Rulebook:
    text = "\n\n".join(["# Chapter 1 Lamps", "## Clause I Care", *lines])
    return read_rulebook(Source("rules.md", text))[0]


@pytest.mark.parametrize(("spelling", "expected"), LABOUR.items())
def test_chapters_and_clauses(spelling: str, expected: str) -> None:
    assert leads(book("barchester"), spelling) == expected


@pytest.mark.parametrize(("spelling", "context", "expected"), RELATIVE)
def test_seen_from_another_provision(spelling: str, context: str, expected: str) -> None:
    assert leads(book("barchester"), spelling, context) == expected


@pytest.mark.parametrize(("spelling", "expected"), DECIMAL.items())
def test_decimal_rules(spelling: str, expected: str) -> None:
    assert leads(book("allotments"), spelling) == expected


@pytest.mark.parametrize(("spelling", "expected"), LETTERED.items())
def test_codes_that_begin_with_a_letter(spelling: str, expected: str) -> None:
    assert leads(book("choral"), spelling) == expected


@pytest.mark.parametrize(("spelling", "expected"), ARTICLES.items())
def test_articles_and_sections(spelling: str, expected: str) -> None:
    assert leads(book("harbour"), spelling) == expected


PARTS = {
    "the second sentence of 3.II.2": [("sentence", 2)],
    "sentence 2 of 3.II.2": [("sentence", 2)],
    "3.II.2, sentence two": [("sentence", 2)],
    "the last sentence of 3.II.2": [("sentence", LAST)],
    "the final sentence of 3.II.2": [("sentence", LAST)],
    "the 2nd paragraph of 3.II.2": [("paragraph", 2)],
    "the first sentence of the second paragraph of 3.II.2": [("paragraph", 2), ("sentence", 1)],
    "3.II.2, second paragraph, last sentence": [("paragraph", 2), ("sentence", LAST)],
    "3.II.2, in the first sentence of the second paragraph": [("paragraph", 2), ("sentence", 1)],
    "3.II.2, second bullet point": [("bullet", 2)],
    "the heading of 3.II.2": [("heading", 1)],
    "the opening words of 3.II.2": [("opening words", 1)],
    "the second line of 3.II.2": [("line", 2)],
}


THROUGH = """---
title: Rules
scheme: [Part 1, "1", a]
---

# Part 1 Words

1. As in rule 3.

# Part 2 Members

2. Somebody:

    (a) joins.

3. Somebody:

    (b) leaves.
"""


@pytest.mark.parametrize(
    ("spelling", "expected"), [("rule 3", "2.3"), ("rule 2(a)", "2.2.a"), ("rule 3(a)", ""), ("rule 9", "")]
)
def test_numbers_that_run_through_under_parts(spelling: str, expected: str) -> None:
    rulebook, _ = read_rulebook(Source("rules.md", THROUGH))
    assert leads(rulebook, spelling, "1.1") == expected


@pytest.mark.parametrize(("spelling", "parts"), PARTS.items())
def test_parts_lead_from_the_provision_inwards(spelling: str, parts: list[tuple[str, int]]) -> None:
    (reference,) = read_reference(spelling)
    assert reference.parts == tuple(Part(unit, number) for unit, number in parts)
    assert led(book("barchester"), reference) == "3.II.2"


def test_the_same_place_said_twice() -> None:
    (reference,) = read_reference("Rule 4.1.2, Chapter 4, Clause II, 1")
    rulebook = book("barchester")
    assert (led(rulebook, reference), find(rulebook, reference.restated)) == ("4.II.1", [path_of(rulebook, "4.I.2")])


def labelled(rulebook: Rulebook) -> list[tuple[Path, str]]:
    """The provisions that a reference can name: those with a number of their own, all the way up."""
    return [
        (path, rulebook.reference(path))
        for path, _ in rulebook.walk()
        if all(rulebook.at(path[:depth]).label not in {*BULLETS, ""} for depth in range(1, len(path) + 1))
    ]


@given(st.data())
def test_a_canonical_reference_leads_to_its_provision_and_to_no_other_of_another_number(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    named = labelled(rulebook)
    if not named:
        return
    path, reference = data.draw(st.sampled_from(named))
    steps = tuple(Step("", label) for label in reference.split("."))
    if len(steps) < 2:
        return
    found = find(rulebook, steps)
    assert path in found
    # "2A" is also paragraph A of 2, and that is a question for somebody else
    assert all(
        rulebook.reference(other).replace(".", "").casefold() == reference.replace(".", "").casefold()
        for other in found
    )


@given(st.text("0123456789IVXivx.ABCab() ,-–toand;:C", max_size=24))
def test_nothing_that_is_written_breaks_the_reading(words: str) -> None:
    for reference in read_reference(words):
        find(book("barchester"), reference.steps)
        find(book("allotments"), reference.steps)
        find(book("ferns"), reference.steps)
    assert all(start < end <= len(words) for (start, end), _ in references_in(words))
