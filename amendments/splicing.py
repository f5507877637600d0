"""Words put into a text and taken out of it, with the spaces and stops that belong there.

Words put in get one space each side; none before , ; : . ) or after ( or a hyphen. A deletion closes up the space.
Capital letters are never changed.
"""

from __future__ import annotations

import re

_CLOSING = tuple(",;:.)?!’”]%")
_OPENING = ("(", "[", "“", "‘")
_FINAL = re.compile(r"(?:[.;:,]|[;,] (?:and|or))$")


def spliced(text: str, start: int, end: int, new: str) -> str:
    """The text with new words in place of what stands between two offsets."""
    left, right = text[:start], text[end:]
    if new.startswith("\n\n") or new.endswith("\n\n"):  # whole paragraphs
        return (left + new + right).strip("\n")
    new = new.strip()
    if not new:
        return _closed(left, right)
    joined_left = bool(left) and not left[-1].isspace() and end > start
    joined_right = bool(right) and not right[0].isspace() and end > start
    before, after = left.rstrip(" "), right.lstrip(" ")
    if not before or before.endswith("\n") or new.startswith(_CLOSING[:5]) or before.endswith(_OPENING) or before.endswith("-"):
        first = ""
    else:
        first = "" if joined_left and not before[-1].isalnum() else " "
    if not after or after.startswith("\n") or after.startswith(_CLOSING) or new.endswith(("(", "[", "-")):
        last = ""
    else:
        last = "" if joined_right and not after[0].isalnum() else " "
    if start == end:  # one stop is kept
        if new[-1] in ".;:," and after[:1] == new[-1]:
            after = after[1:]
        if new[0] in ",;:" and before[-1:] == new[0]:
            before = before[:-1]
    return before + first + new + last + after


def _closed(left: str, right: str) -> str:
    """Two sides of a gap brought together."""
    if not left.strip() or left.endswith("\n"):
        return left + right.lstrip(" ")
    if not right.strip() or right.startswith(("\n", *_CLOSING)):
        return left.rstrip(" ") + right
    if left.rstrip(" ").endswith(_OPENING):
        return left.rstrip(" ") + right.lstrip(" ")
    if left[-1].isspace() or right[0].isspace():
        return left.rstrip(" ") + " " + right.lstrip(" ")
    return left + right


def is_sentence(words: str) -> bool:
    """Whether words stand as a sentence: they begin with a capital or a figure and end with a stop."""
    words = words.strip().strip("“‘\"'")
    return bool(words) and (words[0].isupper() or words[0].isdigit()) and words[-1] in ".!?”’"


def place_at_end(text: str, words: str) -> tuple[int, int, str] | None:
    """Where words go that are added at the end of a text: (start, end, what to put there).

    A sentence goes after the final stop. Words that begin in lower case or with a comma go before it, and one stop is
    kept. None where it is not certain: a sentence after words that no stop ends, or words that could be either.
    """
    stripped = text.rstrip()
    stop = _FINAL.search(stripped)
    begins = words.lstrip().lstrip("“‘\"'(")[:1]
    if begins and (begins.isupper() or begins.isdigit()):
        if stripped and stripped[-1] not in ".!?”’)" :
            return None
        return len(stripped), len(stripped), words
    if stop is None:
        return len(stripped), len(stripped), words
    words = words.strip()
    if words[-1] in ".;" and stripped[stop.start()] in ".;":
        words = words[:-1]
    return stop.start(), stop.start(), words
