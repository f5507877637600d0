"""The words of a row as the two columns of the page show them, and which of them were moved rather than taken out.

Words count as moved where as many as make a phrase were taken out in one place only, and put in in one other only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amendments.comparing.outline import Entry
from rulebook.comparing.comparison import Piece
from rulebook.wording import DELETED, INSERTED, SAME, words_of

FEWEST = 5  # words that are moved together: fewer of them meet by chance, as “of the general meeting” does


@dataclass(frozen=True, slots=True)
class Link:
    """A provision by its reference, and where on the page it is."""

    reference: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one kind for the page. The white space around them is not marked with them.

    `within` says that other words stand beside them. `moved` leads to where they were moved to, or from.
    """

    kind: str
    lead: str
    core: str
    trail: str
    within: bool = False
    moved: Link | None = None


Moves = Mapping[tuple[str, tuple[str, ...]], Link]
"""By the kind of a piece and its words: the entry at the other end of the move."""


def moves(entries: Iterable[tuple[str, Entry]]) -> Moves:
    """The words that were moved from one of the entries, each with its anchor, to another."""
    places: dict[tuple[str, ...], dict[str, list[Link]]] = defaultdict(lambda: {DELETED: [], INSERTED: []})
    for anchor, entry in entries:
        change = entry.changes[0]
        for row in entry.rows:
            for piece in row.pieces:
                if piece.kind != SAME:
                    reference = change.old_reference if piece.kind == DELETED else change.new_reference
                    link = Link(reference or entry.reference, anchor)
                    places[tuple(words_of(piece.text))][piece.kind].append(link)
    found: dict[tuple[str, tuple[str, ...]], Link] = {}
    for words, ends in places.items():
        if len(words) >= FEWEST and len(ends[DELETED]) == len(ends[INSERTED]) == 1:
            [gone], [come] = ends[DELETED], ends[INSERTED]
            found[DELETED, words], found[INSERTED, words] = come, gone
    return found


def old_words(pieces: Iterable[Piece], moved: Moves) -> list[Words]:
    """What the old column shows."""
    return [word for word in _all_words(pieces, moved) if word.kind != INSERTED]


def new_words(pieces: Iterable[Piece], moved: Moves) -> list[Words]:
    """What the new column shows, and between it what was taken out, which only the view in one column shows."""
    return [
        Words(w.kind, w.lead, w.core, "", w.within) if w.core == "¶" and w.kind == DELETED else w
        for w in _all_words(pieces, moved)
    ]


def _all_words(pieces: Iterable[Piece], moved: Moves) -> list[Words]:
    listed = list(pieces)
    return [_words(piece, len(listed) > 1, moved) for piece in listed]


def _words(piece: Piece, within: bool, moved: Moves) -> Words:
    text, kind = piece.text, piece.kind
    if kind != SAME and not text.strip():  # a paragraph parted or joined, or a space, of which nothing would show
        return Words(kind, "", "¶", text, within) if "\n" in text else Words(kind, "", text, "", within)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    link = moved.get((kind, tuple(words_of(text)))) if kind != SAME else None
    return Words(kind, text[:start], text[start:end], text[max(start, end) :], within, link)
