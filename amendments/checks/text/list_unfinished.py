"""After the amendment a list ends in “; and”, or goes on after a full stop.

A list whose last words are “; and” reads as if a rule had been lost. It happens when the last item is left out, or a
new one is put after it.

Bad:

    Delete Chapter 1, Clause IV, sub-clause 1, paragraph E.

Good:

    Delete Chapter 1, Clause IV, sub-clause 1, paragraph E.

    In Chapter 1, Clause IV, sub-clause 1, paragraph C, insert at the
    end “ and”.

    In Chapter 1, Clause IV, sub-clause 1, paragraph D, replace
    “conference; and” with “conference.”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.applying.account import Account
from amendments.checks.consequences import touched_lists
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.provision import Path, Rulebook

SEVERITY = Severity.WARNING
SINCE = "0.1.0"
ABOUT = "instruction"

_GOES_ON = re.compile(r"(?:[;,]|[;,]\s*(?:and|or))\s*$")
_ENDS = re.compile(r"\.[”’\"')]*\s*$")


def find(submission: Submission) -> Iterator[Found]:
    """Each list whose items the amendment leaves with the wrong ends."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    after, account = outcome.applied.rulebook, Account(outcome)
    for old in sorted(touched_lists(outcome)):
        new = outcome.applied.where(old) if old else ()
        if new is None or not new:
            continue
        before = _fault(outcome.before, old)
        fault = _fault(after, new)
        if fault is not None and (before is None or before[1] != fault[1]):
            path, said, help = fault
            yield Found(said, help, account.changed_by(path) or account.listed_by({old}))


def _fault(rulebook: Rulebook, parent: Path) -> tuple[Path, str, str] | None:
    """What is wrong with the ends of a list's items: where, and in words."""
    items = rulebook.children(parent)
    ends = [(item.tail or (item.text if not item.children else "")).rstrip() for item in items]
    if len(items) < 2 or not all(ends):
        return None
    last = (*parent, len(items) - 1)
    if _GOES_ON.search(ends[-1]):
        return (
            last,
            f"the list in {rulebook.reference(parent)} would end with “{ends[-1][-24:].lstrip()}”",
            "end its last item with a full stop, and the one before it with “; and” or “; or”",
        )
    going_on = [bool(_GOES_ON.search(end)) for end in ends[:-1]]
    for place, end in enumerate(ends[:-1]):
        if _ENDS.search(end) and sum(going_on) >= 1 and sum(going_on) >= len(going_on) - 1:
            path = (*parent, place)
            return (
                path,
                f"the list goes on after the full stop of {rulebook.reference(path)}, “{end[-24:].lstrip()}”",
                "end that item with “;”, and only the last one with a full stop",
            )
    return None
