"""Labels that were typed before the words of a paragraph: "5. ", "5A) ", "(a) ", "1.2.3 ", "• ".

What is found here may be a label; whether it is one, `levels` decides from what stands round it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rulebook.numbering import BULLET, BULLETS, letter_value, roman_value, segment

SIGNS = BULLETS | frozenset("●○■□▪▫◦‣⁃➢➤✓❖\uf0b7\uf0a7\uf0d8")
"""Signs that word processors set before the lines of a list that has no numbers."""

_TYPED = re.compile(
    r"""(?P<label>
          \((?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,7})\)                  # (5) (5A) (iv) (b)
        | [A-Z]{0,2}\.?\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?)+[.)]?   # 4.2 J.5.8 J5.8
        | [A-Z]\.\d{1,3}[A-Za-z]?\.?                                  # J.5
        | \d{1,3}(?:[a-z]\d{1,2})+[a-z]?[.)]                          # 1b1)
        | [IVXLC]{2,6}(?:\.\d{1,3}[A-Za-z]?)+[.)]?(?=\s+[^a-z])        # III.2 All; but "under Clause / III.2 above"
        | (?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,7})[.)]                  # 5. 5A. iv) B.
        )(?:\s+|(?=[“‘"']))(?P<words>\S.*)?$
    """,
    re.VERBOSE | re.DOTALL,
)
_ALONE = re.compile(
    r"\(?(?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,7})[.)]|[A-Z]{0,2}\.?\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?)+"
)


@lru_cache(maxsize=4096)
def counts(label: str) -> bool:
    """Whether a label is a number, a letter or a numeral, or one of these with a letter put in after it."""
    word = segment(label)
    if not word:
        return False
    if any(character.isdigit() for character in word):
        return True
    if not word.isascii() or not (word.islower() or word.isupper()):
        return False
    shorter = word[:-1]
    return (
        letter_value(word) is not None
        or roman_value(word) is not None
        or (len(word) == 2 and word[0] in "abc")  # ab stands after aa, where it counts
        or (word.isupper() and bool(shorter) and (len(shorter) == 1 or roman_value(shorter) is not None))
    )


def typed(text: str) -> tuple[str, str] | None:
    """The label at the head of a paragraph and the words after it; None where there is none. A bullet is "-"."""
    if text[:1] in SIGNS:
        rest = text[1:]
        if text[0] in "-–—+*" and not rest.startswith((" ", "\t", "\u00a0")):
            return None
        return (BULLET, rest.strip()) if rest.strip() else None
    if text[:2] == "o " and len(text) > 2 and not text[2].islower():  # the hollow bullet of older Words
        return BULLET, text[2:].strip()
    match = _TYPED.match(text) or (_ALONE.fullmatch(text))
    if match is None:
        return None
    label = match["label"] if "label" in match.re.groupindex else match[0]
    words = (match["words"] or "") if "words" in match.re.groupindex else ""
    return (tidied(label), words.strip()) if counts(label) else None


_STUCK = re.compile(
    r"""  \d{1,3}(?:\.\d{1,3}){2,}(?=[a-zA-Z]{2}|[“‘"'(])   # 1.2.1to; but 1.2.1A may be a label itself
        | \d{1,3}\.\d{1,3}(?=[A-Z][a-z]|[“‘])              # 4.2Every; but 4.5km is a length
    """,
    re.VERBOSE,
)


def label_without_gap(text: str) -> int:
    """How long the decimal number is that the first word follows without a gap, because there was no room for one
    where the page was set; 0 where there is none."""
    match = _STUCK.match(text) if text[:1].isdigit() else None
    return match.end() if match else 0


def tidied(label: str) -> str:
    """A label as the tree keeps it: without a final full stop, a bullet as "-"."""
    label = label.strip()
    if label in SIGNS or label == "o":
        return BULLET
    if label.endswith((".", ":")) and segment(label):
        return label[:-1]
    return label
