"""The terms that rules define, and what each definition holds for."""

from __future__ import annotations

import pytest

from rulebook.looking.definitions import definitions
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

HEAD = "# Chapter 1 Meetings\n\n## Clause I Summoning\n\n"


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("“member” means a person.", ["member"]),
        ("“member” or “supporter” means a person.", ["member", "supporter"]),
        ("‘member’ means a person.", ["member"]),
        ("“Member”: a person who has paid.", ["Member"]),
        ("Registered Supporter means any person who has paid.", ["Registered Supporter"]),
        ("The Barchester League (“the League”) is a society.", ["League"]),
        ("The Barchester League (hereafter “the League”) is a society.", ["League"]),
        ("The Barchester League, in these rules “the League”, is a society.", ["League"]),
        ("The body is named “the League”.", ["League"]),
        ("The National Executive is referred to as “the Executive”.", ["Executive"]),
        ("“in writing” includes by electronic mail.", ["in writing"]),
        ("A rule that says “more than” is passed only then.", []),
        ("Success means nothing.", []),
    ],
)
def test_definitions(words: str, terms: list[str]) -> None:
    rulebook, _ = read_rulebook(Source("rules.md", f"{HEAD}1. {words}\n"))
    assert [one.term for one in definitions(rulebook)] == terms


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("In this clause, “ballot” means a vote.", "1.I"),
        ("For the purposes of this chapter “ballot” means a vote.", "1"),
        ("In these rules “ballot” means a vote.", ""),
    ],
)
def test_what_a_definition_holds_for(words: str, within: str) -> None:
    rulebook, _ = read_rulebook(Source("rules.md", f"{HEAD}1. {words}\n"))
    assert [rulebook.reference(one.within) for one in definitions(rulebook)] == [within]
