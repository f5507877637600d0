"""The rules say what a term means and never use it.

Either a rule that used it has gone, or the rules now say the same thing in other words. Readers look for the rule that
the meaning was given for.

Bad:

    # Chapter 1 Names

    ## Clause I Meanings

    1. “panel” means the people who hear appeals.

    2. The secretary keeps the minutes.

Good:

    # Chapter 1 Names

    ## Clause I Meanings

    1. “panel” means the people who hear appeals.

    2. The secretary keeps the minutes of the panel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity
from rulebook.looking.book import Book
from rulebook.looking.definitions import Definition, definitions

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"


def find(book: Book) -> Iterator[Found]:
    """Each term that stands only where it is defined."""
    for one in definitions(book.rulebook):
        if not _is_used(book, one):
            yield Found(
                f"“{one.term}” is given a meaning in {book.name(one.path)} and is not used",
                "take the definition out, or use the term where it is meant",
                book.words(one.path, one.part, one.span),
            )


def _is_used(book: Book, one: Definition) -> bool:
    """Whether a term stands anywhere else, also in another form: “to affiliate” is used in “affiliated”."""
    words = one.term.split()
    stem = re.sub(r"(?:e|y|s)$", "", words[-1])
    words[-1] = stem if len(stem) > 3 else words[-1]
    return any(
        (path, part) != (one.path, one.part) or not (one.span[0] <= span[0] < one.span[1])
        for path, part, span in book.running.find_words(" ".join(words))
        if path[: len(one.within)] == one.within
    )
