"""Provisions without a number, found by the words of their headings. A row is what somebody types."""

from __future__ import annotations

import pytest

from rulebook.looking.named_headings import find_by_words
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

BOOK = """---
title: Rules
scheme: [Heading, Heading, "1"]
---

# Preamble

We row.

# The Committee

## Number

1. Five.

## Removal

1. By vote.

# Members

## Removal (of members)

## Number

None.
"""


@pytest.mark.parametrize(
    ("written", "references"),
    [
        ("Preamble", ["Preamble"]),
        ("“preamble”", ["Preamble"]),
        ("The Committee", ["The Committee"]),
        ("The Committee, Number", ["The Committee.Number"]),
        ("The Committee.Removal.1", ["The Committee.Removal.1"]),
        ("Removal, 1", ["The Committee.Removal.1"]),
        ("Number", ["The Committee.Number", "Members.Number"]),
        ("Removal (of members)", ["Members.Removal of members"]),
        ("Members", ["Members"]),
        ("1", []),
        ("of members", []),
        ("5.IV", []),
    ],
)
def test_headings_are_found_by_their_words(written: str, references: list[str]) -> None:
    rulebook, _ = read_rulebook(Source("rules.md", BOOK))
    assert [rulebook.reference(path) for path in find_by_words(rulebook, written)] == references
