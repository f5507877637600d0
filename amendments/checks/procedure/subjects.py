"""The subjects of a draft: the places that it touches, those together that have something to do with one another.

Two places belong together where they are in one clause, where one instruction is on both, where one refers to the other
or both to a third, or where the words that the draft has for them share a term that tells. It is told from words alone,
so that it is never certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from amendments.applying.operations import Cut, Graft, Operation, Splice, Transfer
from amendments.checks.procedure.subject_words import frequencies, terms_in
from rulebook.looking.locating import find
from rulebook.provision import Path, Rulebook
from rulebook.reference import references_in
from rulebook.source import Span

CLAUSE = 2  # the levels from the top that make a clause: what is in one is on one subject


@dataclass(eq=False)
class Touched:
    """A clause that a draft touches: where in the draft, and the words that it is about, with where each stands.

    `named` are clauses that are known to be referred to there.
    """

    rulebook: Rulebook
    clause: Path
    spans: set[Span] = field(default_factory=set)
    words: dict[tuple[str, Path], None] = field(default_factory=dict)
    named: set[Path] = field(default_factory=set)

    @property
    def first(self) -> Span:
        """The first place in the draft."""
        return min(self.spans)

    @cached_property
    def cites(self) -> set[Path]:
        """The clauses that the words refer to."""
        return self.named | {
            clause for words, context in self.words for clause in _cited(self.rulebook, words, context)
        }

    @cached_property
    def terms(self) -> set[str]:
        """What the words are about."""
        return {term for words, _ in self.words for term in terms_in(words)}


_Related = Callable[[Touched, Touched], bool]


def touched_by(rulebook: Rulebook, operations: Iterable[Operation]) -> list[Touched]:
    """The clauses that operations touch. What only renumbers is on the subject of what it follows."""
    found: dict[Path, Touched] = {}
    for operation in operations:
        path, said = _said(rulebook, operation)
        if said:
            clause = path[:CLAUSE]
            one = found.setdefault(clause, Touched(rulebook, clause))
            one.spans.add(operation.edit.span)
            one.words |= dict.fromkeys((words, path) for words in (*said, *_above(rulebook, path)))
    return list(found.values())


def named_by(rulebook: Rulebook, text: str, points: Iterable[Span]) -> list[Touched]:
    """The clauses of the rules that the points of a motion name."""
    found: dict[Path, Touched] = {}
    for point in points:
        words = text[slice(*point)]
        named = set(_cited(rulebook, words, ()))
        for clause in named:
            one = found.setdefault(clause, Touched(rulebook, clause))
            one.spans.add(point)
            one.words[words, ()] = None
            one.named |= named  # a point that names two of them is about both
    return list(found.values())


def subjects(rulebook: Rulebook, places: list[Touched]) -> list[list[Touched]]:
    """The places in groups that have nothing to do with one another; the costly signs are looked for last."""
    groups = [[place] for place in places]
    signs: tuple[_Related, ...] = (
        lambda one, other: bool(one.spans & other.spans),
        _refer,
        lambda one, other: frequencies(rulebook).tell(one.terms & other.terms),
    )
    for related in signs:
        groups = _joined(groups, related)
    return groups


def _joined(groups: list[list[Touched]], related: _Related) -> list[list[Touched]]:
    done: list[list[Touched]] = []
    for group in groups:
        apart: list[list[Touched]] = []
        for other in done:
            if any(related(one, another) for one in group for another in other):
                group = [*other, *group]
            else:
                apart.append(other)
        done = [*apart, group]
    return done


def _refer(one: Touched, other: Touched) -> bool:
    return any(_within(a, b) for a in {*one.cites, one.clause} for b in {*other.cites, other.clause})


def _within(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _said(rulebook: Rulebook, operation: Operation) -> tuple[Path, list[str]]:
    """Where an operation is, and the words that it is about: old and new ones, and those that they stand among."""
    if isinstance(operation, Splice):
        return operation.path, [rulebook.part(operation.path, operation.part), operation.new]
    if isinstance(operation, Graft):
        return operation.parent, [provision.words() for provision in operation.provisions]
    if isinstance(operation, (Cut, Transfer)):
        return operation.path, [rulebook.at(operation.path).words()]
    return operation.path, []


def _above(rulebook: Rulebook, path: Path) -> Iterator[str]:
    """The words that a provision stands under, up to the heading of its clause."""
    for depth in range(CLAUSE, len(path)):
        above = rulebook.at(path[:depth])
        yield f"{above.heading} {above.text}"


def _cited(rulebook: Rulebook, words: str, context: Path) -> Iterator[Path]:
    for _, references in references_in(words):
        for reference in references:
            targets = find(rulebook, reference.steps, context)
            if len({target[:CLAUSE] for target in targets}) == 1:
                yield targets[0][:CLAUSE]
