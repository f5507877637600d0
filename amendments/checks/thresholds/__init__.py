"""The checks of what a new threshold leaves open, one a file, and what they stand on.

What comes in is a submission; what goes out are places and the question that each leaves open. Where no new words may
hold a threshold, they are never imported.
"""

from __future__ import annotations

from amendments.checks.submission import Submission

_SIGNS = (
    "majorit", "vote", "half", "halves", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "twentieth", "cent", "%", "/", *"½⅓⅔¼¾⅕⅖⅗",
)  # fmt: skip
"""One of these is in every threshold that `fractions` and `thresholds` beside this read."""


def concerned(submission: Submission) -> bool:
    """Whether an amendment may put in a threshold."""
    return any(sign in changed.after.lower() for changed in submission.changed for sign in _SIGNS)
