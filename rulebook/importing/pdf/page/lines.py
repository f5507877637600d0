"""The words of a PDF page with the boxes they stand in, and the lines that they make.

Heights are points from the top.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_CALL = re.compile(r"[\d*†‡§¶‖](?:[\d*†‡§¶‖,]{0,4}[\d*†‡§¶‖])?|\[\d{1,3}\]|\([\d*]{1,3}\)|[a-z]{1,2}")


@dataclass(slots=True)
class Word:
    """A word: `base` is the height of the line it stands on, `parted` where a slight gap is in it (0: nowhere).

    A decimal number may have no gap at all after it, where it is wider than the room that was left for it.
    `glued` words follow the one before without a space; `raised` are small and stand higher.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    turned: bool = False
    glued: bool = False
    raised: bool = False
    parted: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from the left. `number` counts the lines of a page without its running heads; what stands
    `alone` joins no paragraph: the first line of a table."""

    words: tuple[Word, ...]
    base: float
    size: float
    bold: bool
    page: int = 0
    number: int = 0
    column: int = 0
    alone: bool = False

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    def text(self, start: int = 0, end: int | None = None) -> str:
        """The words, or some of them, without the calls of footnotes."""
        return text_of(self.words[start:end])


def first_of(words: Sequence[Word]) -> tuple[float, float]:
    """Where the first word begins and ends, with the parts of it that are glued to it."""
    right = words[0].right
    for word in words[1:]:
        if not word.glued:
            break
        right = word.right
    return words[0].left, right


def is_call(word: Word) -> bool:
    return word.raised and _CALL.fullmatch(word.text) is not None


def text_of(words: Iterable[Word]) -> str:
    """Words as text, calls of footnotes left out."""
    pieces: list[str] = []
    for word in words:
        if is_call(word):
            continue
        if pieces and not word.glued:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def spaced(line: Line) -> str:
    """The text of a line with a tab where a gap is wide."""
    pieces: list[str] = []
    for place, word in enumerate(line.words):
        if place:
            gap = word.left - line.words[place - 1].right
            pieces.append("\t" if gap > 1.6 * line.size else "" if word.glued else " ")
        pieces.append(word.text)
    return "".join(pieces)


def lines_of(words: Sequence[Word], page: int = 0, column: int = 0) -> list[Line]:
    """The lines that words make, from the top."""
    groups: list[list[Word]] = []
    base = -1e9
    for word in sorted(words, key=lambda one: one.base):
        if word.base - base > max(1.2, 0.28 * word.size):
            groups.append([])
            base = word.base
        groups[-1].append(word)
    return [_line(group, page, column) for group in groups]


def _line(words: list[Word], page: int, column: int) -> Line:
    words.sort(key=lambda one: one.left)
    for place, word in enumerate(words):
        if word.glued and (place == 0 or abs(word.left - words[place - 1].right) > 0.6 * word.size):
            words[place] = replace(word, glued=False)
    plain = [word for word in words if not word.raised] or words
    sizes: Counter[float] = Counter()
    for word in plain:
        sizes[word.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    bases = Counter(round(word.base, 1) for word in plain)
    bold = all(word.bold for word in plain if any(letter.isalnum() for letter in word.text))
    return Line(tuple(words), bases.most_common(1)[0][0], size, bold, page, 0, column)
