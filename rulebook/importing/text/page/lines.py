"""A line of text as it is handed on, from the pages to the paragraphs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: its words, how many spaces stand before them, its page and its number, from 1.

    `inner` is how many signs stand before its second word: before the words, where the first is a label. `above` is
    "break" where a page or a column begins. `notes` are the footnotes that it calls.
    `cells` are its words where wide gaps part them, with the place where each begins. `level` is a heading's, from 1,
    where the text marks it as one.
    """

    text: str
    indent: int
    page: str
    number: int
    blank: bool = False
    inner: int = 0
    above: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[tuple[int, str], ...] = ()
    level: int = 0
