"""What belongs under what: of all the ways to put the paragraphs under one another, the one with the least strain.

Every paragraph is a heading, a provision with a label, or words of a provision that is open. Each way of taking it
strains something more or less: the count of its list, how far it stands in from the margin, what the file itself says
of lists, what the book does elsewhere. The best few ways are followed from the first paragraph to the last, so that
what comes later settles what was doubtful before: whether "i." is a numeral or a letter, or "2018." a label at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from grammar.levels import APART
from rulebook.importing.file.labels import tidied, typed
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.closing_words import ClosingWords
from rulebook.importing.outline.front import is_unnumbered
from rulebook.importing.outline.habits import Habits, usual_numerals, usual_place, usual_words
from rulebook.importing.outline.headings import Heading, heading
from rulebook.importing.outline.indentation import is_indented, with_telling_places
from rulebook.importing.outline.lists import Lists, Opening
from rulebook.importing.outline.open_provisions import Open, Stack, Taken, run_of
from rulebook.importing.outline.schemes import rungs_of
from rulebook.importing.outline.strain import IMPOSSIBLE, beginning, least_step
from rulebook.numbering import BULLETS, styles
from rulebook.reading.headings import UNNUMBERED

KEPT = 8  # ways that are followed side by side
WORDS_WITH_A_LABEL = 4.2  # that what looks like a label is none, where a paragraph begins
IN_MID_SENTENCE = 1.0  # the same, where a line may go on with the one before


@dataclass(slots=True)
class _Way:
    strain: float
    stack: Stack
    taken: Taken | None = None
    before: _Way | None = None


def put_under(
    paragraphs: Sequence[Paragraph],
    words: tuple[str, ...],
    declared: tuple[str, ...] = (),
) -> list[Taken]:
    """How each paragraph is taken, in order. `words` are those of the headings, `declared` the numerals that somebody
    said the levels under the headings have.

    It is done twice: the first time shows what the book's habits are.
    """
    habits = Habits(words, [], declared, is_indented(paragraphs))
    given, paragraphs = paragraphs, with_telling_places(paragraphs)
    habits.listed = given is paragraphs or any(one.depth is not None and not one.label for one in given)
    if habits.indented and given is paragraphs:  # what is indented by nothing stands at the margin
        paragraphs = [
            replace(one, indent=0.0, inner=0.0) if one.indent is None and one.depth is None else one
            for one in paragraphs
        ]
    taken = _Reading(paragraphs, habits).best()
    if not declared:
        habits.usual = usual_numerals(taken, len(words))
        habits.spoken = usual_words(taken)
        habits.further = usual_place(paragraphs, taken)
        taken = _Reading(paragraphs, habits).best()
    return taken


class _Reading:
    """The search: `best` follows the ways of least strain through all the paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], habits: Habits) -> None:
        self.paragraphs, self.habits, self.headed = paragraphs, habits, len(habits.words)
        self.titles = [heading(one) for one in paragraphs]
        self.labels = [self.label_of(one) for one in paragraphs]
        places = [
            (one.indent, one.level or title is not None)
            for one, title in zip(paragraphs, self.titles, strict=True)
            if one.indent is not None
        ]
        body = [indent for indent, heads in places if not heads]  # the number of a heading may hang out of the column
        self.margin = min(body or [indent for indent, _ in places], default=None)
        self.rungs = rungs_of(self.paragraphs, habits.words)
        self.lists, self.words = Lists(habits, self.headed), ClosingWords(habits, self.headed, self.margin)

    def best(self) -> list[Taken]:
        ways = [_Way(0.0, ())]
        for paragraph, title, (label, words) in zip(self.paragraphs, self.titles, self.labels, strict=True):
            further: dict[Stack, _Way] = {}
            most = inf  # what the last of the ways that are kept strains so far: more cannot be among them
            for way in ways:
                for taken, stack in self.takings(paragraph, title, label, words, way.stack, most - way.strain):
                    strain = way.strain + taken.strain
                    known = further.get(stack)
                    if known is None or strain < known.strain:
                        further[stack] = _Way(strain, stack, taken, way)
                if len(further) >= KEPT:
                    most = sorted(one.strain for one in further.values())[KEPT - 1]
            ways = sorted(further.values(), key=lambda way: way.strain)[:KEPT]
            limit = ways[0].strain + 12
            ways = [way for way in ways if way.strain <= limit]
        found: list[Taken] = []
        last: _Way | None = ways[0]
        while last is not None and last.taken is not None:
            found.append(last.taken)
            last = last.before
        return found[::-1]

    def takings(
        self, paragraph: Paragraph, title: Heading | None, label: str, words: str, stack: Stack, most: float
    ) -> list[tuple[Taken, Stack]]:
        """Every way to take a paragraph, with the provisions that are open after it; ways that strain more than `most`
        may be left out."""
        found: list[tuple[Taken, Stack]] = []
        provisions: list[Opening] = []
        if title is not None:
            found += self.as_heading(title, stack, paragraph)
        elif is_unnumbered(paragraph):
            return [self.as_unnumbered(stack, paragraph)]
        if label:
            provisions = self.lists.as_provision(paragraph, label, words, stack)
            found += [self.lists.opened(stack, *one) for one in provisions if one[-1] <= most]
            if not paragraph.settled:
                strain = WORDS_WITH_A_LABEL if paragraph.opens else IN_MID_SENTENCE
                strain = 0.5 if label in BULLETS and not stack else strain
                found += self.words.as_words(paragraph, stack, strain, most)
            elif label in BULLETS and not stack:
                found += self.words.as_words(paragraph, stack, 0.5, most)
            elif not found and not provisions:
                found += self.words.as_words(paragraph, stack, IMPOSSIBLE, most)
        else:
            certain = bool(found) and paragraph.settled and paragraph.level
            strain = IMPOSSIBLE if certain else 3.0 if title is not None else 0.0
            found += self.words.as_words(paragraph, stack, strain, most)
        return found

    def label_of(self, paragraph: Paragraph) -> tuple[str, str]:
        if paragraph.form is Form.TABLE:
            return "", paragraph.text
        if paragraph.label:
            label = tidied(paragraph.label)
            return (label, paragraph.text) if styles(label) else ("", f"{paragraph.label} {paragraph.text}".strip())
        found = None if paragraph.settled else typed(paragraph.text)
        return found if found else ("", paragraph.text)

    # ------------------------------------------------------------ headings

    def as_heading(self, title: Heading, stack: Stack, paragraph: Paragraph) -> list[tuple[Taken, Stack]]:
        words = self.habits.words
        apart = title.word in APART and title.word not in words
        if not apart and title.word not in words:
            return []
        depth = 0 if apart else words.index(title.word)
        kept = tuple(one for one in stack if one.depth < depth)
        strain = 0.0 if title.certain else 0.3
        closed = stack[len(kept) :]
        last = next((one for one in stack if one.depth == depth and one.word == title.word), None)
        if apart:
            strain += 0.0 if title.certain or stack else 1.0
        elif last is not None:
            strain += least_step(last.label, title.label, 2.0) * 0.7
        elif kept or depth == 0:
            run = [*(kept[-1].run if kept else ()), *run_of(closed)]
            ways = [least_step(label, title.label, 2.0) * 0.7 + 0.1 for label, _, word in run if word == title.word]
            begins = min((beginning(title.label, style) for style in styles(title.label)), default=2.0) * 0.4
            strain += min([begins, *ways])
        if any(word != UNNUMBERED for word in words[len(kept) : depth]):
            strain += 2.0
        if not paragraph.opens:
            strain += 1.5
        if closed and closed[0].depth == depth and closed[0].word in APART and not apart:
            strain += 2.0
        opened = self.head(depth, title.label, title.word, paragraph.level, closed)
        opened = replace(opened, dress=title.word) if apart else opened
        return [(Taken(depth, title.label, title.title, title, strain=strain), (*kept, opened))]

    def as_unnumbered(self, stack: Stack, paragraph: Paragraph) -> tuple[Taken, Stack]:
        """How a heading without a number is taken: by its level among those of the headings over it."""
        level = paragraph.level
        if level in self.rungs:
            depth = self.rungs[level]
            kept = tuple(one for one in stack if one.depth < depth)
        else:
            kept = ()
            for one in stack:
                if not one.head or one.level >= level:
                    break
                kept = (*kept, one)
            depth = kept[-1].depth + 1 if kept else 0
        opened = self.head(depth, "", UNNUMBERED, level, stack[len(kept) :])
        said = Heading(UNNUMBERED, "", paragraph.text, True)
        return Taken(depth, "", paragraph.text, said), (*kept, opened)

    def head(self, depth: int, label: str, word: str, level: int, closed: Stack) -> Open:
        """What a heading line opens, after what it closes."""
        opened = Open(depth, label, "", "", self.margin, self.margin, None, True, False)
        return replace(opened, level=level, word=word, run=run_of(closed))
