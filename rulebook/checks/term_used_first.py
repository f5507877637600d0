"""A term is used before the rule that says what it means, and there is no clause of definitions to look it up in.

Somebody who reads the rules in order, as members do, takes the term for an ordinary word until it is too late.

Bad:

    # Chapter 1 Appeals

    ## Clause I Making an appeal

    1. An appeal goes to the standing panel within ten days.

    ## Clause II Hearing it

    1. “Standing panel” means five members elected by conference.

Good:

    # Chapter 1 Appeals

    ## Clause I Definitions

    1. “Standing panel” means five members elected by conference.

    ## Clause II Making an appeal

    1. An appeal goes to the standing panel within ten days.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity
from rulebook.looking.book import Book
from rulebook.looking.definitions import definitions, using
from rulebook.provision import Path

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"

MANY = 3  # definitions in one place, which readers then look for there
_DEFINITIONS = re.compile(r"\b(?:definitions?|interpretation|meanings?|glossary|terms)\b", re.IGNORECASE)


def find(book: Book) -> Iterator[Found]:
    """Each term with its first use, where that is in an earlier clause than its meaning."""
    rulebook = book.rulebook
    every = definitions(rulebook)
    together = Counter(one.path[:2] for one in every)
    told: set[str] = set()
    for one in every:
        clause = one.path[:2]
        headed = any(_DEFINITIONS.search(rulebook.at(one.path[:depth]).heading) for depth in (1, 2)[: len(one.path)])
        if headed or together[clause] >= MANY or one.term.casefold() in told:
            continue
        first = next(
            (place for place in book.running.find(using(one.term)) if place[0][: len(one.within)] == one.within), None
        )
        if first is None or first[1] == "heading" or not _is_before(first[0], clause):
            continue
        told.add(one.term.casefold())
        yield Found(
            f"“{one.term}” is used here, in {book.name(first[0])}, before {book.name(one.path)} says what it means",
            "put the definition first, or in a clause of definitions at the beginning",
            book.words(*first),
        )


def _is_before(path: Path, clause: Path) -> bool:
    return path[: len(clause)] < clause
