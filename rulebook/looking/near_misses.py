"""What a reference that leads nowhere, or past its heading, may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rulebook.looking.locating import ends_in, find
from rulebook.numbering import segment
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reference import Step


@dataclass(frozen=True, slots=True)
class HeadingDiffers:
    """A heading given with a number that has another heading in the book."""

    given: str
    path: Path


def headings_differ(rulebook: Rulebook, steps: tuple[Step, ...], path: Path) -> list[HeadingDiffers]:
    """The headings that a reference gives beside its numbers and that the book does not have there.

    Where the book has no heading, a few words may say what the rule is about: "3.2 (duties of the chair)". They have to
    speak of what the rule speaks of, and no rule beside it may speak more of it.
    """
    found: list[HeadingDiffers] = []
    inner = len(path)
    for step in reversed(steps):
        if not step.heading and step is not steps[-1]:
            continue
        depth = next((up for up in range(inner, 0, -1) if ends_in(rulebook, path[:up], step.label)), max(inner, 1))
        inner = depth - 1
        if step.heading and not _agrees(rulebook, path[:depth], _folded(step.heading)):
            found.insert(0, HeadingDiffers(step.heading, path[:depth]))
    return found


def _agrees(rulebook: Rulebook, path: Path, given: str) -> bool:
    provision = rulebook.at(path)
    if given in (_folded(provision.heading), _folded(provision.text)):
        return True
    if provision.heading:
        return False
    if given in {_folded(rulebook.at(path[:depth]).heading) for depth in range(1, len(path))}:
        return True
    shared = _shared(provision, given)
    return shared > 0 and all(_shared(one, given) <= shared for one in rulebook.children(path[:-1]))


def _shared(provision: Provision, given: str) -> int:
    """How many words of some length of a description, or their stems, stand in what a provision says."""
    said = [word for word in _folded(provision.words()).split() if len(word) > 3]
    stems = [word[: max(4, len(word) - 3)] for word in given.split() if len(word) > 3]
    return sum(any(one.startswith(stem) for one in said) for stem in stems)


def _folded(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold().replace("-", "")).split())


def through_crosswalk(rulebook: Rulebook, steps: tuple[Step, ...]) -> tuple[Step, ...] | None:
    """The steps of an old number in the present numbering, where the edition's crosswalk knows it: 5C.4 is 5.IV.4."""
    labels = [segment(step.label) for step in steps]
    known = {old.upper().replace(".", ""): new for old, new in rulebook.crosswalk}
    for length in range(len(labels), 0, -1):
        new = known.get("".join(labels[:length]).upper())
        if new:
            return tuple(Step("", label) for label in new.split(".")) + tuple(steps[length:])
    return None


def nearest(rulebook: Rulebook, steps: tuple[Step, ...]) -> list[Path]:
    """Provisions that a reference to nothing may have meant: the same labels in another order, an old number."""
    old = through_crosswalk(rulebook, steps)
    found = find(rulebook, old) if old else []
    for swapped in _swapped(steps):
        found += find(rulebook, swapped)
    written = ".".join(segment(step.label) for step in steps).casefold()
    return [path for path in dict.fromkeys(found) if rulebook.reference(path).casefold() != written]


def _swapped(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    plain = [Step("", segment(step.label)) for step in steps]
    for one, other in combinations(range(len(plain)), 2) if 2 < len(plain) <= 5 else ():
        swapped = [*plain]
        swapped[one], swapped[other] = plain[other], plain[one]
        yield tuple(swapped)


def as_far_as(rulebook: Rulebook, steps: tuple[Step, ...], context: Path = ()) -> tuple[Path, Step] | None:
    """How far a reference leads before it leads to nothing: the last provision found and the step that failed."""
    for length in range(len(steps) - 1, -1, -1):
        found = find(rulebook, steps[:length], context) if length else [context]
        if len(found) == 1:
            return found[0], steps[length]
    return None
