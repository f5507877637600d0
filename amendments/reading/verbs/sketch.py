"""An instruction in the making, and the scene that its clauses are read in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from amendments.reading.clauses.clause import Clause
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.edits import Anchor, Edit, Fault, Instruction, Place, Recital, Result, Target, Words
from amendments.reading.quotations import Quotation
from rulebook.reference import Reference
from rulebook.source import Span

Chain = tuple[Target, ...]
"""References from the outermost in, each read inside the one before."""


@dataclass(slots=True)
class Sketch:
    """What a sentence has given so far. `continues` says that its first edit completes the last one before it."""

    edits: list[Edit] = field(default_factory=list)
    recitals: list[Recital] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    renumbering: list[Place] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    leaves: bool = False
    continues: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing but a place."""
        return not (self.edits or self.recitals or self.results or self.renumbering or self.faults or self.leaves)


@dataclass(slots=True)
class Scene:
    """What a clause is read against.

    `chain` is the place, `named` whether the sentence has named one, and `book` whether it says that the whole book is
    meant. `about` says that the sentence is about its place ("3.I.2: delete") rather than something in it; `first`,
    that no clause came before in the sentence. `before` is the instruction before it, `recital` the wording recited
    last, `inherited` the instruction that the place comes from (-1 for none).
    """

    chain: Chain = ()
    span: Span = (0, 0)
    named: bool = False
    book: bool = False
    about: bool = False
    first: bool = True
    placed: bool = False
    before: Instruction | None = None
    recital: Recital | None = None
    document: str = ""
    amending: Clause | None = None
    anchors: list[Anchor] = field(default_factory=list)
    occurrence: str = ""
    edge: str = ""
    inherited: int = -1
    parted: bool = False
    excepting: Target = ()

    def place(self, chain: Chain | None = None, span: Span | None = None) -> Place:
        """The place of a chain; of the scene's own, where none is given."""
        return Place(
            self.chain if chain is None else chain, self.span if span is None else span, self.document,
            self.inherited if chain is None or chain[:-1] == self.chain or chain == self.chain else -1,
            self.excepting,
        )  # fmt: skip

    def enter(self, phrases: list[Phrase]) -> None:
        """Goes to the place that phrases name, the outermost first, whichever was written first."""
        ordered = _from_the_outside(phrases)
        full = [target_of(one) for one in phrases if _is_outer(one) and one.kind != "book"]
        inner = [target_of(one)[0].steps for one in phrases if one.kind == "place" and not _is_outer(one)]
        levels = [(steps[-1].level, steps[-1].label) for steps in inner if steps and steps[-1].level]
        self.parted = self.parted or len({level for level, _ in levels}) < len(set(levels))
        self.parted = self.parted or not all(_is_in(b, a) for a, b in pairwise(full))
        for one in ordered:
            if one.marks.get("document"):
                self.document = one.marks["document"]
            if one.kind == "book":
                self.book, self.chain, self.named = True, () if not self.named else self.chain, True
            elif one.kind == "named_document":
                self.document = one.value or "another document"
            else:
                self.about = one.prep in ("", "for")
                self.chain = further(self.chain, target_of(one))
                self.named = self.placed = True
                self.span = one.span
                if is_full(target_of(one)[0]):
                    self.inherited = -1


def _from_the_outside(phrases: list[Phrase]) -> list[Phrase]:
    """Places with the outermost first: "sub-clause 3 of the clause headed “...” in Chapter 1"."""
    found: list[Phrase] = []
    place = 0
    for one in phrases:
        adjacent = bool(found) and one.prep in ("of", "in") and 0 <= one.span[0] - max(p.span[1] for p in found) <= 1
        place = place if adjacent else len(found)
        found.insert(place, one)
    return [one for one in found if _is_outer(one)] + [one for one in found if not _is_outer(one)]


def _is_in(one: Target, other: Target) -> bool:
    """Whether a place is another, or in it: 10.3.1 in 10.3."""
    if one == other:
        return True
    labels, outer = ([step.label for step in target[0].steps] for target in (one, other))
    return len(one) == len(other) == 1 and labels[: len(outer)] == outer


def _is_outer(phrase: Phrase) -> bool:
    return phrase.kind == "book" or (phrase.kind in ("place", "number") and is_full(target_of(phrase)[0]))


def target_of(phrase: Phrase) -> Target:
    """The references of a phrase; for "the clause" the one that was named before."""
    if phrase.kind == "new":
        if isinstance(phrase.value, tuple):
            found: Target = phrase.value
            return found
        opening = phrase.marks.get("opening")
        if opening is not None:
            return (Reference(level=phrase.value, opening=opening.text),)
        return (Reference(relative="this", level=phrase.value),)
    target: Target = phrase.value
    return target


def further(chain: Chain, target: Target) -> Chain:
    """A chain with one more reference; a full address starts a new one, and a part takes the place of its like."""
    if is_full(target[0]):
        return (target,)
    if chain and all(one.parts and not one.steps and not one.relative for one in target):
        units = {part.unit for one in target for part in one.parts}
        last = tuple(
            replace(one, parts=tuple(part for part in one.parts if part.unit not in units)) for one in chain[-1]
        )
        chain = (*chain[:-1], last) if any(one.steps or one.parts or one.relative for one in last) else chain[:-1]
    return (*chain, target)


def without_lines(chain: Chain) -> Chain:
    """A chain without the lines of the page, which only help to find words that are quoted."""
    kept = tuple(
        tuple(replace(one, parts=tuple(part for part in one.parts if part.unit != "line")) for one in target)
        for target in chain
    )
    return tuple(
        target for target in kept if any(one.steps or one.parts or one.relative or one.level for one in target)
    )


_OWN_NUMBERS = frozenset("rule article section regulation bylaw".split())  # "Rule 4.2.1" needs nothing before it


def is_full(reference: Reference) -> bool:
    """Whether a reference begins at the top of the book."""
    steps = reference.steps
    if not steps:
        return False
    if steps[0].level in _OWN_NUMBERS and len(steps) > 1:
        return True
    return steps[0].level == "chapter" or (
        not steps[0].level and len(steps) > 1 and (steps[0].label.isdigit() or steps[0].label.isupper())
    )


def unit_of(target: Target | None) -> str:
    """What a target is: words (a sentence, a line), a heading or a provision."""
    parts = target[0].parts if target else ()
    if any(part.unit == "heading" for part in parts):
        return "heading"
    if any(part.unit in ("sentence", "line", "opening words", "closing words", "row") for part in parts):
        return "words"
    if target and target[0].level in ("sentence", "row") and target[0].opening:
        return "words"
    return "provision"


def words_of(phrase: Phrase, occurrence: str = "") -> Words:
    """Quoted words, and which occurrence is meant, where that is said elsewhere."""
    quotation: Quotation = phrase.value
    return Words(quotation, phrase.which or occurrence or "only")


def anchor_of(phrases: list[Phrase], occurrence: str = "") -> Anchor:
    """Where something goes, said by one phrase, or for "between" by two."""
    first = phrases[0]
    points: list[Words | Target] = []
    for one in phrases:
        if one.kind == "words":
            points.append(words_of(one, occurrence))
        else:
            points.append(target_of(one))
    if first.prep == "between" and len(points) == 1 and isinstance(points[0], tuple) and len(points[0]) == 2:
        points = [points[0][:1], points[0][1:]]
    position = next((one for one in first.preps if one in ("after", "before", "between")), "after")
    return Anchor(position, points[0], points[1] if len(points) > 1 else None, first.span)


def anchors_of(phrases: list[Phrase], occurrence: str = "") -> list[Anchor]:
    """Where something goes, said by phrases one after another; two of them for “between “a” and “b””."""
    found = []
    while phrases:
        size = 2 if phrases[0].prep == "between" and len(phrases) > 1 and not phrases[1].preps else 1
        found.append(anchor_of(phrases[:size], occurrence))
        phrases = phrases[size:]
    return found


def joined(old: Edit, new: Quotation, span: Span, place: Place) -> Edit:
    """A deletion and the insertion in its place as one replacement."""
    return replace(old, op="replace", new=new, place=place, span=(min(old.span[0], span[0]), span[1]))
