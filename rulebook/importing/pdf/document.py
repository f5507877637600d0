"""PDFs are read from where their characters stand; nothing in them is run, followed or drawn.

What is encrypted, a picture without text, or broken is refused with a word on what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rulebook.importing.file.hyphens import counted
from rulebook.importing.file.paragraphs import STRUCK, Document, Guess, LeftOut, squeezed
from rulebook.importing.pdf.contents import without_contents
from rulebook.importing.pdf.endnotes import without_endnotes
from rulebook.importing.pdf.layout import laid_out
from rulebook.importing.pdf.line_numbers import beside_columns
from rulebook.importing.pdf.notes import without_notes
from rulebook.importing.pdf.page.columns import gutters, in_order
from rulebook.importing.pdf.page.drawn import Drawn
from rulebook.importing.pdf.page.drop_caps import with_drop_caps
from rulebook.importing.pdf.page.lines import Word, lines_of, spaced, text_of
from rulebook.importing.pdf.page.pages import Pages
from rulebook.importing.pdf.page.struck import struck_words
from rulebook.importing.pdf.page.tables import with_tables
from rulebook.importing.pdf.page.watermarks import watermarks
from rulebook.importing.pdf.page_bodies import without_surroundings
from rulebook.importing.pdf.paragraphs import Known, paragraphs_of
from rulebook.importing.pdf.running_heads import Shown, running
from rulebook.source import Unreadable

MOST_WORDS = 1_000_000
LARGEST = 150_000_000  # bytes
_OCR = (
    "run it through text recognition (OCR) first: in Acrobat, “Recognise Text”; or the free program OCRmyPDF; and give "
    "the file that comes out"
)


def read_pdf(data: bytes, name: str, *, say: Callable[[int, int], None] | None = None) -> Document:
    """The paragraphs of a PDF. `say` is told how many pages are done, and how many there are. Raises `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(f"{name} is too large to be a rulebook", "take the pictures out, or give only the rules")
    if b"%PDF" not in data[:1024]:
        raise Unreadable(
            f"{name} is not a PDF, although it is called one", "see what kind of file it is, and name it so"
        )
    with Pages(data, name) as pages:
        return _read(pages, name, say)


def _read(pages: Pages, name: str, say: Callable[[int, int], None] | None) -> Document:
    words: list[list[Word]] = []
    left_out: list[LeftOut] = []
    drawn: list[Drawn] = []
    plain: list[str] = []
    turned: dict[int, str] = {}
    empty: list[int] = []
    number = 0
    for place, page in enumerate(pages):
        here = page.words
        aside = [word for word in here if word.turned]
        if aside:
            turned[place] = text_of(aside)
            here = [word for word in here if not word.turned]
        if not here:
            empty.append(place)
        words.append(here)
        drawn.append(page.drawn)
        plain.append(page.plain)
        number += len(here)
        if number > MOST_WORDS:
            raise Unreadable(f"{name} is too large to be a rulebook", "give only the rules, as a document of their own")
        if say:
            say(place + 1, pages.count)
    if not number:
        raise Unreadable(f"{name} has no text: the pages are pictures", _OCR)
    found_over = [
        ("watermark", watermarks(words)),
        ("line numbers", beside_columns(words)),
        (STRUCK, [struck_words(here, marks) for here, marks in zip(words, drawn, strict=True)]),
    ]
    for _, out in found_over:
        words = [_without(page_words, gone) for page_words, gone in zip(words, out, strict=True)]
    words = with_drop_caps(words)
    lines_shown = [lines_of(page_words) for page_words in words]
    around = running([[Shown(spaced(line), line.base) for line in page] for page in lines_shown])
    printed = [one.number for one in around]
    guesses = _pictures(empty, turned, printed)
    left_out += [LeftOut("turned text", text, printed[place]) for place, text in turned.items()]
    for what, out in found_over:
        left_out += [LeftOut(what, text_of(gone), printed[place]) for place, gone in enumerate(out) if gone]
    kept = without_surroundings(lines_shown, around, left_out)
    lines = [
        line
        for place, (page, gutter) in enumerate(zip(kept, gutters(kept), strict=True))
        for line in in_order(page, gutter, place)
    ]
    lines, entries, contents = without_contents(lines, printed)
    lines, calls, more, unsure = without_notes(lines, printed, drawn)
    left_out += [*contents, *more]
    lines, at_the_end = without_endnotes(lines, calls, printed)
    guesses += [*unsure, *at_the_end, *calls.put_back(printed)]
    counts = counted(line.text() for line in lines)
    lines, tables, heads = with_tables(lines, printed, drawn)
    left_out += heads
    layout = laid_out(lines)
    known = Known(counts, printed, tables.with_notes(calls.notes()), tables.found)
    paragraphs, further = paragraphs_of(layout, known)
    return Document(
        tuple(paragraphs),
        title=squeezed(pages.title),
        contents=tuple(entries),
        left_out=tuple(left_out),
        guesses=(*guesses, *further),
        plain="\n".join(plain),
    )


def _without(words: list[Word], gone: Sequence[Word]) -> list[Word]:
    known = {id(word) for word in gone}
    return [word for word in words if id(word) not in known] if known else words


def _pictures(empty: Sequence[int], turned: dict[int, str], printed: Sequence[str]) -> list[Guess]:
    """Pages without text among pages that have some: they may be blank, or pictures."""
    pages = [printed[place] for place in empty if place not in turned]
    if not pages:
        return []
    which = f"page {pages[0]} has" if len(pages) == 1 else f"pages {', '.join(pages)} have"
    return [Guess("place", f"{which} no text: blank, or a picture whose words were not read", pages[0])]
