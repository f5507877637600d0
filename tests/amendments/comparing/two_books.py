"""Two short rulebooks with a change of each kind between them, and their comparison."""

from __future__ import annotations

from rulebook.comparing.comparison import compare
from rulebook.provision import Provision, Rulebook

ORDER = "Candidates shall be selected in this order, unless the Executive decides otherwise:"
TRIGGER = "A sitting member who wishes to stand again shall be subject to a ballot of branches."
APPEAL = "An appeal against a decision lies to the national panel within fourteen days of it."
LONG = " ".join(f"The branch numbered {n} shall report." for n in range(1, 30))


def subclause(label: str, text: str, *children: Provision, tail: str = "") -> Provision:
    return Provision("subclause", label, "", text, children, tail)


def book(*subclauses: Provision, heading: str = "Candidates", edition: str = "2026") -> Rulebook:
    clause = Provision("clause", "IV", heading, "", subclauses)
    chapter = Provision("chapter", "5", "Selections", "", (clause,))
    return Rulebook("Rule Book", "Barchester Party", edition, chapters=(chapter,))


BEFORE = book(
    subclause("1", ORDER, Provision("paragraph", "A", "", "by nominations;"), tail="Nobody is excluded."),
    subclause("2", TRIGGER),
    subclause("3", APPEAL),
    subclause("4", LONG),
)
DUTY = Provision("paragraph", "A", "", "to report <b>*twice*</b> & {{ more }}.")
AFTER = book(
    subclause("1", TRIGGER.replace("branches", "members")),
    subclause("2", APPEAL),
    subclause("3", LONG.replace("15 shall", "15 may")),
    subclause(
        "4",
        "A new duty:",
        Provision("paragraph", "A", "", "to report <b>*twice*</b> & {{ more }}."),
        tail="No fee is due.",
    ),
)
COMPARISON = compare(BEFORE, AFTER)
