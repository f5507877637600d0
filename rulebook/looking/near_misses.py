"""What a reference that leads nowhere may have meant: an old number, labels in another order, a shorter way."""

from __future__ import annotations

from rulebook.looking.locating import find, named_under
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import Step


def through_crosswalk(rulebook: Rulebook, steps: tuple[Step, ...]) -> tuple[Step, ...] | None:
    """The steps of an old number in the present numbering, where the edition's crosswalk knows it: 5C.4 is 5.IV.4."""
    labels = [segment(step.label) for step in steps]
    known = {old.upper().replace(".", ""): new for old, new in rulebook.crosswalk}
    for length in range(len(labels), 0, -1):
        new = known.get("".join(labels[:length]).upper())
        if new:
            return tuple(Step("", label) for label in new.split(".")) + tuple(steps[length:])
    return None


def nearest(rulebook: Rulebook, steps: tuple[Step, ...], context: Path = ()) -> list[Path]:
    """Provisions that a reference to nothing may have meant: the same labels in another order, an old number."""
    found: list[Path] = []
    old = through_crosswalk(rulebook, steps)
    if old:
        found += find(rulebook, old)
    if 2 < len(steps) <= 5:
        plain = [Step("", segment(step.label)) for step in steps]
        for i in range(len(plain)):
            for j in range(i + 1, len(plain)):
                swapped = [*plain]
                swapped[i], swapped[j] = swapped[j], swapped[i]
                found += named_under(rulebook, (), tuple(swapped))
    return list(dict.fromkeys(found))


def as_far_as(rulebook: Rulebook, steps: tuple[Step, ...], context: Path = ()) -> tuple[Path, Step] | None:
    """How far a reference leads before it leads to nothing: the last provision found and the step that failed."""
    for length in range(len(steps) - 1, -1, -1):
        found = find(rulebook, steps[:length], context) if length else [context]
        if len(found) == 1:
            return found[0], steps[length]
    return None
