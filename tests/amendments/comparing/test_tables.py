"""Tables on the page of changes: the cells of either side, with every word that they had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.comparing.page_words import Words, new_words, old_words
from amendments.comparing.tables import Part, parts
from rulebook.wording import compare_words

OLD = "The fee:\n\n| Members | Fee |\n| --- | --- |\n| up to 100 | £20 |\n\nIt is paid each year."
CASES = {  # the words after a change, and the tables of the new side
    "a cell": (OLD.replace("£20", "£25"), [["Members", "Fee"], ["up to 100", "£25"]]),
    "a row more": (
        OLD.replace("£20 |", "£20 |\n| more | £30 |"), [["Members", "Fee"], ["up to 100", "£20"], ["more", "£30"]],
    ),
    "an empty cell": (OLD.replace("£20", " "), [["Members", "Fee"], ["up to 100", ""]]),
    "a bar that is a letter": (OLD.replace("£20", "£20 \\| £25"), [["Members", "Fee"], ["up to 100", "£20 \\| £25"]]),
    "the words after it": (OLD.replace("each", "every"), [["Members", "Fee"], ["up to 100", "£20"]]),
}  # fmt: skip


def said(words: tuple[Words, ...]) -> str:
    return "".join(one.lead + one.core + one.trail for one in words if one.kind != "deleted")


def cells(found: list[Part]) -> list[list[str]]:
    return [[said(cell) for cell in row] for part in found for row in part.rows]


@pytest.mark.parametrize(("new", "expected"), CASES.values(), ids=CASES)
def test_the_cells_of_a_changed_table(new: str, expected: list[list[str]]) -> None:
    found = parts(new_words(compare_words(OLD, new), {}))
    assert cells(found) == expected
    assert said(found[0].words) == "The fee:" and said(found[-1].words).startswith("It is paid")


@pytest.mark.parametrize(
    "text", ["| a | b |\n| c | d |", "| a | b |\n| --- | --- |\n| c |", "a | b\n--- | ---\nc | d", "one | two"]
)
def test_what_is_no_table_stays_as_it_is_typed(text: str) -> None:
    (part,) = parts(old_words(compare_words(text, ""), {}))
    assert not part.rows and "".join(one.lead + one.core + one.trail for one in part.words) == text


texts = st.lists(st.sampled_from(["| a | b |", "| --- | --- |", "| c | |", "words", "|", ""]), max_size=8).map(
    "\n".join
)


@given(texts, texts)
def test_no_word_is_lost(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    for words in (old_words(pieces, {}), new_words(pieces, {})):
        found = parts(words)
        shown = [
            one for part in found for one in (*part.words, *(w for row in part.rows for cell in row for w in cell))
        ]
        ours, theirs = (
            sorted(letter for one in every for letter in one.lead + one.core + one.trail if letter not in " \n|-")
            for every in (words, shown)
        )
        assert ours == theirs
