"""Which format a file has, told by what it holds, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from rulebook.importing.file.bounds import check_lines
from rulebook.importing.file.paragraphs import Document
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable, decode
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
    PAGE = "a web page"
    TEXT = "a text"


WITHOUT_CHANGES = frozenset((Kind.PDF, Kind.TEXT))
"""Files in which no program keeps tracked changes."""
WITH_ENCODING = frozenset((Kind.PAGE, Kind.TEXT))
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
        case Kind.OLD_WORD:
            from rulebook.importing.word.document import read_word

            return read_word(data, name)  # which says what to do with it
        case Kind.RICH_TEXT:
            raise Unreadable(
                f"{name} is a document in Rich Text Format", "open it in Word or LibreOffice and save it as .docx"
            )
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
        return Kind.ZIPPED
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
    return Kind.TEXT


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
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff") or (encoding or "").lower().startswith("utf-16")
    if b"\0" in data and not wide:
        raise Unreadable(
            f"{name} is not a text file, nor a document that can be read: it holds a NUL byte",
            "redraft import reads .docx, .odt, .html, .pdf, .txt and .md; save it as one of these, a text in UTF-8",
        )
    text = _LINE_ENDS.sub("\n", decode(data, name, encoding))
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

        return read_markdown(text, name)
    from rulebook.importing.text.document import read_text

    return read_text(text)


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
