"""Markdown of a paper: lists as Markdown counts them, and marks escaped where they must be."""

from __future__ import annotations

import pytest

from amendments.drafts.body_lines import body_lines
from amendments.setting_out.plain_text import escaped, markdown


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. a\n\n2. b", "1. a\n\n2. b"),
        ("1. a\n\n3. b", "1. a\n\n- 3\\. b"),
        ("5. a\n\n    A. b\n\n    c", "5. a\n\n   - A. b\n\n   c"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("> 5. a\n\nb", "> 5. a\n\nb"),
        ("> a\n>\n> b", "> a\n>\n> b"),
    ],
)
def test_markdown_lists(body: str, expected: str) -> None:
    assert markdown(body_lines(body)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", "a\\*b"),
        ("1. x", "1\\. x"),
        ("# x", "\\# x"),
        ("R&D a_b _c_", "R&D a_b \\_c\\_"),
        ("at 7:30: a :smile:", "at 7:30: a \\:smile:"),
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("<https://example.org> <ada@example.org>", "\\<https\\://example.org\\> \\<ada\\@example.org\\>"),
        ("*www.example.org*", "\\*www\\.example.org\\*"),
    ],
)
def test_markdown_is_escaped_where_it_must_be(text: str, expected: str) -> None:
    assert escaped(text) == expected
