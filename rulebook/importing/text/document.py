"""Text as a document: what is done to its lines, one thing after another, until they are paragraphs."""

from __future__ import annotations

from rulebook.importing.file.paragraphs import Document
from rulebook.importing.text.doubled_numbers import without_doubled_numbers
from rulebook.importing.text.lost_bullets import with_bullets
from rulebook.importing.text.lost_hyphens import with_lost_hyphens
from rulebook.importing.text.notes import without_notes
from rulebook.importing.text.page.pages import body_of
from rulebook.importing.text.paragraphs import Joining
from rulebook.importing.text.parted_labels import with_labels_at_their_words
from rulebook.importing.text.tables import with_tables
from rulebook.importing.text.underlined import with_levels


def read_text(text: str) -> Document:
    """The paragraphs of a text, what was left out, and the guesses that it took."""
    lines, left_out = body_of(text)
    lines = with_levels(lines)
    lines, doubled = without_doubled_numbers(lines)
    lines, hyphens = with_lost_hyphens(lines)
    noted = without_notes(lines)
    lines, tables = with_tables(noted.lines)
    lines, labels = with_labels_at_their_words(lines)
    lines, bullets = with_bullets(lines)
    joining = Joining(lines)
    paragraphs = tuple(joining.paragraphs())
    guesses = (*hyphens, *noted.guesses, *tables, *labels, *bullets, *joining.guesses)
    return Document(paragraphs, guesses=guesses, left_out=(*left_out, *doubled, *noted.left_out))
