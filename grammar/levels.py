"""The words for the levels of a rulebook: chapter, clause, sub-clause, and what other books call theirs.

There is one list of them, for references, for the headings of a book and for what an instruction puts in.
"""

from __future__ import annotations

from functools import lru_cache

_LEVELS: dict[str, tuple[int, str, str]] = {
    # word: how deep it usually stands, from 0; how else it is spelt; how it is cut short
    "book": (0, "", ""),
    "title": (0, "", ""),
    "chapter": (0, "", "ch chap cap"),
    "part": (0, "", "pt"),
    "bylaw": (0, "by-law bye-law byelaw", ""),
    "schedule": (0, "", "sched sch"),
    "appendix": (0, "", "app"),
    "annex": (0, "annexe annexure", ""),
    "addendum": (0, "", ""),
    "exhibit": (0, "", ""),
    "attachment": (0, "", ""),
    "division": (1, "", "div"),
    "clause": (1, "", "cl cls"),
    "rule": (1, "", ""),
    "article": (1, "", "art arts"),
    "standing order": (1, "", ""),
    "regulation": (1, "", "reg regs"),
    "section": (2, "", "sec secs sect ss"),
    "subclause": (3, "", ""),
    "subsection": (3, "", ""),
    "paragraph": (4, "", "para paras par"),
    "subparagraph": (5, "", ""),
    "item": (6, "", ""),
    "point": (6, "", ""),
    "bullet": (6, "bullet point", ""),
}
_OTHERS = {
    "appendices": "appendix", "addenda": "addendum", "§": "section", "§§": "section", "s": "section", "c": "chapter",
    "r": "rule", "so": "standing order", "sos": "standing order",
}  # fmt: skip

APART = frozenset("appendix schedule annex annexe annexure addendum exhibit attachment".split())
"""What stands beside the chapters, whatever the levels of the book are called."""


def _spellings(word: str) -> list[str]:
    spelt = _LEVELS[word][1]
    return [word, *([spelt] if word == "bullet" else spelt.split())]


LEVELS = tuple(one for word in _LEVELS for one in _spellings(word))
"""Every level word in full."""

HEADINGS = tuple(one for word, (depth, _, _) in _LEVELS.items() if depth < 4 for one in _spellings(word))
"""The words that the headings of a book begin with, in full; below these a provision has only its number."""


def _pattern() -> str:
    full = sorted((one for word in _LEVELS for one in _spellings(word)), key=len, reverse=True)
    short = sorted((one for _, _, cut in _LEVELS.values() for one in cut.split()), key=len, reverse=True)
    words = "|".join(full).replace(" ", "[ ]")
    initials = r"(?-i:SOs?|[Ss]\.[ ]?[Oo]s?)(?![A-Za-z])\.?"
    named = rf"(?:{words})s?|appendices|addenda|(?:{'|'.join(short)})(?![a-z])\.?"
    return rf"(?:(?:sub[- ]?){{0,3}}(?:{named})|{initials}|§§?)"


LEVEL_WORD = _pattern()
"""A pattern of every level word, in any capitals; only one that is cut short has a full stop after it."""


_FORMS = {
    form: word
    for word, (_, _, short) in _LEVELS.items()
    for one in (*_spellings(word), *short.split())
    for form in (one.replace("-", ""), f"{one}s".replace("-", ""))
} | _OTHERS


@lru_cache(maxsize=1024)
def level_word(written: str) -> str:
    """A level word in its one form: "Sub-Clauses" is "subclause", "Ch." is "chapter", "§" is "section"."""
    word = " ".join(written.lower().replace("-", "").split()).strip(". ")
    word = word.replace(". ", "").replace(".", "")  # "S.O."
    depth = 0
    while word.startswith("sub") and word not in _FORMS:
        word, depth = word[3:].strip(), depth + 1
    return "sub" * depth + _FORMS.get(word, word)


def rank(level: str) -> int | None:
    """How deep a level word usually stands, from 0; None for no word."""
    if level in _LEVELS:
        return _LEVELS[level][0]
    return 5 if level.startswith("sub") else None


def level_name(level: str) -> str:
    """A level word as it is printed: "sub-clause"."""
    return f"sub-{level[3:]}" if level.startswith("sub") else level
