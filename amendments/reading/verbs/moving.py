"""What goes to another place, and where; and what changes places."""

from __future__ import annotations

from amendments.reading.edits import Edit, Target
from amendments.reading.verbs.anchors import settle_anchors
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.sketch import further, target_of, unit_of


def move(one: PlacedClause) -> None:
    """A provision, a sentence or words go to another place."""
    clause, sketch = one.clause, one.sketch
    if not clause.objects:
        one.fault("operand-missing", "this does not say what is moved", "name the provision, or the sentence")
        return
    destination: Target = target_of(clause.to) if clause.to is not None else ()
    phrase = clause.objects[0]
    target = target_of(phrase)
    if not destination and not one.anchors:
        one.fault("position-missing", "this does not say where it moves to", "say  to after  or  to the end of  what")
        return
    settle_anchors(one, "what is moved")
    place = one.place(target, phrase)
    sketch.edits.append(Edit("move", unit_of(target), place, one.span, anchor=one.anchor, destination=destination))
    if clause.unit is not None:
        sketch.edits.append(Edit("renumber", "provision", place, one.span, destination=target_of(clause.unit)))


def exchange(one: PlacedClause) -> None:
    """Two provisions take each other's place and number."""
    clause, scene = one.clause, one.scene
    both = [target for phrase in (*clause.objects, *([clause.to] if clause.to else [])) for target in target_of(phrase)]
    if len(both) != 2 or any(target.to or target.parts for target in both):
        one.fault("operand-missing", "two provisions change places, and these are not two", "name the two of them")
        return
    places = [scene.place(further(scene.chain, (target,)), clause.objects[0].span) for target in both]
    one.sketch.edits.append(Edit("move", "provision", places[0], one.span, extent="exchange", destination=(both[1],)))
