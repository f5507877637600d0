"""Which instruction of an amendment did what, and to which provision.

It is told from the operations that were carried out, never from how alike the words are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.outcome import Outcome
from rulebook.provision import Path
from rulebook.source import Span


class Account:
    """What the instructions of an outcome did, by the provision of the old book that it was done to.

    An instruction is its place among those of the outcome, from 0. `spliced` has those that change the words of a
    provision, `taken` the one that takes it from where it was, `moved` the one that puts it elsewhere, and `labelled`
    the one that gives it a number by name. `lists` has, by the provision whose children they are, the operations on
    lists.
    """

    def __init__(self, outcome: Outcome) -> None:
        assert outcome.applied is not None
        self.outcome, self.applied = outcome, outcome.applied
        self.spliced: dict[Path, list[tuple[int, Splice]]] = defaultdict(list)
        self.taken: dict[Path, int] = {}
        self.moved: dict[Path, int] = {}
        self.labelled: dict[Path, int] = {}
        self.lists: dict[Path, list[tuple[int, Operation]]] = defaultdict(list)
        self._cut: dict[Path, int] = {}
        self._grafted: dict[int, int] = {}
        for number, operations in enumerate(outcome.operations):
            for operation in operations:
                self._note(number, operation)

    def _note(self, number: int, operation: Operation) -> None:
        if isinstance(operation, Splice):
            self.spliced[operation.path].append((number, operation))
            return
        if isinstance(operation, (Graft, Transfer)):
            self.lists[operation.parent].append((number, operation))
        if isinstance(operation, Graft):
            self._grafted[id(operation)] = number  # two may be equal, and be of two instructions
            return
        if not isinstance(operation, Transfer) or operation.parent != operation.path[:-1]:
            self.lists[operation.path[:-1]].append((number, operation))
        if isinstance(operation, (Cut, Transfer)):
            self.taken[operation.path] = number
        if isinstance(operation, Cut):
            self._cut.setdefault(operation.path, number)
        if isinstance(operation, Transfer):
            self.moved[operation.path] = number
        if isinstance(operation, Relabel) or (isinstance(operation, Transfer) and operation.label):
            self.labelled[operation.path] = number

    def put_in(self, path: Path) -> int | None:
        """The instruction that puts in a provision of the new book; None for one of the old book."""
        graft = self.applied.put_in(path)
        return self._grafted[id(graft)] if graft is not None else None

    def words_put_into(self, path: Path) -> list[tuple[Span, str]]:
        """The new words of a provision of the new book: where the instruction stands that puts each of them there."""
        number = self.put_in(path)
        if number is not None:
            return [(self.span(number), self.applied.rulebook.at(path).words())]
        old = next((one for one in self.spliced if self.applied.where(one) == path), None)
        return [(self.span(number), one.new) for number, one in self.spliced[old]] if old is not None else []

    def changed_by(self, path: Path) -> Span | None:
        """Where the first instruction stands that changes a provision of the new book, or puts it in."""
        return next((span for span, _ in self.words_put_into(path)), None)

    def cut_by(self, path: Path) -> Span | None:
        """Where the first instruction stands that takes out a provision of the old book, or one above it."""
        found = [self._cut[path[:n]] for n in range(len(path) + 1) if path[:n] in self._cut]
        return self.span(min(found)) if found else None

    def listed_by(self, lists: Collection[Path]) -> Span | None:
        """Where the first instruction stands that changes one of some lists, given by the provisions that have them."""
        found = [number for path in lists for number, _ in self.lists.get(path, ())]
        return self.span(min(found)) if found else None

    def span(self, number: int) -> Span:
        """Where an instruction stands."""
        return self.outcome.instructions[number].span
