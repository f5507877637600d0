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

from amendments.applying.account import Account
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Transfer
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
    told, numbers = _told(outcome, source)
    causing = _Causing(Account(outcome), numbers)
    found = {(change.before, change.after): causing.cause(change) for change in comparison.changes}
    return Causes(PurePath(source.name).name, told, causing.renumbered(comparison), found)


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


class _Causing:
    """What each change comes from, by the account of what the instructions did and the number of each."""

    def __init__(self, account: Account, numbers: list[int]) -> None:
        self.account, self.numbers = account, numbers
        self.outcome, self.applied = account.outcome, account.applied
        self.came_from = {self.applied.where(path): path for path, _ in self.outcome.before.walk()}
        numbered = list(zip(numbers, self.outcome.instructions, strict=True))
        self.counting = {n for n, one in numbered if one.renumbering}
        self.only_counting = {n for n, one in numbered if one.renumbering and not one.edits}

    def splicing(self, path: Path) -> set[int]:
        """What the words of a provision of the old book were changed by."""
        return {self.numbers[place] for place, _ in self.account.spliced.get(path, ())}

    def listing(self, path: Path) -> list[tuple[int, Operation]]:
        """What was done to the list of children of a provision of the old book, and by which instruction."""
        return [(self.numbers[place], operation) for place, operation in self.account.lists.get(path, ())]

    # -------------------------------------------------------------- one change

    def cause(self, change: Change) -> Cause:
        before, after = change.before, change.after
        if before is None or after is None or self.applied.where(before) != after:
            return Cause(tuple(sorted(self.leaving(before) | self.arriving(after))))
        found = self.splicing(before)
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
        above = (path[:n] for n in range(1, len(path) + 1))
        taken = {self.numbers[self.account.taken[one]] for one in above if one in self.account.taken}
        return taken | self.splicing(path)

    def arriving(self, path: Path | None) -> set[int]:
        """What a provision of the new book was put in by, or has its words or its place from."""
        if path is None:
            return set()
        place = self.account.put_in(path)
        return {self.numbers[place]} if place is not None else self.leaving(self.came_from.get(path))

    def moving(self, path: Path) -> set[int]:
        """What a provision that was kept has its new place from."""
        if path in self.account.moved:
            return {self.numbers[self.account.moved[path]]}
        beside = {n for n, one in self.listing(path[:-1]) if isinstance(one, Transfer)}
        if beside:
            return beside
        above = (self.splicing(path[:n]) for n in range(1, len(path)))
        return set().union(*above)  # what it stands in reads so differently that it counts as another provision

    # -------------------------------------------------------------- numbers

    def numbering(self, path: Path) -> set[int]:
        """What a provision that was kept has its new number from; that of a decimal may come from those above it."""
        if path in self.account.labelled:
            return {self.numbers[self.account.labelled[path]]}
        found = self.shifting(path)
        if not found and len(path) > 1:
            above, own = (segment(self.outcome.before.at(one).label) for one in (path[:-1], path))
            return self.numbering(path[:-1]) if own.startswith(f"{above}.") else set()
        return found

    def shifting(self, path: Path) -> set[int]:
        """The instructions that change how many are counted before a provision in its list, and the words about it."""
        listed = self.listing(path[:-1])
        earlier = [(number, step) for number, one in listed if (step := self.step(one, path)) is not None]
        total: dict[int, int] = defaultdict(int)
        for number, step in earlier:
            total[number] += step
        found = {number for number, step in total.items() if step} or {number for number, _ in earlier}
        found |= {n for n, one in listed if isinstance(one, Relabel) and one.path < path}
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
