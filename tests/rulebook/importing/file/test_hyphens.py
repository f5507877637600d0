"""Words broken at the end of a line: what the rest of the text says of them, and what is guessed where it says nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from rulebook.importing.file.hyphens import counted, joined, lines_joined

# first half, second half, words elsewhere, the word, whether there is evidence
HALVES = [
    ("organi", "sation", "organisation", "organisation", True),
    ("sub", "clause", "sub-clause", "sub-clause", True),
    ("co", "operative,", "co-operative", "co-operative,", True),
    ("by-elec", "tion", "by-election", "by-election", True),
    ("member", "ship.", "Membership", "membership.", True),
    ("branch", "es", "branches branches", "branches", True),
    ("re", "elected", "re-elected reelected re-elected", "re-elected", False),
    ("constitu", "ency", "", "constituency", False),
    ("co", "opted", "", "co-opted", False),
    ("vice", "chair", "", "vice-chair", False),
    ("Labour", "Party", "", "Labour-Party", True),
    ("2016", "17", "", "2016-17", True),
    ("re", "elected", "", "re-elected", False),
    ("re", "turned", "", "returned", False),
    ("up-to", "date", "", "up-to-date", True),
]


@pytest.mark.parametrize("first, second, elsewhere, word, sure", HALVES)
def test_two_halves_make_the_word_that_the_text_has(
    first: str, second: str, elsewhere: str, word: str, sure: bool
) -> None:
    assert joined(first, second, counted([elsewhere])) == (word, sure)


# a line, the next one, both together
LINES = [
    ("a member of the", "Party may", "a member of the Party may"),
    ("the organi-", "sation shall", "the organisation shall"),
    ("the organi\x02", "sation shall", "the organisation shall"),
    ("the organi\u00ad", "sation shall", "the organisation shall"),
    ("under a sub-", "clause of it", "under a sub-clause of it"),
    ("the rules –", "and no others", "the rules – and no others"),
    ("the rules—", "and no others", "the rules—and no others"),
    ("sub-clauses 2–", "9 above", "sub-clauses 2–9 above"),
    ("a chair and/", "or a secretary", "a chair and/or a secretary"),
    ("see www.example.org/", "rules for more", "see www.example.org/rules for more"),
    ("pre-", "and post-conference", "pre- and post-conference"),
    ("", "the first", "the first"),
]


@pytest.mark.parametrize("before, after, whole", LINES)
def test_lines_become_one_text(before: str, after: str, whole: str) -> None:
    assert lines_joined(before, after, Counter({"organisation": 2, "sub-clause": 1}))[0] == whole


def test_a_guess_names_both_words() -> None:
    text, guess = lines_joined("of each constitu-", "ency, which", {}, "7", 12)
    assert text == "of each constituency, which"
    assert guess is not None and (guess.about, guess.page, guess.line) == ("hyphen", "7", 12)
    assert "“constituency”" in guess.message and "“constitu-ency”" in guess.message


def test_evidence_silences_the_guess() -> None:
    assert lines_joined("of each constitu-", "ency, which", {"constituency": 1})[1] is None


def test_broken_words_are_no_evidence() -> None:
    assert counted(["the organi-", "sation of mem-", "bers only"]) == Counter(["the", "of", "only"])
