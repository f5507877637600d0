"""The subjects of a draft: the places that it touches, those together that have something to do with one another.

Two places belong together where they are in one clause, where one refers to the other or both to a third, or where the
words that the draft has for them share a term that tells. It is told from words alone, so that it is never certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from amendments.operations import Cut, Graft, Operation, Splice, Transfer
from amendments.terms import tells, terms_in
from rulebook.locating import find
from rulebook.provision import Path, Rulebook
from rulebook.reference import references_in
from rulebook.source import Span

CLAUSE = 2  # the levels from the top that make a clause: what is in one is on one subject


@dataclass(slots=True)
class Touched:
    """A clause that a draft touches, where in the draft, what it says of it, and the clauses referred to there."""

    clause: Path
    span: Span
    words: list[str] = field(default_factory=list)
    cites: set[Path] = field(default_factory=set)


_Related = Callable[[Rulebook, Touched, Touched], bool]


def touched_by(rulebook: Rulebook, operations: Iterable[Operation]) -> list[Touched]:
    """The clauses that operations touch. What only renumbers is on the subject of what it follows."""
    found: dict[Path, Touched] = {}
    for operation in operations:
        path, said = _said(rulebook, operation)
        if not said:
            continue
        one = found.setdefault(path[:CLAUSE], Touched(path[:CLAUSE], operation.edit.span))
        one.words += [*said, *_above(rulebook, path)]
        one.cites |= set(_cited_by(rulebook, path, said))
    return list(found.values())


def named_by(rulebook: Rulebook, text: str, points: Iterable[Span]) -> list[Touched]:
    """The clauses of the rules that the points of a motion name."""
    found: dict[Path, Touched] = {}
    for point in points:
        words = text[slice(*point)]
        named = set(_cited(rulebook, words, ()))
        for clause in named:
            one = found.setdefault(clause, Touched(clause, point))
            one.words.append(words)
            one.cites |= named  # a point that names two of them is about both
    return list(found.values())


def subjects(rulebook: Rulebook, places: list[Touched]) -> list[list[Touched]]:
    """The places in groups that have nothing to do with one another."""
    groups = [[place] for place in places]
    for related in (_refer, _share):
        groups = _joined(rulebook, groups, related)
        if len(groups) < 2:
            break
    return groups


def _joined(rulebook: Rulebook, groups: list[list[Touched]], related: _Related) -> list[list[Touched]]:
    done: list[list[Touched]] = []
    for group in groups:
        near = [other for other in done if any(related(rulebook, a, b) for a in group for b in other)]
        done = [other for other in done if other not in near]
        done.append([*(place for other in near for place in other), *group])
    return done


def _refer(rulebook: Rulebook, one: Touched, other: Touched) -> bool:
    meet = any(_within(a, b) for a in one.cites for b in other.cites)
    return (
        meet
        or any(_within(cited, other.clause) for cited in one.cites)
        or any(_within(cited, one.clause) for cited in other.cites)
    )


def _within(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _share(rulebook: Rulebook, one: Touched, other: Touched) -> bool:
    mine, theirs = ({term for words in place.words for term in terms_in(words)} for place in (one, other))
    return tells(mine & theirs, rulebook)


def _said(rulebook: Rulebook, operation: Operation) -> tuple[Path, list[str]]:
    """Where an operation is, and the words that it is about: old and new ones, and those that they stand among."""
    if isinstance(operation, Splice):
        return operation.path, [str(getattr(rulebook.at(operation.path), operation.part)), operation.new]
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


def _cited_by(rulebook: Rulebook, path: Path, said: list[str]) -> Iterator[Path]:
    for words in said:
        yield from _cited(rulebook, words, path)


def _cited(rulebook: Rulebook, words: str, context: Path) -> Iterator[Path]:
    for _, references in references_in(words):
        for reference in references:
            targets = find(rulebook, reference.steps, context)
            if len({target[:CLAUSE] for target in targets}) == 1:
                yield targets[0][:CLAUSE]
