"""Words that were broken at the end of a line: put together by what stands elsewhere in the same document."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(r"[\w’']+(?:-[\w’']+)*")
HYPHENED = frozenset(
    "co non ex self vice by all well mid cross half pre re anti sub semi pro three two one four five six ten twelve "
    "north south east west long short full part low high no".split()
)
"""First halves that English writes with a hyphen more often than without."""


def parts_of(text: str) -> list[str]:
    """The words of a line, hyphened ones whole, without one that is broken at its end."""
    found = _PART.findall(text)
    return found[:-1] if re.search(r"[-\u00ad\u2010\u2011\ufffe\x02]\s*$", text) else found


def joined(first: str, second: str, counts: Mapping[str, int], *, certain: bool = False) -> tuple[str, bool]:
    """The word that two halves make, and whether the document shows it. `counts` has its words, in small letters.

    `certain` is for a hyphen that a program put in to break the word; a plain one may have been there before.
    """
    whole, hyphened = first + second, f"{first}-{second}"
    times = counts.get(whole.lower(), 0), counts.get(hyphened.lower(), 0)
    if times[0] != times[1]:
        return (whole if times[0] > times[1] else hyphened), True
    if first.isdigit() or second[:1].isdigit() or second[:1].isupper() or not first[-1:].isalpha():
        return hyphened, False
    if first.lower() in HYPHENED and not certain:
        return hyphened, False
    return whole, False
