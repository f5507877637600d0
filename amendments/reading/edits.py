"""Edits: what an amendment does to a rulebook, as plain values, before anybody looks at the rulebook."""

from __future__ import annotations

from dataclasses import dataclass, field

from amendments.reading.quotations import Quotation
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.reference import Reference
from rulebook.source import Span

Target = tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that an instruction looks for, and which occurrence: "only", "all", "both", "last" or "1", "2", ..."""

    quotation: Quotation
    occurrence: str = "only"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something goes: `position` is "before", "after", "between", "start" or "end".

    `point` is the words or the provision it is said of: None for the end or the start of the place itself, and the mark
    that stays last for an end before it. `other` is the far side of "between".
    """

    position: str
    point: Words | Target | None = None
    other: Words | Target | None = None
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit applies, as it was written: references from the outermost in, each read inside the one before.

    `span` is where the innermost stands in the draft, (0, 0) where nothing was said. `document` is the book that was
    named beside it, if any. `inherited` is the sentence that the place was taken from, counted from 0, or -1.
    `excepting` are places in it that the edit leaves alone.
    """

    chain: tuple[Target, ...] = ()
    span: Span = field(default=(0, 0), compare=False)
    document: str = ""
    inherited: int = field(default=-1, compare=False)
    excepting: Target = ()

    @property
    def innermost(self) -> Target:
        """The last reference of the chain, or nothing."""
        return self.chain[-1] if self.chain else ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change. `op` is insert, delete, replace, renumber or move; `unit` is words, provision or heading.

    `old` are the words looked for, `until` the last of them in "from A to B" (the end of "between A and B"), and
    `extent` says how far: "" (the words themselves), "from to", "between", "all after" or "all before"; where there is
    no `old` the whole of `place` is meant, and the extent "to read" says that its present shape is expected to stay.
    A move has the extent "exchange" where two provisions change places. `label` and `level` are what a new provision is
    to be called. `destination` is where a move goes or what a renumbering gives.
    """

    op: str
    unit: str
    place: Place
    span: Span = field(compare=False)
    old: Words | None = None
    until: Words | None = None
    extent: str = ""
    new: Quotation | None = None
    anchor: Anchor | None = None
    label: Reference | None = None
    level: str = ""
    destination: Target = ()


@dataclass(frozen=True, slots=True)
class Recital:
    """Wording that the drafter says stands in the book ("reads as follows")."""

    place: Place
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Result:
    """Wording that the drafter says the edits give ("so that it reads")."""

    place: Place
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an instruction: `instead` is what to write for it, where only one thing fits."""

    code: str
    message: str
    span: Span
    help: str = ""
    severity: Severity = Severity.ERROR
    instead: str = ""

    @property
    def stops(self) -> bool:
        """Whether the instruction cannot be carried out."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Role:
    """What some words of an instruction do in it: verb, place, old, new, anchor, position, occurrence, joint, ..."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """A sentence, or sentences that belong together: its edits and what is to be checked.

    `renumbering` are the places whose numbers are to follow ("renumber accordingly"). `diagnostics` are reasons why
    it cannot be carried out; with one of severity error there are no edits to rely on. `faults` are the same before
    they have a file; `roles` say what its words do; `leaves` that it says what is to stay.
    """

    span: Span
    edits: tuple[Edit, ...] = ()
    recitals: tuple[Recital, ...] = ()
    results: tuple[Result, ...] = ()
    renumbering: tuple[Place, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    faults: tuple[Fault, ...] = ()
    roles: tuple[Role, ...] = field(default=(), compare=False)
    leaves: bool = False
