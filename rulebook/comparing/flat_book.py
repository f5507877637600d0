"""A book laid out flat, so that two books can be compared by numbers in place of texts.

Two provisions have the same number where they say the same, whichever of the two books they stand in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from rulebook.provision import Path, Provision, Rulebook
from rulebook.wording import words_of


@dataclass(slots=True)
class Sayings:
    """What the provisions of two books say, numbered, and how many words are in it."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Side:
    """A book laid out flat, in reading order; number 0 is the book itself, whose children are the chapters.

    All lists are as long as the book has provisions, and 1; `starts` is longer by 1 again. `own` numbers what a
    provision itself says and `whole` what it says with all under it, labels left out: equal numbers, equal words, in
    either book. `ends` is where what stands under it ends. `starts` counts the words that stand in the book before it.
    `partner` is the number of the counterpart in the other book, or -1; `as_it_was` are those of the new book that
    were found with all under them, word for word and in the same order.
    """

    provisions: list[Provision] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    partner: list[int] = field(default_factory=list)
    as_it_was: set[int] = field(default_factory=set)
    _words: dict[int, list[str]] = field(default_factory=dict)
    _vocabularies: dict[int, frozenset[str]] = field(default_factory=dict)
    _under: dict[int, Counter[int]] = field(default_factory=dict)
    _marks: dict[int, tuple[Hashable, ...]] = field(default_factory=dict)

    def place(self, number: int) -> int:
        """Where among its siblings a provision stands, from 0."""
        return bisect_left(self.children[self.parents[number]], number)

    def path(self, number: int) -> Path:
        """Where in its book a provision stands."""
        path: list[int] = []
        while number:
            path.append(self.place(number))
            number = self.parents[number]
        return tuple(path[::-1])

    def words(self, number: int) -> list[str]:
        """What a provision itself says, its children left out."""
        known = self._words.get(number)
        if known is None:
            known = self._words[number] = words_of(says(self.provisions[number]))
        return known

    def vocabulary(self, number: int) -> frozenset[str]:
        """The same words, each once."""
        known = self._vocabularies.get(number)
        if known is None:
            known = self._vocabularies[number] = frozenset(self.words(number))
        return known

    def under(self, number: int) -> Counter[int]:
        """The numbers of what is said under a provision, each with how often."""
        known = self._under.get(number)
        if known is None:
            known = self._under[number] = Counter(self.own[number + 1 : self.ends[number]])
        return known

    def marks(self, number: int) -> tuple[Hashable, ...]:
        """What a provision is likely to share with its counterpart alone: pairs of words, its label, what is under it.

        Each of them once, and in the same order every time.
        """
        known = self._marks.get(number)
        if known is None:
            words = self.words(number)
            pairs: Iterable[Hashable] = dict.fromkeys(pairwise(words) if len(words) > 3 else words)
            known = self._marks[number] = (*pairs, (self.labels[number], ""), *self.under(number))
        return known

    def length(self, number: int) -> int:
        """How many words stand in a provision and under it."""
        return self.starts[self.ends[number]] - self.starts[number]


def says(provision: Provision) -> str:
    """The words of a provision itself, footnotes included, its children left out."""
    parts = (provision.heading, provision.text, provision.tail, *provision.notes)
    return "\n".join(part for part in parts if part)


def lay_out(book: Rulebook, sayings: Sayings) -> Side:
    """One side of a comparison. `sayings` is shared by both sides, empty at first, and is filled here."""
    side = Side()
    provisions, labels, parents, children, ends = side.provisions, side.labels, side.parents, side.children, side.ends
    own, whole, numbers, lengths = side.own, side.whole, sayings.numbers, sayings.lengths
    childless: list[int] = []

    def visit(siblings: tuple[Provision, ...], parent: int) -> list[int]:
        row: list[int] = []
        for provision in siblings:
            number = len(provisions)
            row.append(number)
            provisions.append(provision)
            labels.append(provision.label)
            parents.append(parent)
            text = provision.text
            more = provision.heading or provision.tail or provision.notes
            said: Hashable = (provision.heading, text, provision.tail, provision.notes) if more else text
            words = numbers.get(said, -1)
            if words < 0:
                words = numbers[said] = len(numbers)
                simple = text and not more and "\n" not in text  # one paragraph: its words stand one space apart
                lengths[words] = text.count(" ") + 1 if simple else len(says(provision).split())
            own.append(words)
            whole.append(words)
            if provision.children:
                ends.append(0)
                children.append(childless)
                below = children[number] = visit(provision.children, number)
                under = words, tuple([whole[child] for child in below])
                whole[number] = numbers.setdefault(under, len(numbers))
                ends[number] = len(provisions)
            else:
                ends.append(number + 1)
                children.append(childless)
        return row

    visit((Provision("", "", children=book.chapters),), 0)
    side.starts = [0, *accumulate(map(lengths.__getitem__, own))]
    side.partner = [-1] * len(provisions)
    return side
