"""Provisions given another number or moved to another place."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.inserting_words import move_words
from amendments.applying.new_text.new_numbers import next_label
from amendments.applying.new_text.number_style import dressed
from amendments.applying.new_text.provisions import list_of
from amendments.applying.operations import Operation, Relabel, Transfer
from amendments.applying.places import Spot, kind_name, spots_from
from amendments.applying.refused import Refused
from amendments.reading.edits import Edit
from rulebook.looking.locating import ends_in
from rulebook.numbering import BULLETS, common_style, count, numeral, segment, styles
from rulebook.provision import Path, Rulebook
from rulebook.reference import Reference


def renumber(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    """A provision, or a run of them, given the numbers that the instruction says. Raises `Refused`."""
    if not spot.path or spot.parts:
        raise Refused("place-uncertain", "only a provision can be given a number", "say which provision is meant")
    wanted = edit.destination[0]
    if not wanted.steps:
        raise Refused("number-missing", "the new number is missing", "say: renumber sub-clause 5A as sub-clause 6")
    parent = spot.path[:-1]
    siblings = rulebook.children(parent)
    if len(wanted.steps) > 1 and not ends_in(
        rulebook, parent, ".".join(segment(step.label) for step in wanted.steps[:-1])
    ):
        raise Refused(
            "place-uncertain",
            f"{wanted} is not in {kind_name(rulebook, parent)}, and a new number does not move a provision",
            f"say  move {rulebook.reference(spot.path)} to  and where, if that is meant",
        )
    labels = [dressed(rulebook, parent, label) for label in _labels(wanted, len(spot.paths))]
    beside = list_of(labels[0], siblings)[1]
    if common_style([*(sibling.label for sibling in beside), *labels]) is None:
        raise Refused(
            "label-style",
            f"{labels[0]} is not a number like those beside {rulebook.reference(spot.path)}",
            "use the same kind of number",
        )
    return [Relabel(path, label, edit) for path, label in zip(spot.paths, labels, strict=True)]


def _labels(wanted: Reference, size: int) -> list[str]:
    """The new numbers: one, or those of a range, as many as there are provisions. Raises `Refused`."""
    first, last = segment(wanted.steps[-1].label), segment(wanted.to).rpartition(".")[2]
    if size == 1 and not wanted.to:
        return [first]
    front, _, own = first.rpartition(".")
    for style in styles(own):
        start, end = count(own, style), count(last, style)
        if start is not None and end is not None and not start[1] and end == (start[0] + size - 1, ""):
            numbers = [numeral(start[0] + place, style) for place in range(size)]
            return [f"{front}.{number}" if front else number for number in numbers]
    raise Refused(
        "number-missing",
        f"there {'is one provision' if size == 1 else f'are {size} provisions'} here, and not as many new numbers",
        "say the first and the last new number, or renumber them one by one",
    )


def exchange(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...]) -> tuple[Operation, ...]:
    """Two provisions that take each other's place and number. Raises `Refused`."""
    others = spots_from(rulebook, edit.place.chain[:-1], edit.destination)
    paths = [path for spot in (*places, *others) for path in spot.paths]
    if len(paths) != 2 or not all(paths) or any(spot.parts for spot in (*places, *others)):
        raise Refused("place-uncertain", "only two provisions can change places", "name the two of them")
    one, other = paths
    if one == other[: len(one)] or other == one[: len(other)]:
        raise Refused("place-uncertain", "a provision cannot change places with one that is in it", "correct the place")
    if len(one) != len(other):
        raise Refused("level-uncertain", "the two stand on different levels", "move them one by one")
    labels = [rulebook.at(path).label for path in paths]
    return (
        Transfer(one, other[:-1], other[-1], labels[1], edit), Transfer(other, one[:-1], one[-1], labels[0], edit),
    )  # fmt: skip


def move(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool, freed: frozenset[Path] = frozenset()
) -> tuple[Operation, ...]:
    """A provision, a run of them or a part of one moved elsewhere; `freed` are those that give up their numbers by
    another instruction. Raises `Refused`."""
    if len(places) != 1 or not places[0].path:
        raise Refused("place-uncertain", "one thing at a time can be moved", "write an instruction for each")
    spot, anchor = places[0], edit.anchor
    if spot.parts:
        return move_words(rulebook, edit, spot)
    *outer, inner = edit.place.chain
    context = (*outer, tuple(replace(reference, to="") for reference in inner))
    if anchor is not None and isinstance(anchor.point, tuple):
        beside = spots_from(rulebook, context, anchor.point)[0].path
        parent, index = beside[:-1], beside[-1] + (anchor.position == "after")
    elif edit.destination:
        parent = spots_from(rulebook, context, edit.destination)[0].path
        index = 0 if anchor and anchor.position == "start" else len(rulebook.children(parent))
    else:
        raise Refused("position-missing", "this does not say where it moves to", "say after which provision")
    if any(path == parent[: len(path)] for path in spot.paths):
        raise Refused("place-uncertain", "a provision cannot be moved into itself", "correct the place")
    if not parent and any(len(path) > 1 for path in spot.paths):
        raise Refused(
            "level-uncertain",
            f"{kind_name(rulebook, spot.path)} would stand beside the {rulebook.scheme.kind(0)}s",
            "say after which provision of its own kind it goes",
        )
    siblings = rulebook.children(parent)
    moved = [rulebook.at(path) for path in spot.paths]
    bullets = all(provision.label in BULLETS for provision in moved)
    own = _number_there(rulebook, spot, parent, index, freed) if not renumbers and not bullets else ""
    if not renumbers and not bullets and not own:
        raise Refused(
            "number-missing",
            f"nothing is said about the number of {rulebook.reference(spot.path)} in its new place",
            "add  “Renumber accordingly.”",
        )
    if own:
        return (Transfer(spot.path, parent, index, own, edit),)
    label = "" if parent == spot.path[:-1] or bullets else next_label(rulebook, parent, siblings[:index])
    return tuple(Transfer(path, parent, index, label if len(spot.paths) == 1 else "", edit) for path in spot.paths)


def _number_there(rulebook: Rulebook, spot: Spot, parent: Path, index: int, freed: frozenset[Path]) -> str:
    """The number that one provision gets in its new place, where the rest of both lists is told too; else nothing."""
    if len(spot.paths) != 1:
        return ""
    here, there = rulebook.children(spot.path[:-1]), rulebook.children(parent)
    left = (*spot.path[:-1], spot.path[-1] + 1)
    if spot.path[-1] + 1 < len(here) and left not in freed:
        return ""  # it leaves a gap
    before = [(*parent, place) for place in range(index) if (*parent, place) != spot.path]
    label = next_label(rulebook, parent, tuple(rulebook.at(path) for path in before))
    holders = [(*parent, place) for place, one in enumerate(there) if segment(one.label) == segment(label)]
    others = [path for path in holders if path != spot.path]
    told = all(path in freed for path in others) and (bool(others) or index == len(there))
    return label if told else ""
