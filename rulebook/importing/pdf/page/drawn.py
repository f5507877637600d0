"""What is drawn on a PDF page and says something: the rules of tables, and bullets that are discs, not letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rulebook.importing.pdf.page.lines import Word

THIN = 2.0  # points: a drawing that is no wider is a rule
DISC = (1.5, 8.0)  # points across: a bullet
DEEPEST = 3  # forms in forms
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
    for one, matrix in _paths(pdfium, page.raw):
        if not pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            continue
        start, low = _moved(matrix, left.value, bottom.value)
        end, high = _moved(matrix, right.value, top.value)
        across, deep = abs(end - start), abs(high - low)
        start, end, upper, lower = min(start, end), max(start, end), height - max(low, high), height - min(low, high)
        if across <= THIN < deep:
            found.uprights.append(((start + end) / 2, upper, lower))
        elif deep <= THIN < across:
            found.levels.append(((upper + lower) / 2, start, end))
        elif DISC[0] <= across <= DISC[1] and abs(across - deep) < 0.35 * across:
            found.discs.append((start, end, (upper + lower) / 2))
        elif across > 30 and 8 < deep < 0.8 * height:  # a frame
            found.uprights += [(start, upper, lower), (end, upper, lower)]
            found.levels += [(upper, start, end), (lower, start, end)]
    return found


Matrix = tuple[float, float, float, float]
"""How a form lies on its page: scaled across and up, and moved across and up. A form that is turned is passed over."""


def _paths(pdfium: Any, page: Any) -> Iterator[tuple[Any, Matrix]]:
    """The paths on a page, those inside forms too, with how they lie on it."""
    waiting: list[tuple[Any, Matrix, int]] = [
        (pdfium.FPDFPage_GetObject(page, place), (1.0, 1.0, 0.0, 0.0), 0)
        for place in range(min(pdfium.FPDFPage_CountObjects(page), MOST))
    ]
    left = MOST
    own = pdfium.FS_MATRIX()
    while waiting and left:
        one, matrix, depth = waiting.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield one, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST and pdfium.FPDFPageObj_GetMatrix(one, own):
            if abs(own.b) > 0.01 or abs(own.c) > 0.01:
                continue
            across, up = _moved(matrix, own.e, own.f)
            inner = (matrix[0] * own.a, matrix[1] * own.d, across, up)
            for place in range(min(pdfium.FPDFFormObj_CountObjects(one), left)):
                waiting.append((pdfium.FPDFFormObj_GetObject(one, place), inner, depth + 1))


def _moved(matrix: Matrix, across: float, up: float) -> tuple[float, float]:
    return matrix[0] * across + matrix[2], matrix[1] * up + matrix[3]


def with_bullets(words: list[Word], drawn: Drawn) -> list[Word]:
    """The words, with a bullet before each that has a disc beside it."""
    if not drawn.discs or not words:
        return words
    bullets = []
    usual = sorted(word.size for word in words)[len(words) // 2]
    words_of_lines = [word for word in words if not word.turned and word.size < 2 * usual]  # and of no watermark
    for left, right, middle in drawn.discs:
        beside = [
            word
            for word in words_of_lines
            if 0 < word.left - right < 3 * word.size and word.base - word.size < middle < word.base + 0.1 * word.size
        ]
        over = any(
            word.left < right
            and word.right > left
            and word.base - 0.8 * word.size < middle < word.base + 0.2 * word.size
            for word in words_of_lines
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
