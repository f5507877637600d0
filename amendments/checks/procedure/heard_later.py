"""The rule change will be considered at a later conference than the one that the draft names.

Where rule changes wait, delegates are chosen and arguments prepared for the wrong year. The draft can name the
conference that considers it. Only conferences that are held count.

Bad:

    ---
    title: Ten general meetings a year
    conference: Annual Conference 2027
    agreed: 2027-05-13
    ---

    ## Amendment

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.

Good:

    ---
    title: Ten general meetings a year
    conference: Annual Conference 2028
    agreed: 2027-05-13
    ---

    ## Amendment

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.procedure.arrival import considered
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The name of the conference, where another one considers it."""
    known = considered(submission)
    if known is None or known[1] == submission.named_year:
        return
    rule, year = known
    yield Found(
        f"a rule change that is sent for {submission.named_year} is considered at the conference of {year}{rule.doubt}",
        f"name the conference of {year}, or ask for it to be placed before an earlier one{rule.cited}",
        submission.in_head("conference", str(submission.named_year)),
    )
