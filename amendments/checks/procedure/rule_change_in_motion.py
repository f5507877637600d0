"""The motion seeks to change the rules.

Where a motion may not do that, it is ruled out; a rule change has its own form and its own deadline. It is certain
where a point of the motion can be read as an instruction on a provision, and advice where it only speaks of changing
the rules.

Bad:

    ---
    kind: motion
    title: Ten general meetings a year
    conference: Annual Conference 2027
    agreed: 2027-05-13
    ---

    ## This CLP resolves

    1. To replace “six times” in Chapter 7, Clause IV.1 with “ten times”.

Good:

    ---
    kind: motion
    title: Ten general meetings a year
    conference: Annual Conference 2027
    agreed: 2027-05-13
    ---

    ## This CLP resolves

    1. To call on every constituency party to meet ten times a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.provision import Rulebook
from rulebook.source import Source, Span

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """Each point that is an instruction; else the first that speaks of changing the rules."""
    rule = submission.figure("no-rule-change-in-motion") if submission.is_motion else None
    if rule is None:
        return
    from amendments.checks.procedure.rules_spoken_of import may_change, speaks_of_changing
    from amendments.drafts.points import asking_points

    source = submission.draft.source
    hinted: Span | None = None
    certain = False
    for point in asking_points(submission.draft):
        words = source.text[slice(*point)]
        if not may_change(words):
            continue
        if _is_instruction(submission.rulebook, source, point):
            certain = True
            yield Found(
                f"this point changes the rules, and a motion may not{rule.doubt}",
                f"make a rule change of it:  redraft new rule-change{rule.cited}",
                point,
                severity=submission.gravity(rule),
            )
        elif hinted is None and speaks_of_changing(submission.rulebook, words):
            hinted = point
    if hinted and not certain:
        yield Found(
            f"this point seems to ask for a change of the rules, and a motion may not{rule.doubt}",
            f"if it does, make a rule change of it:  redraft new rule-change{rule.cited}",
            hinted,
            severity=Severity.ADVICE,
        )


def _is_instruction(rulebook: Rulebook, source: Source, point: Span) -> bool:
    """Whether a point says what to do with a provision that there is, as an amendment does."""
    from amendments.applying.carrying_out import judge_for
    from amendments.applying.places import spots
    from amendments.applying.refused import Refused
    from amendments.reading.instructions import read_amendment
    from rulebook.diagnostics import errors

    reading = read_amendment(source, point, judge_for(rulebook))
    if errors(reading.findings):
        return False
    places = [edit.place for instruction in reading.instructions for edit in instruction.edits]
    try:
        return any(place.chain and any(place.chain) and bool(spots(rulebook, place)) for place in places)
    except Refused:
        return False
