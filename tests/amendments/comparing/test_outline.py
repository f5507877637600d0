"""What a comparison is about, in words: a summary, the rules that were compared, and headings for what changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amendments.comparing.outline import basis, columns, sections, summary
from rulebook.comparing.comparison import compare
from rulebook.provision import Rulebook
from tests.amendments.comparing.two_books import AFTER, BEFORE, COMPARISON

SUMMARIES = [
    ([], "Nothing changes."),
    (["changed"], "1 provision changes."),
    (["changed"] * 3 + ["inserted"] * 2 + ["deleted"] * 7, "3 provisions change, 2 are inserted and 7 are deleted."),
    (["inserted"], "1 provision is inserted."),
    (["moved", "deleted"], "1 provision moves and 1 is deleted."),
]


@pytest.mark.parametrize(("kinds", "expected"), SUMMARIES)
def test_summary(kinds: list[str], expected: str) -> None:
    changes = tuple(replace(COMPARISON.changes[0], kind=kind) for kind in kinds)
    assert summary(replace(COMPARISON, changes=changes, renumbered=())) == expected


def test_summary_of_renumbering() -> None:
    assert summary(replace(COMPARISON, changes=())) == "No words change; 1 provision is renumbered."


def test_which_rules_were_compared() -> None:
    assert basis(COMPARISON) == "Drafted on Barchester Party, Rule Book, 2026 edition"
    assert columns(COMPARISON) == ("As it stands", "As amended")
    editions = compare(replace(BEFORE, edition="2025"), AFTER)
    assert basis(editions) == "Barchester Party, Rule Book: 2025 edition compared with 2026 edition"
    assert columns(editions) == ("2025 edition", "2026 edition")
    assert basis(compare(Rulebook(), Rulebook())) == ""


def test_a_clause_that_goes_stands_under_its_chapter() -> None:
    without = replace(BEFORE, chapters=(replace(BEFORE.chapters[0], children=()),))
    (section,) = sections(compare(BEFORE, without))
    assert section.headings == ("Chapter 5 Selections",)
    assert [entry.happens for entry in section.entries] == ["deleted, with 5 provisions under it"]


def test_a_chapter_that_goes_stands_under_its_own_name() -> None:
    (section,) = sections(compare(BEFORE, replace(BEFORE, chapters=())))
    assert section.headings == ("Chapter 5 Selections",)


def test_every_change_is_in_one_entry() -> None:
    labels = [row for section in sections(COMPARISON) for entry in section.entries for row in entry.rows if row.label]
    assert len(labels) == len(COMPARISON.changes)
