"""Footnotes in text: marks and notes find one another, and figures that are no marks stay."""

from __future__ import annotations

import pytest

from rulebook.importing.importer import Imported, import_rulebook

HEAD = "Chapter 1 Members\n\n"
MORE = "2. The committee keeps a list of them.\n3. Nobody may join twice.\n"


def imported(text: str) -> Imported:
    return import_rulebook(text.encode(), "rules.txt")


def provisions(found: Imported) -> dict[str, tuple[str, tuple[str, ...]]]:
    book = found.rulebook
    return {book.reference(path): (one.text, one.notes) for path, one in book.walk()}


@pytest.mark.parametrize(
    ("first", "note"),
    [
        ("1. A fee is paid every year.[1]", "[1] Or by instalments."),
        ("1. A fee is paid every year. [1]", "[1] Or by instalments."),
        ("1. A fee[1] is paid every year.", "[1] Or by instalments."),
        ("1. A fee is paid every year.1", "1 Or by instalments."),
        ("1. A fee is paid every year.1", "1Or by instalments."),
        ("1. A fee is paid every year.1", "1\nOr by instalments."),
        ("1. A fee is paid every year.¹", "¹ Or by instalments."),
        ("1. A fee is paid every year.*", "* Or by instalments."),
        ("1. A fee is paid every year.†", "† Or by instalments."),
        ("1. A fee is paid every year.1", "1. Or by instalments. ↩"),
        ("1. A fee is paid every year.\n1", "1. Or by instalments. ↩"),
        ("1. A fee is paid every year.1", "1. Or by instalments."),
        ("1. A fee is paid every year.1", "1 Or by\ninstalments."),
    ],
)
def test_a_note_goes_to_the_provision_that_calls_it(first: str, note: str) -> None:
    said = provisions(imported(f"{HEAD}{first}\n{MORE}{note}\n"))
    assert said["1.1"] == ("A fee is paid every year.", ("Or by instalments.",))
    assert said["1.3"] == ("Nobody may join twice.", ())


def test_a_note_at_the_foot_of_a_page_does_not_part_the_sentence_round_it() -> None:
    page = (
        "1. A fee is paid every year.1\n2. The committee keeps a list of all the members who have\n1 Or by instalments."
    )
    said = provisions(
        imported(f"{HEAD}{page}\n\n1\n\f{'paid it, and shows it to anybody.'}\n3. Nobody may join twice.\n\n2\n")
    )
    assert said["1.1"][1] == ("Or by instalments.",)
    assert said["1.2"][0] == "The committee keeps a list of all the members who have paid it, and shows it to anybody."


def test_notes_are_told_apart_by_their_numbers() -> None:
    text = f"{HEAD}1. A fee is paid.1\n2. A list is kept;2 and shown.\n3. Nobody may join twice.\n1 By cheque.\n2 In a book.\n"
    said = provisions(imported(text))
    assert said == {
        "1": ("", ()),
        "1.1": ("A fee is paid.", ("By cheque.",)),
        "1.2": ("A list is kept; and shown.", ("In a book.",)),
        "1.3": ("Nobody may join twice.", ()),
    }


def test_a_mark_whose_note_the_file_does_not_have_is_left_out_by_name() -> None:
    found = imported(f"{HEAD}1. A fee is paid every year.1\n{MORE}")
    assert provisions(found)["1.1"] == ("A fee is paid every year.", ())
    assert ("mark of a footnote that is not in the file", "year.1") in [
        (one.what, one.text) for one in found.report.left_out
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It is so under Clause IV.1 and not otherwise.",
        "The form is No.1 of those in the book.",
        "It is so under para.1 of the book.",
        "The form is called Form1 in the book.",
        "It was made under rule.2 of the book.",
        "The room is A1 and no other.",
        "It is said in [1] of the list of books.",
    ],
)
def test_a_figure_that_is_no_mark_stays(words: str) -> None:
    found = imported(f"{HEAD}1. {words}\n{MORE}")
    assert provisions(found)["1.1"] == (words, ())


def test_a_line_that_begins_with_a_number_is_no_note_where_nothing_calls_it() -> None:
    text = f"{HEAD}1. The rules were changed by the general meeting on\n14 June of the year. It was a long and\n1 Very happy day.\n{MORE}"
    assert provisions(imported(text))["1.1"][1] == ()
