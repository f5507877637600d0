"""The shape of a tree: how deep it is, and what stands in it beside the provisions.

A heading that found no place is a short line among the words; a chapter that was not seen leaves its words to the one
before, or to the title page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulebook.importing.file.paragraphs import LeftOut
from rulebook.importing.grading.marks import Mark, Seen
from rulebook.numbering import BULLETS
from rulebook.provision import Provision

DEEPEST = 6  # levels; the deepest rulebooks met have seven, and few of those
SHORT = 7  # words of a line that may be a heading
LONG_HEADING = 18  # words
TITLE_PAGE = 80  # words of one, with a date and an address; so few of another sort say nothing, either
LONG = 600  # words of a book that has more than one provision
FEW = 4  # entries of a contents page, or provisions, which say nothing
_TABLE = re.compile(r"^\s*\|", re.MULTILINE)
_DANGLING = re.compile(
    r"(?<![\w.(])(?:a|an|the|of|to|by|with|for|from|at|on|than|is|are|be|been|was|were|shall|must|may|will|which|who|whose|that"
    r"|if|as|their|its|his|her|our|any|each|every|no|not|between|within|upon|into)$",
    re.IGNORECASE,
)


def too_deep(seen: Seen) -> Iterator[Mark]:
    """A provision under more than six others."""
    for path, _ in seen.rulebook.walk():
        if len(path) > DEEPEST:
            yield seen.at(path, f"this provision is {len(path)} levels deep")


def stray_lines(seen: Seen) -> Iterator[Mark]:
    """A short line among the words that ends like a heading: it is one, perhaps, that found no place."""
    for path, one in seen.rulebook.walk():
        for paragraph in _paragraphs(one):
            if _like_a_heading(paragraph):
                yield seen.at(path, f"“{paragraph}” stands alone among the words")


def _paragraphs(one: Provision) -> list[str]:
    """The paragraphs of a provision that have no number of their own."""
    text = one.text.split("\n\n")
    own = text[1:] if one.label and not one.heading else text
    return [words for words in (*own, *one.tail.split("\n\n")) if words and not _TABLE.search(words)]


def _like_a_heading(words: str) -> bool:
    return (
        len(words.split()) <= SHORT
        and words[-1] not in ".;:,?!)”"
        and words[0].isupper()
        and any(letter.isalpha() for letter in words)
    )


def long_headings(seen: Seen) -> Iterator[Mark]:
    """A heading of many words: a sentence was taken for one."""
    for path, one in seen.rulebook.walk():
        if len(one.heading.split()) > LONG_HEADING:
            yield seen.at(path, f"the heading “{one.heading[:50]}…” has {len(one.heading.split())} words")


def cut_sentences(seen: Seen) -> Iterator[Mark]:
    """Words that end as no sentence does, with nothing under them: the rest of the sentence stands elsewhere."""
    for path, one in seen.rulebook.walk():
        last = one.tail or ("" if one.children else one.text)
        if last and not _TABLE.search(last) and _DANGLING.search(last.split("\n\n")[-1]):
            yield seen.at(path, f"the words end with “{' '.join(last.split()[-4:])}”")


def share_of_tails(seen: Seen) -> float:
    """Which part of the words stands after the provisions that they belong to."""
    number = sum(len(one.tail.split()) for _, one in seen.rulebook.walk())
    return number / _words(seen) if number > TITLE_PAGE else 0.0


def tails(seen: Seen) -> Iterator[Mark]:
    """The longest of these words."""
    long = sorted((-len(one.tail.split()), path) for path, one in seen.rulebook.walk() if one.tail)
    for number, path in long[:3]:
        yield seen.at(path, f"{-number} words stand after its provisions")


def share_before(seen: Seen) -> float:
    """Which part of the words stands before the first provision; a title page of a few words is none."""
    number = sum(len(one.text.split()) for one in _before(seen))
    return number / (number + _words(seen)) if number > TITLE_PAGE else 0.0


def before(seen: Seen) -> Iterator[Mark]:
    """The longest of these words."""
    for one in sorted(_before(seen), key=lambda one: -len(one.text))[:3]:
        yield Mark(f"“{one.text[:50]}…” stands before the first provision", "", one.page, one.line)


def _before(seen: Seen) -> list[LeftOut]:
    return [one for one in seen.report.left_out if one.what == "title page"]


def share_of_bullets(seen: Seen) -> float:
    """Which part of the provisions has a bullet for a number."""
    every = [one for _, one in seen.rulebook.walk()]
    return sum(one.label in BULLETS for one in every) / len(every) if len(every) > FEW else 0.0


def bullets(seen: Seen) -> Iterator[Mark]:
    """The provisions that have most of these under them."""
    most = sorted((-sum(one.label in BULLETS for one in under), path) for path, under in seen.lists() if path)
    for number, path in most[:3]:
        if number:
            yield seen.at(path, f"{-number} bullets stand under it")


def bullets_above(seen: Seen) -> Iterator[Mark]:
    """A bullet among the chapters: the list that it belongs to, or the heading over it, was not seen."""
    for place, one in enumerate(seen.rulebook.chapters):
        if one.label in BULLETS:
            yield seen.at((place,), f"“{' '.join(one.text.split()[:8])}…” stands under no heading")


def share_of_one(seen: Seen) -> float:
    """Which part of the words is those of one provision alone, in a book of some length."""
    most = max(len(f"{one.text} {one.tail}".split()) for _, one in seen.rulebook.walk())
    return most / _words(seen) if _words(seen) > LONG else 0.0


def longest(seen: Seen) -> Iterator[Mark]:
    """The provision that has them."""
    _, path = max((len(f"{one.text} {one.tail}".split()), path) for path, one in seen.rulebook.walk())
    yield seen.at(path, "most words of the book stand here")


def share_not_there(seen: Seen) -> float:
    """Which part of what the contents page names is no heading of the tree."""
    missing = sum(one.about == "contents" for one in seen.report.remarks)
    return missing / seen.entries if seen.entries > FEW else 0.0


def not_there(seen: Seen) -> Iterator[Mark]:
    """What the contents page names, and no heading is."""
    for one in seen.report.remarks:
        if one.about == "contents":
            yield Mark(one.message, "", one.page, one.line)


def _words(seen: Seen) -> int:
    return sum(len(f"{one.text} {one.tail} {one.heading}".split()) for _, one in seen.rulebook.walk())
