"""Long new words are looked through in time that grows with their length, not with its square."""

from __future__ import annotations

import time

import pytest

from amendments.checks.draft_check import check
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import errors
from rulebook.editions import open_rulebook
from rulebook.source import Source

LONGEST = 10  # seconds, where the square would take minutes
LONG = {
    "words that stand twice": "the the member may may vote " * 10_000,
    "one word": "x" * 200_000,
    "marks": "a , b ;; " * 10_000 + "c",
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_long_new_words_are_checked_in_time(words: str) -> None:
    head = '---\nkind: rule change\ntitle: Long\nfrom: Barchester CLP\nrulebook: "2026"\n---\n\n## Amendment\n\n'
    draft = read_draft(Source("draft.md", f"{head}In 5.I.3, replace “once” with “{words.strip()}”.\n"))
    began = time.monotonic()
    found = check(draft, open_rulebook("2026")[0])
    assert time.monotonic() - began < LONGEST
    assert not errors(found)
