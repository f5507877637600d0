"""After the amendment the same word stands twice where two pieces of text meet.

Whoever reads the rules aloud stumbles, and somebody will want to know which of the two words was meant.

Bad:

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times a”.

Good:

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.
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

_TWICE = re.compile(r"(?<![\w’'-])(?!(?:had|that)\s)(\w+)\s+\1(?![\w’'-])", re.IGNORECASE)


def find(submission: Submission) -> Iterator[Found]:
    """Each word that is new as a double; "had had" and "that that" may be meant."""
    outcome = submission.outcome
    for changed in submission.changed:
        for words in only_new(_TWICE, changed):
            if words.split()[0].isdigit():
                continue
            assert outcome is not None and outcome.after is not None
            place = outcome.after.reference(changed.path)
            yield Found(
                f"“{words}”: the word would stand twice in {place}: “{excerpt(changed.after, words)}”",
                f"leave out one “{words.split()[0]}” in the new words, or take in the one beside them",
                changed.cause(words),
            )
