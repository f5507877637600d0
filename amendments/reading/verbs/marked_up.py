"""New text in which marks show what changes, where a legend says what they mean.

A legend is “(deletions struck out, additions in bold)”. The same marks mean opposite things in different
bodies, so that without a legend they are not read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.reading.edits import Fault, Recital
from amendments.reading.quotations import Quotation
from amendments.reading.verbs.sketch import Sketch

_MARKED = {
    "struck": re.compile(r"~~(.+?)~~", re.DOTALL),
    "bold": re.compile(r"\*\*(.+?)\*\*|__(.+?)__", re.DOTALL),
    "italic": re.compile(r"(?<![*\w])\*(?!\*)(.+?)(?<!\*)\*(?![*\w])|(?<![_\w])_(?!_)(.+?)(?<!_)_(?![_\w])", re.DOTALL),
    "underlined": re.compile(r"<u>(.+?)</u>|<ins>(.+?)</ins>", re.DOTALL),
}
_NAMES = {
    "struck": r"str(?:ike|uck)(?:[- ]?(?:out|through))?",
    "bold": r"bold",
    "italic": r"italic(?:s|ised)?",
    "underlined": r"underlin(?:ed?|ing)",
}
_GOES = r"(?:delet\w+|remov\w+|omi\w+|old)"
_COMES = r"(?:add\w*|insert\w*|new|amended)"


def meaning(legend: str) -> tuple[str, str]:
    """Which mark means that words go, and which that they come; "" for what the legend does not say."""
    found = []
    for does in (_GOES, _COMES):
        marks = [
            mark
            for mark, name in _NAMES.items()
            if re.search(rf"{does}[^,;)]*\b{name}|\b{name}\b[^,;)]*{does}", legend, re.IGNORECASE)
        ]
        found.append(marks[0] if len(marks) == 1 else "")
    return found[0], found[1]


def read_marks(legend: str, sketch: Sketch) -> None:
    """Takes the marks out of the new text of a sketch, and has the old text that they show compared with the book."""
    goes, comes = meaning(legend)
    for number, edit in enumerate(sketch.edits):
        if edit.new is None:
            continue
        if (not goes and _MARKED["struck"].search(edit.new.text)) or not (goes or comes):
            sketch.faults.append(
                Fault("instruction-unread", f"it is not clear what the marks mean: {legend}", edit.new.span,
                      "say it as in  (deletions struck out, additions in bold)")
            )  # fmt: skip
            continue
        new = _kept(_dropped(edit.new.text, goes), comes)
        old = _kept(_dropped(edit.new.text, comes), goes)
        sketch.edits[number] = replace(edit, new=Quotation(new, edit.new.span, edit.new.form))
        if goes and comes:
            sketch.recitals.append(Recital(edit.place, Quotation(old, edit.new.span, edit.new.form)))


def _dropped(text: str, mark: str) -> str:
    return re.sub(r"[ ]{2,}", " ", _MARKED[mark].sub("", text)) if mark else text


def _kept(text: str, mark: str) -> str:
    return _MARKED[mark].sub(lambda match: next(one for one in match.groups() if one), text) if mark else text
