"""A rule asks for a fraction or a majority, and does not say of what.

A two-thirds majority of all members, of those present and of the votes cast are three different rules. A meeting of 60
at which 30 vote needs 40, 40 or 20.

Bad:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group may change its standing orders by a two-thirds
    > majority.

Good:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group may change its standing orders by two thirds of the
    > votes cast.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from amendments.checks.thresholds.changed_thresholds import new_thresholds
from amendments.checks.thresholds.thresholds import thresholds_in
from amendments.checks.thresholds.uses import SHARE
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each new threshold of nothing, unless the same figure has been said of something in the same sub-clause."""
    for new in new_thresholds(submission):
        threshold = new.threshold
        if threshold.of or threshold.use == SHARE:
            continue
        if any(one.of and one.value == threshold.value for one in thresholds_in(new.near)):
            continue
        yield Found(
            f"“{threshold.words}” in {new.place}: it is not said of what",
            f"write which is meant: “{threshold.words} of the votes cast”, “... of the members present” or “... of all "
            "the members”; or of the branches that vote",
            new.span,
        )
