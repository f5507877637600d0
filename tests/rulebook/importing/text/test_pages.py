"""Text of printed pages: running heads that name the chapter, line numbers and columns are told from the rules."""

from __future__ import annotations

import pytest

from rulebook.importing.file.labels import label_without_gap
from rulebook.importing.importer import Imported, import_rulebook

RULES = [
    "Members are people who have joined.", "The committee keeps a list of them.", "Nobody may join twice.",
    "A fee is paid every year.", "The treasurer sends out reminders.", "Who does not pay is told so.",
    "A meeting is held each spring.", "Its date is printed in the bulletin.", "Guests may listen and not vote.",
]  # fmt: skip


def imported(text: str) -> Imported:
    return import_rulebook(text.encode(), "rules.txt")


def provisions(found: Imported) -> dict[str, tuple[str, str]]:
    book = found.rulebook
    return {book.reference(path): (one.heading, one.text) for path, one in book.walk()}


def left_out(found: Imported) -> list[str]:
    return [f"{one.what}: {one.text}" for one in found.report.left_out]


EXPECTED = {
    f"{chapter}.{number}": ("", RULES[3 * (chapter - 1) + number - 1]) for chapter in (1, 2, 3) for number in (1, 2, 3)
}
TITLES = {1: "Members", 2: "Money", 3: "Meetings"}


def pages(head: bool) -> list[list[str]]:
    """A chapter on each page, with its title at the head as well where there is a running head."""
    return [
        [
            *(["Barchester Society Rules", f"Chapter {chapter} {title}", ""] if head else []),
            f"Chapter {chapter} {title}", "",
            *(line for number in (1, 2, 3) for line in (f"{number}. {RULES[3 * (chapter - 1) + number - 1]}", "")),
            f"{chapter}",
        ]
        for chapter, title in TITLES.items()
    ]  # fmt: skip


def test_a_head_that_names_the_chapter_is_left_out_and_the_heading_is_not() -> None:
    found = imported("\f".join("\n".join(page) for page in pages(head=True)))
    said = provisions(found)
    assert {reference: one for reference, one in said.items() if reference not in "123"} == EXPECTED
    assert {number: said[str(number)][0] for number in TITLES} == TITLES


def test_a_heading_at_the_head_of_a_page_stays() -> None:
    said = provisions(imported("\f".join("\n".join(page) for page in pages(head=False))))
    assert {number: said[str(number)][0] for number in TITLES} == TITLES


def test_line_numbers_in_the_margin_are_left_out_by_name() -> None:
    lines = [line for page in pages(head=False) for line in page[:-1] if line]
    found = imported("\n".join(f"{'' if number % 5 else number:>3}  {line}" for number, line in enumerate(lines, 1)))
    said = provisions(found)
    assert {reference: one for reference, one in said.items() if reference not in "123"} == EXPECTED
    assert any(one.startswith("line number") for one in left_out(found))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"{number}. {words}" for number, words in enumerate(RULES, 1)]
    right = [f"{number}. {words}" for number, words in enumerate(RULES, 10)]
    page = [f"{one:<46}{two}" for one, two in zip(left, right, strict=True)]
    said = provisions(imported("Chapter 1 Members\n\n" + "\n".join(page)))
    assert [reference for reference in said if "." in reference] == [f"1.{number}" for number in range(1, 19)]
    assert [text for reference, (_, text) in said.items() if "." in reference] == RULES * 2


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1.2.1to let plots", "1.2.1"),
        ("2.1.1“Committee” means", "2.1.1"),
        ("4.2Every member", "4.2"),
        ("1.2.1A member", ""),  # the label may be 1.2.1A
        ("1.2.1a fair price", ""),
        ("4.5km from the gate", ""),
        ("3.50p a week", ""),
        ("1.2.1 to let", ""),
        ("to let", ""),
    ],
)
def test_a_number_without_a_gap_after_it(text: str, label: str) -> None:
    assert text[: label_without_gap(text)] == label
