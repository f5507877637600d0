"""Whether a label follows what stands before it in its list.

Where it does not, that is a finding. No number is changed: rulebooks have gaps, and repeated numbers too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rulebook.diagnostics import Severity
from rulebook.numbering import BULLETS, common_style, count, next_letters, segment, styles
from rulebook.reading.lines import Block
from rulebook.reading.progress import Open, Progress


@lru_cache(maxsize=4096)
def dress(label: str) -> str:
    """What stands round a label's number: "(n)", "n)", "n"."""
    return re.sub(r"\w+", "n", label)


def follows(last: str, label: str, style: str) -> bool:
    """Whether a label counts one more than another, or is put in after it: 6 and 5A after 5."""
    before, this = count(last, style), count(label, style)
    return next_letters(last, label) or bool(before and this and before < this and this[0] <= before[0] + 1)


def check_label(progress: Progress, parent: Open, label: str, block: Block) -> None:
    """Say where a label is there already, or does not follow the one before it."""
    if label in BULLETS:
        return
    last = parent.labels[-1] if parent.labels else ""
    if last in BULLETS or not last or (next_letters(last, label) and segment(label) not in parent.named):
        return
    if parent.below:
        before, this = count(last, parent.below), count(label, parent.below)
        if before and this and this[0] == before[0] + 1 and not this[1] and parent.in_order:
            return
    parent.in_order = False
    place, word = progress.name(parent), segment(label)
    if word in parent.named:
        progress.say(
            "numbering-repeat", f"there is a second “{word}” {place}", block, "give one of them another number"
        )
        return
    style = common_style([*parent.labels, label])
    if style is None:
        return
    before, this = count(last, style), count(label, style)
    parent.below = style
    if before and this and (this[0] < before[0] or this[0] > before[0] + 1) and not _repealed(parent, this[0], style):
        progress.say(
            "numbering-gap",
            f"“{word}” follows “{segment(last)}” {place}",
            block,
            "if provisions were repealed here, say so in a line in square brackets; else correct the number",
            Severity.ADVICE,
        )
    parent.in_order = all(
        earlier and later and earlier < later
        for earlier, later in pairwise(count(other, style) for other in [*parent.labels, label])
    )


def _repealed(parent: Open, next_one: int, style: str) -> bool:
    """Whether the last provision is a note that those up to a number are not there: “[Rules 4 to 6 were repealed.]”."""
    note = parent.children[-1].text if parent.children else ""
    if not (note.startswith("[") and note.endswith("]")):
        return False
    return any((count(word, style) or (0, ""))[0] == next_one - 1 for word in re.findall(r"[\w.]*\w", note))


def check_first(progress: Progress, parent: Open, label: str, block: Block) -> None:
    """Say where a list under a numbered provision does not begin at its beginning."""
    found = styles(label)
    if parent.depth < progress.floor or parent.labels or label in BULLETS:
        return
    if any((count(label, style) or (0, ""))[0] == 1 for style in found):
        return
    if dress(parent.label) == dress(label) and any(follows(parent.label, label, style) for style in found):
        progress.say(
            "level-uncertain",
            f"“{segment(label)}” is indented under “{segment(parent.label)}”, but it counts on from it",
            block, "give both the same indentation, if they belong to one list",
        )  # fmt: skip
    else:
        progress.say(
            "numbering-gap", f"“{segment(label)}” is the first {progress.name(parent)}",
            block, "give a label that stands in other words a line of its own, or correct the number",
            Severity.ADVICE,
        )  # fmt: skip
