"""A fraction of a few branches or of a small committee is often no whole number, and nothing is said about rounding.

One third of 10 branches is 3 1/3. Whoever wants three to be enough rounds down, and whoever does not rounds up. A
worked table for 3, 4, 6, 9 and 10 is printed with the finding.

Bad:

    In Chapter 7, Clause VI, sub-clause 4, replace “one third of the
    party branches” with “two fifths of the party branches”.

Good:

    In Chapter 7, Clause VI, sub-clause 4, replace “one third of the
    party branches” with “two fifths of the party branches, rounded up
    to a whole number,”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from amendments.checks.submission import Submission
from amendments.checks.thresholds.changed_thresholds import known_rules, new_thresholds, said_elsewhere
from amendments.checks.thresholds.thresholds import BARE, LEAST, MOST, Threshold
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"

OUT_OF = (3, 4, 6, 9, 10)  # branches, as many as a local party commonly has
_SAID = re.compile(
    r"\bround(?:ed|ing|s)?\b(?!\s+of)|\bwhole\s+numbers?\b|\bexact\s+(?:figure|number)|\bfractions?\s+(?:is|are)\b",
    re.IGNORECASE,
)
_MARKS = ("ound", "hole", "xact", "raction")
_PART = re.compile(r"\bpart\s+of\s+(?:a|that|this|the)\s+number", re.IGNORECASE)


def find(submission: Submission) -> Iterator[Found]:
    """Each new fraction of something of which there are few, with what it comes to."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    told: set[tuple[object, ...]] = set()
    for new in new_thresholds(submission):
        threshold = new.threshold
        key = (new.place, threshold.value, threshold.bound, threshold.added)  # of which there is one table
        if key in told or threshold.bound not in (BARE, LEAST, MOST) or new.says(_SAID) or _PART.search(new.own):
            continue
        if not threshold.few and not threshold.added:
            continue
        told.add(key)
        rules = said_elsewhere(outcome.applied.rulebook, _SAID, _MARKS, new.place)
        said = f"only {rules[0]} says" if len(rules) == 1 else "only other rules say" if rules else "nothing says"
        does = known_rules(rules, "rounding") or "say how it is rounded"
        yield Found(
            f"“{new.words}” in {new.place} is often no whole number, and {said} how it is rounded",
            f"{does}, or write “..., rounded up to a whole number”. Without rounding it comes to:\n{table(threshold)}",
            new.span,
        )


def table(threshold: Threshold) -> str:
    """What a threshold comes to out of a few, a line each, in exact figures."""
    return "\n".join(
        f"of {number} {threshold.few or 'members'}: {threshold.out_of(number)}{_why(threshold.exactly(number))}"
        for number in OUT_OF
    )


def _why(exact: Fraction) -> str:
    if exact.denominator == 1:
        return ""
    whole, rest = floor(exact), exact - floor(exact)
    return f" (exactly {f'{whole} ' if whole else ''}{rest})"
