"""Labels that a program has parted from their words: on lines of their own, sometimes two or more in a heap.

A label that stands alone belongs to the words under it. In a heap, the others wait for words that have no label yet:
“2.” and “3.” before the words of 2, its list, and then the words of 3. Which of them comes first is told by what it
goes on from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rulebook.importing.file.labels import SIGNS, typed
from rulebook.importing.file.paragraphs import Guess, Paragraph
from rulebook.importing.outline.headings import heading
from rulebook.importing.outline.strain import beginning, step
from rulebook.importing.text.page.lines import Line
from rulebook.numbering import BULLET, styles

UNLIKELY = 2.0  # steps of doubt: what goes on so badly is not of these words
FULL = 0.7  # of the length of a long line is what a line has at the least that a word had no room on
CLOSING = 0.1  # for each list that ends before its next label comes
_ENDS = (".", ";", ":", ",", "and", "or", "!", "?", ")", "”", "’", "]")


def with_labels_at_their_words(lines: Sequence[Line]) -> tuple[list[Line], list[Guess]]:
    """The lines in an order in which each label stands over its words, and what was guessed for it."""
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    room = FULL * lengths[len(lengths) * 9 // 10] if lengths else 0.0
    alone = [
        None if line.blank or _is_last_word(place, lines, room) else _alone(line.text)
        for place, line in enumerate(lines)
    ]
    if not any(alone):
        return list(lines), []
    reading = _Reading()
    for place, line in enumerate(lines):
        reading.take(line, alone[place])
    reading.give_back()
    return list(_bulleted(reading.found)), reading.guesses


def _alone(text: str) -> str | None:
    """The label that a line has and nothing else; None for other lines."""
    if text in SIGNS:
        return BULLET
    found = typed(text)
    return found[0] if found and not found[1] else None


def _is_last_word(place: int, lines: Sequence[Line], room: float) -> bool:
    """Whether a line is the last word of a sentence that had no room above: “… under Chapter 4, Clause | IV.”"""
    above = lines[place - 1] if place else None
    if above is None or above.blank or lines[place].above == "break" or above.text.endswith(_ENDS):
        return False
    return len(above.text) > room and heading(Paragraph(above.text)) is None


@dataclass(slots=True)
class _Reading:
    """The lines so far, the labels that wait for their words, and the last label of each list that is open."""

    found: list[Line] = field(default_factory=list)
    waiting: list[tuple[str, Line]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    heap: int = 0  # how many labels stand at the end of those that wait, with no words after them yet
    words: str = ""
    apart: bool = True  # whether a paragraph may begin here

    def take(self, line: Line, label: str | None) -> None:
        if line.blank:
            self.apart = True
            if not self.heap:
                self.found.append(line)
        elif label is not None:
            self.waiting.append((label, line))
            self.heap += 1
        else:
            self.words_come(line)

    def words_come(self, line: Line) -> None:
        said = typed(line.text)
        if heading(Paragraph(line.text)):
            self.give_back()
            self.open = []
        elif said is not None:
            self.note(said[0])
        elif self.waiting and (self.heap or self.begins(line)):
            self.give(line)
        self.heap, self.apart = 0, line.above == "break"
        self.words = line.text
        self.found.append(line)

    def begins(self, line: Line) -> bool:
        """Whether words without a label of their own begin a paragraph that may want one."""
        return self.apart and not line.text.startswith("|") and (self.words.endswith(_ENDS) or line.text[:1].isupper())

    def give(self, line: Line) -> None:
        """The label that goes on best, of those that wait, to the words of a line."""
        if self.heap == 1 and len(self.waiting) == 1:
            place = 0
        else:
            costs = [self.cost(label) for label, _ in self.waiting]
            place = min(range(len(costs)), key=lambda one: costs[one])
            if costs[place] >= UNLIKELY:
                if not self.heap:
                    return
                place = len(self.waiting) - 1  # the label right over the words
        label, stood = self.waiting.pop(place)
        if len(self.waiting) or not self.heap:
            said = f"“{stood.text}” was read as the number of “{line.text[:60]}”"
            self.guesses.append(Guess("label", said, line.page, line.number))
        self.found.append(replace(stood, above=""))
        self.note(label)

    def cost(self, label: str) -> float:
        """What it takes for a label to come next."""
        return min((cost for cost, _, _ in self.ways(label)), default=9.0)

    def ways(self, label: str) -> Iterator[tuple[float, int, str]]:
        """How a label may come next: what it takes, how many lists stay open above it, and its style."""
        leads = self.words.endswith(":")
        for style in styles(label):
            for place, (last, other) in enumerate(self.open):
                if other == style:
                    closing = CLOSING * (len(self.open) - 1 - place)
                    first = 1.0 if leads and place == len(self.open) - 1 else 0.0
                    yield step(last, label, style) + closing + first, place, style
            yield beginning(label, style) - (0.5 if leads else -0.5), len(self.open), style

    def note(self, label: str) -> None:
        """That a label has come, which closes the lists under its own."""
        _, place, style = min(self.ways(label), default=(0.0, 0, ""))
        self.open = [*self.open[:place], (label, style)]

    def give_back(self) -> None:
        """The labels that found no words."""
        self.found += [line for _, line in self.waiting]
        self.waiting, self.heap = [], 0


def _bulleted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with each bullet that stands alone on the line of its words."""
    sign: Line | None = None
    for line in lines:
        if sign is not None and not line.blank:
            if _alone(line.text) is None:
                line = replace(line, text=f"{sign.text} {line.text}", indent=sign.indent, inner=line.indent)
            else:
                yield sign
            sign = None
        if not line.blank and line.text in SIGNS:
            sign = line
        elif sign is None:
            yield line
    if sign is not None:
        yield sign
