"""Which of the readings of a sentence is meant: the one that makes sense in the rulebook, if there is one only.

What makes sense is for `judge` to say, who knows the rulebook. Where more than one reading is left the instruction
carries a fault that lists them, and no edits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from amendments.reading.edits import Edit, Fault, Role
from amendments.reading.restating import written
from amendments.reading.scenes import Memory
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.verbs.sketch import Scene, Sketch

Judge = Callable[[tuple[Edit, ...]], Hashable | None]
"""What edits come to in a rulebook: equal values for equal effects, None where they cannot be carried out."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a sentence comes to in one of its readings, and what the sentences after it would refer back to."""

    sketch: Sketch
    memory: Memory
    scene: Scene
    roles: tuple[Role, ...]


def choose(found: list[Candidate], sentence: Sentence, judge: Judge | None) -> Candidate:
    """The one reading that makes sense; a reading with a fault, where there is none or more than one."""
    sound = [one for one in found if not any(fault.stops for fault in one.sketch.faults)]
    if len(found) == 1 or not sound:
        return found[0]
    distinct: dict[Hashable | None, Candidate] = {}
    for one in sound:
        edits = tuple(one.sketch.edits)
        effect = judge(edits) if judge is not None else edits
        distinct.setdefault(effect, one)  # one that cannot be carried out is a reading too, perhaps the one meant
    if len(distinct) > 1 and None in distinct and judge is not None:
        distinct.pop(None)
    if len(distinct) == 1:
        return next(iter(distinct.values()))
    chosen = next(iter(distinct.values()))
    readings = [" ".join(written(edit) for edit in one.sketch.edits) for one in distinct.values()]
    listed = "\n".join(f"{number}. {reading}" for number, reading in enumerate(readings[:5], 1))
    chosen.sketch.edits = []
    chosen.sketch.faults.append(
        Fault(
            "ambiguous-instruction",
            f"this can be read in {len(distinct)} ways",
            sentence.span,
            f"put the words themselves in quotation marks, or paste the reading you mean:\n{listed}",
        )
    )
    return chosen
