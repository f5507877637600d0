"""After the amendment two punctuation marks stand together, or a space stands before one.

It shows that a sentence was cut at the wrong place, and the meeting cannot tell whether words are missing.

Bad:

    In Chapter 7, Clause IV, sub-clause 1, replace “general meeting,”
    with “assembly;,”.

Good:

    In Chapter 7, Clause IV, sub-clause 1, replace “general meeting”
    with “assembly”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.checks.changed_parts import only_new
from amendments.checks.excerpts import excerpt
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.WARNING
SINCE = "0.1.0"
ABOUT = "instruction"

_TOGETHER = re.compile(
    r"""(?<![.\w]\.)(?:
          [,;:][,;:.]                      # ,; and ;.
        | [.;:,]\s+[,;:.](?![.\d])         # ". ," but no ellipsis
        | (?<!\.)\.\.(?!\.)               # two full stops
        | (?<!\w)\w++\s+[,;:](?=\s|$)     # a space before a mark
        | \(\s*\)                         # brackets with nothing in them
        )""",
    re.VERBOSE,
)


def find(submission: Submission) -> Iterator[Found]:
    """Each pair of marks that the amendment makes."""
    outcome = submission.outcome
    for changed in submission.changed:
        for words in only_new(_TOGETHER, changed):
            assert outcome is not None and outcome.after is not None
            yield Found(
                f"in {outcome.after.reference(changed.path)} it would read “{excerpt(changed.after, words)}”",
                "take the mark into the words that are left out, or leave it out of the new words",
                changed.cause(words),
            )
