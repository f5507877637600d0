"""What is replaced, by what new words; a new heading, and what becomes something else."""

from __future__ import annotations

import re

from amendments.reading.edits import Edit
from amendments.reading.quotations import Quotation
from amendments.reading.verbs.completing import complete
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.renumbering import number_of_moved, renumber
from amendments.reading.verbs.sketch import target_of, unit_of
from grammar.numbers import CARDINAL
from grammar.verbs import OF_FIGURES


def replace(one: PlacedClause) -> None:
    """Words, or a place, or what was deleted or recited before, is replaced."""
    clause, scene, sketch = one.clause, one.scene, one.sketch
    if clause.stem in OF_FIGURES and any(phrase.prep in ("by", "with") for phrase in clause.new):
        one.fault("text-missing", "this says by how much, and not what the new figure is", "say  from “...” to “...”")
        return
    if (
        clause.does == "change"
        and not clause.new
        and clause.extent == "from"
        and clause.until is not None
        and clause.until.kind == "words"
        and "without" not in clause.until.preps
    ):
        # "to change from “A” to “B”"
        phrase = clause.objects[0] if clause.objects else None
        sketch.edits.append(
            Edit(
                "replace",
                "words",
                one.place(target_of(phrase), phrase) if phrase is not None else scene.place(),
                one.span,
                one.words(clause.old[0]),
                new=clause.until.value,
                anchor=one.anchor,
            )
        )
        return
    new = one.new()
    if new is None:
        if clause.to is not None and clause.objects:
            renumber(one)
            return
        one.text_missing()
    elif len(clause.new) > 1:
        one.fault("instruction-unread", "there are more new words than old ones", "write an instruction for each")
    elif clause.objects and (one.anchors or one.occurrence):
        one.fault("extent-uncertain", "it is not clear how much is replaced", "name the provision, or quote the words")
    elif clause.objects:
        phrase = clause.objects[0]
        target = target_of(phrase)
        place = one.place(target, phrase)
        one.check_beside(place)
        extent = "to read" if clause.does in ("change", "to read") else ""
        sketch.edits.append(Edit("replace", unit_of(target), place, one.span, extent=extent, new=new))
    elif clause.old:
        if clause.old[0].kind in ("place", "number", "new"):
            target = target_of(clause.old[0])
            one.check_beside(one.place(target, clause.old[0]))
            sketch.edits.append(Edit("replace", unit_of(target), one.place(target, clause.old[0]), one.span, new=new))
            return
        if _only_describes(one):
            one.fault("operand-missing", "this does not say which figure changes", "say  from “...” to “...”")
            return
        old, until, extent = one.extent()
        sketch.edits.append(Edit("replace", "words", one.place(), one.span, old, until, extent, new, one.anchor))
    else:
        complete(one, new)


def _only_describes(one: PlacedClause) -> bool:
    """Whether what a verb of figures is said of is a description, and no figure: "raise the fee to “£10”"."""
    words: Quotation = one.clause.old[0].value
    unquoted = words.form == "unquoted" and not re.search(rf"\d|\b{CARDINAL}\b", words.text, re.IGNORECASE)
    return one.clause.stem in OF_FIGURES and unquoted


def rename(one: PlacedClause) -> None:
    """A heading is replaced."""
    new = one.new()
    if not one.clause.objects or new is None:
        one.text_missing()
        return
    phrase = one.clause.objects[0]
    one.sketch.edits.append(Edit("replace", "heading", one.place(target_of(phrase), phrase), one.span, new=new))


def become(one: PlacedClause) -> None:
    """ "Sub-clause 5 becomes sub-clause 6", "“A” becomes “B”"."""
    if "pronoun" in one.clause.said and one.clause.objects and one.clause.to is None and not one.clause.new:
        number_of_moved(one)  # "it will then be 7.5"
    elif one.clause.to is not None:
        renumber(one)
    else:
        replace(one)
