"""Slips of the pen: a word that is no word of ours, taken for the only one that it is a letter from."""

from __future__ import annotations

from functools import lru_cache

from grammar.levels import LEVELS
from grammar.words import PHRASES, THINGS

SHORTEST = 4  # letters of a word that is taken for a slip


def is_verb_misspelt(word: str) -> bool:
    """Whether a word is a letter from a verb of ours: "delte"."""
    near = nearest(word.lower())
    entry = PHRASES.get(near)
    return isinstance(entry, dict) and isinstance(says := entry.get(""), tuple) and says[0] == "VERB"


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words that may have been meant: those of the vocabulary, and what levels and parts are called."""
    single = {word for word, entry in PHRASES.items() if isinstance(entry, dict) and "" in entry}
    named = {word for word in (*LEVELS, *THINGS) if word.isalpha()}
    return frozenset(word for word in single | named | {f"{word}s" for word in named} if len(word) >= SHORTEST)


@lru_cache(maxsize=1024)
def nearest(word: str) -> str:
    """The one word of ours that a word is a letter from: changed, left out, put in, or two the wrong way round.

    "" where there is none, or the word is itself one of ours.
    """
    if len(word) == 3 and word in ("teh", "hte", "adn", "nad"):
        return {"t": "the", "h": "the", "a": "and", "n": "and"}[word[0]]
    if len(word) < SHORTEST or not word.isalpha() or word in _known() or word in PHRASES:
        return ""
    near = {known for known in _known() if _is_slip(word, known)}
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
