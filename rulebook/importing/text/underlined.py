"""Headings in text that are underlined, as in reStructuredText, or marked with “==”, as in AsciiDoc.

Lines that are underlined alike are headings of one level; the levels count in the order in which they are met.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rulebook.importing.text.page.lines import Line

LONGEST = 110  # signs of a heading
LEAST = 2  # marked lines that make a text AsciiDoc
_RULE = re.compile(r"(?P<sign>[=~^\"'#*+`_-])(?P=sign){2,}")
_MARKED = re.compile(r"(?P<signs>={1,6})\s+(?P<words>\S.*?)(?:\s+={1,6})?")


def with_levels(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are headings with their level, and without what stands over and under them."""
    marked = [line for line in lines if not line.blank and _MARKED.fullmatch(line.text)]
    if len(marked) >= LEAST:
        return [_unmarked(line) for line in lines]
    found = list(lines)
    styles: list[tuple[str, bool]] = []
    for place in range(len(lines) - 1):
        if not _is_underlined(lines, place):
            continue
        over = place > 0 and lines[place - 1].text == lines[place + 1].text
        style = lines[place + 1].text[0], over
        if style not in styles:
            styles.append(style)
        found[place] = replace(lines[place], level=styles.index(style) + 1)
        for rule in (place + 1, *([place - 1] if over else [])):
            found[rule] = replace(found[rule], text="", blank=True)
    return found


def _unmarked(line: Line) -> Line:
    match = None if line.blank else _MARKED.fullmatch(line.text)
    return replace(line, text=match["words"], level=len(match["signs"])) if match else line


def _is_underlined(lines: Sequence[Line], place: int) -> bool:
    line, under = lines[place], lines[place + 1]
    if line.blank or under.blank or len(line.cells) > 1 or len(line.text) > LONGEST or _RULE.fullmatch(line.text):
        return False
    if not _RULE.fullmatch(under.text) or len(under.text) < len(line.text) - 2 or not line.text[:1].isalnum():
        return False
    above = lines[place - 1] if place else None
    return above is None or above.blank or above.text == under.text
