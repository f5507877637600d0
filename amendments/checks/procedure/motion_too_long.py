"""The motion has more words than the standing orders allow.

A motion that is too long may be ruled out, or cut by somebody who was not at the meeting. The words are counted as at
the foot of the paper that `redraft motion` makes: headings such as “This CLP notes” count, while the title, the
numbers of points, the supporting argument and the background do not.

Bad:

    standing-orders.toml:

        [[motion-words]]
        years = "2027"
        most = 12
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        ---

        ## This CLP resolves

        1. To call for rural bus grants to be settled for four years at a time.

Good:

    standing-orders.toml:

        [[motion-words]]
        years = "2027"
        most = 12
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        ---

        ## This CLP resolves

        1. To call for rural bus grants for four years.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The motion as a whole, where it is too long."""
    limit = submission.figure("motion-words") if submission.is_motion else None
    if limit is None or len(submission.draft.source.text.split()) <= limit.values["most"]:
        return  # the whole file has no more words than that
    from amendments.drafts.length import length

    words, most = length(submission.draft), limit.values["most"]
    if words > most:
        yield Found(
            f"the motion has {words:,} words, and {most:,} are the most{limit.doubt}",
            f"cut {words - most:,} of them, or move reasons under  ## Supporting argument,  which is not counted"
            + limit.cited,
            severity=submission.gravity(limit),
        )
