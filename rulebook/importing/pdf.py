"""PDFs: the words of each page by where they stand, as lines in reading order.

Running heads, page numbers and margin line numbers are left out by their places; what is left is put together to
paragraphs as any lines are, with the room that each had on its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from rulebook.importing import text_pages
from rulebook.importing.joining import COLUMN, joined_lines
from rulebook.importing.labels import typed
from rulebook.importing.paragraphs import Document, LeftOut
from rulebook.importing.pdf_columns import edges, gutters, in_order
from rulebook.importing.pdf_lines import Line, Word, words_of
from rulebook.source import Unreadable

MOST_PAGES = 2_000  # the longest rulebooks met have fewer than 200
APART = 1.35  # times the usual distance of two lines: more parts paragraphs
HANGING = 0.55  # ems between a label and its words that are more than a space
_SCANNED = (
    "it has to go through text recognition (OCR) first: many scanners and PDF programs do this, often under “make "
    "searchable”; then import what they save"
)


def read_pdf(data: bytes, name: str, *, say: Callable[[int, int], None] | None = None) -> Document:
    """The paragraphs of a PDF. `say` is told the pages done and the pages in all. Raises `Unreadable`."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise Unreadable(
                f"{name} is protected by a password", "open it with the password and save it without one"
            ) from None
        raise Unreadable(
            f"{name} is damaged, or not a whole PDF: it cannot be opened", "fetch or save it again, and see that it opens"
        ) from None
    try:
        properties = file.get_metadata_dict()
        pages, turned = _pages(file, name, say)
    finally:
        file.close()
    if not any(pages):
        raise Unreadable(f"{name} has no text: its pages are pictures", _SCANNED)
    document = _read(pages)
    empty = [str(number) for number, words in enumerate(pages, 1) if not words]
    left_out = [*document.left_out, *turned]
    if empty:
        left_out.append(LeftOut("page without text", "", empty[0], 0))
    return replace(document, left_out=tuple(left_out), title=str(properties.get("Title") or ""))


def _pages(file: Any, name: str, say: Callable[[int, int], None] | None) -> tuple[list[list[Word]], list[LeftOut]]:
    import pypdfium2

    if len(file) > MOST_PAGES:
        raise Unreadable(f"{name} has {len(file):,} pages, and {MOST_PAGES:,} are the most", "give the rules by themselves")
    found: list[list[Word]] = []
    turned: list[LeftOut] = []
    for number in range(len(file)):
        try:
            page = file[number]
            words = words_of(page)
            page.close()
        except pypdfium2.PdfiumError:
            raise Unreadable(f"page {number + 1} of {name} is damaged", "fetch or save the file again") from None
        sideways = [word for word in words if word.turned]
        if sideways:
            turned.append(LeftOut("words set sideways", " ".join(word.text for word in sideways), str(number + 1)))
        found.append([word for word in words if not word.turned])
        if say is not None:
            say(number + 1, len(file))
    return found, turned


def _read(pages: Sequence[list[Word]]) -> Document:
    left_out: list[LeftOut] = []
    pages = [_without_line_numbers(words, number, left_out) for number, words in enumerate(pages, 1)]
    printed = [in_order(words, gutter, place) for place, (words, gutter) in enumerate(zip(pages, gutters(pages), strict=True))]
    numbered: list[list[tuple[int, str]]] = []
    count = 0
    for page in printed:
        numbered.append([(count := count + 1, line.text()) for line in _by_height(page)])
    outside = text_pages.edge_lines(numbered) if len(pages) > 1 else {}
    names = [text_pages.printed_number(page, outside) or str(place) for place, page in enumerate(numbered, 1)]
    marginal = {
        id(line): outside[number]
        for page, lines in zip(printed, numbered, strict=True)
        for line, (number, _) in zip(_by_height(page), lines, strict=True)
        if number in outside
    }
    body = [[line for line in page if id(line) not in marginal] for page in printed]
    for place, page in enumerate(printed):
        left_out += [
            LeftOut(marginal[id(line)], line.text(), names[place], line.number) for line in page if id(line) in marginal
        ]
    return joined_lines(_as_text(body, names), left_out)


def _by_height(page: Sequence[Line]) -> list[Line]:
    return sorted(page, key=lambda line: (line.base, line.left))


def _as_text(body: Sequence[Sequence[Line]], names: Sequence[str]) -> list[text_pages.Line]:
    """The lines of the body with what the page shows of each, blank lines where there is more space than usual."""
    everything = [line for page in body for line in page]
    margins = edges(everything)
    usual = _usual_distance(body)
    found: list[text_pages.Line] = []
    for page, name in zip(body, names, strict=True):
        before: Line | None = None
        for number, line in enumerate(page, 1):
            left, right = margins[line.page, line.column]
            if before is not None and before.column == line.column:
                distance = line.base - before.base
                if distance > APART * usual.get(round(line.size), 1.2 * line.size):
                    found.append(text_pages.Line("", 0, name, number, blank=True))
            above = "break" if before is None or (before.column != line.column) else ""
            found.append(_text_line(line, left, right, name, number, above))
            before = line
    return found


def _usual_distance(body: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The distance of one line to the next, for each size of type: the least that is met often."""
    distances: dict[int, Counter[float]] = {}
    for page in body:
        for one, other in zip(page, page[1:], strict=False):
            if one.column == other.column and other.base > one.base and round(one.size) == round(other.size):
                distances.setdefault(round(one.size), Counter())[round(other.base - one.base, 0)] += 1
    found = {}
    for size, counts in distances.items():
        often = [distance for distance, times in counts.items() if times * 12 >= sum(counts.values())]
        found[size] = min(often, default=1.2 * size)
    return found


def _text_line(line: Line, left: float, right: float, page: str, number: int, above: str) -> text_pages.Line:
    text = line.text()
    first = line.words[0]
    room = right - line.right
    label, hung = "", None
    if len(line.words) > 1:
        gap = line.words[1].left - first.right
        if gap > HANGING * line.size and typed(f"{first.text} x"):
            label, hung = first.text, line.words[1].left - left
    elif first.parted:
        pass
    return text_pages.Line(
        text, (line.left - left) / COLUMN, page, number, above=above, room=room,
        first=first.right - first.left + 0.22 * line.size, hung=hung, hung_label=label, look=(line.bold, line.size),
    )  # fmt: skip


def _without_line_numbers(words: list[Word], page: int, left_out: list[LeftOut]) -> list[Word]:
    """The words of a page without the numbers of lines in its margin: figures that stand one under another, count up
    evenly, and are left of all else, or right."""
    figures = [word for word in words if re.fullmatch(r"\d{1,3}", word.text)]
    others = [word for word in words if word not in figures]
    if len(figures) < 4 or not others:
        return words
    left, right = min(word.left for word in others), max(word.right for word in others)
    outside = [word for word in figures if word.right < left - 3 or word.left > right + 3]
    values = [int(word.text) for word in sorted(outside, key=lambda word: word.base)]
    steps = {after - before for before, after in zip(values, values[1:], strict=False)}
    if len(values) < 4 or len(steps) != 1 or steps <= {0}:
        return words
    gone = {id(word) for word in outside}
    left_out += [LeftOut("line number", word.text, str(page)) for word in outside]
    return [word for word in words if id(word) not in gone]
