"""The instructions of the rule change have more words than the standing orders allow.

Where there is a limit, a rule change that goes beyond it may be ruled out, or cut where nobody meant it to end. What
stands under the heading Amendment is counted, and the supporting argument is not.

Bad:

    standing-orders.toml:

        [[rule-change-words]]
        years = "2027"
        most = 15
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        title: Ten general meetings a year
        conference: Annual Conference 2027
        ---

        ## Amendment

        In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
        “ten times, of which two are held in the evening”.

Good:

    standing-orders.toml:

        [[rule-change-words]]
        years = "2027"
        most = 15
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        title: Ten general meetings a year
        conference: Annual Conference 2027
        ---

        ## Amendment

        In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
        “ten times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The amendment, where it is too long."""
    limit = submission.figure("rule-change-words") if submission.is_rule_change else None
    if limit is None:
        return
    from amendments.drafts.length import length_of_instructions

    words, most = length_of_instructions(submission.draft), limit.values["most"]
    if words > most:
        yield Found(
            f"the rule change has {words:,} words, and {most:,} are the most{limit.doubt}",
            "change fewer words, or quote no more of the rules than it takes to find them" + limit.cited,
            severity=submission.gravity(limit),
        )
