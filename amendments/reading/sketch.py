"""An instruction in the making, and the scene that its clauses are read in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from amendments.reading.edits import Anchor, Edit, Instruction, Place, Recital, Result, Target, Words
from amendments.reading.quotations import Quotation
from amendments.reading.unreadable import fault
from rulebook.diagnostics import Diagnostic, errors
from rulebook.reference import Reference
from rulebook.source import Source, Span

Chain = tuple[Target, ...]
"""References from the outermost in, each read inside the one before."""


@dataclass(slots=True)
class Sketch:
    """What a sentence has given so far. `continues` says that its first edit completes the last one before it."""

    edits: list[Edit] = field(default_factory=list)
    recitals: list[Recital] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    renumbering: list[Place] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    continues: bool = False


@dataclass(slots=True)
class Scene:
    """What a clause is read against.

    `chain` is the place; `anchors`, `instead` and `occurrence` come from the leads of the sentence. `about` says that
    the sentence is about its place ("3.I.2: delete") rather than something in it; `first`, that no clause came before
    in the sentence; `placed`, that a place was named just before the clause. `before` is the instruction before it,
    and `recital` the wording recited last. `seen` is where each reference stands in the draft.
    """

    source: Source
    offset: int
    chain: Chain = ()
    anchors: list[Anchor] = field(default_factory=list)
    instead: Words | Target | None = None
    occurrence: str = ""
    about: bool = False
    first: bool = True
    placed: bool = False
    before: Instruction | None = None
    recital: Recital | None = None
    document: str = ""
    seen: dict[Target, Span] = field(default_factory=dict)

    def at(self, span: Span) -> Span:
        """A span of the instructions as one of the source."""
        return span[0] + self.offset, span[1] + self.offset

    def place(self, chain: Chain | None = None) -> Place:
        """The place of a chain; of the scene's own, where none is given."""
        chain = self.chain if chain is None else chain
        return Place(chain, self.seen.get(chain[-1], (0, 0)) if chain else (0, 0), self.document)

    def quotation(self, quotation: Quotation) -> Quotation:
        """A quotation with its place in the source."""
        return Quotation(quotation.text, self.at(quotation.span), quotation.form)

    def words(self, words: Words, occurrence: str = "") -> Words:
        """Words with their place in the source, and which occurrence is meant, where that is said elsewhere."""
        which = occurrence if occurrence and words.occurrence == "only" else words.occurrence
        return Words(self.quotation(words.quotation), which)

    def anchor(self, anchor: Anchor) -> Anchor:
        """An anchor with its places in the source. "At the end of X" makes X the place of the scene."""
        span = self.at(anchor.span)
        if anchor.position in ("start", "end"):
            if isinstance(anchor.point, tuple):
                self.seen[anchor.point] = span
                self.chain = further(self.chain, anchor.point)
            return Anchor(anchor.position, span=span)
        point, other = (self.words(p) if isinstance(p, Words) else p for p in (anchor.point, anchor.other))
        if isinstance(point, tuple) and is_full(point[0]):
            self.chain = ()  # "after Chapter 5, Clause IV, sub-clause 5" needs nothing that was said before
        return Anchor(anchor.position, point, other, span)

    def fault(self, code: str, message: str, span: Span, help: str = "") -> Diagnostic:
        """A finding about a span of the instructions."""
        return fault(code, message, self.source, self.at(span), help)

    def deletion(self, sketch: Sketch) -> list[Edit] | None:
        """The edits that end in a deletion which this clause may complete; None where there is none."""
        edits: list[Edit] = []
        if self.placed:
            return None  # "delete X. In Y insert ..." is not a replacement
        if not self.first:
            edits = sketch.edits
        elif self.before is not None and not errors(self.before.diagnostics):
            edits = [*self.before.edits]
        return edits if edits and edits[-1].op == "delete" else None


def further(chain: Chain, target: Target) -> Chain:
    """A chain with one more reference; a full address starts a new one."""
    return (target,) if is_full(target[0]) else (*chain, target)


def is_full(reference: Reference) -> bool:
    """Whether a reference begins at the top of the book."""
    steps = reference.steps
    if not steps:
        return False
    return steps[0].level == "chapter" or (not steps[0].level and len(steps) > 1 and steps[0].label.isdigit())


def unit_of(target: Target | None) -> str:
    """What a target is: words (a sentence, a line), a heading or a provision."""
    parts = target[0].parts if target else ()
    if any(part.unit == "heading" for part in parts):
        return "heading"
    if any(part.unit in ("sentence", "line", "opening words") for part in parts):
        return "words"
    return "provision"


def counted(anchor: Anchor, occurrence: str) -> Anchor:
    """An anchor whose words are looked for as often as is said ("in both places")."""
    if isinstance(anchor.point, Words) and anchor.point.occurrence == "only":
        return replace(anchor, point=Words(anchor.point.quotation, occurrence))
    return anchor
