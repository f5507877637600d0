"""The amendment leaves a gap in the numbers that was not there.

It may be meant: other bodies cite the old numbers. But a meeting that sees 3 and then 5 asks what became of 4, and
staff may close the gap on their own, which moves every reference.

Bad:

    Delete Chapter 7, Clause IV, sub-clause 2.

Good:

    Delete Chapter 7, Clause IV, sub-clause 2, and renumber
    accordingly.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from amendments.applying.operations import Cut, parents_touched
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.numbering import BULLETS, common_style, segment
from rulebook.provision import Path, Rulebook
from rulebook.reading.following import follows

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each list that had no gap in its numbers and has one now."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    applied, after = outcome.applied, outcome.applied.rulebook
    told: set[Path] = set()
    for instruction, operations in outcome.carried_out:
        for old in sorted(parents_touched(operations)):
            new = applied.where(old) if old else ()
            if new is None or old in told or _gap(outcome.before, old):
                continue
            told.add(old)
            gap = _gap(after, new)
            if gap:
                where = f"in {after.reference(new)}" if new else "among the chapters"
                cut = any(isinstance(one, Cut) for one in operations)
                yield Found(
                    f"the numbers {where} would go from {gap[0]} to {gap[1]}",
                    "write “and renumber accordingly”, or say in the argument that the numbers stay as they are"
                    if cut
                    else "give what is new the next number, or say in the argument what the others are kept for",
                    instruction.span,
                )


def _gap(rulebook: Rulebook, parent: Path) -> tuple[str, str] | None:
    """Two neighbours in a list of which one does not count on from the other."""
    labels = [one.label for one in rulebook.children(parent) if one.label not in BULLETS]
    style = common_style(labels) if len(labels) > 1 else None
    for one, other in pairwise(labels if style else ()):
        if style and not follows(one, other, style):
            return segment(one), segment(other)
    return None
