"""A clause made into an edit: what its verb wants, and what it finds beside it.

What a verb has no use for is a finding, never left out: "delete 7.IV.4 to the end" is not "delete 7.IV.4".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from amendments.reading.edits import Anchor, Edit, Place, Recital, Target, Words
from amendments.reading.quotations import Quotation
from amendments.reading.restating import level_name
from amendments.reading.sentences import Clause
from amendments.reading.sketch import Scene, Sketch, counted, further, unit_of
from rulebook.numbering import segment, styles
from rulebook.reading.lines import read_blocks, tidy
from rulebook.reference import LAST, Part, Reference
from rulebook.source import Span


def is_labelled(text: str) -> bool:
    """Whether new text begins with a label or a heading, as a provision does."""
    blocks = read_blocks(tidy(text))
    if not blocks:
        return False
    return blocks[0].form in ("HEADING", "BULLET") or (blocks[0].form == "LABELLED" and bool(styles(blocks[0].label)))


@dataclass(slots=True)
class _Parts:
    """The parts of a clause, with their places in the source.

    `named` is the place that the clause itself names, beside that of the sentence; None where it names none.
    """

    clause: Clause
    span: Span
    object: Target | None
    old: Words | None
    until: Words | None
    extent: str
    new: Quotation | None
    anchors: list[Anchor]
    occurrence: str
    named: Place | None

    @property
    def anchor(self) -> Anchor | None:
        return self.anchors[0] if self.anchors else None


def add_clause(clause: Clause, scene: Scene, sketch: Sketch) -> None:
    """Puts the edits of a clause at the end of a sketch, or a finding that says why it gives none."""
    if _is_crowded(clause):
        sketch.faults.append(
            scene.fault(
                "instruction-crowded",
                "this names two places or two texts for one change",
                clause.span,
                "write each change as a sentence of its own",
            )
        )
        return
    parts = _parts(clause, scene, sketch)
    sketch.renumbering += [scene.place() for _ in clause.all("renumbering")]
    _VERBS[clause.verb](parts, scene, sketch)


def _is_list(clause: Clause) -> bool:
    """ "Delete “a”, “b” and all after “c”"."""
    words = clause.all("words")
    return clause.verb == "delete" and (len(words) > 1 or bool(words and clause.all("extent")))


def _is_crowded(clause: Clause) -> bool:
    words = clause.all("words")
    return len(clause.all("place")) > 1 or (len(words) > 1 and not _is_list(clause)) or len(clause.all("new")) > 1


def _parts(clause: Clause, scene: Scene, sketch: Sketch) -> _Parts:
    for target in clause.all("place"):
        scene.chain = further(scene.chain, target)
    chain = scene.chain
    anchors = [*scene.anchors, *(scene.anchor(anchor) for anchor in clause.all("anchor"))]
    if clause.verb == "move":
        scene.chain = chain  # "to the end of X" says where it goes, not where it is
    occurrence = next((str(value) for value in clause.all("occurrence")), scene.occurrence)
    object_: Target | None = clause.get("object")
    if clause.get("recited") is not None:
        chain = (*scene.chain, object_) if object_ else scene.chain
        sketch.recitals.append(Recital(scene.place(chain), scene.quotation(clause.get("recited"))))
    words = clause.get("words")
    old = scene.words(words, occurrence) if words else None
    if object_ is None and old is None and isinstance(scene.instead, tuple):
        object_ = scene.instead  # "for sub-clause 4 substitute ..."
    elif old is None and isinstance(scene.instead, Words):
        old = Words(scene.instead.quotation, occurrence or scene.instead.occurrence)
    until, extent = None, ""
    if clause.get("extent"):
        extent, first, *last = clause.get("extent")
        old = scene.words(first)
        until = scene.words(last[0]) if last else None
    if occurrence and old is None:
        anchors = [counted(anchor, occurrence) for anchor in anchors]
    new = clause.get("new")
    return _Parts(
        clause, scene.at(clause.span), object_, old, until, extent, scene.quotation(new) if new is not None else None,
        anchors, occurrence, scene.place() if clause.all("place") else None,
    )  # fmt: skip


# ------------------------------------------------------------------ deleting


def _delete(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    clause, span = parts.clause, parts.span
    if _is_list(clause):
        sketch.edits += [
            Edit("delete", "words", scene.place(), span, old=scene.words(one, parts.occurrence))
            for one in clause.all("words")
        ]
        if not parts.extent:
            return
    if parts.old is not None and parts.object is None:
        sketch.edits.append(
            Edit("delete", "words", scene.place(), span, parts.old, parts.until, parts.extent, anchor=parts.anchor)
        )
    elif parts.object is not None:
        _delete_place(parts, parts.object, scene, sketch)
    elif clause.get("pronoun") is None and scene.about and not parts.anchors:
        sketch.edits.append(Edit("delete", unit_of(scene.chain[-1]), scene.place(), span))  # "3.I.2: delete."
    elif clause.get("pronoun") is not None and scene.recital:
        recital = scene.recital
        sketch.edits.append(Edit("delete", "words", recital.place, span, Words(recital.quotation)))
    else:
        sketch.faults.append(
            scene.fault(
                "operand-missing",
                "this does not say what is to be deleted",
                clause.span,
                "quote the words, or name the provision: delete “...” / delete sub-clause 5",
            )
        )


def _delete_place(parts: _Parts, target: Target, scene: Scene, sketch: Sketch) -> None:
    hint = "name the first and the last, as in  delete sub-clauses 4 to 6"
    if parts.anchors or parts.occurrence:
        message = "it is not clear how far this deletion goes"
        sketch.faults.append(scene.fault("extent-uncertain", message, parts.clause.span, hint))
        return
    place = scene.place(further(scene.chain, target))
    if parts.old is not None and parts.old.quotation.form == "unquoted":
        message = f"“{parts.old.quotation.text}” is not understood here"
        sketch.faults.append(scene.fault("instruction-unread", message, parts.clause.span, hint))
        return
    if parts.old is not None:  # "delete the second sentence, “...”"
        sketch.recitals.append(Recital(place, parts.old.quotation))
    sketch.edits.append(Edit("delete", unit_of(target), place, parts.span))


# ------------------------------------------------------------------ replacing


def _replace(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    clause, new = parts.clause, parts.new
    for old, its_new in clause.all("pair"):  # "replace “a” with “b” and “c” with “d”"
        sketch.edits.append(
            Edit("replace", "words", scene.place(), parts.span, scene.words(old), new=scene.quotation(its_new))
        )
    if clause.all("pair"):
        return
    if new is None:
        _text_missing(parts, scene, sketch)
    elif parts.old is not None:
        sketch.edits.append(
            Edit(
                "replace", "words", scene.place(), parts.span, parts.old, parts.until, parts.extent, new, parts.anchor
            )
        )  # fmt: skip
    elif parts.object is not None and (parts.anchors or parts.occurrence):
        message = "it is not clear how much is replaced"
        sketch.faults.append(
            scene.fault("extent-uncertain", message, clause.span, "name the provision, or quote the words")
        )
    elif parts.object is not None:
        place = scene.place(further(scene.chain, parts.object))
        extent = "to read" if clause.verb == "amend" else ""
        sketch.edits.append(Edit("replace", unit_of(parts.object), place, parts.span, extent=extent, new=new))
    else:
        _complete(parts, new, scene, sketch)


def _complete(parts: _Parts, new: Quotation, scene: Scene, sketch: Sketch) -> None:
    """ "... and replace with": the other half of a deletion, or of a recital where nothing was deleted."""
    edits = scene.deletion(sketch)
    if edits is not None:
        _join(edits, parts, new, scene, sketch)
        return
    pronoun = parts.clause.get("pronoun") is not None
    nothing_before = scene.before is None or not scene.before.edits
    if scene.first and scene.recital and (pronoun or nothing_before):
        recital = scene.recital
        sketch.edits.append(Edit("replace", "words", recital.place, parts.span, Words(recital.quotation), new=new))
        return
    sketch.faults.append(
        scene.fault(
            "operand-missing",
            "this does not say what is to be replaced",
            parts.clause.span,
            "name it: replace “...” with “...”",
        )
    )


def _join(edits: list[Edit], parts: _Parts, new: Quotation, scene: Scene, sketch: Sketch) -> None:
    """A deletion and the insertion in its place are one replacement; after two deletions it is not clear where."""
    deleted = edits[-1]
    earlier = edits[-2] if len(edits) > 1 else None
    if earlier is not None and (earlier.op, earlier.unit, earlier.place) == ("delete", "words", deleted.place):
        sketch.faults.append(
            scene.fault(
                "insertion-place-uncertain",
                "two deletions come before this, and it could take the place of either",
                parts.clause.span,
                "write two sentences: delete “...”; and replace “...” with “...”",
            )
        )
    place = deleted.place
    if parts.named is not None and parts.named != place:  # "strike out “four” and insert “five” in Article 3"
        if place.chain and parts.named.chain != place.chain:
            sketch.faults.append(
                scene.fault(
                    "instruction-crowded",
                    "the words go from one place, and the new ones into another",
                    parts.clause.span,
                    "write two instructions",
                )
            )
        place = parts.named
    span = (min(deleted.span[0], parts.span[0]), parts.span[1])
    joined = replace(deleted, op="replace", new=new, place=place, span=span)
    if edits is sketch.edits:
        edits[-1] = joined
    else:
        sketch.continues = True
        sketch.edits.append(joined)


# ------------------------------------------------------------------ inserting


def _insert(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    new, clause = parts.new, parts.clause
    if new is None:
        _text_missing(parts, scene, sketch)
        return
    if clause.get("to") is not None:  # "add “...” to 3.I.2"
        scene.chain = further(scene.chain, clause.get("to"))
        parts.anchors.append(Anchor("end"))
    if parts.old is not None:  # "for “a” insert “b”"
        sketch.edits.append(Edit("replace", "words", scene.place(), parts.span, parts.old, new=new))
        return
    unit = clause.get("unit")
    edits = scene.deletion(sketch)
    if edits is not None and not parts.anchors and _takes_the_place(edits[-1], unit, new, scene):
        _join(edits, parts, new, scene, sketch)
    elif unit is None and not parts.anchors and not (scene.chain and is_labelled(new.text)):
        sketch.faults.append(
            scene.fault(
                "position-missing",
                "this does not say where the new words go",
                clause.span,
                "say after or before which words, or “at the end of” which provision",
            )
        )
    elif isinstance(unit, tuple) and unit[-1].parts and not unit[-1].steps:
        _insert_part(parts, new, unit[-1].parts[-1], scene, sketch)
    else:
        _insert_new(parts, new, unit, scene, sketch)


def _takes_the_place(deleted: Edit, unit: object, new: Quotation, scene: Scene) -> bool:
    """Whether new text without a position goes where the deletion just before it was: "delete ... and insert ..."."""
    if unit is None:
        return not scene.first or not is_labelled(new.text)
    if not isinstance(unit, tuple) or deleted.unit != "provision":
        return False
    old, named = deleted.place.innermost[0], unit[0]  # "delete 3.I.2. Insert new 3.I.2: ..."
    return bool(old.steps and named.steps) and segment(old.steps[-1].label) == segment(named.steps[-1].label)


def _insert_part(parts: _Parts, new: Quotation, part: Part, scene: Scene, sketch: Sketch) -> None:
    """ "Add a second sentence": after the first."""
    anchor = Anchor("end" if part.number == LAST else "start")
    if part.number > 1:
        anchor = Anchor("after", (Reference(parts=(Part(part.unit, part.number - 1),)),))
    sketch.edits.append(
        Edit("insert", "words", scene.place(), parts.span, new=new, anchor=anchor, level=part.unit)
    )  # fmt: skip


def _insert_new(parts: _Parts, new: Quotation, unit: Target | str | None, scene: Scene, sketch: Sketch) -> None:
    label: Reference | None = None
    level = unit if isinstance(unit, str) else ""
    if isinstance(unit, tuple):
        label = unit[0] if len(unit) == 1 else replace(unit[0], to=segment(unit[-1].steps[-1].label))
        level = label.steps[-1].level
        if len(label.steps) > 1:  # "new sub-clause 2A in Chapter 6, Clause III"
            scene.chain = further(scene.chain, (replace(label, steps=label.steps[:-1]),))
            label = replace(label, steps=label.steps[-1:])
    if len(parts.anchors) > 1:
        named = " and ".join(f"“{_name(anchor)}”" for anchor in parts.anchors)
        sketch.faults.append(
            scene.fault(
                "position-doubled",
                f"two places are given for the new words: {named}",
                parts.clause.span,
                "keep the one that you mean",
            )
        )
    beside = any(isinstance(a.point, tuple) and unit_of(a.point) == "provision" for a in parts.anchors)
    at_edge = all(anchor.position in ("end", "start") for anchor in parts.anchors)
    provision = label is not None or bool(level and level != "sentence") or beside
    provision = provision or (at_edge and is_labelled(new.text))
    sketch.edits.append(
        Edit(
            "insert", "provision" if provision else "words", scene.place(), parts.span, new=new, anchor=parts.anchor,
            label=label, level=level,
        )
    )  # fmt: skip


def _name(anchor: Anchor) -> str:
    if anchor.position in ("start", "end"):
        return f"at the {anchor.position}"
    if isinstance(anchor.point, tuple) and anchor.point[0].steps:
        level = level_name(anchor.point[0].steps[0].level)
        return f"{anchor.position} {level} {anchor.point[0]}".replace("  ", " ")
    return anchor.position


def _text_missing(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    sketch.faults.append(
        scene.fault(
            "text-missing",
            "the new words are missing",
            parts.clause.span,
            "put them in quotation marks after the instruction",
        )
    )


# ------------------------------------------------------------------ the other verbs


def _rename(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    if parts.object is None or parts.new is None:
        _text_missing(parts, scene, sketch)
        return
    place = scene.place(further(scene.chain, parts.object))
    sketch.edits.append(Edit("replace", "heading", place, parts.span, new=parts.new))


_NOT_LOOSE = frozenset({"chapter", "clause", "subclause", "paragraph", "subparagraph"})


def _level_of(edit: Edit) -> str:
    """The level word of the provision that an edit puts in or takes out, where it is said."""
    if edit.unit != "provision":
        return ""
    target = edit.place.innermost
    return edit.level if edit.op == "insert" else target[0].steps[-1].level if target and target[0].steps else ""


def _renumber(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    clause = parts.clause
    references: list[Target] = clause.all("reference")
    hint = "say: renumber sub-clause 5A as sub-clause 6"
    level, touched = clause.get("level"), _level_of(sketch.edits[-1]) if sketch.edits else ""
    if level and touched and level != touched and {level, touched} <= _NOT_LOOSE:
        message = f"a {level_name(touched)} changes here, and the {level_name(level)}s are to be renumbered"
        sketch.faults.append(scene.fault("number-uncertain", message, clause.span, "say which are to be renumbered"))
    if len(references) < 2:
        sketch.renumbering.append(scene.place(further(scene.chain, references[0]) if references else None))
        if references and clause.get("accordingly") is None and not clause.get("following"):
            message = "this does not say what the new number is"
            sketch.faults.append(scene.fault("number-missing", message, clause.span, hint))
        return
    # "5A as 6 and 6 as 7": what follows "and" is the next to be renumbered
    flat = [*references[0][-1:]]
    for target in references[1:-1]:
        flat += target
    flat += references[-1][:1]
    if len(flat) % 2:
        message = "it is not clear which number becomes which"
        sketch.faults.append(scene.fault("number-missing", message, clause.span, hint))
        return
    for old, new in zip(flat[::2], flat[1::2], strict=True):
        place = scene.place(further(scene.chain, (old,)))
        sketch.edits.append(Edit("renumber", "provision", place, parts.span, destination=(new,)))


def _move(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    clause = parts.clause
    assert parts.object is not None
    if clause.all("reference"):
        message = "a move and a new number are two instructions"
        hint = "move it, and say “renumber accordingly”, or give the number in a sentence of its own"
        sketch.faults.append(scene.fault("instruction-crowded", message, clause.span, hint))
    destination: Target = clause.get("to") or ()
    for anchor in clause.all("anchor"):
        if anchor.position in ("start", "end") and isinstance(anchor.point, tuple) and not destination:
            destination = anchor.point
    place = scene.place(further(scene.chain, parts.object))
    sketch.edits.append(
        Edit("move", unit_of(parts.object), place, parts.span, anchor=parts.anchor, destination=destination)
    )  # fmt: skip


def _leave(parts: _Parts, scene: Scene, sketch: Sketch) -> None:
    """ "Make no changes to sub-clause 4" is an instruction that does nothing."""


_VERBS: dict[str, Callable[[_Parts, Scene, Sketch], None]] = {
    "delete": _delete,
    "replace": _replace,
    "amend": _replace,
    "insert": _insert,
    "rename": _rename,
    "renumber": _renumber,
    "move": _move,
    "leave": _leave,
}
