"""Labels that somebody typed, with a tab after them: "5.<tab>The ...", "Clause IV.<tab>Title"."""

from __future__ import annotations

import re
from functools import lru_cache

from grammar.levels import HEADINGS
from rulebook.importing.file.labels import SIGNS, counts
from rulebook.importing.file.pieces import SPACE
from rulebook.numbering import segment

TAB_STOP = 36.0  # points between the stops that Word sets itself
_HEADED = re.compile(rf"(?:{'|'.join(HEADINGS)})\s+(?P<number>[\w()]+)\s*[.:)–-]?", re.IGNORECASE)
_ALONE = re.compile(
    r"""\(?(?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,7})\)?[.):]?              # 5 5. 5A) (iv) B.
      | [A-Za-z]{0,2}\.?\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?)*[.):]?   # 4.2 J.5.8 J5
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def label_alone(text: str) -> bool:
    """Whether a text is nothing but a label."""
    if text in SIGNS or text == "o":
        return True
    match = _HEADED.fullmatch(text)
    if match:
        return counts(match["number"])
    word = segment(text)
    if text == word and word.isalpha() and (len(word) > 4 or (len(word) > 1 and not word.isupper())):
        return False  # a word, not a numeral without a full stop
    return bool(_ALONE.fullmatch(text)) and counts(text)


def parted(text: str) -> tuple[str, str] | None:
    """The label before the first tab of a text and the words after it; None where there is no such label."""
    before, tab, after = text.strip().partition("\t")
    before = " ".join(before.split())
    return (before, after) if tab and label_alone(before) else None


def tabbed(text: str, start: float, left: float) -> float:
    """Where the words begin that have tabs or several spaces before them, if the line begins at `start` and the others
    at `left`."""
    before = text[: len(text) - len(text.lstrip())]
    for _ in range(before.count("\t")):
        start = next_stop(start, left)
    spaces = before.count(" ") + before.count("\u00a0")
    return start + spaces * SPACE if spaces > 1 else start


def next_stop(place: float, left: float) -> float:
    """Where a tab leads to: where the other lines of the paragraph begin, or the next of Word's own stops."""
    return left if place < left - 1 else (place // TAB_STOP + 1) * TAB_STOP
