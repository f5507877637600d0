"""A clause with its place, as the verbs look at it."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.edits import Anchor, Fault, Place, Recital, Target, Words
from amendments.reading.quotations import Quotation
from amendments.reading.restating import named
from amendments.reading.verbs.sketch import (
    Scene,
    Sketch,
    anchors_of,
    further,
    is_full,
    target_of,
    unit_of,
    without_lines,
    words_of,
)


class PlacedClause:
    """A clause, the scene that it is read in, and the sketch that what it gives is added to."""

    def __init__(self, clause: Clause, scene: Scene, sketch: Sketch) -> None:
        self.clause, self.scene, self.sketch, self.span = clause, scene, sketch, clause.span
        scene.placed = False
        scene.enter(clause.scope)
        for phrase in (*clause.objects, *clause.old, *clause.anchors, *([clause.to] if clause.to else [])):
            scene.document = phrase.marks.get("document") or scene.document
        scene.excepting = tuple(target for phrase in clause.excepting for target in target_of(phrase))
        parts = [phrase for phrase in (*clause.objects, *clause.old) if phrase.kind in ("place", "new")]
        if "with_all" in clause.said and any(unit_of(target_of(phrase)) != "provision" for phrase in parts):
            self.fault("extent-uncertain", "it is not clear whether more than this part is meant", "name the provision")
        if scene.parted:
            names = " and ".join(named(Place((target_of(one),))) for one in clause.scope if one.kind != "book")
            self.fault("place-uncertain", f"two places are named for one thing: {names}", "keep the one that you mean")
        if any(phrase.kind == "words" for phrase in (*clause.old, *clause.anchors)):
            scene.chain = without_lines(scene.chain)
        self._check_context()
        self.named = bool(clause.scope)
        self.topic = bool(scene.chain) and (scene.about or not clause.scope)
        occurrence = clause.occurrence or scene.occurrence
        self.occurrence = occurrence
        anchors = [*scene.anchors, *anchors_of(clause.anchors, occurrence if not clause.old else "")]
        if clause.edge or scene.edge:
            anchors.append(Anchor(clause.edge or scene.edge, span=clause.span))
        self.anchors = anchors
        if clause.does != "move" and anchors and isinstance(anchors[-1].point, tuple) and is_full(anchors[-1].point[0]):
            scene.chain = ()

    @property
    def anchor(self) -> Anchor | None:
        return self.anchors[-1] if self.anchors else None

    def words(self, phrase: Phrase) -> Words:
        return words_of(phrase, self.occurrence)

    def new(self) -> Quotation | None:
        found = self.clause.new[0].value if self.clause.new else None
        assert found is None or isinstance(found, Quotation)
        return found

    def place(self, target: Target | None = None, phrase: Phrase | None = None) -> Place:
        if target is None:
            return self.scene.place()
        return self.scene.place(further(self.scene.chain, target), phrase.span if phrase else None)

    def fault(self, code: str, message: str, help: str = "") -> None:
        self.sketch.faults.append(Fault(code, message, self.span, help))

    def text_missing(self) -> None:
        """Says that there are no new words."""
        self.fault("text-missing", "the new words are missing", "put them in quotation marks after the instruction")

    def check_beside(self, place: Place) -> None:
        """Has words that stand beside a place compared with it, without the comma of the sentence: “Chairs,”."""
        if self.clause.beside is not None:
            quotation: Quotation = self.clause.beside.value
            beside = replace(quotation, text=quotation.text.removesuffix(","))
            self.sketch.recitals.append(Recital(place, beside))

    def _check_context(self) -> None:
        """Has the words round the old ones compared, where they are quoted too: delete “a” in “b a c”."""
        context, old = self.clause.context, self.clause.old
        if context is None:
            return
        around: Quotation = context.value
        inside: Quotation | None = old[0].value if old and isinstance(old[0].value, Quotation) else None
        if inside is None or around.text.count(inside.text) != 1:
            self.fault("extent-uncertain", "it is not clear which of these words are meant", "quote all of them once")
        else:
            self.sketch.recitals.append(Recital(self.scene.place(), around))

    def extent(self) -> tuple[Words, Words | None, str]:
        """The old words, the last of them, and how far they go."""
        clause = self.clause
        old = self.words(clause.old[0])
        until = clause.until
        if clause.extent == "from":
            if until is None or until.kind in ("edge", "onwards"):
                return old, None, "from on"
            return old, self.words(until), "from before" if "without" in until.preps else "from to"
        if clause.extent == "between":
            return old, self.words(until) if until else None, "from to" if "inclusive" in clause.said else "between"
        return old, None, {"after": "all after", "before": "all before"}.get(clause.extent, "")
