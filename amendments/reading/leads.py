"""Clauses that say only where, or what is amended: they lead those after them."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.edits import Fault, Recital
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.verbs.sketch import Scene, Sketch, anchors_of


def only_names(clause: Clause) -> bool:
    """ "Amend 5.IV.4 as follows": a change that says only where."""
    return not (clause.new or clause.old or clause.to or clause.extent or clause.unit or clause.rest)


def lead(clause: Clause, scene: Scene, sketch: Sketch) -> None:
    """What comes before a clause: its place, or what is amended."""
    scene.enter(clause.scope)
    if clause.objects:
        one = clause.objects[0]
        scene.enter([replace(one, preps=("in",))])
    if clause.does == "change":
        scene.amending = clause
    if clause.edge:
        scene.edge = clause.edge
    if clause.occurrence:
        scene.occurrence = clause.occurrence
    if clause.new or clause.unit or clause.rest or clause.to or clause.extent:
        raise Unreadable((clause.new or [clause.unit or clause.rest or clause.to or clause.old[0]])[0])
    scene.anchors += anchors_of(clause.anchors, clause.occurrence)
    if clause.beside is not None:
        recital = Recital(scene.place(), clause.beside.value)
        sketch.recitals.append(recital)
        if recital.quotation.form != "named":
            scene.recital = recital
    if clause.old and clause.does == "":
        raise Unreadable(clause.old[0])


def place_alone(scene: Scene, sketch: Sketch, sentence: Sentence) -> None:
    """A sentence that only says where is for those after it, unless it says more than that."""
    if sentence.joined and not sketch.recitals:
        sketch.faults.append(
            Fault(
                "verb-missing", "this names another place, but not what is to be done there", sentence.span,
                "write a whole instruction for it",
            )
        )  # fmt: skip
    if (scene.anchors or scene.edge) and not sentence.opens:
        sketch.faults.append(
            Fault(
                "verb-missing", "this says where, but not what is to be done", sentence.span,
                "add the verb: insert, delete or replace",
            )
        )  # fmt: skip
