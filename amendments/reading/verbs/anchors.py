"""One position for what is put in or moved: two that are said must come to the same."""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.reading.edits import Anchor, Words
from amendments.reading.verbs.placed_clause import PlacedClause
from grammar.levels import level_name


def settle_anchors(one: PlacedClause, what: str) -> None:
    """Takes “at the end, before the full stop” as one position. Two that stay two are a fault, said of `what`."""
    one.anchors = _as_one(one.anchors)
    if len(one.anchors) > 1:
        named = " and ".join(f"“{_name(anchor)}”" for anchor in one.anchors)
        one.fault("position-doubled", f"two places are given for {what}: {named}", "keep the one that you mean")


def _as_one(anchors: list[Anchor]) -> list[Anchor]:
    """ "At the end, before the full stop" is one position: the end, with the mark that stays last."""
    edges = [one for one in anchors if one.position == "end" and one.point is None]
    before = [one for one in anchors if one.position == "before" and isinstance(one.point, Words)]
    marks = [one for one in before if isinstance(one.point, Words) and not re.search(r"\w", one.point.quotation.text)]
    if len(anchors) != 2 or not edges or not marks:
        return anchors
    return [replace(marks[0], position="end")]


def _name(anchor: Anchor) -> str:
    if anchor.position in ("start", "end"):
        return f"at the {anchor.position}"
    if isinstance(anchor.point, Words):
        return f"{anchor.position} {anchor.point.quotation.text}"
    if isinstance(anchor.point, tuple) and anchor.point[0].steps:
        level = level_name(anchor.point[0].steps[0].level)
        return f"{anchor.position} {level} {anchor.point[0]}".replace("  ", " ")
    return anchor.position
