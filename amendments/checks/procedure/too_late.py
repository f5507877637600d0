"""The deadline of the conference passes before the meeting that agrees the draft, or has passed already.

What arrives late is ruled out, however good it is. An emergency motion may have a later deadline, but only for what
could not have been foreseen.

Bad:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2027
    agreed: 2027-09-16
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

from amendments.checks.procedure.arrival import deadline, is_after
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The date of the meeting where it is after the deadline; else the draft as a whole, where it is late by now."""
    known = deadline(submission)
    if known is None:
        return
    from amendments.checks.standing_orders.deadlines import in_words

    figure, moment = known
    agreed, what = submission.agreed, submission.draft.kind
    until = f"the deadline for {what}s to the conference of {submission.named_year} is {moment}"
    ask = f"ask the office what can still be done, or send it to the conference after{figure.cited}"
    if agreed and is_after(agreed, moment):
        yield Found(
            f"the meeting is on {in_words(agreed)}, and {until}{figure.doubt}",
            f"hold the meeting earlier, or correct its date; else {ask}",
            submission.in_head("agreed"),
            severity=submission.gravity(figure),
        )
    elif submission.now > moment.at:
        yield Found(
            f"{until}{figure.doubt}, which has passed",
            f"if it was sent in time, nothing is wrong; else {ask}",
            submission.in_head("conference"),
            severity=submission.gravity(figure, None if submission.given_now else Severity.WARNING),
        )
    elif agreed == moment.at.date():
        yield Found(
            f"the meeting is on the day of the deadline: {until}{figure.doubt}",
            "see to it that somebody sends the draft before then",
            submission.in_head("agreed"),
            severity=Severity.ADVICE,
        )
