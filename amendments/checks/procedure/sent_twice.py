"""One body sends more to the conference than it may.

Where one is allowed, the second may be ruled out, and it is better that the body chooses than that the office does.
This is found only among drafts that are checked together, as in `redraft check FOLDER`.

Bad:

    first.md:

        ---
        kind: motion
        title: Rural bus services
        from: Barchester CLP
        conference: Annual Conference 2027
        agreed: 2027-09-02
        ---

        ## This CLP resolves

        1. To call for rural bus grants.

    second.md:

        ---
        kind: motion
        title: Village post offices
        from: Barchester CLP
        conference: Annual Conference 2027
        agreed: 2027-09-02
        ---

        ## This CLP resolves

        1. To call for a post office in every village.

Good:

    first.md:

        ---
        kind: motion
        title: Rural bus services
        from: Barchester CLP
        conference: Annual Conference 2027
        agreed: 2027-09-02
        ---

        ## This CLP resolves

        1. To call for rural bus grants.

    second.md:

        ---
        kind: motion
        title: Village post offices
        from: Framley CLP
        conference: Annual Conference 2027
        agreed: 2027-09-02
        ---

        ## This CLP resolves

        1. To call for a post office in every village.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import EMERGENCY, SENT, Submission, folded, year_in
from amendments.drafts.draft import Draft
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ERROR
SINCE = "0.1.0"
_SHOWN = 3  # other drafts that are named in a message


def find(submission: Submission) -> Iterator[Found]:
    """The sender, in each of the drafts that are too many."""
    rule, year = submission.figure("submissions"), submission.named_year
    if rule is None or year is None or not submission.others or submission.draft.kind == EMERGENCY:
        return
    together = bool(rule.values["together"])
    others = [one for one in submission.others if _counts(one, submission, year, together)]
    most = rule.values["most"]
    if len(others) < most:
        return
    what = "motions and rule changes together" if together else f"{_kind(submission.draft)}s"
    names = ", ".join(one.source.name for one in others[:_SHOWN]) + (" and others" if len(others) > _SHOWN else "")
    yield Found(
        f"{submission.draft.sender} sends {len(others) + 1} {what} to the conference of {year}, "
        f"and may send {most}{rule.doubt}; see {names}",
        f"choose which to send{rule.cited}",
        submission.in_head("from", submission.draft.sender),
        severity=submission.gravity(rule),
    )


def _kind(draft: Draft) -> str:
    return "motion" if draft.kind in SENT else draft.kind


def _counts(other: Draft, submission: Submission, year: int, together: bool) -> bool:
    if folded(other.sender) != folded(submission.draft.sender) or not other.sender:
        return False
    if year_in(other.conference) != year or other.kind == EMERGENCY:
        return False
    if not together:
        return _kind(other) == _kind(submission.draft)
    return other.kind == "rule change" or other.kind in SENT
