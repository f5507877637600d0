"""Sentences made into instructions, one after another, for each refers back to those before it.

Where a sentence can be read in several ways, each is made into edits before it is chosen which is meant.
"""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.choosing import Candidate, Judge, choose
from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.clauses import clauses_of, completed
from amendments.reading.clauses.parting import Parted, splits
from amendments.reading.clauses.readings import readings_of
from amendments.reading.edits import Fault, Instruction, Role
from amendments.reading.leads import lead, only_names, place_alone
from amendments.reading.scenes import Lead, Memory, scene_of
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.unreadable import unread
from amendments.reading.verbs.marked_up import read_marks
from amendments.reading.verbs.sketch import Chain, Scene, Sketch
from amendments.reading.verbs.verbs import add_clause
from rulebook.source import Span

MOST_READINGS = 32  # of one sentence; more than that is no reading at all


def _labels(chain: Chain) -> list[str]:
    """The numbers of a place, from the outermost in."""
    return [step.label.casefold() for target in chain for step in target[0].steps]


def _cut_short(span: Span) -> Fault:
    message = "this names a place, but not what is to be done there"
    return Fault("verb-missing", message, span, "add the instruction: insert, delete or replace")


class Assembly:
    """The instructions of a text, as far as it has been read."""

    def __init__(self, text: str, judge: Judge | None) -> None:
        self.text, self.judge = text, judge
        self.memory = Memory()
        self.done: list[Instruction] = []
        self.leads: list[Lead] = []  # of each sentence, for the list that stands under it
        self.led: dict[int, Chain] = {}  # of each instruction, the place that it led to

    def take(self, sentence: Sentence) -> None:
        """Reads one more sentence."""
        memory = self.memory
        found: list[Candidate] = []
        readings = readings_of(sentence, self.text)
        for phrases, notes in readings.phrases:
            for way in splits(phrases):
                self.memory = replace(memory)
                try:
                    sketch, scene, roles = self.sketch(way, sentence)
                except Unreadable as stopped:
                    readings.stopped = readings.stopped or stopped
                    continue
                sketch.faults += notes
                found.append(Candidate(sketch, self.memory, scene, roles))
        self.memory = memory
        if not found or len(found) > MOST_READINGS:
            self.leads.append((memory.last, None, Scene(chain=memory.last)))
            memory.passage = sentence.passage
            self.done.append(Instruction(sentence.span, faults=(unread(sentence, self.text, readings.stopped),)))
            return
        chosen = choose(found, sentence, self.judge)
        self.memory, scene = chosen.memory, chosen.scene
        self.leads.append((scene.chain, scene.amending, scene))
        self.commit(chosen.sketch, sentence, chosen.roles)
        self.led[len(self.done) - 1] = scene.chain

    def commit(self, sketch: Sketch, sentence: Sentence, roles: tuple[Role, ...]) -> None:
        """Adds a sketch to what is done, or to the instruction before it where it completes that."""
        start, end = sentence.span
        edits, before = sketch.edits, Instruction((start, end))
        if sketch.continues:
            before = self.done.pop()
            start, edits = before.span[0], [*before.edits[:-1], *sketch.edits]
        elif sentence.joined and sketch.renumbering and not edits and self.done:  # "... and renumber accordingly"
            before = self.done.pop()
            start, edits = before.span[0], [*before.edits]
        self.done.append(
            Instruction(
                (start, end),
                tuple(edits),
                (*before.recitals, *sketch.recitals),
                (*before.results, *sketch.results),
                (*before.renumbering, *sketch.renumbering),
                faults=(*before.faults, *sketch.faults),
                roles=(*before.roles, *roles),
                leaves=sketch.leaves,
            )
        )

    def finish(self) -> None:
        """What nothing follows is cut short: a place, an instruction for a list of places, “Amend 5.3.”"""
        if 0 <= self.memory.announced < len(self.done):
            cut = self.done[self.memory.announced]
            fault = Fault(
                "place-missing", "this is to be done in a list of places, and none follows", cut.span,
                "name the places, each on a line of its own",
            )  # fmt: skip
            self.done[self.memory.announced] = replace(cut, faults=(*cut.faults, fault))
        for number, one in enumerate(self.done[:-1]):
            idle = not (one.edits or one.recitals or one.results or one.renumbering or one.faults or one.leaves)
            led = _labels(self.led.get(number, ()))
            later = [edit.place for instruction in self.done[number:] for edit in instruction.edits]
            followed = any(place.inherited == number or _labels(place.chain)[: len(led)] == led for place in later)
            if idle and led and not followed and any(role.name == "verb" for role in one.roles):
                self.done[number] = replace(one, faults=(_cut_short(one.span),))
        last = self.done[-1] if self.done else None
        acts = [one for one in self.done if one.edits or one.results or one.renumbering or one.faults or one.leaves]
        if last is None or (acts and (last in acts or last.recitals)):
            return
        self.done[-1] = replace(last, faults=(_cut_short(last.span),))

    def sketch(self, way: Parted, sentence: Sentence) -> tuple[Sketch, Scene, tuple[Role, ...]]:
        """What one reading of a sentence comes to. Raises `Unreadable`."""
        sketch, memory = Sketch(), self.memory
        every = [one for pre, act, post in way for one in (*pre, *([act] if act else []), *post)]
        scene = scene_of(sentence, every, memory, self.done, self.leads)
        start = scene.chain
        clauses = completed([clause for pre, act, post in way for clause in clauses_of(pre, act, post)])
        acted = False
        standing: Chain = scene.chain
        for clause in clauses:
            if clause.does == "" or (clause.does == "change" and only_names(clause)):
                lead(clause, scene, sketch)
                standing = scene.chain
                continue
            if clause.does == "same":
                self.same_change(clause, scene, sketch)
                acted = True
                continue
            if clause.does == "result":
                self.result(clause, scene, sketch, sentence, acted)
                continue
            if clause.does == "recital":
                add_clause(clause, scene, sketch)
                standing = scene.chain
                continue
            if clause.does == "to read" and acted and sketch.edits and not clause.objects:
                clause.does = "result"
                self.result(clause, scene, sketch, sentence, acted)
                continue
            named = bool(clause.scope)
            add_clause(clause, scene, sketch)
            acted = True
            # what a clause says of its position is for it alone; of its place, too, but for what led the sentence
            if not named or (clause.roles and clause.scope and clause.scope[0].span < clause.roles[0][1].span):
                standing = scene.chain if named else standing
            scene.chain = standing
            scene.anchors, scene.edge = [], ""
            scene.first = scene.placed = False
        memory.recital = scene.recital
        if acted:
            last = sketch.edits[-1] if sketch.edits else None
            memory.last = scene.chain or (last.place.chain if last else ())
            if last is not None and last.anchor is not None and isinstance(last.anchor.point, tuple):
                memory.last = (*last.place.chain, last.anchor.point)
        elif not sketch.results:
            memory.last = scene.chain
            if (sketch.is_empty and sentence.under < 0) or sketch.recitals:
                memory.standing = scene.chain
            place_alone(scene, sketch, sentence)
        if scene.chain != start or acted:
            memory.last_named = len(self.done)
        memory.passage = sentence.passage
        if any("below" in clause.said for clause in clauses):
            self.memory.listed, sketch.edits, sketch.leaves = tuple(sketch.edits), [], True
            self.memory.announced = len(self.done)
        elif acted:
            self.memory.listed = ()
        elif memory.listed and scene.named and sketch.is_empty:  # one more of the places that were announced
            sketch.edits = [replace(edit, place=scene.place(), span=sentence.span) for edit in memory.listed]
            self.memory.announced = -1
        if sentence.legend:
            read_marks(sentence.legend, sketch)
        roles = tuple(Role(name, one.span) for clause in clauses for name, one in clause.roles)
        return sketch, scene, roles

    def result(self, clause: Clause, scene: Scene, sketch: Sketch, sentence: Sentence, acted: bool) -> None:
        """ "Rule 4 will then read ...": a result of what comes before it, or the edit itself where nothing does."""
        earlier = [*sketch.edits, *(edit for instruction in self.done for edit in instruction.edits)]
        named = bool(clause.scope)
        if not earlier or (scene.amending is not None and not acted and not sentence.joined and not named):
            clause.does = "to read"
            if not clause.objects and clause.scope:
                clause.objects = [replace(clause.scope.pop(), preps=())]
            add_clause(clause, scene, sketch)
            return
        if not named:
            scene.chain = (sketch.edits or [edit for one in reversed(self.done) for edit in reversed(one.edits)])[
                -1 if sketch.edits else 0
            ].place.chain
        add_clause(clause, scene, sketch)

    def same_change(self, clause: Clause, scene: Scene, sketch: Sketch) -> None:
        """ "... and make the same change in 5.II.3.A": the edits before it, in another place."""
        earlier = sketch.edits or [edit for one in self.done[-1:] for edit in one.edits]
        if not clause.scope or not earlier:
            raise Unreadable(clause.roles[0][1])
        scene.enter(clause.scope)
        sketch.edits += [replace(edit, place=scene.place(), span=clause.span) for edit in earlier]
