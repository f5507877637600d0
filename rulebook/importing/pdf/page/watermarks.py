"""Watermarks of a PDF: large words that lie over the lines of a page ("DRAFT"), and belong to none of them.

Words of the rules never lie over one another. Where a page has too few of them to tell, it is told by the other pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from rulebook.importing.pdf.page.lines import Word

LARGER = 2.0  # times the size of most words
OVER = 3  # words that it lies over, at least
SAME = 3.0  # points: it stands at the same place on another page


def watermarks(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each page that are its watermark."""
    large = [_large(words) for words in pages]
    known = [
        word
        for words, candidates in zip(pages, large, strict=True)
        for word in candidates
        if sum(_lies_over(word, other) for other in words) >= OVER
    ]
    found = [[word for word in words if any(_the_same(word, other) for other in known)] for words in large]
    return [
        [word for word in words if any(abs(word.base - one.base) < 1 and word.size == one.size for one in sure)]
        for words, sure in zip(large, found, strict=True)
    ]


def _large(words: Sequence[Word]) -> list[Word]:
    sizes = sorted(word.size for word in words)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [word for word in words if word.size >= LARGER * usual]


def _lies_over(word: Word, other: Word) -> bool:
    """Whether the middle of another, smaller word is inside the letters of this one."""
    across, height = (other.left + other.right) / 2, other.base - 0.3 * other.size
    return (
        other.size < word.size / LARGER + 0.1
        and word.left < across < word.right
        and word.base - 0.75 * word.size < height < word.base
    )


def _the_same(word: Word, other: Word) -> bool:
    return (
        word.text == other.text
        and abs(word.size - other.size) < 0.5
        and abs(word.left - other.left) < SAME
        and abs(word.base - other.base) < SAME
    )
