"""A body of this kind may not send anything to conference.

What comes from the wrong body may not be received at all. A branch can send its motion to its local party, which can
send it on as its own. It is told from the last word of the name.

Bad:

    ---
    kind: motion
    title: Rural bus services
    from: Barchester North branch
    conference: Annual Conference 2027
    agreed: 2027-09-02
    ---

    ## This CLP resolves

    1. To call for rural bus grants.

Good:

    ---
    kind: motion
    title: Rural bus services
    from: Barchester CLP
    conference: Annual Conference 2027
    agreed: 2027-09-02
    ---

    ## This CLP resolves

    1. To call for rural bus grants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.WARNING
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """The name of the sender, where its last words are those of a body that may not send."""
    rule = submission.figure("may-send")
    sender = submission.draft.sender
    if rule is None or not sender:
        return
    for word in rule.values["not-from"]:
        if re.search(rf"\b{re.escape(word)}\W*$", sender, re.IGNORECASE):
            allowed = " or ".join(rule.values["bodies"])
            yield Found(
                f"“{sender}” is a {word} by its name, and only {allowed} may send a {submission.draft.kind} "
                f"to conference{rule.doubt}",
                f"have it agreed and sent by one of those{rule.cited}",
                submission.in_head("from", sender),
                severity=submission.gravity(rule, SEVERITY),
            )
            return
