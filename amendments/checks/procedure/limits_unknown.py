"""What the conference of that year asks is not known, at least in part.

The standing orders here say for which years each figure is known, and nothing is assumed of others. So the draft may
break a limit of which nothing is said: ask the office, and add what you learn to a standing-orders.toml of your own.

Bad:

    standing-orders.toml:

        [[motion-words]]
        years = "2026"
        most = 250
        source = "delegates’ guide of 2026"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        ---

        ## This CLP resolves

        1. To call for rural bus grants.

Good:

    standing-orders.toml:

        [[motion-words]]
        years = "2026-2027"
        most = 250
        source = "delegates’ guides of 2026 and 2027"

    draft.md:

        ---
        kind: motion
        title: Rural bus services
        conference: Annual Conference 2027
        ---

        ## This CLP resolves

        1. To call for rural bus grants.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.checks.submission import EMERGENCY, Submission
from rulebook.diagnostics import Found, Severity

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"
_OF_BOTH = ("one-subject", "submissions", "may-send", "mover")
_OF_RULE_CHANGES = ("rule-change-words", "rule-change-deadline", "heard-later", "bar", *_OF_BOTH)
_OF_MOTIONS = ("motion-words", "title-words", "no-rule-change-in-motion", "meeting-date")


def find(submission: Submission) -> Iterator[Found]:
    """The name of the conference, once for all that is not known."""
    year, orders = submission.named_year, submission.orders
    if year is None or orders is None or not orders.held(year):
        return
    from amendments.checks.standing_orders.kinds_of_entry import IN_WORDS

    unknown: dict[int, list[str]] = {}
    for name in _asked(submission):
        nearest = None if orders.known(name, year) else orders.nearest(name, year)
        if nearest is not None:
            unknown.setdefault(nearest, []).append(IN_WORDS[name])
    if unknown:
        listed = "; ".join(
            f"{', '.join(names)} (the {'latest' if of < year else 'first'} known is of {of})"
            for of, names in sorted(unknown.items(), reverse=True)
        )
        yield Found(
            f"not known for {year}: {listed}",
            "ask the office, and write what it says in a standing-orders.toml beside your rules",
            submission.in_head("conference", str(year)),
        )


def _asked(submission: Submission) -> tuple[str, ...]:
    if submission.is_rule_change:
        return _OF_RULE_CHANGES
    if not submission.is_motion:
        return ()
    if submission.draft.kind == EMERGENCY:
        return (*_OF_MOTIONS, "emergency-deadline", "one-subject")
    return (*_OF_MOTIONS, "motion-deadline", "contemporary", *_OF_BOTH)
