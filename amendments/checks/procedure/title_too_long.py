"""The title has more words than the standing orders allow.

A title that is too long is cut by the office, not by the meeting that agreed it, or the submission is sent back.

Bad:

    ---
    kind: motion
    title: Rural bus services and what the county council ought to do about them
    conference: Annual Conference 2026
    ---

    ## This CLP resolves

    1. To call for rural bus grants.

Good:

    ---
    kind: motion
    title: Rural bus services
    conference: Annual Conference 2026
    ---

    ## This CLP resolves

    1. To call for rural bus grants.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The title, where it is too long."""
    limit = submission.figure("title-words") if submission.is_motion else None
    words = submission.draft.title.split()
    if limit is None or len(words) <= limit.values["most"]:
        return
    most = limit.values["most"]
    yield Found(
        f"the title has {len(words)} words, and {most} are the most{limit.doubt}",
        f"cut it to {most} words{limit.cited}",
        submission.in_head("title", submission.draft.title),
        severity=submission.gravity(limit),
    )
