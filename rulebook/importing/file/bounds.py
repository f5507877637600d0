"""How large a rulebook may be: what is larger is refused at once, in words, and not read for minutes.

Every bound is well above what rulebooks have that were met, and is said where it is reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rulebook.source import Unreadable

MOST = 10_000  # paragraphs; the longest rulebooks met have about 5,000
MOST_MARKED = 50_000  # elements that may be paragraphs, before it is known which are cells of tables
MOST_LINES = 30_000  # of a text; a hundred printed pages have about 5,000
LARGEST_PAGE = 20_000_000  # bytes of a web page, pictures in it and all: the process is to stay under 300 million
LARGEST_TEXT = 10_000_000  # characters of a text; sixty thousand words are fewer than half a million
LONGEST = 500_000  # characters of one line or paragraph; more than most whole rulebooks have


def check_number(number: int, name: str, most: int = MOST) -> None:
    """Raises `Unreadable` where a file has more paragraphs than are read."""
    if number > most:
        raise Unreadable(
            f"{name} has {number:,} paragraphs, and {most:,} are the most that are read as one rulebook",
            "see that it is the right file, or import it in parts",
        )


def check_marked(elements: Iterable[Any], name: str) -> None:
    """The same for the elements of a file that may be paragraphs, before they are read."""
    check_number(sum(1 for one in elements if len(one) or one.text), name, MOST_MARKED)


def check_paragraph(text: str, name: str, where: str) -> None:
    """Raises `Unreadable` where a paragraph is longer than any provision; `where` is its place, as "paragraph 5"."""
    if len(text) > LONGEST:
        raise Unreadable(
            f"{name} has a paragraph of {len(text):,} characters ({where}), and {LONGEST:,} are the most",
            "see that it is the right file, and that every provision begins a paragraph of its own",
        )


def check_page(data: bytes, name: str) -> None:
    """Raises `Unreadable` where a web page is larger than can be read in the memory there is."""
    if len(data) > LARGEST_PAGE:
        raise Unreadable(
            f"{name} is too large: a web page of more than {LARGEST_PAGE // 1_000_000} million bytes",
            "save the page without its pictures, or only its rules as a page of their own",
        )


def check_lines(text: str, name: str) -> None:
    """Raises `Unreadable` where a text is longer, or has more lines, or a longer one, than a rulebook."""
    if len(text) > LARGEST_TEXT:
        raise Unreadable(
            f"{name} has more than {LARGEST_TEXT // 1_000_000} million characters, and that is the most of a text",
            "see that it is the right file, or import it in parts",
        )
    if text.count("\n") > MOST_LINES:
        raise Unreadable(
            f"{name} has more than {MOST_LINES:,} lines, and that is the most",
            "see that it is the right file, or import it in parts",
        )
    longest = max(map(len, text.split("\n"))) if len(text) > LONGEST else 0
    if longest > LONGEST:
        raise Unreadable(
            f"{name} has a line of {longest:,} characters, and {LONGEST:,} are the most",
            "see that it is the right file, and that every provision begins a line of its own",
        )
