"""Footnotes in text: the marks that call them, glued to a word, and the notes themselves.

A line is a note where it begins with a mark that the text before it calls: “[1]”, “1” or “1.” where something else
says that it is no provision. Notes stand at the foot of a page or a column, or all together at the end. A mark whose
note the file does not have is left out by name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rulebook.importing.file.hyphens import counted, lines_joined
from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Guess, LeftOut, Paragraph
from rulebook.importing.outline.headings import heading
from rulebook.importing.text.calls import RAISED, Call, certain, loose_calls, strong_calls
from rulebook.importing.text.page.lines import Line

_NOTE = re.compile(
    r"""(?: \[(?P<bracketed>\d{1,3})\]\s*
          | (?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*
          | (?P<listed>\d{1,3})[.)]\s+
          | (?P<bare>\d{1,3}|[*†‡]{1,3})(?:\s+|(?=[^\W\d_]|[“‘])|$)
        )(?P<words>.*)""",
    re.VERBOSE,
)
_BACK = re.compile(r"\s*[↩↑↵⏎]\ufe0e?$")
"""What leads back from a note to its call on a web page."""
_REST = 4  # lines, at most, that the last note of a page may have more than the first sentence says
_SYMBOLS = "*†‡"
LONGEST = 12  # lines of a note that leads back


@dataclass(slots=True)
class _Note:
    """A note: its mark, the places of its first line and of what comes after it, its words, and how it is printed."""

    mark: str
    start: int
    end: int
    words: str
    listed: bool
    led_back: bool = False


@dataclass(slots=True)
class Noted:
    """The lines without notes and marks, each with the notes that it calls."""

    lines: list[Line]
    left_out: list[LeftOut] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


def without_notes(lines: Sequence[Line]) -> Noted:
    """The lines of the body, and what was left out of them."""
    lines = _with_marks_in_place(lines)
    calls = list(strong_calls(lines))
    calls = sorted((*calls, *loose_calls(lines, calls)), key=lambda call: (call.place, call.start))
    found = Noted([])
    notes = _notes(lines, calls, found.guesses)
    free: dict[str, list[Call]] = {}
    for one in calls:
        free.setdefault(one.mark, []).append(one)
    called: dict[Call, str] = {}
    gone: set[int] = set()
    for note in notes:
        call = _caller(note, lines, free.get(note.mark, []))
        if call is None and not note.led_back:
            continue
        gone.update(range(note.start, note.end))
        if call is not None:
            called[call] = note.words
            free[call.mark].remove(call)
        else:
            first = lines[note.start]
            said = f"{note.mark} {note.words}"
            found.left_out.append(LeftOut("footnote that nothing calls", said, first.page, first.number))
    marks = {call.mark for call in called}
    taken: dict[int, list[Call]] = {}
    for call in certain(calls, called, marks):
        taken.setdefault(call.place, []).append(call)
    broken = False
    for place, line in enumerate(lines):
        if place in gone:
            broken = True
            continue
        if broken and line.blank:
            continue
        for call in sorted(taken.get(place, ()), key=lambda one: -one.start):
            text = line.text[: call.start] + line.text[call.end :]
            if call in called:
                line = replace(line, text=text, notes=(called[call], *line.notes))
            else:
                if call.mark not in marks:
                    word = line.text[: call.end].rsplit(" ", 1)[-1]
                    found.left_out.append(
                        LeftOut("mark of a footnote that is not in the file", word, line.page, line.number)
                    )
                line = replace(line, text=text)
        if broken:
            while found.lines and found.lines[-1].blank:
                found.lines.pop()
            line = replace(line, above="break")
        broken = False
        found.lines.append(line)
    return found


def _with_marks_in_place(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the marks that a viewer has put on a line of their own, because they were raised, back where
    they were printed. Nothing but a note that leads back says for certain that such a number is a mark."""
    lost = {
        match["listed"]: place
        for place, line in enumerate(lines)
        if (match := _NOTE.fullmatch(line.text)) and match["listed"] and _back_at(lines, place)
    }
    if not lost:
        return list(lines)
    known = {call.mark for call in strong_calls(lines)}
    width = max((len(line.text) for line in lines), default=0)
    found: list[Line] = []
    cut = False  # whether a mark on its own line has cut the one before
    for place, line in enumerate(lines):
        mark, _, rest = line.text.partition(" ")
        if mark in lost and place < lost[mark] and mark not in known and found and not found[-1].blank:
            known.add(mark)
            found[-1] = replace(found[-1], text=f"{found[-1].text}{mark} {rest}".strip())
            cut = not rest
            continue
        fits = bool(found) and not line.blank and len(found[-1].text) + len(line.text) < width
        if cut and fits and _may_go_on(line):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
        cut = False
    return found


def _back_at(lines: Sequence[Line], place: int) -> int:
    """The place after the line, of the next few, that leads back from the note that begins here; 0 if none does."""
    for further in range(place, min(place + LONGEST, len(lines))):
        if further > place and not _may_go_on(lines[further]):
            return 0
        if _BACK.search(lines[further].text):
            return further + 1
    return 0


def _notes(lines: Sequence[Line], calls: Sequence[Call], guesses: list[Guess]) -> list[_Note]:
    """The notes that something before them calls, in order."""
    counts = counted(line.text for line in lines)
    ends = [place for place, line in enumerate(lines) if line.above == "break" and place] + [len(lines)]
    first: dict[str, int] = {}
    for call in calls:
        if not call.loose:
            first.setdefault(call.mark, call.place)
    found: list[_Note] = []
    place = 0
    while place < len(lines):
        end = next(one for one in ends if one > place)
        note = _note_at(lines, place, end, first)
        if note is None and found and (loose := _only_loose(lines, place, found[-1], calls)) is not None:
            note = _note_at(lines, place, end, {found[-1].mark: 0, loose.mark: loose.place})
        if note is None:
            place += 1
            continue
        for further in range(note.start + 1, note.end):
            line = lines[further]
            if not line.blank:
                note.words, guess = lines_joined(note.words, line.text, counts, line.page, line.number)
                guesses += [guess] if guess else []
        if _BACK.search(note.words):
            note.words, note.led_back = _BACK.sub("", note.words), True
        found.append(note)
        place = note.end
    return [one for one in found if not one.listed or one.led_back or _ends_the_text(one, found, lines, calls)]


def _note_at(lines: Sequence[Line], place: int, end: int, first: dict[str, int]) -> _Note | None:
    """The note that begins at a line, with all its lines up to `end`, where the page or the column ends."""
    line = lines[place]
    match = None if line.blank else _NOTE.fullmatch(line.text)
    if match is None:
        return None
    mark = match["bracketed"] or (match["raised"] or "").translate(RAISED) or match["listed"] or match["bare"]
    if match["listed"] and (back := _back_at(lines, place)):
        return _Note(mark, place, back, match["words"], True)
    if first.get(mark, len(lines)) >= place:
        return None
    written = [other for other in range(place + 1, end) if not lines[other].blank]
    stop = next((other for other in written if not _may_go_on(lines[other])), end)
    rest = [other for other in written if other < stop]
    words = match["words"]
    if not words:  # the mark stands on a line of its own
        if not rest or len(rest) > _REST or not match["bare"]:
            return None
    elif match["bare"] and not (words[:1].isupper() or words[:1] in "“‘"):
        return None
    if mark[0] in _SYMBOLS and (stop < end or len(rest) > _REST):
        return None  # it may be a bullet
    last = stop
    if (stop == end and len(rest) > _REST) or (stop < end and not _NOTE.fullmatch(lines[stop].text)):
        last = next((other + 1 for other in (place, *rest) if _ends(lines[other].text)), stop)
    return _Note(mark, place, last, words, match["listed"] is not None)


def _only_loose(lines: Sequence[Line], place: int, last: _Note, calls: Sequence[Call]) -> Call | None:
    """The one loose call on its page of the note that would come next, where it may begin at this line."""
    line = lines[place]
    if line.blank or not line.text[:1].isdigit() or not last.mark.isdigit():
        return None
    mark = str(int(last.mark) + 1)
    here = [one for one in calls if one.loose and one.mark == mark and lines[one.place].page == line.page]
    return here[0] if len(here) == 1 and line.text.startswith(mark) else None


def _may_go_on(line: Line) -> bool:
    """Whether a line may be one more of a note."""
    return not (typed(line.text) or heading(Paragraph(line.text)) or _NOTE.fullmatch(line.text))


def _ends(words: str) -> bool:
    return words.endswith((".", "!", "?", ".”", ".’", ".)")) or bool(_BACK.search(words))


def _ends_the_text(note: _Note, notes: Sequence[_Note], lines: Sequence[Line], calls: Sequence[Call]) -> bool:
    """Whether notes that are numbered as provisions are stand at the very end, as many as there are calls."""
    listed = [one for one in notes if one.listed]
    marks = [one.mark for one in listed]
    if note not in listed or marks != [str(number) for number in range(1, len(marks) + 1)]:
        return False
    after = [place for place in range(listed[0].start, len(lines)) if not lines[place].blank]
    inside = all(any(one.start <= place < one.end for one in listed) for place in after)
    return inside and {call.mark for call in calls} == set(marks)


def _caller(note: _Note, lines: Sequence[Line], calls: Sequence[Call]) -> Call | None:
    """The call of a note: the nearest before it on its page, else the first one before it."""
    before = [one for one in calls if one.place < note.start]
    page = [one for one in before if lines[one.place].page == lines[note.start].page]
    return page[-1] if page else before[0] if before else None
