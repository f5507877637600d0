"""What is put in, and where; in the place of what was deleted before it, it is a replacement."""

from __future__ import annotations

from amendments.reading.edits import Anchor, Edit
from amendments.reading.quotations import Quotation
from amendments.reading.verbs.completing import deletion, join
from amendments.reading.verbs.new_text import insert_new, insert_part, is_labelled
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.replacing import replace
from rulebook.numbering import segment
from rulebook.reference import LAST, Part


def insert(one: PlacedClause) -> None:
    """New text is put in, or takes the place of what was deleted just before."""
    clause, scene = one.clause, one.scene
    new = one.new()
    if len(clause.new) == 2 and clause.new[1].kind == "text" and clause.does == "insert":
        clause.beside, clause.new = clause.new[0], clause.new[1:]
        new = one.new()
    if new is None:
        one.text_missing()
        return
    if len(clause.new) > 1:
        one.fault("instruction-unread", "there are two texts here", "write an instruction for each")
        return
    if clause.to is not None:  # "add “...” to 3.I.2"
        scene.enter([clause.to])
        one.named = True
        numbered = clause.unit is not None and isinstance(clause.unit.value, tuple)
        if not one.anchors and not numbered:
            one.anchors.append(Anchor("end", span=clause.to.span))
    if clause.old:  # "for “a” insert “b”"
        replace(one)
        return
    unit = clause.unit
    if unit is not None and unit.value == "words":
        unit = None
    label = unit.value if unit is not None else None
    edits = deletion(one)
    if edits is not None and not one.anchors and _takes_the_place(one, edits[-1], label, new):
        join(one, edits, new)
    elif (
        clause.stem in ("add", "append")
        and one.topic
        and not one.anchors
        and not is_labelled(new.text)
        and (label is None or label == "sentence")
    ):  # "Rule 2.3, add: “...”"
        one.anchors.append(Anchor("end", span=clause.span))
        insert_new(one, new, label)
    elif unit is None and not one.anchors and not (scene.chain and is_labelled(new.text)):
        one.fault(
            "position-missing", "this does not say where the new words go",
            "say after or before which words, or “at the end of” which provision",
        )  # fmt: skip
    elif isinstance(label, tuple) and label[-1].parts and not label[-1].steps:
        insert_part(one, new, label[-1].parts[-1])
    elif unit is not None and unit.which and unit.which != "all":
        number = LAST if unit.which == "last" else int(unit.which)
        insert_part(one, new, Part(str(label), number))
    else:
        insert_new(one, new, label)


def _takes_the_place(one: PlacedClause, deleted: Edit, unit: object, new: Quotation) -> bool:
    """Whether new text without a position goes where the deletion just before it was: "delete ... and insert ..."."""
    if not unit:
        return not one.scene.first or not is_labelled(new.text) or deleted.unit == "provision"
    if deleted.unit != "provision":
        return False
    if isinstance(unit, str):
        named = one.clause.unit
        return named is not None and (named.marks["said"] == "following" or one.clause.does == "substitute")
    old, named = deleted.place.innermost[0], unit[0]  # type: ignore[index]
    return bool(old.steps and named.steps) and segment(old.steps[-1].label) == segment(named.steps[-1].label)


def substitute(one: PlacedClause) -> None:
    """ "Substitute B for A", "substitute B" in the place of what was deleted, "A is substituted by B"."""
    clause = one.clause
    if len(clause.new) == 2:  # "A is substituted by B", "substitute A with B"
        clause.old, clause.new = clause.new[:1], clause.new[1:]
    if not clause.new and clause.old and clause.unit is None:
        one.text_missing()
    elif clause.unit is not None and not clause.old and not clause.objects:
        insert(one)
    else:
        replace(one)
