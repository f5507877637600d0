"""The words of a text that say what it is about, in one form each, and whether a book uses them often."""

from __future__ import annotations

import re
import weakref
from dataclasses import dataclass, field

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


_latest: list[tuple[weakref.ref[Rulebook], Frequencies]] = []  # many drafts are on one book


def frequencies(rulebook: Rulebook) -> Frequencies:
    """How often a book has its terms; what was counted for the draft before is not counted again."""
    if not _latest or _latest[0][0]() is not rulebook:
        clauses = [one.words().lower() for chapter in rulebook.chapters for one in chapter.children or (chapter,)]
        _latest[:] = [(weakref.ref(rulebook), Frequencies(clauses))]
    return _latest[0][1]


@dataclass(slots=True)
class Frequencies:
    """How many clauses of a book have a term; each is counted once."""

    _clauses: list[str]
    _counted: dict[str, int] = field(default_factory=dict)

    def tell(self, terms: set[str]) -> bool:
        """Whether one of some terms is so rare that two texts which share it are on one subject."""
        return any(self._of(term) <= max(2, COMMON * len(self._clauses)) for term in sorted(terms))

    def _of(self, term: str) -> int:
        if term not in self._counted:
            begins = re.compile(rf"\b{re.escape(term)}")
            self._counted[term] = sum(begins.search(words) is not None for words in self._clauses)
        return self._counted[term]
