"""The bytes of a web page as a tree of elements, in the encoding that the page says it has.

Nothing is fetched and no entity of a document type is expanded. A page that the parser would cut short is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree, html

from rulebook.source import Unreadable, decode

DEEPEST = 2000  # elements in elements; libxml2 drops what is deeper than 2048 without a word to the reader
LATIN = frozenset(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"))
"""Encodings that browsers all read as Windows-1252 (WHATWG, Encoding, "Names and labels")."""

_XHTML = "{http://www.w3.org/1999/xhtml}"
_NONE_OF_PAGES = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"))
"""Encodings that Python knows and no browser reads a page in."""
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)  # what comes after them, the parser would leave out
_SUBSET = re.compile(r"<!DOCTYPE[^\[>]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{2,31};)")
_TAG = re.compile(r"<\s*[!?/]?\s*[A-Za-z]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
MOST_TAGS = 600_000  # of a page; a rulebook of 60,000 words with every word marked has 120,000
MOST_ATTRIBUTES = 5_000  # of one element; the parser compares each with all the others


def page_tree(data: bytes, name: str, encoding: str | None = None) -> etree._Element:
    """The root of a page. Raises `Unreadable` where it is no page, or nested too deep."""
    text = page_text(data, name, encoding)
    root = _as_xml(text) if _says_xhtml(text) else None
    if root is None:
        root = _as_html(text, name)
    for depth, element in _with_depth(root):
        if depth > DEEPEST:
            raise _too_deep(name)
        if isinstance(element.tag, str) and element.tag.startswith(_XHTML):
            element.tag = element.tag[len(_XHTML) :]
    return root


def page_text(data: bytes, name: str, encoding: str | None = None) -> str:
    """The page as text. Raises `Unreadable` for an empty file, or one that is no text in its encoding."""
    if not data.strip():
        raise Unreadable(f"{name} is empty", "save the page again, or check that the download is complete")
    if encoding is None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        said = _CHARSET.search(data[:4096])
        encoding = _encoding((said[1] or said[2]).decode("ascii", "replace").lower()) if said else None
    if encoding == "cp1252":
        data = data.translate(None, b"\x81\x8d\x8f\x90\x9d")  # what Windows-1252 leaves free, and nobody sees
    text = decode(data, name, encoding)
    if text.count("\0") > len(text) // 100:
        raise Unreadable(
            f"{name} is not a web page: it holds NUL bytes", "give the .html file that was saved from the browser"
        )
    if not _TAG.search(text):
        raise Unreadable(f"{name} has no HTML tags", "if it is plain text, give it a name that ends in .txt")
    if text.count("<") > MOST_TAGS:
        raise Unreadable(
            f"{name} is too large to be a rulebook: it has more than {MOST_TAGS:,} tags",
            "save only the rules themselves as a page of their own, or import them in parts",
        )
    if any(len(_QUOTED.sub("", tag[0]).split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise Unreadable(
            f"{name} has an element with more than {MOST_ATTRIBUTES:,} attributes, which is no page for reading",
            "open the page in a browser, copy its words into a word processor and save them as .docx or .odt",
        )
    return re.sub("[\0-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


def _encoding(said: str) -> str | None:
    """The encoding that a page names, as Python calls it; None for UTF-8 and for what nobody knows."""
    if said in LATIN:
        return "cp1252"
    if said.startswith("utf-16"):
        return None  # a page that can be searched for its own encoding is not UTF-16
    try:
        known = codecs.lookup(said)
    except LookupError:
        return None
    return said if known._is_text_encoding and known.name not in ("utf-8", *_NONE_OF_PAGES) else None


def _says_xhtml(text: str) -> bool:
    start = text[:2000]
    return bool(_DECLARATION.match(start)) or "http://www.w3.org/1999/xhtml" in start


def _as_xml(text: str) -> etree._Element | None:
    """The root of well-formed XHTML; None where it is not well formed, as most pages that claim it are."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(
            _ENTITY.sub(_character, _DECLARATION.sub(_only_lines, text, count=1).lstrip(" ")).encode(), parser
        )
    except etree.XMLSyntaxError:
        return None


def _only_lines(found: re.Match[str]) -> str:
    """The line ends of what is taken out, so that lines keep their numbers."""
    return "\n" * found[0].count("\n")


def _character(entity: re.Match[str]) -> str:
    """A character of HTML by its name, which XML does not know; another name stays as written."""
    return html5.get(entity[1], entity[0])


def _as_html(text: str, name: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            _ENDS.sub("", _SUBSET.sub(_only_lines, _DECLARATION.sub(_only_lines, text, count=1), count=1)).encode(),
            parser=parser,
        )
    except (etree.ParserError, etree.XMLSyntaxError) as problem:
        raise Unreadable(
            f"{name} cannot be read as a web page: {problem}", "save the page again from the browser"
        ) from None
    if any("depth" in entry.message and "xcessive" in entry.message for entry in parser.error_log):
        raise _too_deep(name)
    return root


def _too_deep(name: str) -> Unreadable:
    return Unreadable(
        f"{name} has elements nested more than {DEEPEST} deep, which no browser shows as they are meant",
        "open the page in a browser, copy its words into a word processor and save them as .docx or .odt",
    )


def _with_depth(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            yield depth, element
        else:
            depth -= 1


def said_by(entity: etree._Element) -> str:
    """What a reference to an entity of HTML stands for; one of a document type of the page's own stays as written."""
    written = entity.text or ""
    return html5.get(written[1:], written)
