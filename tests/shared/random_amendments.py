"""Random amendments for Hypothesis: operations on a random rulebook, as somebody might want them carried out at once."""

from __future__ import annotations

import re

from hypothesis import assume
from hypothesis import strategies as st

from amendments.applying.applied import Applied, apply
from amendments.applying.conflicts import overlaps
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.refused import Refused
from amendments.reading.edits import Edit, Place
from rulebook.provision import Path, Provision, Rulebook
from tests.shared.trees import rulebooks

WORD = re.compile(r"\w+")


def edit(place: int = 0) -> Edit:
    """An edit for operations that are made by hand; its span says where in the amendment it stands."""
    return Edit("replace", "words", Place(), (place, place))


new_words = st.lists(st.sampled_from("zebra quagga okapi".split()), min_size=1, max_size=3).map(" ".join)


@st.composite
def splices(draw: st.DrawFn, rulebook: Rulebook, number: int) -> Splice | None:
    """Words of one part of a provision taken out, replaced, or put in between."""
    path = draw(st.sampled_from([path for path, _ in rulebook.walk()]))
    part = draw(st.sampled_from(("heading", "text", "tail")))
    text = getattr(rulebook.at(path), part)
    spans = [match.span() for match in WORD.finditer(text)]
    if not spans:
        return None
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, min(first + 3, len(spans) - 1)))
    start, end = spans[first][0], spans[last][1]
    if draw(st.booleans()):
        start = end
    new = draw(st.one_of(new_words, st.just("")) if end > start else new_words)
    return Splice(path, part, start, end, new, edit(number))


@st.composite
def operations(draw: st.DrawFn, rulebook: Rulebook, number: int) -> Operation | None:
    """One operation that could be carried out alone; None where the book has no place for it."""
    kind = draw(st.sampled_from(("splice", "splice", "cut", "graft", "relabel", "transfer")))
    if kind == "splice":
        return draw(splices(rulebook, number))
    path = draw(st.sampled_from([path for path, _ in rulebook.walk()]))
    if kind == "cut":
        return Cut(path, edit(number))
    siblings = rulebook.children(path[:-1])
    index = draw(st.integers(0, len(siblings)))
    label = f"{900 + number}"
    if kind == "relabel":
        return Relabel(path, label, edit(number))
    if kind == "graft":
        new = Provision(siblings[0].kind, label, "", draw(new_words), (Provision("item", "x", "", draw(new_words)),))
        return Graft(path[:-1], index, (new,), edit(number))
    return Transfer(path, path[:-1], index, label, edit(number))


@st.composite
def amendments(draw: st.DrawFn) -> tuple[Rulebook, list[Operation]]:
    """A rulebook and operations on it that do not overlap."""
    rulebook = draw(rulebooks())
    chosen: list[Operation] = []
    for number in range(draw(st.integers(1, 5))):
        one = draw(operations(rulebook, number))
        if one is not None and not overlaps([*chosen, one]):
            chosen.append(one)
    return rulebook, chosen


def applied(rulebook: Rulebook, chosen: list[Operation], renumbered: tuple[Path, ...] = ()) -> Applied:
    try:
        return apply(rulebook, chosen, renumbered)
    except Refused:
        assume(False)
        raise
