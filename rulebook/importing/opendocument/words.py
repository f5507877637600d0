"""The words of an OpenDocument paragraph: its spaces, tabs and line breaks, and what stands in it but is not its own.

Footnotes become notes; comments, text boxes and the words of pictures are set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rulebook.importing.file.paragraphs import STRUCK, squeezed
from rulebook.importing.file.pieces import BREAK, NOTE, WORDS, Piece
from rulebook.importing.opendocument.numbering import TEXT, whole
from rulebook.importing.opendocument.styles import OFFICE, Element, Look, Styles

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
MOST_SPACES = 8  # more say no more than a few: white space becomes single spaces

PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))
_DRAWN = frozenset(
    f"{DRAW}{name}"
    for name in "frame custom-shape rect circle ellipse line polyline polygon path g caption connector measure".split()
)
_SILENT = frozenset(
    f"{TEXT}{name}"
    for name in "script soft-page-break tracked-changes note-citation alphabetical-index-mark toc-mark "
    "sequence-decls variable-decls user-field-decls".split()
) | {f"{OFFICE}event-listeners", f"{OFFICE}forms", f"{OFFICE}annotation-end", f"{DRAW}control"}
_HIDDEN = frozenset((f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph", f"{TEXT}conditional-text"))
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are set, and, where they are not read, what they are: "hidden text", "words struck through"."""

    bold: bool
    size: float
    unread: str = ""


def _unread(look: Look) -> str:
    return "hidden text" if look.hidden else STRUCK if look.struck else ""


@dataclass(slots=True)
class Gathering:
    """Words as they are gathered; `aside` is what stands in paragraphs but is none of their words, and what it is."""

    styles: Styles
    aside: list[tuple[str, str]] = field(default_factory=list)

    def pieces(self, paragraph: Element, look: Look) -> list[Piece]:
        """The words of a paragraph."""
        return list(self._pieces(paragraph, Manner(bool(look.bold), look.size, _unread(look))))

    def words(self, element: Element) -> str:
        """All the words in an element, in paragraphs or not."""
        said: list[str] = []
        for block in outermost(element):
            said += [*(piece.text or " " for piece in self.pieces(block, self.styles.look(None))), " "]
        return squeezed("".join(said))

    def _pieces(self, element: Element, manner: Manner) -> Iterator[Piece]:
        if element.text:
            yield self._said(element.text, manner)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._of(child, manner)
            if child.tail:
                yield self._said(child.tail, manner)

    def _said(self, text: str, manner: Manner) -> Piece:
        if manner.unread:
            self._set_aside(manner.unread, text)
            text = ""
        return Piece(_SPACE.sub(" ", text), WORDS, manner.bold, manner.size)

    def _of(self, child: Element, manner: Manner) -> Iterator[Piece]:
        tag = child.tag
        if tag == f"{TEXT}tab":
            yield Piece("\t", WORDS, manner.bold, manner.size)
        elif tag == f"{TEXT}s":
            yield Piece(" " * min(whole(child.get(f"{TEXT}c")) or 1, MOST_SPACES), WORDS, manner.bold, manner.size)
        elif tag == f"{TEXT}line-break":
            yield Piece("", BREAK)
        elif tag == f"{TEXT}note":
            body = child.find(f"{TEXT}note-body")
            if body is not None:
                yield Piece(self.words(body), NOTE)
        elif tag == f"{OFFICE}annotation":
            self._set_aside("comment", self.words(child))
        elif tag == f"{TEXT}ruby-text":
            self._set_aside("words over other words", "".join(child.itertext()))
        elif tag in _DRAWN:
            self.drawn(child)
        elif tag in _HIDDEN and (tag != f"{TEXT}conditional-text" or child.get(f"{TEXT}display") == "none"):
            shown = child.get(f"{TEXT}is-hidden") == "false"
            said = child.get(f"{TEXT}string-value") or "".join(child.itertext())
            if shown:
                yield Piece(said, WORDS, manner.bold, manner.size)
            else:
                self._set_aside("hidden text", said)
        elif tag == f"{TEXT}span":
            look = self.styles.look(child.get(f"{TEXT}style-name"), "text")
            unread = "" if look.struck is False and manner.unread == STRUCK else manner.unread
            own = Manner(
                manner.bold if look.bold is None else look.bold, look.size or manner.size, unread or _unread(look)
            )
            yield from self._pieces(child, own)
        elif tag not in _SILENT:
            yield from self._pieces(child, manner)

    def drawn(self, element: Element) -> None:
        """Set aside what is in a picture or a text box."""
        for name in (f"{SVG}title", f"{SVG}desc"):
            for one in element.iter(name):
                self._set_aside("picture", "".join(one.itertext()))
        self._set_aside("text box", self.words(element))

    def _set_aside(self, what: str, text: str) -> None:
        if text.strip():
            self.aside.append((what, squeezed(text)))


def outermost(element: Element) -> Iterator[Element]:
    """The paragraphs in an element that stand in no other paragraph, as those of notes and text boxes do."""
    for block in element.iter(*PARAGRAPHS):
        if not any(above.tag in PARAGRAPHS for above in _between(block, element)):
            yield block


def _between(inner: Element, outer: Element) -> Iterator[Element]:
    for above in inner.iterancestors():
        if above is outer:
            return
        yield above
