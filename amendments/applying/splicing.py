"""Words put into a text and taken out of it, with the spaces and stops that belong there.

Words put in get one space each side; none before , ; : . ) or after ( or a hyphen. A deletion closes up the space.
Capital letters are never changed.
"""

from __future__ import annotations

import re

_CLOSING = tuple(",;:.)?!’”]%")
_MARKS = tuple(",;:.)")
_OPENING = ("(", "[", "“", "‘")
_HANGING = re.compile(r"(?:[;:,]|[;,] (?:and|or))$")
_FINAL = re.compile(r"(?:[.;:,]|[;,] (?:and|or))$")


def spliced(text: str, start: int, end: int, new: str, floor: int = 0) -> str:
    """The text with new words in place of what stands between two offsets.

    What is before `floor` stays as it is to the letter, for something else is to be done there.
    """
    left, gone, right = text[:start], text[start:end], text[end:]
    if new.startswith("\n\n") or new.endswith("\n\n"):  # whole paragraphs
        return (left + new + right).strip("\n") if floor == 0 else left + new + right.rstrip("\n")
    new = new.strip()
    bare_left, bare_right = _without_spaces_after(left, floor), right.lstrip(" ")
    if bare_right[:1] in (".", ";", ":", ",") and new.endswith(bare_right[:1]) and not new.endswith(".."):
        new = new[:-1]  # one stop is kept
    if not new:
        return _closed(left, right, floor)
    if new.startswith(_MARKS) or left.endswith("-"):
        before = bare_left
        if before[-1:] == new[0] and new[0] in ",;:" and len(before) > floor:
            before = before[:-1]
    elif end > start:  # the spaces that were there stay
        before = left + " " if left[-1:].isalnum() or _parted(left[-1:], gone[:1], _OPENING) else left
    else:
        before = bare_left if not bare_left or bare_left.endswith(("\n", " ", *_OPENING)) else bare_left + " "
    if new.endswith(("(", "[", "-")):
        after = bare_right
    elif end > start:
        after = " " + right if right[:1].isalnum() or _parted(right[:1], gone[-1:], _CLOSING) else right
    else:
        after = bare_right if not bare_right or bare_right.startswith(("\n", *_CLOSING)) else " " + bare_right
    return before + new + after


def _parted(beside: str, gone: str, joined: tuple[str, ...]) -> bool:
    """Whether a space between a mark and what it stood beside went with the words that were there."""
    return gone.isspace() and bool(beside) and not beside.isspace() and beside not in joined


def _without_spaces_after(left: str, floor: int) -> str:
    return left[:floor] + left[floor:].rstrip(" ")


def _closed(left: str, right: str, floor: int) -> str:
    """Two sides of a gap brought together."""
    bare = _without_spaces_after(left, floor)
    if not left.strip() or left.endswith("\n"):
        return left + right.lstrip(" ")
    if not right.strip() or right.startswith(("\n", *_CLOSING)):
        return bare + right
    if bare.endswith(_OPENING):
        return bare + right.lstrip(" ")
    if left[-1].isspace() or right[0].isspace():
        return bare + ("" if bare.endswith(" ") else " ") + right.lstrip(" ")
    return left + right


def place_at_end(text: str, words: str) -> tuple[int, int, str] | None:
    """Where words go that are added at the end of a text: (start, end, what to put there).

    A sentence, with its stop, goes after the final stop. Words that begin in lower case or with a comma go before it,
    and one stop is kept. None where it is not certain: a capital letter but no stop, a sentence after words that no
    stop ends, or words that end in another mark than those they go before.
    """
    stripped = text.rstrip()
    stop = _FINAL.search(stripped)
    begins = words.lstrip().lstrip("“‘\"'(")[:1]
    if begins and (begins.isupper() or begins.isdigit()):
        if words.rstrip()[-1] not in ".!?:;”’)" or (stripped and stripped[-1] not in ".!?”’)"):
            return None
        return len(stripped), len(stripped), words
    if stop is None:
        return len(stripped), len(stripped), words
    words = words.strip()
    kept = stripped[stop.start() :]
    if len(kept) > 1 and words.endswith(kept):
        return stop.start(), len(stripped), words  # "; and" is kept once
    if words[-1] == kept[0] or words[-1] == ".":
        words = words[:-1]  # one stop is kept
    elif _HANGING.search(words) or words[-1] in "!?":
        return None
    return stop.start(), stop.start(), words
