"""An edit resolved against a rulebook as it stands: the operations that it comes to, or why it is refused."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.inserting_provisions import insert_provisions
from amendments.applying.inserting_words import insert_words
from amendments.applying.operations import Operation
from amendments.applying.places import Spot, spots
from amendments.applying.refused import Refused
from amendments.applying.renumbering import move, renumber
from amendments.applying.replacing_provisions import replace_provisions
from amendments.applying.replacing_words import replace_heading, replace_parts, replace_words
from amendments.reading.edits import Edit
from rulebook.numbering import segment
from rulebook.provision import Rulebook
from rulebook.reference import Reference


def resolve(rulebook: Rulebook, edit: Edit, *, renumbers: bool = False) -> tuple[Operation, ...]:
    """The operations of one edit. `renumbers` says that the instruction has words about numbering.

    Raises `Refused`.
    """
    if edit.op == "insert" and edit.label is not None:
        edit = _under_what_there_is(rulebook, edit, edit.label)
    try:
        places = spots(rulebook, edit.place)
    except Refused as refused:
        raise refused.about(edit.place.span) from None
    try:
        return _resolved(rulebook, edit, places, renumbers)
    except Refused as refused:
        if edit.anchor is not None and isinstance(edit.anchor.point, tuple) and refused.code in _OF_A_PLACE:
            refused.about(edit.anchor.span)
        raise


_OF_A_PLACE = ("reference-not-found", "reference-ambiguous", "heading-differs", "part-not-found", "old-numbering")


def _resolved(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool) -> tuple[Operation, ...]:
    if edit.op == "renumber":
        return tuple(operation for spot in places for operation in renumber(rulebook, edit, spot))
    if edit.op == "move":
        return move(rulebook, edit, places, renumbers)
    if edit.unit == "heading" and edit.old is None and edit.op != "insert":
        return tuple(replace_heading(rulebook, edit, spot) for spot in places)
    if edit.op != "insert" and edit.old is None and any(spot.parts for spot in places):
        return tuple(replace_parts(rulebook, edit, places))
    if edit.unit == "provision":
        if edit.op == "insert":
            return insert_provisions(rulebook, edit, places, renumbers)
        return replace_provisions(rulebook, edit, places, renumbers)
    if edit.op == "insert":
        return tuple(operation for spot in places for operation in insert_words(rulebook, edit, spot))
    return tuple(operation for spot in places for operation in replace_words(rulebook, edit, spot))


def _under_what_there_is(rulebook: Rulebook, edit: Edit, label: Reference) -> Edit:
    """An insertion of J.5.6 where there is no J.5, only J with J.5.1 and others in it: it goes to J."""
    inner = edit.place.innermost
    if len(inner) != 1 or len(inner[0].steps) < 2 or not label.steps:
        return edit
    *outer, last = inner[0].steps
    try:
        spots(rulebook, edit.place)
    except Refused:
        place = replace(edit.place, chain=(*edit.place.chain[:-1], (replace(inner[0], steps=tuple(outer)),)))
        try:
            parent = spots(rulebook, place)[0].path
        except Refused:
            return edit
        head = f"{rulebook.reference(parent)}.{segment(last.label)}."
        if any(segment(child.label).startswith(head) for child in rulebook.children(parent)):
            step = replace(label.steps[-1], label=head + segment(label.steps[-1].label))
            return replace(edit, place=place, label=replace(label, steps=(step,)))
    return edit
