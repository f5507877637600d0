"""Tables and their rows, by where they stand in a text."""

from __future__ import annotations

from rulebook.looking.tables import first_cell, rows, tables

TEXT = """The fees are:

| Kind | Fee |
|:---|--:|
| Adult | £12 |
| Child \\| pupil | £6 |

They are due in May."""


def test_the_rows_are_those_under_the_head() -> None:
    assert [TEXT[start:end] for start, end in rows(TEXT)] == ["| Adult | £12 |", "| Child \\| pupil | £6 |"]


def test_a_table_is_all_of_its_lines() -> None:
    ((start, end),) = tables(TEXT)
    assert TEXT[start:end].startswith("| Kind") and TEXT[start:end].endswith("£6 |")


def test_a_table_without_a_rule_has_no_head() -> None:
    assert len(rows("| one |\n| two |")) == 2


def test_a_rule_may_leave_out_its_last_mark() -> None:
    assert len(rows("| one | two |\n| --- | ---\n| 1 | 2 |")) == 1


def test_the_first_cell() -> None:
    assert [first_cell(TEXT[start:end]) for start, end in rows(TEXT)] == ["Adult", "Child \\| pupil"]


def test_words_have_no_table() -> None:
    assert tables("Either | or.") == rows("Either | or.") == []
