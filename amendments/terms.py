"""The words of a text that say what it is about, in one form each, and whether a book uses them often."""

from __future__ import annotations

import re
from collections.abc import Callable

from rulebook.provision import Rulebook

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PLAIN = frozenset(
    """about above after again against also although among another because been before below being between both could
    does done during each either ensure every from further given gives have having here hers himself into itself least
    less made make makes many may more most much must neither next none only other others ought over same shall should
    since some such take taken than that their them then there these they this those through under until upon used were
    what when where whether which while whom whose will with within without would your
    body date days give held month name number order part reason sent time unless week writing written year
    first second third fourth fifth three four five seven eight nine eleven twelve
    add amend change clause chapter delete insert paragraph provision replace rule sub-clause word""".split()
)  # words that any text has, those of time and number, and those of instructions
_SHORTEST = 4  # letters


def terms_in(text: str) -> set[str]:
    """What a text is about: its words without capitals and plurals, but for those that any text has."""
    found = set()
    for match in _WORD.finditer(text):
        word = re.sub(r"[’']s?$", "", match[0].lower())
        if word in _PLAIN:
            continue
        word = re.sub(r"ies$", "y", word) if len(word) > 5 else word
        word = word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST else word
        if len(word) >= _SHORTEST and word not in _PLAIN:
            found.add(word)
    return found


COMMON = 0.4  # of the clauses of a book: a word that more of them have does not tell one subject from another


def tells(terms: set[str], rulebook: Rulebook) -> bool:
    """Whether one of some terms is rare enough in a book that two texts which share it are on one subject."""
    clauses = [clause.words().lower() for chapter in rulebook.chapters for clause in chapter.children or (chapter,)]
    most = max(2, COMMON * len(clauses))
    return any(sum(bool(begins(words)) for words in clauses) <= most for begins in map(_beginning, sorted(terms)))


def _beginning(term: str) -> Callable[[str], object]:
    return re.compile(rf"\b{re.escape(term)}").search
