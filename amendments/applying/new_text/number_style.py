"""Labels as the list that they go to writes them, and which come next in it."""

from __future__ import annotations

from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from rulebook.numbering import BULLET, BULLETS, DECIMAL, LETTER_SMALL, common_style, count, numeral, relabel, segment
from rulebook.provision import Path, Provision, Rulebook


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
    return levels[len(parent)].style if len(parent) < len(levels) else LETTER_SMALL


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
