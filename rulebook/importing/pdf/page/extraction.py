"""The process that takes the words and drawings out of a PDF: `python -m rulebook.importing.pdf.page.extraction`.

pdfium is a large program in C++, and a file may be made so that it never comes back, or takes all the memory there is.
So it works in a process of its own, which `pages` watches and may stop at any time. The PDF comes on standard input.
What goes out is a line of JSON when it is ready, one about the file, and one for each page.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any

from rulebook.importing.pdf.page.drawn import Drawn, drawn_on, with_bullets
from rulebook.importing.pdf.page.lines import Word
from rulebook.importing.pdf.page.words import words_of

MEMORY = 280 * 1024 * 1024  # bytes that are taken for data; a genuine book of a hundred pages takes a third of it
PASSWORD, DAMAGED = "password", "damaged"


def main() -> None:
    """Reads one PDF and writes what is in it."""
    import pypdfium2

    _limit_memory()
    _say("ready")
    try:
        pdf = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        pages = len(pdf)
    except pypdfium2.PdfiumError as problem:
        protected = "password" in str(problem).lower() or "security" in str(problem).lower()
        _say({"refused": PASSWORD if protected else DAMAGED})
        return
    title = pdf.get_metadata_dict(skip_empty=True).get("Title", "")
    _say({"pages": pages, "title": title})
    for place in range(pages):
        try:
            page = pdf[place]
            marks = drawn_on(page)
            found, plain = words_of(page)
            words = with_bullets(found, marks)
            page.close()
        except pypdfium2.PdfiumError:
            words, marks, plain = [], Drawn(), ""
        _say([[_as_list(word) for word in words], marks.uprights, marks.levels, marks.discs, plain])


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    with contextlib.suppress(OSError, ValueError):  # a lower limit holds already
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _as_list(word: Word) -> list[Any]:
    return [
        word.text, word.left, word.right, word.base, word.size, word.bold, word.turned, word.glued, word.raised,
        word.parted,
    ]  # fmt: skip


def _say(what: Any) -> None:
    sys.stdout.buffer.write(json.dumps(what, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
