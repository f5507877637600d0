"""The places and documents that a sentence names: references, numbers alone, pages, the rulebook, another document."""

from __future__ import annotations

import re

from amendments.reading.sentences.patterns import (
    ASIDE,
    BOOK,
    BOOK_BEGINS,
    DOCUMENT,
    DOCUMENT_FIRST,
    NUMBER_ALONE,
    NUMBERS,
    PRINT,
)
from amendments.reading.sentences.stretch import Stretch
from amendments.reading.sentences.words import longest_phrase
from grammar.words import TURNS
from rulebook.reference import meaning, read_reference, scan

_PARTS_OFF = re.compile(r":|\s[–—-]\s")


def print_place(at: Stretch) -> bool:
    """ "(page 14)", "page 4, line 7": where the words are printed."""
    match = PRINT.match(at.text, at.place, at.end)
    if match is None or (match[0][0] != "(" and at.last() not in ("REF", "COMMA", "PRINTED", "")):
        return False
    at.put("PRINTED", match.end())
    return True


def book(at: Stretch) -> bool:
    """The rulebook by its name, or "these rules"."""
    if not BOOK_BEGINS.match(at.text, at.place):
        return False
    match = BOOK.match(at.text, at.place, at.end)
    if match is None or scan(at.text, at.place, at.end) is not None:
        return False
    at.edition = match["year"] or at.edition
    at.put("BOOK", match.end(), "all" if re.match(r"(?:the\s+)?(?:all|whole|entire)\b", match[0], re.I) else "one")
    return True


def document_first(at: Stretch) -> bool:
    """A document that is named first: "In the Standing Orders of Conference, ..."."""
    match = DOCUMENT_FIRST.match(at.text, at.place, at.end)
    if match is None or [one.type for one in at.found if one.type != "LITTLE"] != ["IN"]:
        return False
    found = scan(at.text, match.start("name"), at.end)
    if found is not None and found[1] >= match.end():
        return False
    at.put("DOCUMENT", match.end(), start=match.start("name"))
    return True


def reference(at: Stretch) -> bool:
    text, place = at.text, at.place
    if place and text[place - 1].isalnum():
        return False
    end = at.end
    if at.last() == "NUMBER_OF" and (to := re.compile(r"\s+to\s").search(text, place, end)):
        end = to.start()  # "the number of sub-clause 3 to 5" is no range
    found = scan(text, place, end)
    said = meaning(found[0]) if found else ()
    if found is None or not said:
        return False
    mark = _PARTS_OFF.search(text, place, found[1]) if at.last() == "NEW" else None
    shorter = scan(text, place, mark.start()) if mark else None
    if shorter is not None and meaning(shorter[0]):
        found, said = shorter, meaning(shorter[0])  # behind the number of a new rule stands its text
    at.put("REF", found[1], said)
    document = DOCUMENT.match(text, found[1], at.end)
    if document and scan(text, document.start("name"), at.end) is None and not BOOK.match(text, document.start("name")):
        at.put("DOCUMENT", document.end("name"), start=document.start("name"))
    return True


def aside(at: Stretch) -> bool:
    """Brackets after a place: the same place again, its heading, or the number of another document."""
    match = ASIDE.match(at.text, at.place, at.end)
    if match is None or at.last() not in ("REF", "PRINTED"):
        return False
    known = longest_phrase(at.text, at.place + 1, match.end() - 1)
    if known and known[0] in ("VERB", "AND", *TURNS):
        return False  # "(and renumber the rest)"
    inside = match["inside"].strip()
    again = read_reference(inside)
    if len(again) == 1 and (again[0].steps or again[0].parts):
        first = not any(one.type == "REF" for one in at.found)
        at.put("REF" if first else "AGAIN", match.end(), again)  # "Page 4 (Section 6.1)"
    elif re.fullmatch(r"[A-Za-z][A-Za-z’' ,&-]*", inside) and at.last() == "REF":
        at.put("TITLE", match.end(), inside)
    else:
        at.put("DOCUMENT", match.end(), inside)
    return True


def number(at: Stretch) -> bool:
    """A number without a level word, where only a number can stand: "renumber 5A as 6", "after C insert"."""
    if at.last() not in (
        "VERB",
        "AS",
        "TO",
        "AFTER",
        "BEFORE",
        "NEW",
        "BECOMES",
        "IN",
        "COMMA",
        "AND",
        "REST",
        "NUMBER_OF",
        "",
    ):
        return False
    several = any(one.type == "VERB" and one.value[0] == "renumber" for one in at.found) or at.last() == "BECOMES"
    match = (NUMBERS if several else NUMBER_ALONE).match(at.text, at.place, at.end)
    said = read_reference(f"items {match[0]}") if match else ()
    if match is None or not said or not said[0].steps or len(said[0].steps[-1].label) > 4:
        return False
    at.put("NUMBER", match.end(), said)
    return True
