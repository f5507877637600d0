"""What becomes of other amendments if one is carried: conference votes on all of them as the rules stand.

Both are read against the rules as they are, never one against what the other makes of them, so that no number is
taken for another's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amendments.applying.applied import apply
from amendments.applying.conflicts import overlaps
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer, parents_touched
from amendments.applying.outcome import Outcome
from amendments.applying.refused import Refused
from rulebook.diagnostics import errors
from rulebook.printed.names import place_of
from rulebook.provision import Path, Rulebook


class Fate(StrEnum):
    """What becomes of an amendment if another is carried."""

    FALLS = "falls"
    CONFLICTS = "cannot be carried as well"
    BESIDE = "can be carried as well"
    APART = "is not affected"
    UNREAD = "cannot be carried out as it is"


@dataclass(frozen=True, slots=True)
class Fallen:
    """An amendment's fate, and why, in a sentence without its first capital; empty where there is nothing to say."""

    fate: Fate
    why: str = ""


def fate(carried: Outcome, other: Outcome) -> Fallen:
    """What becomes of the other amendment if the first is carried. Both are of the same rules as they stand."""
    rulebook = carried.before
    if other.after is None:
        first = errors(other.diagnostics)
        return Fallen(Fate.UNREAD, first[0].message if first else "")
    ours, theirs = carried.all_operations, other.all_operations
    mine = {id(operation) for operation in ours}
    pairs = [
        (one, two) if id(one) in mine else (two, one)
        for one, two in overlaps([*ours, *theirs])
        if (id(one) in mine) != (id(two) in mine)
    ]
    gone = sorted({one.path for one, two in pairs if isinstance(one, Cut) and not _same_cut(one, two)})
    if gone:
        return Fallen(Fate.FALLS, f"it changes {_places(rulebook, gone)}, which would be gone")
    taken = sorted({two.path for one, two in pairs if isinstance(two, Cut) and not _same_cut(two, one)})
    if taken:
        return Fallen(Fate.CONFLICTS, f"it takes out {_places(rulebook, taken)}, which this changes")
    if pairs:
        places = sorted({_path(two) for _, two in pairs})
        if all(isinstance(one, Cut) for one, _ in pairs):
            return Fallen(Fate.CONFLICTS, f"both take out {_places(rulebook, places)}")
        return Fallen(Fate.CONFLICTS, f"both change the same words of {_places(rulebook, places)}")
    try:
        apply(rulebook, [*ours, *theirs], parents_touched((*ours, *theirs)) if carried.is_structural else set())
    except Refused as refused:
        return Fallen(Fate.CONFLICTS, refused.message)
    shared = sorted({_path(one) for one in ours} & {_path(two) for two in theirs})
    if shared:
        return Fallen(Fate.BESIDE, f"both change {_places(rulebook, shared)}, each in another place")
    return Fallen(Fate.APART)


def _same_cut(one: Cut, two: Operation) -> bool:
    return isinstance(two, Cut) and one.path == two.path


def _path(operation: Operation) -> Path:
    """The provision that an operation changes."""
    match operation:
        case Graft():
            return operation.parent
        case Splice() | Cut() | Relabel() | Transfer():
            return operation.path


def _places(rulebook: Rulebook, paths: list[Path]) -> str:
    names = [place_of(rulebook, path) for path in paths if path]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "the chapters"
