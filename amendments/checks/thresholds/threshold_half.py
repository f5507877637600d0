"""A rule says half and leaves open what happens at exactly half.

With six branches, three for and three against is no rare result. If the rule says only “half”, one side reads “half is
enough” and the other “more than half”, on the night of the count.

Bad:

    In Chapter 5, Clause IV, sub-clause 5, paragraph D, replace “more
    than half of the whole is cast” with “50 per cent of the whole is
    cast”.

Good:

    In Chapter 5, Clause IV, sub-clause 5, paragraph D, replace “more
    than half of the whole is cast” with “50 per cent or more of the
    whole is cast”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.checks.submission import Submission
from amendments.checks.thresholds.changed_thresholds import NewThreshold, new_thresholds
from amendments.checks.thresholds.thresholds import BARE, HALF, LEAST, MOST, OVER, UNDER, thresholds_in
from amendments.checks.thresholds.uses import VOTE
from rulebook.diagnostics import Found, Severity, Suggestion

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"

_EXACTLY = re.compile(
    r"\bexactly\b|\bequal\s+division|\bequality\s+of\b|\bhalf\s+and\s+half\b|\bnot\s+enough\b", re.IGNORECASE
)
_EQUAL = re.compile(r"\bequal(?:ly)?\b|\bties?\b|\btied\b|\bcasting\s+vote", re.IGNORECASE)


def find(submission: Submission) -> Iterator[Found]:
    """Each new half that says neither “more than” nor “or more”, and each pair that leaves out the figure itself."""
    for new in new_thresholds(submission):
        threshold = new.threshold
        if new.says(_EXACTLY) or _EQUAL.search(new.own) or threshold.use != VOTE:
            continue
        if threshold.bound == BARE and threshold.value == HALF:
            over, least = f"more than {threshold.amount}", f"{threshold.amount} or more"
            yield Found(
                f"“{new.words}” in {new.place}: it is not said whether exactly half is enough",
                f"write “{over}” or “{least}”",
                new.span,
                (Suggestion("exactly half is not enough", over), Suggestion("exactly half is enough", least))
                if new.exact
                else (),
            )
        elif (other := _other_side(new)) is not None:
            yield Found(
                f"neither “{threshold.words}” nor “{other}” in {new.place} says what happens at exactly "
                f"{threshold.amount}",
                f"write “{threshold.amount} or more” on one of the two sides",
                new.span,
            )


def _other_side(new: NewThreshold) -> str | None:
    """The words for the other side of the same figure, where neither side takes in the figure itself."""
    threshold = new.threshold
    same = [one for one in thresholds_in(new.near) if one.value == threshold.value and one.key != threshold.key]
    if threshold.bound not in (OVER, UNDER) or any(one.bound in (LEAST, MOST) for one in same):
        return None
    opposite = UNDER if threshold.bound == OVER else OVER
    pair = next((one for one in same if one.bound == opposite), None)
    # of two new sides only the first is told of
    return pair.words if pair and (threshold.bound == OVER or pair.majority) else None
