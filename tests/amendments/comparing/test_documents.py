"""A comparison as Markdown: what is struck and what is bold makes up the old wording and the new one."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.comparing.documents import marked, to_markdown
from rulebook.comparing.comparison import compare_words
from tests.amendments.comparing.two_books import COMPARISON

MARKED = [
    ("one half of the branches", "one third of the branches", "one ~~half~~ **third** of the branches"),
    ("a member, who votes", "a member who votes", "a ~~member,~~ **member** who votes"),
    ("All members.", "All members may vote.", "All members **may vote**."),
    ("It ends. Now.", "It ends. (It does.) Now.", "It ends. **(It does.)** Now."),
    ("Each *one*.", "Each *two*.", r"Each \*~~one~~ **two**\*."),
    ("(the old", "(an old", "(~~the~~ **an** old"),
    ("One.", "One.\n\nTwo.\n\nThree.", "One.\n\n**Two.**\n\n**Three.**"),
    ("| a | b |", "| a | b |\n| c | d |", "\\| a \\| b \\|  \n**\\| c \\| d \\|**"),
    ("One. Two.", "One.\n\nTwo.", "One. **¶**\n\nTwo."),
    ("One.\n\nTwo.", "One. Two.", "One. ~~¶~~ Two."),
]


@pytest.mark.parametrize(("old", "new", "expected"), MARKED)
def test_markdown_marks(old: str, new: str, expected: str) -> None:
    assert marked(compare_words(old, new)) == expected


some_words = st.lists(st.sampled_from("the party members branch’s half , . ; ( ) * ~ _ ` [a] 5% é".split()), max_size=8)
sentences = st.tuples(some_words, st.sampled_from(["", " "])).map(lambda pair: pair[1].join(pair[0]))


@settings(deadline=None, max_examples=5)
@given(st.lists(st.tuples(sentences, sentences), min_size=20, max_size=20))
def test_markdown_marks_are_read_as_marks(pairs: list[tuple[str, str]]) -> None:
    """What is struck and what is bold, as pandoc reads it, makes up the old wording and the new one."""
    import pypandoc

    wordings = [(f"Start {old} end.", f"Start {new} end.") for old, new in pairs]
    source = "\n\n".join(marked(compare_words(old, new)) for old, new in wordings)
    document = json.loads(pypandoc.convert_text(source, "json", "gfm", sandbox=True))
    assert len(document["blocks"]) == len(wordings)
    for block, (old, new) in zip(document["blocks"], wordings, strict=True):
        assert _text(block["c"], without="Strong") == re.sub(r"\s", "", old)
        assert _text(block["c"], without="Strikeout") == re.sub(r"\s", "", new)


def _text(inlines: list[dict[str, object]], without: str) -> str:
    found = ""
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == without:
            continue
        if isinstance(content, str):
            found += content
        elif isinstance(content, list):
            found += _text(content, without)
    return found


def test_markdown() -> None:
    text = to_markdown(COMPARISON, "Open *selection*")
    assert text.startswith("# Open \\*selection\\*\n\n*Drafted on Barchester Party, Rule Book, 2026 edition*\n")
    assert "## Chapter 5 Selections: Clause IV Candidates\n\n### 5.IV.1 deleted, with 1 provision under it\n" in text
    assert "~~2.~~ **1.** A sitting member" in text
    assert "\n> **A. to report \\<b\\>\\*twice\\*\\</b\\> & \\{\\{ more \\}\\}.**\n" in text
    assert text.endswith("## Renumbered\n\n| Was | Is now |\n| --- | --- |\n| 5.IV.3 | 5.IV.2 |\n")
