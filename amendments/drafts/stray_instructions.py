"""Words that look like instructions and stand where none are read, so that nothing is passed over in silence."""

from __future__ import annotations

import re
from itertools import takewhile

from amendments.reading.sentences.beginning import begins_instruction
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.sentences.sentences import sentences_of
from rulebook.source import Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_VERBS = frozenset({"VERB"})
_OPERANDS = {"REF", "QUOTE", "BLOCK", "UNIT"}


def first_words(text: str, span: Span) -> Span:
    """The first paragraph in a part of a text; the start of the part where there is none."""
    match = _PARAGRAPH.search(text, *span)
    return match.span() if match else (span[0], span[0])


def first_instruction(text: str, span: Span) -> Span | None:
    """The first sentence in a part of a text that begins as an instruction does and says what to do with what."""
    part = text[slice(*span)]
    for sentence in sentences_of(part).sentences:
        if begins_instruction(part, sentence.span[0]) and _is_complete(sentence):
            return span[0] + sentence.span[0], span[0] + sentence.span[1]
    return None


def _is_complete(sentence: Sentence) -> bool:
    """ "In Clause IV, delete ..." is; "Clause IV is unfair" and "Clause IV was inserted in 2019" are not."""
    kinds = [token.type for token in sentence.tokens if token.type != "LITTLE"]
    known = list(takewhile(lambda kind: kind != "WORD", kinds))
    return not _VERBS.isdisjoint(known) and not _OPERANDS.isdisjoint(kinds)
