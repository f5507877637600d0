"""Where an amendment joins its words to those of the book: the sentences on both sides of each change.

What stood in the book before is none of the amendment's doing, however wrong it looks, so only what is new is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amendments.applying.account import Account
from amendments.applying.outcome import Outcome
from rulebook.provision import Path
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Changed:
    """One part of a provision that an amendment gives other words, before ("" for a new provision) and after.

    `path` leads to it in the new book; `causes` are the places of the instructions that change it, and their new words.
    """

    path: Path
    part: str
    before: str
    after: str
    causes: tuple[tuple[Span, str], ...]

    def cause(self, words: str) -> Span | None:
        """The instruction that makes the words, by the new words that it puts there; else the first of all."""
        parts = _tokens(words)
        those = (span for span, new in self.causes if not parts.isdisjoint(_tokens(new)))
        return next(those, self.causes[0][0] if self.causes else None)


@lru_cache(maxsize=256)
def _tokens(words: str) -> frozenset[str]:
    """The words and marks of a text, in lower case."""
    return frozenset(re.findall(r"\w+|[^\w\s]", words.lower()))


def changed_parts(outcome: Outcome | None) -> Iterator[Changed]:
    """Every part of a provision that reads otherwise after the amendment, or is new."""
    if outcome is None or outcome.applied is None:
        return
    after, account = outcome.applied.rulebook, Account(outcome)
    for path, part in outcome.new_words():
        words, old = after.part(path, part), outcome.before_words(path, part)
        if words and words != old:
            yield Changed(path, part, old, words, tuple(account.words_put_into(path)))


def only_new(pattern: re.Pattern[str], changed: Changed) -> list[str]:
    """What a pattern finds in the new words that it does not find in the old, as often as it is new."""
    old = Counter(" ".join(match[0].lower().split()) for match in pattern.finditer(changed.before))
    found = []
    for match in pattern.finditer(changed.after):
        words = " ".join(match[0].lower().split())
        if old[words] > 0:
            old[words] -= 1
        else:
            found.append(match[0])
    return found
