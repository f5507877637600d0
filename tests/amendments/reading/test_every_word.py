"""Every word of an instruction does something in it: its roles cover it, and a word that turns the meaning turns it."""

from __future__ import annotations

import re

import pytest

from amendments.reading.instructions import read_amendment
from amendments.reading.sentences.tokens import Tokens
from rulebook.source import Source
from tests.amendments.reading.test_language import ROWS, understood

READ = [text for text, lines in ROWS if not any(line.startswith("!") for line in lines)]


def without_a_role(text: str) -> list[str]:
    """The words of a text that no role covers, apart from those that mean nothing and what is set aside."""
    reading = read_amendment(Source("draft.md", text), (0, len(text)))
    spans = [*reading.comments]
    for one in reading.instructions:
        spans += [role.span for role in one.roles]
    tokens = Tokens(text, 0, len(text), {})
    tokens.skip()
    while tokens.place < tokens.end:
        tokens.take()
        tokens.skip()
    spans += [(one.start_pos or 0, one.end_pos or 0) for one in tokens.found if one.type == "LITTLE"]
    # what joins one sentence to another
    spans += [match.span() for match in re.finditer(r"(?:\A|[;.] )(?:and|then)\b", text, re.IGNORECASE)]
    left = [
        match[0] for match in re.finditer(r"[\w’'-]+", text)
        if not any(start <= match.start() and match.end() <= end for start, end in spans)
    ]  # fmt: skip
    return left


@pytest.mark.parametrize("text", READ, ids=[text[:60] for text in READ])
def test_every_word_has_a_role(text: str) -> None:
    assert without_a_role(text) == []


TURNS = {
    "not": lambda text: re.sub(r"\b(delete|insert|replace|omit|add)\b", r"not \1", text, count=1, flags=re.IGNORECASE),
    "an alternative": lambda text: re.sub(r"\.?\s*$", " or 9.9.9.", text),
    "an exception": lambda text: re.sub(r"\.?\s*$", " except the first.", text),
    "a condition": lambda text: re.sub(r"\.?\s*$", " unless conference objects.", text),
    "what has been": lambda text: re.sub(r"\b(?:is|be|are) (\w+ed)\b", r"has been \1", text, count=1),
}


@pytest.mark.parametrize("turn", TURNS)
def test_a_word_that_turns_the_meaning_turns_it(turn: str) -> None:
    """Whatever is read, with such a word in it, is read otherwise, or refused."""
    same: list[str] = []
    tried = 0
    for text in READ:
        if "\n" in text or text.rstrip()[-1:] in "”’\"'":
            continue
        turned = TURNS[turn](text)
        if turned == text:
            continue
        tried += 1
        if understood(turned) == understood(text):
            same.append(turned)
    assert tried > 3
    assert same == []
