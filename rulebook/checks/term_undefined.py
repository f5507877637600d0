"""The rules treat a term as one that they have given a meaning, and they have not.

“The Appeals Board” with capital letters, or “a list as defined in Clause II”, sends the reader looking. If there is
nothing to find, the chair decides what it is.

Bad:

    # Chapter 1 Appeals

    ## Clause I Definitions

    1. “member” means a person who has paid.

    2. “officer” means a member elected by conference.

    3. “branch” means ten members who meet.

    ## Clause II Hearings

    1. A member may appeal to the Standing Panel.

    2. An officer or a branch shall obey the Standing Panel.

Good:

    # Chapter 1 Appeals

    ## Clause I Definitions

    1. “member” means a person who has paid.

    2. “officer” means a member elected by conference.

    3. “branch” means ten members who meet.

    4. “Standing Panel” means five members elected by conference.

    ## Clause II Hearings

    1. A member may appeal to the Standing Panel.

    2. An officer or a branch shall obey the Standing Panel.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rulebook.diagnostics import Found, Severity
from rulebook.looking.book import Book
from rulebook.looking.definitions import definitions, using
from rulebook.provision import Path
from rulebook.source import Span

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"

OFTEN = 2  # provisions that use a name, at the least
MANY = 3  # definitions, from which on a book is one that defines its terms

# What the rules themselves set up; names of people, of places and of laws are none of their business.
_BODY = (
    "Board|Body|Commission|Committee|Council|Panel|Tribunal|Forum|Conference|Assembly|Group|College|Officer|Secretary|"
    "Treasurer|Chair|President|Convenor|Scrutineer|Register|Roll|Code|Procedure|Scheme|Fund|Ballot|Meeting|Member|"
    "Branch|Section|Period|Date|Year|List|Form|Fee|Notice|Quorum"
)
_NAMED = re.compile(
    rf"(?<=[a-z,;] )(?P<led>the|an?|each|every|any)\s+(?P<term>(?:[A-Z][a-z’-]+\s+){{1,3}}(?:{_BODY}))s?\b"
)
_SAID = re.compile(
    r"[“\"](?P<quoted>[^“”\"\n]{2,60})[”\"],?\s+\(?(?:as|so)\s+defined\b"
    r"|\b(?:an?|the|any|every|each)\s+(?P<plain>[\w’-]+(?:\s[\w’-]+)?),?\s+\(?as\s+defined\s+(?:in|by)\s+(?:these\s+rules|this)"
)


def find(book: Book) -> Iterator[Found]:
    """Each term that is said to be defined and is not, and each name that is nowhere introduced."""
    rulebook = book.rulebook
    every = definitions(rulebook)
    defined = [using(one.term) for one in every]
    used: dict[str, list[tuple[Path, str, Span]]] = defaultdict(list)
    for pattern, named in ((_SAID, ("quoted", "plain")), (_NAMED, ("term",))):
        if pattern is _NAMED and len(every) < MANY:
            continue
        for path, part, span in book.running.find(pattern):
            match = pattern.match(rulebook.part(path, part), span[0])
            name = next((name for name in named if match and match[name]), None)
            if match is None or name is None or part == "heading":
                continue
            term = " ".join(match[name].split())
            if not any(one.fullmatch(term) for one in defined):
                used[term].append((path, part, match.span(name)))
                if pattern is _SAID:
                    used[term] += [used[term][-1]] * OFTEN  # once is enough
    for term, places in used.items():
        if len(places) >= OFTEN and (len(set(places)) == 1 or not _is_introduced(book, term)):
            yield Found(
                f"“{term}” is used as a term, and no rule says what it is",
                f"add a definition: “{term}” means ...; or, if it is another term, write that one",
                book.words(*places[0]),
            )


def _is_introduced(book: Book, term: str) -> bool:
    """Whether some rule says what a name is: a heading, "a Standing Panel", "the Standing Panel is ..."."""
    name = re.escape(term).replace(r"\ ", r"\s+")
    said = re.compile(
        rf"\b(?:an?|one|called|as|be|its)\s+(?:\w+\s+)?{name}\b"
        rf"|(?:^|(?<=\n)|(?<=[.;:]\s))(?:The\s+|the\s+)?{name}s?\s+"
        r"(?:is|are|has|have|consists?|comprises?|means|meets|shall\s+(?:be|consist|comprise|have))\b"
    )
    heading = re.compile(name, re.IGNORECASE)
    return any(True for _ in book.running.find(said)) or any(
        part == "heading" for _, part, _ in book.running.find(heading)
    )
