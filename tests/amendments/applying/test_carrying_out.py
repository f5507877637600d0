"""Amendments in words, there and back: in any order, with every mark of quotation, and nothing else touched."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.applying.carrying_out import carry_out
from rulebook.numbering import BULLETS
from rulebook.provision import Rulebook
from rulebook.source import Source
from tests.shared.books import book
from tests.shared.random_amendments import WORD


def after(rulebook: Rulebook, text: str) -> Rulebook:
    """The book after an amendment that must be carried out."""
    outcome = carry_out(rulebook, Source("draft.md", text), (0, len(text)))
    assert outcome.after is not None, [finding.message for finding in outcome.diagnostics]
    return outcome.after


def plain_words() -> list[tuple[str, str]]:
    """The words of the rules that stand once in their provision and are no part of a quotation."""
    rulebook = book("barchester")
    found = []
    for path, one in rulebook.walk():
        if one.label in BULLETS or one.children or "“" in one.text:
            continue
        counts = Counter(WORD.findall(one.text))
        listed = [
            word
            for word in re.findall(r"(?<![\w’£-])[A-Za-z]+(?![\w’-])", one.text)
            if counts[word] == 1 and len(one.text.split()) > 1
        ]
        found += [(rulebook.reference(path), word) for word in listed]
    return found


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"', "‘{}’", "'{}'"])
@settings(max_examples=25)
@given(st.data())
def test_replaced_and_replaced_back_in_words(quotes: str, data: st.DataObject) -> None:
    rulebook = book("barchester")
    where, old = data.draw(st.sampled_from(plain_words()))
    new = data.draw(st.sampled_from(("zebra", "a quagga and an okapi", "half-okapi", "£40", "(zebra)", "zebra’s")))
    changed = after(rulebook, f"In {where}, replace {quotes.format(old)} with {quotes.format(new)}.")
    assert changed != rulebook
    assert (
        after(changed, f"In {where}, replace {quotes.format(new)} with {quotes.format(old)}.").chapters
        == rulebook.chapters
    )


@settings(max_examples=50)
@given(st.data())
def test_inserted_and_deleted_again_in_words(data: st.DataObject) -> None:
    rulebook = book("barchester")
    where, anchor = data.draw(st.sampled_from(plain_words()))
    side = data.draw(st.sampled_from(("after", "before")))
    changed = after(rulebook, f"In {where}, insert “zebra quagga” {side} “{anchor}”.")
    assert after(changed, f"In {where}, delete “zebra quagga”.").chapters == rulebook.chapters


INSTRUCTIONS = [
    "In 2.II.1, replace “£24” with “£30”.",
    "In 2.II.2, delete “with a low income”.",
    "After 2.II.3 insert “3A. A fee is never raised by more than £2.”",
    "In 2.II.4, after “1 January” insert “of each year”.",
    "In 2.II.4, delete the last sentence.",
    "Delete 3.I.6.",
    "Delete 3.II.1.B.",
    "In the heading of Chapter 3, replace “the board” with “the Board”.",
    "At the end of 3.III.4 add “E. that the sitting be closed.”",
    "Amend 4.II.1 to read “A sitting councillor stands again unless the ward objects.”",
    "Throughout Chapter 4, Clause I, replace “ward” with “branch”.",
    "Rename Chapter 1, Clause II “Aims and values”.",
]


@settings(max_examples=40)
@given(st.permutations(INSTRUCTIONS), st.integers(1, len(INSTRUCTIONS)))
def test_instructions_in_any_order_give_one_result(listed: list[str], size: int) -> None:
    rulebook = book("barchester")
    chosen = listed[:size]
    expected = after(rulebook, "\n\n".join(sorted(chosen)))
    assert after(rulebook, "\n\n".join(chosen)).chapters == expected.chapters


@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_each_instruction_leaves_the_other_provisions_as_they_are(text: str) -> None:
    rulebook = book("barchester")
    changed = after(rulebook, text)
    old = {rulebook.reference(path): one for path, one in rulebook.walk() if not one.children}
    new = {changed.reference(path): one for path, one in changed.walk() if not one.children}
    differing = [reference for reference in old.keys() & new.keys() if old[reference] != new[reference]]
    assert len(differing) <= (2 if text.startswith("Throughout") else 1)
    assert len(old.keys() ^ new.keys()) <= 1


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (
            "After 2.II.2 insert a new sub-clause and renumber accordingly: “New.”",
            "Delete 2.II.3 and renumber accordingly.",
        ),
        ("After 2.II.2 insert “2A. New.”", "Delete 2.II.2A."),
        ("At the end of 3.III.4 add “E. New.”", "Delete 3.III.4.E."),
        (
            "Move 2.II.1 to after 2.II.3 and renumber accordingly.",
            "Move 2.II.3 to before 2.II.1 and renumber accordingly.",
        ),
        (
            "Move 2.II.4 to the end of 3.II and renumber accordingly.",
            "Move 3.II.4 to the end of 2.II and renumber accordingly.",
        ),
        ("Renumber 3.II.3 as 3.II.9.", "Renumber 3.II.9 as 3.II.3."),
        ("Rename Chapter 2 “Friends”.", "Rename Chapter 2 “Members”."),
        ("At the end of 3.I.2 add “It meets.”", "In 3.I.2, delete the last sentence."),
    ],
)
def test_there_and_back_in_words(text: str, back: str) -> None:
    rulebook = book("barchester")
    changed = after(rulebook, text)
    assert changed.chapters != rulebook.chapters
    assert after(changed, back).chapters == rulebook.chapters
