"""A vote is decided by a majority, or by the most votes, and nothing says what happens if the votes are equal.

With an even number of branches or of members a tie is likely. Without a word on it the chair decides, and whoever loses
says that the chair had no right to.

Bad:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group decides by a simple majority of those voting.

Good:

    After Chapter 9, Clause I, sub-clause 2, insert:

    > 3. The group decides by a simple majority of those voting. If
    > the votes are equal, the motion is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from amendments.checks.changed_parts import only_new
from amendments.checks.submission import Submission
from amendments.checks.thresholds.changed_thresholds import (
    around,
    known_rules,
    new_thresholds,
    said_elsewhere,
    taken_out,
)
from amendments.checks.thresholds.thresholds import HALF
from amendments.checks.thresholds.uses import VOTE
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"

_EQUAL = (
    r"\b(?:votes?|numbers?|voices?|whole|result|division|candidates?)\b[^.]{0,40}\b(?:equal(?:ly)?|even(?:ly)?|tied|level)\b"
    r"|\bequality\s+of\b|\bequal\s+(?:division|votes|numbers?|result)|\bties?\b|\btied\b|\bcasting\s+vote|\bdeadlock"
    r"|\bsecond\s+vote|\bby\s+lot\b|\bdraw(?:n|ing)?\s+lots|\brun-?off\b"
)
_MARKS = ("qual", " even", " level", "tie", "Tie", "asting", "eadlock", "cond vote", " lot", "unoff", "un-off")
_ELSEWHERE = re.compile(_EQUAL, re.IGNORECASE)
_SAID = re.compile(
    _EQUAL + r"|\bin\s+any\s+other\s+case|\botherwise\b|\bexactly\s+half|\bhalf\s+or\s+more|\bif\s+not\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:(?:most|fewest|more)\s+votes|(?:highest|greatest|largest|higher|lowest)\s+(?:number\s+of\s+votes|vote))\b",
    re.IGNORECASE,
)


def find(submission: Submission) -> Iterator[Found]:
    """Each new majority, and each new “most votes”, with no word on a tie."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    after = outcome.applied.rulebook
    found = [
        (new.words, new.place, new.around, new.span)
        for new in new_thresholds(submission)
        if new.threshold.majority and new.threshold.value == HALF and new.threshold.use == VOTE
    ]
    before = " ".join(taken_out(submission))
    found += [
        (words, after.reference(changed.path), around(after, changed.path), changed.cause(words))
        for changed in submission.changed
        for words in only_new(_MOST, replace(changed, before=f"{changed.before} {before}"))[:1]
    ]
    for words, place, near, span in found:
        if not _SAID.search(near):
            known = known_rules(said_elsewhere(after, _ELSEWHERE, _MARKS, place), "equal votes")
            yield Found(
                f"“{words}” in {place}: it is not said what happens if the votes are equal",
                f"add a sentence, such as “If the votes are equal, the motion is lost.” or “..., the vote is taken "
                f"again.”{f'; {known}' if known else ''}",
                span,
            )
