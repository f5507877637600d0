"""Which instruction of a draft causes which change.

It is worked out from the operations that were carried out, and from where each provision went: never from how alike the
words are. Where the comparison sees a change that no instruction accounts for, its cause is empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from amendments.applying.applied import Applied
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.outcome import Outcome
from rulebook.comparing.comparison import MOVED, Change, Comparison
from rulebook.numbering import BULLETS, common_style, count, segment
from rulebook.printed.lines import printable
from rulebook.provision import Path
from rulebook.source import Source

_BLOCK = re.compile(r"^> ?", re.MULTILINE)  # what Markdown has before the lines of a block quote


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction in the user's own words, and the line of the draft on which it begins.

    Its number counts from 1; words that change nothing by themselves, such as a place that holds for what follows or
    wording quoted as it stands, have the number 0.
    """

    number: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Cause:
    """The numbers of the instructions that a change comes from, and of those that its new number comes from."""

    instructions: tuple[int, ...] = ()
    numbering: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Causes:
    """The instructions of a draft in order, and the cause of each change of a comparison. `draft` is its file's name.

    `renumbered` has the instructions that each of the comparison's renumbered pairs comes from.
    """

    draft: str
    told: tuple[Told, ...]
    renumbered: tuple[tuple[int, ...], ...]
    _of: Mapping[tuple[Path | None, Path | None], Cause] = field(repr=False)

    def of(self, changes: Iterable[Change]) -> Cause:
        """The cause of several changes together."""
        found = [self._of[change.before, change.after] for change in changes]
        return Cause(
            tuple(sorted({number for cause in found for number in cause.instructions})),
            tuple(sorted({number for cause in found for number in cause.numbering})),
        )


def causes(outcome: Outcome, comparison: Comparison, source: Source) -> Causes:
    """The causes of the changes from an outcome's book before to its book after."""
    assert outcome.applied is not None
    told, numbers = _told(outcome, source)
    account = _Account(outcome, outcome.applied, numbers)
    found = {(change.before, change.after): account.cause(change) for change in comparison.changes}
    return Causes(PurePath(source.name).name, told, account.renumbered(comparison), found)


def _told(outcome: Outcome, source: Source) -> tuple[tuple[Told, ...], list[int]]:
    """The instructions as they were written, and the number of each: 0 for what changes nothing by itself."""
    numbers: list[int] = []
    told: list[Told] = []
    for instruction in outcome.instructions:
        acts = bool(instruction.edits or instruction.renumbering)
        numbers.append(max(numbers, default=0) + 1 if acts else 0)
        text = _BLOCK.sub("", printable(source.text[slice(*instruction.span)]).strip())
        if text:
            told.append(Told(numbers[-1], text, source.position(instruction.span[0])[0]))
    return tuple(told), numbers


class _Account:
    """What each instruction did, by the provision of the old book that it was done to."""

    def __init__(self, outcome: Outcome, applied: Applied, numbers: list[int]) -> None:
        self.outcome, self.applied = outcome, applied
        self.came_from = {applied.where(path): path for path, _ in outcome.before.walk()}
        self.spliced: dict[Path, set[int]] = defaultdict(set)
        self.taken: dict[Path, int] = {}
        self.moved: dict[Path, int] = {}
        self.labelled: dict[Path, int] = {}
        self.grafted: dict[int, int] = {}
        self.lists: dict[Path, list[tuple[int, Operation]]] = defaultdict(list)
        for number, operations in zip(numbers, outcome.operations, strict=True):
            for operation in operations:
                self.note(number, operation)
        numbered = list(zip(numbers, outcome.instructions, strict=True))
        self.counting = {n for n, one in numbered if one.renumbering}
        self.only_counting = {n for n, one in numbered if one.renumbering and not one.edits}

    def note(self, number: int, operation: Operation) -> None:
        if isinstance(operation, Splice):
            self.spliced[operation.path].add(number)
            return
        if isinstance(operation, (Graft, Transfer)):
            self.lists[operation.parent].append((number, operation))
        if isinstance(operation, Graft):
            self.grafted[id(operation)] = number  # two may be equal, and be of two instructions
            return
        if not isinstance(operation, Transfer) or operation.parent != operation.path[:-1]:
            self.lists[operation.path[:-1]].append((number, operation))
        if isinstance(operation, (Cut, Transfer)):
            self.taken[operation.path] = number
        if isinstance(operation, Transfer):
            self.moved[operation.path] = number
        if isinstance(operation, Relabel) or (isinstance(operation, Transfer) and operation.label):
            self.labelled[operation.path] = number

    # -------------------------------------------------------------- one change

    def cause(self, change: Change) -> Cause:
        before, after = change.before, change.after
        if before is None or after is None or self.applied.where(before) != after:
            return Cause(tuple(sorted(self.leaving(before) | self.arriving(after))))
        found = set(self.spliced.get(before, ()))
        if change.kind == MOVED:
            found |= self.moving(before)
        renamed = change.old is not None and change.new is not None and change.old.label != change.new.label
        return Cause(tuple(sorted(found)), tuple(sorted(self.numbering(before))) if renamed else ())

    def renumbered(self, comparison: Comparison) -> tuple[tuple[int, ...], ...]:
        """For each renumbered pair the instructions that it comes from."""
        if not comparison.renumbered:
            return ()
        olds = {comparison.before.reference(path): path for path, _ in comparison.before.walk()}
        news = {comparison.after.reference(path): path for path, _ in comparison.after.walk()}
        found = []
        for old, new in comparison.renumbered:
            path, at = olds[old], news[new]
            same = self.applied.where(path) == at
            found.append(tuple(sorted(self.numbering(path) if same else self.leaving(path) | self.arriving(at))))
        return tuple(found)

    def leaving(self, path: Path | None) -> set[int]:
        """What a provision of the old book was changed by, or taken away with."""
        if path is None:
            return set()
        taken = {self.taken[path[:n]] for n in range(1, len(path) + 1) if path[:n] in self.taken}
        return taken | self.spliced.get(path, set())

    def arriving(self, path: Path | None) -> set[int]:
        """What a provision of the new book was put in by, or has its words or its place from."""
        graft = self.applied.put_in(path) if path is not None else None
        if graft is not None:
            return {self.grafted[id(graft)]}
        return self.leaving(self.came_from.get(path)) if path is not None else set()

    def moving(self, path: Path) -> set[int]:
        """What a provision that was kept has its new place from."""
        if path in self.moved:
            return {self.moved[path]}
        beside = {n for n, one in self.lists.get(path[:-1], ()) if isinstance(one, Transfer)}
        if beside:
            return beside
        above = (self.spliced.get(path[:n], set()) for n in range(1, len(path)))
        return set().union(*above)  # what it stands in reads so differently that it counts as another provision

    # -------------------------------------------------------------- numbers

    def numbering(self, path: Path) -> set[int]:
        """What a provision that was kept has its new number from; that of a decimal may come from those above it."""
        if path in self.labelled:
            return {self.labelled[path]}
        found = self.shifting(path)
        if not found and len(path) > 1:
            above, own = (segment(self.outcome.before.at(one).label) for one in (path[:-1], path))
            return self.numbering(path[:-1]) if own.startswith(f"{above}.") else set()
        return found

    def shifting(self, path: Path) -> set[int]:
        """The instructions that change how many are counted before a provision in its list, and the words about it."""
        earlier = [
            (number, step)
            for number, one in self.lists.get(path[:-1], ())
            if (step := self.step(one, path)) is not None
        ]
        total: dict[int, int] = defaultdict(int)
        for number, step in earlier:
            total[number] += step
        found = {number for number, step in total.items() if step} or {number for number, _ in earlier}
        found |= {n for n, one in self.lists.get(path[:-1], ()) if isinstance(one, Relabel) and one.path < path}
        said = {
            min(later)
            for number in found - self.counting
            if (later := [sentence for sentence in self.only_counting if sentence > number])
        }
        return found | said

    def step(self, operation: Operation, path: Path) -> int | None:
        """By how much an operation changes the count before a provision of the list; None where it comes after it."""
        parent, place = path[:-1], path[-1]
        came = left = 0
        before = False
        if isinstance(operation, (Cut, Transfer)) and operation.path[:-1] == parent and operation.path[-1] < place:
            before, left = True, self.counts(path, [self.outcome.before.at(operation.path).label])
        if isinstance(operation, (Graft, Transfer)) and operation.parent == parent and operation.index <= place:
            before = True
            came = self.counts(path, [one.label for one in operation.provisions]) if isinstance(operation, Graft) else 1
        return came - left if before else None

    def counts(self, path: Path, labels: list[str]) -> int:
        """How many of the labels are numbers in the count of a list, as 5A is not."""
        others = [one.label for one in self.outcome.before.children(path[:-1])]
        style = common_style([label for label in (*others, *labels) if label not in BULLETS])
        read = [count(label, style) if style and label not in BULLETS else None for label in labels]
        return sum(1 for one in read if one is None or not one[1])
