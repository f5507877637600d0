"""Two wordings of one provision, compared word by word.

The pieces never lie: those kept and deleted make up the old wording, those kept and inserted the new one, to the last
character. White space goes with the word after it and is not compared for itself, but where it differs it is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, DELETED, INSERTED = "same", "deleted", "inserted"

_WORD = re.compile(r"\w+(?:[’'./\-]\w+)*%?|[^\w\s]")
_SPACE_AND_WORD = re.compile(rf"(\s*)({_WORD.pattern})")

# Beyond this many comparisons difflib takes longer than a reader waits; words that stand three together only once in
# either wording then divide the text first.
_MANY = 250_000

# Words that differ: from and to in the old wording, from and to in the new one.
_Run = tuple[int, int, int, int]

_Token = tuple[str, str]  # the white space before a word, and the word


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with its white space. `kind` is "same", "deleted" or "inserted"."""

    kind: str
    text: str


def words_of(text: str) -> list[str]:
    """The words and the marks of a text, without white space, as the comparison counts them."""
    return _WORD.findall(text)


def likeness(a: list[str], b: list[str]) -> float:
    """The share of words that two texts have in common in the same order, from 0 to 1; 0 where both are empty.

    This is rapidfuzz's `Indel.normalized_similarity`, by the same bit-parallel way (Hyyrö 2004): one number holds a
    whole row of the table. It is spelt out here because a few hundred texts take less time than that import.
    """
    if not a or not b:
        return 0.0
    places: dict[str, int] = {}
    for place, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << place
    every = row = (1 << len(a)) - 1
    for word in b:
        matches = row & places.get(word, 0)
        row = ((row + matches) | (row - matches)) & every
    return 2 * (len(a) - row.bit_count()) / (len(a) + len(b))


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """What was kept, taken out and put in, in reading order; words taken out stand before those put in there.

    No piece is empty and no two neighbours are of one kind. Two empty wordings have no pieces.
    """
    if old == new:
        return (Piece(SAME, old),) if old else ()
    if not old or not new:
        return (Piece(DELETED, old),) if old else (Piece(INSERTED, new),)
    before, after = _tokens(old), _tokens(new)
    a, b = [word for _, word in before], [word for _, word in after]
    runs = _without_islands(_slid(_runs(a, b), before, after), a)
    return tuple(_pieces(runs, before, after))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = _SPACE_AND_WORD.findall(text)
    ending = text[len(text.rstrip()) :]
    return [*tokens, (ending, "")]  # the same empty word ends both wordings, so that their last white space has a place


def _runs(a: list[str], b: list[str]) -> list[_Run]:
    start, stop_a, stop_b = 0, len(a), len(b)
    shorter = min(stop_a, stop_b)
    while start < shorter and a[start] == b[start]:
        start += 1
    while stop_a > start and stop_b > start and a[stop_a - 1] == b[stop_b - 1]:
        stop_a, stop_b = stop_a - 1, stop_b - 1
    if start in (stop_a, stop_b):
        return [(start, stop_a, start, stop_b)] if stop_a != stop_b else []
    found: list[_Run] = []
    for from_a, to_a, from_b, to_b in _divided(a, b, (start, stop_a, start, stop_b)):
        part_a, part_b = a[from_a:to_a], b[from_b:to_b]
        if len(part_a) * len(part_b) > 4 * _MANY:
            found.append((from_a, to_a, from_b, to_b))  # nothing in common to hold on to: all of it is replaced
            continue
        for tag, i, j, k, m in SequenceMatcher(None, part_a, part_b, autojunk=False).get_opcodes():
            if tag != "equal":
                found.append((from_a + i, from_a + j, from_b + k, from_b + m))
    return found


def _divided(a: list[str], b: list[str], run: _Run) -> Iterator[_Run]:
    """A long run cut at the three words that stand in it once on either side and in the same order; else itself."""
    from_a, to_a, from_b, to_b = run
    if (to_a - from_a) * (to_b - from_b) <= _MANY:
        yield run
        return
    in_a, in_b = _once(a, from_a, to_a), _once(b, from_b, to_b)
    shared = [(place, in_b[three]) for three, place in in_a.items() if three in in_b]
    for place_a, place_b in _ascending(shared):
        if place_a < from_a or place_b < from_b:
            continue
        if place_a > from_a or place_b > from_b:
            yield from_a, place_a, from_b, place_b
        from_a, from_b = place_a + 3, place_b + 3
    if from_a < to_a or from_b < to_b:
        yield from_a, to_a, from_b, to_b


def _once(words: list[str], start: int, stop: int) -> dict[tuple[str, str, str], int]:
    places: dict[tuple[str, str, str], int] = {}
    for place in range(start, stop - 2):
        three = words[place], words[place + 1], words[place + 2]
        places[three] = -1 if three in places else place
    return {three: place for three, place in places.items() if place >= 0}


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs, sorted by their first place, in which the second places ascend too."""
    ends: list[int] = []  # the lowest second place on which an ascent of each length ends
    last: list[int] = []  # and the pair that it belongs to
    before: list[int] = []
    for n, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [n]
        before.append(last[length - 1] if length else -1)
    chosen: list[tuple[int, int]] = []
    n = last[-1] if last else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = before[n]
    return chosen[::-1]


def _slid(runs: list[_Run], before: list[_Token], after: list[_Token]) -> Iterator[_Run]:
    """Pure insertions and deletions moved to where they read as a unit, when the words around them allow a choice.

    A row put into a table can be shown from its first stroke, or from its first word to the next row's first stroke.
    """
    free_a = free_b = 0
    for i, j, k, m in runs:
        back = best = 0
        if i == j or k == m:
            words, start, stop = (after, k, m) if i == j else (before, i, j)
            best_fit = _fit(words, start, stop)
            room = min(i - free_a, k - free_b)
            while back < room and words[start - back - 1][1] == words[stop - back - 1][1]:
                back += 1
                fit = _fit(words, start - back, stop - back)
                if fit > best_fit:
                    best, best_fit = back, fit
        free_a, free_b = j - best, m - best
        yield i - best, free_a, k - best, free_b


def _fit(words: list[_Token], start: int, stop: int) -> int:
    """How well a run is a unit: a line, a sentence or a limb of one beats what begins or ends in the middle."""
    space, first = words[start]
    lead = words[start - 1][1] if start else "."
    last = words[stop - 1][1]
    if "\n" in space and "\n" in words[min(stop, len(words) - 1)][0]:
        return 5
    if lead in (".", ";", ":") and last in (".", ";", ":"):
        return 4
    if first in (",", ";", "(") and last not in (",", ";", ".", ":"):
        return 3
    return 2 if lead == "," and last == "," else 1


def _without_islands(runs: Iterable[_Run], a: list[str]) -> list[_Run]:
    """Runs joined over a short word or a mark that was kept between them, where they read better as one."""
    joined: list[_Run] = []
    for run in runs:
        if joined and _reads_better_joined(joined[-1], run, a):
            joined[-1] = (joined[-1][0], run[1], joined[-1][2], run[3])
        elif run[0] != run[1] or run[2] != run[3]:
            joined.append(run)
    return joined


def _reads_better_joined(left: _Run, right: _Run, a: list[str]) -> bool:
    island = a[left[1] : right[0]]
    if not island:
        return True
    if len(island) > 1 or len(island[0]) > 3 or island[0] in (".", ";", ":"):
        return False
    both_replace = all(run[0] < run[1] and run[2] < run[3] for run in (left, right))
    deleted = left[1] - left[0] + right[1] - right[0]
    inserted = left[3] - left[2] + right[3] - right[2]
    return both_replace or (min(deleted, inserted) > 0 and deleted + inserted >= 8)


def _pieces(runs: list[_Run], before: list[_Token], after: list[_Token]) -> Iterator[Piece]:
    same: list[str] = []
    gone: list[str] = []
    put: list[str] = []

    def flushed() -> Iterator[Piece]:
        for kind, texts in ((DELETED, gone), (INSERTED, put)):
            if texts:
                yield Piece(kind, "".join(texts))
                texts.clear()

    i = k = 0
    for start_a, stop_a, start_b, stop_b in [*runs, (len(before), len(before), len(after), len(after))]:
        while i < start_a:
            (space, word), (new_space, _) = before[i], after[k]
            if space != new_space:  # belongs to what stands before the word, which is kept
                if same:
                    yield Piece(SAME, "".join(same))
                    same.clear()
                gone += [space] if space else []
                put += [new_space] if new_space else []
                space = ""
            if (space or word) and (gone or put):
                yield from flushed()
            if space or word:
                same.append(space + word)
            i, k = i + 1, k + 1
        if same and (start_a < stop_a or start_b < stop_b):
            yield Piece(SAME, "".join(same))
            same.clear()
        gone += [space + word for space, word in before[start_a:stop_a]]
        put += [space + word for space, word in after[start_b:stop_b]]
        i, k = stop_a, stop_b
    yield from flushed()
    if same:
        yield Piece(SAME, "".join(same))
