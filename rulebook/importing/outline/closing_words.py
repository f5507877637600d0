"""A paragraph without a label: the open provisions that its words may belong to, and what each strains.

They are of the provision that was read last, or of one above it, after all that stands under that: by where they stand,
by what the file says of lists, and by whether what went before was a sentence.
"""

from __future__ import annotations

from dataclasses import replace

from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.habits import Habits
from rulebook.importing.outline.open_provisions import Open, Stack, Taken
from rulebook.importing.outline.strain import DOUBT, IMPOSSIBLE, aside

FURTHER = 0.8  # one more paragraph after the list of a heading: many of them are of something else
GOING_ON = 0.6  # that words which go on with a sentence do so in a list's last provision, and not in what opened it
KIN = 1.2  # that the last of a list has words under its label, where those before it have
AFTER_A_LINK = 0.6  # that a new sentence belongs to "c. a treasurer; and" rather than to what opened the list


class ClosingWords:
    """The ways to take words, by the habits of the book. `headed` is how many levels have headings, and `margin` where
    the column begins, in points."""

    def __init__(self, habits: Habits, headed: int, margin: float | None) -> None:
        self.habits, self.headed, self.margin = habits, headed, margin

    def as_words(self, one: Paragraph, stack: Stack, strain: float, most: float) -> list[tuple[Taken, Stack]]:
        """Words belong to the provision that is open last, or to one above it, after all that stands under it."""
        if not stack:
            return [(Taken(-1, words=_whole(one), strain=strain), stack)]
        if not one.opens:
            joined = Taken(stack[-1].depth, words=_whole(one), joined=True, strain=strain)
            return [(joined, stack)]
        found = []
        possible = False
        for place in range(len(stack) - 1, -1, -1):
            owner = stack[place]
            last = place == len(stack) - 1
            bare = last and owner.head and not owner.ended  # a heading with nothing under it yet
            if any(below.head for below in stack[place + 1 :]):
                break  # words after the clauses of a chapter are of the last clause
            here = strain + self.belonging(one, owner, stack, place)
            if last and not owner.parent and not owner.complete and sentence_begins(one.text):
                here += AFTER_A_LINK
            if last and not owner.parent and not owner.head and not sentence_begins(one.text):
                here += GOING_ON
            possible = possible or here < IMPOSSIBLE
            if here >= IMPOSSIBLE or here > most:
                continue
            after = stack[: place + 1]
            if last and not owner.parent and not owner.spoken and not owner.head and one.form is Form.WORDS:
                here -= KIN if owner.kin or owner.depth in self.habits.spoken else 0.0
                after = (*stack[:place], replace(owner, spoken=True))
            if owner.parent and not owner.ended:
                after = (
                    *stack[:place],
                    replace(owner, ended=True, closing=one.indent if here - strain < DOUBT else None),
                )
            open_question = not self.told(one) or (not last and _beside_another(owner, stack))
            doubt = "place" if here - strain >= DOUBT or (place and open_question and not bare) else ""
            found.append((Taken(owner.depth, words=_whole(one), strain=here, doubt=doubt), after))
        if not possible:  # words are never left without a place
            found.append((Taken(stack[-1].depth, words=_whole(one), strain=IMPOSSIBLE, doubt="place"), stack))
        return found

    def told(self, one: Paragraph) -> bool:
        """Whether the file says by its lists, or by where words stand, what they belong to."""
        if one.depth is not None:
            return True
        return one.indent is not None and self.habits.indented and not self.wide(one)

    def wide(self, one: Paragraph) -> bool:
        """Whether it is a table that begins at the margin, as tables do whatever they belong to."""
        return one.form is Form.TABLE and one.indent is not None and one.indent <= (self.margin or 0.0) + 5

    def belonging(self, one: Paragraph, owner: Open, stack: Stack, place: int) -> float:
        """What it takes for words to be of this provision."""
        above = len(stack) - 1 - place
        headed = owner.head
        if one.depth == -1:  # of the heading that was read last
            return 0.0 if headed and (not above or not stack[place + 1].head) else 5.0
        listed = one.depth is not None and any(opened.nested is not None for opened in stack)
        if listed and not one.label:  # what has a number that cannot be one ("-5.") belongs to no other
            if owner.nested is not None:
                return 0.0 if one.depth == owner.nested else 5.0
            return 4.0 if not headed else 6.0
        if (
            self.habits.listed and owner.nested is not None and one.indent is None
        ):  # the file says what is in lists, and this is not
            return 2.0 + (0.0 if not above else 0.3 * above)
        if headed and not above:
            return 0.0 if not owner.ended else FURTHER
        if self.habits.indented and self.wide(one):
            return 0.3 * above
        if self.habits.indented and one.indent is not None and owner.inner is not None:
            if owner.ended and owner.closing is not None:
                return 0.0 if aside(one.indent, owner.closing) == 0.0 else 2.0 + 0.35 * above
            below = stack[place + 1].indent if above and owner.parent and owner.introduces else None
            strain = _beside(one.indent, owner, headed, self.habits.further, below)
            return strain + 0.35 * above * (1 if not headed else 1.5)
        if self.habits.listed and owner.nested is not None and not headed:
            return 1.0
        if not above:
            return 1.0  # one more paragraph of the provision that was read last
        if headed:
            return 1.6
        return 0.7 + 0.2 * above if owner.introduces and owner.parent else 1.3 + 0.2 * above


def _beside(indent: float, owner: Open, headed: bool, further: float | None, below: float | None) -> float:
    """What it takes for words to stand where they do and be of a provision whose words begin at `inner`.

    Where its label does not hang, `further` says where its later paragraphs stand. `below` is where its list stands: in
    such a layout the words after a list may stand as far in as its labels.
    """
    assert owner.inner is not None, "asked only where it is known"
    hanging = owner.indent is not None and owner.inner - owner.indent > 5
    inner = owner.inner
    if not hanging and not headed and further is not None and owner.indent is not None:
        inner = owner.indent + further
    usual = owner.indent + further if further is not None and owner.indent is not None else inner
    if abs(indent - inner) <= 5 or abs(indent - usual) <= 5:
        return 0.35 if not hanging and not headed and further is None and below is None and owner.label else 0.0
    if not hanging and not headed and below is not None and abs(indent - below) <= 5:
        return 0.0 if further is not None and abs(further) <= 5 else 0.0 - 0.1
    if hanging and not headed and below is not None and abs(indent - below) <= 5:
        return 0.3
    if owner.indent is not None and abs(indent - owner.indent) <= 5:
        return 0.9 if not headed else 0.0
    return 1.5 + min(abs(indent - inner) / 30, 2.0)


def _beside_another(owner: Open, stack: Stack) -> bool:
    """Whether another open provision with a list has its words at the same place, so that they do not tell the two
    apart."""
    if owner.inner is None or owner.nested is not None:
        return False
    others = [one.inner for one in stack if one.parent and one is not owner]
    return any(inner is not None and abs(inner - owner.inner) <= 5 for inner in others)


def sentence_begins(words: str) -> bool:
    """Whether the first letter or figure is one that a sentence may begin with."""
    first = next((letter for letter in words if letter.isalnum()), "")
    return not first.islower()


def _whole(one: Paragraph) -> str:
    if one.label and one.form is not Form.TABLE:
        return f"{one.label} {one.text}".strip()
    return one.text
