"""What changes from one rulebook to another, provision by provision and word by word.

Every provision of either book is unchanged, or in exactly one change, or renumbered with its words as they were; its
children are accounted for by themselves. A provision that only follows its parent to a new number has not changed.
How a label is printed, "(b)" or "b.", is no difference; where it leads to another reference, it is one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.comparing.alignment import align
from rulebook.comparing.flat_book import Side
from rulebook.numbering import BULLETS, segment
from rulebook.provision import Path, Provision, Rulebook
from rulebook.wording import Piece, compare_words

CHANGED, INSERTED, DELETED, MOVED = "changed", "inserted", "deleted", "moved"

_NOTHING = Provision("", "")  # what a provision is compared with that stands in one of the books only


@dataclass(frozen=True, slots=True)
class Change:
    """A provision that was changed, inserted, deleted or moved; one that moved may have changed words too.

    `before` and `after` are its paths in the old book and in the new one, None where it is not there, as `old` and
    `new` are; the references are empty there. `within` is the path in the new book of the nearest provision above it
    that stands in the new book, empty for the book itself. `notes` are the footnotes, joined by a blank line.
    """

    kind: str
    before: Path | None
    after: Path | None
    old: Provision | None
    new: Provision | None
    old_reference: str
    new_reference: str
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]
    tail: tuple[Piece, ...]
    notes: tuple[Piece, ...] = ()
    within: Path = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two books and what changes between them.

    `changes` are in the reading order of the new book, what was deleted where it stood. `renumbered` has the old and
    the new reference of provisions that say the same under a label of their own that is another.
    """

    before: Rulebook
    after: Rulebook
    changes: tuple[Change, ...]
    renumbered: tuple[tuple[str, str], ...]


def compare(before: Rulebook, after: Rulebook) -> Comparison:
    """What changes from `before` to `after`. Titles, editions and comments are no part of the rules."""
    if before.chapters == after.chapters:
        return Comparison(before, after, (), ())
    account = _Account(before, after)
    changes = tuple(account.children(0, 0))
    return Comparison(before, after, changes, tuple(account.renumbered))


class _Account:
    """The walk through the new book that gives account of every provision of both."""

    def __init__(self, before: Rulebook, after: Rulebook) -> None:
        self.before = before
        self.after = after
        self.old, self.new = align(before, after)
        self.renumbered: list[tuple[str, str]] = []

    def children(self, i: int, j: int) -> Iterator[Change]:
        """The changes under a pair: `i` in the old book, `j` in the new one; -1 where it is not there."""
        ours = self.new.children[j] if j >= 0 else []
        gone = self._gone(i)
        moved = self._displaced(ours, i)
        yield from self._deleted(gone.get(-1, []), j)
        for child in ours:
            counterpart = self.new.partner[child]
            if counterpart < 0:
                yield self._change(INSERTED, -1, child)
            elif child in moved:
                yield self._change(MOVED, counterpart, child)
            elif self.old.own[counterpart] != self.new.own[child]:
                yield self._change(CHANGED, counterpart, child)
            else:
                self._note_number(counterpart, child)
            if child in self.new.as_it_was:
                self._note_numbers_below(counterpart, child)
            elif self.new.children[child] or (counterpart >= 0 and self.old.children[counterpart]):
                yield from self.children(counterpart, child)
            if counterpart >= 0:
                yield from self._deleted(gone.get(counterpart, []), j)

    def _gone(self, i: int) -> dict[int, list[int]]:
        """The children of `i` that have no counterpart, by the last child before them that stays under it; -1, none."""
        found: dict[int, list[int]] = {}
        last = -1
        if i >= 0:
            counterpart = self.old.partner[i]
            for child in self.old.children[i]:
                partner = self.old.partner[child]
                if partner < 0:
                    found.setdefault(last, []).append(child)
                elif self.new.parents[partner] == counterpart:
                    last = child
        return found

    def _deleted(self, numbers: list[int], within: int) -> Iterator[Change]:
        for number in numbers:
            yield self._change(DELETED, number, -1, within)
            under = [child for child in self.old.children[number] if self.old.partner[child] < 0]
            yield from self._deleted(under, within)

    def _displaced(self, ours: list[int], i: int) -> set[int]:
        """Those of the new siblings that come from elsewhere, or another place in the row; as few words as may be."""
        known = [child for child in ours if self.new.partner[child] >= 0]
        stayed = [child for child in known if self.old.parents[self.new.partner[child]] == i]
        moved = set(known) - set(stayed)
        places = [self.new.partner[child] for child in stayed]
        if places != sorted(places):
            lengths = [self.new.ends[child] - child for child in stayed]
            moved |= set(stayed) - {stayed[n] for n in _heaviest_ascent(places, lengths)}
        return moved

    def _note_numbers_below(self, i: int, j: int) -> None:
        """Note what has another number under two that are equal, and so have as many under them."""
        first_i, first_j, count = i + 1, j + 1, self.new.ends[j] - j - 1
        if self.old.labels[first_i : first_i + count] != self.new.labels[first_j : first_j + count]:
            for below in range(count):
                self._note_number(first_i + below, first_j + below)

    def _note_number(self, i: int, j: int) -> None:
        if self.old.labels[i] == self.new.labels[j]:
            return
        if _own_label(self.old, i) != _own_label(self.new, j):
            old, new = self.before.reference(self.old.path(i)), self.after.reference(self.new.path(j))
            self.renumbered.append((old, new))

    def _change(self, kind: str, i: int, j: int, within: int = 0) -> Change:
        old = self.old.provisions[i] if i >= 0 else None
        new = self.new.provisions[j] if j >= 0 else None
        was, now = old or _NOTHING, new or _NOTHING
        before = self.old.path(i) if old else None
        after = self.new.path(j) if new else None
        return Change(
            kind,
            before,
            after,
            old,
            new,
            self.before.reference(before) if before else "",
            self.after.reference(after) if after else "",
            compare_words(was.heading, now.heading),
            compare_words(was.text, now.text),
            compare_words(was.tail, now.tail),
            compare_words("\n\n".join(was.notes), "\n\n".join(now.notes)),
            after[:-1] if after else self.new.path(within),
        )


def _own_label(side: Side, number: int) -> str:
    """What a label adds to its parent's: "4.2.1" under "4.2" adds "1"."""
    label = side.labels[number]
    if label in BULLETS:
        return ""
    return segment(label).removeprefix(segment(side.labels[side.parents[number]]) + ".")


def _heaviest_ascent(places: list[int], weights: list[int]) -> list[int]:
    """Which of the distinct places to keep so that they ascend and weigh the most together: their positions."""
    ends: list[int] = []  # the places on which the best ascents end, each heavier than all that end lower
    totals: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_right(ends, place)
        total = weight + (totals[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        stop = at
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        ends[at:stop], totals[at:stop], last[at:stop] = [place], [total], [n]
    kept: list[int] = []
    n = last[-1] if last else -1
    while n >= 0:
        kept.append(n)
        n = before[n]
    return kept


__all__ = ["Change", "Comparison", "Piece", "compare", "compare_words"]
