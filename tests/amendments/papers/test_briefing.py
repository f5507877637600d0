"""Briefings and covering e-mails: what falls if an amendment is carried, and that no side is taken."""

from __future__ import annotations

import pytest

from amendments.applying.outcome import Outcome
from amendments.checks.draft_outcome import outcome_of
from amendments.drafts.draft import Draft, read_draft
from amendments.papers.briefing import briefing
from amendments.papers.covering_email import covering_email
from amendments.papers.formats import FORMATS, render_paper
from amendments.papers.other_amendments import Fate, fate
from amendments.papers.paper import paper
from rulebook.comparing.comparison import compare
from rulebook.source import Source
from tests.shared.papers import book
from tests.shared.printed_text import assert_in_order, squeezed, text_of


def draft(amendment: str, more: str = "", head: str = "") -> Draft:
    return read_draft(
        Source("d.md", f"---\ntitle: T\nfrom: Framley CLP\n{head}---\n\n## Amendment\n\n{amendment}\n{more}")
    )


def outcome(amendment: str) -> Outcome:
    return outcome_of(draft(amendment), book())


DELETE_2 = "In Chapter 5, Clause II, delete sub-clause 2 and renumber accordingly."
DAYS = "In Chapter 5, Clause II, sub-clause 2, replace “30 days” with “60 days”."


@pytest.mark.parametrize(
    ("carried", "other", "expected", "why"),
    [
        (DELETE_2, DAYS, Fate.FALLS, "it changes Chapter 5, Clause II, sub-clause 2, which would be gone"),
        (DAYS, DELETE_2, Fate.CONFLICTS, "it takes out Chapter 5, Clause II, sub-clause 2, which this changes"),
        (DAYS, DAYS.replace("60", "90"), Fate.CONFLICTS, "both change the same words of Chapter 5, Clause II, sub-clause 2"),
        (
            DAYS, "In Chapter 5, Clause II, sub-clause 2, replace “ballot” with “vote”.", Fate.BESIDE,
            "both change Chapter 5, Clause II, sub-clause 2, each in another place",
        ),
        (  # the number is that of the rules as they stand, whatever the first would make of it
            DELETE_2, "In Chapter 5, Clause II, sub-clause 3, replace “declared” with “published”.", Fate.APART, "",
        ),
        (
            DELETE_2, "In Chapter 5, Clause I, sub-clause 2, paragraph A, delete “by post;” and insert “by letter;”.",
            Fate.APART, "",
        ),
        (
            "In Chapter 5, delete Clause I.", "In Chapter 5, Clause I, sub-clause 2, paragraph A, replace “post” with “letter”.",
            Fate.FALLS, "it changes Chapter 5, Clause I, which would be gone",
        ),
        (
            "In Chapter 5, Clause II, after sub-clause 2 insert:\n\n> 2A. Votes are secret.",
            "In Chapter 5, Clause II, after sub-clause 2 insert:\n\n> 2A. Votes are open.", Fate.CONFLICTS, "",
        ),
        (DELETE_2, "In Chapter 5, Clause II, sub-clause 9, delete “x”.", Fate.UNREAD, ""),
        (DELETE_2, DELETE_2, Fate.CONFLICTS, "both take out Chapter 5, Clause II, sub-clause 2"),
    ],
)  # fmt: skip
def test_what_becomes_of_another_amendment(carried: str, other: str, expected: Fate, why: str) -> None:
    found = fate(outcome(carried), outcome(other))
    assert found.fate is expected
    assert found.why == why if why else True


SIDES = "\n## Supporting argument\n\nIt is kinder.\n\n## Arguments against\n\nIt is slower.\n"


@pytest.mark.parametrize("format", FORMATS)
def test_a_briefing_in_order(format: str) -> None:
    read = draft(DAYS, SIDES)
    carried = outcome_of(read, book())
    assert carried.after is not None
    others = [(draft(DELETE_2), outcome(DELETE_2))]
    made = briefing(read, carried, book(), compare(book(), carried.after), others)
    text = squeezed(text_of(render_paper(made, format), format)).casefold()
    wanted = [
        "Delegates’ briefing", "Framley CLP", "What it does", "1 provision changes.", "1.", "30 days", "What changes",
        "As it stands", "If it is carried", "30 days", "For", "It is kinder.", "Against", "It is slower.", "If it is carried",
        "“T” (Framley CLP) cannot be carried as well",
    ]  # fmt: skip
    assert_in_order(text, [squeezed(words).casefold() for words in wanted])


def test_a_briefing_says_where_nothing_was_sent_in() -> None:
    read = draft(DAYS)
    carried = outcome_of(read, book())
    assert carried.after is not None
    made = briefing(read, carried, book(), compare(book(), carried.after))
    said = [line.text for part in made.parts for line in part.lines]
    assert "Nothing was sent in for it." in said and "Nothing was sent in against it." in said


def test_what_is_said_against_is_no_instruction() -> None:
    read = draft(
        DAYS, "\n## Against\n\nDelete nothing: in Chapter 5, Clause II, delete sub-clause 1 is what they want.\n"
    )
    assert outcome_of(read, book()).after is not None


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("conference: Annual Conference 2027\nagreed: 2027-05-13\nmover: Ada Brook\nseconder: Sam Oduya\n", [
            "a rule change, “T”, from Framley CLP for Annual Conference 2027.",
            "It was agreed on 13 May 2027, moved by Ada Brook and seconded by Sam Oduya.",
            "It amends Chapter 5, Clause II (Candidates), sub-clause 2.",
        ]),
        ("", ["for [the conference].", "It was agreed on [date]."]),
        ("kind: open letter\nto: [The Executive]\nsignatories: [Ada, Sam]\n", ["an open letter, “T”, signed by 2 people."]),
        ("kind: petition\nsignatories: [Ada]\n", ["a petition, “T”, signed by 1 person."]),
        ("kind: petition\n", ["Please find attached a petition, “T”."]),
        ("contact: Ada Brook, secretary\n", ["Ada Brook, secretary"]),
    ],
)  # fmt: skip
def test_a_covering_email(head: str, wanted: list[str]) -> None:
    read = draft(DAYS, head=head)
    comparison = None
    if read.kind == "rule change":
        after = outcome_of(read, book()).after
        assert after is not None
        comparison = compare(book(), after)
    made = covering_email(read, paper(read, book(), comparison))
    text = " ".join(line.text for part in made.parts for line in part.lines)
    for words in wanted:
        assert words in text
