"""Places that are named by their words: the paragraph beginning “...”, the definition of “...”, the entry for “...”."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.applying.places.spot import Spot, kind_name
from amendments.applying.refused import Refused
from amendments.applying.words.patterns import paragraphs, pattern_of, plain, sentences
from rulebook.looking.definitions import definitions
from rulebook.looking.locating import find, fits
from rulebook.looking.tables import first_cell, rows
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reference import Part, Reference


def described(rulebook: Rulebook, reference: Reference, context: Path) -> Spot:
    """The one spot in the context that `reference.level` and `reference.opening` describe. Raises `Refused`."""
    if pattern_of(reference.opening) is None:
        raise Refused("quotation-not-found", "there are no words here to tell the place by", "quote its first words")
    inside = find(rulebook, reference.steps, context) if reference.steps else [context]
    if reference.level == "definition":
        name, rest = f"definition of “{reference.opening}”", "quote the term as it is printed, or name the provision"
        found = _defining(rulebook, reference.opening, inside) or _entries(rulebook, reference.opening, inside)
    else:
        name, rest = (
            f"{reference.level or 'paragraph'} beginning “{reference.opening}”",
            "quote its first words as they are printed",
        )
        found = _beginning(rulebook, reference, inside)
    if not found:
        where = kind_name(rulebook, inside[0] if inside else context)
        raise Refused("quotation-not-found", f"there is no {name} in {where}", rest)
    if len(found) > 1:
        places = ", ".join(rulebook.reference(spot.path) for spot in found[:5])
        raise Refused(
            "words-not-unique", f"there is more than one {name}: {places}", "name the provision by its number"
        )
    return found[0]


def _under(rulebook: Rulebook, inside: list[Path]) -> Iterator[tuple[Path, Provision]]:
    for top in inside:
        yield from rulebook.under(top)


def _beginning(rulebook: Rulebook, reference: Reference, inside: list[Path]) -> list[Spot]:
    """The provisions, paragraphs, sentences or rows that begin with words."""
    pattern = pattern_of(reference.opening)
    assert pattern is not None
    found: list[Spot] = []
    for path, provision in _under(rulebook, inside):
        text = provision.text
        if provision.heading and plain(provision.heading).casefold() == plain(reference.opening).casefold():
            if path and fits(rulebook, reference.level, path):  # the clause headed “...”
                found.append(Spot((path,)))
            continue
        if reference.level == "row":
            found += [spot for spot, row in _rows(path, text) if pattern.match(plain(row.lstrip("| ")))]
            continue
        if reference.level == "sentence":
            stretches, unit = sentences(text), "sentence"
        elif "\n\n" in text:
            stretches, unit = paragraphs(text), "paragraph"
        else:
            stretches, unit = [(0, len(text))], ""
        for number, (start, end) in enumerate(stretches, 1):
            if pattern.match(plain(text[start:end])):
                found.append(Spot((path,), (Part(unit, number),) if unit else ()))
    return found


def _rows(path: Path, text: str) -> Iterator[tuple[Spot, str]]:
    for number, (start, end) in enumerate(rows(text), 1):
        yield Spot((path,), (Part("row", number),)), text[start:end]


def _entries(rulebook: Rulebook, first: str, inside: list[Path]) -> list[Spot]:
    """The rows of tables whose first cell says a word."""
    wanted = plain(first).casefold()
    return [
        spot
        for path, provision in _under(rulebook, inside)
        for spot, row in _rows(path, provision.text)
        if plain(first_cell(row)).casefold() == wanted
    ]


def _defining(rulebook: Rulebook, term: str, inside: list[Path]) -> list[Spot]:
    """Where a term is defined: a provision of its own, or one paragraph or sentence of a longer one."""
    wanted = _term(term)
    every = definitions(rulebook)
    found: list[Spot] = []
    for one in every:
        if _term(one.term) != wanted or not any(one.path[: len(top)] == top for top in inside):
            continue
        text = rulebook.part(one.path, one.part)
        others = [
            other.span[0] for other in every if (other.path, other.part) == (one.path, one.part) and other is not one
        ]
        if not others and one.part == "text" and (len(sentences(text)) == 1 or one.span[0] < 3):
            found.append(Spot((one.path,)))
            continue
        split, unit = (paragraphs, "paragraph") if "\n\n" in text else (sentences, "sentence")
        number, (start, end) = next(
            (n, span) for n, span in enumerate(split(text), 1) if span[0] <= one.span[0] < span[1]
        )
        if one.part != "text" or any(start <= other < end for other in others):
            raise Refused(
                "extent-uncertain",
                f"{kind_name(rulebook, one.path)} defines more than “{one.term}” in one {unit}",
                "quote the words that are meant",
            )
        found.append(Spot((one.path,), (Part(unit, number),)))
    return found


def _term(words: str) -> str:
    return plain(words).casefold().removeprefix("the ").strip(" ,.;:")
