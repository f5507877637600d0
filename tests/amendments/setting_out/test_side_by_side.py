"""Two columns: each provision beside what becomes of it, and no line lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from amendments.comparing.before_and_after import wording
from amendments.setting_out.side_by_side import Pair
from rulebook.comparing.comparison import compare
from rulebook.provision import Rulebook
from tests.shared.papers import BOOK, book
from tests.shared.trees import rulebooks


def columns(*replacements: tuple[str, str]) -> list[tuple[str, str]]:
    text = BOOK
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return [shown(pair) for pair in wording(compare(book(), book(text))).columns]


def shown(pair: Pair) -> tuple[str, str]:
    left, right = (" / ".join(f"{line.label} {line.text}".strip() for line in lines) for lines in pair)
    return left, right


HEADING = ("Chapter 5, Clause II Candidates",) * 2


@pytest.mark.parametrize(
    ("replacements", "rows"),
    [
        (
            [("30 days", "60 days")],
            [HEADING, ("2. A ballot shall be held within 30 days.", "2. A ballot shall be held within 60 days.")],
        ),
        (
            [("3. The result", "2A. Every voter is a member.\n\n3. The result")],
            [
                ("There is no existing wording: what the amendment inserts is new.", ""),
                ("", "Chapter 5, Clause II Candidates"), ("", "2A. Every voter is a member."),
            ],
        ),
        (
            [("2. A ballot shall be held within 30 days.\n\n", ""), ("3. The", "2. The"), ("4. An", "3. An")],
            [
                HEADING, ("2. A ballot shall be held within 30 days.", "Sub-clause 2 is deleted."),
                ("", "Sub-clauses 3 and 4 become 2 and 3."),
            ],
        ),
        (
            [("    A. by post;\n\n", ""), ("by electronic mail", "by e-mail")],
            [
                ("Chapter 5, Clause I General",) * 2, ("2. Meetings shall be summoned thus:",) * 2,
                ("A. by post;", ""), ("B. by electronic mail.", "B. by e-mail."),
                ("Seven days’ notice is enough.",) * 2,
            ],
        ),
    ],
)  # fmt: skip
def test_rows(replacements: list[tuple[str, str]], rows: list[tuple[str, str]]) -> None:
    assert columns(*replacements) == rows


@given(rulebooks(), rulebooks())
@settings(max_examples=60, deadline=None)
def test_every_line_is_in_one_row_and_in_order(before: Rulebook, after: Rulebook) -> None:
    found = wording(compare(before, after))
    for lines, side in ((found.existing, 0), (found.amended, 1)):
        words = [f"{line.label} {line.text}".strip() for line in lines]
        assert [f"{line.label} {line.text}".strip() for pair in found.columns for line in pair[side]] == words
