"""Drop caps: the first letter of a paragraph, so large that two or more lines stand beside it, is part of its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rulebook.importing.file.hyphens import words_in
from rulebook.importing.pdf.page.lines import Word

LARGER = 1.8  # times the size of the words beside it
ALONE = frozenset("AIO")
"""Letters that are words by themselves."""


def with_drop_caps(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of the pages, each drop cap joined to the word beside it; one that is a word stands before it."""
    found = []
    counts: Counter[str] | None = None
    for words in pages:
        caps = [(word, first) for word in words if (first := _beside(word, words)) is not None]
        for cap, first in caps:
            if counts is None:
                counts = Counter(known for page in pages for word in page for known in words_in(word.text))
            whole = counts[(cap.text + first.text).strip(".,;:").lower()]
            apart = cap.text in ALONE and (counts[first.text.strip(".,;:").lower()] > 1 or not whole)
            first.text = f"{cap.text} {first.text}" if apart else cap.text + first.text
            first.left = cap.left
        gone = {id(cap) for cap, _ in caps}
        found.append([word for word in words if id(word) not in gone] if gone else list(words))
    return found


def _beside(cap: Word, words: Sequence[Word]) -> Word | None:
    """The word that a letter begins: the first one of the uppermost line beside it; None where it is no drop cap."""
    if len(cap.text) > 1 or not cap.text.isupper():
        return None
    lines = [
        word
        for word in words
        if word.size * LARGER <= cap.size
        and -0.1 * word.size < word.left - cap.right < word.size
        and cap.base - cap.size < word.base < cap.base + 0.3 * word.size
    ]
    bases = {round(word.base) for word in lines}
    return min(lines, key=lambda word: word.base) if len(bases) > 1 or _reaches_up(cap, lines) else None


def _reaches_up(cap: Word, lines: Sequence[Word]) -> bool:
    """Whether the only line beside a letter is in its upper half, and the letter hangs below it."""
    return len(lines) == 1 and cap.base - lines[0].base > 0.7 * lines[0].size
