"""Letters that were set wide apart, as in some headings, make words again.

They are single letters in a row, with gaps of one width between them and no space, or none but where words end.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise
from statistics import median

from rulebook.importing.pdf.lines import Word

LEAST = 3  # gaps between letters
WIDER = 1.5  # times the usual gap: that between two words, where no space says where they end


def with_spaced_letters(words: Sequence[Word], loose: Set[int]) -> list[Word]:
    """The same words. `loose` are those that only a gap parts from the one before, by their place."""
    found: list[Word] = []
    place = 0
    while place < len(words):
        end = place + 1
        while end < len(words) and _single(words[place]) and _beside(words[end - 1], words[end]):
            end += 1
        joints = [here for here in range(place + 1, end) if here in loose]
        if len(joints) >= LEAST:
            found += _joined(words[place:end], {here - place for here in joints})
        else:
            found += words[place:end]
        place = end
    return found


def _beside(before: Word, word: Word) -> bool:
    """Whether a short word follows another on the same line, in the same type."""
    return (
        _single(word)
        and abs(word.base - before.base) < 0.5
        and abs(word.size - before.size) < 0.3
        and 0 < word.left - before.right < 3 * word.size
    )


def _single(word: Word) -> bool:
    """Whether a word may be a letter that stands apart, with a stop, or as a ligature."""
    text = word.text
    return len(text) == 1 or (len(text) == 2 and not text[1].isalnum()) or text in ("ff", "fi", "fl", "ffi", "ffl")


def _joined(row: Sequence[Word], loose: Set[int]) -> list[Word]:
    gaps = [after.left - before.right for before, after in pairwise(row)]
    usual = median(gap for place, gap in enumerate(gaps, 1) if place in loose)
    joints = {place for place in loose if gaps[place - 1] < WIDER * usual}
    if len(joints) == len(gaps) and not any(word.text.islower() for word in row):
        return list(row)  # "A B C D" is no word
    found = [row[0]]
    for place, word in enumerate(row[1:], 1):
        if place in joints:
            last = found[-1]
            found[-1] = replace(last, text=last.text + word.text, right=word.right, parted=0)
        else:
            found.append(word)
    return found
