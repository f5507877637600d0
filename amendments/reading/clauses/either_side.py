"""Phrases that do the same wherever they stand in a clause: its place, how often, where in it, and joints."""

from __future__ import annotations

from amendments.reading.clauses.clause import Clause, Unreadable, how_far
from amendments.reading.clauses.phrase import Phrase

JOINTS = ("and", "comma", "colon", "open", "close")

ASIDE = ("comma", "colon", "and", "so_that", "in_list", "as_follows", "open", "close", "instead", "alphabetical",
          "list_below", "respectively", "inclusive", "numbering", "times", "edge", "pronoun", "printed",
          "onwards", "with_all", "description", "excepting")  # fmt: skip


_SAID_OF = {
    "with_all": frozenset("delete replace substitute".split()),
    "excepting": frozenset("delete replace change substitute insert".split()),
}
"""What is said only of some verbs."""


def is_everything(one: Phrase) -> bool:
    """Whether a phrase is “everything”, “all words” or “the words”, of which is said how far they go."""
    if one.kind == "everything":
        return True
    named = one.kind == "new" and one.marks["said"] == "unit"
    return not one.preps and one.value == "words" and (named or (one.kind == "rest" and one.which == "all"))


def scope(head: Clause, one: Phrase) -> None:
    """Gives a place that something is done in its role."""
    head.scope.append(one)
    head.role("place", one)
    if one.prep == "throughout":
        head.occurrence = head.occurrence or "all"
    if one.kind == "book":
        head.said.add("book")
        if one.value == "all":
            head.occurrence = head.occurrence or "all"


def small(head: Clause, one: Phrase) -> None:
    """Phrases that say the same wherever they stand in the clause."""
    if one.kind == "times":
        if head.occurrence and head.occurrence != one.which:
            raise Unreadable(one)
        head.occurrence = one.which
        head.role("occurrence", one)
    elif one.kind == "edge":
        if head.edge:
            raise Unreadable(one)
        head.edge = one.value
        head.role("position", one)
    elif one.kind == "numbering":
        head.said.add("accordingly")
        head.role("renumbering", one)
    elif one.kind == "pronoun":
        if one.preps and one.prep not in ("of", "in", "for", "from"):
            raise Unreadable(one)
        head.said.add("pronoun")
        head.role("pronoun", one)
    elif one.kind in ("instead", "alphabetical", "respectively", "inclusive", "so_that", "as_follows"):
        head.said.add(one.kind)
        head.role(one.kind, one)
    elif one.kind == "onwards":
        raise how_far(one)
    elif head.does not in _SAID_OF.get(one.kind, (head.does,)):
        raise Unreadable(one)
    elif one.kind == "excepting":
        head.excepting.append(one)
        head.role("exception", one)
    elif one.kind == "with_all":
        head.said.add("with_all")
        head.role("extent", one)
    elif one.kind == "list_below":
        head.said.add("below")
        head.role("place", one)
    else:
        head.role("joint" if one.kind in JOINTS else "description", one)
