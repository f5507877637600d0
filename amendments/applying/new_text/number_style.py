"""Labels as the list that they go to writes them."""

from __future__ import annotations

from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from rulebook.numbering import BULLET, BULLETS, DECIMAL, LETTER_SMALL, segment
from rulebook.provision import Path, Rulebook


def dressed(rulebook: Rulebook, parent: Path, label: str) -> str:
    """A label as the list under a parent writes it: with the brackets, or the number of the parent before it, that
    the others have."""
    if label in BULLETS:
        return BULLET
    own = segment(label)
    for sibling in rulebook.children(parent):
        if "." in segment(sibling.label):
            return _in_full(rulebook, parent, own)
        if sibling.label not in BULLETS:
            return sibling.label.replace(segment(sibling.label), own, 1)
    if parent and style_below(rulebook, parent) == DECIMAL and own.isalnum() and own[0].isdigit():
        return _in_full(rulebook, parent, own)
    return label


def _in_full(rulebook: Rulebook, parent: Path, label: str) -> str:
    """A decimal label with its parent's reference before it. Raises `Refused` where it has another's."""
    reference = rulebook.reference(parent)
    if not parent or label.startswith(f"{reference}."):
        return label
    written = f"{reference}.{label}"
    before = written.rsplit(".", 1)[0]
    if "." in label and not any(segment(one.label).startswith(f"{before}.") for one in rulebook.children(parent)):
        raise Refused(
            "label-style",
            f"{label} is not a number for what stands in {kind_name(rulebook, parent)}",
            f"begin it with {reference}., or correct the place",
        )
    return written


def style_below(rulebook: Rulebook, parent: Path) -> str:
    """The numerals that the scheme has for what stands under a parent."""
    levels = rulebook.scheme.levels
    depth = rulebook.level_under(parent)
    return levels[depth].style if depth < len(levels) else LETTER_SMALL
