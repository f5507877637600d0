"""A paragraph with a label: the lists that it may go on with, or open, and what each strains."""

from __future__ import annotations

import re
from dataclasses import replace

from grammar.levels import APART
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.closing_words import sentence_begins
from rulebook.importing.outline.habits import Habits
from rulebook.importing.outline.open_provisions import Open, Stack, Taken, run_of, with_a_list
from rulebook.importing.outline.strain import DOUBT, IMPOSSIBLE, aside, beginning, inwards, step
from rulebook.numbering import BULLET, BULLETS, DECIMAL, count, front_and_last, segment, styles
from rulebook.reading.following import dress
from rulebook.reading.headings import UNNUMBERED

SAME_LIST = 3.9  # what a step may strain at most where the file has both numbers in one list
DEEPEST = 12  # lists in lists; what is nested deeper is a fault of the layout

Opening = tuple[Paragraph, str, str, str, Stack, int, float]
"""A paragraph, its label and words, the style of its numeral, what is above it, its depth, and what that strains."""


class Lists:
    """The ways to take labels, by the habits of the book. `headed` is how many levels have headings."""

    def __init__(self, habits: Habits, headed: int) -> None:
        self.habits, self.headed = habits, headed

    def as_provision(self, one: Paragraph, label: str, words: str, stack: Stack) -> list[Opening]:
        """Every list that a paragraph with a label may be in; none strains so much that it cannot be."""
        found: list[Opening] = []
        worn = dress(label)
        bullet = label in BULLETS
        late = 0.0 if one.opens else 1.0
        alone = [self.alone(opened) for opened in stack]
        for place, opened in enumerate(stack):
            if opened.word or (opened.style == BULLET) != bullet:
                continue
            for style in styles(label):
                if style != opened.style and not (bullet and opened.style == BULLET):
                    continue
                strain = late + self.going_on(one, label, style, worn, opened)
                strain += 0.25 * sum(alone[place + 1 :])
                if strain < IMPOSSIBLE:
                    astray = not one.settled and aside(one.indent, opened.indent) > 1
                    where = replace(one, indent=opened.indent) if astray else one  # the list stands where it stood
                    found.append((where, label, words, style, stack[:place], opened.depth, strain))
        while one.level and stack and stack[-1].word == UNNUMBERED and stack[-1].level >= one.level:
            stack = stack[:-1]  # a preamble stands beside the numbered headings of its level
        if not stack or not stack[-1].ended:
            depth = max(stack[-1].depth + 1 if stack else 0, self.headed)
            if depth - self.headed < DEEPEST and not (
                bullet and stack and stack[-1].style == BULLET and depth - self.headed > 4
            ):
                for style in styles(label):
                    strain = late + self.beginning_under(one, label, style, worn, stack, depth)
                    if strain < IMPOSSIBLE:
                        found.append((one, label, words, style, stack, depth, strain))
        beside = _beside_bullets(one, stack)
        if beside is not None and not bullet:  # “A. Duties:” at the place of the bullets before it is none of theirs
            found = [opening for opening in found if opening[4] != stack]
            for style in styles(label):
                strain = late + self.beginning_under(one, label, style, worn, stack[:beside], stack[beside].depth)
                found.append((one, label, words, style, stack[:beside], stack[beside].depth, strain))
        return found

    @staticmethod
    def alone(opened: Open) -> bool:
        """Whether a list that is closed had only its first provision."""
        return opened.style not in ("", BULLET) and beginning(opened.label, opened.style) == 0.0

    def going_on(self, one: Paragraph, label: str, style: str, worn: str, last: Open) -> float:
        """What it takes for a label to go on with the list whose last provision is open."""
        strain = step(last.label, label, style)
        if one.level or last.level:
            strain += 0.0 if one.level == last.level else 3.0 if one.level and last.level else 1.0
        if one.settled and one.depth is not None and one.depth == last.nested:
            strain = min(strain, SAME_LIST)  # the file itself puts both into lists as deep
        if worn != last.dress and style != BULLET:
            strain += 2.0
        if one.depth is not None and last.nested is not None:
            strain += 0.0 if one.depth == last.nested else 4.0 if one.settled else 0.5
        elif (one.depth is None) != (last.nested is None):  # one of them was typed by hand
            strain += 0.5
        elif self.habits.indented:
            typed_there = aside(one.indent, last.inner) + 0.4 if not one.settled else 9.0
            strain += min(aside(one.indent, last.indent), typed_there)  # a label may be typed where words begin
        return strain

    def beginning_under(self, one: Paragraph, label: str, style: str, worn: str, stack: Stack, depth: int) -> float:
        """What it takes for a label to open a list under the provision that is open last."""
        strain = beginning(label, style)
        above = stack[-1] if stack else None
        if style == DECIMAL:
            strain = self.decimal(label, above)
        elif above is not None:
            strain = min(strain, _by_turns(label, above), _running_on(label, style, worn, above))
        if one.settled and style != DECIMAL:
            strain = min(strain, 4.0)
        if one.level and above is not None:
            strain += _inwards(one, above, style)
        apart = bool(stack) and stack[0].word in APART and stack[0].dress != ""
        strain += (
            0.3 if apart else self.habits.unusual(depth - self.headed, style, worn)
        )  # an appendix has its own ways
        if above is None:  # no book begins with a bullet
            return strain + (5.0 if self.headed else 0.0) + (6.0 if style == BULLET else 0.0)
        if not above.word:
            if one.depth is not None and above.nested is not None:
                strain += 0.0 if one.depth > above.nested else 4.0 if one.settled else 0.5
            elif self.habits.indented:
                strain += inwards(one.indent, above.indent)
            if not above.introduces:
                strain += 0.8
            if style != DECIMAL and any(o.style == style and o.dress == worn for o in stack if not o.word):
                strain += 1.0 if style == BULLET else 2.5
        elif above.depth < self.headed - 1 and above.dress == "" and above.word != UNNUMBERED:
            strain += 1.0  # a chapter without clauses
        return strain

    @staticmethod
    def decimal(label: str, above: Open | None) -> float:
        """What it takes for "4.2" to open a list under 4, or for "4.3" to do so."""
        front, last = front_and_last(label)
        strain = 0.0 if last in ("1", "1A", "0", "a") else 2.0
        if above is None or above.word == UNNUMBERED:
            if above is None or not any(kind == DECIMAL for _, kind, _ in above.run):
                return strain
            return min(
                [strain + 0.5, *(0.3 + step(last, label, DECIMAL) for last, kind, _ in above.run if kind == DECIMAL)]
            )
        over = segment(above.label).removesuffix(".0")
        if front == over or front.endswith(f".{over}"):
            return strain
        nearest = front.rpartition(".")[2]  # 4.2 may also stand under IV
        counted = (count(over, style) for style in styles(above.label) if style != DECIMAL)
        if any(one and nearest == f"{one[0]}{one[1]}" for one in counted):
            return strain
        return strain + (3.0 if above.word else 12.0)

    def opened(
        self, stack: Stack, one: Paragraph, label: str, words: str, style: str, above: Stack, depth: int, strain: float
    ) -> tuple[Taken, Stack]:
        """How a paragraph is taken that opens a provision, and what is open after it. `stack` was open before."""
        if above and not above[-1].parent:
            above = (*above[:-1], with_a_list(above[-1]))
        leads = len(words) < 60 or words.rstrip().endswith((":", "–", "—", ",", ";", "-", "and", "or"))
        whole = not words or sentence_begins(words)
        opened = Open(
            depth, label, style, dress(label), one.indent, one.inner, one.depth, leads or one.level > 0, whole
        )
        closed = stack[len(above) :]
        before = closed[0] if closed and closed[0].depth == depth and closed[0].style == style else None
        if before is not None and (before.spoken or before.kin):
            opened = replace(opened, kin=True)
        if one.level:
            opened = replace(opened, level=one.level, run=run_of(closed), complete=False)
        doubt = "" if strain < DOUBT else "level"
        taken = Taken(depth, label, words, strain=strain, doubt=doubt, titled=one.level > 0)
        return taken, (*above, opened)


def _beside_bullets(one: Paragraph, stack: Stack) -> int | None:
    """Where the list of bullets is open that a number stands beside, by where both stand in a file that leaves no doubt
    of its labels; None where there is none."""
    if not one.settled or one.depth is not None or one.level or one.indent is None:
        return None
    place = len(stack)
    while place and stack[place - 1].style == BULLET:
        place -= 1
    if not place or place == len(stack):
        return None
    first = stack[place]
    return place if first.nested is None and first.indent is not None and one.indent <= first.indent else None


def _by_turns(label: str, above: Open) -> float:
    """What it takes for "1a" to open a list under 1."""
    match = re.fullmatch(r"(?P<front>\d+)(?P<last>[a-z])", segment(label))
    if match is None or match["front"] != segment(above.label):
        return IMPOSSIBLE
    return 0.0 if match["last"] == "a" else 2.0


def _running_on(label: str, style: str, worn: str, above: Open) -> float:
    """What it takes for a list under a heading to go on with the numbers under the heading before it."""
    steps = [step(last, label, style) for last, kind, dressed in above.run if kind == style and dressed == worn]
    return 0.3 + min(steps, default=IMPOSSIBLE)


def _inwards(one: Paragraph, above: Open, style: str) -> float:
    """What it takes for a heading to stand under what is open last, by the levels that the file gives both."""
    if not above.head:
        return 3.0
    if not above.level or one.level > above.level:
        return 0.0
    return 1.0 if style == DECIMAL else 4.0
