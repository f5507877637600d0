"""Level words, and the one form of each."""

from __future__ import annotations

import re

import pytest

from grammar.levels import HEADINGS, LEVEL_WORD, level_word, rank

WRITTEN = {
    "Chapter": "chapter",
    "Ch.": "chapter",
    "Sub-Clauses": "subclause",
    "sub clause": "subclause",
    "sub-sub-paragraph": "subsubparagraph",
    "Para.": "paragraph",
    "subparas": "subparagraph",
    "Sec.": "section",
    "§": "section",
    "§§": "section",
    "Art.": "article",
    "Bye-Laws": "bylaw",
    "By-law": "bylaw",
    "Standing Orders": "standing order",
    "Division": "division",
    "appendices": "appendix",
    "Annexe": "annex",
    "Addendum": "addendum",
    "Exhibit": "exhibit",
    "Title": "title",
    "bullet points": "bullet",
}


@pytest.mark.parametrize(("written", "word"), WRITTEN.items())
def test_every_spelling_has_one_form(written: str, word: str) -> None:
    assert re.fullmatch(LEVEL_WORD, written, re.IGNORECASE | re.VERBOSE)
    assert level_word(written) == word


@pytest.mark.parametrize("word", ["member", "sections’", "subject", "chapters.", "title."])
def test_other_words_are_no_level_words(word: str) -> None:
    assert not re.fullmatch(LEVEL_WORD, word, re.IGNORECASE | re.VERBOSE)


def test_the_words_of_headings_are_level_words_with_a_rank() -> None:
    assert all(rank(level_word(word)) is not None for word in HEADINGS)
    assert not {"paragraph", "item", "bullet"} & set(HEADINGS)
