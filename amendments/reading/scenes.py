"""The place that a sentence is read in, from what it says itself and what was said before it.

How a place is inherited:

1. A full address (“5.IV.4”, “Chapter 5, ...”) needs nothing that was said before.
2. An item of a list is in the place of the sentence that introduces the list, each item afresh.
3. A place on a line of its own holds for the paragraphs after it.
4. A sentence without a place is in the place of the sentence before it in the same paragraph or item.
5. A number, or “the clause”, in a new paragraph is looked for from the place of the sentence before it.
6. Words without a place in a new paragraph are looked for in the whole book.
7. “These rules”, the name of the book and “throughout” with either are the whole book, always.
8. A part (“the second paragraph”, “the heading”) whose place nothing gives is a question, when it is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from amendments.reading.clauses.clause import Clause
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.edits import Edit, Instruction, Recital, Target
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.verbs.sketch import Chain, Scene, is_full, target_of

Lead = tuple[Chain, Clause | None, Scene]
"""What a sentence leaves to the list that stands under it: its place, what is amended, and its scene."""


@dataclass(slots=True)
class Memory:
    """What later sentences refer back to."""

    standing: Chain = ()  # a place on a line of its own
    last: Chain = ()  # the place of the sentence before
    last_named: int = -1  # the instruction that named it
    passage: int = -1
    recital: Recital | None = None
    listed: tuple[Edit, ...] = ()  # what is to be done in the places of the list that follows
    announced: int = -1  # the instruction that announced such a list, while none of its places has come


def scene_of(
    sentence: Sentence,
    phrases: list[Phrase],
    memory: Memory,
    done: list[Instruction],
    leads: list[Lead],
) -> Scene:
    """The place that a sentence is read in: see the rules above."""
    before = done[-1] if done else None
    scene = Scene(before=before, recital=memory.recital)
    named = len(done) - 1
    if sentence.under >= 0 and memory.passage != sentence.passage:
        scene.chain, scene.amending, lead = leads[sentence.under]
        scene.anchors, scene.occurrence, scene.book = [*lead.anchors], lead.occurrence, lead.book
        scene.inherited = sentence.under
        scene.document = lead.document
    elif memory.passage == sentence.passage:
        scene.chain, scene.inherited = memory.last, named
        scene.about = bool(memory.last) and memory.standing == memory.last  # "3.I.2. Omit."
    elif memory.standing:
        scene.chain, scene.inherited, scene.about = memory.standing, named, True
    elif memory.last and _is_relative(phrases):
        scene.chain, scene.inherited = memory.last, memory.last_named if memory.last_named >= 0 else named
    return scene


def _is_relative(phrases: list[Phrase]) -> bool:
    """Whether a sentence names a provision only by its last numbers, or points back: "sub-clause 6", "the clause"."""
    named = [one for one in phrases if one.kind in ("place", "number", "new") and isinstance(_target(one), tuple)]
    if any(is_full(_target(one)[0]) for one in named) or any(one.kind == "book" for one in phrases):
        return False
    return any(
        one.kind == "number" or (one.kind == "place" and (_target(one)[0].steps or _target(one)[0].relative))
        or (one.kind == "new" and one.marks["said"] == "unit" and one.prep in ("in", "of"))
        for one in named
    ) or any(one.kind == "pronoun" for one in phrases)  # fmt: skip


def _target(phrase: Phrase) -> Target:
    return target_of(phrase) if phrase.kind != "new" or phrase.value else ()
