"""What edits come to in one rulebook: operations on provisions that are known to be there.

All paths are those of the rulebook as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from amendments.reading.edits import Edit
from rulebook.provision import Path, Provision


@dataclass(frozen=True, slots=True)
class Splice:
    """Words in place of what stands between two offsets of a provision's `part`: "heading", "text" or "tail"."""

    path: Path
    part: str
    start: int
    end: int
    new: str
    edit: Edit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """A provision taken out with all under it."""

    path: Path
    edit: Edit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Graft:
    """New provisions put in under `parent`, before its child number `index` (from 0; their number is the end)."""

    parent: Path
    index: int
    provisions: tuple[Provision, ...]
    edit: Edit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Relabel:
    """A provision's number changed."""

    path: Path
    label: str
    edit: Edit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Transfer:
    """A provision moved under `parent`, before its child number `index`, with a new label unless that is empty."""

    path: Path
    parent: Path
    index: int
    label: str
    edit: Edit = field(compare=False, repr=False)


Lists = tuple[Path, ...]
"""The provisions under which the numbers of what is touched follow; the whole book is the empty path."""

Operation = Splice | Cut | Graft | Relabel | Transfer


def parents_touched(operations: Iterable[Operation]) -> set[Path]:
    """The provisions whose list of children changes."""
    found: set[Path] = set()
    for operation in operations:
        if isinstance(operation, (Cut, Relabel)):
            found.add(operation.path[:-1])
        elif isinstance(operation, Graft):
            found.add(operation.parent)
        elif isinstance(operation, Transfer):
            found |= {operation.path[:-1], operation.parent}
    return found


def is_structural(operations: Iterable[Operation]) -> bool:
    """Whether provisions are put in, taken out, moved or renumbered, and not only words changed."""
    return any(not isinstance(operation, Splice) for operation in operations)
