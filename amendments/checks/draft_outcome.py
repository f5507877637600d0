"""What the instructions of a draft come to; nothing where it changes no rules, or where some of them are not read."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.carrying_out import carry_out
from amendments.applying.outcome import Outcome
from amendments.drafts.draft import Draft
from rulebook.diagnostics import Diagnostic, Severity, in_order
from rulebook.provision import Rulebook
from rulebook.source import Span


def outcome_of(draft: Draft, rulebook: Rulebook) -> Outcome:
    """The outcome of a rule change; a draft of another kind has a finding instead.

    Where instructions stand that are not read, nothing is carried out.
    """
    if draft.kind != "rule change":
        finding = Diagnostic(
            "no-rule-change",
            f"a draft of the kind “{draft.kind}” does not change the rules",
            "set it out with  redraft motion",
            source=draft.source,
            span=(0, 0),
        )
        return Outcome(rulebook, None, (), (), (finding,))
    outcome = carry_out(rulebook, draft.source, draft.amendment)
    if not draft.unread:
        return outcome
    found = in_order([*outcome.diagnostics, *(_unread(draft, span) for span in draft.unread)])
    return replace(outcome, after=None, applied=None, diagnostics=tuple(found))


def _unread(draft: Draft, span: Span) -> Diagnostic:
    heading = next((s.heading for s in draft.sections if s.span[0] <= span[0] < s.span[1]), "")
    where = f"under “{heading}”" if heading else "before the first heading"
    return Diagnostic(
        "section-unread",
        f"these words look like instructions, and are not read: they stand {where}",
        "put them under ## Amendment, before the supporting argument",
        Severity.ERROR,
        draft.source,
        span,
    )
