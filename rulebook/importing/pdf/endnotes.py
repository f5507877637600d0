"""Notes that stand together at the end of a book: its last lines, numbered as the calls in the text are.

They are taken for notes only where no call has another note, and where they answer all the calls, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rulebook.importing.file.paragraphs import Guess
from rulebook.importing.pdf.calls import Calls, Note
from rulebook.importing.pdf.notes import mark_of
from rulebook.importing.pdf.page.lines import Line

NEAR = 3.0  # points: the marks of two notes end, or begin, at the same place
_TITLE = re.compile(r"(?:(?:foot|end)?notes|references)[:.]?", re.IGNORECASE)
_CUT_OFF = re.compile(r"[.)]")  # of a number that stood beyond the edge of the page


def without_endnotes(lines: Sequence[Line], calls: Calls, printed: Sequence[str]) -> tuple[list[Line], list[Guess]]:
    """The other lines, and the guess that these are notes. The calls are answered."""
    waiting = calls.open()
    if not waiting or len(waiting) < len(calls.made):
        return list(lines), []
    marks = list(dict.fromkeys(one.mark for one in waiting))
    if marks != [str(number) for number in range(1, len(marks) + 1)]:
        return list(lines), []
    begins = _begins(lines, marks)
    if not begins or (len(marks) == 1 and not _surely(lines, begins[0])):
        return list(lines), []
    for number, (start, end) in enumerate(zip(begins, [*begins[1:], len(lines)], strict=True)):
        note = Note(marks[number], lines[start], lines[start].text(1))
        for line in lines[start + 1 : end]:
            note.longer(line.text())
        calls.answer(note, lines[start].page)
    calls.called_again()
    first = lines[begins[0]]
    until = begins[0]
    titled = until > 0 and _TITLE.fullmatch(lines[until - 1].text()) is not None
    many = "the last lines were read as the notes" if len(marks) > 1 else "the last lines were read as the note"
    said = f"{many} that the raised figures in the text call, from “{first.text()[:40]}…” on"
    return list(lines[: until - titled]), [Guess("place", said, printed[first.page], first.number)]


def _begins(lines: Sequence[Line], marks: Sequence[str]) -> list[int]:
    """Where the last lines begin that are notes with all these marks in their order; empty where they are not."""
    found: list[int] = []
    wanted = list(marks)
    for place in reversed(range(len(lines))):
        line = lines[place]
        mark = mark_of(line)
        cut = len(line.words) > 1 and _CUT_OFF.fullmatch(line.words[0].text) is not None
        if (mark == wanted[-1] or cut) and (not found or _in_a_row(line, lines[found[-1]])):
            found.append(place)
            wanted.pop()
            if not wanted:
                return found[::-1]
    return []


def _in_a_row(line: Line, other: Line) -> bool:
    return abs(line.left - other.left) < NEAR or abs(line.words[0].right - other.words[0].right) < NEAR


def _surely(lines: Sequence[Line], place: int) -> bool:
    """Whether a single note is one: a list of one provision looks the same."""
    if not place:
        return False
    before, line = lines[place - 1], lines[place]
    titled = _TITLE.fullmatch(before.text()) is not None
    cut = _CUT_OFF.fullmatch(line.words[0].text) is not None
    return titled or cut or not (before.bold or before.size > line.size + 0.6 or before.text().endswith((":", ",")))
