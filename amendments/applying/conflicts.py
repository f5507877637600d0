"""Operations that cannot all be carried out as they stand, and numbers that come to stand out of order.

Whether two are in one another's way does not depend on the order in which they are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from amendments.applying.applied import Applied
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.numbering import BULLETS, common_style, segment, sort_key
from rulebook.provision import Path, Rulebook
from rulebook.source import Source


def check_order(rulebook: Rulebook, applied: Applied, operations: Iterable[Operation]) -> None:
    """Raises `Refused` where a number given by name is out of order in a list that was in order before."""
    for operation in operations:
        path = applied.where(operation.path) if isinstance(operation, Relabel) else None
        if path is None or not isinstance(operation, Relabel):
            continue
        listed = [provision.label for provision in applied.rulebook.children(path[:-1])]
        before = [provision.label for provision in rulebook.children(operation.path[:-1])]
        if _in_order(before) and not _in_order(listed):
            raise Refused(
                "label-order",
                f"{segment(operation.label)} would stand out of order in "
                f"{kind_name(rulebook, operation.path[:-1])}: {', '.join(segment(label) for label in listed)}",
                "give it the number of its place, or say where it moves to",
            )


def overlaps(operations: Iterable[Operation]) -> list[tuple[Operation, Operation]]:
    """Pairs of operations that cannot both be carried out as they stand."""
    found: list[tuple[Operation, Operation]] = []
    listed = list(operations)
    splices: dict[tuple[Path, str], list[Splice]] = defaultdict(list)
    gone: dict[Path, Cut | Transfer] = {}
    labels: dict[Path, Relabel | Transfer] = {}
    for operation in listed:
        if isinstance(operation, Splice):
            splices[operation.path, operation.part].append(operation)
        if isinstance(operation, (Cut, Transfer)):
            if operation.path in gone:
                found.append((gone[operation.path], operation))
            gone.setdefault(operation.path, operation)
        if isinstance(operation, (Relabel, Transfer)):
            other = labels.setdefault(operation.path, operation)
            both_move = isinstance(other, Transfer) and isinstance(operation, Transfer)
            alike = segment(other.label) == segment(operation.label)  # "are to change places, so that 5 becomes 6"
            if other is not operation and not both_move and not alike:
                found.append((other, operation))
    for group in splices.values():
        group.sort(key=lambda splice: (splice.start, splice.end))
        for one, next_ in pairwise(group):
            if next_.start < one.end or (one.start == next_.start and one.end == next_.end):
                found.append((one, next_))
    for operation in listed:
        outer = [gone[path] for path in _standing_in(operation) if path in gone]
        conflicting = [one for one in outer if isinstance(one, Cut) or isinstance(operation, Transfer)]
        found += [(one, operation) for one in conflicting[:1]]
    return found


def overlapping(
    rulebook: Rulebook,
    source: Source,
    pairs: Iterable[tuple[Operation, Operation]],
    drafts: Mapping[int, str] | None = None,
) -> list[Diagnostic]:
    """The findings for operations that overlap, each where the second of the two stands. `drafts` has the names of the
    drafts that others come from, by the `id` of the operation."""
    found = []
    for one, other in pairs:
        path = other.path if not hasattr(other, "parent") else other.parent
        name = kind_name(rulebook, path)
        both = ""
        if isinstance(one, Splice) and isinstance(other, Splice):
            words = rulebook.part(one.path, one.part)
            both = (
                f": “{words[one.start : one.end]}” and “{words[other.start : other.end]}”"
                if one.end > one.start or other.end > other.start
                else ": both put words in the same place"
            )
        draft = (drafts or {}).get(id(one), "")
        message = f"this overlaps with an instruction of {draft}," if draft else "two instructions overlap"
        help = (
            "drafts of one edition are all carried out on its rules as they stand; make one draft of the two, or leave "
            "one of them out"
            if draft
            else "all instructions are carried out on the rules as they stand; make one instruction of the two"
        )
        found.append(
            Diagnostic("edits-overlap", f"{message} in {name}{both}", help, Severity.ERROR, source, other.edit.span)
        )
    return found


def _standing_in(operation: Operation) -> Iterator[Path]:
    """The provisions that must stay for an operation to be carried out."""
    if isinstance(operation, (Graft, Transfer)):
        yield from (operation.parent[:depth] for depth in range(1, len(operation.parent) + 1))
    if not isinstance(operation, Graft):
        itself = isinstance(operation, (Splice, Relabel))
        yield from (operation.path[:depth] for depth in range(1, len(operation.path) + itself))


def _in_order(labels: list[str]) -> bool:
    numbered = [label for label in labels if label not in BULLETS]
    style = common_style(numbered)
    keys = [sort_key(label, style) for label in numbered] if style else []
    return all(one <= other for one, other in pairwise(keys))
