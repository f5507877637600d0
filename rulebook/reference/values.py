"""What a reference is: the labels that somebody wrote, taken apart, and the part of the provision that is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from rulebook.numbering import segment

LAST = -1


@dataclass(frozen=True, slots=True)
class Step:
    """One label of a reference, with the level word before it ("sub-clause", or "") and the heading after it.

    `capital` says that the level word was written with one: "Clause 2" may be a Clause where "clause 2" is below it.
    `nth` says which of several provisions with this label is meant ("the second 1.2A"), from 1; 0 where it is not said.
    """

    level: str
    label: str
    heading: str = ""
    capital: bool = field(default=False, compare=False, repr=False)
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a provision: its nth sentence, paragraph, bullet, line or row of a table, its heading, its table, its
    opening words or its closing words.

    `number` counts from 1, or from the end: `LAST`, which is -1, is the last one, -2 the last but one.
    """

    unit: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that is named: labels from the top down, and the part of it that is meant.

    `to` is the last label of a range ("B to D": label B, to D). `relative` is "above", "below", "this" or "".
    `page` and `line` are what the writer said of the printed book, as typed; 0 where nothing was said. `restated` is
    the same place written a second time ("Rule 5.4.7, Chapter 5, Clause IV, 7"); `level` is the word in "the same
    sub-clause", "the paragraph beginning “...”" and "the definition of “...”", and `opening` the words quoted there.
    `doubt` says in words why it may mean two things, where it may.
    """

    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    to: str = ""
    relative: str = ""
    page: int = 0
    line: int = 0
    restated: tuple[Step, ...] = ()
    level: str = ""
    opening: str = ""
    doubt: str = ""

    def __str__(self) -> str:
        labels = ".".join(segment(step.label) for step in self.steps)
        return f"{labels} to {self.to}" if self.to else labels
