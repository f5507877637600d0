"""New provisions put in among others, with the numbers that they are to have."""

from __future__ import annotations

from amendments.applying.inserting_words import at_edge
from amendments.applying.matches import part_region
from amendments.applying.new_text.first_labels import begins_with_a_figure, check_first_label
from amendments.applying.new_text.provisions import (
    dressed,
    fits_between,
    index_by_label,
    labelled,
    next_label,
    read_new,
    same_style,
)
from amendments.applying.operations import Graft, Operation, Splice
from amendments.applying.places import Spot, kind_name, spots_from
from amendments.applying.refused import Refused
from amendments.reading.edits import Anchor, Edit, Target, Words
from rulebook.numbering import BULLETS, segment
from rulebook.provision import Path, Provision, Rulebook


def insert_provisions(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool
) -> tuple[Operation, ...]:
    """New provisions put in beside another, at an end, or where their numbers belong. Raises `Refused`."""
    assert edit.new is not None
    if len(places) != 1 or len(places[0].paths) != 1:
        raise Refused(
            "place-uncertain", "new provisions can go to one place only", "write an instruction for each place"
        )
    anchor = edit.anchor
    where = places[0]
    if anchor is not None and isinstance(anchor.point, tuple):
        return (_beside_provision(rulebook, edit, where, anchor, anchor.point, renumbers),)
    if anchor is not None and isinstance(anchor.point, Words):
        raise Refused(
            "position-uncertain",
            "a new provision cannot go after words inside another",
            "say after which provision it goes",
        )
    parent = where.path
    if not parent and not (edit.label and edit.label.steps and edit.level == rulebook.scheme.kind(0)):
        raise Refused(
            "place-missing",
            "this does not say where the new provision goes",
            "name the clause or the provision it stands in",
        )
    text_only = _as_paragraph(rulebook, edit, parent)
    if text_only is not None:
        return (text_only,)
    parent = _right_parent(rulebook, edit, parent)
    siblings = rulebook.children(parent)
    bare = edit.label is None and not edit.level
    if bare and anchor is not None and begins_with_a_figure(rulebook, edit.new.text):
        return (at_edge(rulebook, edit, where, anchor.position, edit.new.text),)
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text))
    if bare:
        check_first_label(rulebook, parent, new)
    if anchor is not None:
        index = len(siblings) if anchor.position == "end" else 0
    elif all(provision.label and provision.label not in BULLETS for provision in new):
        found = index_by_label(dressed(rulebook, parent, new[0].label), siblings)
        if found is None:
            raise Refused(
                "label-style",
                f"“{new[0].label}” is not numbered like what is in {kind_name(rulebook, parent)}",
                "say after which provision the new one goes",
            )
        index = found
    else:
        raise Refused(
            "position-missing",
            "this does not say where the new provision goes",
            "say after which provision, or give it a number",
        )
    return (_graft(rulebook, edit, parent, index, new, renumbers),)


def _right_parent(rulebook: Rulebook, edit: Edit, parent: Path) -> Path:
    """The parent of the place named, where that is itself of the level of what is new: "in sub-clause 5, insert 5A"."""
    if parent and edit.level and rulebook.at(parent).kind == edit.level and edit.anchor is None:
        return parent[:-1]
    return parent


def _as_paragraph(rulebook: Rulebook, edit: Edit, parent: Path) -> Splice | None:
    """A "new paragraph" where the paragraphs have no numbers is a paragraph of the text."""
    if (
        edit.level != "paragraph"
        or edit.label is not None
        or not parent
        or edit.anchor is None
        or edit.anchor.position not in ("start", "end")
    ):
        return None
    provision = rulebook.at(parent)
    if provision.children or rulebook.scheme.kind(len(parent)) != "paragraph":
        return None
    if "\n\n" not in provision.text:
        raise Refused(
            "level-uncertain",
            f"{kind_name(rulebook, parent)} has no paragraphs yet; is the new one to be numbered?",
            "begin it with its number, as in  A. ..., or say  at the end of ... add “...”",
        )
    assert edit.new is not None
    if edit.anchor.position == "start":
        return Splice(parent, "text", 0, 0, edit.new.text + "\n\n", edit)
    return Splice(parent, "text", len(provision.text), len(provision.text), "\n\n" + edit.new.text, edit)


def _beside_provision(
    rulebook: Rulebook, edit: Edit, where: Spot, anchor: Anchor, target: Target, renumbers: bool
) -> Operation:
    assert edit.new is not None
    found = spots_from(rulebook, edit.place.chain, target)
    spot = found[-1] if anchor.position == "after" else found[0]
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
        at = end if anchor.position == "after" else start
        whole = spot.parts[-1].unit == "paragraph"
        words = f"\n\n{edit.new.text}" if anchor.position == "after" else f"{edit.new.text}\n\n"
        return Splice(path, part, at, at, words if whole else edit.new.text, edit)
    beside = spot.paths[-1] if anchor.position == "after" else spot.paths[0]
    if not beside:
        raise Refused("place-missing", "after what?", "name the provision")
    if anchor.position == "between":
        other = spots_from(rulebook, edit.place.chain, anchor.other)[0].path if isinstance(anchor.other, tuple) else ()
        if other != (*beside[:-1], beside[-1] + 1):
            raise Refused(
                "words-apart",
                "the two provisions do not stand next to each other",
                "name the one that the new provision follows",
            )
    parent = beside[:-1]
    index = beside[-1] + (anchor.position != "before")
    kind = rulebook.at(beside).kind
    if edit.level and edit.level not in (kind, "section", "clause", "rule", "paragraph", "point", "item", "bullet"):
        raise Refused(
            "level-differs",
            f"a new {edit.level} cannot stand beside {kind_name(rulebook, beside)}",
            "say what it stands in, and after which of its own kind",
        )
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text))
    return _graft(rulebook, edit, parent, index, new, renumbers)


def _named(rulebook: Rulebook, parent: Path, edit: Edit, new: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """New provisions with the label that the instruction gives them, which must not contradict their own."""
    if edit.label is None or not edit.label.steps:
        return new
    wanted, own = (
        segment(dressed(rulebook, parent, label)) if label else ""
        for label in (segment(edit.label.steps[-1].label), segment(new[0].label))
    )
    if own and own.casefold() != wanted.casefold():
        raise Refused(
            "label-differs", f"the instruction says {wanted}, but the new text is numbered {own}", "make the two agree"
        )
    if edit.label.to:
        last = segment(dressed(rulebook, parent, segment(new[-1].label)))
        to = segment(dressed(rulebook, parent, edit.label.to.rsplit(".", 1)[-1]))
        if last.casefold() != to.casefold():
            raise Refused(
                "label-differs",
                f"the instruction says {wanted} to {to}, but the new text ends with {last}",
                "make the two agree",
            )
        return new
    if len(new) > 1:
        raise Refused(
            "label-differs",
            f"the instruction says {wanted}, but the new text is numbered {own} to {segment(new[-1].label)}",
            "make the two agree",
        )
    return new if own else (labelled(new[0], wanted),)


def _graft(
    rulebook: Rulebook, edit: Edit, parent: Path, index: int, new: tuple[Provision, ...], renumbers: bool
) -> Graft:
    """The new provisions with labels, in order among their neighbours."""
    siblings = rulebook.children(parent)
    bullets = bool(siblings) and all(sibling.label in BULLETS for sibling in siblings)
    made: list[Provision] = []
    for provision in new:
        if bullets:
            if provision.label and provision.label not in BULLETS:
                raise Refused(
                    "label-style",
                    f"“{provision.label}” is a number, but its neighbours are bullets",
                    "leave the number out",
                )
            made.append(labelled(provision, "-"))
            continue
        if not provision.label:
            if index < len(siblings) and not renumbers:
                after = segment(siblings[index - 1].label) if index else ""
                hint = (
                    f"number it {after}A, as in  “{after}A. ...”"
                    if after and after.isdigit()
                    else "give it a number of its own"
                )
                raise Refused(
                    "number-missing",
                    "the new provision has no number, and nothing is said about renumbering those after it",
                    f"{hint}, or add  “Renumber accordingly.”",
                )
            made.append(labelled(provision, next_label(rulebook, parent, (*siblings[:index], *made))))
            continue
        made.append(labelled(provision, dressed(rulebook, parent, provision.label)))
    if not bullets:
        _check_order(rulebook, parent, index, made, renumbers)
    return Graft(parent, index, tuple(made), edit)


def _check_order(rulebook: Rulebook, parent: Path, index: int, made: list[Provision], renumbers: bool) -> None:
    siblings = rulebook.children(parent)
    used = {segment(sibling.label) for sibling in siblings}
    for provision in made:
        own = segment(provision.label)
        if not same_style(provision.label, siblings):
            raise Refused(
                "label-style",
                f"“{own}” is not numbered like its neighbours ({segment(siblings[0].label)}, ...)",
                "number the new text like the provisions beside it",
            )
        if own in used and not renumbers:
            free = f"{segment(siblings[index - 1].label)}A" if index else f"{own}A"
            numbered = f"number the new one {free}" if free not in used else "put it where a number is free"
            raise Refused(
                "label-used",
                f"there is already a {own} in {kind_name(rulebook, parent)}",
                f"{numbered}, or add  “Renumber accordingly.”, or say  replace {own}  if it takes its place",
            )
        if not renumbers and not fits_between(provision.label, siblings, index):
            raise Refused(
                "label-order",
                f"{own} would stand out of order in {kind_name(rulebook, parent)}",
                "give it the number of its place, or say “renumber accordingly”",
            )
