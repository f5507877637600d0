"""There was no conference in the year that the draft names.

A year without a conference does not count, for deadlines or for what waits, and the draft is for another one.

Bad:

    standing-orders.toml:

        [[no-conference]]
        years = "2020"
        source = "the annual report of 2020"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2020
        ---

        ## This CLP resolves

        1. To call for rural bus grants.

Good:

    standing-orders.toml:

        [[no-conference]]
        years = "2020"
        source = "the annual report of 2020"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2021
        ---

        ## This CLP resolves

        1. To call for rural bus grants.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.WARNING
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The year in the name of the conference."""
    year, orders = submission.named_year, submission.orders
    none = submission.figure("no-conference")
    if none is not None and year is not None and orders is not None:
        yield Found(
            f"there was no conference in {year}{none.doubt}",
            f"name the next one, of {orders.later(year, 1)}, or correct the year{none.cited}",
            submission.in_head("conference", str(year)),
            severity=submission.gravity(none, SEVERITY),
        )
