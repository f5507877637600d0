"""The lines of a PDF become its paragraphs: by the room that a line had left, by space, by where lines begin, by type.

A paragraph goes on over the end of a column or a page where the next line has no label and begins where it must.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from grammar.levels import HEADINGS, LEVEL_WORD
from rulebook.importing.file.hyphens import lines_joined
from rulebook.importing.file.paragraphs import Form, Guess, Paragraph, squeezed
from rulebook.importing.file.pieces import bullet_or
from rulebook.importing.pdf.layout import NEAR, Layout, Placed
from rulebook.importing.pdf.page.lines import is_call

_HEADED = re.compile(rf"(?:{'|'.join(HEADINGS)})\s+\S{{1,8}}[.:]?(?:\s.*)?", re.IGNORECASE)
_NUMBER = r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,4})\)?(?:\([a-z0-9]{1,4}\))*"
_SPOKEN_OF = re.compile(
    rf"(?<!\w)(?:{LEVEL_WORD})(?P<numbers>(?:\s+{_NUMBER}(?:\s*,|\s+(?:and|or|to)))*)$", re.IGNORECASE | re.VERBOSE
)
_ENDED = (".", ";", ":", "!", "?", "—", "–", "and", "or", ",", "]", ")", "”")


@dataclass(slots=True)
class _Gathered:
    """The lines of a paragraph that is not yet complete; `on` is where its further lines begin."""

    lines: list[Placed]
    on: float | None = None
    settled: bool = False
    guesses: list[Guess] = field(default_factory=list)

    @property
    def first(self) -> Placed:
        return self.lines[0]

    @property
    def last(self) -> Placed:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the lines besides their places: how often each word stands in the document, for broken ones, and
    the printed number of each page; by the page in the file and the number of a line, the notes that it calls and the
    table that it is the first line of. A book may have a printed number twice."""

    counts: Mapping[str, int]
    printed: Sequence[str]
    notes: Mapping[tuple[int, int], tuple[str, ...]]
    tables: Mapping[tuple[int, int], str]


def paragraphs_of(layout: Layout, known: Known) -> tuple[list[Paragraph], list[Guess]]:
    """The paragraphs, and what was guessed."""
    gathered: list[_Gathered] = []
    guesses: list[Guess] = []
    for one in layout.placed:
        if gathered and _goes_on(gathered[-1], one, layout):
            now = gathered[-1]
            if now.on is None:
                now.on = one.x
            if one.above is None and one.line.words[0].text[:1].isupper() and now.last.line.text().endswith("."):
                said = f"“{one.line.text()[:40]}…” was read as going on with the paragraph of the page or column before"
                guesses.append(Guess("line", said, known.printed[one.line.page], one.line.number, usual=True))
            now.lines.append(one)
        else:
            gathered.append(_Gathered([one]))
    found: list[Paragraph] = []
    for whole in gathered:
        found.append(_paragraph(whole, layout, known, guesses))
    return _evened(found), guesses


def _goes_on(now: _Gathered, one: Placed, layout: Layout) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last, first = now.last, now.first
    if last.line.alone or one.line.alone or layout.extra(one) or abs(one.line.size - last.line.size) > 0.6:
        return False
    if first.line.bold != one.line.bold and not _bold_in_words(now, one):
        return False
    if (_in_mid_sentence(last, one) or _spoken_of(last, one)) and not one.line.bold:
        return True
    if one.room:
        return False
    if first.line.bold and one.line.bold and (one.label or (_HEADED.fullmatch(one.line.text()) and not first.label)):
        return False
    large = one.line.bold or one.line.size > layout.size + 0.6
    if large and _centred(one, layout) and abs(_middle(one) - _middle(last)) < NEAR:
        return True
    if layout.spaced and one.above is not None:
        return not (
            one.wide
            and one.label
            and abs(one.x - first.x) < NEAR
            and one.label != first.label
            and now.on is not None
            and abs(one.x - now.on) > NEAR
        )
    if one.label and _is_label(now, one, layout):
        return False
    return _in_place(now, one, layout)


def _in_mid_sentence(last: Placed, one: Placed) -> bool:
    """Whether a line begins in lower case after one that ends no sentence, however much room was left on that."""
    words = [word for word in last.line.words if not is_call(word)] or last.line.words
    joins = words[-1].text in ("and", "or") and len(words) > 1
    before = words[-2].text if joins else words[-1].text
    return not one.label and one.line.words[0].text[:1].islower() and not before.endswith((".", ";", ":", "!", "?"))


def _spoken_of(last: Placed, one: Placed) -> bool:
    """Whether a line begins with a number that the line before speaks of: "under paragraphs (a) and / (b) of"."""
    match = _SPOKEN_OF.search(last.line.text()) if one.label else None
    return match is not None and (bool(match["numbers"]) or not one.room)


def _bold_in_words(now: _Gathered, one: Placed) -> bool:
    """Whether bold is only an emphasis that a line happens to be full of."""
    if now.first.line.bold and all(line.line.bold for line in now.lines):
        begins_bold = one.line.words[0].bold and not one.room  # a heading that its paragraph goes on after
        return (begins_bold or one.line.words[0].text[:1].islower()) and not one.label
    return not one.room and (not one.line.bold or not _HEADED.fullmatch(one.line.text()))


def _is_label(now: _Gathered, one: Placed, layout: Layout) -> bool:
    """Whether what looks like a label at the beginning of a full line's successor is one."""
    if one.wide:
        return True
    if now.on is not None and abs(one.x - now.on) > NEAR:
        return True
    if layout.apart and now.on is not None and abs(one.x - now.on) <= NEAR:
        return False  # an initial: all labels stand apart here, and further lines begin there
    said = now.last.line.text().rpartition(" ")[2]
    if now.on is None and now.first.wide and abs(one.x - now.first.inner) > NEAR:
        return True
    return said.endswith(_ENDED)


def _in_place(now: _Gathered, one: Placed, layout: Layout) -> bool:
    """Whether a line begins where the further lines of the paragraph do."""
    first = now.first
    if now.on is not None:
        return abs(one.x - now.on) <= NEAR
    if abs(one.x - first.x) <= NEAR:
        return not (first.wide and layout.hanging and first.inner > first.x + 4)
    if first.label and abs(one.x - first.inner) <= NEAR:
        return True
    if one.x > first.x:
        return (bool(first.label) and one.x < first.x + 60) or one.line.words[0].text[:1].islower()
    return layout.drawn_in or (not first.label and one.x > first.x - 40 and one.line.words[0].text[:1].islower())


def _centred(one: Placed, layout: Layout) -> bool:
    return one.x > 3 * layout.size and not one.label


def _middle(one: Placed) -> float:
    return (one.line.left + one.line.right) / 2


def _paragraph(whole: _Gathered, layout: Layout, known: Known, guesses: list[Guess]) -> Paragraph:
    first = whole.first
    page, number = known.printed[first.line.page], first.line.number
    table = known.tables.get((first.line.page, number))
    apart = bool(first.label) and (
        first.wide
        or first.gap == 0.0
        or (whole.on is not None and abs(whole.on - first.inner) < 1.0 and first.inner > first.x + 4)
    )
    text = first.words if first.label and apart else first.line.text()
    if first.label and first.gap == 0.0 and not first.doubtful and not first.wide:
        text = first.words
    if first.doubtful:
        said = f"“{first.line.words[0].text}” was read as the label {first.label} and the word “{first.words[:1]}”"
        guesses.append(Guess("label", said, page, number))
    before = first
    for one in whole.lines[1:]:
        where = known.printed[before.line.page], before.line.number
        text, guess = lines_joined(text, one.line.text(), known.counts, *where)
        if guess:
            guesses.append(guess)
        before = one
    called = [note for one in whole.lines for note in known.notes.get((one.line.page, one.line.number), ())]
    inner = whole.on if whole.on is not None and not apart else first.inner if first.label else first.x
    if first.label and not apart and whole.on is None and not layout.hanging:
        inner = first.x
    return Paragraph(
        table or squeezed(text),
        bullet_or(first.label) if apart and not table else "",
        settled=bool(table) or (apart and not first.doubtful),
        form=Form.TABLE if table else Form.WORDS,
        indent=round(first.x, 1),
        inner=round(inner, 1),
        bold=not table and all(one.line.bold for one in whole.lines),
        centred=_centred(first, layout) and (first.line.bold or first.line.size > layout.size + 0.6),
        size=first.line.size,
        notes=tuple(called),
        page=page,
        line=number,
    )


def _evened(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Labels that are set to the right of their column ("viii." further out than "i.") are given one place."""
    rows: dict[int, list[float]] = defaultdict(list)
    for one in paragraphs:
        if one.label and one.settled and one.inner is not None and one.indent is not None:
            rows[round(one.inner / 3)].append(one.indent)
    place: dict[int, float] = {}
    for row, indents in rows.items():
        if max(indents) - min(indents) > 3 and len(Counter(round(indent) for indent in indents)) > 2:
            place[row] = round(median(indents), 1)
    return [
        replace(one, indent=place[round(one.inner / 3)])
        if one.label and one.settled and one.inner is not None and round(one.inner / 3) in place
        else one
        for one in paragraphs
    ]
