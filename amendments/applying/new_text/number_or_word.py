"""Whether what new text begins with is a number of the place that it goes to.

A number counts where it goes on from those that are there, or is the first of a level. "1.5 per cent" begins with no
number, and "A. Smith" may or may not.
"""

from __future__ import annotations

import re

from amendments.applying.new_text.new_numbers import next_label
from amendments.applying.new_text.number_style import style_below
from amendments.applying.new_text.spelled_numbers import BEGINS_A_RULE
from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from rulebook.numbering import BULLETS, DECIMAL, common_style, count, segment, styles
from rulebook.provision import Path, Provision, Rulebook


def begins_with_a_figure(rulebook: Rulebook, text: str) -> bool:
    """Whether a text begins with "1.5" or "10.30" in a book that numbers nothing so."""
    if any(level.style == DECIMAL for level in rulebook.scheme.levels) or rulebook.decimals:
        return False
    return re.match(r"\d+\.\d+\s+(?:[a-z]|%)", text) is not None


def goes_on(rulebook: Rulebook, parent: Path, new: tuple[Provision, ...]) -> bool:
    """Whether new text that is put in at the last provision of a list has the next number of that list, and no other:
    “(d) ...” at (c)."""
    label = segment(new[0].label)
    beside = rulebook.children(parent[:-1]) if parent else ()
    if not beside or len(beside) != parent[-1] + 1 or rulebook.children(parent) or not label or label in BULLETS:
        return False
    first = any((count(label, style) or (0, ""))[0] == 1 for style in styles(label))
    if first or beside[-1].label in BULLETS or common_style([beside[-1].label, label]) is None:
        return False
    return segment(next_label(rulebook, parent[:-1], beside)) == label


def check_first_label(rulebook: Rulebook, parent: Path, new: tuple[Provision, ...]) -> None:
    """Raises `Refused` where new text goes under a provision that has none yet, and its first label begins no list."""
    label = new[0].label
    if not parent or rulebook.children(parent) or not label or label in BULLETS:
        return
    own, name = segment(label), kind_name(rulebook, parent)
    beside = rulebook.children(parent[:-1])
    first = any((count(label, style) or (0, ""))[0] == 1 for style in styles(label))
    held = rulebook.reference(parent)
    if "." in own and not own.startswith(f"{held}."):
        first = False
    among_those_beside = _style_of(beside, label) and style_below(rulebook, parent) not in styles(label)
    if first and not among_those_beside and not _is_initial(new):
        return
    if first and not among_those_beside:
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{own}.” is a number or part of a name",
            f"say  insert new {rulebook.scheme.kind(len(parent))} {own}  if it is a number; or else quote the words "
            f"that the new ones go after",
        )
    if _style_of(beside, label):
        raise Refused(
            "label-style",
            f"{own} is numbered like {held} itself, and not like what would stand in {name}",
            f"say  after {held}  if it goes there",
        )
    raise Refused(
        "new-text-uncertain",
        f"it is not certain whether “{own}” is a number, for nothing is numbered in {name} yet",
        "begin with the first number of its level; or quote the words that the new ones go after",
    )


def _style_of(beside: tuple[Provision, ...], label: str) -> bool:
    numbered = [one.label for one in beside if one.label not in BULLETS]
    return common_style([*numbered, label]) is not None and label.startswith("(") == beside[0].label.startswith("(")


def _is_initial(new: tuple[Provision, ...]) -> bool:
    """Whether the only label of new text may be the initial of a name: "A. Smith is exempt." """
    if len(new) > 1 or new[0].children or not re.fullmatch(r"[A-Z]", new[0].label):
        return False
    word = re.match(r"[A-Z][a-z]+\b", new[0].text)
    return not new[0].text or (word is not None and word[0] not in BEGINS_A_RULE)
