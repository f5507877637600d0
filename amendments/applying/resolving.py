"""An edit resolved against a rulebook as it stands: the operations that it comes to, or why it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from amendments.applying.finishing import finished
from amendments.applying.inserting_provisions import insert_provisions
from amendments.applying.inserting_words import insert_words
from amendments.applying.new_text.plain_words import check_are_words, check_nothing_left_out, plain_words
from amendments.applying.operations import Cut, Operation, Relabel, Splice, Transfer
from amendments.applying.places import Spot, spots, spots_from, wordings
from amendments.applying.refused import Refused
from amendments.applying.renumbering import exchange, move, renumber
from amendments.applying.replacing_provisions import replace_provisions
from amendments.applying.replacing_words import replace_heading, replace_parts, replace_words
from amendments.reading.edits import Edit
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import Reference


def resolve(
    rulebook: Rulebook, edit: Edit, *, renumbers: bool = False, freed: frozenset[Path] = frozenset()
) -> tuple[Operation, ...]:
    """The operations of one edit. `renumbers` says that the instruction has words about numbering, and `freed` are the
    provisions that give up their numbers by other edits.

    Raises `Refused`.
    """
    if edit.op == "insert" and edit.label is not None:
        edit = _under_what_there_is(rulebook, edit, edit.label)
    try:
        places = _places(rulebook, edit)
    except Refused as refused:
        raise refused.about(edit.place.span) from None
    try:
        edit = _in_plain_words(rulebook, edit, places)
        operations = _resolved(rulebook, edit, places, renumbers, freed)
        if edit.place.excepting:
            operations = _left_alone(rulebook, edit, places, operations)
        return finished(rulebook, edit, operations)
    except Refused as refused:
        if edit.anchor is not None and isinstance(edit.anchor.point, tuple) and refused.code in _OF_A_PLACE:
            refused.about(edit.anchor.span)
        raise


def _left_alone(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], operations: tuple[Operation, ...]
) -> tuple[Operation, ...]:
    """The operations outside the places that are excepted. Raises `Refused` where such a place is not among those."""
    chain = tuple(tuple(replace(one, to="") for one in target) for target in edit.place.chain)
    excepted = [path for spot in spots_from(rulebook, chain, edit.place.excepting) for path in spot.paths]
    if not all(isinstance(one, (Splice, Cut)) for one in operations) or not all(excepted):
        raise Refused("place-uncertain", "it is not clear what is left out here", "name the places one by one")
    named = [path for spot in places for path in spot.paths]
    outside = [path for path in excepted if not any(path[: len(one)] == one for one in named)]
    kept = tuple(one for one in operations if not any(_path(one)[: len(path)] == path for path in excepted))
    if outside or not kept or (edit.unit == "provision" and len(operations) - len(kept) != len(excepted)):
        name = " and ".join(rulebook.reference(path) for path in excepted)
        raise Refused("place-uncertain", f"{name} is not one of those that are meant", "name the places one by one")
    return kept


def _path(operation: Operation) -> Path:
    return operation.path if isinstance(operation, (Splice, Cut)) else ()


def _places(rulebook: Rulebook, edit: Edit) -> tuple[Spot, ...]:
    """Where an edit is. "To the end of the sentence" is in what was named before: the words tell which sentence."""
    *outer, last = edit.place.chain or ((),)
    if edit.extent and outer and last[0].relative == "this" and last[0].level in ("sentence", "line"):
        return spots(rulebook, replace(edit.place, chain=tuple(outer)))
    return spots(rulebook, edit.place)


def _in_plain_words(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...]) -> Edit:
    """The edit with its new words as they are to be printed. Raises `Refused`."""
    if edit.new is None:
        return edit
    old = edit.old.quotation.text if edit.old else ""
    if edit.op == "replace" and not old and len(places) == 1 and places[0].path:
        old = wordings(rulebook, places[0])[0 if places[0].parts else -2]
    try:
        if edit.new.form in ("pasted", "unquoted", "cell", "block"):
            check_are_words(edit.new.text)
        words = plain_words(edit.new.text, old)
        if edit.old is None or edit.extent:
            check_nothing_left_out(words)
    except Refused as refused:
        raise refused.about(edit.new.span) from None
    return edit if words == edit.new.text else replace(edit, new=replace(edit.new, text=words))


_OF_A_PLACE = ("reference-not-found", "reference-ambiguous", "heading-differs", "part-not-found", "old-numbering")


def freed_by(rulebook: Rulebook, edits: Iterable[Edit]) -> frozenset[Path]:
    """The provisions that give up their numbers by some edits: those that are renumbered, taken out or moved."""
    found: set[Path] = set()
    for edit in edits:
        if edit.op in ("renumber", "move") or (edit.op, edit.unit) == ("delete", "provision"):
            try:
                operations = resolve(rulebook, edit, renumbers=True)
            except Refused:
                continue
            found |= {one.path for one in operations if isinstance(one, (Relabel, Cut, Transfer))}
    return frozenset(found)


def _resolved(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool, freed: frozenset[Path]
) -> tuple[Operation, ...]:
    if edit.op == "renumber":
        return tuple(operation for spot in places for operation in renumber(rulebook, edit, spot))
    if edit.extent == "exchange":
        return exchange(rulebook, edit, places)
    if edit.op == "move":
        return move(rulebook, edit, places, renumbers, freed)
    if edit.unit == "heading" and edit.old is None and edit.op != "insert":
        return tuple(replace_heading(rulebook, edit, spot) for spot in places)
    if edit.op != "insert" and edit.old is None and any(spot.parts for spot in places):
        return tuple(replace_parts(rulebook, edit, places))
    if edit.unit == "provision":
        if edit.op == "insert":
            return insert_provisions(rulebook, edit, places, renumbers, freed)
        return replace_provisions(rulebook, edit, places, renumbers)
    if edit.op == "insert":
        return tuple(
            operation for spot in places for operation in insert_words(rulebook, edit, spot, renumbers=renumbers)
        )
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
