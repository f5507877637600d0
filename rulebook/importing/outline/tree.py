"""The tree that grows from paragraphs, once it is settled how each is taken.

Every word of the paragraphs is in the tree, in a note of a provision, or among the words before the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grammar.levels import APART
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.front import with_preamble
from rulebook.importing.outline.item_headings import with_item_headings
from rulebook.importing.outline.open_provisions import Taken
from rulebook.numbering import BULLETS
from rulebook.provision import KINDS, Provision, Scheme
from rulebook.reading.headings import UNNUMBERED

Place = tuple[str, int]
"""A page as it is printed, "" where there are none, and a line on it."""


@dataclass(slots=True)
class _Growing:
    """A provision to which more may come."""

    kind: str
    label: str
    depth: int
    place: Place
    heading: str = ""
    text: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    children: list[_Growing] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    bold: bool = False

    def grown(self) -> Provision:
        return Provision(
            self.kind,
            self.label,
            self.heading,
            "\n\n".join(self.text),
            tuple(child.grown() for child in self.children),
            "\n\n".join(self.tail),
            tuple(self.notes),
        )

    def looks(self) -> list[bool]:
        """Whether its first words are bold, and those of all under it, in the order of the book."""
        return [self.bold, *(look for child in self.children for look in child.looks())]

    def places(self) -> list[Place]:
        """Where it and all under it stand, in the order of the book."""
        return [self.place, *(place for child in self.children for place in child.places())]


@dataclass(frozen=True, slots=True)
class Grown:
    """The provisions, where each stands in the order of the book, and the paragraphs that come before the first."""

    provisions: tuple[Provision, ...]
    places: tuple[Place, ...]
    before: tuple[Paragraph, ...]

    def with_preamble(self) -> Grown:
        """The same with the sentences before the first provision as one of their own."""
        before, words = with_preamble(self.before)
        if not words or not self.provisions:
            return self
        preamble = Provision("preamble", "", "", "\n\n".join(f"{one.label} {one.text}".strip() for one in words))
        place = (words[0].page, words[0].line)
        return Grown((preamble, *self.provisions), (place, *self.places), before)


def grow(paragraphs: Sequence[Paragraph], taken: Sequence[Taken], scheme: Scheme) -> Grown:
    """The tree of paragraphs that are taken as `taken` says, one for one."""
    book = _Growing("book", "", -1, ("", 0))
    row = [book]
    before: list[Paragraph] = []
    for one, how in zip(paragraphs, taken, strict=True):
        if how.heading is not None or how.label:
            while row[-1].depth >= how.depth:
                row.pop()
            word = how.heading.word if how.heading else ""
            apart = word in APART and word not in (level.word.lower() for level in scheme.levels)
            label = "-" if how.label in BULLETS else how.label
            kind = word if apart or word == UNNUMBERED else scheme.kind(how.depth)
            opened = _Growing(kind, label, how.depth, (one.page, one.line))
            if how.heading is not None or how.titled:
                opened.heading = how.words
            elif how.words:
                opened.text.append(how.words)
            opened.notes += filter(None, one.notes)
            opened.bold = one.bold
            if row[-1].tail and (how.heading is not None or how.titled):
                _give_back(row[-1])
            row[-1].children.append(opened)
            row.append(opened)
        elif how.depth < 0:
            before.append(one)
        else:
            while row[-1].depth > how.depth:
                row.pop()
            _add(row[-1], how, one)
    provisions = tuple(child.grown() for child in book.children)
    looks = [look for child in book.children for look in child.looks()]
    return Grown(
        with_item_headings(provisions, looks, _numbered_kinds(scheme)),
        tuple(place for child in book.children for place in child.places()),
        tuple(before),
    )


def _numbered_kinds(scheme: Scheme) -> frozenset[str]:
    headed = sum(1 for level in scheme.levels if level.word)
    below = {scheme.kind(depth) for depth in range(headed, headed + len(KINDS))}
    return frozenset(below - {level.kind for level in scheme.levels[:headed]})


def _give_back(owner: _Growing) -> None:
    """The words after a list, to the last of it where headings come after them: what stands under a heading ends with
    the headings in it."""
    last = owner.children[-1]
    (last.tail if last.children else last.text).extend(owner.tail)
    owner.tail = []


def _add(owner: _Growing, how: Taken, one: Paragraph) -> None:
    """Words without a label, to the provision that they belong to."""
    part = owner.tail if owner.children else owner.text
    if how.joined and part and one.form is Form.WORDS:
        part[-1] = f"{part[-1]} {how.words}"
    elif how.joined and not part and owner.heading:
        owner.heading = f"{owner.heading} {how.words}"
    else:
        part.append(how.words)
    owner.notes += filter(None, one.notes)  # a footnote may be empty
