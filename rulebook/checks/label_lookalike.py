"""A label is typed with a letter that only looks like the right one: l for 1, O for 0, or a letter of another alphabet.

On paper nobody sees it. A search for it finds nothing, a reference to it leads to nothing, and it may be read as a part
of the provision before it.

Bad:

    # Chapter 1 Meetings

    ## Clause I Summoning

    l. A meeting is summoned by the secretary.

    2. A summons states the business.

Good:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. A meeting is summoned by the secretary.

    2. A summons states the business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from rulebook.diagnostics import Found, Severity, Suggestion
from rulebook.looking.book import Book
from rulebook.numbering import BULLETS, count, segment, styles
from rulebook.provision import Path
from rulebook.reading.following import follows

SEVERITY = Severity.WARNING
SINCE = "0.1.0"

# Cyrillic and Greek letters that look like Latin ones, after the table of confusables of Unicode (UTS #39).
_OTHERS = str.maketrans(
    "АВЕКМНОРСТУХЅІЈаеорсухіјѕԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABEKMHOPCTYXSIJaeopcyxijsdABEZHIKMNOPTYXovi",
)
_ALIKE = {one: group for group in ("1lI", "0Oo") for one in group}
_LIKE_A_LABEL = re.compile(r"\(?(?P<label>[^\W_]{1,4})[.)]\s+\S")
_ANOTHER_ALPHABET = re.compile(r"[\u0370-\u04ff]")


def find(book: Book) -> Iterator[Found]:
    """Each label that another one would fit in the place of, and each paragraph that begins with such a label."""
    paths: list[Path] = [(), *(path for path, _ in book.rulebook.walk())]
    for path in paths:
        yield from _among_siblings(book, path)
        yield from _in_the_words(book, path)


def _among_siblings(book: Book, parent: Path) -> Iterator[Found]:
    labels = [one.label for one in book.rulebook.children(parent)]
    for place, label in enumerate(labels):
        if label in BULLETS or not set(segment(label)) & set(_ALIKE):
            continue
        before = labels[place - 1] if place else None
        after = labels[place + 1] if place + 1 < len(labels) else None
        if _fits(before, label, after):
            continue
        meant = next((one for one in _variants(segment(label)) if _fits(before, one, after)), None)
        if meant:
            path = (*parent, place)
            shown = label.replace(segment(label), meant, 1)
            yield Found(
                f"the label “{label}” of {book.name(path)} looks like “{shown}”, which would fit here",
                f"type “{shown}”: {_named(segment(label), meant)}",
                book.label(path),
                (Suggestion("the label that fits", shown),),
            )


def _fits(before: str | None, label: str, after: str | None) -> bool:
    """Whether a label counts on from the one before it, or begins the list, and the next one counts on from it."""
    first = before is None and any((count(label, style) or (0, ""))[0] == 1 for style in styles(label))
    if not (first or (before is not None and _goes_on(before, label))):
        return False
    return after is None or _goes_on(label, after)


def _goes_on(one: str, other: str) -> bool:
    return any(follows(one, other, style) for style in styles(other) if style in styles(one))


def _variants(label: str) -> Iterator[str]:
    """The labels of one kind, all figures or all letters, that a label looks like."""
    for characters in product(*(_ALIKE.get(one, one) for one in label)):
        meant = "".join(characters)
        if meant != label and re.fullmatch(r"\d+|[A-Z]+|[a-z]+", meant):
            yield meant


def _in_the_words(book: Book, path: Path) -> Iterator[Found]:
    """Paragraphs of a provision that begin like a label of their own, but for letters that only look right."""
    if not path:
        return
    provision = book.rulebook.at(path)
    starts = [(path, "text", place) for place in _paragraphs(provision.text)[1:]]
    starts += [(path, "tail", place) for place in _paragraphs(provision.tail)]
    for _, part, place in starts:
        text = getattr(provision, part)
        match = _LIKE_A_LABEL.match(text, place)
        if match is None:
            continue
        label = match["label"]
        meant = unicodedata.normalize("NFKC", label).translate(_OTHERS)
        if meant == label:
            meant = label.translate(str.maketrans("lIOo", "1100")) if re.search(r"\d", label) else label
        rest = text[match.end("label") :].split("\n\n")[0]
        if meant == label or not meant.isascii() or not styles(meant) or _ANOTHER_ALPHABET.search(rest):
            continue
        yield Found(
            f"“{label}” at the beginning of this paragraph looks like the label “{meant}”, and is not read as one: the "
            f"paragraph belongs to {book.name(path)}",
            f"type “{meant}”: {_named(label, meant)}",
            book.words(path, part, match.span("label")),
            (Suggestion("the label that it looks like", meant),),
        )


def _paragraphs(text: str) -> list[int]:
    """Where the paragraphs of a text begin."""
    return [0, *(match.end() for match in re.finditer("\n\n", text))] if text else []


def _named(typed: str, meant: str) -> str:
    """The character that is wrong and the right one, by their names."""
    for one, other in zip(typed, meant, strict=False):
        if one != other:
            return f"this has {_name(one)} for {_name(other)}"
    return "the characters are not the ones they look like"


def _name(character: str) -> str:
    kind = "the figure" if character.isdigit() else "the capital letter" if character.isupper() else "the small letter"
    if character.isascii():
        return f"{kind} {character}"
    return f"{kind} {unicodedata.name(character, 'of another alphabet').split(' ')[0].capitalize()} {character}"
