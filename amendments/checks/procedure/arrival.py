"""When a draft reaches conference: the deadline that it must meet, and the conference that considers it.

What is received by a deadline may be considered at a later conference than the one that the deadline is for. A draft's
head may name either; which of them is right depends on the day on which it is agreed.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from amendments.checks.standing_orders import Figure
from amendments.checks.submission import EMERGENCY, Submission

if TYPE_CHECKING:
    from amendments.checks.standing_orders.deadlines import Moment


def deadline(submission: Submission, year: int | None = None) -> tuple[Figure, Moment] | None:
    """The deadline for a draft of its kind and the conference it names, or one of another year; None if not known."""
    name = (
        "rule-change-deadline"
        if submission.is_rule_change
        else "emergency-deadline"
        if submission.draft.kind == EMERGENCY
        else "motion-deadline"
    )
    year = year or submission.named_year
    if year is None or submission.orders is None or not (submission.is_rule_change or submission.is_motion):
        return None
    figure = submission.orders.figure(name, year)
    return (figure, figure.moment(year)) if figure else None


def considered(submission: Submission) -> tuple[Figure, int] | None:
    """The rule by which a rule change waits, and the year of the conference that considers it.

    None where nothing waits, or where it cannot be said. A change that is agreed in time for the deadline of the year
    before is considered at the conference that its head names; one that is agreed later waits.
    """
    year, orders = submission.named_year, submission.orders
    if year is None or orders is None or not submission.is_rule_change:
        return None
    sent = submission.agreed or submission.now.date()
    for received in range(min(sent.year, year), year + 1):
        limit, waits = deadline(submission, received), orders.known("heard-later", received)
        if limit is None or waits is None:
            return None  # of that year too little is known
        if is_after(sent, limit[1]):
            continue
        hears = received if waits.none else orders.later(received, waits.values["conferences"])
        if hears >= year:
            return None if waits.none else (waits, hears)
    return None


def is_after(day: datetime.date, moment: Moment) -> bool:
    """Whether a day begins after a deadline has passed."""
    return day > moment.at.date()
