"""Paragraphs that somebody set as one, with line breaks between them, as Shift and Enter make them.

Each of them is a paragraph with the looks of the whole; a footnote is of the line that calls it.
"""

from __future__ import annotations

from dataclasses import replace

from rulebook.importing.file.pieces import BREAK, Piece, lines
from rulebook.importing.word.markup import LINE
from rulebook.importing.word.words import Words


def without_breaks(words: Words) -> list[Words]:
    """The paragraphs that the words of one are, in their order."""
    if not words.lines:
        return [words]
    pieces: list[Piece] = []
    for number, line in enumerate(words.text.split(LINE)):
        pieces += [Piece("", BREAK)] * bool(number) + [Piece(line)]
    found: list[Words] = []
    for part in lines(pieces):
        text = "".join(" " if piece.kind == BREAK else piece.text for piece in part)
        found.append(replace(words, pieces=[text], notes=[], aside={}, lines_of_notes=[]))
    if len(found) < 2:
        return [words]
    return _with_notes(found, words)


def _with_notes(found: list[Words], words: Words) -> list[Words]:
    """Gives each of the paragraphs the notes that it calls: those before its last word that no other one had."""
    whole = words.text.split(LINE)
    ends: list[int] = []
    line = 0
    for part in found:
        left = len("".join(part.text.split()))
        while left > 0 and line < len(whole):
            left -= len("".join(whole[line].split()))
            line += 1
        ends.append(line)
    for note, of_line in zip(words.notes, words.lines_of_notes, strict=True):
        owner = next((place for place, end in enumerate(ends) if of_line < end), len(found) - 1)
        found[owner].notes.append(note)
    return found
