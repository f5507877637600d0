"""Lists that are numbered twice: by the program, and by somebody who typed numbers into the words.

"1. (a) The name ...", "2. (b) The aims ..." comes of pasting typed numbers into a numbered list, and of programs that
number what a web page told them not to. Where every typed number of a list goes on from the one before, the typed
ones are the labels, because the words of the rules refer to them; the report says so once for each list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rulebook.importing.file.labels import tidied, typed
from rulebook.importing.file.paragraphs import Document, Guess, Paragraph
from rulebook.importing.outline.strain import beginning, least_step
from rulebook.numbering import BULLET, styles

COUNTS = 0.2  # the strain of 5A after 5, which no careful reader would notice
GAP = 3.0  # that of 6.11 after 6.8, in a book where most lists are numbered twice


@dataclass(slots=True)
class _List:
    """The places of the paragraphs of one list, and the label of the list before it that stands as deep."""

    depth: int
    before: str
    places: list[int] = field(default_factory=list)
    typed: list[tuple[str, str]] = field(default_factory=list)  # label and words of each, where each has a label

    def counts(self, strain: float) -> bool:
        """Whether the typed labels count from first to last, from the beginning or from what came before, with steps
        of so much strain at most. One alone must go on from what came before, or gaps be allowed."""
        labels = [label for label, _ in self.typed]
        first = labels[0]
        if BULLET in labels:
            return False
        goes_on = bool(self.before) and least_step(self.before, first) <= COUNTS
        begins = strain > COUNTS or (len(labels) > 1 and min(beginning(first, style) for style in styles(first)) == 0.0)
        return (goes_on or begins) and all(least_step(one, other) <= strain for one, other in pairwise(labels))


def numbered_once(document: Document) -> Document:
    """The document with the number that the program made taken away where the words have one of their own."""
    paragraphs = list(document.paragraphs)
    lists = [one for one in _lists(paragraphs) if one.typed]
    sure = [one for one in lists if one.counts(COUNTS)]
    usual = 2 * sum(len(one.places) for one in sure) > sum(bool(one.settled and one.label) for one in paragraphs)
    found: list[Guess] = []
    for one in lists if usual else sure:
        if not one.counts(GAP):
            continue
        first = paragraphs[one.places[0]]
        for place, (label, words) in zip(one.places, one.typed, strict=True):
            paragraphs[place] = replace(paragraphs[place], label=label, text=words)
        message = (
            f"the list that begins “{first.label} {first.text[:40].rstrip()}…” is numbered twice; the number that was "
            f"typed is kept, and “{first.label}” and its like are not"
        )
        found.append(Guess("label", message, first.page, first.line))
    return replace(document, paragraphs=tuple(paragraphs), guesses=(*document.guesses, *found)) if found else document


def _lists(paragraphs: Sequence[Paragraph]) -> list[_List]:
    """The lists that the program numbered, in the order in which they begin."""
    found: list[_List] = []
    row: list[_List] = []
    last: dict[int, str] = {}
    for place, one in enumerate(paragraphs):
        if one.level:
            row, last = [], {}
        if one.depth is None or not (one.settled and one.label):
            continue
        while row and row[-1].depth > one.depth:
            row.pop()
        if row and row[-1].depth == one.depth and not _goes_on(paragraphs[row[-1].places[-1]].label, one.label):
            row.pop()
        if not row or row[-1].depth < one.depth:
            row.append(_List(one.depth, last.get(one.depth, "")))
            found.append(row[-1])
        row[-1].places.append(place)
        last = {depth: label for depth, label in last.items() if depth <= one.depth} | {one.depth: tidied(one.label)}
    for listed in found:
        labels = [typed(paragraphs[place].text) for place in listed.places]
        if all(labels):
            listed.typed = [label for label in labels if label]
    return found


def _goes_on(last: str, label: str) -> bool:
    last, label = tidied(last), tidied(label)
    return label == BULLET or least_step(last, label) <= COUNTS
