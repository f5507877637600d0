"""The wording before and after: each provision beside what becomes of it, and every changed word shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from amendments.comparing.before_and_after import counterparts, wording
from amendments.papers.formats import FORMATS, render_paper
from amendments.papers.paper import Paper, paper
from rulebook.comparing.comparison import compare
from rulebook.printed.lines import printable
from rulebook.provision import Rulebook
from tests.shared.papers import BOOK, amended, book, draft, shown
from tests.shared.printed_text import squeezed, text_of
from tests.shared.trees import rulebooks


@pytest.mark.parametrize(
    ("replacements", "where", "existing", "after"),
    [
        (
            [("30 days", "60 days")],
            ["Chapter 5, Clause II (Candidates), sub-clause 2"],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 30 days."],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 60 days."],
        ),
        (
            [("by electronic mail", "by e-mail"), ("be declared", "stand")],
            ["Chapter 5, Clause I (General), sub-clause 2", "Chapter 5, Clause II (Candidates), sub-clause 3"],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "B. by electronic mail.", "Seven days’ notice is enough.", "Chapter 5, Clause II Candidates",
                "3. The result shall be declared.",
            ],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;", "B. by e-mail.",
                "Seven days’ notice is enough.", "Chapter 5, Clause II Candidates", "3. The result shall stand.",
            ],
        ),
        (  # a paragraph goes: the sub-clause that held it is shown before and after
            [("    B. by electronic mail.\n\n", "")],
            ["Chapter 5, Clause I (General), sub-clause 2"],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "B. by electronic mail.", "Seven days’ notice is enough.",
            ],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "Seven days’ notice is enough.",
            ],
        ),
        (  # a sub-clause goes, those after it move up
            [("2. A ballot shall be held within 30 days.\n\n", ""), ("3. The", "2. The"), ("4. An", "3. An")],
            ["Chapter 5, Clause II (Candidates), sub-clause 2"],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 30 days."],
            ["Chapter 5, Clause II Candidates", "Sub-clause 2 is deleted.", "Sub-clauses 3 and 4 become 2 and 3."],
        ),
        (
            [("3. The result", "2A. Every voter must have been a member for six months.\n\n3. The result")],
            ["Chapter 5, Clause II (Candidates), new sub-clause 2A"],
            ["There is no existing wording: what the amendment inserts is new."],
            ["Chapter 5, Clause II Candidates", "2A. Every voter must have been a member for six months."],
        ),
        (
            [("## Clause II Candidates", "## Clause II Candidates and electors")],
            ["Chapter 5, Clause II (Candidates)"],
            ["Chapter 5, Clause II Candidates"],
            ["Chapter 5, Clause II Candidates and electors"],
        ),
        (  # what is inserted stands under the title that the clause has now
            [("II Candidates", "II Candidates and electors"), ("3. The", "2A. Voters must be members.\n\n3. The")],
            ["Chapter 5, Clause II (Candidates), new sub-clause 2A"],
            ["Chapter 5, Clause II Candidates"],
            ["Chapter 5, Clause II Candidates and electors", "2A. Voters must be members."],
        ),
        (
            [(BOOK[BOOK.index("## Clause II") :], "")],
            ["Chapter 5, Clause II (Candidates)"],
            [
                "Chapter 5, Clause II Candidates", "1. Candidates shall be members.",
                "2. A ballot shall be held within 30 days.", "3. The result shall be declared.",
                "4. An appeal may be made.",
            ],
            ["Chapter 5 Selections", "Clause II is deleted."],
        ),
    ],
)  # fmt: skip
def test_the_wording_before_and_after(
    replacements: list[tuple[str, str]], where: list[str], existing: list[str], after: list[str]
) -> None:
    found = amended(*replacements)
    assert (list(found.where), shown(found.existing), shown(found.amended)) == (where, existing, after)


def test_numbers_that_change_are_said_of_their_clause_where_there_are_several() -> None:
    moved = [
        ("3. The result", "2. The result"),
        ("4. An", "3. An"),
        ("2. A ballot shall be held within 30 days.\n\n", ""),
    ]
    said = "Sub-clauses 3 and 4{} become 2 and 3."
    assert amended(*moved).amended[-1].text == said.format("")
    elsewhere = amended(*moved, ("by post;", "by letter;"))
    assert elsewhere.amended[-1].text == said.format(" of Chapter 5, Clause II")


def test_new_words_are_marked_and_the_space_before_them_is_not() -> None:
    line = amended(("30 days", "60 clear days")).amended[1]
    assert [run.text for run in line.runs if run.new] == ["60 clear"]
    assert line.text == "A ballot shall be held within 60 clear days."


FEES = "4. The fees are:\n\n    | Member | Fee |\n    | --- | --- |\n    | Full \\| paid | £24 |\n    | Student | £12 |"


def paper_of_fees() -> Paper:
    old = BOOK.replace("4. An appeal may be made.", FEES)
    change = compare(book(old), book(old.replace("£24", "£26").replace("Student", "Student or carer")))
    return paper(draft("rule change", amendment="Do it."), book(old), change)


def test_new_words_in_a_table_are_marked() -> None:
    table = next(line for line in paper_of_fees().amended if line.kind == "table")
    assert table.rows == (("Member", "Fee"), ("Full | paid", "£26"), ("Student or carer", "£12"))
    assert [["".join(run.text for run in cell) for cell in row] for row in table.cells] == [list(r) for r in table.rows]
    assert [run.text for row in table.cells for cell in row for run in cell if run.new] == ["26", "or carer"]
    assert "New words are underlined." in [part.note for part in paper_of_fees().parts]
    assert not any(line.cells for line in paper_of_fees().existing)


@pytest.mark.parametrize("format", FORMATS)
def test_a_table_with_new_words_has_all_its_words(format: str) -> None:
    said = squeezed(text_of(render_paper(paper_of_fees(), format), format).replace("\\", ""))
    assert all(squeezed(words) in said for words in ("Student or carer", "£26", "Full | paid", "£24"))
    if format == "html":
        assert "<td>£<ins>26</ins></td>" in str(render_paper(paper_of_fees(), format))


def test_what_is_new_altogether_is_not_marked() -> None:
    found = amended(("3. The result", "2A. Every voter must have been a member for six months.\n\n3. The result"))
    assert not any(run.new for line in found.amended for run in line.runs)
    assert all(part.note == "" for part in found.parts)


@given(rulebooks(), rulebooks())
@settings(max_examples=50, deadline=None)
def test_every_changed_word_is_shown(before: Rulebook, after: Rulebook) -> None:
    comparison = compare(before, after)
    found = wording(comparison)
    existing = squeezed("".join(line.text for line in found.existing))
    new = squeezed("".join(line.text for line in found.amended))
    for change in comparison.changes:
        for side, shown_words in ((change.old, existing), (change.new, new)):
            for words in (side.heading, side.text, side.tail) if side else ():
                assert squeezed(printable(words)) in shown_words


def test_what_is_in_both_books_is_matched() -> None:
    text = BOOK.replace("2. A ballot shall be held within 30 days.\n\n", "").replace("    A. by post;\n\n", "")
    comparison = compare(book(), book(text))
    found = counterparts(comparison)
    assert (0, 1, 1) not in found and (0, 0, 1, 0) not in found
    assert (found[0, 1, 2], found[0, 1, 3], found[0, 0, 1, 1]) == ((0, 1, 1), (0, 1, 2), (0, 0, 1, 0))
