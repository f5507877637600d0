"""A reference to several rules (“sub-clauses 2 to 9”) takes in a new rule that the amendment puts among them.

Words such as “the same applies to sub-clauses 2 to 9” then hold for the new rule too, whether or not that is meant.

Bad:

    After Chapter 5, Clause IV, sub-clause 7, insert:

    > 7A. The returning officer shall publish the count within a day.

Good:

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.applying.operations import Graft
from amendments.checks.consequences import citations_into, touched_lists
from amendments.checks.corrected_references import words_of
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.looking.citations import targets

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each range that covers more than before, with what is new in it."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    before, applied = outcome.before, outcome.applied
    after = applied.rulebook
    put_in = {
        operation.parent: instruction.span
        for instruction, operations in outcome.carried_out
        for operation in operations
        if isinstance(operation, Graft)
    }
    told: set[tuple[object, ...]] = set()
    for citation in citations_into(before, touched_lists(outcome)) if put_in else ():
        here = applied.where(citation.path)
        if not citation.reference.to or not citation.targets or here is None:
            continue
        kept = {applied.where(path) for path in citation.targets}
        parent = citation.targets[0][:-1]
        known = {applied.where((*parent, place)) for place in range(len(before.children(parent)))}
        now = targets(after, citation.reference, here)
        new = [path for path in now if path not in known]
        key = (citation.path, citation.span)
        if new and kept & set(now) and key not in told:
            told.add(key)
            listed = ", ".join(after.reference(path) for path in new)
            words, where = words_of(before, citation), before.reference(citation.path)
            yield Found(
                f"“{words}” in {where} would take in {listed}, which is new",
                "if that is not meant, say there which rules are left out",
                put_in.get(parent) or next(iter(put_in.values())),
            )
