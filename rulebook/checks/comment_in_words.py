"""A comment stands in the middle of the words of a rule, and is printed with them.

Only a comment on a line of its own, with nothing before it, is left out of the rules. Members would read the office's
notes in their rule book.

Bad:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A meeting is summoned in writing. <!-- ask the office -->

Good:

    # Chapter 1 Meetings

    ## Clause I Summoning

    <!-- ask the office -->

    1. A meeting is summoned in writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity
from rulebook.looking.book import Book

SEVERITY = Severity.WARNING
SINCE = "0.1.0"

_COMMENT = re.compile(r"<!--.*?(?:-->|(?=\n\n|\n\x00|\Z))", re.DOTALL)


def find(book: Book) -> Iterator[Found]:
    """Each comment that is part of a heading or of the words of a provision."""
    for path, part, span in book.running.find(_COMMENT):
        yield Found(
            f"this comment is read as words of {book.name(path)}, and would be printed",
            "put it on a line of its own above the provision, with an empty line after it",
            book.words(path, part, span),
        )
