"""A reference inside the rules leaves out a level, such as the clause between a chapter and a sub-clause.

“5.5.A” may be 5.IV.5.A or 5.VI.5.A. Today everybody knows which; after the next clause is put in, nobody does.

Bad:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A summons states:

        A. the date; and

        B. the business.

    2. The date in 1.1.A may be changed once.

    3. The business in 1.2.B may not.

    ## Clause II Voting

    1. Voting is open.

    2. A ballot is secret:

        A. in elections; and

        B. in selections.

Good:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A summons states:

        A. the date; and

        B. the business.

    2. The date in 1.I.1.A may be changed once.

    3. The business in 1.I.1.B may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity, Suggestion
from rulebook.looking.book import Book
from rulebook.looking.reference_targets import listed

SEVERITY = Severity.WARNING
SINCE = "0.1.0"


def find(book: Book) -> Iterator[Found]:
    """Each reference that leads somewhere only if a level is put in; as advice where it can be only one place."""
    rulebook = book.rulebook
    for one in book.leading.citations:
        meant = [] if one.reference.to else book.leading.past_a_level(one)
        if meant and set(one.targets) <= set(meant):
            place, words = book.name(one.path), rulebook.part(one.path, one.part)[slice(*one.span)]
            yield Found(
                f"“{' '.join(words.split())}” in {place} leaves out a level: it may mean {listed(rulebook, meant)}",
                "write the reference with every level from the chapter down",
                book.words(one.path, one.part, one.span),
                tuple(Suggestion("in full", rulebook.reference(path)) for path in meant[:4]),
                Severity.ADVICE if len(meant) == 1 and one.targets else None,
            )
