"""The motion does not say which meeting agreed it, where the standing orders ask for its date.

A motion without the date may be sent back, since nobody can tell whether a meeting agreed it.

Bad:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2027
    ---

    ## This CLP resolves

    1. To call for rural bus grants.

Good:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2027
    agreed: 2027-09-02
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
    """The empty line of the head, or the draft as a whole where it has none."""
    rule = submission.figure("meeting-date") if submission.is_motion else None
    if rule is not None and not submission.draft.agreed:
        yield Found(
            f"the motion does not say when it was agreed{rule.doubt}",
            f"add a line  agreed: {submission.year}-09-02,  with the date of the meeting{rule.cited}",
            submission.in_head("agreed"),
            severity=submission.gravity(rule, SEVERITY),
        )
