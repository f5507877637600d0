"""Footnotes of a PDF: smaller type at the foot of a column, each beginning with the mark that calls it in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from rulebook.importing.hyphens import lines_joined
from rulebook.importing.paragraphs import LeftOut, squeezed
from rulebook.importing.pdf.lines import Line

SMALLER = 0.93  # of the size of the text, at most; word processors set notes at 10 to 12 points of type
_STUCK = re.compile(r"(?P<mark>\d{1,3})(?=[^\W\d]|[“‘])")
_CALLED = re.compile(r"[^\W\d][.,;:)”’\]]*$")
_MARK = re.compile(r"(?P<mark>\[?\d{1,3}\]?|[*†‡§¶]{1,3})[.)]?")


def without_notes(
    lines: Sequence[Line], printed: Sequence[str]
) -> tuple[list[Line], dict[tuple[int, int], tuple[str, ...]], list[LeftOut]]:
    """The other lines, the notes by the page and the number of the line that calls them, and those not called."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += sum(len(word.text) for word in line.words)
    usual = sizes.most_common(1)[0][0] if sizes else 10.0
    calls = {mark for line in lines for mark in line.calls}
    calls |= {match["mark"] for line in lines if line.size <= SMALLER * usual and (match := _stuck(line))}
    kept: list[Line] = []
    notes: dict[tuple[int, int], tuple[str, ...]] = {}
    left_out: list[LeftOut] = []
    last: tuple[Line, str] | None = None
    for _, group in groupby(lines, key=lambda line: (line.page, line.column)):
        column = list(group)
        foot = _foot(column, usual, bool(calls), last is not None)
        body, small = column[:foot], column[foot:]
        kept += body
        for mark, line, text in _notes(small):
            if not mark and last is not None:
                caller, before = last
                whole = lines_joined(before, text, {})[0]
                key = (caller.page, caller.number)
                notes[key] = tuple(whole if one == before else one for one in notes[key])
                last = (caller, whole)
                continue
            found = _caller(mark, kept)
            if found is None:
                left_out.append(LeftOut("footnote", f"{mark} {text}".strip(), printed[line.page], line.number))
            else:
                key = (found.page, found.number)
                notes[key] = (*notes.get(key, ()), text)
                last = (found, text)
    return kept, notes, left_out


def _foot(column: Sequence[Line], usual: float, called: bool, open_note: bool) -> int:
    """Where the notes at the foot of a column begin: its length where there are none."""
    for place in range(max(0, len(column) - 15), len(column)):
        first = column[place].words[0]
        if called and first.raised and _MARK.fullmatch(first.text):
            return place
    start = len(column)
    while start and column[start - 1].size <= SMALLER * usual:
        start -= 1
    for place in range(start, len(column)):
        first = column[place].words[0]
        if (_MARK.fullmatch(first.text) and (first.raised or called)) or _stuck(column[place]):
            return place if not (open_note and place > start) else start
    return len(column)


def _notes(lines: Sequence[Line]) -> list[tuple[str, Line, str]]:
    found: list[tuple[str, Line, str]] = []
    for line in lines:
        first = line.words[0]
        match = _MARK.fullmatch(first.text)
        if match is None and (stuck := _stuck(line)):
            found.append((stuck["mark"], line, squeezed(line.text()[len(stuck["mark"]) :])))
        elif match and (first.raised or len(line.words) > 1):
            found.append((match["mark"].strip("[]"), line, squeezed(line.text(1))))
        elif found:
            mark, begun, text = found[-1]
            found[-1] = (mark, begun, lines_joined(text, line.text(), {})[0])
        else:
            found.append(("", line, line.text()))
    return found


def _caller(mark: str, lines: Sequence[Line]) -> Line | None:
    for line in reversed(lines):
        if mark in line.calls:
            return line
        for word in line.words:
            if word.text.endswith(mark) and len(word.text) > len(mark) + 1 and _CALLED.search(word.text[: -len(mark)]):
                word.text = word.text[: -len(mark)]
                return line
            if match := re.fullmatch(rf"(?P<word>\D*[^\W\d])(?:{re.escape(mark)})(?P<rest>[.,;:)]+)", word.text):
                word.text = match["word"] + match["rest"]
                return line
    return None


def _stuck(line: Line) -> re.Match[str] | None:
    """The mark at the beginning of a note whose type has raised figures of its own: nothing else tells it."""
    return _STUCK.match(line.words[0].text)
