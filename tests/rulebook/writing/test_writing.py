"""What is written reads back, and what is read writes back, byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given

from rulebook.provision import Provision, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable
from rulebook.writing.json_form import to_json
from rulebook.writing.markdown import to_markdown
from tests.rulebook.reading.any_text import NATIVE, arbitrary_texts, read
from tests.shared.trees import LOOKALIKES, rulebooks


@given(rulebooks())
def test_what_is_written_reads_back(rulebook: Rulebook) -> None:
    assert read(to_markdown(rulebook)) == rulebook


@given(rulebooks())
def test_a_written_file_is_written_again_byte_for_byte(rulebook: Rulebook) -> None:
    written = to_markdown(rulebook)
    assert to_markdown(read(written)) == written


def with_paragraph(words: str) -> Rulebook:
    """The words wherever a paragraph can stand."""
    item = Provision(
        "subclause", "1", "", f"{words}\n\n{words}", (Provision("paragraph", "A", "", words),), words, (words,)
    )
    clause = Provision("clause", "I", "Name", f"{words}\n\n{words}", (item,), f"{words}\n\n{words}")
    return Rulebook("Rules", chapters=(Provision("chapter", "1", "", words, (clause,)),))


@pytest.mark.parametrize("words", LOOKALIKES)
def test_words_that_look_like_something_else(words: str) -> None:
    assert read(to_markdown(with_paragraph(words))) == with_paragraph(words)


_NATIVE_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_PLAIN_HEADING = re.compile(r"^\s*(chapter|clause|appendix)\b", re.MULTILINE | re.IGNORECASE)


@given(arbitrary_texts)
@example("# Chapter 2\n\n- |\n")
def test_any_text_that_reads_is_settled_by_writing_it_once(text: str) -> None:
    try:
        rulebook, found = read_rulebook(Source("rules.md", text))
    except Unreadable:
        assume(False)
    assume(not {"level-uncertain", "paragraph-uncertain"} & {one.code for one in found})
    assume(not (_NATIVE_HEADING.search(text) and _PLAIN_HEADING.search(text)))  # either layout, not half of each
    assume(not any(_PLAIN_HEADING.search(one.text + one.tail) for _, one in rulebook.walk()))  # nor words that look so
    written = to_markdown(rulebook)
    again = read(written)
    assert again == rulebook
    assert to_markdown(again) == written


def test_json_has_every_provision() -> None:
    import json

    found = json.loads(to_json(read(NATIVE)))
    assert found["scheme"][0] == "Chapter 1"
    assert found["provisions"][0]["children"][0]["children"][1]["tail"] == "Nothing more."
    assert found["provisions"][0]["children"][0]["children"][1]["reference"] == "5.IV.2"
