"""What is a contents page, and what only looks like one: each case is a text, what is left out, and the outline."""

from __future__ import annotations

import pytest

from tests.rulebook.importing.imported import imported, outline

DOTS = "." * 30
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "lines of dots across the page": (
        f"1. Name\n{DOTS}\nThe society is called the Skiff.\n{DOTS}\n2. Seat\nIts seat is in Orrin.\n{DOTS}\n3. Dues\n(1) Dues are low.\n(2) They fall due in May.\n",
        [],
        ["1: Name / The society is called the Skiff.", "2: Seat / Its seat is in Orrin.", "3: Dues", "3.1: Dues are low.", "3.2: They fall due in May."],
    ),
    "blanks to be filled in": (
        f"1. Name\n\n- The society is called the Skiff.\n\n2. Adoption\n\n- It is adopted by those who sign.\n\nName {DOTS} Address {DOTS}\n\nName {DOTS} Address {DOTS}\n\nName {DOTS} Address {DOTS}\n",
        [],
        ["1: Name", "1.-1: The society is called the Skiff.", "2: Adoption | " + "\n\n".join([f"Name {DOTS} Address {DOTS}"] * 3), "2.-1: It is adopted by those who sign."],
    ),
    "a page of contents": (
        f"1. Name {DOTS} 1\n2. Seat {DOTS} 1\n3. Dues {DOTS} 2\n\n1. Name\n(1) It is called the Skiff.\n\n2. Seat\n(1) It sits in Orrin.\n\n3. Dues\n(1) Dues are low.\n",
        ["contents page"],
        ["1: Name", "1.1: It is called the Skiff.", "2: Seat", "2.1: It sits in Orrin.", "3: Dues", "3.1: Dues are low."],
    ),
    "contents without pages": (
        f"Name {DOTS}\nSeat {DOTS}\nDues {DOTS}\n\n1. Name\n(1) It is called the Skiff.\n\n2. Seat\n(1) It sits in Orrin.\n\n3. Dues\n(1) Dues are low.\n",
        ["contents page"],
        ["1: Name", "1.1: It is called the Skiff.", "2: Seat", "2.1: It sits in Orrin.", "3: Dues", "3.1: Dues are low."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_contents(case: str) -> None:
    text, left_out, expected = CASES[case]
    book = imported(text)
    assert sorted({one.what for one in book.report.left_out}) == left_out
    assert outline(book.rulebook)[: len(expected)] == expected
