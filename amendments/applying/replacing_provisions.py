"""Whole provisions taken out, or others put in their place."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.new_text.first_headings import without_heading
from amendments.applying.new_text.number_style import dressed
from amendments.applying.new_text.provisions import check_style, fits_between, labelled, read_new
from amendments.applying.operations import Cut, Graft, Operation, Splice
from amendments.applying.places import Spot, kind_name
from amendments.applying.refused import Refused
from amendments.reading.edits import Edit
from rulebook.numbering import BULLETS, segment
from rulebook.provision import Path, Rulebook


def replace_provisions(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool
) -> tuple[Operation, ...]:
    """The operations of a deletion or a replacement of the provisions that are named. Raises `Refused`."""
    paths = tuple(path for spot in places for path in spot.paths)
    if paths == ((),):
        raise Refused(
            "place-missing", "this does not say which provision", "name it, as in Chapter 5, Clause IV, sub-clause 5"
        )
    if edit.op == "delete":
        return tuple(Cut(path, edit) for path in paths)
    return tuple(swap(rulebook, edit, paths, renumbers))


def swap(rulebook: Rulebook, edit: Edit, paths: tuple[Path, ...], renumbers: bool) -> list[Operation]:
    """Provisions replaced with others. They must be neighbours."""
    assert edit.new is not None
    parent, first = paths[0][:-1], paths[0][-1]
    if [path for path in paths] != [(*parent, first + n) for n in range(len(paths))]:
        raise Refused(
            "place-uncertain",
            "the provisions to be replaced do not stand next to each other",
            "write an instruction for each",
        )
    siblings = rulebook.children(parent)
    old = siblings[first : first + len(paths)]
    try:
        new = read_new(rulebook, parent, edit.new.text, old[0].label, old[0].heading if len(old) == 1 else "")
    except Refused as refused:
        if refused.code != "heading-missing" or edit.extent != "to read" or len(old) > 1 or old[0].children:
            raise
        words = without_heading(edit.new.text, old[0].heading)
        return [Splice(paths[0], "text", 0, len(old[0].text), words, edit)]  # the heading stays
    if len(new) == 1 and len(old) == 1:
        label = segment(new[0].label)
        if label and label.casefold() != segment(old[0].label).casefold():
            raise Refused(
                "label-differs",
                f"the new text is numbered {label}, but {kind_name(rulebook, paths[0])} is what it replaces",
                "give it the number of what it replaces, or leave the number out",
            )
        if not label:
            new = (labelled(new[0], old[0].label),)
        if edit.extent == "to read" and old[0].children and not new[0].children:
            labels = f"{segment(old[0].children[0].label)} to {segment(old[0].children[-1].label)}"
            word = f"{old[0].children[0].kind}s"
            raise Refused(
                "extent-uncertain",
                f"{kind_name(rulebook, paths[0])} has {word} {labels}; do they go, or are only its opening words "
                "to read like this?",
                f"say  replace the whole of {rulebook.reference(paths[0])} with  or  amend the opening words of "
                f"{rulebook.reference(paths[0])} to read",
            )
        if old[0].heading and not new[0].heading and edit.extent == "to read":
            new = (replace(new[0], heading=old[0].heading),)
        elif old[0].heading and not new[0].heading:
            raise Refused(
                "heading-missing",
                f"{kind_name(rulebook, paths[0])} is headed “{old[0].heading}”, and the new text has no heading",
                f"begin it with its number and its heading, or say  amend {rulebook.reference(paths[0])} to read",
            )
    elif any(not provision.label for provision in new):
        raise Refused(
            "number-missing", "the new text has no number", "begin it with the number that it is to have, as in  5. ..."
        )
    kept = siblings[:first] + siblings[first + len(paths) :]
    for provision in new:
        if (
            provision.label not in BULLETS
            and segment(provision.label) in {segment(other.label) for other in kept}
            and not renumbers
        ):
            raise Refused(
                "label-used",
                f"there is already a {segment(provision.label)} beside {rulebook.reference(paths[0])}",
                "give the new one another number, or say “renumber accordingly”",
            )
        check_style(provision.label, siblings)
    if not renumbers and kept and all(provision.label not in BULLETS for provision in (*new, *kept)):
        for provision in new:
            if not fits_between(provision.label, kept, first):
                raise Refused(
                    "label-order",
                    f"{segment(provision.label)} is out of order here",
                    "give the new text the number of its place",
                )
    new = tuple(labelled(provision, dressed(rulebook, parent, provision.label)) for provision in new)
    return [*(Cut(path, edit) for path in paths), Graft(parent, first, new, edit)]
