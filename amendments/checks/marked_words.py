"""The user's own words with a mark under each part that an edit was read from."""

from __future__ import annotations

import textwrap

from amendments.reading.edits import Edit, Words
from rulebook.source import Source, Span

WIDTH = 74  # characters of the user's words on a line
LEGEND = "~ where    - out    + in    ^ beside what"


def parts_of(edit: Edit) -> dict[str, Span]:
    """The parts of an edit, by name, with their places in the draft: place, old, until, new, anchor, other."""
    found: dict[str, Span] = {"place": edit.place.span}
    if edit.old:
        found["old"] = edit.old.quotation.span
    if edit.until:
        found["until"] = edit.until.quotation.span
    if edit.new:
        found["new"] = edit.new.span
    if edit.anchor:
        for name, point in (("anchor", edit.anchor.point), ("other", edit.anchor.other)):
            if isinstance(point, Words):
                found[name] = point.quotation.span
            elif name == "anchor":
                found[name] = edit.anchor.span
    return {name: span for name, span in found.items() if span[1] > span[0]}


_MARKS = {"place": "~", "old": "-", "until": "-", "new": "+", "anchor": "^", "other": "^"}


def pointed(source: Source, edit: Edit, margin: str = "     ") -> list[str]:
    """The lines of the draft that an edit was read from, each with marks under its parts."""
    marks: dict[int, str] = {}
    for name, (start, end) in parts_of(edit).items():
        line = source.text.find("\n", start)
        for place in range(start, min(end, line if line >= 0 else end)):  # of a long text the first line is enough
            marks[place] = _MARKS[name]
    found: list[str] = []
    done = -1
    for place in sorted(marks):
        if place <= done:
            continue
        begin = source.text.rfind("\n", 0, place) + 1
        end = source.text.find("\n", place)
        end = len(source.text) if end < 0 else end
        found += _lines(source.text[begin:end], begin, marks, margin)
        done = end
    return found


def _lines(text: str, begin: int, marks: dict[int, str], margin: str) -> list[str]:
    """One line of the draft, wrapped, without the pieces that have no mark under them."""
    found: list[str] = []
    place = 0
    for piece in textwrap.wrap(
        text, WIDTH, drop_whitespace=False, replace_whitespace=False, break_on_hyphens=False
    ) or [text]:
        under = "".join(marks.get(begin + place + offset, " ") for offset in range(len(piece))).rstrip()
        if under:
            shown = piece.replace("\t", " ").rstrip()
            lead = len(shown) - len(shown.lstrip())
            found += [margin + shown[lead:], margin + under[lead:]]
        place += len(piece)
    return found
