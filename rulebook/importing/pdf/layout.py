"""What is usual in a PDF: the edges of its columns, how far its lines stand apart, and what each line's place says.

A line that would have had room for the first word of the next one was ended on purpose: that settles most of where
paragraphs begin, in ragged and in justified text alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from rulebook.importing.file.hyphens import HYPHENS
from rulebook.importing.file.labels import SIGNS, typed
from rulebook.importing.pdf.page.columns import edges
from rulebook.importing.pdf.page.lines import Line, first_of, text_of

NEAR = 2.5  # points: two lines begin at the same place
APART = 0.95  # of the labels that begin a line with room before it stand apart
BULLETS = SIGNS - frozenset("-–—")  # a dash may also stand in a sentence
FEW, SPACED = 2, 1.6  # so few lines that had no room for more say nothing, where they stand so many ems apart
CENTRED = 2.0  # points that the room at the two sides of a centred line may differ
SPACE = 0.27  # ems of a space between words
_GLUED = re.compile(
    r"(?P<label>(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}[A-Z]?)+\.?|\d{1,3}[A-Z]?[.)]|\([a-zA-Z0-9]{1,5}\)))(?P<word>[A-Z“‘\[][^.]*)"
)
_WITH_ARTICLE = re.compile(r"(?P<label>(?P<front>\d{1,3}(?:\.\d{1,3})*)\.(?P<last>\d{1,3}))(?P<word>[aA])")
_BARE = re.compile(r"(?:\d{1,3}[A-Z]?|[A-Z]|[ivx]{1,5}|[a-z])")


@dataclass(slots=True)
class Placed:
    """A line with its place: `x` from the left edge of its column, `above` the distance to the line before it in the
    column (None at the head of one), `room` whether the line before had room for its first word.

    `label` is what may be one at its beginning, `gap` the space after it, `inner` where the words after it begin.
    """

    line: Line
    x: float
    above: float | None
    room: bool
    label: str = ""
    words: str = ""
    gap: float = 0.0
    inner: float = 0.0
    wide: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Layout:
    """The lines in their places, the size of most of the text, and the usual distances between lines by size."""

    placed: list[Placed] = field(default_factory=list)
    size: float = 10.0
    leading: dict[float, float] = field(default_factory=dict)
    spaced: bool = False  # a paragraph always has more space above it than a line inside one
    drawn_in: bool = False  # first lines stand further in than those that follow
    hanging: bool = True
    apart: bool = False  # nearly every label has a wide gap after it

    def extra(self, one: Placed) -> bool:
        """Whether there is more space above a line than between the lines of a paragraph."""
        if one.above is None:
            return False
        usual = self.leading.get(one.line.size) or 1.25 * one.line.size
        lifted = not one.wide and any(word.raised for word in one.line.words)
        raised = 0.3 * one.line.size if lifted else 0.0
        return one.above - usual > max(1.3, 0.11 * usual, raised)


def laid_out(lines: Sequence[Line]) -> Layout:
    layout = Layout()
    ends = edges(lines)
    before: Line | None = None
    for line in lines:
        left = ends[line.page, line.column][0]
        same = before is not None and before.page == line.page and before.column == line.column
        above = line.base - before.base if before is not None and same else None
        if above is not None and above <= 0:
            above = None
        one = Placed(line, line.left - left, above, True)
        if before is not None:
            edge = _edge(before, *ends[before.page, before.column])
            start, end = first_of(line.words)
            space = max(SPACE * before.size, min(_gaps(before), default=0.0))
            cut = before.words[-1].text.endswith(tuple(HYPHENS))
            one.room = not cut and before.right + space + (end - start) <= edge - 1
        _labelled(one, left)
        layout.placed.append(one)
        before = line
    _articles(layout.placed)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += sum(len(word.text) for word in line.words)
    layout.size = sizes.most_common(1)[0][0] if sizes else 10.0
    layout.leading = _leading(layout.placed)
    _habits(layout)
    _wide(layout.placed)
    opening = [one.wide for one in layout.placed if one.label and one.room]
    layout.apart = len(opening) > 9 and sum(opening) >= APART * len(opening)
    return layout


def _edge(line: Line, left: float, right: float) -> float:
    """How far a line may go on to the right; a centred one that is longer would begin further left."""
    before, after = line.left - left, right - line.right
    return right + before if before > 2 * line.size and abs(before - after) < CENTRED else right


def _labelled(one: Placed, left: float) -> None:
    words = one.line.words
    first = words[0]
    if first.raised or one.line.alone:
        return
    rest = words[1:]
    if rest and not rest[0].glued:
        found = typed(f"{first.text} x")
        gap = rest[0].left - first.right
        if (
            (found and found[1] == "x")
            or first.text in SIGNS
            or (
                _BARE.fullmatch(first.text) and gap > max(0.6 * first.size, 1.3 * min(_gaps(one.line)[1:], default=0.0))
            )
        ):
            one.label, one.gap = first.text, gap
            one.words, one.inner = text_of(rest), rest[0].left - left
            return
    elif rest and rest[0].glued and typed(f"{first.text} x") and not first.text.isalpha():
        one.label, one.gap = first.text, rest[0].left - first.right
        one.words, one.inner = text_of(rest), rest[0].left - left
        return
    if first.parted and typed(f"{first.text[: first.parted]} x"):
        label, word = first.text[: first.parted], first.text[first.parted :]
    elif match := _GLUED.fullmatch(first.text):
        label, word = match["label"], match["word"]
        one.doubtful = len(word) == 1
        if one.doubtful and not (rest and rest[0].text[:1].islower() and word == "A"):
            return
    else:
        return
    _cut(one, label, word, left)


def _cut(one: Placed, label: str, word: str, left: float) -> None:
    """Takes the first word for a label and a word that touches it."""
    first, *rest = one.line.words
    one.label, one.gap = label, 0.0
    one.words = f"{word} {text_of(rest)}".strip()
    share = len(label) / len(first.text)
    one.inner = first.left + (first.right - first.left) * share - left


def _gaps(line: Line) -> list[float]:
    """The spaces between the words of a line."""
    return [after.left - word.right for word, after in pairwise(line.words) if not after.glued]


def _articles(placed: Sequence[Placed]) -> None:
    """Parts labels from the article that touches them ("7.1.2a fair price"), where the number alone is lacking.

    It is a label with a letter put in where the number itself is there too, or where a gap follows it that is no space.
    """
    labels = {one.label.rstrip(".") for one in placed if one.label}
    for one in placed:
        words = one.line.words
        match = _WITH_ARTICLE.fullmatch(words[0].text) if len(words) > 1 else None
        if match is None or match["label"] in labels or not words[1].text[:1].islower():
            continue
        before = match["front"] if match["last"] == "1" else f"{match['front']}.{int(match['last']) - 1}"
        if before not in labels or words[1].left - words[0].right > 2 * SPACE * words[0].size:
            continue
        labels.add(match["label"])
        _cut(one, match["label"], match["word"], one.line.left - one.x)
        one.doubtful = True


def _leading(placed: Sequence[Placed]) -> dict[float, float]:
    """The distance between lines inside a paragraph: after a line that had no room for more."""
    met: dict[float, Counter[float]] = defaultdict(Counter)
    for before, one in pairwise(placed):
        if one.above is not None and not one.room and abs(before.line.size - one.line.size) < 0.3:
            met[one.line.size][round(one.above * 2) / 2] += 0.8 * one.line.size < one.above < 3 * one.line.size
    found = {}
    for size, counts in met.items():
        most = sum(counts.values())
        if not most:
            continue
        least = min(above for above, number in counts.items() if 8 * number >= most)
        if most > FEW or least < SPACED * size:
            found[size] = least
    return found


def _habits(layout: Layout) -> None:
    opening = [one for one in layout.placed if one.label and one.room and one.above is not None]
    extra = sum(layout.extra(one) for one in opening)
    layout.spaced = len(opening) >= 4 and extra >= 0.9 * len(opening)
    drawn: Counter[int] = Counter()
    for before, one in pairwise(layout.placed):
        if before.label and not one.label and not one.room and not layout.extra(one) and one.above is not None:
            drawn[(one.x > before.x + NEAR) - (one.x < before.x - NEAR)] += 1
    total = sum(drawn.values())
    layout.drawn_in = total >= 3 and drawn[-1] > 0.6 * total
    layout.hanging = not total or drawn[1] > 0.5 * total


def _wide(placed: Sequence[Placed]) -> None:
    """Which labels stand apart from their words: by a gap that no space is, or where all the words begin in a row."""
    rows: dict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        if not one.label:
            continue
        gaps = _gaps(one.line)[1:]
        usual = median(gaps) if gaps else SPACE * one.line.size
        one.wide = one.gap > max(1.7 * usual, 0.5 * one.line.size, 1.2 * max(gaps, default=0.0)) or one.label in BULLETS
        for place in (0, 1):
            rows[int(one.inner + place)].append(one)
    for row in rows.values():
        even = [one for one in row if abs(one.inner - row[0].inner) < 0.4]
        widths = [one.inner - one.x for one in even]
        labels = {len(one.label) for one in even}
        if len(even) >= 3 and len(labels) > 1 and max(widths) - min(widths) < 1.0:
            for one in even:
                one.wide = True
