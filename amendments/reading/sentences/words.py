"""The words that the grammar knows, and those that are a WORD to it because they are of no use."""

from __future__ import annotations

import re

from amendments.reading.quotations import Quotation
from amendments.reading.sentences.patterns import GAP, NAMED_MARK, ORDINAL, UNIT, WORD
from amendments.reading.sentences.stretch import Stretch
from grammar.words import LAST_WORDS, NAMED_MARKS, ORDINALS, PHRASES
from rulebook.reference import LAST, level_word


def longest_phrase(text: str, place: int, stop: int) -> tuple[str, str, int] | None:
    """The terminal of the longest phrase that begins here, what it says, and where it ends."""
    found, at, end = None, PHRASES, place
    while True:
        word = WORD.match(text, end, stop)
        following = at.get(word[0].lower()) or at.get(word[0].lower().replace("’", "'")) if word else None
        if word is None or not isinstance(following, dict):
            return found
        at, end = following, word.end()
        if isinstance(says := at.get(""), tuple):
            found = (*says, end)
        space = GAP.match(text, end, stop)
        if space is None:
            return found
        end = space.end()


def phrase(at: Stretch) -> bool:
    """The longest phrase of the vocabulary that begins here."""
    found = longest_phrase(at.text, at.place, at.end)
    if found is None:
        return False
    kind, value, end = found
    gap = GAP.match(at.text, end, at.end)
    if kind == "PRONOUN" and gap is not None and gap.end() in at.quoted:
        kind = "NOUN"  # "before the existing words “...”"
    at.put(kind, end, tuple(value.split()) if kind == "VERB" else None)
    return True


def named_mark(at: Stretch) -> bool:
    """A mark that is named and not quoted: "the full stop", "a comma"."""
    match = NAMED_MARK.match(at.text, at.place, at.end)
    if match is None:
        return False
    name = " ".join(match[0].lower().split())
    mark = NAMED_MARKS.get(name) or NAMED_MARKS.get(name.removesuffix("s"), "")
    if not mark or re.match(r"\s+of\s+\w+\s+(?:day|week|month|year)", at.text[match.end() : match.end() + 30]):
        return False
    if at.text[match.end() : match.end() + 1] == " " and at.place + len(match[0]) + 1 in at.quoted:
        at.put("LITTLE", match.end())  # the comma “,”
    else:
        at.put("QUOTE", match.end(), Quotation(mark, match.span(), "named"))
    return True


def ordinal(at: Stretch) -> bool:
    match = ORDINAL.match(at.text, at.place, at.end)
    if match is None:
        return False
    word = (match["word"] or "").lower()
    number = int(match["figure"]) if match["figure"] else LAST if word in LAST_WORDS else ORDINALS.get(word)
    if number is None:
        return False
    at.put("ORDINAL", match.end(), "last" if number == LAST else str(number))
    return True


def unit(at: Stretch) -> bool:
    match = UNIT.match(at.text, at.place, at.end)
    if match is None:
        return False
    word = level_word(match[0])
    if word == "standing order" and match[0].endswith("s"):
        at.put("DOCUMENT", match.end())
        return True
    at.put("UNIT", match.end(), "words" if word in ("word", "text", "wording", "passage") else word)
    return True


def word(at: Stretch) -> bool:
    match = WORD.match(at.text, at.place, at.end)
    if match is None:
        return False
    at.put("WORD", match.end())
    return True
