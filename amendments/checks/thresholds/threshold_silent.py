"""A rule counts a fraction of members or of branches, and does not say whether those who do not vote count.

If ten branches exist and six vote, four is two thirds of those voting and less than half of all. Which of the two is
meant has decided selections.

Bad:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group may change its standing orders if two thirds of its
    > members vote for the change.

Good:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group may change its standing orders if two thirds of
    > those voting are for the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.checks.submission import Submission
from amendments.checks.thresholds.changed_thresholds import new_thresholds
from amendments.checks.thresholds.thresholds import MOST
from amendments.checks.thresholds.uses import VOTE
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"

_SETTLED = re.compile(  # in what it is a fraction of
    r"\bvot(?:es?|ing|ers?|ed)\b|\bcast\b|\bpresent\b|\bpoll(?:ed)?\b|\bballots?\b|\bwhole\b|\btotal\b|\ball\b|\bevery\b"
    r"|\bentitled\b|\bregistered\b|\belectorate\b|\belectors\b|\btaking\s+part\b|\btake\s+part\b|\bseats\b|\bfull\b"
    r"|\bmeetings?\b|\bthose\s+(?:who|that)\s+(?:have\s+)?\w+ed\b",  # whoever did it counts, voting or not
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\babst(?:ain|ention)|\b(?:do|does|did|has|have)\s+not\s+vot|\bwhether\s+or\s+not\b|\bnot\s+voting\b|\bnon-?voters?\b"
    r"|\bwithout\s+voting\b|\bfail(?:s|ed|ing)?\s+to\s+vote|\bleft\s+out\s+of\s+the\s+count|\bleaving\s+out\b|\bsilent\b"
    r"|\b(?:that|who|which)\s+(?:have\s+)?voted?\b|\bthose\s+voting\b|\bno\s+preference\b|\bno\s+vote\s+is\b",
    re.IGNORECASE,
)


def find(submission: Submission) -> Iterator[Found]:
    """Each new fraction of a body that votes, where nothing is said of those who do not."""
    for new in new_thresholds(submission):
        threshold = new.threshold
        if (
            threshold.use != VOTE
            or threshold.bound == MOST
            or not threshold.of
            or _SETTLED.search(threshold.of)
            or new.says(_SAID)
        ):
            continue
        who = threshold.few or "members"
        that = "who" if who == "members" else "that"
        yield Found(
            f"“{new.words}” in {new.place}: it is not said whether {who} {that} do not vote count",
            f"write “{threshold.words} of the {who} {that} vote”, or “{threshold.words} of all the {who}, whether or "
            "not they vote”",
            new.span,
        )
