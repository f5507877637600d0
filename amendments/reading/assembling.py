"""Sentences made into instructions, one after another, for each refers back to those before it.

A sentence that the strict grammar reads has one reading. Any other is read freely, every way the words allow; which
of those ways make sense is for `judge` to say, who knows the rulebook. Where more than one is left the instruction
carries a finding that lists them, and no edits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from amendments.reading.clauses import add_clause
from amendments.reading.edits import Edit, Instruction, Recital, Result
from amendments.reading.restating import written
from amendments.reading.sentences import Lead, Outcome, Phrase, phrases_of
from amendments.reading.sketch import Chain, Scene, Sketch, further, unit_of
from amendments.reading.tokens import Sentence
from amendments.reading.unquoted import free_readings
from amendments.reading.unreadable import fault, unread
from rulebook.diagnostics import errors
from rulebook.source import Source, Span

Judge = Callable[[tuple[Edit, ...]], Hashable | None]
"""What edits come to in a rulebook: equal values for equal effects, None where they cannot be carried out."""

MOST_READINGS = 32  # of one sentence; more than that is no reading at all


@dataclass(slots=True)
class _Memory:
    """What later sentences refer back to."""

    standing: Chain = ()  # a place on a line of its own
    last: Chain = ()  # the place of the sentence before
    paragraph: int = -1
    recital: Recital | None = None

    def place(self, paragraph: int) -> Chain:
        return self.last if paragraph == self.paragraph or not self.standing else self.standing


class Assembly:
    """The instructions of a text, as far as it has been read. `offset` is where the text stands in the source."""

    def __init__(self, source: Source, text: str, offset: int, judge: Judge | None) -> None:
        self.source, self.text, self.offset, self.judge = source, text, offset, judge
        self.memory = _Memory()
        self.done: list[Instruction] = []

    def at(self, span: Span) -> Span:
        """A span of the text as one of the source."""
        return span[0] + self.offset, span[1] + self.offset

    # -------------------------------------------------------------- a sentence, and which reading of it

    def take(self, sentence: Sentence) -> None:
        """Reads one more sentence."""
        said = phrases_of(sentence)
        ways = [said] if said is not None else free_readings(sentence, self.text)
        if not ways or len(ways) > MOST_READINGS:
            finding = unread(self.source, sentence, self.text, self.offset)
            self.done.append(Instruction(self.at(sentence.span), diagnostics=(finding,)))
            return
        memory = self.memory
        found: list[tuple[Sketch, _Memory]] = []
        for way in ways:
            self.memory = replace(memory)
            found.append((self.sketch(way, sentence), self.memory))
        sketch, self.memory = self.choose(found, sentence)
        self.commit(sketch, sentence)

    def choose(self, found: list[tuple[Sketch, _Memory]], sentence: Sentence) -> tuple[Sketch, _Memory]:
        """The one reading that makes sense; a reading with a finding, where there is none or more than one."""
        sound = [pair for pair in found if not errors(pair[0].faults)]
        if len(found) == 1 or not sound:
            return found[0]
        distinct: dict[Hashable | None, tuple[Sketch, _Memory]] = {}
        for pair in sound:
            edits = tuple(pair[0].edits)
            effect = self.judge(edits) if self.judge is not None else edits
            distinct.setdefault(effect, pair)  # one that cannot be carried out is a reading too, perhaps the one meant
        if set(distinct) == {None}:
            return sound[0]
        sketch, memory = next(iter(distinct.values()))
        if len(distinct) > 1:
            readings = [" ".join(written(edit) for edit in pair[0].edits) for pair in distinct.values()]
            listed = "\n".join(f"{number}. {reading}" for number, reading in enumerate(readings[:5], 1))
            sketch.edits = []
            sketch.faults.append(
                fault(
                    "ambiguous-instruction",
                    f"this can be read in {len(distinct)} ways",
                    self.source,
                    self.at(sentence.span),
                    f"put the words themselves in quotation marks, or paste the reading you mean:\n{listed}",
                )
            )
        return sketch, memory

    def commit(self, sketch: Sketch, sentence: Sentence) -> None:
        """Adds a sketch to what is done, or to the instruction before it where it completes that."""
        start, end = self.at(sentence.span)
        edits, before = sketch.edits, Instruction((start, end))
        if sketch.continues:
            before = self.done.pop()
            start, edits = before.span[0], [*before.edits[:-1], *sketch.edits]
        self.done.append(
            Instruction(
                (start, end),
                tuple(edits),
                (*before.recitals, *sketch.recitals),
                (*before.results, *sketch.results),
                (*before.renumbering, *sketch.renumbering),
                (*before.diagnostics, *sketch.faults),
            )
        )

    def finish(self, sentences: tuple[Sentence, ...]) -> None:
        """A place that nothing follows is an instruction cut short."""
        last = self.done[-1] if self.done else None
        if last is None or last.edits or last.recitals or last.results or last.renumbering or last.diagnostics:
            return
        if all(token.type != "NO_CHANGE" for token in sentences[-1].tokens):
            finding = fault(
                "verb-missing",
                "this names a place, but not what is to be done there",
                self.source,
                last.span,
                "add the instruction: insert, delete or replace",
            )
            self.done[-1] = replace(last, diagnostics=(finding,))

    # -------------------------------------------------------------- one reading of one sentence

    def sketch(self, phrases: tuple[Phrase, ...], sentence: Sentence) -> Sketch:
        """What one reading of a sentence comes to."""
        sketch, memory = Sketch(), self.memory
        chain = memory.place(sentence.paragraph)
        before = self.done[-1] if self.done else None
        scene = Scene(self.source, self.offset, chain, before=before, recital=memory.recital)
        clauses = 0
        for phrase in phrases:
            self.look(phrase, scene)
            if isinstance(phrase, Outcome):
                place = (*scene.chain, phrase.target) if phrase.target else scene.chain
                if not phrase.target and sketch.edits:
                    place = sketch.edits[-1].place.chain
                sketch.results.append(Result(scene.place(place), scene.quotation(phrase.quotation)))
            elif isinstance(phrase, Lead):
                self.lead(phrase, scene, sketch)
            else:
                standing = scene.chain
                add_clause(phrase, scene, sketch)
                # what a clause says of its place and its position is for it alone
                scene.chain, scene.anchors, scene.instead = standing, [], None
                scene.first = scene.placed = False
                clauses += 1
        memory.recital = scene.recital
        if clauses:
            memory.last = scene.chain or (sketch.edits[0].place.chain if sketch.edits else ())
        elif sketch.results:
            self.afterwards(sketch, scene, sentence)
        else:
            memory.standing = memory.last = scene.chain
            self.place_alone(sketch, scene, sentence)
        memory.paragraph = sentence.paragraph
        return sketch

    @staticmethod
    def look(phrase: Phrase, scene: Scene) -> None:
        """Remembers where the references of a phrase stand, and the document that it names."""
        for role in () if isinstance(phrase, Outcome) else phrase.roles:
            if role.name in ("place", "object", "reference", "to"):
                scene.seen[role.value] = scene.at(role.span)
            elif role.name == "document":
                scene.document = role.value

    @staticmethod
    def lead(lead: Lead, scene: Scene, sketch: Sketch) -> None:
        """What comes before a clause: its place, its position, or what it replaces."""
        for role in lead.roles:
            if role.name in ("place", "object"):
                scene.chain = further(scene.chain, role.value)
                scene.placed = True
                scene.about = all(other.name != "inside" for other in lead.roles)
            elif role.name == "recited":
                scene.recital = Recital(scene.place(), scene.quotation(role.value))
                sketch.recitals.append(scene.recital)
            elif role.name == "anchor":
                scene.anchors.append(scene.anchor(role.value))
            elif role.name == "instead of":
                scene.instead = scene.words(role.value)
            elif role.name == "instead of place":
                scene.instead = role.value
            elif role.name == "occurrence":
                scene.occurrence = role.value

    def place_alone(self, sketch: Sketch, scene: Scene, sentence: Sentence) -> None:
        """A sentence that only says where is for those after it, unless it says more than that."""
        if sentence.joined:
            sketch.faults.append(
                scene.fault(
                    "verb-missing",
                    "this names another place, but not what is to be done there",
                    sentence.span,
                    "write a whole instruction for it",
                )
            )
        if scene.anchors or scene.instead:
            sketch.faults.append(
                scene.fault(
                    "verb-missing",
                    "this says where, but not what is to be done",
                    sentence.span,
                    "add the verb: insert, delete or replace",
                )
            )

    def afterwards(self, sketch: Sketch, scene: Scene, sentence: Sentence) -> None:
        """ "Rule 4 will then read ...": a result of what comes before it, or the edit itself where nothing does."""
        earlier = [edit for instruction in self.done for edit in instruction.edits]
        if earlier:
            chain = scene.chain
            if chain == self.memory.place(sentence.paragraph):
                chain = earlier[-1].place.chain
            sketch.results = [
                Result(scene.place((*chain, *result.place.chain[len(scene.chain) :])), result.quotation)
                for result in sketch.results
            ]
            return
        quotation = sketch.results.pop().quotation
        target = scene.chain[-1] if scene.chain else None
        sketch.edits.append(
            Edit(
                "replace", unit_of(target), scene.place(), self.at(sentence.span), new=quotation, extent="to read"
            )
        )  # fmt: skip
