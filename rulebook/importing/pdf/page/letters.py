"""Letters that were set wide apart, as in some headings, make words again.

They are single letters in a row, with gaps of one width between them and no space, or none but where words end.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from statistics import median

from rulebook.importing.pdf.page.lines import Word

LEAST = 3  # gaps between letters
ALIKE = 0.3  # of the usual gap between spaced letters
WIDER = 1.5  # times the usual gap: that between two words, where no space says where they end


def with_spaced_letters(words: Sequence[Word], loose: Set[int]) -> list[Word]:
    """The same words. `loose` are those that only a gap parts from the one before, by their place."""
    joints: set[int] = set()  # places of words that go on with the word before
    usual: dict[tuple[float, bool], float] = {}
    place = 0
    while place < len(words):
        end = place + 1
        while end < len(words) and _single(words[place]) and _beside(words[end - 1], words[end]):
            end += 1
        within = [here for here in range(place + 1, end) if here in loose]
        if len(within) >= LEAST and (found := _joints(words, place, end, within)):
            joints |= found
            usual[words[place].size, words[place].bold] = median(_gap(words, here) for here in found)
        place = end
    for place in sorted(loose - joints) if usual else ():  # a short end of a heading, or letters that nearly touch
        gap = usual.get((words[place].size, words[place].bold)) if 0 < place < len(words) else None
        if gap is not None and abs(words[place].base - words[place - 1].base) < 0.5:
            joints |= {place} if abs(_gap(words, place) - gap) < ALIKE * gap else set()
    found_words: list[Word] = []
    for place, word in enumerate(words):
        if place in joints:
            last = found_words[-1]
            found_words[-1] = replace(last, text=last.text + word.text, right=word.right, parted=0)
        else:
            found_words.append(word)
    return found_words


def _gap(words: Sequence[Word], place: int) -> float:
    return words[place].left - words[place - 1].right


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


def _joints(words: Sequence[Word], start: int, end: int, loose: Sequence[int]) -> set[int]:
    """Which of a row of letters go on with the one before; none where they are no word ("A B C D")."""
    usual = median(_gap(words, place) for place in loose)
    found = {place for place in loose if _gap(words, place) < WIDER * usual}
    if len(found) == end - start - 1 and not any(word.text.islower() for word in words[start:end]):
        return set()
    return found
