"""Every finding about a draft: what stands in the way of its instructions, and what a reader would ask."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.checks.all_checks import run_checks
from amendments.checks.consequences import consequences
from amendments.checks.draft_outcome import outcome_of
from amendments.checks.standing_orders import Decision, StandingOrders, orders_of
from amendments.checks.submission import Submission
from amendments.drafts.allowed_findings import without_allowed
from amendments.drafts.blank import to_fill_in
from amendments.drafts.draft import Draft
from rulebook.diagnostics import Diagnostic, Severity, errors, in_order
from rulebook.provision import Rulebook
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """What drafts are checked against besides the rules, and which findings are wanted.

    Of `orders` the first are used that are of the rulebook's organisation; where none are, those that come with the
    tool. `now` None stands for this moment. Of `select` and `ignore`, names of findings, an empty `select` means all
    of them.
    """

    orders: tuple[StandingOrders, ...] = ()
    decisions: tuple[Decision, ...] = ()
    now: datetime.datetime | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def orders_for(self, rulebook: Rulebook, draft: Draft) -> StandingOrders | None:
        """The standing orders of the rulebook's organisation; None where they are not about the conference."""
        own = (one for one in self.orders if one.covers(rulebook.organisation))
        orders = next(own, None) or orders_of(rulebook.organisation)
        return orders if orders is not None and orders.are_about(draft.conference) else None

    def wants(self, finding: Diagnostic) -> bool:
        """Whether a finding is to be shown."""
        return finding.code not in self.ignore and (not self.select or finding.code in self.select)


EVERYTHING = Asked()


def check(
    draft: Draft, rulebook: Rulebook, asked: Asked = EVERYTHING, others: Iterable[Draft] = ()
) -> list[Diagnostic]:
    """The findings of a draft, in the order of its text. Errors that stop its instructions are always among them.

    `others` are those that are checked with it; the ones that another body sends may be left out.
    """
    outcome = outcome_of(draft, rulebook) if draft.kind == "rule change" else None
    submission = Submission(
        draft,
        rulebook,
        outcome,
        asked.orders_for(rulebook, draft),
        asked.now or datetime.datetime.now(),
        asked.now is not None,
        asked.decisions,
        tuple(others),
    )
    found = [*_paper(draft), *run_checks(submission, asked.ignore)]
    firm: frozenset[Diagnostic] = frozenset()
    if outcome is not None:
        firm = frozenset(errors(outcome.diagnostics))
        found += [*outcome.diagnostics, *consequences(outcome, draft.source, draft.amendment)]
    if draft.allowed:
        from amendments.checks.explanations import codes

        found = list(without_allowed(found, draft.allowed, draft.source, known=codes(), firm=firm))
    return in_order(finding for finding in found if finding in firm or asked.wants(finding))


def _paper(draft: Draft) -> list[Diagnostic]:
    found = [*draft.findings, *_left(draft)]
    if not draft.title:
        found.append(
            Diagnostic(
                "title-missing",
                "the draft has no title",
                "add a line  title: ...  at the head",
                Severity.ADVICE,
                draft.source,
            )
        )
    if draft.kind != "rule change" and not any(section.body for section in draft.sections):
        found.append(
            Diagnostic(
                "text-missing", "the draft has no text", "write it under its headings", Severity.ERROR, draft.source
            )
        )
    return found


def _left(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for the title and for each section that still has what `redraft new` wrote there."""
    quoted, lines = to_fill_in()
    text = draft.source.text
    head = draft.sections[0].span[0] if draft.sections else len(text)
    for words in (draft.title, draft.motion):
        start = text.find(words, 0, head) if words in lines else -1
        if start >= 0:
            yield _template_left(draft, (start, start + len(words)))
    pattern = re.compile(
        rf"(?<=[“‘\"'])(?:{_any_of(quoted)})(?=[”’\"'])|^[ \t]*(?:\S{{1,4}}[ \t]+)?(?P<line>{_any_of(lines)})[ \t]*$",
        re.MULTILINE,
    )
    for section in draft.sections:
        match = pattern.search(text, *section.span)
        if match:
            yield _template_left(draft, match.span("line") if match["line"] else match.span())


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words))


def _template_left(draft: Draft, span: Span) -> Diagnostic:
    return Diagnostic(
        "template-left",
        f"“{draft.source.text[slice(*span)]}” still stands here from the template",
        "write your own words in its place",
        Severity.ADVICE,
        draft.source,
        span,
    )
