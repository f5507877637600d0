"""The contents of a book, where they stand among its paragraphs: they are no part of the rules, and check them.

Contents are headings in a row, or nearly so, that come again later as headings with words under them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from grammar.places import SENTENCE
from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Document, Entry, LeftOut, Paragraph
from rulebook.importing.outline.headings import heading
from rulebook.numbering import BULLETS

LEAST = 3  # headings in a row that make a page of contents
_TITLE = re.compile(r"(?:table of )?contents(?: page)?|index", re.IGNORECASE)
_LONGEST_LINE = 400  # signs; more is a paragraph, of which only the end matters
_LEADERS = re.compile(r"(?:[.·…_]\s*){5,}(?:[\u2060\s]*(?:\d{1,3}|[ivxl]{1,6}))?\s*$")
_PAGE = re.compile(r"(?P<words>.*?)(?:\s*\.(?:\s?\.)+\s*|\s*…+\s*|\s+)(?P<page>\d{1,3}|[ivxl]{1,6})")


def without_contents(document: Document) -> Document:
    """The document with its contents, where there are any, made entries and left out."""
    paragraphs = document.paragraphs
    found = _stretch(paragraphs)
    if found is None:
        return document
    start, end = found
    entries = [_entry(one) for one in paragraphs[start:end]]
    out = [
        LeftOut("contents page", f"{one.label} {one.text}".strip(), one.page, one.line) for one in paragraphs[start:end]
    ]
    return replace(
        document,
        paragraphs=(*paragraphs[:start], *paragraphs[end:]),
        contents=(*document.contents, *(entry for entry in entries if not _TITLE.fullmatch(entry.text))),
        left_out=(*document.left_out, *out),
    )


def has_leaders(words: str) -> bool:
    """Whether a line ends in dots that lead to a number: it is a line of a contents page."""
    return bool(_LEADERS.search(words[-_LONGEST_LINE:]))


def _entry(one: Paragraph) -> Entry:
    mark = "" if one.label in BULLETS else one.label
    words = f"{mark} {one.text}".replace("\u2060", "").strip()
    match = _PAGE.fullmatch(words) if len(words) <= _LONGEST_LINE else None
    return Entry(match["words"], match["page"]) if match else Entry(words)


def _stretch(paragraphs: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Where the contents begin and end, the end left out."""
    leading = [place for place, one in enumerate(paragraphs) if has_leaders(one.text)]
    leading = [place for place in leading if place - leading[0] <= 4 * len(leading) + 8]
    if len(leading) >= LEAST and _lead_to_pages(paragraphs, leading):
        start = leading[0]
        while start and (heading(paragraphs[start - 1]) or _TITLE.fullmatch(paragraphs[start - 1].text)):
            start -= 1
        return start, leading[-1] + 1
    for place, one in enumerate(paragraphs):
        if _TITLE.fullmatch(one.text) and not one.label:
            end = _run(paragraphs, place + 1)
            if end - place > 1:
                return place, end
        elif heading(one):
            end = _run(paragraphs, place)
            if end - place >= LEAST and _comes_again(paragraphs, place, end):
                return place, end
            return None  # the first heading is that of a chapter
    return None


def _lead_to_pages(paragraphs: Sequence[Paragraph], leading: Sequence[int]) -> bool:
    """Whether lines with leaders are those of contents: most lead to a page, or name what comes again. Dots may also be
    a line across the page, or a blank to be filled in."""
    after = {_folded(one.text) for one in paragraphs[leading[-1] + 1 :]}
    names = [_PAGE.fullmatch(paragraphs[place].text[-_LONGEST_LINE:]) for place in leading]
    pages = sum(bool(name and re.search(r"\w", name["words"])) for name in names)
    named = [_folded(_LEADERS.sub("", paragraphs[place].text)) for place in leading]
    return 2 * max(pages, sum(bool(words) and words in after for words in named)) >= len(leading)


def _folded(words: str) -> str:
    label = typed(words)
    return " ".join((label[1] if label else words).split()).strip(" .:").lower()


def _run(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The end of the headings in a row that begin here: up to the second coming of the first of them."""
    first = ""
    end = start
    for place in range(start, len(paragraphs)):
        one = paragraphs[place]
        if one.text.endswith(".") and SENTENCE.search(one.text):  # contents name rules, and are none
            return end if first else start
        said = heading(replace(one, text=_entry(one).text, label="", depth=None, settled=False)) if one.text else None
        if said:
            name = f"{said.word} {said.label}"
            if first and name == first:
                return place
            first = first or name
            end = place + 1
        elif place - end > 2 or len(one.text) > 110 or (one.label or typed(one.text)):
            return end if first else start
    return end if first else start


def _comes_again(paragraphs: Sequence[Paragraph], start: int, end: int) -> bool:
    later = {(said.word, said.label) for one in paragraphs[end:] if (said := heading(one))}
    here = [(said.word, said.label) for one in paragraphs[start:end] if (said := heading(one))]
    return bool(here) and sum(name in later for name in here) * 4 >= len(here) * 3
