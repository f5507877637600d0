"""Several amendments that are written on one edition: all their numbers are that edition's, so all are carried out on
it at once. What the second says does not depend on what the first does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from amendments.applying.applied import Applied, apply
from amendments.applying.conflicts import check_order, overlapping, overlaps
from amendments.applying.following_numbers import lists_that_follow
from amendments.applying.operations import Graft, Operation, Splice
from amendments.applying.outcome import Outcome
from amendments.applying.refused import Refused
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.source import Source


@dataclass(frozen=True, slots=True)
class Together:
    """The rules after several amendments; `applied` is None where the last of them cannot be carried out with those
    before it, and `diagnostics` say why."""

    applied: Applied | None
    diagnostics: tuple[Diagnostic, ...] = ()


def carry_out_together(rulebook: Rulebook, amendments: Sequence[tuple[Source, Outcome]]) -> Together:
    """Amendments that were each carried out on a rulebook, carried out on it all at once; all but the last are known to
    go together."""
    source, outcome = amendments[-1]
    own = outcome.all_operations
    names = {id(one): earlier.name for earlier, made in amendments[:-1] for one in made.all_operations}
    every = [one for _, made in amendments for one in made.all_operations]
    pairs = _later_last(overlaps(every), own)
    if pairs:
        return Together(None, tuple(overlapping(rulebook, source, pairs, names)))
    parents: set[Path] = set()
    for _, made in amendments:
        for operations, lists in zip(made.operations, made.lists, strict=True):
            parents |= lists_that_follow(lists, operations)
    try:
        applied = apply(rulebook, every, parents)
        check_order(rulebook, applied, every)
    except Refused as refused:
        spans = [operation.edit.span for operation in own if not isinstance(operation, Splice)]
        span = spans[-1] if spans else outcome.instructions[0].span
        message = f"with the amendments before it, {refused.message}"
        return Together(None, (Diagnostic(refused.code, message, refused.help, Severity.ERROR, source, span),))
    changed = _numbered_otherwise(applied, [made for _, made in amendments])
    if changed is not None:
        return Together(None, (_number_uncertain(source, outcome, changed),))
    return Together(applied)


def _numbered_otherwise(applied: Applied, outcomes: Sequence[Outcome]) -> str | None:
    """The number of a new provision that another amendment's words about renumbering would change."""
    kept: set[int] = set()
    for outcome in outcomes:
        for operations, lists in zip(outcome.operations, outcome.lists, strict=True):
            kept |= set() if lists else {id(one) for one in operations if isinstance(one, Graft)}
    for path, provision in applied.rulebook.walk():
        graft = applied.put_in(path)
        above = applied.put_in(path[:-1]) if len(path) > 1 else None
        if graft is None or graft is above or id(graft) not in kept:
            continue
        if provision.label not in [one.label for one in graft.provisions]:
            return segment(graft.provisions[0].label)
    return None


def _number_uncertain(source: Source, outcome: Outcome, label: str) -> Diagnostic:
    return Diagnostic(
        "number-uncertain",
        f"one amendment puts in {label}, and another renumbers what stands there; what {label} becomes is not said",
        "make one draft of the two, or have the one that renumbers say what the new number is to be",
        Severity.ERROR,
        source,
        outcome.instructions[0].span,
    )


def _later_last(
    pairs: list[tuple[Operation, Operation]], own: Sequence[Operation]
) -> list[tuple[Operation, Operation]]:
    """Pairs of operations with the one of the later amendment second."""
    later = {id(operation) for operation in own}
    return [(one, other) if id(other) in later else (other, one) for one, other in pairs]


def between(rulebook: Rulebook, one: Applied, other: Applied) -> Applied:
    """Where the provisions of one book that came of an edition are in another that came of it with more amendments."""
    moved: dict[Path, Path | None] = {}
    for path, _ in rulebook.walk():
        here = one.where(path)
        if here is not None:
            moved[here] = other.where(path)
    new: dict[int, list[Path]] = defaultdict(list)
    for path, _ in other.rulebook.walk():
        graft = other.put_in(path)
        if graft is not None:
            new[id(graft)].append(path)
    for path, _ in one.rulebook.walk():
        graft = one.put_in(path)
        if graft is not None and new[id(graft)]:
            moved[path] = new[id(graft)].pop(0)
    return Applied(other.rulebook, moved)
