"""Whose numbers follow: words about numbering go with the instruction that has them, or with those before a sentence of
them.

“And renumber accordingly” after new text goes with the one before it; a sentence that names a list, with that list; any
other sentence with all before it, but for what is said to keep its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from amendments.applying.operations import Lists, Operation, parents_touched
from amendments.applying.places import spots
from amendments.applying.refused import Refused
from amendments.applying.resolving import resolve
from amendments.reading.edits import Instruction, Place
from rulebook.provision import Path, Rulebook
from rulebook.source import Source

_GOES_ON = re.compile(r"\s*[,;–—-]*\s*and\b", re.IGNORECASE)


def following_numbers(rulebook: Rulebook, source: Source, instructions: tuple[Instruction, ...]) -> list[Lists]:
    """For each instruction, the lists whose numbers follow it; nothing where no words about numbering go with it."""
    found: list[Lists] = [((),) if instruction.renumbering else () for instruction in instructions]
    for place, instruction in enumerate(instructions):
        if not instruction.renumbering or instruction.edits:
            continue
        goes_on = _GOES_ON.match(source.text[slice(*instruction.span)]) is not None
        named = tuple(path for one in instruction.renumbering for path in _named(rulebook, one))
        for before in range(max(place - 1, 0) if goes_on else 0, place):
            earlier = instructions[before]
            if not earlier.leaves and (not named or _touches(rulebook, earlier, named)):
                found[before] = tuple(dict.fromkeys([*found[before], *(named or ((),))]))
    return found


def _touches(rulebook: Rulebook, instruction: Instruction, lists: Lists) -> bool:
    """Whether an instruction changes one of some lists."""
    for edit in instruction.edits:
        try:
            if lists_that_follow(lists, resolve(rulebook, edit, renumbers=True)):
                return True
        except Refused:
            continue
    return False


def _named(rulebook: Rulebook, place: Place) -> Lists:
    """The lists that words about numbering name: where it is a member of one, that one."""
    if not place.chain or place.inherited >= 0:
        return ()
    try:
        paths = [path for spot in spots(rulebook, place) for path in spot.paths]
    except Refused:
        return ()
    return tuple(path if rulebook.children(path) else path[:-1] for path in paths)


def lists_that_follow(lists: Lists, operations: Iterable[Operation]) -> set[Path]:
    """The lists that operations touch and whose numbers follow."""
    return {path for path in parents_touched(operations) if any(path[: len(top)] == top for top in lists)}
