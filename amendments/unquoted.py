"""Readings of sentences that the strict grammar does not take: words without quotation marks, and positions that
could belong to either of two verbs. Every reading is given; none is preferred.
"""

from __future__ import annotations

from amendments.sentences import Phrase
from amendments.tokens import Sentence


def free_readings(sentence: Sentence, text: str) -> list[tuple[Phrase, ...]]:
    """The readings, without repeats; an empty list where there is none."""
    return []
