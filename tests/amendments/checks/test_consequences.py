"""References that an amendment sends astray: what is said of them, where, and that the words to write put them right."""

from __future__ import annotations

import pytest

from amendments.checks.draft_check import check
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import Diagnostic, errors
from rulebook.editions import open_rulebook
from rulebook.looking.citations import citations
from rulebook.provision import Path, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

BOOK = """\
# Chapter 1 Members

## Clause I Joining

1. A member may join.

2. A member may leave.

3. A member may be refused:

    A. for cause; or

    B. for none.

    Nothing in paragraph B limits sub-clause 2 or sub-clause 5.

4. See sub-clauses 1 to 3, and Clause I.3(b) below.

5. See sub-clause 3 and then sub-clause 3 and no more.

6. The list:

    - under sub-clause 5; or

    - none.

## Clause II Leaving

1. Members leave under Clause I.5 and 6, and under sub-clause 5 of Clause 1.

# Chapter 2 Rules

## Clause I Appeals

1. An appeal is made under Chapter 1, Clause I.3.B.

2. “See Chapter 1, Clause II.1.”
"""
DECIMAL = """\
---
scheme: [Rule 1, "1.1", "1.1.1"]
---

# Rule 1 Plots

1.1 A plot is let.

1.2 See 2.2.1 and rule 1.4.

1.3 A plot is kept tidy.

1.4 A plot is given up.

# Rule 2 Rents

2.1 A rent is set.

2.2 Rents are paid:

    2.2.1 under 1.4 and rule 2.1; and

    2.2.2 as in 1.3 to 1.4.
"""


def book(text: str = BOOK) -> Rulebook:
    return read_rulebook(Source("rules.md", text))[0]


def found(rulebook: Rulebook, *instructions: str) -> list[Diagnostic]:
    """The findings of a draft with these instructions."""
    head = "---\nkind: rule change\ntitle: A test\n---\n\n## Amendment\n\n"
    return check(read_draft(Source("draft.md", head + "\n\n".join(instructions) + "\n")), rulebook)


def proposed(findings: list[Diagnostic]) -> list[str]:
    return [suggestion.replacement for finding in findings for suggestion in finding.suggestions]


SHIFTED = [
    (
        BOOK,
        "Delete 1.I.2, and renumber accordingly.",
        [
            "In 1.I.3, replace “sub-clause 5” with “sub-clause 4”.",  # it stands in the tail
            "In 1.I.4, replace “sub-clauses 1 to 3, and Clause I.3(b) below” with “sub-clauses 1 to 2, and Clause I.2(b) below”.",
            "In 1.I.5, replace “sub-clause 3 and then” with “sub-clause 2 and then”.",
            "In 1.I.5, replace “sub-clause 3 and no” with “sub-clause 2 and no”.",
            "In 1.I.6, replace “sub-clause 5” with “sub-clause 4”.",  # a bullet has no number of its own
            "In 1.II.1, replace “Clause I.5 and 6” with “Clause I.4 and 5”.",
            "In 1.II.1, replace “sub-clause 5 of Clause 1” with “sub-clause 4 of Clause 1”.",
            "In 2.I.1, replace “Chapter 1, Clause I.3.B” with “Chapter 1, Clause I.2.B”.",
        ],
    ),
    (
        BOOK,
        "Delete 1.I.3.A, and renumber accordingly.",
        [
            "In 1.I.3, replace “paragraph B” with “paragraph A”.",
            "In 1.I.4, replace “sub-clauses 1 to 3, and Clause I.3(b) below” with “sub-clauses 1 to 3, and Clause I.3(a) below”.",
            "In 2.I.1, replace “Chapter 1, Clause I.3.B” with “Chapter 1, Clause I.3.A”.",
        ],
    ),
    (
        BOOK,
        "Before Chapter 1, Clause I, insert: “Clause I Aims\n\n1. To win.” Renumber accordingly.",
        [
            "In 1.I.4, replace “sub-clauses 1 to 3, and Clause I.3(b) below” with “sub-clauses 1 to 3, and Clause II.3(b) below”.",
            "In 1.II.1, replace “Clause I.5 and 6” with “Clause II.5 and 6”.",
            "In 1.II.1, replace “sub-clause 5 of Clause 1” with “sub-clause 5 of Clause 2”.",
            "In 2.I.1, replace “Chapter 1, Clause I.3.B” with “Chapter 1, Clause II.3.B”.",
            "In 2.I.2, replace “Chapter 1, Clause II.1” with “Chapter 1, Clause III.1”.",
        ],
    ),
    (
        DECIMAL,
        "Delete 1.3, and renumber accordingly.",
        [
            "In 1.2, replace “2.2.1 and rule 1.4” with “2.2.1 and rule 1.3”.",
            "In 2.2.1, replace “1.4 and rule 2.1” with “1.3 and rule 2.1”.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "instruction", "expected"), SHIFTED)
def test_what_is_proposed(text: str, instruction: str, expected: list[str]) -> None:
    assert sorted(proposed(found(book(text), instruction))) == sorted(expected)


@pytest.mark.parametrize(("text", "instruction", "expected"), SHIFTED)
def test_what_is_proposed_puts_it_right(text: str, instruction: str, expected: list[str]) -> None:
    after = found(book(text), instruction, *expected)
    assert not errors(after) and not proposed(after)


def test_a_finding_points_at_the_instruction_that_causes_it() -> None:
    instructions = [
        "In 1.I.1, replace “may join” with “can join”.",
        "After 2.I.2, insert “3. More, under sub-clause 9.”",
        "Delete 1.I.2, and renumber accordingly.",
        "Delete 1.II.1.",
    ]
    source = "---\nkind: rule change\ntitle: A test\n---\n\n## Amendment\n\n" + "\n\n".join(instructions) + "\n"
    findings = check(read_draft(Source("draft.md", source)), book())
    places = {finding.message: source[slice(*finding.span)].strip() for finding in findings if finding.span}
    assert places["the new words of 2.I.3 refer to “sub-clause 9”, which is not there"] == instructions[1]
    assert places["2.I.2 would still refer to “Chapter 1, Clause II.1”, which is not there any more"] == instructions[3]
    shifted = [place for message, place in places.items() if "would not refer to 1.I" in message]
    assert shifted and set(shifted) == {instructions[2]}


def test_other_words_of_the_provision_may_change_too() -> None:
    """A reference that stays as it is in a sentence that is amended still goes astray."""
    delete = "Delete 1.I.2, and renumber accordingly."
    amended = "In 1.I.5, replace “no more” with “nothing more”."
    said = proposed(found(book(), delete, amended))
    assert "In 1.I.5, replace “sub-clause 3 and then” with “sub-clause 2 and then”." in said
    rewritten = "In 1.I.5, replace “sub-clause 3 and then” with “sub-clause 2 and then”."
    assert rewritten not in proposed(found(book(), delete, rewritten))


def test_a_phrase_of_which_a_part_goes_is_left_to_the_drafter() -> None:
    findings = found(book(), "Delete 1.I.5, and renumber accordingly.")
    about = [finding for finding in findings if "“Clause I.5 and 6” in 1.II.1" in finding.message]
    assert len(about) == 2 and not proposed(about)
    assert all(
        finding.help == "add an instruction:  In 1.II.1, replace “Clause I.5 and 6” with “...”" for finding in about
    )


def cited(rulebook: Rulebook) -> list[Path]:
    """The provisions that others refer to, and what those stand in."""
    paths = {path for citation in citations(rulebook) for path in citation.targets}
    return sorted({path[:depth] for path in paths for depth in range(2, len(path) + 1)})


@pytest.mark.parametrize(
    "path", cited(open_rulebook("2026")[0]), ids=lambda path: ".".join(str(one + 1) for one in path)
)
def test_every_cited_provision_of_the_model_rules(path: Path) -> None:
    """What is proposed when the provision before it goes is read, applied and enough."""
    rulebook = open_rulebook("2026")[0]
    before = (*path[:-1], path[-1] - 1) if path[-1] else path
    instruction = f"Delete {rulebook.reference(before)}, and renumber accordingly."
    findings = found(rulebook, instruction)
    if errors(findings):
        assert {finding.code for finding in errors(findings)} == {"number-uncertain"}
        return
    after = found(rulebook, instruction, *proposed(findings))
    assert not errors(after) and not proposed(after)
    unsettled = [finding for finding in findings if not finding.suggestions]
    assert {finding.message for finding in unsettled} >= {
        one.message for one in after if one.code.startswith("reference")
    }
