"""Where changes stand among what stays: one reading order for both, that of the new book.

A place is a path of the new book, longer where it stands behind what is under that path. What is no longer there has
the place behind the last provision before it that is still beside it; so does what was moved, where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amendments.comparing.before_and_after import counterparts
from amendments.comparing.outline import Entry
from rulebook.comparing.comparison import CHANGED, INSERTED, MOVED, Change, Comparison, Piece
from rulebook.printed.lines import Line, flush, headings_to, own_lines, printed_label, unmarked
from rulebook.provision import Path
from rulebook.wording import SAME

Place = tuple[float, ...]

_BEHIND = float("inf")


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the new book that reads as it did, its place, and the label it had before, if that was another."""

    place: Place
    line: Line
    old_label: str = ""

    @property
    def is_tail(self) -> bool:
        """Whether it stands behind what is under its provision."""
        return len(self.place) > len(self.line.path)


class Places:
    """The places of a comparison's changes, and of the lines that stay."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.now = {(): (), **counterparts(comparison)}
        self.was = {new: old for old, new in self.now.items()}
        self.changed = {change.after: change for change in comparison.changes if change.after is not None}
        self.displaced = {change.before for change in comparison.changes if change.kind == MOVED}

    def of(self, change: Change) -> Place:
        """Where a change stands."""
        if change.after is not None and is_in_tail(change):
            return *change.after, _BEHIND
        return change.after if change.after is not None else self.left(change.before or ())

    def left(self, old: Path) -> Place:
        """Where a provision of the old book stood that is gone, or is in another place now."""
        parent = old[:-1]
        if parent not in self.now:
            return *self.left(parent), old[-1]
        above = self.now[parent]
        for n in range(old[-1] - 1, -1, -1):
            beside = self.now.get((*parent, n))
            if beside and beside[:-1] == above and (*parent, n) not in self.displaced:
                return *beside, _BEHIND, _BEHIND, old[-1]
        return *above, -1, old[-1]

    def above(self, change: Change) -> Path:
        """The provision of the new book that a change stands in."""
        if change.after is not None and is_in_tail(change):
            return change.after
        return change.after[:-1] if change.after is not None else self.above_left(change.before or ())

    def above_left(self, old: Path) -> Path:
        """The provision of the new book in which a provision of the old one stood, or the nearest above that."""
        return next((self.now[old[:n]] for n in range(len(old) - 1, 0, -1) if old[:n] in self.now), ())

    def is_inserted(self, path: Path) -> bool:
        """Whether a provision of the new book is new; what it was put in with, or under, may not be."""
        change = self.changed.get(path)
        return change is not None and change.kind == INSERTED

    def kept(self, section: Path) -> Iterator[Kept]:
        """The lines of a clause that stay, in reading order, without its heading and without clauses under it."""
        if not section or headings_to(self.comparison.after, section) == len(section):
            yield from self._kept(section, len(section))

    def _kept(self, path: Path, headings: int) -> Iterator[Kept]:
        book = self.comparison.after
        words = unmarked(book)
        change = self.changed.get(path)
        if path and (change is None or is_in_tail(change)):
            old = self.was.get(path)
            label = printed_label(book.at(path))
            former = printed_label(self.comparison.before.at(old)) if old else label
            for n, line in enumerate(own_lines(book, path, words)):
                if line.kind != "heading":
                    yield Kept(path, line, former if n == 0 and former != label else "")
        for n in range(len(book.children(path))):
            below = (*path, n)
            if headings_to(book, below) == headings:
                yield from self._kept(below, headings)
        if path and (change is None or keeps_tail(change)):
            for line in flush(words(path, "tail"), max(0, len(path) - headings)):
                yield Kept((*path, _BEHIND), replace(line, path=path))


def is_in_tail(change: Change) -> bool:
    """Whether nothing changes but the words behind what is under a provision."""
    if change.kind != CHANGED or change.old is None or change.new is None or not change.new.children:
        return False
    return change.old.label == change.new.label and not any(map(_differs, (change.heading, change.text, change.notes)))


def keeps_tail(change: Change) -> bool:
    """Whether the words behind what is under a provision stay, and there is something between them and the rest."""
    under = change.new is not None and bool(change.new.children)
    return change.kind in (CHANGED, MOVED) and under and bool(change.tail) and not _differs(change.tail)


def _differs(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.kind != SAME for piece in pieces)


def in_place(entry: Entry) -> Entry:
    """An entry without those of its rows that stand among what is kept."""
    change = entry.changes[0]
    if len(entry.changes) == 1 and is_in_tail(change):
        return replace(entry, rows=tuple(row for row in entry.rows if row.part == "tail"))
    if len(entry.changes) == 1 and keeps_tail(change):
        return replace(entry, rows=tuple(row for row in entry.rows if row.part != "tail"))
    return entry
