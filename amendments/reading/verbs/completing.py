"""The other half of a replacement, whose first half was a deletion, or a recital of what stands there."""

from __future__ import annotations

from amendments.reading.edits import Edit, Words
from amendments.reading.quotations import Quotation
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.sketch import joined, unit_of


def complete(one: PlacedClause, new: Quotation) -> None:
    """ "... and replace with": the other half of a deletion, or of a recital where nothing was deleted."""
    clause, scene, sketch = one.clause, one.scene, one.sketch
    edits = deletion(one)
    if edits is not None:
        join(one, edits, new)
        return
    pronoun = "pronoun" in clause.said
    recital = scene.recital if scene.first else None
    if recital and clause.form == "ed":  # "..., which reads “...”, is replaced with ..."
        sketch.edits.append(Edit("replace", unit_of(recital.place.innermost), recital.place, one.span, new=new))
    elif recital and (pronoun or scene.before is None or not scene.before.edits):
        sketch.edits.append(Edit("replace", "words", recital.place, one.span, Words(recital.quotation), new=new))
    elif (
        scene.chain
        and not one.anchors
        and (scene.amending is not None or (not pronoun and (scene.about or (one.named and clause.does == "to read"))))
    ):
        extent = "to read" if clause.does in ("change", "to read") else ""
        sketch.edits.append(Edit("replace", unit_of(scene.chain[-1]), scene.place(), one.span, extent=extent, new=new))
    else:
        one.fault("operand-missing", "this does not say what is to be replaced", "name it: replace “...” with “...”")


def deletion(one: PlacedClause) -> list[Edit] | None:
    """The edits that end in a deletion which this clause may complete; None where there is none."""
    scene, sketch = one.scene, one.sketch
    if scene.placed and scene.first and "instead" not in one.clause.said:
        return None  # "delete X. In Y insert ..." is not a replacement
    edits: list[Edit] = []
    if not scene.first:
        edits = sketch.edits
    elif scene.before is not None and not scene.before.faults:
        edits = [*scene.before.edits]
    return edits if edits and edits[-1].op == "delete" else None


def join(one: PlacedClause, edits: list[Edit], new: Quotation) -> None:
    """A deletion and the insertion in its place are one replacement; after two deletions it is not clear where."""
    scene, sketch, deleted = one.scene, one.sketch, edits[-1]
    earlier = edits[-2] if len(edits) > 1 else None
    if earlier is not None and (earlier.op, earlier.unit, earlier.place) == ("delete", "words", deleted.place):
        one.fault(
            "insertion-place-uncertain", "two deletions come before this, and it could take the place of either",
            "write two sentences: delete “...”; and replace “...” with “...”",
        )  # fmt: skip
    place = deleted.place
    if one.named and scene.chain != place.chain:  # "strike out “four” and insert “five” in Article 3"
        if place.chain:
            one.fault(
                "instruction-crowded", "the words go from one place, and the new ones into another",
                "write two instructions",
            )  # fmt: skip
        place = scene.place()
    made = joined(deleted, new, one.span, place)
    if edits is sketch.edits:
        edits[-1] = made
    else:
        sketch.continues = True
        sketch.edits.append(made)
