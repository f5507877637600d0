"""What is checked: a draft with the rules that it changes, and with the standing orders that it must pass."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from functools import cached_property

from amendments.draft import Draft
from amendments.outcome import Outcome
from amendments.seams import Changed, changed_parts
from amendments.standing_orders import Decision, Figure, StandingOrders
from rulebook.definitions import Definition, definitions
from rulebook.provision import Rulebook
from rulebook.source import Span


@dataclass(frozen=True)
class Submission:
    """A draft and all that it is checked against.

    `outcome` is what its instructions come to; None where it changes no rules. `orders` are None where no standing
    orders are known for the organisation. `now` is the moment at which it is checked; `given_now` says that somebody
    named it, so that "too late" is certain. `decisions` are what conference decided before.
    """

    draft: Draft
    rulebook: Rulebook
    outcome: Outcome | None = None
    orders: StandingOrders | None = None
    now: datetime.datetime = field(default_factory=datetime.datetime.now)
    given_now: bool = False
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """What reads otherwise after the amendment, or is new."""
        return tuple(changed_parts(self.outcome))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms that the rules define before the amendment."""
        return tuple(definitions(self.rulebook))

    @property
    def year(self) -> int:
        """The year of the conference that the draft is sent to; else that of its meeting, or of today."""
        for words in (self.draft.conference, self.draft.agreed):
            named = re.search(r"\b(?:19|20)\d\d\b", words)
            if named:
                return int(named[0])
        return self.now.year

    def figure(self, name: str) -> Figure | None:
        """A figure of the standing orders for the conference; None where none is known for that year."""
        return self.orders.figure(name, self.year) if self.orders else None

    def in_head(self, name: str, value: str = "") -> Span | None:
        """Where a line of the front matter stands: its value, or the value that is given."""
        text = self.draft.source.text
        head = re.match(r"---[ \t]*\n.*?^---[ \t]*$", text, re.MULTILINE | re.DOTALL)
        line = re.compile(rf"^{re.escape(name)}[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE).search(
            text, 0, head.end() if head else 0
        )
        if line is None:
            return None
        place = text.find(value, line.start(1), line.end(1)) if value else -1
        return (place, place + len(value)) if place >= 0 else line.span(1)
