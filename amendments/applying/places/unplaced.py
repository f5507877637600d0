"""Why a place cannot be found, and what to write for it."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.places.spot import kind_name
from amendments.applying.refused import Refused
from amendments.reading.restating import said
from grammar.levels import level_name
from grammar.numbers import nth
from rulebook.diagnostics import Suggestion
from rulebook.looking.locating import find
from rulebook.looking.near_misses import HeadingDiffers, as_far_as, nearest, through_crosswalk
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import Part, Reference


def several(rulebook: Rulebook, reference: Reference, found: list[Path]) -> Refused:
    """A reference that could be more than one provision."""
    name = said(Reference(reference.steps))
    places = [rulebook.reference(path) for path in found]
    if len({place.casefold() for place in places}) == 1:
        many = "two" if len(found) == 2 else str(len(found))
        return Refused(
            "reference-ambiguous",
            f"there are {many} provisions numbered {places[0]}",
            f"say which, as in  the second {places[0]}",
            tuple(Suggestion(f"the {nth(n)} of them", f"the {nth(n)} {places[0]}") for n in range(1, len(found) + 1)),
        )
    listed = ", ".join(places[:6]) + (" and others" if len(places) > 6 else "")
    outer = rulebook.at(found[0][:1]).kind
    return Refused(
        "reference-ambiguous",
        f"{name} could be {listed}",
        f"name the {outer} too, as in {in_full(rulebook, found[0])}",
        tuple(Suggestion(rulebook.reference(path), in_full(rulebook, path)) for path in found[:4]),
    )


def not_found(rulebook: Rulebook, reference: Reference, context: Path) -> Refused:
    """A reference to nothing: an old number, labels in another order, or how far it leads."""
    name = said(Reference(reference.steps))
    *outer, last = reference.steps
    if last.nth and (those := find(rulebook, (*outer, replace(last, nth=0)), context)):
        many = {1: "only one", 2: "only two"}.get(len(those), f"only {len(those)}")
        return Refused("reference-not-found", f"there is no {nth(last.nth)} {name}, {many}", "leave the number out")
    old = through_crosswalk(rulebook, reference.steps)
    translated = find(rulebook, old) if old else []
    if len(translated) == 1:
        new = rulebook.reference(translated[0])
        full = in_full(rulebook, translated[0])
        return Refused(
            "old-numbering",
            f"{name} is an old number; in this edition it is {new}",
            f"write {full}",
            (Suggestion(f"write {new}", full, safe=True),),
        )
    close = nearest(rulebook, reference.steps)
    if close:
        places = [rulebook.reference(path) for path in close[:3]]
        return Refused(
            "reference-not-found",
            f"there is no {name}; did you mean {' or '.join(places)}?",
            f"write {' or '.join(places)}",
            tuple(Suggestion(f"write {place}", place) for place in places),
        )
    reached = as_far_as(rulebook, reference.steps, context)
    if reached:
        path, step = reached
        labels = [segment(child.label) or f"“{child.heading}”" for child in rulebook.children(path)]
        there = kind_name(rulebook, path)
        has = f"it has {_listed(labels)}" if labels else "nothing is numbered under it"
        wanted = f"{level_name(step.level)} {segment(step.label)}".strip()
        return Refused(
            "reference-not-found",
            f"there is no {wanted} in {there}; {has}",
            "check the number, and the edition that you are reading",
        )
    return Refused(
        "reference-not-found",
        f"there is no {name} in these rules",
        "check the number, and the edition that you are reading",
    )


def headed_otherwise(rulebook: Rulebook, differing: HeadingDiffers) -> Refused:
    """A heading that is not the one of the number that it stands beside."""
    provision = rulebook.at(differing.path)
    given = f"“{differing.given}”"
    has = (
        f"is headed “{provision.heading}”, and not {given}"
        if provision.heading
        else f"has no heading, and does not seem to be about {given}"
    )
    owner = next((path for path, one in rulebook.walk() if one.heading.casefold() == differing.given.casefold()), None)
    return Refused(
        "heading-differs",
        f"{kind_name(rulebook, differing.path)} {has}",
        f"“{differing.given}” is the heading of {kind_name(rulebook, owner)}; correct the heading or the number"
        if owner
        else f"correct “{differing.given}” or the number",
    )


def no_part(rulebook: Rulebook, path: Path, part: Part, doubt: str) -> Refused:
    """A part that a provision does not have, or of which it is not certain what it is."""
    wanted = said(Reference(parts=(part,)))
    name = kind_name(rulebook, path)
    if doubt:
        return Refused(
            "level-uncertain",
            f"{wanted} of {name} is not certain: {doubt}",
            "name it by its number, or quote the words",
        )
    return Refused(
        "part-not-found",
        f"{name} has no {wanted.removeprefix('the ')}",
        f"look at it with  redraft show {rulebook.reference(path)}",
    )


def of_what(parts: tuple[Part, ...]) -> Refused:
    """A part that is named without a provision that it is a part of."""
    wanted = said(Reference(parts=parts))
    return Refused(
        "place-missing",
        f"of which provision is {wanted} meant?",
        f"name the provision, as in  {wanted} of Chapter 5, Clause IV, sub-clause 5",
    )


def in_full(rulebook: Rulebook, path: Path) -> str:
    """A reference as a drafter would write it: "Chapter 5, Clause IV, sub-clause 3"."""
    names = []
    for depth in range(1, len(path) + 1):
        provision = rulebook.at(path[:depth])
        kind = level_name(provision.kind)
        word = kind.capitalize() if provision.heading or depth <= 2 else kind
        names.append(f"{word} {segment(provision.label)}")
    return ", ".join(names)


def _listed(labels: list[str]) -> str:
    if len(labels) > 8:
        return f"{labels[0]} to {labels[-1]}"
    return ", ".join(labels[:-1]) + (" and " if len(labels) > 1 else "") + labels[-1]
