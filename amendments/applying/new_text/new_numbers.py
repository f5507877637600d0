"""The numbers of new provisions among their neighbours: those that they bring, or the next in the list."""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.applying.new_text.number_style import dressed, style_below
from amendments.applying.new_text.provisions import check_style, fits_between, labelled
from amendments.applying.operations import Graft
from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from amendments.reading.edits import Edit
from rulebook.numbering import BULLET, BULLETS, DECIMAL, common_style, count, numeral, relabel, segment
from rulebook.provision import Path, Provision, Rulebook

_LISTED = re.compile(r"[;,](?: and| or)?$")


def numbered(
    rulebook: Rulebook,
    edit: Edit,
    parent: Path,
    index: int,
    new: tuple[Provision, ...],
    renumbers: bool,
    freed: frozenset[Path],
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
            if index < len(siblings) and not renumbers and (*parent, index) not in freed:
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
            for one in _several(rulebook, parent, edit, provision):
                made.append(labelled(one, next_label(rulebook, parent, (*siblings[:index], *made))))
            continue
        made.append(labelled(provision, dressed(rulebook, parent, provision.label)))
    if not bullets:
        _check_order(rulebook, parent, index, made, renumbers, freed)
    return Graft(parent, index, tuple(made), edit)


def next_label(rulebook: Rulebook, parent: Path, before: tuple[Provision, ...]) -> str:
    """The label after the last of those that stand before a place under a parent."""
    labels = [provision.label for provision in before if provision.label]
    if not labels:
        style = style_below(rulebook, parent)
        return dressed(rulebook, parent, "1" if style == DECIMAL else numeral(1, style))
    if labels[-1] in BULLETS:
        return BULLET
    style_ = common_style(labels)
    pair = count(labels[-1], style_) if style_ else None
    if style_ is None or pair is None:
        raise Refused(
            "number-missing",
            "the new provision has no number, and its neighbours do not tell which",
            "give it one, as in  5A.",
        )
    return relabel(labels[-1], pair[0] + 1, style_)


def _several(rulebook: Rulebook, parent: Path, edit: Edit, provision: Provision) -> tuple[Provision, ...]:
    """A new provision without a number; or those that its paragraphs are, where they are members of a list."""
    paragraphs = [words for words in provision.text.split("\n\n") if words.strip()]
    if len(paragraphs) < 2 or edit.label is not None or any(words.lstrip().startswith("|") for words in paragraphs[1:]):
        return (provision,)
    if not provision.children and all(_LISTED.search(words.rstrip()) for words in paragraphs[:-1]):
        return tuple(replace(provision, text=words) for words in paragraphs)
    raise Refused(
        "new-text-uncertain",
        f"it is not certain whether the {len(paragraphs)} paragraphs of the new text are one provision of "
        f"{kind_name(rulebook, parent)} or {len(paragraphs)}",
        "begin each provision with its number",
    )


def _check_order(
    rulebook: Rulebook, parent: Path, index: int, made: list[Provision], renumbers: bool, freed: frozenset[Path]
) -> None:
    siblings = rulebook.children(parent)
    staying = [place for place in range(len(siblings)) if (*parent, place) not in freed]
    kept, at = tuple(siblings[place] for place in staying), sum(place < index for place in staying)
    used = {segment(sibling.label) for sibling in kept}
    for provision in made:
        own = segment(provision.label)
        check_style(provision.label, siblings)
        if own in used and not renumbers:
            free = f"{segment(siblings[index - 1].label)}A" if index else f"{own}A"
            numbered = f"number the new one {free}" if free not in used else "put it where a number is free"
            raise Refused(
                "label-used",
                f"there is already a {own} in {kind_name(rulebook, parent)}",
                f"{numbered}, or add  “Renumber accordingly.”, or say  replace {own}  if it takes its place",
            )
        if not renumbers and not fits_between(provision.label, kept, at):
            raise Refused(
                "label-order",
                f"{own} would stand out of order in {kind_name(rulebook, parent)}",
                "give it the number of its place, or say “renumber accordingly”",
            )
