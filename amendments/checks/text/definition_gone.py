"""The amendment takes out what a term means, and the term is still used.

The rules that use the term are still there, but nobody can say any more what it stands for.

Bad:

    Delete Chapter 1, Clause II, sub-clause 1, paragraph J.

Good:

    In Chapter 1, Clause II, sub-clause 1, paragraph J, replace
    “vote of branches” with “ballot of branches”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.applying.account import Account
from amendments.applying.operations import Cut, Splice
from amendments.applying.outcome import Outcome
from amendments.checks.excerpts import first_few
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.looking.definitions import definitions, may_define, uses

SEVERITY = Severity.WARNING
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each term that is left without a meaning."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None or not any(map(may_define, _touched(outcome))):
        return
    after = outcome.applied.rulebook
    lost = []
    for one in submission.definitions:
        there = outcome.applied.where(one.path)
        # in quotation marks in the same place it is defined still: with another verb, say
        if there is None or f"{one.term}”" not in after.part(there, one.part):
            lost.append((one, there))
    defined = {one.term.casefold() for one in definitions(after)} if lost else set()
    account = Account(outcome)
    for one, there in lost:
        if one.term.casefold() in defined:
            continue
        within = outcome.applied.where(one.within) if one.within else ()
        if within is None:
            continue  # with all that it held for
        found = (path for path, _, _ in uses(after, one.term) if path[: len(within)] == within)
        places = list(dict.fromkeys(after.reference(path) for path in found))
        if places:
            yield Found(
                f"{outcome.before.reference(one.path)}, which says what “{one.term}” means, would not do so any more; "
                f"it is used in {first_few(places)}",
                "say elsewhere what it means, or change those places too",
                (account.changed_by(there) if there else None) or account.cut_by(one.path),
            )


def _touched(outcome: Outcome) -> Iterator[str]:
    """The words of every provision that the amendment changes or takes out."""
    for operation in outcome.all_operations:
        if isinstance(operation, Splice):
            yield outcome.before.part(operation.path, operation.part)
        elif isinstance(operation, Cut):
            yield from (f"{one.text}\n{one.tail}" for _, one in outcome.before.under(operation.path))
