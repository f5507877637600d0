"""After the amendment a sentence has lost the verb that it had.

A rule without “shall”, “may” or “is” commands nothing. It comes of quoting one word too many.

Bad:

    In Chapter 7, Clause IV, sub-clause 1, replace “is the annual
    meeting” with “the annual assembly”.

Good:

    In Chapter 7, Clause IV, sub-clause 1, replace “is the annual
    meeting” with “is the annual assembly”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.checks.excerpts import excerpt
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"

_SENTENCE = re.compile(r"[^.;:\n]+(?:[.;:](?=\w)[^.;:\n]+)*")
_SURE = re.compile(r"\b(?:shall|may|must|will|should|can|cannot|is|are|was|were|has|have|had|does|do)\b")  # not May
_OTHERS = re.compile(
    r"\b(?:means?|includes?|appl(?:y|ies)|consists?|begins?|ends?|takes?|gives?|makes?|holds?|meets?|elects?|appoints?)\b",
    re.IGNORECASE,
)
_LIKE_ONE = re.compile(r"\b\w+(?:ed|es|s)\b")


def find(submission: Submission) -> Iterator[Found]:
    """Each changed sentence that had a verb and has none."""
    outcome = submission.outcome
    for changed in submission.changed:
        if not changed.before:
            continue
        old = [one.strip() for one in _SENTENCE.findall(changed.before)]
        new = [one.strip() for one in _SENTENCE.findall(changed.after)]
        if len(old) != len(new):
            continue
        for one, other in zip(old, new, strict=True):
            if one != other and len(other.split()) > 2 and _SURE.search(one) and not _has_verb(one, other):
                assert outcome is not None and outcome.after is not None
                place = outcome.after.reference(changed.path)
                yield Found(
                    f"“{excerpt(other, other[:60], 0)}” in {place} has no verb any more",
                    "quote less of the sentence, or write the verb in the new words",
                    changed.cause(other),
                )


def _has_verb(before: str, after: str) -> bool:
    """Whether a sentence has a verb: a sure one, or words that it did not have before and that may be one."""
    new = set(_LIKE_ONE.findall(after)) - set(re.findall(r"\w+", before))
    return bool(_SURE.search(after) or _OTHERS.search(after) or new)
