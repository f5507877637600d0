"""The numbers of lines that stand beside the text of a PDF: every line has one, or each fifth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rulebook.importing.pdf.page.lines import Line, Word

EACH = (1, 2, 5, 10)
SMALLER = 0.9  # of the size of most words
NEAR = 2.0  # points: numbers that stand in one row down the page
APART = 0.5  # ems between a number and the words beside it
FEW = 3  # numbers in such a row, at least


def beside_columns(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Of each page the numbers in small type that count lines, in a row down the page: also between two columns."""
    rows = [_rows(words) for words in pages]
    known = {
        side
        for words, here in zip(pages, rows, strict=True)
        for side, row in here.items()
        if len(row) >= FEW and _counts(row) and all(_stands_apart(word, words) for word in row)
    }
    found: list[list[Word]] = []
    for words, here in zip(pages, rows, strict=True):
        out: dict[int, Word] = {}
        for side, row in here.items():  # a page of few lines has one number, or two
            beside = known & {side - 1, side, side + 1}
            if beside and (len(row) < 2 or _counts(row)) and all(_stands_apart(word, words) for word in row):
                out |= {id(word): word for word in row}
        found.append(list(out.values()))
    return found


def _rows(words: Sequence[Word]) -> dict[int, list[Word]]:
    """The small numbers of a page that end, or begin, at one place, from the top."""
    rows: dict[int, list[Word]] = defaultdict(list)
    usual = median(word.size for word in words) if words else 0.0
    for word in sorted(words, key=lambda one: one.base):
        if word.text.isdecimal() and word.size < SMALLER * usual and not word.raised:
            for side in (round(word.right / NEAR), -1000 - round(word.left / NEAR)):
                rows[side].append(word)
    return rows


def _counts(row: Sequence[Word]) -> bool:
    """Whether numbers down a page count something: all by the same step."""
    values = [int(word.text) for word in row]
    steps = {after - before for before, after in pairwise(values)}
    return any(steps == {each} and values[0] % each == 0 for each in EACH)


def _stands_apart(word: Word, words: Sequence[Word]) -> bool:
    """Whether a number has room on both sides, and stands beside a line of larger type: in a table it is as large."""
    level = [one for one in words if one is not word and abs(one.base - word.base) < 0.3 * one.size]
    room = APART * word.size
    close = any(one.left - room < word.right and word.left < one.right + room for one in level)
    nearest = min(level, key=lambda one: max(one.left - word.right, word.left - one.right), default=None)
    return nearest is not None and not close and word.size < SMALLER * nearest.size


def numbers_at(lines: Sequence[Line], side: int) -> list[int | None]:
    """The number in the margin at that side of each line (0 the left one, -1 the right one), if there is one."""
    others = [word for line in lines for word in line.words if not word.text.isdigit()]
    if not others:
        return [None] * len(lines)
    edge = min(word.left for word in others) if side == 0 else max(word.right for word in others)
    numbers: list[int | None] = []
    for line in lines:
        word = line.words[side]
        outside = word.right < edge - 1 if side == 0 else word.left > edge + 1
        if len(line.words) > 1:  # the last word of a line may be a number, too
            gap = line.words[1].left - word.right if side == 0 else word.left - line.words[-2].right
            outside = outside and gap > APART * line.size
        known = outside and word.text.isascii() and word.text.isdigit() and len(word.text) < 5
        numbers.append(int(word.text) if known else None)
    return numbers


def line_numbers(numbers: Sequence[int | None]) -> set[int]:
    """Which of the numbers at the edge of a page's lines count the lines: every one of them, or each fifth.

    One value for each line, None where the line has no number; the result is places in that list.
    """
    met = [(place, value) for place, value in enumerate(numbers) if value is not None]
    if len(met) < 2:
        return set()
    for each in EACH:
        fit = [(place, value) for place, value in met if value % each == 0]
        steps = [(later[1] - sooner[1], later[0] - sooner[0]) for sooner, later in pairwise(fit)]
        good = sum(1 for counted, apart in steps if counted == each and each <= apart + 1 and apart <= each + 2)
        if (
            good >= max(1, 0.8 * len(steps))
            and len(fit) >= 0.8 * len(met)
            and (each > 1 or 2 * len(fit) > len(numbers))
        ):
            return {place for place, _ in fit}
    return set()
