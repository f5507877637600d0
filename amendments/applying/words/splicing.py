"""Words put into a text and taken out of it, with the spaces and stops that belong there.

Words put in get one space each side; none before , ; : . ) or after ( or a hyphen, nor where a slash or a hyphen at
their edge joins them to a word. A deletion closes up the space. Capital letters are never changed.
"""

from __future__ import annotations

import re

_CLOSING = tuple(",;:.)?!’”]%")
_OPENING = ("(", "[", "“", "‘")
_HANGING = re.compile(r"(?:[;:,]|[;,] (?:and|or))$")
_FINAL = re.compile(r"(?:[.;:,]|[;,] (?:and|or))$")
_SENTENCE_ENDS = re.compile(r"[.!?][’”)\]]*$")
# what joins the words that begin or end with it to the word beside it: “-elect”, “’s”, “Cymru/”
_JOINS_BEFORE = re.compile(r"[,;:.)!?%”\]]|’(?!\w\w)|'(?:s\b|\W|$)|\"(?:\W|$)")
_JOINS_WORD_BEFORE = re.compile(r"[-–—/]\w")
_JOINS_AFTER = re.compile(r"[(\[“‘]$|\w[-–—/]$|(?:^|\s)[\"']$")
_CLINGS = re.compile(r"[-–—/]\w")


def spliced(text: str, start: int, end: int, new: str, floor: int = 0) -> str:
    """The text with new words in place of what stands between two offsets.

    What is before `floor` stays as it is to the letter, for something else is to be done there. New words with line
    ends before or after them are lines or paragraphs of their own.
    """
    if start == end and not new.strip():
        return text
    left, gone, right = text[:start], text[start:end], text[end:]
    if new.strip() and (new.startswith("\n") or new.endswith("\n")):
        return _on_lines(left, new, right, floor)
    new = new.strip()
    bare_left, bare_right = _without_spaces_after(left, floor), right.lstrip(" ")
    if bare_right[:1] in (".", ";", ":", ",") and new.endswith(bare_right[:1]) and not new.endswith(".."):
        new = new[:-1]  # one stop is kept
    if not new:
        return _closed(left, right, floor)
    return _before(left, bare_left, gone, new, floor) + new + _after(text, right, gone, new, end)


def _before(left: str, bare: str, gone: str, new: str, floor: int) -> str:
    """What stands before new words, with the space or without it."""
    if _JOINS_BEFORE.match(new) or _ends_joined(left):
        if bare[-1:] == new[0] and new[0] in ",;:" and len(bare) > floor:
            return bare[:-1]
        return bare
    if _JOINS_WORD_BEFORE.match(new) and left[-1:].isalnum():
        return left
    if gone:  # the spaces that were there stay
        return left + " " if left[-1:].isalnum() or _parted(left[-1:], gone[:1], _OPENING) else left
    return bare if not bare or bare.endswith(("\n", " ", *_OPENING)) or _opens(bare) else bare + " "


def _after(text: str, right: str, gone: str, new: str, end: int) -> str:
    """What stands after new words, with the space or without it."""
    bare = right.lstrip(" ")
    if _JOINS_AFTER.search(new):
        return bare
    if gone:
        return " " + right if right[:1].isalnum() or _parted(right[:1], gone[-1:], _CLOSING) else right
    if not bare or bare.startswith(("\n", *_CLOSING)):
        return bare
    clings = _CLINGS.match(right) or (right[:1] in "\"'" and end > 0 and not text[end - 1].isspace())
    return right if clings else " " + bare


def _ends_joined(left: str) -> bool:
    """Whether a text ends with a hyphen or a slash that joins what comes next to its last word."""
    return left[-1:] in ("-", "/") and (len(left) < 2 or not left[-2].isspace())


def _opens(left: str) -> bool:
    """Whether a text ends with a straight quotation mark that opens."""
    return left[-1:] in ("'", '"') and (len(left) < 2 or left[-2] in " \n(")


def _on_lines(left: str, new: str, right: str, floor: int) -> str:
    """New lines between those that are there: as far apart as they or their neighbours are."""
    body = new.strip("\n")
    before, after = len(new) - len(new.lstrip("\n")), len(new) - len(new.rstrip("\n"))
    if not before and not after:
        return left + body + right
    head = _joint(left, before, floor) if before else left
    tail = right.lstrip(" ") if after else right
    ends = max(after, len(tail) - len(tail.lstrip("\n"))) if after else 0
    tail = "\n" * ends + tail.lstrip("\n") if after and tail.strip("\n") else "" if after else tail
    return head + body + tail


def _joint(left: str, wanted: int, floor: int) -> str:
    """A text with so many line ends after it; nothing after an empty one."""
    bare = left[:floor] + left[floor:].rstrip(" \n")
    if not bare:
        return bare
    return bare + "\n" * max(wanted, len(left.rstrip(" ")) - len(left.rstrip(" ").rstrip("\n")))


def _parted(beside: str, gone: str, joined: tuple[str, ...]) -> bool:
    """Whether a space between a mark and what it stood beside went with the words that were there."""
    return gone.isspace() and bool(beside) and not beside.isspace() and beside not in joined


def _without_spaces_after(left: str, floor: int) -> str:
    return left[:floor] + left[floor:].rstrip(" ")


def _closed(left: str, right: str, floor: int) -> str:
    """Two sides of a gap brought together."""
    bare = _without_spaces_after(left, floor)
    if right[:1] in (".", "!", "?") and len(bare) > floor and (bare.endswith("\n") or _SENTENCE_ENDS.search(bare)):
        right = right.lstrip(".!?")  # the stop of a sentence that is gone
    elif right[:1] in (".", "!", "?") and not bare:
        right = right.lstrip(".!?")
    if not left.strip() or left.endswith("\n"):
        return _lines_closed(left, right.lstrip(" "), floor)
    if not right.strip() or right.startswith(("\n", *_CLOSING)):
        return bare + right
    if bare.endswith(_OPENING) or _opens(bare):
        return bare + right.lstrip(" ")
    if left[-1].isspace() or right[0].isspace():
        return bare + ("" if bare.endswith(" ") else " ") + right.lstrip(" ")
    return left + right


def _lines_closed(left: str, right: str, floor: int) -> str:
    """The same, where a line or a paragraph begins with what is gone: its line end goes with it."""
    body = left[:floor] + left[floor:].rstrip(" \n")
    if not body or not right.strip():
        return body or right.lstrip("\n")
    if not right.startswith("\n"):
        return left + right
    ends = max(len(left) - len(left.rstrip("\n")), len(right) - len(right.lstrip("\n")))
    return body + "\n" * ends + right.lstrip("\n")


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
    if words in ("and", "or") and kept in (";", ","):
        return len(stripped), len(stripped), words  # the link of a list goes behind its mark
    if len(kept) > 1 and words.endswith(kept):
        return stop.start(), len(stripped), words  # "; and" is kept once
    if words[-1] == kept[0] or words[-1] == ".":
        words = words[:-1]  # one stop is kept
    elif _HANGING.search(words) or words[-1] in "!?":
        return None
    return stop.start(), stop.start(), words
