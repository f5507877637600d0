"""New text as what it is inserted as: a provision with its number and level, a part of one, or words."""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.reading.edits import Anchor, Edit, Target
from amendments.reading.quotations import Quotation
from amendments.reading.verbs.anchors import settle_anchors
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.sketch import further, is_full, unit_of
from rulebook.numbering import segment, styles
from rulebook.reading.lines import read_blocks, tidy
from rulebook.reference import LAST, Part, Reference, read_reference

_CODE = re.compile(r"(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})+[A-Z]?(?=[.:]?\s)")


def is_labelled(text: str) -> bool:
    """Whether new text begins with a label or a heading, as a provision does."""
    blocks = read_blocks(tidy(text))
    if not blocks:
        return False
    return blocks[0].form in ("HEADING", "BULLET") or (blocks[0].form == "LABELLED" and bool(styles(blocks[0].label)))


def insert_part(one: PlacedClause, new: Quotation, part: Part) -> None:
    """ "Add a second sentence": after the first."""
    anchor = Anchor("end" if part.number == LAST else "start")
    if part.number > 1:
        anchor = Anchor("after", (Reference(parts=(Part(part.unit, part.number - 1),)),))
    one.sketch.edits.append(
        Edit("insert", "words", one.scene.place(), one.span, new=new, anchor=anchor, level=part.unit)
    )


def insert_new(one: PlacedClause, new: Quotation, unit: Target | str | None) -> None:
    """A provision with the number or the level that is said, or words."""
    scene = one.scene
    label: Reference | None = None
    level = unit if isinstance(unit, str) else ""
    if not isinstance(unit, tuple) and not scene.chain and not one.anchors and (own := _CODE.match(new.text)):
        unit = read_reference(own[0])  # "Insert new rule: 6.3 The secretary ..."
    if isinstance(unit, tuple):
        label = unit[0] if len(unit) == 1 else replace(unit[0], to=segment(unit[-1].steps[-1].label))
        level = label.steps[-1].level
        if len(label.steps) > 1 and label.steps[0].level not in ("chapter", "article", "section", "rule"):
            label = replace(label, steps=(replace(label.steps[0], level=""), *label.steps[1:]))
        if len(label.steps) > 1:  # "new sub-clause 2A in Chapter 6, Clause III"
            outer = (replace(label, steps=label.steps[:-1], to=""),)
            if is_full(label):
                _check_within(one, outer)
            scene.chain = (outer,) if is_full(label) else further(scene.chain, outer)
            label = replace(label, steps=label.steps[-1:])
    settle_anchors(one, "the new words")
    anchors = one.anchors
    beside = any(isinstance(a.point, tuple) and unit_of(a.point) == "provision" for a in anchors)
    at_edge = all(anchor.position in ("end", "start") for anchor in anchors)
    own_level = bool(level and level not in ("sentence", "words", "definition", "row"))
    provision = label is not None or own_level or beside or (at_edge and is_labelled(new.text))
    if any(isinstance(a.point, tuple) and unit_of(a.point) == "words" for a in anchors):
        provision = False
    if level == "definition" or "alphabetical" in one.clause.said:
        level, provision = "definition", True
    one.sketch.edits.append(
        Edit(
            "insert", "provision" if provision else "words", scene.place(), one.span, new=new, anchor=one.anchor,
            label=label, level=level if level != "words" else "",
        )
    )  # fmt: skip


def _check_within(one: PlacedClause, outer: Target) -> None:
    """Has it said where the number of new text is of another place than the one that is named for it."""
    named = [step.label for target in one.scene.chain for step in target[0].steps] if one.named else []
    own = [step.label for step in outer[0].steps]
    if any(a.casefold() != b.casefold() for a, b in zip(named, own, strict=False)):
        one.fault(
            "place-uncertain", f"this names one place, and the number of the new text is one of {outer[0]}",
            "keep the one that you mean",
        )  # fmt: skip
