"""Where a reference begins and ends in a text.

In a case the reference stands between ▸ and ◂. It begins at ▸; nothing begins there where ◂ follows at once.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.reference import meaning, scan

BOUNDARIES = [
    # a full stop, a semicolon, a blank line
    "Delete ▸sub-clause 3◂. Clause II: delete sub-clause 4.",
    "Delete the last sentence of ▸3.I.4◂. Chapter 1, Clause IV.2.B: replace",
    "Delete ▸7.II.2◂; 7.II.3 stays.",
    "▸7.VIII.1◂\n\nExisting wording: “two”",
    "Delete ▸5.IV.4◂. Members of the board agreed.",
    "Add new ▸4.4◂:\n\nMembers may take part.",
    # ... which lead in at the beginning of an address
    "▸Chapter 7; Clause II◂. Amend clause 4:",
    "In ▸Article IV. Section 4◂. Add a sentence:",
    "▸Chapter 7, Clause II. 2.B◂: delete",
    "Rule Book 2026, ▸Chapter 7 Discipline. Clause II Hearings◂ reads",
    "Delete ▸Chapter 7◂. Clause II stands.",
    "▸Chapter 7, Clause II◂. Chapter 8 stands.",
    "▸Chapter 7◂; Clause II of Chapter 8 stands.",
    # ... and a semicolon elsewhere, where nothing is said of what is behind it
    "Delete ▸sub-clauses 1 to 3 of Chapter 6; Clause II◂.",
    "Delete ▸sub-clause 3◂; paragraph B is renumbered.",
    "Add “x” at the end of ▸sub-clause 3◂; paragraph B, replace “y”",
    "Delete ▸Clause II◂; Chapter 3 stays.",
    # the end of a line
    "▸Chapter 5\nClause IV, 4◂: delete",
    "Delete ▸5.IV.4\nand 5.IV.6◂.",
    "Delete ▸5.IV.4◂\nChapter 6, Clause II: delete",
    "Delete ▸Chapter 9◂\n2. Delete Chapter 10",
    "Delete ▸5.I.5◂\n(b) delete 5.II.4",
    "Delete ▸5.I.5◂;\nB. delete 5.II.4",
    "Delete ▸5.I.5◂\n- delete 5.II.4",
    # the mark of an item in a list that runs on
    "▸◂(a) delete 5.I.5, (b) delete 5.II.4",
    "(a) delete ▸5.I.5◂ (b) delete 5.II.4",
    "(a) delete ▸5.I.5◂, and (b) delete 5.II.4",
    "In ▸5.II.1 (b)◂ delete “x” and in (c) delete “y”",
    "▸paragraphs (a), (b) and (c)◂ are deleted",
    # "or" is never "and"
    "Delete ▸7.V.2◂ or 7.V.3.",
    "Delete ▸5.IV.5.B.i◂ or ii.",
    "delete ▸paragraphs B◂ or D.",
    "delete ▸paragraphs A, B◂, or D.",
    "delete ▸sub-clauses 2◂ and/or 3.",
    "delete ▸sub-clauses 2 & 3◂.",
    # words of the sentence that are no labels
    "delete ▸5.IV.4◂ and a comma",
    "add to ▸5.IV.5◂ a sentence",
    "change ▸5.IV.4◂ to 42 days",
    "In ▸5.IV.4◂ (as amended), delete",
    "In ▸1.2◂ (the list), delete",
    "▸◂1st of May",
    "the ▸◂Rule Book 2026",
    # hints of the printed book
    "▸5.IV.4 (page 14)◂, delete",
    "▸Section 3, page 3, line 12◂, leave out",
    "▸section 2(3) (lines 26 to 27 on page 5)◂ with",
    "▸5.IV.4, p. 12◂: delete",
    # labels
    "In ▸1.2(ba)◂, delete",
    "After ▸paragraph BA◂ insert",
    "delete ▸paragraph (bb) of 1.2◂.",
    "In ▸clause 10 ii) a)◂, delete",
    "In ▸9) 1) b)◂, delete",
    "In ▸10.2 B i◂, delete",
    "In ▸§ 4.2(b)◂, delete",
    "In ▸Art. IV, Sec. 3◂, delete",
    "In ▸Bylaw 1, Division 2◂, delete",
    "In ▸J 3, J 4.1 and J 5.9◂, delete",
    "Delete ▸sub-clauses 2, 4–6 and 8 of Chapter 5, Clause I◂.",
    "Delete ▸sub-clauses 3, 5-7 and 9◂.",
    "Delete ▸the last two sentences of 6.IV.3◂.",
    "renumber ▸the second 1.2A◂ as 1.2B",
    # titles
    "▸Rule 5.1 – Money◂ – Rule Book",
    "▸Chapter 7 (Branches), Clause II (Officers), 3◂: delete",
    "▸Rule 3.2 (duties of the chair), point (b)◂, delete",
    "In ▸Rule 4.3◂ (late motions), delete",
]


@pytest.mark.parametrize("case", BOUNDARIES)
def test_where_a_reference_ends(case: str) -> None:
    start, end = case.index("▸"), case.index("◂") - 1
    text = case.replace("▸", "").replace("◂", "")
    found = scan(text, start)
    assert text[start : found[1] if found and meaning(found[0]) else start] == text[start:end]


def test_the_end_is_a_wall() -> None:
    text = "Clauses I and II of Chapter 5"
    found = scan(text, 0, text.index(" of"))
    assert found and text[: found[1]] == "Clauses I and II"


def test_numbers_alone_are_read_only_where_nothing_else_can_stand() -> None:
    assert scan("5 and 6.", 0) is None
    found = scan("5, 5A and xliii.", 0, alone=True)
    assert found and [str(one) for one in meaning(found[0])] == ["5", "5A", "xliii"]
    found = scan("3 to 4.", 0, alone=True)
    assert found and [str(one) for one in meaning(found[0])] == ["3 to 4"]


HOSTILE = [
    "5.IV.5" + "(a)" * 20_000,
    "Clause " * 10_000,
    "sub-clauses 1" + ", 2" * 10_000,
    "Chapter 5" + " (page 5)" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_long_text_takes_no_longer_than_its_length(text: str) -> None:
    began, place = time.perf_counter(), 0
    while place < len(text):
        found = scan(text, place)
        place = max(found[1] if found else 0, place + 1)
    assert time.perf_counter() - began < 5


@given(st.text("0123456789IVXivx.ABCab() ,-–toandrf;:C\n§", max_size=40))
def test_nothing_is_read_beyond_the_end(words: str) -> None:
    for either, alone in ((False, False), (True, False), (False, True)):
        for place in range(len(words)):
            found = scan(words, place, len(words) - 1, either=either, alone=alone)
            assert found is None or place < found[1] < len(words)
