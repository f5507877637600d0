"""Tables in text, however their cells are parted; and lines that are no table."""

from __future__ import annotations

import pytest

from rulebook.importing.importer import Imported, import_rulebook

TABLE = "| Class | Fee | Votes |\n| --- | --- | --- |\n| Full member | £24 | 1 |\n| Member on leave | £6 | 2 |\n| Friend | £10 | 0 |"
INTRODUCED = "Chapter 1 Members\n\n1. The fees are:\n{}\n2. A fee is paid every year by the first of May.\n"


def imported(text: str) -> Imported:
    return import_rulebook(text.encode(), "rules.txt")


def text_of(found: Imported, reference: str) -> str:
    book = found.rulebook
    return next(one.text for path, one in book.walk() if book.reference(path) == reference)


@pytest.mark.parametrize(
    "rows",
    [
        "Class              Fee    Votes\nFull member        £24    1\nMember on leave    £6     2\nFriend             £10    0",
        "Class              Fee    Votes\n---------------    ----   -----\nFull member        £24    1\nMember on leave    £6     2\nFriend             £10    0",
        "   Class           Fee    Votes\nFull member        £24      1\nMember on leave £6 2\nFriend             £10      0",
        "Class          Fee    Votes\nFull member    £24    1\nMember on      £6     2\nleave\nFriend         £10    0",
        "Class\tFee\tVotes\nFull member\t£24\t1\nMember on leave\t£6\t2\nFriend\t£10\t0",
        "Class Fee Votes\nFull member £24 1\nMember on leave £6 2\nFriend £10 0",
        "Class\nFee\nVotes\nFull member\n£24\n1\nMember on leave\n£6\n2\nFriend\n£10\n0",
        "Class\n\nFee\n\nVotes\n\nFull member\n\n£24\n\n1\n\nMember on leave\n\n£6\n\n2\n\nFriend\n\n£10\n\n0\n",
    ],
    ids=["gaps", "rule", "one row squeezed", "a cell on two lines", "tabs", "single spaces", "lines", "apart"],
)
def test_a_table_comes_back_row_by_row(rows: str) -> None:
    found = imported(INTRODUCED.format(rows))
    assert text_of(found, "1.1") == f"The fees are:\n\n{TABLE}"
    assert text_of(found, "1.2") == "A fee is paid every year by the first of May."


def test_a_table_that_only_figures_tell_is_reported_as_a_guess() -> None:
    found = imported(INTRODUCED.format("Class Fee Votes\nFull member £24 1\nMember on leave £6 2\nFriend £10 0"))
    assert [one.message for one in found.report.guesses if one.about == "table"] == [
        "a table was read under the head “Class | Fee | Votes”"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Members are admitted by a vote of 20\nThe quorum of a meeting is 5",
        "Old Orchard\nQuarry Foot\nStation Yard\nWithy End",
        "Signed by the chair    Signed by the secretary",
    ],
)
def test_lines_that_are_no_table_stay_as_they_are(lines: str) -> None:
    found = imported(INTRODUCED.format(lines))
    assert "|" not in text_of(found, "1.1")
    assert all(word in text_of(found, "1.1").split() for word in lines.split())
