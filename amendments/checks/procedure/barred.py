"""An earlier decision of conference seems to bar the rule change.

What conference has voted on may often not come back for so many conferences. Whether an objective is similar is for
the committee to say; here the clauses are compared, and the words of the earlier objective are looked for in the
draft. Only conferences that were held count. The decisions come from a list that you keep, decisions.toml.

Bad:

    decisions.toml:

        [[decision]]
        conference = 2026
        clause = "7.IV"
        objective = "ten general meetings a year"
        outcome = "lost"

    draft.md:

        ---
        title: Ten general meetings a year
        conference: Annual Conference 2028
        agreed: 2027-05-13
        ---

        ## Amendment

        In Chapter 7, Clause IV, sub-clause 1, replace “six times” with
        “ten times”.

Good:

    decisions.toml:

        [[decision]]
        conference = 2026
        clause = "7.IV"
        objective = "a smaller quorum"
        outcome = "lost"

    draft.md:

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

from amendments.checks.standing_orders import Decision, Figure, StandingOrders
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.provision import Path, Rulebook

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
SIMILAR = 0.5  # of the words of an earlier objective, found in the draft: one advises, and the committee decides


def find(submission: Submission) -> Iterator[Found]:
    """The first instruction on a clause that an earlier decision was on."""
    rule, orders, outcome = submission.figure("bar"), submission.orders, submission.outcome
    if not submission.decisions or rule is None or orders is None or outcome is None:
        return
    from amendments.checks.procedure.subjects import touched_by

    year = _heard(submission)
    operations = outcome.all_operations
    touched = touched_by(submission.rulebook, operations)
    for decision in submission.decisions:
        until = _barred_until(decision, rule, orders)
        if not decision.was_voted_on or not decision.conference < year <= until:
            continue
        clauses = _clauses(submission.rulebook, decision.clause)
        here = [one for one in touched if any(_meet(one.clause, clause) for clause in clauses)]
        same_part = rule.values["what"] == "the same part"
        if not (same_part or _is_similar(decision.objective, submission)):
            continue
        if not clauses:
            yield Found(
                f"whether the decision of {decision.conference} on “{decision.objective}” bars this cannot be told: "
                f"these rules have no {decision.clause}",
                "write its clause in the list of decisions by the numbers of these rules",
            )
        if not here:
            continue
        why = "on that part of the rules" if same_part else f"on “{decision.objective}”"
        ended = f", which was {decision.outcome}" if decision.outcome else ""
        yield Found(
            f"conference voted in {decision.conference} {why} ({decision.clause}){ended}; "
            f"the like seems to be barred until after the conference of {until}{rule.doubt}",
            "say in the supporting argument what is different, or ask whether the matter has become urgent"
            + rule.cited,
            here[0].first,
        )


def _heard(submission: Submission) -> int:
    """The year of the conference that considers the draft, as far as it is known."""
    from amendments.checks.procedure.arrival import considered

    known = considered(submission)
    return known[1] if known else submission.year


def _barred_until(decision: Decision, rule: Figure, orders: StandingOrders) -> int:
    if "years-barred" in rule.values:
        return decision.conference + int(rule.values["years-barred"])
    return orders.later(decision.conference, rule.values["conferences"])


def _clauses(rulebook: Rulebook, written: str) -> list[Path]:
    """The provisions that a decision names, by the numbers of today or, through the crosswalk, by those of before."""
    from rulebook.looking.citations import targets
    from rulebook.looking.locating import find as locate
    from rulebook.looking.near_misses import through_crosswalk
    from rulebook.reference import read_reference

    found: list[Path] = []
    for reference in read_reference(written):
        here = targets(rulebook, reference, ())
        steps = None if here else through_crosswalk(rulebook, reference.steps)
        found += locate(rulebook, steps) if steps else here
    return found


def _meet(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _is_similar(objective: str, submission: Submission) -> bool:
    from amendments.checks.procedure.subject_words import terms_in

    draft = submission.draft
    wanted = terms_in(objective)
    said = terms_in(f"{draft.title} {draft.source.text[slice(*draft.amendment)]} {draft.argument}")
    return bool(wanted) and len(wanted & said) >= max(SIMILAR * len(wanted), min(2, len(wanted)))
