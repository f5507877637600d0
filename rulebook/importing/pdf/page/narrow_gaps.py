"""Words that a PDF without spaces sets closer together than a space usually is wide.

How wide a space is, a line says itself: its gaps are of two sorts, those between letters and those between words. Where
a line has few gaps, the other lines of the page say it. A page that has characters for its spaces needs none of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from rulebook.importing.pdf.page.lines import Word

LEAST = 0.08  # ems: no narrower gap is a space
WIDEST = 0.6  # ems: a wider gap is no usual space, but one after a label, or between columns
SHARE = 0.55  # of the usual gap between the words of a line
ENOUGH = 4  # gaps that say what is usual in a line
SHORTEST = 2.0  # letters a word, on an average: fewer are a heading whose letters were set apart

Gap = tuple[int, float, float]
"""How many letters of a word stand before a gap in it, where they end, and where the next one begins."""


def with_narrow_gaps(
    words: Sequence[Word], gaps: Mapping[int, Sequence[Gap]], loose: set[int]
) -> tuple[list[Word], set[int]]:
    """The words, parted at the gaps in them that are spaces in their line; and `loose`, the places of the words that
    only a gap parts from the one before. `gaps` are those in a word, by its place."""
    rows: dict[tuple[float, float], list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        rows[round(word.base), word.size].append(place)
    everywhere: dict[float, list[float]] = defaultdict(list)
    in_row = {key: _gaps_in(words, places, gaps) for key, places in rows.items()}
    for (_, size), met in in_row.items():
        everywhere[size] += met
    cuts: dict[int, list[Gap]] = {}
    for (base, size), places in rows.items():
        met = in_row[base, size]
        usual = median(met if len(met) >= ENOUGH else everywhere[size]) if everywhere[size] else 0.0
        least = max(SHARE * usual, LEAST * size)
        found = {place: here for place in places if (here := [gap for gap in gaps.get(place, ()) if _wide(gap, least)])}
        letters = sum(len(words[place].text) for place in found)
        if letters >= SHORTEST * sum(len(here) + 1 for here in found.values()):
            cuts |= found
    parted: list[Word] = []
    still: set[int] = set()
    for place, word in enumerate(words):
        if place in loose:
            still.add(len(parted))
        for part, piece in enumerate(_parts(word, cuts.get(place, ()))):
            if part:
                still.add(len(parted))
            parted.append(piece)
    return parted, still


def _gaps_in(words: Sequence[Word], places: Sequence[int], gaps: Mapping[int, Sequence[Gap]]) -> list[float]:
    """The gaps of a line that may be spaces, in points: those in its words, and those between them."""
    size = words[places[0]].size
    between = [words[after].left - words[before].right for before, after in pairwise(places)]
    within = [start - end for place in places for _, end, start in gaps.get(place, ())]
    return [gap for gap in (*between, *within) if LEAST * size < gap < WIDEST * size]


def _wide(gap: Gap, least: float) -> bool:
    return gap[2] - gap[1] >= least


def _parts(word: Word, cuts: Sequence[Gap]) -> list[Word]:
    """A word, parted at some of the gaps in it."""
    if not cuts:
        return [word]
    found = []
    start, left, glued = 0, word.left, word.glued
    for end, right, following in cuts:
        parted = word.parted - start if start < word.parted < end else 0
        found.append(replace(word, text=word.text[start:end], left=left, right=right, glued=glued, parted=parted))
        start, left, glued = end, following, False
    parted = word.parted - start if word.parted > start else 0
    found.append(replace(word, text=word.text[start:], left=left, glued=glued, parted=parted))
    return found
