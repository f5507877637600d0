"""Whether the words of a motion ask for a change of the rules, though they are no instruction.

It is told from words alone, so that it is never certain. A section of an Act, an item of an agenda and a clause of
somebody else's book are none of the rules.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rulebook.provision import Rulebook

_CHANGE = (
    r"(?:amend|chang|alter|replac|delet|repeal|remov|insert|rewrit|revis|abolish|scrap|omit)(?:e|es|ed|ing|s)?"
    r"|amendments?|deletion|removal|repeal"
)
_BOOK = (
    r"(?:the|our|these|this|party)\ rule[ -]?books?|rule[ -]?books?|(?:our|these|party|the\ party[’']s)\ rules"
    r"|the\ rules\ of\ (?:the|our|this)\ (?:party|union|society)|rule\ changes?"
    r"|(?:the\ party[’']s|our|party)\ constitution|constitution\ of\ (?:the|our)\ party"
)


@lru_cache(maxsize=1)
def _may_change() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:amend|chang|alter|replac|delet|repeal|remov|insert|add(?!ress)|rewrit|revis|abolish|scrap|omit
             |substitut|renumber|strik(?:e|ing)\ out|tak(?:e|ing)\ out|leav(?:e|ing)\ out|read)\w*""",
        re.VERBOSE | re.IGNORECASE,
    )


def may_change(words: str) -> bool:
    """Whether some words have a verb that instructions have; it is a quick look before a careful one."""
    return _may_change().search(words) is not None


@lru_cache(maxsize=1)
def _signs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words of change, the names of our rules, and words that are against a change."""
    against = r"not|no|never|nor|oppos\w+|reject\w*|resist\w*|against|without|keep|unchanged|defend\w*"
    change, book, against_it = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (_CHANGE, _BOOK, against))
    return change, book, against_it


def speaks_of_changing(rulebook: Rulebook, words: str) -> bool:
    """Whether a sentence speaks of changing the rules or one of their provisions, and not against it."""
    change, book, against = _signs()
    return any(
        change.search(sentence)
        and not against.search(sentence)
        and (book.search(sentence) or _names_a_provision(rulebook, sentence))
        for sentence in re.split(r"(?<=[.;!?])\s+", words)
    )


@lru_cache(maxsize=1)
def _of_something_else() -> re.Pattern[str]:
    """What follows a reference that leads elsewhere: "of the Housing Act", "in the council plan"."""
    return re.compile(
        r"""\s*(?:[\w.()’']+\s+){0,6}(?:Act|Bill|Regulations?|Order|Convention|Treaty|Agreement|Code|Directive|Charter|Law)\b
          | \s+(?:of|in|on|from)\s+(?:the|our|its|their|this|that|an?)\s+
            (?!(?:[\w’']+\s+){0,2}(?:rule[ -]?book|rules|constitution)\b)""",
        re.VERBOSE,
    )


def _names_a_provision(rulebook: Rulebook, sentence: str) -> bool:
    from rulebook.looking.locating import find
    from rulebook.reference import references_in

    return any(
        not _of_something_else().match(sentence, span[1]) and any(find(rulebook, one.steps) for one in references)
        for span, references in references_in(sentence)
    )
