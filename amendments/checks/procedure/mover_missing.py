"""The draft does not name its mover, or its seconder, where the standing orders ask for it.

A motion that nobody moves is not put, and the office writes back for the name when there is little time left.

Bad:

    standing-orders.toml:

        [[mover]]
        years = "2027"
        seconder = true
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        mover: Ada Brook
        ---

        ## This CLP resolves

        1. To call for rural bus grants.

Good:

    standing-orders.toml:

        [[mover]]
        years = "2027"
        seconder = true
        source = "delegates’ guide of 2027"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        mover: Ada Brook
        seconder: Tom Reed
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
    """The empty lines of the head, or the draft as a whole where it has no such lines."""
    rule, draft = submission.figure("mover"), submission.draft
    if rule is None:
        return
    asked = [("mover", draft.mover)] + [("seconder", draft.seconder)] * rule.values["seconder"]
    missing = [name for name, said in asked if not said]
    if missing:
        yield Found(
            f"the draft names no {' and no '.join(missing)}, and the standing orders ask for it{rule.doubt}",
            f"add a line  {missing[0]}: ...  at the head{rule.cited}",
            submission.in_head(missing[0]),
            severity=submission.gravity(rule, SEVERITY),
        )
