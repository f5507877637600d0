"""A reference inside the rules leads to a provision that is not there, or to one of several.

“Under Clause IX” in a chapter of eight clauses is what is left of a rule that was taken out or renumbered. Whoever has
to apply it must guess.

Bad:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A summons is sent under sub-clause 4.

    2. It states the business.

Good:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A summons is sent under sub-clause 2.

    2. It is sent by post or electronically.
"""

from __future__ import annotations

from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity, Suggestion
from rulebook.looking.book import Book
from rulebook.looking.citations import Citation
from rulebook.looking.locating import find as find_from
from rulebook.looking.near_misses import as_far_as, nearest, through_crosswalk
from rulebook.looking.reference_targets import listed
from rulebook.numbering import segment

SEVERITY = Severity.WARNING
SINCE = "0.1.0"


def find(book: Book) -> Iterator[Found]:
    """Each reference that leads nowhere, and as advice each that could mean several places."""
    rulebook = book.rulebook
    told = set()
    for one in book.leading.citations:
        key = (one.path, one.part, one.span, one.reference)
        if key in told or len(one.targets) == 1 or (one.targets and one.reference.to):
            continue
        told.add(key)
        past = book.leading.past_a_level(one) if not one.reference.to else []
        if past and set(one.targets) <= set(past):
            continue  # a level is left out, which is a finding of its own
        place, words = book.name(one.path), _words(book, one)
        span = book.words(one.path, one.part, one.span)
        if one.targets:
            yield Found(
                f"“{words}” in {place} could mean {listed(rulebook, list(one.targets))}",
                "write the reference in full, from the chapter down",
                span,
                tuple(Suggestion("in full", rulebook.reference(path)) for path in one.targets[:4]),
                Severity.ADVICE,
            )
        else:
            near = nearest(rulebook, one.reference.steps)
            yield Found(
                f"“{words}” in {place} leads to nothing: {_why(book, one)}",
                "write the reference of the provision that is meant, or take the words out",
                span,
                tuple(Suggestion("the nearest", rulebook.reference(path)) for path in near[:4]),
                None if book.leading.names_a_level(one) else Severity.ADVICE,
            )


def _words(book: Book, one: Citation) -> str:
    return " ".join(book.rulebook.part(one.path, one.part)[slice(*one.span)].split())


def _why(book: Book, one: Citation) -> str:
    """How far it leads."""
    rulebook, steps = book.rulebook, one.reference.steps
    if not book.leading.names_a_level(one):
        return f"these rules have no {steps[0].level}"
    old = through_crosswalk(rulebook, steps)
    if old and (now := find_from(rulebook, old)):
        return f"it is the old number of {listed(rulebook, now)}"
    first = find_from(rulebook, steps, one.path) if one.reference.to else []
    if first:
        return f"{listed(rulebook, first)} is there, and nothing after it is called {one.reference.to}"
    reached = as_far_as(rulebook, steps, one.path)
    if reached is not None and reached[0] and reached[1] is not steps[0]:
        path, step = reached
        return f"{book.name(path)} has no {_called(step.level)}{segment(step.label)}"
    above = next(
        (depth for depth in range(len(one.path)) if rulebook.at(one.path[: depth + 1]).kind == steps[0].level), 0
    )
    where = f"{book.name(one.path[:above])} has" if above else "there is"
    return f"{where} no {_called(steps[0].level)}{segment(steps[0].label)}"


def _called(level: str) -> str:
    return f"{level.replace('sub', 'sub-')} " if level else ""
