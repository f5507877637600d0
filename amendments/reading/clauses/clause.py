"""A clause: one verb, and what each of the other phrases does for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from amendments.reading.clauses.phrase import Phrase
from rulebook.source import Span


class Unreadable(Exception):
    """A sentence that makes no sense from a phrase on. It never leaves the reading of that sentence."""

    def __init__(self, phrase: Phrase | None, code: str = "", message: str = "", help: str = "") -> None:
        super().__init__(message)
        self.phrase, self.code, self.message, self.help = phrase, code, message, help


NAME_A_RANGE = "name the first and the last, as in  delete sub-clauses 4 to 6"
"""What to write where it is not clear how far an instruction goes."""


def how_far(phrase: Phrase) -> Unreadable:
    """What to say of a phrase that does not say how far something goes."""
    return Unreadable(phrase, "extent-uncertain", "it is not clear how far this goes", NAME_A_RANGE)


@dataclass(slots=True)
class Clause:
    """What one verb is said of. `roles` are all phrases of it, each with the name of what it does.

    `does` is delete, insert, replace, substitute, change, renumber, move, exchange, rename, becomes, leave, "to read",
    "result", "recital", "same", or "" for a place alone. `scope` are places that something is done in; `objects` those
    that it is done to. `extent` is "", "from", "between", "after" or "before"; `edge` is "", "start" or "end".
    """

    does: str
    span: Span
    form: str = ""
    stem: str = ""
    scope: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    old: list[Phrase] = field(default_factory=list)
    new: list[Phrase] = field(default_factory=list)
    anchors: list[Phrase] = field(default_factory=list)
    until: Phrase | None = None
    extent: str = ""
    edge: str = ""
    occurrence: str = ""
    unit: Phrase | None = None
    rest: Phrase | None = None
    to: Phrase | None = None
    context: Phrase | None = None
    excepting: list[Phrase] = field(default_factory=list)
    beside: Phrase | None = None
    said: set[str] = field(default_factory=set)
    roles: list[tuple[str, Phrase]] = field(default_factory=list)

    def role(self, name: str, phrase: Phrase) -> None:
        """Notes what a phrase does."""
        self.roles.append((name, phrase))
