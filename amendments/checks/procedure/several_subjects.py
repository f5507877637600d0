"""The draft seems to be about more than one subject.

A submission often must be on one subject, and one that is not may be ruled out as a whole. This is told from words
alone: changes in clauses that neither refer to each other nor share a term may still be on one subject, and then the
supporting argument should say how they belong together.

Bad:

    ---
    title: Meetings and treasurers
    conference: Annual Conference 2028
    agreed: 2027-05-13
    ---

    ## Amendment

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.

    In Chapter 4, Clause III, sub-clause 1, replace “ten constituency
    parties” with “eight constituency parties”.

Good:

    ---
    title: Ten general meetings a year
    conference: Annual Conference 2028
    agreed: 2027-05-13
    ---

    ## Amendment

    In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
    “ten times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
_SHOWN = 4  # clauses that are named in a message


def find(submission: Submission) -> Iterator[Found]:
    """The place in the draft where the second subject begins."""
    rule = submission.figure("one-subject")
    if rule is None:
        return
    from amendments.checks.procedure.subjects import named_by, subjects, touched_by

    draft, rulebook, outcome = submission.draft, submission.rulebook, submission.outcome
    if outcome is not None:
        operations = outcome.all_operations
        places = touched_by(rulebook, operations) if outcome.applied is not None else []
    else:
        from amendments.drafts.points import asking_points

        places = named_by(rulebook, draft.source.text, asking_points(draft))
    if len(places) < 2:
        return
    found = subjects(rulebook, places)
    if len(found) < 2 or (outcome is None and len({group[0].clause[0] for group in found}) < 2):
        return
    names = [rulebook.reference(group[0].clause) for group in found]
    more = "others" if len(names) > _SHOWN else names.pop()
    listed = f"{', '.join(names[:_SHOWN])} and {more}"
    yield Found(
        f"there seems to be more than one subject: {listed} neither refer to each other nor share a term{rule.doubt}",
        f"say in the supporting argument how they belong together, or part the draft{rule.cited}",
        min(place.first for group in found[1:] for place in group),
    )
