"""What gets another number, and what is to be renumbered after a change."""

from __future__ import annotations

from amendments.reading.edits import Edit
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.sketch import Chain, further, target_of
from grammar.levels import level_name

_NOT_LOOSE = frozenset({"chapter", "clause", "subclause", "paragraph", "subparagraph"})


def renumber(one: PlacedClause) -> None:
    """A provision gets another number; without one, what follows is to be renumbered."""
    clause, scene, sketch = one.clause, one.scene, one.sketch
    hint = "say: renumber sub-clause 5A as sub-clause 6"
    if clause.edge or clause.anchors:  # “move 5.4 to after 5.6 and before 5.8 and renumber”
        one.fault(
            "instruction-crowded", "a position is given with the new numbers, and nothing is put there",
            "name one place for what moves, or write two instructions, each ended by a full stop",
        )  # fmt: skip
        return
    if any(phrase.prep == "from" for phrase in clause.scope):
        one.fault("number-uncertain", "it is not clear which numbers follow, and from where", hint)
        return
    if clause.to is None:
        level = str(clause.rest.value) if clause.rest is not None else ""
        touched = _level_of(sketch.edits[-1]) if sketch.edits else ""
        if level and touched and level != touched and {level, touched} <= _NOT_LOOSE:
            one.fault(
                "number-uncertain",
                f"a {level_name(touched)} changes here, and the {level_name(level)}s are to be renumbered",
                "say which are to be renumbered",
            )
        if clause.objects and "accordingly" not in clause.said and clause.rest is None:
            one.fault("number-missing", "this does not say what the new number is", hint)
        chain: Chain | None = None
        for phrase in clause.objects:
            chain = further(scene.chain, target_of(phrase))
        sketch.renumbering.append(scene.place(chain))
        return
    if not clause.objects:
        one.fault("number-missing", "this does not say which number changes", hint)
        return
    old, new = target_of(clause.objects[0]), target_of(clause.to)
    if len(old) != len(new) or any(bool(a.to) != bool(b.to) for a, b in zip(old, new, strict=False)):
        one.fault("number-missing", "it is not clear which number becomes which: each needs one", hint)
        return
    for a, b in zip(old, new, strict=True):
        place = scene.place(further(scene.chain, (a,)), clause.objects[0].span)
        sketch.edits.append(Edit("renumber", "provision", place, one.span, destination=(b,)))


def number_of_moved(one: PlacedClause) -> None:
    """The number of what was moved just before, said of it by “it”."""
    before = one.scene.before
    moved = [*(before.edits if before is not None else ()), *one.sketch.edits][-1:]
    if not moved or moved[0].op != "move" or moved[0].unit != "provision":
        one.fault("place-missing", "it is not said which provision gets this number", "name the provision")
        return
    target = target_of(one.clause.objects[0])
    one.sketch.edits.append(Edit("renumber", "provision", moved[0].place, one.span, destination=target))


def _level_of(edit: Edit) -> str:
    """The level word of the provision that an edit puts in or takes out, where it is said."""
    if edit.unit != "provision":
        return ""
    target = edit.place.innermost
    return edit.level if edit.op == "insert" else target[0].steps[-1].level if target and target[0].steps else ""
