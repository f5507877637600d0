"""Lists whose bullets a program has lost: what follows a colon, item by item, each on a line that begins in lower case.

A sentence that goes on after a colon goes on in the same line. Where there was room for its next word and that stands
on a line of its own, a list begins; its items end in semicolons, and the last in a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Guess, Paragraph
from rulebook.importing.outline.headings import heading
from rulebook.importing.text.page.lines import Line

ROOM = 0.85  # of the length of a long line: a line that is shorter, with the next word, had room for it
LONGEST = 30  # lines of such a list
_ITEM = re.compile(r".*[;,](?:\s+(?:and|or))?", re.DOTALL)


def with_bullets(lines: Sequence[Line]) -> tuple[list[Line], list[Guess]]:
    """The lines, with a bullet before each item of such a list, and the guesses that it took."""
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    room = ROOM * lengths[len(lengths) * 9 // 10] if lengths else 0.0
    found = list(lines)
    guesses: list[Guess] = []
    for place, line in enumerate(lines):
        if line.blank or not line.text.endswith(":"):
            continue
        items = _items(lines, place + 1)
        if len(items) < 2 or len(line.text) + len(lines[items[0]].text.split(" ", 1)[0]) >= room:
            continue
        for item in items:
            found[item] = replace(found[item], text=f"• {found[item].text}")
        said = f"{len(items)} lines under “{line.text[-60:]}” were read as a list whose bullets the file does not have"
        guesses.append(Guess("label", said, line.page, lines[items[0]].number))
    return found, guesses


def _items(lines: Sequence[Line], start: int) -> list[int]:
    """Where the items of a list begin that starts here and comes to an end; nothing where it is no such list."""
    found: list[int] = []
    begins = True
    for place in range(start, min(start + LONGEST, len(lines))):
        line = lines[place]
        if line.blank:
            continue
        if typed(line.text) or line.text.startswith("|") or heading(Paragraph(line.text)):
            return []
        if begins:
            if not line.text[:1].islower():
                return []
            found.append(place)
        if line.text.endswith("."):
            return found
        begins = bool(_ITEM.fullmatch(line.text)) and ";" in line.text[-6:]
    return []
