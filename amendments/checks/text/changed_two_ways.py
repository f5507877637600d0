"""The amendment changes the same words into one thing here and into another there.

A term that is renamed in two ways makes two terms, and a number that is changed in two ways makes two rules. It may be
meant; if not, nobody notices until the rules are printed.

Bad:

    In Chapter 7, Clause IV, sub-clause 1, replace “general meeting”
    with “assembly”.

    In Chapter 7, Clause IV, sub-clause 2, replace “general meeting”
    with “council” wherever it occurs.

Good:

    In Chapter 7, Clause IV, sub-clause 1, replace “general meeting”
    with “assembly”.

    In Chapter 7, Clause IV, sub-clause 2, replace “general meeting”
    with “assembly” wherever it occurs.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from amendments.reading.edits import Edit
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each instruction that changes words otherwise than an earlier one does."""
    outcome = submission.outcome
    if outcome is None or outcome.after is None:
        return
    first: dict[str, Edit] = {}
    for edit in (edit for instruction in outcome.instructions for edit in instruction.edits):
        if edit.op != "replace" or edit.unit != "words" or edit.old is None or edit.new is None or edit.extent:
            continue
        old = " ".join(edit.old.quotation.text.split())
        known = first.setdefault(old.casefold(), edit)
        assert known.new is not None
        if " ".join(known.new.text.split()).casefold() != " ".join(edit.new.text.split()).casefold():
            yield Found(
                f"“{old}” becomes “{edit.new.text}” here, and “{known.new.text}” in another instruction",
                "write the same words in both, or say in the argument why they differ",
                edit.span,
            )
