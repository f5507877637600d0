"""What a reader of each format sees: the text of a file, for tests that look for words in it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def squeezed(text: str) -> str:
    """The text without white space, which formats set in their own ways."""
    return "".join(text.split())


def text_of(document: str | bytes, format: str) -> str:
    """The words of a document as a reader sees them, in order."""
    return {"md": _md, "txt": str, "html": _html, "docx": _docx, "odt": _odt, "pdf": _pdf}[format](document)  # type: ignore[operator]


def assert_in_order(text: str, wanted: list[str]) -> None:
    place = 0
    for words in wanted:
        found = text.find(words, place)
        assert found >= 0, f"“{words}” does not follow in {text[place : place + 300]}"
        place = found + len(words)


def paragraphs_of(document: bytes, format: str) -> list[str]:
    """The paragraphs of a docx or odt file, tabs shown as tabs."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        assert parts.testzip() is None
        root = ElementTree.fromstring(parts.read("word/document.xml" if format == "docx" else "content.xml"))
    found = []
    for element in root.iter():
        if element.tag in (f"{WORD}p", f"{TEXT}p", f"{TEXT}h"):
            found.append("".join(_inline(element)))
    return found


def _inline(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag in (f"{WORD}tab", f"{TEXT}tab") and paragraph.find(f"{WORD}pPr") is not element:
            yield "\t"
        if element.tag == f"{TEXT}s":
            yield " "
        if element.tag != f"{WORD}instrText":
            yield element.text or ""
        if element is not paragraph and element.tag.startswith(TEXT):
            yield element.tail or ""


def _docx(document: bytes) -> str:
    return "\n".join(paragraphs_of(document, "docx"))


def _odt(document: bytes) -> str:
    return "\n".join(paragraphs_of(document, "odt"))


def _pdf(document: bytes) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(document)
    try:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        return text.replace("\ufffe", "-")  # which stands for a hyphen at the end of a line
    finally:
        pdf.close()


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.hidden = self.hidden or tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag != "style"

    def handle_data(self, words: str) -> None:
        if not self.hidden:
            self.words.append(words)


def tags_of(html: str) -> list[str]:
    """The elements of a page, in order."""
    parser = _Visible()
    parser.feed(html)
    return parser.tags


def _html(html: str) -> str:
    parser = _Visible()
    parser.feed(html)
    return "".join(parser.words)


def _md(markdown: str) -> str:
    """As GitHub would show it, numbers of lists included."""
    import pypandoc

    tree = json.loads(pypandoc.convert_text(markdown, "json", "gfm", sandbox=True))
    return " ".join(_shown(tree["blocks"]))


def _shown(element: Any) -> Iterator[str]:
    if isinstance(element, list):
        for inner in element:
            yield from _shown(inner)
    elif isinstance(element, dict):
        kind, content = element.get("t"), element.get("c")
        if kind == "Str":
            yield content
        elif kind == "OrderedList":
            for number, item in enumerate(content[1], content[0][0]):
                yield f"{number}."
                yield from _shown(item)
        elif kind in ("Code", "CodeBlock", "RawInline", "RawBlock", "Math", "Image"):
            raise AssertionError(f"{kind} made of {content}")
        else:
            yield from _shown(content)
