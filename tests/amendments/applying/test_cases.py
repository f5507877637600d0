"""Every case in `cases` comes out as it says there; how to write one is said in `instruction_cases`."""

from __future__ import annotations

import pytest

from amendments.applying.carrying_out import carry_out
from rulebook.source import Source
from tests.amendments.applying.instruction_cases import Case, every_case, faults, outline
from tests.shared.books import BOOKS, book

EVERY = every_case()


@pytest.mark.parametrize("case", EVERY, ids=str)
def test_case(case: Case) -> None:
    text = case.instruction
    found = faults(case, carry_out(book(case.book), Source("draft.md", text), (0, len(text))))
    assert not found, "\n".join([text, *found])


def test_every_case_says_what_must_come_of_it() -> None:
    assert not [str(case) for case in EVERY if not case.expected or not case.instruction.strip()]
    assert len({case.title for case in EVERY}) == len(EVERY)
    assert {case.book for case in EVERY} == set(BOOKS)


@pytest.mark.parametrize("name", BOOKS)
def test_no_two_provisions_of_a_book_have_one_reference(name: str) -> None:
    outline(book(name))
