"""The paragraphs of a page as they are made: words, waiting labels and notes become one when a block ends.

A label that was printed waits for the first words after it. One that finds none stands alone, as it does on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from rulebook.importing.file.own_styles import NOTE as NOTE_BEGINS
from rulebook.importing.file.paragraphs import LeftOut, Paragraph, squeezed
from rulebook.importing.file.pieces import BREAK, LABEL, NOTE, WORDS, Piece, lines, typed_indent, words
from rulebook.importing.web.numbers import BULLET
from rulebook.importing.web.places import Place
from rulebook.importing.web.site_parts import is_contents_title, leads_back


@dataclass(frozen=True, slots=True)
class Waiting:
    """A label that was printed and whose words are still to come."""

    label: str
    place: Place
    owner: etree._Element


@dataclass(slots=True)
class Gathered:
    """The paragraphs that were made so far, what was left out, and the pieces of the one that is open."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    waiting: Waiting | None = None

    def leave_out(self, what: str, text: str, element: etree._Element) -> None:
        if text:
            self.left_out.append(LeftOut(what, text, line=element.sourceline or 0))

    def wait(self, waiting: Waiting) -> None:
        if self.waiting is not None and self.waiting.owner is not waiting.owner:
            self.print_waiting()
        self.waiting = waiting

    def print_waiting(self) -> None:
        """A number without words, as it stands on the page. A bullet without words is nothing."""
        waiting, self.waiting = self.waiting, None
        if waiting is not None and waiting.label != BULLET:
            self.paragraphs.append(waiting.place.paragraph("", waiting.label, settled=True))

    def take_back_title(self) -> None:
        """Leave out the last paragraph, where it is the title of a contents list."""
        if self.paragraphs and is_contents_title(self.paragraphs[-1].text):
            title = self.paragraphs.pop()
            self.left_out.append(LeftOut("contents page", title.text, line=title.line))

    def end(self, place: Place) -> None:
        """End the paragraph that is open."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.text.strip() for piece in pieces):
            return
        if place.pre:
            self.paragraphs += _lines_as_typed(pieces, place)
            return
        for part in [pieces] if place.level else lines(pieces):
            waiting, self.waiting = self.waiting, None
            said = words(part, apart=waiting is None and not place.ours)
            label = waiting.label if waiting else said.label
            if waiting and said.label:
                label = said.label if waiting.label == BULLET else f"{waiting.label} {said.label}"
            if waiting is None and not place.level and leads_back(said.text) and not said.notes:
                self.left_out.append(LeftOut("navigation", said.text, line=place.line))
                continue
            if place.note and self.paragraphs and not label:
                last = self.paragraphs[-1]
                self.paragraphs[-1] = replace(
                    last, notes=(*last.notes, said.text.removeprefix(NOTE_BEGINS), *said.notes)
                )
                continue
            if not said.text and not label and self.paragraphs:  # a mark of a note, alone in a block
                last = self.paragraphs[-1]
                self.paragraphs[-1] = replace(last, notes=last.notes + said.notes)
                continue
            made = place.paragraph(said.text, label, settled=bool(label) or place.ours)
            typed = typed_indent(part) if waiting is None and not place.level else 0.0
            if typed:
                made = replace(made, indent=(made.indent or 0.0) + typed, inner=(made.inner or 0.0) + typed)
            if waiting is not None and waiting.owner.tag in ("td", "th") and made.indent is not None:
                beside = waiting.place.paragraph("", "", settled=True)
                made = replace(made, indent=beside.indent if beside.indent is not None else made.indent)
            self.paragraphs.append(replace(made, notes=said.notes, bold=said.bold, size=said.size))


def _lines_as_typed(pieces: list[Piece], place: Place) -> list[Paragraph]:
    """The lines of text whose white space is kept. Only after an empty line is it sure that a paragraph begins."""
    found: list[Paragraph] = []
    text = "".join(
        "\n" if piece.kind == BREAK else piece.text for piece in pieces if piece.kind in (WORDS, BREAK, LABEL)
    )
    opens = True
    for number, line in enumerate(text.split("\n")):
        line = line.expandtabs(8)
        if line.strip():
            made = place.paragraph(squeezed(line), "", settled=False)
            left = 6.0 * (len(line) - len(line.lstrip()))
            found.append(replace(made, indent=left, inner=left, opens=opens, line=place.line + number))
        opens = not line.strip()
    if found:
        notes = tuple(piece.text for piece in pieces if piece.kind == NOTE)
        found[-1] = replace(found[-1], notes=notes)
    return found
