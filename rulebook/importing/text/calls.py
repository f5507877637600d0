"""The marks that call footnotes: “arrears.[1]”, “arrears.1” and “arrears.¹”, and what only looks like one.

Whether a figure at the end of a word is a mark, its note says; where the file has no notes, the marks that count on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from grammar.levels import HEADINGS
from rulebook.importing.outline.contents import has_leaders
from rulebook.importing.text.page.lines import Line
from rulebook.numbering import roman_value

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = re.compile(
    r"""(?: (?<=\S)\s?\[(?P<bracketed>\d{1,3})\]            # arrears.[1]
          | (?<=\S)(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})            # arrears.¹
          | (?<![^\W\d_])(?P<word>[^\W\d_]{2,})(?P<stop>[.,;:!?)”’"']{0,3})(?P<bare>\d{1,3}|[*†‡]{1,3})  # arrears.1
        )(?=[\s.,;:!?)”’]|$)""",
    re.VERBOSE,
)
_LOOSE = re.compile(r"(?<=[.,;:!?)”’])\s(?P<mark>\d{1,3})(?=\s|$)")
"""A raised mark before which a program that keeps the layout has left a gap; only its note tells it."""
_REFERRING = frozenset((*HEADINGS, *"no nos art arts para paras pp cl cls sch reg regs vol fig app".split()))
"""Words that a number follows which is no mark."""


@dataclass(frozen=True, slots=True)
class Call:
    """Where a note is called: the place of the line, the signs of it that the mark takes, and what goes before."""

    place: int
    start: int
    end: int
    mark: str
    after_stop: bool
    loose: bool = False


def strong_calls(lines: Sequence[Line]) -> Iterator[Call]:
    """Whatever has the shape of a call."""
    for place, line in enumerate(lines):
        if line.blank or has_leaders(line.text):
            continue
        for match in _CALL.finditer(line.text):
            mark = match["bracketed"] or (match["raised"] or "").translate(RAISED) or match["bare"]
            word, stop = match["word"] or "", match["stop"] or ""
            if word.isupper() or roman_value(word.upper()) or ("." in stop and word.lower() in _REFERRING):
                continue  # “Clause IV.5”, “No.1”
            start = match.start("bare") if match["bare"] else match.start()
            glued = not match["bare"] and not match[0][0].isspace()
            after_stop = bool(stop) or glued or line.text[start - 1] in ".,;:!?"
            yield Call(place, start, match.end(), mark, after_stop)


def loose_calls(lines: Sequence[Line], known: Sequence[Call]) -> Iterator[Call]:
    """What may be a call where nothing else calls a note of that number, and the note before it was called."""
    strong = {call.mark for call in known}
    for place, line in enumerate(lines):
        for match in () if line.blank or not strong else _LOOSE.finditer(line.text):
            if match["mark"] not in strong and int(match["mark"]) > 1:
                yield Call(place, match.start(), match.end(), match["mark"], False, True)


def certain(calls: Sequence[Call], called: Collection[Call], marks: set[str]) -> Iterator[Call]:
    """The calls that have a note, and those of which their number says that they are calls: they count on."""
    expected = 1
    for call in calls:
        if call in called:
            yield call
        elif call.loose:
            continue
        elif call.mark in marks and call.after_stop:
            yield call  # of the same note, once more
        elif call.mark == str(expected) and call.after_stop:
            yield call
        else:
            continue
        if call.mark.isdigit():
            expected = int(call.mark) + 1
