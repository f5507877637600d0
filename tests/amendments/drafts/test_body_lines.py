"""The body of a draft as lines: lists, quotations and tables, and no word lost."""

from __future__ import annotations

import re

import pytest

from amendments.drafts.body_lines import body_lines
from tests.shared.papers import HOSTILE
from tests.shared.printed_text import squeezed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One\ntwo\n\nthree", [("", 0, "One two"), ("", 0, "three")]),
        ("1. a\n2. b", [("1.", 1, "a"), ("2.", 1, "b")]),
        ("- a\n* b\n• c", [("•", 1, "a"), ("•", 1, "b"), ("•", 1, "c")]),
        ("1. a\n    i. b\n2. c", [("1.", 1, "a"), ("i.", 2, "b"), ("2.", 1, "c")]),
        ("5. a\nA. b\ni. c\nB. d", [("5.", 1, "a"), ("A.", 2, "b"), ("i.", 3, "c"), ("B.", 2, "d")]),
        ("5. a\nA. b\n6. c", [("5.", 1, "a"), ("A.", 2, "b"), ("6.", 1, "c")]),
        ("1. a\n   b\n\n    c\n\nd", [("1.", 1, "a b"), ("", 1, "c"), ("", 0, "d")]),
        ("See clause\n5. and so on", [("", 0, "See clause"), ("5.", 1, "and so on")]),
        ("This was said by\nA. Smith", [("", 0, "This was said by A. Smith")]),
        ("in the year\n2019. Then", [("", 0, "in the year 2019. Then")]),
        ("(the) end", [("", 0, "(the) end")]),
        ("(iv) end", [("(iv)", 1, "end")]),
        ("It asks:\na) for one\nb) for two", [("", 0, "It asks:"), ("a)", 1, "for one"), ("b)", 1, "for two")]),
        ("It asks:\n(a) for one\n(b) for two", [("", 0, "It asks:"), ("(a)", 1, "for one"), ("(b)", 1, "for two")]),
        ("(see clauses a and\nb) now", [("", 0, "(see clauses a and b) now")]),
        ("> 5. a\n>\n>     A. b\n>\n> c", [("5.", 1, "a"), ("A.", 2, "b"), ("", 1, "c")]),
        ("> a\n>\n> A. b\n>\n> c", [("", 0, "a"), ("A.", 1, "b"), ("", 0, "c")]),
        ("> ## C\n>\n> 1. a\n>\n> b", [("", 0, "C"), ("1.", 1, "a"), ("", 0, "b")]),
        ("> 5. a\n\nb\n\n> 6. c\n>\n> d", [("5.", 1, "a"), ("", 0, "b"), ("6.", 1, "c"), ("", 1, "d")]),
        ("1.", [("1.", 1, "")]),
        ("### Cost\nNone", [("", 0, "Cost"), ("", 0, "None")]),
        ("", []),
    ],
)
def test_the_body_of_a_draft(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(line.label, line.depth, line.text) for line in body_lines(body)] == expected


def test_quotations_and_tables_in_a_body() -> None:
    lines = body_lines("Add:\n> 5. five\n>\n>     A. a\n>\n>     tail\n\n| h | i |\n|---|---|\n| j | k\\|l |\n\nend")
    assert [(line.quoted, line.label, line.depth) for line in lines[:4]] == [
        (False, "", 0), (True, "5.", 1), (True, "A.", 2), (True, "", 1),
    ]  # fmt: skip
    assert lines[4].rows == (("h", "i"), ("j", "k|l"))
    assert lines[5].text == "end"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_a_body_is_lost(words: str) -> None:
    body = f"Lead in.\n\n{words}\n\n1. {words}\n\n> {words}\n\nlast"
    said = re.sub("[-*•]", "•", squeezed("".join(f"{line.label}{line.text}" for line in body_lines(body))))
    kept = re.sub("[-*•]", "•", words).removeprefix("# ").removeprefix("> ")
    assert said.count(squeezed(kept)) == 3
