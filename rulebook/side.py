"""A book laid out flat, so that two books can be compared by numbers in place of texts.

Two provisions have the same number where they say the same, whichever of the two books they stand in.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from rulebook.provision import Path, Provision, Rulebook
from rulebook.wording import words_of


@dataclass(slots=True)
class Side:
    """A book laid out flat, in reading order; number 0 is the book itself, whose children are the chapters.

    All lists are as long as the book has provisions, and 1. `own` numbers what a provision itself says and `whole`
    what it says with all under it, labels left out: equal numbers, equal words, in either book. `ends` is where what
    stands under it ends. `partner` is the number of the counterpart in the other book, or -1; `as_it_was` are those
    of the new book that were found with all under them, word for word and in the same order.
    """

    provisions: list[Provision] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    partner: list[int] = field(default_factory=list)
    as_it_was: set[int] = field(default_factory=set)

    def path(self, number: int) -> Path:
        """Where in its book a provision stands."""
        path: list[int] = []
        while number:
            path.append(self.places[number])
            number = self.parents[number]
        return tuple(path[::-1])

    def words(self, number: int) -> list[str]:
        """What a provision itself says, its children left out."""
        return words_of(says(self.provisions[number]))


def says(provision: Provision) -> str:
    """The words of a provision itself, footnotes included, its children left out."""
    parts = (provision.heading, provision.text, provision.tail, *provision.notes)
    return "\n".join(part for part in parts if part)


def lay_out(book: Rulebook, numbers: dict[Hashable, int]) -> Side:
    """One side of a comparison. `numbers` is shared by both sides, empty at first, and is filled here."""
    side = Side()
    provisions, parents, places, children = side.provisions, side.parents, side.places, side.children
    ends, own, whole = side.ends, side.own, side.whole

    def visit(provision: Provision, parent: int, place: int) -> int:
        number = len(provisions)
        provisions.append(provision)
        parents.append(parent)
        places.append(place)
        said = (provision.heading, provision.text, provision.tail, provision.notes)
        words = numbers.setdefault(said, len(numbers))
        own.append(words)
        if provision.children:
            ends.append(0)
            whole.append(0)
            children.append([])
            children[number] = [visit(child, number, n) for n, child in enumerate(provision.children)]
            under = (words, tuple([whole[child] for child in children[number]]))
            whole[number] = numbers.setdefault(under, len(numbers))
            ends[number] = len(provisions)
        else:
            children.append([])
            whole.append(words)
            ends.append(number + 1)
        return number

    visit(Provision("", "", children=book.chapters), 0, 0)
    side.partner = [-1] * len(provisions)
    return side
