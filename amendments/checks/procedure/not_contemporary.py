"""No date in the motion is late enough for the matter to be a recent one.

Where a motion must be on a matter that has arisen since a certain day, the committee looks for the date in its text.
What it is about may still be recent: then say in the notes what happened, and when.

Bad:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2027
    agreed: 2027-09-02
    ---

    ## This CLP notes

    1. On 3 March 2027 the council ended its support for eleven routes.

    ## This CLP resolves

    1. To call for rural bus grants.

Good:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2027
    agreed: 2027-09-02
    ---

    ## This CLP notes

    1. On 3 August 2027 the council ended its support for eleven routes.

    ## This CLP resolves

    1. To call for rural bus grants.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The latest date in the motion, where it is too early; else the motion as a whole, where it has none."""
    test = submission.figure("contemporary") if submission.is_motion else None
    year = submission.named_year
    if test is None or year is None or submission.draft.kind != "motion":
        return
    from amendments.checks.standing_orders.dates import dates_in
    from amendments.checks.standing_orders.deadlines import in_words

    draft = submission.draft
    since, told = _since(test.values["after"], year)
    known = submission.agreed or submission.now.date()  # what is to come is nothing that has arisen
    start = min((section.span[0] for section in draft.sections), default=0)
    found = [one for one in dates_in(draft.source.text[start:], year) if one.first <= known]
    if any(one.last > since for one in found):
        return
    ask = f"say in the notes what happened since then, and on which day{test.cited}"
    if not found:
        yield Found(f"the motion names no date, and its matter must have arisen after {told}{test.doubt}", ask)
        return
    latest = max(found, key=lambda one: one.last)
    day = in_words(latest.last)
    yield Found(
        f"the latest date in the motion is {day}, and its matter must have arisen after {told}{test.doubt}",
        ask,
        (start + latest.span[0], start + latest.span[1]),
    )


def _since(said: object, year: int) -> tuple[datetime.date, str]:
    """The last day that is surely too early, and the test in words."""
    from amendments.checks.standing_orders.deadlines import MONTHS, in_words

    if isinstance(said, datetime.date):
        return said, in_words(said)
    words, month = str(said).rsplit(" ", 1)
    number = MONTHS.index(month) + 1
    first = datetime.date(year, number, 1)
    after = datetime.date(year + number // 12, number % 12 + 1, 1)
    return (after if words == "the end of" else first) - datetime.timedelta(1), f"{said} {year}"
