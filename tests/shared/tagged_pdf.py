"""A PDF as a screen reader has it: its tags in their order, the words under each, its language, title and fonts."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw


@dataclass
class Tagged:
    """What a screen reader is told of a file: tags, and words in between, in pairs of which one is empty."""

    title: str
    language: str
    tags: list[tuple[str, str]] = field(default_factory=list)
    not_embedded: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All words under tags, so without the heads and feet of the pages."""
        return " ".join(words for _, words in self.tags)

    @property
    def words(self) -> list[tuple[str, str]]:
        """Words with the tag right before them."""
        found, last = [], ""
        for tag, words in self.tags:
            last = tag or last
            found += [(last, words)] if words else []
        return found

    def tags_of(self, beginning: str) -> set[str]:
        """The tags that stand before words which begin so."""
        return {tag for tag, words in self.words if words.startswith(beginning)}


def tagged(document: bytes) -> Tagged:
    """Reads a PDF."""
    pdf = pypdfium2.PdfDocument(document)
    try:
        found = Tagged(pdf.get_metadata_dict().get("Title", ""), _string(raw.FPDFCatalog_GetLanguage, pdf))
        for page in pdf:
            words: dict[int, list[str]] = {}
            textpage = page.get_textpage()
            for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                words.setdefault(raw.FPDFPageObj_GetMarkedContentID(part), []).append(
                    _string(raw.FPDFTextObj_GetText, part, textpage)
                )
                font = raw.FPDFTextObj_GetFont(part)
                if raw.FPDFFont_GetIsEmbedded(font) != 1:
                    found.not_embedded.add(str(font))
            tree = raw.FPDF_StructTree_GetForPage(page)
            for n in range(raw.FPDF_StructTree_CountChildren(tree)):
                found.tags += _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, n), words)
            raw.FPDF_StructTree_Close(tree)
        return found
    finally:
        pdf.close()


def _walk(element: Any, words: dict[int, list[str]]) -> Iterator[tuple[str, str]]:
    """A tag without words, then what is in it in its order: words without a tag, and tags."""
    yield _string(raw.FPDF_StructElement_GetType, element), ""
    for n in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from _walk(child, words)
        else:
            place = raw.FPDF_StructElement_GetChildMarkedContentID(element, n)
            yield "", "".join(words.get(place, [])) if place >= 0 else ""  # what is on another page has no place here


def _string(function: Any, *arguments: Any) -> str:
    length = function(*arguments, None, 0)
    if not length or length < 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(*arguments, ctypes.cast(buffer, _buffer_type(function)), length)
    return bytes(buffer)[: length - 2].decode("utf-16-le")


def _buffer_type(function: Any) -> Any:
    return function.argtypes[-2]
