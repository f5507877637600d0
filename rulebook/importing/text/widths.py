"""How wide lines are, so that it can be told whether the next word would still have had room on one.

Text that was pasted has lost its typeface. Where the number of signs explains every break in the middle of a sentence,
it is the measure that the lines were broken by; else widths that are usual in print are. Of text that has no such
break, the measure is taken which makes the longest lines more alike.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence

_NARROW, _WIDE = frozenset("iljtfrI.,;:!|'’‘()[]“” -"), frozenset("mwMWABCDEFGHKNOPQRSUVXYZ%@&—£")
# Of a sign's usual width. In faces with and without serifs "i" and "t" have about half of it, capitals a third more.
_NARROW_WIDTH, _WIDE_WIDTH = 0.55, 1.35


def signs(text: str) -> float:
    """The width of text in a typeface whose signs are all as wide."""
    return float(len(text))


def printed(text: str) -> float:
    """The width of text in print, about."""
    return sum(_NARROW_WIDTH if one in _NARROW else _WIDE_WIDTH if one in _WIDE else 1.0 for one in text)


EXPLAINED = 40  # one break in so many may not be explained: a word that was put in by hand
SLACK = 0.12
"""The share of the room that a full line of print may leave. Paragraphs without a label are rare, and a line that
ends a sentence near the edge mostly goes on."""


class Widths:
    """The widths that lines had room for. Lines come with what they have in common: lines of one kind stand equally
    far in from the margin."""

    def __init__(self, lines: Sequence[tuple[str, str]], broken: Sequence[tuple[str, str]]) -> None:
        """`broken` are lines in the middle of a sentence, each with the word that had no room on it."""
        texts = [text for _, text in lines]
        most = _most([signs(text) for text in texts])
        fitting = sum(signs(f"{line} {word}") <= most for line, word in broken)
        if broken:
            self.measure = signs if fitting * EXPLAINED <= len(broken) else printed
        else:
            self.measure = min((signs, printed), key=lambda measure: _unevenness([measure(text) for text in texts]))
        self.slack = 0.0 if self.measure is signs else SLACK
        by_kind: dict[str, list[float]] = {}
        for kind, text in lines:
            by_kind.setdefault(kind, []).append(self.measure(text))
        everywhere = _most([width for widths in by_kind.values() for width in widths])
        self.room = {kind: _room(widths, everywhere) for kind, widths in by_kind.items()}
        self.everywhere = everywhere
        self.alike = sum(self.measure(text) > 0.8 * everywhere for text in texts) > 1

    def is_full(self, kind: str, line: str, under: str, slack: float = 0.0) -> bool:
        """Whether the first word of the line under it had no room left on a line. `slack` is a share of the room."""
        room = self.room.get(kind, self.everywhere)
        word = under.split(" ", 1)[0]
        return self.measure(f"{line} {word}") > room * (1 - self.slack - slack)


def _room(widths: list[float], everywhere: float) -> float:
    """The room that lines of one kind had, where enough of them fill it; else that of all lines."""
    most = _most(widths)
    return most if sum(width > 0.93 * most for width in widths) >= 4 and most > 0.55 * everywhere else everywhere


def _most(widths: list[float]) -> float:
    """The room there was: the greatest width, or where a few lines stand out, that of the rest."""
    ordered = sorted(widths)
    if not ordered:
        return 0.0
    return ordered[max(0, len(ordered) - 1 - len(ordered) // 33)]


def _unevenness(widths: list[float]) -> float:
    ordered = sorted(widths)
    long = ordered[len(ordered) // 2 :]
    if len(long) < 2 or not statistics.mean(long):
        return 0.0
    return statistics.stdev(long) / statistics.mean(long)
