"""What is drawn on a PDF page and says something: the rules of tables, and bullets that are discs, not letters."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rulebook.importing.pdf.lines import Word

THIN = 2.0  # points: a drawing that is no wider is a rule
DISC = (1.5, 8.0)  # points across: a bullet
MOST = 20_000  # drawings of a page that are looked at


@dataclass(slots=True)
class Drawn:
    """The upright rules of a page as (place, top, bottom), the level ones as (height, left, right), and its bullets as
    (left, right, height of the middle); points from the left and from the top."""

    uprights: list[tuple[float, float, float]] = field(default_factory=list)
    levels: list[tuple[float, float, float]] = field(default_factory=list)
    discs: list[tuple[float, float, float]] = field(default_factory=list)


def drawn_on(page: Any) -> Drawn:
    """What is drawn on a page of pypdfium2."""
    import pypdfium2.raw as pdfium

    found = Drawn()
    height = page.get_height()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for place in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST)):
        one = pdfium.FPDFPage_GetObject(page.raw, place)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            continue
        across, high = right.value - left.value, top.value - bottom.value
        upper, lower = height - top.value, height - bottom.value
        if across <= THIN < high:
            found.uprights.append(((left.value + right.value) / 2, upper, lower))
        elif high <= THIN < across:
            found.levels.append(((upper + lower) / 2, left.value, right.value))
        elif DISC[0] <= across <= DISC[1] and abs(across - high) < 0.35 * across:
            found.discs.append((left.value, right.value, (upper + lower) / 2))
        elif across > 30 and 8 < high < 0.8 * height:  # a frame
            found.uprights += [(left.value, upper, lower), (right.value, upper, lower)]
            found.levels += [(upper, left.value, right.value), (lower, left.value, right.value)]
    return found


def with_bullets(words: list[Word], drawn: Drawn) -> list[Word]:
    """The words, with a bullet before each that has a disc beside it."""
    if not drawn.discs or not words:
        return words
    bullets = []
    for left, right, middle in drawn.discs:
        beside = [
            word
            for word in words
            if 0 < word.left - right < 3 * word.size and word.base - word.size < middle < word.base + 0.1 * word.size
        ]
        over = any(
            word.left < right
            and word.right > left
            and word.base - 0.8 * word.size < middle < word.base + 0.2 * word.size
            for word in words
        )
        if beside and not over:
            word = min(beside, key=lambda one: one.left)
            bullets.append(Word("•", left, right, word.base, word.size, False))
    return [*words, *bullets]


def walls(drawn: Drawn, base: float, size: float) -> list[float]:
    """Where the cells of a line are parted by upright rules, those at both ends included."""
    middle = base - 0.3 * size
    met = sorted(place for place, top, bottom in drawn.uprights if top - 1 <= middle <= bottom + 1)
    found: list[float] = []
    for place in met:
        if not found or place - found[-1] > 4:
            found.append(place)
    return found


def ruled_between(drawn: Drawn, upper: float, lower: float, walls_of: Sequence[float]) -> bool:
    """Whether a level rule runs between two lines of a table."""
    return any(
        upper - 1 < height < lower and left < walls_of[1] and right > walls_of[0]
        for height, left, right in drawn.levels
    )
