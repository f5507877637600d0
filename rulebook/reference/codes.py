"""Codes: runs of labels without level words, such as "5.IV.2(b)(iii)", taken apart and compared."""

from __future__ import annotations

import re

from rulebook.numbering import styles

_PIECE = re.compile(r"(?<=\()[A-Za-z0-9]+-\d+(?=\))|[A-Za-z0-9]+")
_RUN = re.compile(r"(\d{1,3})([IVXLC]{1,6})(\d{1,3}[A-Za-z]?)|([A-Z]{1,2})(\d+[A-Z]{0,2})")


def labels_of(code: str) -> list[str]:
    """The labels of a code: "5.IV.2(b)(iii)" is 5, IV, 2, b, iii; "2I4(b)" is 2, I, 4, b; "C5.IV" is C, 5, IV."""
    found: list[str] = []
    for piece in _PIECE.findall(code):
        run = _RUN.fullmatch(piece)
        found += [label for label in run.groups() if label] if run else [piece]
    return found


def formed(labels: list[str], like: list[str]) -> bool:
    """Whether labels are of the same styles, one by one, as others."""
    return all(set(styles(one)) & set(styles(other)) for one, other in zip(labels, like, strict=False))


def alike(one: list[str], other: list[str]) -> bool:
    """Whether two codes both begin at the top: "3.I.2, 3.I.4", "J 3, J 5.5", "4.2, 4.10"; not "3.I, 2.B"."""
    if len(one) < 2 or len(other) < 2:
        return False
    if all(label.isdigit() for label in one + other):
        return True
    if one[0].isupper() and one[1].isdigit():
        return other[0].isupper() and other[1].isdigit()
    return (len(one) == len(other) or not formed(one[:1], one[1:2])) and formed(other, one)
