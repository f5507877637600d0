"""New provisions put in among others, with the numbers that they are to have."""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.applying.inserting_words import after_heading, beside_words
from amendments.applying.new_text.definitions import alphabetical_place
from amendments.applying.new_text.new_numbers import numbered
from amendments.applying.new_text.number_or_word import begins_with_a_figure, check_first_label, goes_on
from amendments.applying.new_text.number_style import dressed
from amendments.applying.new_text.provisions import index_by_label, labelled, list_of, read_new
from amendments.applying.operations import Operation, Splice
from amendments.applying.places import Spot, kind_name, part_region, spots_from
from amendments.applying.refused import Refused
from amendments.applying.words.at_edge import at_edge, provision_or_words
from amendments.applying.words.matches import chosen
from amendments.reading.edits import Anchor, Edit, Target, Words
from rulebook.numbering import BULLETS, segment, styles
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reading.lines import read_blocks, tidy


def insert_provisions(
    rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool, freed: frozenset[Path] = frozenset()
) -> tuple[Operation, ...]:
    """New provisions put in beside another, at an end, or where their numbers belong; `freed` are those that give up
    theirs by another instruction. Raises `Refused`."""
    assert edit.new is not None
    if len(places) != 1 or len(places[0].paths) != 1:
        raise Refused(
            "place-uncertain", "new provisions can go to one place only", "write an instruction for each place"
        )
    if edit.level == "line" or re.match(r"\s*(?:[;,.]|(?:and|or)\s+\(?\w{1,3}[.)]\s)", edit.new.text):
        raise provision_or_words()
    anchor = edit.anchor
    where = places[0]
    if anchor is not None and isinstance(anchor.point, tuple):
        return (_beside_provision(rulebook, edit, anchor, anchor.point, renumbers, freed),)
    if anchor is not None and isinstance(anchor.point, Words) and _is_paragraph(edit):
        matches = chosen(rulebook, where, anchor.point)
        return tuple(beside_words(rulebook, edit, match, anchor.position, edit.new.text) for match in matches)
    if anchor is not None and isinstance(anchor.point, Words):
        raise Refused(
            "position-uncertain",
            "a new provision cannot go after words inside another",
            "say after which provision it goes",
        )
    parent = where.path
    at_the_end = anchor is not None and anchor.position == "end"
    named = at_the_end or (edit.label is not None and edit.label.steps)
    if not parent and not (named and edit.level == rulebook.scheme.kind(0)):
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
    if bare and anchor is not None and _are_words(rulebook, edit.new.text, siblings):
        return (at_edge(rulebook, edit, where, anchor.position, edit.new.text),)
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text, _wanted(edit)))
    if edit.level and edit.label is None and goes_on(rulebook, parent, new):
        return (numbered(rulebook, edit, parent[:-1], parent[-1] + 1, new, renumbers, freed),)  # “a further item”
    if edit.label is None:
        check_first_label(rulebook, parent, new)
    in_order = alphabetical_place(siblings, new) if anchor is None and edit.level == "definition" else None
    if in_order is not None:
        index = in_order
    elif anchor is not None:
        ahead, listed = list_of(dressed(rulebook, parent, new[0].label), siblings)  # appendices stay behind the rules
        index = ahead + len(listed) if anchor.position == "end" else ahead
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
    return (numbered(rulebook, edit, parent, index, new, renumbers, freed),)


def _are_words(rulebook: Rulebook, text: str, siblings: tuple[Provision, ...]) -> bool:
    """Whether what may look like a number or the mark of a list is none in the place it goes to: “1.5 per cent”,
    “- see Chapter 6”."""
    if re.match(r"\s*[-–—*•]\s", text):
        return not any(sibling.label in BULLETS for sibling in siblings)
    first = read_blocks(tidy(text.strip()))[:1]
    if first and first[0].form == "LABELLED" and not styles(first[0].label):
        return True  # “(appeals) are allowed”
    return begins_with_a_figure(rulebook, text)


def _is_paragraph(edit: Edit) -> bool:
    """Whether a "new paragraph" is one of the words of a provision: it has no number."""
    assert edit.new is not None
    first = read_blocks(tidy(edit.new.text.strip()))[:1]
    return edit.level == "paragraph" and edit.label is None and bool(first) and first[0].form == "WORDS"


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
    if provision.children or not _is_paragraph(edit):
        return None
    if "\n\n" not in provision.text and rulebook.scheme.kind(len(parent)) == "paragraph":
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
    rulebook: Rulebook, edit: Edit, anchor: Anchor, target: Target, renumbers: bool, freed: frozenset[Path]
) -> Operation:
    assert edit.new is not None
    found = spots_from(rulebook, edit.place.chain, target)
    spot = found[-1] if anchor.position == "after" else found[0]
    if spot.parts and spot.parts[-1].unit == "heading":
        return after_heading(rulebook, edit, spot.path, anchor.position)
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
        if edit.level == "paragraph" and not _is_paragraph(edit):
            raise Refused(
                "position-uncertain",
                "a numbered provision cannot go after words inside another",
                "say after which provision it goes",
            )
        whole = spot.parts[-1].unit == "paragraph" and edit.level in ("", "paragraph")
        made = replace(edit, level="paragraph") if whole else edit
        return beside_words(rulebook, made, (path, part, start, end), anchor.position, edit.new.text)
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
    known = any(level.kind == edit.level for level in rulebook.scheme.levels)
    if (
        edit.level
        and known
        and edit.level not in (kind, "section", "clause", "rule", "paragraph", "point", "item", "bullet")
    ):
        raise Refused(
            "level-differs",
            f"a new {edit.level} cannot stand beside {kind_name(rulebook, beside)}",
            "say what it stands in, and after which of its own kind",
        )
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text, _wanted(edit)))
    return numbered(rulebook, edit, parent, index, new, renumbers, freed)


def _wanted(edit: Edit) -> str:
    """The label that the instruction gives the new provision, or the first of several."""
    return segment(edit.label.steps[-1].label) if edit.label and edit.label.steps else ""


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
