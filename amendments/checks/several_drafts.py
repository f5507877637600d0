"""Several drafts carried out, one after another or together.

Drafts that name one edition mean the numbers of that edition, so they are carried out on it together. Another draft
means the rules as those before it have made them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.applying.applied import Applied
from amendments.applying.outcome import Outcome
from amendments.applying.several import between, carry_out_together
from amendments.checks.draft_outcome import outcome_of
from amendments.drafts.draft import Draft
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.provision import Rulebook
from rulebook.source import Source


@dataclass(frozen=True, slots=True)
class Step:
    """What a draft makes of the rules that those before it made; `applied` is None where it cannot be carried out."""

    draft: Draft
    before: Rulebook
    applied: Applied | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Group:
    """Drafts of one edition that are carried out together on the rules as they were before the first of them."""

    edition: str
    base: Rulebook
    made: Applied
    drafts: list[tuple[Source, Outcome]]


def carry_out_drafts(drafts: Sequence[Draft], rulebook: Rulebook) -> Iterator[Step]:
    """One step for each draft; none after one that cannot be carried out."""
    group = _Group("", rulebook, Applied(rulebook, {}), [])
    editions: list[str] = []  # those that were named and whose numbers no longer hold
    for draft in drafts:
        before = group.made
        outcome = outcome_of(draft, group.base) if draft.edition and draft.edition == group.edition else None
        if outcome is not None and outcome.after is not None:
            together = carry_out_together(group.base, [*group.drafts, (draft.source, outcome)])
            if together.applied is None:
                yield Step(draft, before.rulebook, None, (*outcome.diagnostics, *together.diagnostics))
                return
            group.made = together.applied
            group.drafts.append((draft.source, outcome))
            yield Step(draft, before.rulebook, between(group.base, before, group.made), outcome.diagnostics)
            continue
        if group.edition and _numbers_changed(group):
            editions.append(group.edition)
        if draft.edition in editions:
            found = outcome.diagnostics if outcome is not None else ()
            yield Step(draft, before.rulebook, None, (*found, _changed_before(draft)))
            return
        outcome = outcome_of(draft, before.rulebook)
        yield Step(draft, before.rulebook, outcome.applied, outcome.diagnostics)
        if outcome.applied is None:
            return
        group = _Group(draft.edition, before.rulebook, outcome.applied, [(draft.source, outcome)])


def _numbers_changed(group: _Group) -> bool:
    """Whether a provision of the edition has another number now."""
    for path, _ in group.base.walk():
        now = group.made.where(path)
        if now is not None and group.made.rulebook.reference(now) != group.base.reference(path):
            return True
    return False


def _changed_before(draft: Draft) -> Diagnostic:
    return Diagnostic(
        "edition-differs",
        f"the draft is written on the edition “{draft.edition}”, and the drafts before it change the numbers of that",
        "correct it for that edition, and name the drafts of one edition next to each other",
        Severity.ERROR,
        draft.source,
        draft.amendment,
    )
