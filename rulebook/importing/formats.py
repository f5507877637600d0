"""Which format a file has, told by what it holds, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rulebook.importing.paragraphs import Document
from rulebook.provision import Rulebook
from rulebook.reader import read_rulebook
from rulebook.source import Source, Unreadable, decode
from rulebook.writer import to_markdown, to_text

LARGEST = 64_000_000  # bytes; the longest rulebooks met have fewer than 5 million, pictures and all
MOST_LINES = 60_000  # of a text; a hundred printed pages have about 5,000
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|ol|ul|main|article)\b",
    re.I | re.S,
)


def read_document(
    data: bytes, name: str, *, tracked: str, encoding: str | None, say: Callable[[int, int], None] | None
) -> Document | Rulebook:
    """What a file says; a rulebook, where the file is one that this tool wrote. Raises `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(
            f"{name} is too large: {len(data) // 1_000_000} million bytes, where {LARGEST // 1_000_000} are the most",
            "save it without its pictures, or in parts",
        )
    if not data.strip(b"\0 \t\r\n\f"):
        raise Unreadable(f"{name} is empty", "see that it is the right file")
    if data.startswith(b"PK"):
        return _zipped(data, name, tracked)
    if b"%PDF-" in data[:1024]:
        from rulebook.importing.pdf.document import read_pdf

        return read_pdf(data, name, say=say)
    if data.startswith(_OLD_WORD):
        from rulebook.importing.word.document import read_word

        return read_word(data, name)  # which says what to do with it
    if data.startswith(b"{\\rtf"):
        raise Unreadable(
            f"{name} is a document in Rich Text Format", "open it in Word or LibreOffice and save it as .docx"
        )
    if b"office:document" in data[:2000] and b"<?xml" in data[:200]:
        from rulebook.importing.opendocument.document import read_opendocument

        return read_opendocument(data, name, tracked=tracked)
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:4000]) or name.lower().endswith((".html", ".htm", ".xhtml")):
        from rulebook.importing.web.page import read_web_page

        return read_web_page(data, name, encoding, tracked=tracked)
    return _text(data, name, encoding)


def _zipped(data: bytes, name: str, tracked: str) -> Document:
    from rulebook.importing.archives import opened

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
            "redraft import reads .docx, .odt, .html, .pdf, .txt and .md; save it as one of these",
        )
    text = decode(data, name, encoding)
    if len(text) > 200 and _unprintable(text) > len(text) // 10:
        raise Unreadable(f"{name} is not a text file: most of it cannot be printed", "see that it is the right file")
    if text.count("\n") > MOST_LINES:
        raise Unreadable(
            f"{name} has more than {MOST_LINES:,} lines, and that is the most", "see that it is the right file"
        )
    known = _written_by_us(text, name)
    if known is not None:
        return known
    if re.search(r"^ {0,3}#{1,6} \S|^[=-]{3,}\s*$|^\s*[-*+] \S|\*\*\S", text, re.MULTILINE) and (
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
