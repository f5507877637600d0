"""A briefing for delegates on one rule change: what it does, what is said for and against, what falls if it is carried.

It takes no side: what is said on either is the draft's own, and where nothing is said the briefing says that.
"""

from __future__ import annotations

from collections.abc import Sequence

from amendments.applying.outcome import Outcome
from amendments.checks.understood import reference_of
from amendments.comparing.before_and_after import wording
from amendments.comparing.outline import summary
from amendments.drafts.body_lines import body_lines
from amendments.drafts.draft import Draft
from amendments.drafts.sections import AGAINST
from amendments.papers.other_amendments import Fate, fate
from amendments.papers.paper import Paper, Part, paper
from amendments.reading.restating import restated
from rulebook.comparing.comparison import Comparison
from rulebook.printed.lines import Line, plain, printable
from rulebook.provision import Rulebook

Other = tuple[Draft, Outcome]
"""Another amendment, and what comes of it on the same rules."""


def briefing(
    draft: Draft, outcome: Outcome, rulebook: Rulebook, comparison: Comparison, others: Sequence[Other] = ()
) -> Paper:
    """The briefing on a rule change that can be carried out, with the fate of the other amendments that are given."""
    made = paper(draft, rulebook, comparison)
    shown = wording(comparison)
    against = draft.section(*AGAINST)
    parts = (
        Part("What it does", (Line(plain(summary(comparison))), *_instructions(outcome, rulebook))),
        Part("What changes", columns=shown.columns, heads=("As it stands", "If it is carried")),
        Part("For", made.argument.lines if made.argument else _nothing("for")),
        Part("Against", body_lines(against.body) if against else _nothing("against")),
        Part("If it is carried", tuple(_fates(outcome, others))),
    )
    kept = tuple(part for part in parts if part.lines or part.columns)
    return Paper(
        kind="briefing",
        title=made.title,
        organisation=made.organisation,
        sender=made.sender,
        conference=made.conference,
        rulebook=made.rulebook,
        edition=made.edition,
        mover=made.mover,
        seconder=made.seconder,
        where=made.where,
        sections=kept,
    )


def _instructions(outcome: Outcome, rulebook: Rulebook) -> list[Line]:
    sentences = [
        restated(edit, reference_of(edit, rulebook))
        for instruction in outcome.instructions
        for edit in instruction.edits
    ]
    return [Line(plain(printable(words)), f"{n}.", 1) for n, words in enumerate(sentences, 1)]


def _nothing(side: str) -> tuple[Line, ...]:
    return (Line(plain(f"Nothing was sent in {side} it."), kind="note"),)


def _fates(outcome: Outcome, others: Sequence[Other]) -> list[Line]:
    """A point for each of the others, those that fall first."""
    order = list(Fate)
    found = []
    for other, theirs in others:
        fallen = fate(outcome, theirs)
        name = f"“{other.title or other.source.name}”" + (f" ({other.sender})" if other.sender else "")
        why = f": {fallen.why}" if fallen.why else ""
        found.append((order.index(fallen.fate), f"{name} {fallen.fate}{why}."))
    found.sort(key=lambda one: one[0])
    return [Line(plain(printable(words)), "•", 1) for _, words in found]
