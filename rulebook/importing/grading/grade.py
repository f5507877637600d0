"""The grade of an import: what the marks together say of the reading, and where to look first.

A mark alone may be the book's own: rulebooks have gaps, typing errors and odd lines. Each sort of marks therefore has
two bounds, from which on a reading is doubtful, or wrong; three sorts that are doubtful are wrong together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rulebook.importing.grading import divisions, numbers, shape, words
from rulebook.importing.grading.marks import Mark, Seen

SHOWN = 3  # places to look at first
TOGETHER = 3  # sorts of marks that are doubtful, each by itself, and wrong together


class Verdict(StrEnum):
    """What there is to say of a reading."""

    SOUND = "sound"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Measure:
    """One sort of marks: how many there are, or which share they have, and from where on that speaks against a reading.

    `said` is what they are, in the words of the report, which puts their number after it, or their share into it.
    """

    said: str
    marks: Callable[[Seen], Iterator[Mark]]
    doubtful: float
    wrong: float
    share: Callable[[Seen], float] | None = None


MEASURES = (
    Measure("decimal numbers that stand under another number", numbers.misplaced_decimals, 1, 4),
    Measure("numbers that begin again in their list", numbers.begun_anew, 2, 6),
    Measure("numbers that stand elsewhere than in their list", numbers.numbers_elsewhere, 1, 3),
    Measure("numbers in the words of the provision before them", numbers.swallowed_numbers, 1, 3),
    Measure("paragraphs that begin with a number that was not read", numbers.unread_numbers, 2, 8),
    Measure("numbers that are the first of a list, in the middle of it", divisions.beginning_again, 1, 4),
    Measure("numbers of chapters that are lacking", divisions.lacking, 1, 6),
    Measure("headings like “Section 1” beside numbers like 1.1", divisions.words_beside_decimals, 1, 8),
    Measure("numbers under a bullet that introduces none", divisions.under_bullets, 1, 6),
    Measure("bullets in the words of a provision", divisions.bullets_in_words, 1, 20),
    Measure("divisions in the words before them", divisions.in_words, 1, 6),
    Measure("headings that may be cut sentences", divisions.cut_headings, 1, 6),
    Measure("first lines that may be headings", divisions.titles_in_words, 2, 30),
    Measure("lines of pages among the rules", divisions.page_lines, 1, 30),
    Measure("contents among the rules", divisions.contents_kept, 1, 3),
    Measure("sentences left out before the rules", divisions.rules_left_out, 1, 8),
    Measure("lists of one, with the number of the rule over them", numbers.ones_in_ones, 2, 6),
    Measure("lists that do not begin at the beginning", numbers.late_beginnings, 2, 4),
    Measure("numbers of another kind than the one before", numbers.mixed_lists, 2, 6),
    Measure("provisions more than six levels deep", shape.too_deep, 1, 8),
    Measure("short lines that may be headings", shape.stray_lines, 8, 30),
    Measure("headings as long as sentences", shape.long_headings, 2, 6),
    Measure("sentences without an end", shape.cut_sentences, 3, 10),
    Measure("words that may be several", words.joined_words, 2, 8),
    Measure(
        "{} in a hundred words stand after the provisions they belong to",
        shape.tails,
        0.2,
        0.4,
        shape.share_of_tails,
    ),
    Measure("{} in a hundred words stand before the first provision", shape.before, 0.2, 0.5, shape.share_before),
    Measure("bullets that stand under no heading", shape.bullets_above, 1, 6),
    Measure("{} in a hundred words are those of one provision", shape.longest, 0.4, 0.7, shape.share_of_one),
    Measure("{} in a hundred provisions have no number", shape.bullets, 0.85, 0.98, shape.share_of_bullets),
    Measure(
        "{} in a hundred entries of the contents page are not among the rules",
        shape.not_there,
        0.3,
        0.8,
        shape.share_not_there,
    ),
    Measure("{} in a hundred words of the file are missing from the rules", words.nothing, 0.02, 0.1, words.share_lost),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A sort of marks that speaks against a reading: what it is, how heavily it weighs, and the marks."""

    message: str
    verdict: Verdict
    weight: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """The verdict, what it stands on with the heaviest first, and the places to look at first."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()

    @property
    def first(self) -> tuple[Mark, ...]:
        """Places to look at first: of each sort of marks one, then more."""
        found: list[Mark] = []
        for turn in range(SHOWN):
            found += [one.marks[turn] for one in self.findings if len(one.marks) > turn]
        return tuple(found[:SHOWN])


SOUND = Grade(Verdict.SOUND)


def grade(seen: Seen) -> Grade:
    """The grade of a reading."""
    found = [finding for measure in MEASURES if (finding := _found(measure, seen))]
    found.sort(key=lambda one: -one.weight)
    doubtful = sum(one.verdict is Verdict.DOUBTFUL for one in found)
    if any(one.verdict is Verdict.WRONG for one in found) or doubtful >= TOGETHER:
        return Grade(Verdict.WRONG, tuple(found))
    return Grade(Verdict.DOUBTFUL if found else Verdict.SOUND, tuple(found))


def _found(measure: Measure, seen: Seen) -> Finding | None:
    """What a measure has against a reading; None for nothing."""
    marks: tuple[Mark, ...] = ()
    if measure.share is None:
        marks = tuple(measure.marks(seen))
        value = float(len(marks))
        said = f"{measure.said}: {len(marks)}"
    else:
        value = measure.share(seen)
        said = measure.said.format(f"{100 * value:.0f}")
    if value < measure.doubtful:
        return None
    verdict = Verdict.WRONG if value >= measure.wrong else Verdict.DOUBTFUL
    return Finding(said, verdict, value / measure.doubtful, marks or tuple(measure.marks(seen)))


def unwritable(given: Grade, message: str) -> Grade:
    """The grade of a reading that cannot be written as a rulebook and read back the same, whatever else it is."""
    return Grade(Verdict.WRONG, (Finding(message, Verdict.WRONG, 0.0, ()), *given.findings))
