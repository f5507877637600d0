"""Footnotes of a PDF: lines at the foot of a column that begin with the mark that calls them in the text above.

They are told from the text by smaller type, by a raised mark, by the rule over them, or by the space over them; never
by a number alone. What stands there and is called by nothing is left out, and named in the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from rulebook.importing.file.paragraphs import Guess, LeftOut, squeezed
from rulebook.importing.pdf.calls import Calls, Note, calls_in
from rulebook.importing.pdf.page.drawn import Drawn
from rulebook.importing.pdf.page.lines import Line

SMALLER = 0.93  # of the size of the text, at most; word processors set notes at 10 to 12 points of type
MOST = 60  # lines of notes at the foot of a column
APART = 1.35  # of the usual distance between lines: what parts notes from the text where nothing else does
_MARK = re.compile(r"[\[(]?(?P<mark>\d{1,3}|[*†‡§¶‖]{1,3})[\])]?[.)]?")
_LETTER = re.compile(r"[a-z]{1,2}")
_TYPED_RULE = re.compile(r"[_—–-]{5,}")
_ENDED = (".", "!", "?", ".”", ".’", ".)")


@dataclass(slots=True)
class _Feet:
    """What is known of the notes from page to page.

    `said` is the last line of notes, which stood on the page `ended_on`; `rules` are how long the rules over them were.
    """

    usual: float
    printed: Sequence[str]
    drawn: Sequence[Drawn]
    calls: Calls = field(default_factory=Calls)
    notes: list[Note] = field(default_factory=list)
    astray: list[LeftOut] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    said: str = ""
    ended_on: int = -2
    rules: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Awaited:
    """The marks that notes at the foot of a page may have, in the order of their calls; and those of the next page's
    calls, since a line may be moved over to it when its note is set already."""

    marks: tuple[str, ...]
    next_marks: tuple[str, ...]


def without_notes(
    lines: Sequence[Line], printed: Sequence[str], drawn: Sequence[Drawn]
) -> tuple[list[Line], Calls, list[LeftOut], list[Guess]]:
    """The other lines; the calls with the notes that answer them; the notes that nothing calls; what was guessed."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += sum(len(word.text) for word in line.words)
    feet = _Feet(sizes.most_common(1)[0][0] if sizes else 10.0, printed, drawn)
    kept: list[Line] = []
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    called = [
        tuple(one.mark for one in calls_in(page) if one.word is not one.line.words[0]) for page in pages
    ] + [()]  # fmt: skip
    for number, page in enumerate(pages):
        awaited = _Awaited((*(one.mark for one in feet.calls.open()), *called[number]), called[number + 1])
        notes: list[list[Line]] = []
        text: list[Line] = []
        for _, group in groupby(page, key=lambda line: line.column):
            column = list(group)
            foot = _foot(column, awaited, feet)
            text += column[:foot]
            if foot < len(column):
                notes.append(column[foot:])
                feet.said, feet.ended_on = column[-1].text(), page[0].page
        feet.calls.made += calls_in(text)
        kept += text
        for note in feet.notes:
            if not note.answers and note.line.page == page[0].page - 1 and note.mark in called[number]:
                feet.calls.answer(note, page[0].page)
        for lines_of_notes in notes:
            _read(lines_of_notes, awaited, feet)
    feet.calls.called_again()
    uncalled = [
        LeftOut("footnote", f"{one.mark} {one.text}".strip(), printed[one.line.page], one.line.number)
        for one in feet.notes
        if not one.answers
    ]
    return kept, feet.calls, [*feet.astray, *uncalled], feet.guesses


def mark_of(line: Line) -> str:
    """The mark that a line may begin with, if it is a note: a figure, a sign, or a raised letter."""
    first = line.words[0]
    if first.raised and _LETTER.fullmatch(first.text):
        return first.text
    match = _MARK.fullmatch(first.text)
    return match["mark"] if match and len(line.words) > 1 else ""


def _foot(column: Sequence[Line], awaited: _Awaited, feet: _Feet) -> int:
    """Where the notes at the foot of a column begin: its length where there are none."""
    small = len(column)
    while small and column[small - 1].size <= SMALLER * feet.usual:
        small -= 1
    found = len(column)
    for place in range(max(0, len(column) - MOST), len(column)):
        line = column[place]
        mark = mark_of(line)
        raised = line.words[0].raised
        if not mark or not (mark in awaited.marks or (raised and mark in awaited.next_marks)):
            continue
        rule = _rule_over(column, place, feet)
        certain = raised and mark in awaited.marks
        if certain or place >= small or rule or _apart(column, place, awaited.marks, feet):
            feet.rules |= {rule} if rule else set()
            found = place
            break
    if feet.notes and feet.ended_on >= column[0].page - 1:
        found = _with_what_goes_on(column, found, small, feet)
    if 0 < found < len(column) and _is_typed_rule(column[found - 1]):
        found -= 1
    return found


def _with_what_goes_on(column: Sequence[Line], place: int, small: int, feet: _Feet) -> int:
    """Where notes begin that end with those from a place on: the rest of the note that was the last one before them."""
    broken_off = not feet.said.endswith(_ENDED)
    for start in reversed(range(max(0, len(column) - MOST), place)):
        rule = _rule_over(column, start, feet)
        if rule and (rule in feet.rules or start >= small or broken_off):
            return start
    return small if broken_off and small < place else place


def _rule_over(column: Sequence[Line], place: int, feet: _Feet) -> int:
    """How long a rule is that begins at the left edge between a line and the one before it, with no larger type below;
    0 where there is none."""
    line = column[place]
    if any(one.size > feet.usual + 0.3 for one in column[place:]):
        return 0
    before = column[place - 1] if place else None
    if before is not None and _is_typed_rule(before):
        return round(before.right - before.left)
    edge = min(one.left for one in column)
    upper = before.base + 0.3 * before.size if before is not None else line.base - 3 * line.size
    for height, left, right in feet.drawn[line.page].levels:
        if upper < height < line.base - 0.4 * line.size and left < edge + line.size and right > edge + 2 * line.size:
            return round(right - left)
    return 0


def _is_typed_rule(line: Line) -> bool:
    return _TYPED_RULE.fullmatch(line.text().replace(" ", "")) is not None


def _apart(column: Sequence[Line], place: int, marks: Sequence[str], feet: _Feet) -> bool:
    """Whether space alone parts notes from the text: then they must answer all the page's calls, one by one."""
    if not place or any(abs(one.size - feet.usual) > 0.6 for one in column[place:]):
        return False
    distances = [after.base - line.base for line, after in pairwise(column)]
    if distances[place - 1] < APART * median(distances) or column[place].words[0].text[-1] in ".)":
        return False
    begins = [line for line in column[place:] if mark_of(line) in marks and abs(line.left - column[place].left) < 3]
    if [mark_of(line) for line in begins] != [mark for mark in marks if mark in map(mark_of, begins)]:
        return False
    if len(begins) != len(marks):
        return False
    first = column[place]
    said = f"“{first.text()[:40]}…” was read as a footnote: it stands apart at the foot of a page that calls it"
    feet.guesses.append(Guess("place", said, feet.printed[first.page], first.number))
    return True


def _read(foot: Sequence[Line], awaited: _Awaited, feet: _Feet) -> None:
    """The lines at the foot of a column as notes, each of which answers its call, if that was read already."""
    left = list(awaited.marks)
    for line in foot:
        mark = mark_of(line)
        if _is_typed_rule(line):
            feet.astray.append(LeftOut("footnote", line.text(), feet.printed[line.page], line.number))
        elif mark in left or (mark and line.words[0].raised):
            if mark in left:
                left = left[left.index(mark) + 1 :]  # notes stand in the order of their calls
            note = Note(mark, line, squeezed(line.text(1)))
            feet.notes.append(note)
        elif feet.notes:
            feet.notes[-1].longer(line.text())
        else:
            feet.notes.append(Note("", line, line.text()))
    read = [note for note in feet.notes if note.mark and not note.answers and note.line.page == foot[0].page]
    for place, note in enumerate(read):
        lower = [other for other in read[place + 1 :] if other.mark.isdigit() and note.mark.isdigit()]
        # a higher number before a lower one is of the page before, where each page counts for itself
        before = any(int(other.mark) < int(note.mark) for other in lower)
        feet.calls.answer(note, note.line.page - before)
