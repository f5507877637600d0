"""Slips of the pen: a word that is no word of ours, taken for the only one that it is a letter from."""

from __future__ import annotations

from functools import lru_cache

from lark import Token

from amendments.reading.edits import Fault
from grammar.words import PHRASES
from rulebook.diagnostics import Severity

SHORTEST = 4  # letters of a word that is taken for a slip


def is_verb_misspelt(word: str) -> bool:
    """Whether a word is a letter from a verb of ours: "delte"."""
    near = nearest(word.lower())
    entry = PHRASES.get(near)
    return isinstance(entry, dict) and isinstance(says := entry.get(""), tuple) and says[0] == "VERB"


def corrected(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], list[Fault]] | None:
    """Words that are no words of ours, each taken for the one that it is a letter from; None where one has none."""
    found: list[Token] = []
    notes: list[Fault] = []
    for one in tokens:
        near = nearest(str(one).lower()) if one.type == "WORD" else ""
        if one.type == "WORD" and not near:
            return None
        if not near:
            found.append(one)
            continue
        entry = PHRASES[near]
        assert isinstance(entry, dict)
        kind, value = entry[""]
        made = Token(kind, near, start_pos=one.start_pos, end_pos=one.end_pos)
        if kind == "VERB":
            made.value = tuple(value.split())
        found.append(made)
        span = (one.start_pos or 0, one.end_pos or 0)
        notes.append(
            Fault("word-misspelt", f"read “{one}” as “{near}”", span, f"write “{near}”", Severity.WARNING, str(near))
        )
    return (tuple(found), notes) if notes else None


@lru_cache(maxsize=1024)
def nearest(word: str) -> str:
    """The one word of ours that a word is a letter from: changed, left out, put in, or two the wrong way round."""
    if len(word) == 3 and word in ("teh", "hte", "adn", "nad"):
        return {"t": "the", "h": "the", "a": "and", "n": "and"}[word[0]]
    if len(word) < SHORTEST or not word.isalpha():
        return ""
    near = {
        known
        for known in PHRASES
        if len(known) >= SHORTEST
        and isinstance(PHRASES[known], dict)
        and "" in PHRASES[known]
        and _is_slip(word, known)
    }
    return near.pop() if len(near) == 1 else ""


def _is_slip(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, other = word[start:], known[start:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    missed = len(known) > SHORTEST and (rest == other[1:] or rest[1:] == other)
    changed = len(known) > SHORTEST + 1 and start > 0 and rest[1:] == other[1:]  # “days” is no slip of “says”
    return swapped or missed or changed
