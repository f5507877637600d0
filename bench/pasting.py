"""Plain text as it comes out of other programs: no indentation, lines broken short, running heads in between."""

from __future__ import annotations

import re
import textwrap

from bench.specimens import CALL, Line, Specimen

WIDTH, HEIGHT = 72, 45


def plain_lines(specimen: Specimen) -> list[tuple[Line, str]]:
    """Each line of the book with its words, label and all; a table has one for each row."""
    found: list[tuple[Line, str]] = []
    called = 0
    for line in specimen.lines:
        if line.what == "table":
            widths = [max(len(row[place]) for row in line.rows) for place in range(len(line.rows[0]))]
            for row in line.rows:
                cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
                found.append((line, "   ".join(cells).rstrip()))
            continue
        if line.what == "heading":
            found += [(line, text) for text in (f"{line.label}", line.title) if text]
            continue
        text = line.text
        for _ in line.notes:
            called += 1
            text = CALL.sub(f"[{called}]", text, count=1)
        found.append((line, f"{line.label} {text}".strip()))
    return found


def wrapped(specimen: Specimen, blank: bool = True, paged: bool = True, width: int = WIDTH) -> str:
    """Hard line breaks at 72 columns, indentation gone, and where it is `paged` a page number and a running head every
    45 lines. `blank` says whether blank lines part the paragraphs."""
    book = specimen.rulebook
    out = [book.title, book.organisation, f"Edition {book.edition}", ""]
    page, head = 1, f"{book.organisation} {book.title}"
    on_page = len(out)
    notes = [note for line in specimen.lines for note in line.notes]
    for line, text in plain_lines(specimen):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if line.what == "table":
            lines = [text]
        for one in lines:
            out.append(one)
            on_page += 1
            if paged and on_page >= HEIGHT:
                out += [*([""] if blank else []), f"{page}", *([""] if blank else []), head, *([""] if blank else [])]
                page, on_page = page + 1, 0
        half = line.what == "heading" and text == line.label and line.title
        if blank and line.what != "table" and out[-1] and not half:
            out.append("")
    out += [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    return "\n".join(out) + "\n"


def unwrapped(specimen: Specimen) -> str:
    """A line for each paragraph, as it is pasted from a word processor; what stood in front is gone."""
    book = specimen.rulebook
    notes = [note for line in specimen.lines for note in line.notes]
    out = [book.title, book.organisation, f"Edition {book.edition}"]
    for line, text in plain_lines(specimen):
        out.append("\t".join(re.split(r" {3,}", text)) if line.what == "table" else text)
    out += [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    return "\n".join(out) + "\n"
