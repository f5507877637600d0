"""A list of the book taken apart into lists that a program can count, each from its own first number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rulebook.numbering import BULLETS, count, numeral, segment
from rulebook.provision import Provision


@dataclass
class Counted:
    """Provisions in a row whose labels are counted. `style` is that of the numerals, "-" for bullets, and empty where a
    label has to be typed; `start` is the first number."""

    style: str
    start: int
    bracketed: bool
    provisions: list[Provision] = field(default_factory=list)


def counted(siblings: Sequence[Provision]) -> list[Counted]:
    """The siblings, in as few lists as print their labels."""
    found: list[Counted] = []
    style, expected = "", 0
    for one in siblings:
        said = segment(one.label)
        if one.label in BULLETS:
            here, number = "-", 0
        else:
            if not style:
                style = next((each for each in "1iaAI" if numeral(1, each) == said), "1")
            value = None if "." in said else count(said, style)
            counts = value is not None and not value[1] and numeral(value[0], style) == said
            here, number = (style, value[0]) if counts and value else ("", 0)
        if not found or found[-1].style != here or (here not in ("-", "") and number != expected):
            found.append(Counted(here, number, one.label.startswith("(")))
        found[-1].provisions.append(one)
        expected = number + 1
    return found
