"""Seams: where words put in, or the two sides of a gap, meet what stays. A mark too many or too few is a question."""

from __future__ import annotations

import re

from amendments.applying.refused import Refused
from amendments.applying.words.patterns import is_cut_short

_ENDS = re.compile(r"[.!?][’”\"')\]]*$")


def check_seams(text: str, start: int, end: int, new: str) -> None:
    """Raises `Refused` where new words between two offsets of a text, or none, run one sentence into the next: its full
    stop goes with the words, and a capital letter follows. Lines of their own have no such seams.
    """
    new, left, gone = new.strip(" "), text[:start].rstrip(" "), text[start:end].strip(" ")
    right = text[end:].lstrip(" ")
    if "\n" in new or "|" in text:
        return
    before = new or left
    if ends_sentence(gone) and before and right[:1].isupper() and not _ENDS.search(before):
        raise Refused(
            "extent-uncertain",
            f"the full stop of “{_last(gone)}” would go, and “{_last(before)}” would run into “{_first(right)}”",
            "put the full stop into the new words as well" if new else "leave the full stop out of what is deleted",
        )


def check_after_stop(quoted: str, new: str) -> None:
    """Raises `Refused` where words that begin in lower case are to go after a quotation that takes in a full stop."""
    if new.strip()[:1].islower() and ends_sentence(quoted.rstrip()):
        raise Refused(
            "extent-uncertain",
            f"the new words begin in lower case, and the full stop of “{_last(quoted)}” would stand before them",
            "leave the full stop out of the words that they go after, or begin the new words with a capital letter",
        )


def check_marks(right: str, new: str) -> None:
    """Raises `Refused` where the last mark of new words would stand before another mark: “, each month,” and “.”."""
    mark, last = right.lstrip(" ")[:1], new.rstrip()[-1:]
    if last and mark and last != mark and last in ",;:!?" and mark in ".;:,":
        raise Refused(
            "extent-uncertain",
            f"the new words end with “{last}”, and “{mark}” comes after them",
            f"leave “{last}” out, or quote the “{mark}” too and replace it",
        )
    if last == "." and mark.islower() and not is_cut_short(new):
        raise Refused(
            "extent-uncertain",
            f"the new words end a sentence, and “{_first(right)}” goes on after them",
            "leave the full stop out, or say which words are to go",
        )


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the stop of a sentence, and not with that of a word cut short."""
    return _ENDS.search(text) is not None and not is_cut_short(text)


def _first(text: str) -> str:
    return " ".join(text.split()[:3])


def _last(text: str) -> str:
    return " ".join(text.split()[-3:])
