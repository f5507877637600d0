"""What a book usually does, as a first reading of it shows: its numerals at each depth, and where its words stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.open_provisions import Taken
from rulebook.numbering import BULLET, common_style
from rulebook.reading.following import dress


@dataclass(slots=True)
class Habits:
    """What the book does: the heading words from the top, and the numerals and dress usual at each depth below."""

    words: tuple[str, ...]
    usual: list[Counter[tuple[str, str]]] = field(default_factory=list)
    declared: tuple[str, ...] = ()
    indented: bool = True
    listed: bool = True  # whether the file counts words without a label among the lists that they belong to
    spoken: frozenset[int] = frozenset()  # the depths at which provisions mostly have words under their labels
    further: float | None = None  # how far in from its label a second paragraph of a provision stands, where known

    def unusual(self, depth: int, style: str, worn: str) -> float:
        """What it takes for a list to have these numerals at this depth below the headings."""
        if depth < len(self.declared) and style != BULLET:
            return 0.0 if self.declared[depth] == style else 2.5
        met = self.usual[depth] if depth < len(self.usual) else None
        if not met or style == BULLET:
            return 0.0
        most = max(met.values())
        here = met[style, worn]
        return 0.0 if 2 * here >= most else 0.4 if here * 8 >= most else 1.0


def usual_numerals(taken: Sequence[Taken], headed: int) -> list[Counter[tuple[str, str]]]:
    """How often each numeral style was met at each depth below the headings, and in what dress."""
    lists: dict[int, list[str]] = {}
    found: list[Counter[tuple[str, str]]] = []

    def close(depth: int) -> None:
        for deeper in [one for one in lists if one >= depth]:
            labels = lists.pop(deeper)
            while len(found) <= deeper - headed:
                found.append(Counter())
            style = common_style(labels)
            if style:
                found[deeper - headed][style, dress(labels[0])] += len(labels)

    for one in taken:
        if one.heading or not one.label:
            if one.heading:
                close(headed)
            continue
        close(one.depth + 1)
        lists.setdefault(one.depth, []).append(one.label)
    close(headed)
    return found


def usual_words(taken: Sequence[Taken]) -> frozenset[int]:
    """The depths at which most provisions with a label have further words of their own, as under a title."""
    having: Counter[int] = Counter()
    labelled: Counter[int] = Counter()
    for how, under in pairwise(taken):
        if how.label and how.heading is None:
            labelled[how.depth] += 1
            having[how.depth] += not (under.label or under.heading or under.joined) and under.depth == how.depth
    return frozenset(depth for depth, times in having.items() if times > 1 and 2 * times > labelled[depth])


def usual_place(paragraphs: Sequence[Paragraph], taken: Sequence[Taken]) -> float | None:
    """How far in from its label a second paragraph stands: of those that can belong to one provision only, because
    the list goes on after them."""
    met: Counter[int] = Counter()
    owner = -1
    words: list[int] = []
    for place, how in enumerate(taken):
        if not how.label and not how.heading:
            if not how.joined:
                words.append(place)
            continue
        if owner >= 0 and words and how.depth == taken[owner].depth and not how.heading:
            start = paragraphs[owner].indent
            met.update(
                round((indent - start) / 3)
                for one in words
                if (indent := paragraphs[one].indent) is not None
                and start is not None
                and indent > start - 3
                and paragraphs[one].form is Form.WORDS
            )
        owner, words = (place if how.heading is None else -1), []
    return 3.0 * met.most_common(1)[0][0] if met else _place_after_lists(paragraphs, taken)


def _place_after_lists(paragraphs: Sequence[Paragraph], taken: Sequence[Taken]) -> float | None:
    """The same, from words that stand where labels do, but after the last of a list only, never between two of it: they
    are no further paragraphs of what they follow, but of the provision that has the list."""
    beside = elsewhere = 0
    steps: Counter[int] = Counter()
    last = -1
    words: list[int] = []
    for place, how in enumerate([*taken, Taken(-1, "end")]):
        if not how.label and not how.heading:
            words += [place] if not how.joined and paragraphs[place].form is Form.WORDS else []
            continue
        start = paragraphs[last].indent if last >= 0 and not taken[last].heading else None
        if start is not None and words and (first := paragraphs[words[0]].indent) is not None:
            if abs(first - start) <= 5 and how.depth < taken[last].depth:
                beside += 1
            else:
                elsewhere += 1
        here = paragraphs[place].indent if place < len(taken) and not how.heading else None
        if start is not None and here is not None and how.depth == taken[last].depth + 1:
            steps[round((here - start) / 3)] += 1
        last, words = place, []
    return 3.0 * steps.most_common(1)[0][0] if beside > 2 and beside > 2 * elsewhere and steps else None
