"""An edit said again in one plain sentence."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.edits import Anchor, Edit, Place, Words
from grammar.levels import level_name
from grammar.numbers import nth
from rulebook.reference import Part, Reference


def restated(edit: Edit, reference: str = "") -> str:
    """What an edit does, in one plain sentence; `reference` is the place as the rulebook has it, if it is known."""
    where = reference or named(_own_place(edit))
    place = f"In {where}" if where else "In the rules"
    if edit.place.excepting:
        left = " and ".join(said(one) for one in edit.place.excepting)
        place, where = f"{place}, except in {left}", f"{where} except {left}"
    new = f"“{_short(edit.new.text)}”" if edit.new else ""
    several = " and " in where or " to " in where
    if edit.extent == "exchange":
        return f"{_capital(where)} and {said(edit.destination[0])} change places and numbers."
    if edit.op == "move":
        target = " and ".join(said(reference) for reference in edit.destination)
        return f"{_capital(where)} {'move' if several else 'moves'} to {_moved_to(edit.anchor, target)}."
    if edit.op == "renumber":
        return f"{_capital(where)} becomes {' and '.join(said(reference) for reference in edit.destination)}."
    if edit.unit == "provision":
        verb = "are" if several else "is"
        if edit.op == "delete":
            return f"{_capital(where)} {verb} deleted."
        if edit.op == "replace":
            return f"{_capital(where)} {verb} replaced with {new}."
        label = said(edit.label) if edit.label else level_name(edit.level) or "provision"
        return f"{place}, a new {label} is inserted{_position(edit.anchor)}: {new}."
    if edit.unit == "heading" and edit.old is None:
        heading = where if where.startswith("the heading") else f"the heading of {where}"
        return f"{_capital(heading)} {f'becomes {new}' if edit.op == 'replace' else 'is deleted'}."
    if edit.op == "insert":
        return f"{place}, {new} is inserted{_position(edit.anchor)}."
    return f"{place}, {_words(edit)} {_becomes(edit, new)}{_count(edit)}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _is_one_word(edit: Edit) -> bool:
    return bool(edit.old) and not edit.extent and " " not in edit.old.quotation.text.strip()  # type: ignore[union-attr]


def _becomes(edit: Edit, new: str) -> str:
    one = _is_one_word(edit) or edit.old is None or bool(edit.extent)
    if edit.op == "delete":
        return "is deleted" if one else "are deleted"
    return f"{'becomes' if one else 'become'} {new}"


def _count(edit: Edit) -> str:
    if edit.old is None or edit.extent:
        return ""
    which = edit.old.occurrence
    they = "it occurs" if _is_one_word(edit) else "they occur"
    if which == "all":
        return f", wherever {they}"
    if which == "both":
        return ", in both places"
    if which == "only":
        return f", in the one place {they}"
    times = "times" if "," in which else "time"
    return f", the {_nth(which)} {times} {they}"


def _words(edit: Edit) -> str:
    if edit.old is None:
        return "all of it"
    old = f"“{_short(edit.old.quotation.text)}”"
    until = f"“{_short(edit.until.quotation.text)}”" if edit.until else ""
    if edit.extent == "from to":
        return f"everything from {old} to {until}"
    if edit.extent == "from before":
        return f"everything from {old} up to but not including {until}"
    if edit.extent == "from on":
        return f"everything from {old} to the end{_of_the_same(edit)}"
    if edit.extent == "between":
        return f"everything between {old} and {until}"
    if edit.extent in ("all after", "all before"):
        return f"{edit.extent.replace('all', 'everything')} {old}"
    return f"{'the word' if _is_one_word(edit) else 'the words'} {old}"


def _moved_to(anchor: Anchor | None, target: str) -> str:
    if anchor is not None and isinstance(anchor.point, tuple):
        return _anchored(anchor)
    return f"the {anchor.position} of {target}" if anchor else target


def written(edit: Edit) -> str:
    """An instruction that says just this and can be pasted into a draft."""
    where = named(_own_place(edit))
    place = f"In {where}, " if where else ""
    if edit.place.excepting:
        left = " and ".join(said(one) for one in edit.place.excepting)
        place, where = f"{place}except in {left}, ", f"{where} except {left}"
    new = _quoted(edit.new.text) if edit.new else ""
    if edit.op == "insert":
        kind = (
            f"new {said(edit.label) if edit.label else level_name(edit.level)} "
            if edit.unit == "provision" and (edit.label or edit.level)
            else ""
        )
        return f"{place}insert {kind}{_anchored(edit.anchor, whole=True)} {new}.".replace("  ", " ")
    if edit.unit == "provision" or edit.old is None:
        return (
            f"Delete {where}."
            if edit.op == "delete"
            else restated(edit)
            if edit.op != "replace"
            else f"Replace {where} with {new}."
        )
    old = _quoted(edit.old.quotation.text)
    until = _quoted(edit.until.quotation.text) if edit.until else ""
    if edit.extent in ("from to", "between"):
        old = f"from {old} to {until}" if edit.extent == "from to" else f"between {old} and {until}"
    elif edit.extent in ("all after", "all before"):
        old = f"{edit.extent} {old}"
    elif edit.extent == "from before":
        old = f"from {old} up to but not including {until}"
    elif edit.extent == "from on":
        old = f"from {old} to the end{_of_the_same(edit)}"
    else:
        old = {"both": "both ", "all": "all references to ", "only": ""}.get(
            edit.old.occurrence, f"the {_nth(edit.old.occurrence)} "
        ) + old
    return f"{place}delete {old}." if edit.op == "delete" else f"{place}replace {old} with {new}."


def _quoted(text: str) -> str:
    """In the marks that the words do not have in them."""
    return f"‘{text}’" if any(mark in text for mark in '“”"') else f"“{text}”"


def _nth(occurrence: str) -> str:
    """ "second", "last", "first and third"."""
    which = [nth(int(one)) if one.isdigit() else one for one in occurrence.split(",")]
    return ", ".join(which[:-1]) + (" and " if len(which) > 1 else "") + which[-1]


def _own_place(edit: Edit) -> Place:
    """The place of an edit, without "the same sentence", which is said with the words."""
    return replace(edit.place, chain=edit.place.chain[:-1]) if _of_the_same(edit) else edit.place


def _of_the_same(edit: Edit) -> str:
    """ " of the sentence", where the end is that of the sentence that the words stand in."""
    last = edit.place.innermost[:1] if edit.extent == "from on" else ()
    level = last[0].level if last and last[0].relative == "this" and not last[0].steps else ""
    return f" of the {level_name(level)}" if level else ""


def _position(anchor: Anchor | None) -> str:
    said_so = _anchored(anchor)
    return f" {said_so}" if said_so else ""


def _anchored(anchor: Anchor | None, *, whole: bool = False) -> str:
    if anchor is None:
        return ""
    if anchor.position in ("start", "end"):
        return f"at the {anchor.position}"
    point = _point(anchor.point, whole)
    return (
        f"between {point} and {_point(anchor.other, whole)}"
        if anchor.position == "between"
        else f"{anchor.position} {point}"
    )


def _point(point: Words | tuple[Reference, ...] | None, whole: bool) -> str:
    if isinstance(point, Words):
        which = {"only": "", "both": "both ", "all": "every "}.get(point.occurrence, f"the {_nth(point.occurrence)} ")
        return which + (_quoted(point.quotation.text) if whole else f"“{_short(point.quotation.text)}”")
    return " and ".join(said(reference) for reference in point or ())


def said(reference: Reference) -> str:
    """A reference in words: "the last sentence of 1.IV.3", "sub-clause 5"."""
    if reference.opening:
        return f"the {reference.level or 'provision'} beginning “{_short(reference.opening, 30)}”"
    if len(reference.steps) == 1 and reference.steps[0].level:
        own = (
            f"({reference})" if str(reference).isalpha() and str(reference).islower() else str(reference)
        )  # "paragraph a" could be an article
        labels = f"{level_name(reference.steps[0].level)} {own}"
    else:
        labels = str(reference) or "the same place"
    if not reference.steps and reference.relative:
        labels = f"the same {level_name(reference.level) or 'place'}"
    parts = " of ".join(_part(part) for part in reversed(reference.parts))
    return f"{parts} of {labels}" if parts and reference.steps else parts or labels


def _part(part: Part) -> str:
    if part.unit in ("heading", "table", "opening words", "closing words"):
        return f"the {part.unit}"
    unit = f"sub-{part.unit[3:]}" if part.unit.startswith("sub") else part.unit
    last_but = part.number < -1  # the last sentence but one
    return f"the last {unit} {nth(part.number).removeprefix('last ')}" if last_but else f"the {nth(part.number)} {unit}"


def named(place: Place) -> str:
    """A place as it was written, outermost first."""
    return ", ".join(" and ".join(said(reference) for reference in target) for target in place.chain)


def _short(text: str, width: int = 60) -> str:
    """The words, or as many whole ones as there is room for: this is printed in papers."""
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    whole = text[:width].rpartition(" ")[0]
    return (whole if len(whole) > width // 2 else text[: width - 1]).rstrip() + "…"
