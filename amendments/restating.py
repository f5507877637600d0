"""An edit said again in one plain sentence."""

from __future__ import annotations

from amendments.edits import Anchor, Edit, Place, Words
from rulebook.reference import LAST, Part, Reference

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """ "first" to "tenth", "last" for -1, and the figure beyond."""
    if number == LAST:
        return "last"
    return _ORDINALS[number - 1] if 0 < number <= 10 else f"{number}th"


def restated(edit: Edit, reference: str = "") -> str:
    """What an edit does, in words; `reference` is the place as the rulebook has it, where that is known."""
    where = reference or named(edit.place)
    place = f"In {where}" if where else "In the rules"
    new = f"“{_short(edit.new.text)}”" if edit.new else ""
    if edit.op == "move":
        target = " and ".join(said(reference) for reference in edit.destination)
        return f"{where} moves to {_anchored(edit.anchor)} {target}".replace("  ", " ").strip() + "."
    if edit.op == "renumber":
        return f"{where} becomes {' and '.join(said(reference) for reference in edit.destination)}."
    if edit.unit == "provision":
        if edit.op == "delete":
            return f"{where} is deleted."
        if edit.op == "replace":
            return f"{where} is replaced with {new}."
        label = said(edit.label) if edit.label else edit.level or "provision"
        return f"{place}, a new {label} is inserted{_position(edit.anchor)}: {new}."
    if edit.unit == "heading" and edit.old is None:
        return f"The heading of {where} becomes {new}." if edit.op == "replace" else f"The heading of {where} is deleted."
    if edit.op == "insert":
        return f"{place}, {new} is inserted{_position(edit.anchor)}."
    old = _words(edit)
    if edit.op == "delete":
        return f"{place}, {old} {_count(edit)}."
    return f"{place}, {old} {_count(edit)} {new}."


def _count(edit: Edit) -> str:
    which = edit.old.occurrence if edit.old else "only"
    verb = "goes" if edit.op == "delete" else "becomes"
    if which == "all":
        return f"{verb} wherever it stands" if edit.op == "delete" else "becomes, wherever it stands,"
    if which == "both":
        return f"{verb} in both places" if edit.op == "delete" else "becomes, in both places,"
    if which not in ("only",):
        return f"({ordinal(int(which)) if which.isdigit() else which} occurrence) {verb}"
    return verb


def _words(edit: Edit) -> str:
    if edit.old is None:
        return "all of it"
    old = f"“{_short(edit.old.quotation.text)}”"
    until = f"“{_short(edit.until.quotation.text)}”" if edit.until else ""
    if edit.extent == "from to":
        return f"everything from {old} to {until}"
    if edit.extent == "between":
        return f"everything between {old} and {until}"
    if edit.extent:
        return f"{edit.extent.replace('all', 'everything')} {old}"
    return old


def _position(anchor: Anchor | None) -> str:
    said_so = _anchored(anchor)
    return f" {said_so}" if said_so else ""


def _anchored(anchor: Anchor | None) -> str:
    if anchor is None:
        return ""
    if anchor.position in ("start", "end"):
        return f"at the {anchor.position}"
    point = _point(anchor.point)
    return f"between {point} and {_point(anchor.other)}" if anchor.position == "between" else f"{anchor.position} {point}"


def _point(point: Words | tuple[Reference, ...] | None) -> str:
    if isinstance(point, Words):
        which = "" if point.occurrence == "only" else f"the {ordinal(int(point.occurrence)) if point.occurrence.isdigit() else point.occurrence} "
        return f"{which}“{_short(point.quotation.text)}”"
    return " and ".join(said(reference) for reference in point or ())


def said(reference: Reference) -> str:
    """A reference in words: "the last sentence of 1.IV.3", "sub-clause 5"."""
    if len(reference.steps) == 1 and reference.steps[0].level:
        level = reference.steps[0].level
        labels = f"{'sub-' + level[3:] if level.startswith('sub') else level} {reference}"
    else:
        labels = str(reference) or "the same place"
    parts = " of ".join(_part(part) for part in reversed(reference.parts))
    return f"{parts} of {labels}" if parts and reference.steps else parts or labels


def _part(part: Part) -> str:
    return f"the {part.unit}" if part.unit in ("heading", "opening words") else f"the {ordinal(part.number)} {part.unit}"


def named(place: Place) -> str:
    """A place as it was written, outermost first."""
    return ", ".join(" and ".join(said(reference) for reference in target) for target in place.chain)


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
