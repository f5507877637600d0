"""Where a new definition goes among those that stand in the order of the alphabet."""

from __future__ import annotations

import re
from itertools import pairwise

from rulebook.provision import Provision

_TERM = re.compile(r"[*_]*[“\"‘'](?P<term>[^”\"’\n]{1,80})[”\"’]")


def alphabetical_place(beside: tuple[Provision, ...], new: tuple[Provision, ...]) -> int | None:
    """The place of one new definition, from 0; None where those beside it are not all definitions in order."""
    terms = [_term(one) for one in beside]
    term = _term(new[0]) if len(new) == 1 else ""
    if not term or not terms or not all(terms) or any(one > other for one, other in pairwise(terms)):
        return None
    return sum(one < term for one in terms) if term not in terms else None


def _term(provision: Provision) -> str:
    """What a provision defines, in small letters and without its article; "" where it defines nothing."""
    match = _TERM.match(provision.text)
    return re.sub(r"^(?:the|a|an)\s+", "", match["term"].casefold()) if match else ""
