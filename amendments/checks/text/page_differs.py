"""The draft names a page of the printed book on which the provision does not stand.

It is often the page of another edition, and then the wording may be another one too. Conference staff look a provision
up by its page. Only rules that were imported know their pages.

Bad:

    In Chapter 7, Clause IV, sub-clause 1 (page 33), replace “six times”
    with “ten times”.

Good:

    In Chapter 7, Clause IV, sub-clause 1 (page 41), replace “six times”
    with “ten times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.applying.operations import Graft, Operation
from amendments.checks.submission import Submission
from amendments.reading.edits import Place
from rulebook.diagnostics import Found, Severity
from rulebook.provision import Path, Rulebook
from rulebook.source import Span

SEVERITY = Severity.WARNING
SINCE = "0.1.0"
ABOUT = "instruction"


def find(submission: Submission) -> Iterator[Found]:
    """Each instruction that names a page which is none of those that the provision stands on."""
    outcome, rulebook = submission.outcome, submission.rulebook
    if outcome is None or not rulebook.pages:
        return
    told: set[Span] = set()
    for instruction, operations in outcome.carried_out:
        for operation in operations:
            said, path = _page(operation.edit.place), _path(operation)
            there = _pages(rulebook, path)
            if said and there and not there[0] <= said <= there[1] and operation.edit.span not in told:
                told.add(operation.edit.span)
                where = f"page {there[0]}" if there[0] == there[1] else f"pages {there[0]} to {there[1]}"
                yield Found(
                    f"{rulebook.reference(path)} stands on {where} of these rules, and not on page {said}",
                    "give the page of the edition that you write on, or leave it out",
                    operation.edit.place.span if operation.edit.place.span != (0, 0) else instruction.span,
                )


def _page(place: Place) -> int:
    """The page that is named of a place; 0 for none."""
    return next((reference.page for target in place.chain[::-1] for reference in target if reference.page), 0)


def _path(operation: Operation) -> Path:
    if isinstance(operation, Graft):
        at = (*operation.parent, max(0, operation.index - 1))
        return at if operation.index else operation.parent
    return operation.path


def _pages(rulebook: Rulebook, path: Path) -> tuple[int, int] | None:
    """The pages on which a provision begins, and on which the next one does; None where they are not numbers."""
    if not path:
        return None
    paths = [one for one, _ in rulebook.walk()]
    place = paths.index(path)
    begins = next((page for one in paths[place::-1] if (page := rulebook.page(one)).isdigit()), "")
    ends = next((page for one in paths[place + 1 :] if (page := rulebook.page(one)).isdigit()), begins)
    return (int(begins), int(ends)) if begins else None
