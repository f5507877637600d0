"""The pieces of a comparison of two wordings, as a line that can be read."""

from __future__ import annotations

from rulebook.comparing.comparison import Piece


def marked(pieces: tuple[Piece, ...]) -> str:
    dress = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(dress[piece.kind].format(piece.text) for piece in pieces)


def old_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "inserted")


def new_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "deleted")
