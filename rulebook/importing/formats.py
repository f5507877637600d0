"""Which format a file has, told by what it holds, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from rulebook.importing.file.bounds import check_lines
from rulebook.importing.file.encodings import decoded
from rulebook.importing.file.paragraphs import Document, Guess
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable
from rulebook.writing.markdown import to_markdown
from rulebook.writing.plain_text import to_text

LARGEST = 64_000_000  # bytes; the longest rulebooks met have fewer than 5 million, pictures and all
_LINE_ENDS = re.compile("[\v\x85\u2028\u2029]")  # what word processors write in a text for a break in a paragraph
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|ol|ul|main|article)\b",
    re.I | re.S,
)


class Kind(StrEnum):
    """What a file is, in the words of a message."""

    ZIPPED = "a document of a word processor"
    FLAT = "an OpenDocument file"
    OLD_WORD = "a document of an older Word"
    RICH_TEXT = "a document in Rich Text Format"
    PDF = "a PDF"
    PAGES = "a document of Pages"
    RST = "a text in reStructuredText"
    ASCIIDOC = "a text in AsciiDoc"
    PAGE = "a web page"
    TEXT = "a text"


_MARKUP = {".rst": Kind.RST, ".rest": Kind.RST, ".adoc": Kind.ASCIIDOC, ".asciidoc": Kind.ASCIIDOC}
WITHOUT_CHANGES = frozenset((Kind.PDF, Kind.TEXT, Kind.RST, Kind.ASCIIDOC))
"""Files in which no program keeps tracked changes."""
WITH_ENCODING = frozenset((Kind.PAGE, Kind.TEXT, Kind.RST, Kind.ASCIIDOC))
"""Files that do not always say how their letters are written."""


def read_document(
    data: bytes, name: str, *, tracked: str, encoding: str | None, say: Callable[[int, int], None] | None
) -> Document | Rulebook:
    """What a file says; a rulebook, where the file is one that this tool wrote. Raises `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(
            f"{name} is too large: it has more than {LARGEST // 1_000_000} million bytes",
            "save it without its pictures, or in parts",
        )
    if not data.strip(b"\0 \t\r\n\f"):
        raise Unreadable(f"{name} is empty", "see that it is the right file")
    match kind_of(data, name):
        case Kind.ZIPPED:
            return _zipped(data, name, tracked)
        case Kind.PDF:
            from rulebook.importing.pdf.document import read_pdf

            return read_pdf(data, name, say=say)
        case Kind.OLD_WORD | Kind.PAGES as kind:
            return _of_word_processor(data, name, kind, tracked)
        case Kind.RICH_TEXT:
            said = Guess("program", f"the file is {Kind.RICH_TEXT}, and was read as pandoc shows it")
            return _with(_markup(data.decode("latin-1"), name, "rtf"), said)
        case Kind.RST | Kind.ASCIIDOC as kind:
            text, guess = decoded(data, name, encoding)
            check_lines(text, name)
            return _with(_markup(text, name, "rst" if kind is Kind.RST else "asciidoc"), guess)
        case Kind.FLAT:
            from rulebook.importing.opendocument.document import read_opendocument

            return replace(read_opendocument(data, name, tracked=tracked), counted_in="paragraph")
        case Kind.PAGE:
            from rulebook.importing.web.page import read_web_page

            return read_web_page(data, name, encoding, tracked=tracked)
        case Kind.TEXT:
            return _text(data, name, encoding)


def kind_of(data: bytes, name: str) -> Kind:
    """What a file is, by what it holds; the name decides only between a page and a text."""
    if data.startswith(b"PK"):
        return Kind.PAGES if name.lower().endswith(".pages") else Kind.ZIPPED
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_OLD_WORD):
        return Kind.OLD_WORD
    if data.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    if b"office:document" in data[:2000] and b"<?xml" in data[:200]:
        return Kind.FLAT
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:4000]) or name.lower().endswith((".html", ".htm", ".xhtml")):
        return Kind.PAGE
    return _MARKUP.get(Path(name).suffix.lower(), Kind.TEXT)


def _of_word_processor(data: bytes, name: str, kind: Kind, tracked: str) -> Document:
    """A document that only a word processor opens."""
    from rulebook.importing.converted import has_libreoffice, read_by_libreoffice

    if kind is Kind.OLD_WORD and ("EncryptedPackage".encode("utf-16-le") in data or not has_libreoffice()):
        from rulebook.importing.word.document import read_word

        return read_word(data, name)  # which says what to do with it
    return read_by_libreoffice(data, name, kind, tracked=tracked)


def _markup(text: str, name: str, form: str) -> Document:
    from rulebook.importing.converted import read_markup

    return read_markup(text, name, form)


def _with(document: Document, guess: Guess | None) -> Document:
    return replace(document, guesses=(guess, *document.guesses)) if guess else document


def _zipped(data: bytes, name: str, tracked: str) -> Document:
    from rulebook.importing.file.archives import opened

    parts = opened(data, name).names
    if "word/document.xml" in parts or any(part.startswith("word/") for part in parts):
        from rulebook.importing.word.document import read_word

        return replace(read_word(data, name, tracked=tracked), counted_in="paragraph")
    if "content.xml" in parts:
        from rulebook.importing.opendocument.document import read_opendocument

        return replace(read_opendocument(data, name, tracked=tracked), counted_in="paragraph")
    raise Unreadable(
        f"{name} is a zipped file that holds no document of Word or LibreOffice",
        "take the document out of it first; a spreadsheet or a presentation cannot be read",
    )


def _text(data: bytes, name: str, encoding: str | None) -> Document | Rulebook:
    text, guess = decoded(data, name, encoding)
    if "\0" in text:
        raise Unreadable(
            f"{name} is not a text file, nor a document that can be read: it holds a NUL byte",
            "save it as .docx, .odt, .html or .pdf, or as a text in UTF-8 (.txt, .md)",
        )
    text = _LINE_ENDS.sub("\n", text)
    if len(text) > 200 and _unprintable(text) > len(text) // 10:
        raise Unreadable(f"{name} is not a text file: most of it cannot be printed", "see that it is the right file")
    check_lines(text, name)
    known = _written_by_us(text, name)
    if known is not None:
        return known
    if re.search(r"^ {0,3}#{1,6} \S|^[=-]{3,}[ \t]*$|^[ \t]*[-*+] \S|\*\*\S", text, re.MULTILINE) and (
        name.lower().endswith((".md", ".markdown")) or re.search(r"^#{1,6} \S", text, re.MULTILINE)
    ):
        from rulebook.importing.text.markdown import read_markdown

        return _with(read_markdown(text, name), guess)
    from rulebook.importing.text.document import read_text

    return _with(read_text(text), guess)


def _unprintable(text: str) -> int:
    return sum(
        1 for character in text[:20_000] if not character.isprintable() and character not in "\n\t\f\r\ufffe\x02"
    )


def _written_by_us(text: str, name: str) -> Rulebook | None:
    """The rulebook of a native file, or of text that is exactly what this tool would write of it."""
    native = re.match(r"---[ \t]*\n(?:.*\n)*?scheme\s*:", text[:20_000])
    if not native and ("\f" in text or len(text) > 5_000_000):
        return None
    try:
        rulebook, _ = read_rulebook(Source(name, text), flush=None if native else False)
    except (Unreadable, RecursionError):
        if native:
            raise
        return None
    bare = replace(rulebook, front_matter="")
    return rulebook if native or text in (to_markdown(rulebook), to_text(bare)) else None
