"""Paragraphs of two books on one page, each with what happens to it, whatever program shows them.

What is the same and what is inserted make up the new book, what is the same and what is deleted the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rulebook.printed.lines import Line, plain
from rulebook.wording import DELETED, INSERTED, SAME, Piece

LEFT, CAME = "left", "came"
"""The marks of a paragraph that moves: where it stood, and where it stands now."""

Book = frozenset[str]
OLD: Book = frozenset((SAME, DELETED, LEFT))
NEW: Book = frozenset((SAME, INSERTED, CAME))
"""Either book, as the marks of what stands in it."""

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its mark, and the pieces of each cell."""

    mark: str
    cells: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of either book, or of both.

    `mark` says what happens to the whole of it, its end included. One that is the same may have pieces of any kind but
    those that move; any other has pieces of its own kind only. One that moves stands twice under one number, `move`,
    where it left and where it came; neighbours that move together share theirs.

    `kind`, `depth` and `level` are those of a `Line`, or `kind` is "title" or "subtitle".
    """

    mark: str
    kind: str
    label: Pieces = ()
    pieces: Pieces = ()
    rows: tuple[Row, ...] = ()
    depth: int = 0
    level: int = 0
    move: int = 0

    @property
    def changes(self) -> bool:
        """Whether anything of it is not the same."""
        inner = [*self.label, *self.pieces, *(piece for row in self.rows for cell in row.cells for piece in cell)]
        return any(mark != SAME for mark in (self.mark, *(row.mark for row in self.rows), *(one.kind for one in inner)))


def whole(mark: str, line: Line) -> Paragraph:
    """A paragraph to all of which the same happens."""
    rows = tuple(Row(mark, tuple(_piece(mark, cell) for cell in row)) for row in line.rows)
    pieces = () if rows else _piece(mark, line.text)
    return Paragraph(mark, line.kind, _piece(mark, line.label), pieces, rows, line.depth, line.level)


def _piece(mark: str, text: str) -> Pieces:
    return (Piece(mark, text),) if text else ()


def lines_of(paragraphs: Iterable[Paragraph], *, new: bool) -> Iterator[Line]:
    """The paragraphs of the new book, or of the old one, as lines without marks."""
    marks = NEW if new else OLD

    def said(pieces: Pieces) -> str:
        return "".join(piece.text for piece in pieces if piece.kind in marks)

    for one in paragraphs:
        if one.mark in marks:
            rows = tuple(tuple(said(cell) for cell in row.cells) for row in one.rows if row.mark in marks)
            yield Line(plain(said(one.pieces)), said(one.label), one.depth, one.kind, one.level, rows=rows)


def in_moves(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The same paragraphs, with one number for neighbours that leave together and come together."""
    came = {one.move: place for place, one in enumerate(paragraphs) if one.mark == CAME}
    numbers: dict[int, int] = {}
    number, last = 0, -2
    for one in paragraphs:
        if one.mark == LEFT:
            number += came[one.move] != last + 1
            numbers[one.move] = number
        last = came[one.move] if one.mark == LEFT else -2
    for one in paragraphs:
        yield replace(one, move=numbers[one.move]) if one.move else one
