"""What a paper says beside the draft: how many words it has, and dates in words."""

from __future__ import annotations

import pytest

from amendments.papers.paper import paper, printed_date
from rulebook.printed.lines import Line, plain, words_in
from tests.shared.papers import CHANGE, MOTION


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("co-operative and/or 5%", 3), ("a – b", 2), ("don’t “stop” now!", 3)]
)
def test_words_are_counted_as_a_word_processor_does(text: str, count: int) -> None:
    assert words_in([Line(plain(text), label="1.")]) == count


def test_a_motion_counts_its_own_text_and_headings_only() -> None:
    text = "This CLP notes One thing Another thing with a part This CLP resolves To act"
    assert paper(MOTION).words == len(text.split())


def test_a_rule_change_counts_all_that_was_written() -> None:
    assert CHANGE.words == len("Replace 30 days with sixty days or so Renumber accordingly It is fairer".split())


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2027-05-03", "3 May 2027"), ("", ""), ("next Friday", "next Friday"), ("2027-13-01", "2027-13-01")],
)
def test_dates(written: str, printed: str) -> None:
    assert printed_date(written) == printed
