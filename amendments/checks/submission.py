"""What is checked: a draft with the rules that it changes, and with the standing orders that it must pass.

What standing orders ask is asked of rule changes, and of motions whose head names the conference that they are sent to:
a motion for the local party alone is nobody else's business.
"""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from amendments.applying.outcome import Outcome
from amendments.checks.changed_parts import Changed, changed_parts
from amendments.checks.standing_orders import Decision, Figure, StandingOrders
from amendments.drafts.draft import Draft
from rulebook.diagnostics import Severity
from rulebook.looking.definitions import Definition, definitions
from rulebook.provision import Rulebook
from rulebook.source import Span

EMERGENCY = "emergency motion"
SENT = ("motion", "motion of no confidence", "motion of intent", EMERGENCY)
"""The motions that a body sends to conference; composites and amendments are made there."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Submission:
    """A draft and all that it is checked against.

    `outcome` is what its instructions come to; None where it changes no rules. `orders` are None where no standing
    orders are known for the organisation. `now` is the moment at which it is checked; `given_now` says that somebody
    named it, so that "too late" is certain. `decisions` are what conference decided before, and `others` the other
    drafts that are checked with it, at least those of the same body.
    """

    draft: Draft
    rulebook: Rulebook
    outcome: Outcome | None = None
    orders: StandingOrders | None = None
    now: datetime.datetime = field(default_factory=datetime.datetime.now)
    given_now: bool = False
    decisions: tuple[Decision, ...] = ()
    others: tuple[Draft, ...] = ()

    @property
    def is_rule_change(self) -> bool:
        """Whether it is to change the rules."""
        return self.draft.kind == "rule change"

    @property
    def is_motion(self) -> bool:
        """Whether it is a motion that is sent to conference."""
        return self.draft.kind in SENT and bool(self.draft.conference)

    @property
    def named_year(self) -> int | None:
        """The year of the conference that the draft is sent to; None where its head does not say."""
        return year_in(self.draft.conference)

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
        """The same; where it is not said, the year of the meeting that agreed it, or of today."""
        return self.named_year or year_in(self.draft.agreed) or self.now.year

    @property
    def agreed(self) -> datetime.date | None:
        """The day of the meeting that agreed it; None where its head does not say one that can be read."""
        with suppress(ValueError):  # as it usually is written, which needs no patterns
            return datetime.date.fromisoformat(self.draft.agreed)
        from amendments.checks.standing_orders.dates import dates_in

        found = [one for one in dates_in(self.draft.agreed, self.year) if one.is_a_day]
        return found[0].first if len(found) == 1 else None

    def figure(self, name: str) -> Figure | None:
        """What the standing orders ask for the conference; None where that is nothing, or where it is not known."""
        if self.orders is None or not (self.is_rule_change or self.is_motion):
            return None
        return self.orders.figure(name, self.year)

    def gravity(self, figure: Figure, usual: Severity | None = None) -> Severity | None:
        """How bad it is to go against a figure: `usual`, or None for what is usual of the check.

        It is advice where the figure is not certain, and a warning where it is not said which conference is meant.
        """
        if not figure.certain:
            return Severity.ADVICE
        return usual if self.named_year else usual or Severity.WARNING

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


def year_in(words: str) -> int | None:
    """The first year in some words, "Annual Conference 2027"; None where there is none."""
    found = _YEAR.search(words)
    return int(found[0]) if found else None


def folded(name: str) -> str:
    """The name of a body in the form in which names are compared, whatever its capitals and spaces."""
    return " ".join(name.casefold().split())
