"""What is deleted: words, or all that stands in a place."""

from __future__ import annotations

from amendments.reading.clauses.clause import NAME_A_RANGE
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.edits import Edit, Words
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.sketch import target_of, unit_of


def delete(one: PlacedClause) -> None:
    """Words, or a place, or what was recited before, is deleted."""
    clause, scene, sketch = one.clause, one.scene, one.sketch
    if clause.new or clause.unit or clause.to:
        one.fault("instruction-unread", "this says more than what is deleted", "write an instruction for each")
    elif clause.objects:
        _delete_place(one, clause.objects[0])
    elif clause.old:
        old, until, extent = one.extent()
        if (
            extent == ""
            and one.anchors
            and one.anchors[-1].point is not None
            and isinstance(one.anchors[-1].point, tuple)
        ):
            one.fault("extent-uncertain", "it is not clear how far this deletion goes", NAME_A_RANGE)
            return
        sketch.edits.append(Edit("delete", "words", one.place(), one.span, old, until, extent, anchor=one.anchor))
    elif scene.recital and clause.form == "ed" and scene.first:  # "..., which reads “...”, is deleted"
        place = scene.recital.place
        sketch.edits.append(Edit("delete", unit_of(place.innermost), place, one.span))
    elif "pronoun" in clause.said and scene.recital:
        sketch.edits.append(Edit("delete", "words", scene.recital.place, one.span, Words(scene.recital.quotation)))
    elif scene.about and scene.chain and not one.anchors and "pronoun" not in clause.said:
        sketch.edits.append(Edit("delete", unit_of(scene.chain[-1]), scene.place(), one.span))  # "3.I.2: delete."
    else:
        one.fault(
            "operand-missing", "this does not say what is to be deleted",
            "quote the words, or name the provision: delete “...” / delete sub-clause 5",
        )  # fmt: skip


def _delete_place(one: PlacedClause, phrase: Phrase) -> None:
    if one.anchors or one.occurrence not in ("", "all") or one.clause.extent:
        one.fault("extent-uncertain", "it is not clear how far this deletion goes", NAME_A_RANGE)
        return
    target = target_of(phrase)
    place = one.place(target, phrase)
    one.check_beside(place)
    ending = phrase.marks.get("ending")
    if ending is not None:
        one.fault("instruction-unread", "the words at the end do not tell the place", "quote its first words")
        return
    one.sketch.edits.append(Edit("delete", unit_of(target), place, one.span))
