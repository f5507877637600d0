"""Which paragraphs of a provision became which, and which rows of a table, where the provision is in both books.

Pairs ascend on both sides. Two paragraphs are a pair only if they are set in the same way, so that they can be one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from rulebook.printed.lines import Line, flush, indentation, own_lines, unmarked
from rulebook.provision import Path, Rulebook
from rulebook.wording import likeness, words_of

ALIKE = 0.35  # paragraphs with less in common are shown as one taken out and another put in
MOST = 10_000  # pairs that are tried in one provision; beyond that only equal paragraphs are found

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Owned:
    """A line, the provision that it belongs to, and whether it is of its tail."""

    path: Path
    tail: bool
    line: Line


def owned_lines(rulebook: Rulebook) -> list[Owned]:
    """All lines of a book in their order."""
    words = unmarked(rulebook)

    def under(path: Path) -> Iterator[Owned]:
        if path:
            yield from (Owned(path, False, line) for line in own_lines(rulebook, path, words))
        for place in range(len(rulebook.children(path))):
            yield from under((*path, place))
        if path:
            yield from (Owned(path, True, line) for line in flush(words(path, "tail"), indentation(rulebook, path)))

    return list(under(()))


def paired(old: Sequence[Line], new: Sequence[Line]) -> list[Pair]:
    """Which of the lines of a provision became which, by their places."""
    return _aligned(old, new, _alike)


def _alike(old: Line, new: Line) -> float:
    """How much two lines are alike, from 0; those that hold a provision's label or heading always are."""
    if _set(old) != _set(new):
        return 0
    if old.label or old.kind in ("heading", "subheading"):
        return 2
    share = 1.0 if old.text == new.text else likeness(words_of(old.text), words_of(new.text))
    return share if share >= ALIKE else 0


def _set(line: Line) -> Hashable:
    """What makes a paragraph look as it does, but for its words."""
    return line.kind, line.depth, line.level, bool(line.label), len(line.rows[0]) if line.rows else 0


def paired_rows(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[Pair]:
    """Which of the rows of a table became which."""

    def alike(before: Sequence[str], after: Sequence[str]) -> float:
        share = likeness(words_of(" ".join(before)), words_of(" ".join(after)))
        same = sum(cell == other for cell, other in zip(before, after, strict=True)) / max(1, len(before))
        return found if (found := max(share, same)) >= ALIKE else 0

    return _aligned(old, new, alike)


def _aligned(old: Sequence[Any], new: Sequence[Any], alike: Callable[[Any, Any], float]) -> list[Pair]:
    """Ascending pairs that are alike the most when taken together."""
    start, stop_a, stop_b = 0, len(old), len(new)
    while start < min(stop_a, stop_b) and old[start] == new[start]:
        start += 1
    while stop_a > start and stop_b > start and old[stop_a - 1] == new[stop_b - 1]:
        stop_a, stop_b = stop_a - 1, stop_b - 1
    found = [(n, n) for n in range(start)]
    a, b = old[start:stop_a], new[start:stop_b]
    within = _equal(a, b) if len(a) * len(b) > MOST else _heaviest(a, b, alike)
    found += [(start + i, start + j) for i, j in within]
    return found + [(stop_a + n, stop_b + n) for n in range(len(old) - stop_a)]


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(i + n, j + n) for i, j, size in blocks for n in range(size)]


def _heaviest(old: Sequence[Any], new: Sequence[Any], alike: Callable[[Any, Any], float]) -> list[Pair]:
    weights = [[alike(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # of what is left of both from here on
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            both = weights[i][j] + best[i + 1][j + 1] if weights[i][j] else 0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
