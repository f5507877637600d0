"""Words of a PDF that have a line through them: somebody took them out by hand, and they are no rules that live."""

from __future__ import annotations

from collections.abc import Sequence

from rulebook.importing.pdf.page.drawn import Drawn
from rulebook.importing.pdf.page.lines import Word

MIDDLE = (0.12, 0.45)  # of the size of a word, above its line: a rule there goes through it, and underlines nothing
COVERED = 0.6  # of a word


def struck_words(words: Sequence[Word], drawn: Drawn) -> list[Word]:
    """The words of a page that have a line through them."""
    return [word for word in words if len(word.text) > 1 and _is_struck(word, drawn)] if drawn.levels else []


def _is_struck(word: Word, drawn: Drawn) -> bool:
    covered = 0.0
    for height, left, right in drawn.levels:
        if MIDDLE[0] * word.size < word.base - height < MIDDLE[1] * word.size:
            covered += max(0.0, min(right, word.right) - max(left, word.left))
    return covered > COVERED * (word.right - word.left) > 0
