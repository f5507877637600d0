"""Nouns before a quotation, which say what kind of words it has: “the phrase”, “the outdated term”."""

from __future__ import annotations

import re

from amendments.reading.sentences.patterns import DESCRIBED, UNIT
from amendments.reading.sentences.stretch import Stretch
from amendments.reading.sentences.words import longest_phrase
from amendments.reading.slips import nearest
from grammar.levels import level_word, rank
from grammar.words import LAST_WORDS, ORDINALS, PHRASES

_NO_NOUN = frozenset(
    "half part most some one two three four five six seven eight nine ten any shortly soon almost about around "
    "including etc ie eg like penultimate next middle initial earlier later leading previous preceding remaining "
    "other hundredth".split()
)
_USUAL = frozenset(
    "word words phrase phrases figure figures sentence sentences text number date term expression passage comma "
    "heading title wording line provision paragraph amount".split()
)
"""Nouns for a quotation that need nothing before them."""


def described(at: Stretch) -> bool:
    """A noun before a quotation, or an adjective and a noun."""
    match = DESCRIBED.match(at.text, at.place, at.end)
    if match is None:
        return False
    words = [word.rstrip(",:–—-") for word in match[0].lower().split() if word != "and"]
    beyond = match.end()
    while beyond < at.end and beyond not in at.quoted and at.text[beyond] in ",:–— \t*-":
        beyond += 1
    known = longest_phrase(at.text, at.place, at.end)
    phrase = known is not None and known[0] not in ("LITTLE", "PRONOUN") and " " in at.text[at.place : known[2]]
    if any(len(word) < 3 or not word.islower() for word in re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", match[0])[-1:]):
        return False  # a label: "a new paragraph CA: “...”"
    if beyond not in at.quoted or not words or phrase:
        return False
    before = at.found[-1].type if at.found else ""
    if before in ("NEW", "FOLLOWING") and UNIT.fullmatch(words[-1]):
        return False  # what is put in: "a new sub-clause: “...”"
    if words and (words[-1] in ("row", "column", "cell", "table", "page") or _tells_which(words)):
        return False  # the row itself
    if len(words) == 1 and nearest(words[0]) and not _has_article(at):
        return False
    deletes = any(one.type == "VERB" and one.value[0] in ("delete", "replace") for one in at.found[-2:])
    if deletes and rank(level_word(words[-1])) is not None:
        return False  # “delete the rule “Dogs””: is it the rule, or the word?
    if not _is_description(words) or (before in ("", "AND", "COMMA", "COLON", "THEN") and words[-1] not in _USUAL):
        return False
    at.put("NOUN", at.place + len(match[0].rstrip(" \t\n,:–—-")))
    return True


def _tells_which(words: list[str]) -> bool:
    """Whether words say which sentence or rule is meant, and are no description of those that are quoted."""
    return words[-1] in ("containing", "mentioning", "about", "saying", "concerning", "regarding", "including")


def _has_article(at: Stretch) -> bool:
    return bool(at.found) and at.found[-1].type == "LITTLE" and at.found[-1].lower() in ("the", "a", "an")


def _is_description(words: list[str]) -> bool:
    """Whether words before a quotation say what kind of words it has, and nothing that we understand otherwise."""
    *adjectives, noun = words
    if noun in _NO_NOUN or noun.endswith("ly") or _means_something(noun) or noun in ORDINALS or noun in LAST_WORDS:
        return False
    return not adjectives or not (
        adjectives[0] in _NO_NOUN or _means_something(adjectives[0]) or adjectives[0] in ORDINALS
        or adjectives[0] in LAST_WORDS
    )  # fmt: skip


def _means_something(word: str) -> bool:
    """Whether a word is of the vocabulary, or begins a phrase of it, and is more than a little word."""
    entry = PHRASES.get(word)
    if not isinstance(entry, dict):
        return False
    own = entry.get("")
    return isinstance(own, tuple) and (own[0] not in ("LITTLE", "TIME", "LIST_OF", "REST") or word in ("that", "all"))
