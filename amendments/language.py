"""From the words of an amendment to its instructions.

A sentence that the strict grammar reads has one reading. Any other is read freely, every way the words allow; which
of those ways make sense is for `judge` to say, who knows the rulebook. Where more than one is left the instruction
carries a finding that lists them, and no edits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from itertools import islice, product

from amendments.edits import Anchor, Edit, Instruction, Place, Recital, Result, Target, Words
from amendments.faults import fault, unread
from amendments.quotations import Quotation
from amendments.restating import written
from amendments.sentences import Clause, Lead, Outcome, Phrase, phrases_of
from amendments.tokens import Sentence, Stream, read_tokens
from amendments.unquoted import free_readings
from rulebook.diagnostics import Diagnostic, errors
from rulebook.lines import read_blocks, tidy
from rulebook.numbering import styles
from rulebook.reference import LAST, Part, Reference
from rulebook.source import Source, Span

Judge = Callable[[tuple[Edit, ...]], Hashable | None]
"""What edits come to in a rulebook: equal values for equal effects, None where they cannot be carried out."""

MOST_READINGS = 32  # of one sentence; more than that is no reading at all


@dataclass(slots=True)
class _Memory:
    """What later sentences refer back to."""

    standing: tuple[Target, ...] = ()  # a place on a line of its own
    last: tuple[Target, ...] = ()  # the place of the sentence before
    paragraph: int = -1
    recital: Recital | None = None

    def place(self, paragraph: int) -> tuple[Target, ...]:
        return self.last if paragraph == self.paragraph or not self.standing else self.standing


@dataclass(slots=True)
class _Draft:
    """An instruction in the making."""

    edits: list[Edit] = field(default_factory=list)
    recitals: list[Recital] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    renumbering: list[Place] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    continues: bool = False  # its first clause completes a deletion in the instruction before


def is_labelled(text: str) -> bool:
    """Whether new text begins with a label or a heading, as a provision does."""
    blocks = read_blocks(tidy(text))
    if not blocks:
        return False
    return blocks[0].form in ("HEADING", "BULLET") or (blocks[0].form == "LABELLED" and bool(styles(blocks[0].label)))


class _Assembly:
    """Phrases made into edits, sentence by sentence."""

    def __init__(self, source: Source, text: str, offset: int, judge: Judge | None) -> None:
        self.source, self.text, self.offset, self.judge = source, text, offset, judge
        self.memory = _Memory()
        self.done: list[Instruction] = []
        self.seen: dict[Target, Span] = {}  # where each reference stands in the draft
        self.document = ""

    def at(self, span: Span) -> Span:
        return span[0] + self.offset, span[1] + self.offset

    # -------------------------------------------------------------- sentences

    def take(self, sentence: Sentence) -> None:
        said = phrases_of(sentence)
        ways = [said] if said is not None else free_readings(sentence, self.text)
        if not ways or len(ways) > MOST_READINGS:
            self.done.append(
                Instruction(self.at(sentence.span), diagnostics=(unread(self.source, sentence, self.text, self.offset),))
            )
            return
        memory = self.memory
        found: list[tuple[_Draft, _Memory]] = []
        for way in ways:
            self.memory = replace(memory)
            draft = self.draft(way, sentence)
            found.append((draft, self.memory))
        draft, self.memory = self.choose(found, sentence)
        self.commit(draft, sentence)

    def choose(self, found: list[tuple[_Draft, _Memory]], sentence: Sentence) -> tuple[_Draft, _Memory]:
        """The one reading that makes sense; a reading with a finding, where there is none or more than one."""
        if len(found) == 1:
            return found[0]
        sound = [pair for pair in found if not errors(pair[0].faults)]
        if not sound:
            return found[0]
        distinct: dict[Hashable, tuple[_Draft, _Memory]] = {}
        if self.judge is not None:
            for pair in sound:
                effect = self.judge(tuple(pair[0].edits))
                if effect is not None:
                    distinct.setdefault(effect, pair)
            if not distinct:
                return sound[0]
        else:
            for pair in sound:
                distinct.setdefault(tuple(pair[0].edits), pair)
        if len(distinct) == 1:
            return next(iter(distinct.values()))
        readings = [" ".join(written(edit) for edit in pair[0].edits) for pair in distinct.values()]
        listed = "\n".join(f"{number}. {reading}" for number, reading in enumerate(readings[:5], 1))
        draft, memory = next(iter(distinct.values()))
        draft.faults.append(
            fault(
                "ambiguous-instruction", f"this can be read in {len(distinct)} ways", self.source, self.at(sentence.span),
                f"put the words themselves in quotation marks, or paste the reading you mean:\n{listed}",
            )
        )  # fmt: skip
        draft.edits = []
        return draft, memory

    def commit(self, draft: _Draft, sentence: Sentence) -> None:
        span = self.at(sentence.span)
        if draft.continues and self.done:
            before = self.done.pop()
            span = (before.span[0], span[1])
            draft.edits = [*before.edits[:-1], *draft.edits]
            draft.recitals = [*before.recitals, *draft.recitals]
            draft.results = [*before.results, *draft.results]
            draft.renumbering = [*before.renumbering, *draft.renumbering]
            draft.faults = [*before.diagnostics, *draft.faults]
        self.done.append(
            Instruction(
                span, tuple(draft.edits), tuple(draft.recitals), tuple(draft.results), tuple(draft.renumbering), tuple(draft.faults)
            )
        )  # fmt: skip

    def finish(self, sentences: tuple[Sentence, ...]) -> None:
        """A place that nothing follows is an instruction cut short."""
        last = self.done[-1] if self.done else None
        if last is None or last.edits or last.recitals or last.results or last.renumbering or last.diagnostics:
            return
        if all(token.type != "NO_CHANGE" for token in sentences[-1].tokens):
            found = fault("verb-missing", "this names a place, but not what is to be done there", self.source, last.span, "add the instruction: insert, delete or replace")
            self.done[-1] = replace(last, diagnostics=(found,))

    # -------------------------------------------------------------- one reading of one sentence

    def draft(self, phrases: tuple[Phrase, ...], sentence: Sentence) -> _Draft:
        draft = _Draft()
        memory = self.memory
        chain = memory.place(sentence.paragraph)
        anchors: list[Anchor] = []
        instead: Words | None = None
        occurrence = ""
        clauses = 0
        self.document = ""
        for phrase in phrases:
            for role in () if isinstance(phrase, Outcome) else phrase.roles:
                if role.name in ("place", "object", "reference", "to"):
                    self.seen[role.value] = self.at(role.span)
                elif role.name == "document":
                    self.document = role.value
            if isinstance(phrase, Outcome):
                place = chain if not phrase.target else (*chain, phrase.target)
                if not phrase.target and draft.edits and clauses:
                    place = draft.edits[-1].place.chain
                draft.results.append(Result(self.place(place), self.moved(phrase.quotation)))
            elif isinstance(phrase, Lead):
                for role in phrase.roles:
                    if role.name in ("place", "object"):
                        chain = _further(chain, role.value)
                    elif role.name == "recited":
                        memory.recital = Recital(self.place(chain), self.moved(role.value))
                        draft.recitals.append(memory.recital)
                    elif role.name == "anchor":
                        anchor, chain = self.settled(role.value, chain)
                        anchors.append(anchor)
                    elif role.name == "instead of":
                        instead = self.moved_words(role.value)
                    elif role.name == "occurrence":
                        occurrence = role.value
            else:
                clauses += 1
                self.clause(phrase, draft, chain, anchors, instead, occurrence, sentence, first=clauses == 1)
                anchors, instead = [], None
        if clauses == 0 and any(isinstance(phrase, Outcome) for phrase in phrases):
            self.afterwards(draft, chain, sentence)
        elif clauses == 0:
            memory.standing = memory.last = chain
            if sentence.joined:
                draft.faults.append(self.fault("verb-missing", "this names another place, but not what is to be done there", sentence.span, "write a whole instruction for it"))
            if anchors or instead:
                draft.faults.append(self.fault("verb-missing", "this says where, but not what is to be done", sentence.span, "add the verb: insert, delete or replace"))
        else:
            memory.last = chain
            if chain == () and draft.edits:
                memory.last = draft.edits[0].place.chain
        memory.paragraph = sentence.paragraph
        return draft

    def afterwards(self, draft: _Draft, chain: tuple[Target, ...], sentence: Sentence) -> None:
        """ "Rule 4 will then read ...": a result of what comes before it, or the edit itself where nothing does."""
        if any(instruction.edits for instruction in self.done):
            before = [edit for instruction in self.done for edit in instruction.edits][-1]
            if chain == self.memory.place(sentence.paragraph):
                chain = before.place.chain
            draft.results = [Result(self.place(chain), result.quotation) for result in draft.results]
            return
        quotation = draft.results.pop().quotation
        target = chain[-1] if chain else None
        draft.edits.append(Edit("replace", _unit(target), self.place(chain), self.at(sentence.span), new=quotation, extent="to read"))

    def place(self, chain: tuple[Target, ...]) -> Place:
        return Place(chain, self.seen.get(chain[-1], (0, 0)) if chain else (0, 0), self.document)

    def moved(self, quotation: Quotation) -> Quotation:
        return Quotation(quotation.text, self.at(quotation.span), quotation.form)

    def moved_words(self, words: Words, occurrence: str = "") -> Words:
        return Words(self.moved(words.quotation), occurrence or words.occurrence)

    def settled(self, anchor: Anchor, chain: tuple[Target, ...]) -> tuple[Anchor, tuple[Target, ...]]:
        """An anchor with its quotations in place; "at the end of X" makes X the place."""
        if anchor.position in ("start", "end"):
            if isinstance(anchor.point, tuple):
                self.seen[anchor.point] = self.at(anchor.span)
                chain = _further(chain, anchor.point)
            return Anchor(anchor.position, span=self.at(anchor.span)), chain
        point, other = (self.moved_words(p) if isinstance(p, Words) else p for p in (anchor.point, anchor.other))
        if isinstance(point, tuple) and _is_full(point[0]):
            chain = ()  # "after Chapter 5, Clause IV, sub-clause 5" needs nothing that was said before
        return Anchor(anchor.position, point, other, self.at(anchor.span)), chain

    @staticmethod
    def counted(anchor: Anchor, occurrence: str) -> Anchor:
        """An anchor whose words are looked for as often as is said ("in both places")."""
        if isinstance(anchor.point, Words) and anchor.point.occurrence == "only":
            return replace(anchor, point=Words(anchor.point.quotation, occurrence))
        return anchor

    def fault(self, code: str, message: str, span: Span, help: str = "") -> Diagnostic:
        return fault(code, message, self.source, self.at(span), help)

    def clause(
        self, clause: Clause, draft: _Draft, chain: tuple[Target, ...], anchors: list[Anchor], instead: Words | None,
        occurrence: str, sentence: Sentence, *, first: bool,
    ) -> None:  # fmt: skip
        """The edit of one clause, put at the end of the draft."""
        object_ = clause.get("object")
        places = clause.all("place")
        several = clause.all("words")
        listed = clause.verb == "delete" and (len(several) > 1 or (several and clause.all("extent")))
        if len(places) > 1 or (len(several) > 1 and not listed) or len(clause.all("new")) > 1:
            draft.faults.append(self.fault("instruction-crowded", "this names two places or two texts for one change", clause.span, "write each change as a sentence of its own"))
            return
        for target in places:
            chain = _further(chain, target)
        anchors = [*anchors]
        for anchor in clause.all("anchor"):
            settled, chain = self.settled(anchor, chain)
            anchors.append(settled)
        for first_words, with_words in clause.all("pair"):
            draft.edits.append(
                Edit("replace", "words", self.place(chain), self.at(clause.span), self.moved_words(first_words), new=self.moved(with_words))
            )
        if clause.all("pair"):
            return
        occurrence = next((str(value) for value in clause.all("occurrence")), occurrence)
        recited = clause.get("recited")
        if recited is not None:
            recital = Recital(self.place((*chain, object_) if object_ else chain), self.moved(recited))
            draft.recitals.append(recital)
        words = several[0] if several and not listed else None
        old = self.moved_words(words, occurrence if words.occurrence == "only" else "") if words else None
        if old is None and instead is not None:
            old = Words(instead.quotation, occurrence or instead.occurrence)
        new = self.moved(clause.get("new")) if clause.get("new") is not None else None
        span = self.at(clause.span)
        if listed:
            for one in several:
                draft.edits.append(Edit("delete", "words", self.place(chain), span, old=self.moved_words(one, occurrence)))
        extent, until = "", None
        if clause.get("extent"):
            extent, one, *two = clause.get("extent")
            old = self.moved_words(one)
            until = self.moved_words(two[0]) if two else None
        elif listed:
            return
        if occurrence and old is None:
            anchors = [self.counted(anchor, occurrence) for anchor in anchors]
        draft.renumbering += [self.place(chain) for _ in clause.all("renumbering")]

        def edit(op: str, unit: str, where: tuple[Target, ...], **more: object) -> None:
            draft.edits.append(Edit(op, unit, self.place(where), span, **more))  # type: ignore[arg-type]

        pronoun = clause.get("pronoun") is not None
        if clause.verb == "leave":
            return
        if clause.verb == "renumber":
            self.renumber(clause, draft, chain, span)
        elif clause.verb == "move":
            self.move(clause, draft, chain, anchors, span)
        elif clause.verb == "rename":
            if object_ and new:
                edit("replace", "heading", _further(chain, object_), new=new)
        elif clause.verb == "delete":
            if old is not None and object_ is None:
                edit("delete", "words", chain, old=old, until=until, extent=extent, anchor=anchors[0] if anchors else None)
            elif object_ is not None and anchors:
                draft.faults.append(self.fault("extent-uncertain", "it is not clear how far this deletion goes", clause.span, "name the first and the last, as in  delete sub-clauses 4 to 6"))
            elif object_ is not None:
                where = _further(chain, object_)
                if old is not None and old.quotation.form == "unquoted":
                    draft.faults.append(self.fault("instruction-unread", f"“{old.quotation.text}” is not understood here", clause.span, "quote the words, or name the provisions, as in  delete sub-clauses 4 to 6"))
                    return
                if old is not None:
                    draft.recitals.append(Recital(self.place(where), old.quotation))
                edit("delete", _unit(object_), where)
            elif pronoun and self.memory.recital:
                edit("delete", "words", self.memory.recital.place.chain, old=Words(self.memory.recital.quotation))
            else:
                draft.faults.append(self.fault("operand-missing", "this does not say what is to be deleted", clause.span, "quote the words, or name the provision: delete “...” / delete sub-clause 5"))
        elif clause.verb in ("replace", "amend") and new is not None:
            if object_ is not None and old is None and anchors:
                draft.faults.append(self.fault("extent-uncertain", "it is not clear how much is replaced", clause.span, "name the provision, or quote the words"))
            elif object_ is not None and old is None:
                edit("replace", _unit(object_), _further(chain, object_), new=new, extent="to read" if clause.verb == "amend" else "")
            elif old is not None:
                edit("replace", "words", chain, old=old, until=until, extent=extent, new=new, anchor=anchors[0] if anchors else None)
            else:
                own = self.place(chain) if places else None
                self.complete(clause, draft, new, span, own, first=first, pronoun=pronoun)
        elif clause.verb == "insert" and new is not None:
            self.insert(clause, draft, chain, anchors, old, new, span, first=first)
        else:
            draft.faults.append(self.fault("text-missing", "the new words are missing", clause.span, "put them in quotation marks after the instruction"))

    # -------------------------------------------------------------- clauses that need more than a line

    def complete(
        self, clause: Clause, draft: _Draft, new: Quotation, span: Span, own: Place | None, *, first: bool, pronoun: bool
    ) -> None:  # fmt: skip
        """ "... and replace with": the other half of a deletion, or of a recital where nothing was deleted."""
        if draft.edits and not first:
            if draft.edits[-1].op == "delete":
                self.join(draft, draft.edits, new, span, own)
                return
        elif first and self.done and self.done[-1].edits and self.done[-1].edits[-1].op == "delete" and not errors(self.done[-1].diagnostics):
            draft.continues = True
            edits = [*self.done[-1].edits]
            self.join(draft, edits, new, span, own)
            draft.edits.append(edits[-1])
            return
        if first and self.memory.recital and (pronoun or not self.done or not self.done[-1].edits):
            recital = self.memory.recital
            draft.edits.append(Edit("replace", "words", recital.place, span, old=Words(recital.quotation), new=new))
            return
        draft.faults.append(self.fault("operand-missing", "this does not say what is to be replaced", clause.span, "name it: replace “...” with “...”"))

    def join(self, draft: _Draft, edits: list[Edit], new: Quotation, span: Span, own: Place | None) -> None:
        """A deletion and the insertion in its place are one replacement; after two deletions it is not clear where."""
        before = edits[-1]
        earlier = edits[-2] if len(edits) > 1 else None
        if earlier is not None and earlier.op == "delete" and earlier.place == before.place and earlier.unit == "words":
            draft.faults.append(
                fault("insertion-place-uncertain", "two deletions come before this, and it could take the place of either", self.source, span,
                      "write two sentences: delete “...”; and replace “...” with “...”")
            )  # fmt: skip
        place = before.place
        if own is not None and own != place:  # "strike out “four” and insert “five” in Article 3"
            if place.chain and own.chain != place.chain:
                draft.faults.append(
                    fault("instruction-crowded", "the words go from one place, and the new ones into another", self.source, span, "write two instructions")
                )
            place = own
        edits[-1] = replace(before, op="replace", new=new, place=place, span=(min(before.span[0], span[0]), span[1]))

    def insert(
        self, clause: Clause, draft: _Draft, chain: tuple[Target, ...], anchors: list[Anchor], old: Words | None, new: Quotation,
        span: Span, *, first: bool,
    ) -> None:  # fmt: skip
        unit = clause.get("unit")
        to = clause.get("to")
        if to is not None:
            chain, anchors = _further(chain, to), [*anchors, Anchor("end")]
        if old is not None:  # "for “A” insert “B”"
            draft.edits.append(Edit("replace", "words", self.place(chain), span, old=old, new=new))
            return
        own = self.place(chain) if clause.all("place") else None
        if unit is None and not anchors:
            continuing = draft.edits and not first and draft.edits[-1].op == "delete"
            over = first and self.done and self.done[-1].edits and self.done[-1].edits[-1].op == "delete"
            if continuing:
                self.join(draft, draft.edits, new, span, own)
                return
            if over and not errors(self.done[-1].diagnostics) and not is_labelled(new.text):
                draft.continues = True
                edits = [*self.done[-1].edits]
                self.join(draft, edits, new, span, own)
                draft.edits.append(edits[-1])
                return
            if not (chain and is_labelled(new.text)):
                draft.faults.append(self.fault("position-missing", "this does not say where the new words go", clause.span, "say after or before which words, or “at the end of” which provision"))
                return
        label: Reference | None = None
        level = ""
        if isinstance(unit, tuple) and unit[-1].parts and not unit[-1].steps:
            part = unit[-1].parts[-1]  # "add a second sentence": after the first
            where = Anchor("end") if part.number == LAST else Anchor("start")
            if part.number > 1:
                where = Anchor("after", (Reference(parts=(Part(part.unit, part.number - 1),)),))
            draft.edits.append(Edit("insert", "words", self.place(chain), span, new=new, anchor=where, level=part.unit))
            return
        if isinstance(unit, str):
            level = unit
        elif isinstance(unit, tuple):
            label = unit[-1]
            level = label.steps[-1].level if label.steps else ""
            if len(label.steps) > 1:
                chain = _further(chain, (replace(label, steps=label.steps[:-1]),))
                label = replace(label, steps=label.steps[-1:])
        provision = (label is not None or (level and level != "sentence")) or any(
            isinstance(anchor.point, tuple) and _unit(anchor.point) == "provision" for anchor in anchors
        )
        if not provision and is_labelled(new.text) and all(anchor.position in ("end", "start") for anchor in anchors):
            provision = True
        if len(anchors) > 1:
            draft.faults.append(
                self.fault("position-doubled", "two places are given for the new words: " + " and ".join(f"“{_named(anchor)}”" for anchor in anchors), clause.span, "keep the one that you mean")
            )
        draft.edits.append(
            Edit("insert", "provision" if provision else "words", self.place(chain), span, new=new,
                 anchor=anchors[0] if anchors else None, label=label, level=level)
        )  # fmt: skip

    def renumber(self, clause: Clause, draft: _Draft, chain: tuple[Target, ...], span: Span) -> None:
        references: list[Target] = clause.all("reference")
        if len(references) < 2:
            draft.renumbering.append(self.place(_further(chain, references[0]) if references else chain))
            if references and clause.get("accordingly") is None and not clause.get("following"):
                draft.faults.append(self.fault("number-missing", "this does not say what the new number is", clause.span, "say: renumber sub-clause 5A as sub-clause 6"))
            return
        # "5A as 6 and 6 as 7": what follows "and" is the next to be renumbered
        flat: list[Reference] = []
        for place, target in enumerate(references):
            flat += target if 0 < place < len(references) - 1 else target[-1:] if place == 0 else target[:1]
        if len(flat) % 2:
            draft.faults.append(self.fault("number-missing", "it is not clear which number becomes which", clause.span, "say: renumber sub-clause 5A as sub-clause 6"))
            return
        for old, new in zip(flat[::2], flat[1::2], strict=True):
            draft.edits.append(Edit("renumber", "provision", self.place(_further(chain, (old,))), span, destination=(new,)))

    def move(self, clause: Clause, draft: _Draft, chain: tuple[Target, ...], anchors: list[Anchor], span: Span) -> None:
        object_, to = clause.get("object"), clause.get("to")
        unit = _unit(object_)
        source = _further(chain, object_)
        destination: Target = to or ()
        anchor = anchors[0] if anchors else None
        if clause.all("anchor") and not destination:
            raw = clause.all("anchor")[0]
            if raw.position in ("start", "end") and isinstance(raw.point, tuple):
                destination = raw.point
                source = _further((), object_) if object_ else chain
        draft.edits.append(Edit("move", unit, self.place(source), span, anchor=anchor, destination=destination))


def _further(chain: tuple[Target, ...], target: Target) -> tuple[Target, ...]:
    """A chain with one more reference; a full address starts a new one."""
    return (target,) if _is_full(target[0]) else (*chain, target)


def _is_full(reference: Reference) -> bool:
    """Whether a reference begins at the top of the book."""
    steps = reference.steps
    return bool(steps) and (steps[0].level == "chapter" or (not steps[0].level and len(steps) > 1 and steps[0].label.isdigit()))


def _unit(target: Target | None) -> str:
    """What a target is: words (a sentence, a line), a heading or a provision."""
    parts = target[0].parts if target else ()
    if any(part.unit == "heading" for part in parts):
        return "heading"
    if any(part.unit in ("sentence", "line", "opening words") for part in parts):
        return "words"
    return "provision"


def _named(anchor: Anchor) -> str:
    if anchor.position in ("start", "end"):
        return f"at the {anchor.position}"
    if isinstance(anchor.point, tuple):
        first = anchor.point[0]
        level = first.steps[0].level if first.steps else ""
        return f"{anchor.position} {level.replace('sub', 'sub-', 1)} {first}".replace("  ", " ")
    return anchor.position


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text: its instructions in order, and the findings about the text as a whole.

    `comments` are the places of what is no instruction: headings, page numbers, marks. `edition` is the year of the
    rulebook, where the text names it.
    """

    instructions: tuple[Instruction, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    comments: tuple[Span, ...] = ()
    edition: str = ""

    @property
    def findings(self) -> list[Diagnostic]:
        """All findings, those of the instructions included."""
        return [*self.diagnostics, *(d for instruction in self.instructions for d in instruction.diagnostics)]


def read_amendment(source: Source, span: Span, judge: Judge | None = None) -> Reading:
    """The instructions in a part of a source.

    `judge`, where it is given, decides between readings. Quotations whose end is not certain are tried with each of
    their ends, until one reading is left that can be carried out.
    """
    text = source.text[span[0] : span[1]]
    stream = read_tokens(text)
    first = _assembled(source, text, span[0], stream, judge)
    if not stream.choices or _works(first, judge):
        if not stream.choices:
            return first
    sound = [first] if _works(first, judge) else []
    for chosen in islice(product(*(range(count) for _, count in stream.choices)), 1, MOST_READINGS):
        picked = {place: other for (place, _), other in zip(stream.choices, chosen, strict=True)}
        reading = _assembled(source, text, span[0], read_tokens(text, picked), judge)
        if _works(reading, judge) and reading.instructions not in [one.instructions for one in sound]:
            sound.append(reading)
    if len(sound) == 1:
        return sound[0]
    if len(sound) > 1:
        place = stream.choices[0][0] + span[0]
        uncertain = fault(
            "quotation-end-uncertain", "it is not certain where this quotation ends", source, (place, place + 1), "put “ and ” round it"
        )  # fmt: skip
        return replace(first, diagnostics=(*first.diagnostics, uncertain))
    return first


def _works(reading: Reading, judge: Judge | None) -> bool:
    if errors(reading.findings):
        return False
    return judge is None or all(judge(instruction.edits) is not None for instruction in reading.instructions if instruction.edits)


def _assembled(source: Source, text: str, offset: int, stream: Stream, judge: Judge | None) -> Reading:
    assembly = _Assembly(source, text, offset, judge)
    for sentence in stream.sentences:
        assembly.take(sentence)
    assembly.finish(stream.sentences)
    unclosed = tuple(
        fault("quotation-unclosed", "this quotation mark is never closed", source, assembly.at(span), "close the quotation where the words end")
        for span in stream.unclosed
    )
    comments = tuple(assembly.at(span) for span in stream.comments)
    return Reading(tuple(assembly.done), unclosed, comments, stream.edition)
