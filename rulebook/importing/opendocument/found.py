"""What was found in an OpenDocument body, and the paragraphs whose style says what they are.

Files that this program wrote leave no doubt: each label is typed, with a tab after it, in a style of its own. In other
files only the styles of a contents page are known.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rulebook.importing.file.own_styles import NOTE as NOTE_BEGINS
from rulebook.importing.file.own_styles import STYLES, OwnStyle, Use, organisation_and_edition
from rulebook.importing.file.paragraphs import Entry, LeftOut, Paragraph, squeezed
from rulebook.importing.file.pieces import BREAK, NOTE, Piece
from rulebook.importing.opendocument.styles import Look, indents

_OWN = {**STYLES, "Text body": OwnStyle(Use.WORDS), "First paragraph": OwnStyle(Use.WORDS)}
_CONTENTS = ("Contents 1", "Contents 2", "Contents 3", "Contents 4", "Contents Heading")  # as LibreOffice calls them


@dataclass(slots=True)
class Found:
    """What was read so far. `own` says that this program wrote the file; `line` counts its paragraphs."""

    own: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    contents: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    title: str = ""
    organisation: str = ""
    edition: str = ""
    line: int = 0
    owner: int = -1  # in a file of our own, how deep the provision is whose words are read

    def set_out(self, pieces: list[Piece], look: Look) -> bool:
        """Whether a paragraph's style says what it is, as in files that this program wrote."""
        name = look.names[0] if look.names else ""
        parents = look.names
        if any(one.startswith(_CONTENTS) for one in parents):
            self.entry(pieces, title=name.endswith("Heading"))
            return True
        if not self.own:
            return False
        text, notes = _text(pieces)
        said = squeezed(text)
        named = next((one for one in parents if one in _OWN or one in ("Title", "Subtitle")), "")
        if named == "Title":
            self.title = said
            self._leave_out_notes(notes)
            self.leave_out("title", said)
            return True
        if named == "Subtitle":
            self.organisation, self.edition = organisation_and_edition(said)
            self.leave_out("title page", said)
            self._leave_out_notes(notes)
            return True
        known = _OWN.get(named)
        if known is None:
            return False
        if known.use in (Use.CONTENTS, Use.CONTENTS_TITLE):
            self.entry(pieces, title=known.use is Use.CONTENTS_TITLE)
        else:
            self._own_paragraph(known, text, notes, look)
        return True

    def _own_paragraph(self, known: OwnStyle, text: str, notes: tuple[str, ...], look: Look) -> None:
        if known.use is Use.NOTE and self.paragraphs:
            last = self.paragraphs[-1]
            note = squeezed(text).removeprefix(NOTE_BEGINS.strip()).strip()
            self.paragraphs[-1] = replace(last, notes=(*last.notes, note, *notes))
            return
        label, tab, rest = text.partition("\t")
        if known.use is not Use.PROVISION or not tab:
            label, rest = "", text
        indent, inner = indents(look, None, bool(label))
        made = Paragraph(
            squeezed(rest), squeezed(label), True, depth=known.depth, indent=indent, inner=inner, line=self.line
        )
        self.owner = known.depth
        self.add(made, notes)

    def add(self, paragraph: Paragraph, notes: tuple[str, ...]) -> None:
        """One more paragraph, with its notes; those of an empty one belong to the paragraph before it."""
        if paragraph.text or paragraph.label:
            self.paragraphs.append(replace(paragraph, notes=notes))
        elif notes and self.paragraphs:
            last = self.paragraphs[-1]
            self.paragraphs[-1] = replace(last, notes=last.notes + notes)
        else:
            self._leave_out_notes(notes)

    def entry(self, pieces: list[Piece], *, title: bool) -> None:
        """A line of the contents: its words, and after the last tab its page."""
        text, notes = _text(pieces)
        self._leave_out_notes(notes)
        said, tab, page = text.rpartition("\t")
        if not tab or len(page.strip()) > 8:
            said, page = text, ""
        said = squeezed(said).rstrip(" .…")
        if said and not title:
            self.contents.append(Entry(said, squeezed(page)))
        self.leave_out("contents page", text)

    def _leave_out_notes(self, notes: tuple[str, ...]) -> None:
        for note in notes:
            self.leave_out("footnote", note)

    def leave_out(self, what: str, text: str) -> None:
        if squeezed(text):
            self.left_out.append(LeftOut(what, squeezed(text), line=self.line))


def _text(pieces: list[Piece]) -> tuple[str, tuple[str, ...]]:
    """The words of a paragraph, and its notes."""
    text = "".join(" " if piece.kind == BREAK else piece.text for piece in pieces if piece.kind != NOTE)
    return text, tuple(piece.text for piece in pieces if piece.kind == NOTE)
