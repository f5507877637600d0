"""The stretch of text that a part of a provision is: a sentence, a paragraph, a row of its table, its heading."""

from __future__ import annotations

from amendments.applying.places.spot import Spot, kind_name
from amendments.applying.refused import Refused
from amendments.applying.words.patterns import doubtful_end, paragraphs, sentences
from amendments.reading.restating import said
from rulebook.looking.tables import rows, tables
from rulebook.provision import Path, Rulebook
from rulebook.reference import Part, Reference

Region = tuple[Path, str, int, int]
"""A provision's path, the part of it (heading, text or tail), and the offsets there."""

_SPLIT = {"sentence": sentences, "paragraph": paragraphs, "row": rows, "table": tables}


def part_region(rulebook: Rulebook, spot: Spot) -> Region:
    """The stretch that the parts of a spot lead to, one inside the other. Raises `Refused`."""
    provision = rulebook.at(spot.path)
    region: Region = (spot.path, "text", 0, len(provision.text))
    for part in spot.parts:
        if part.unit == "heading":
            region = spot.path, "heading", 0, len(provision.heading)
        elif part.unit in ("opening words", "closing words"):
            region = _beside_the_list(rulebook, spot.path, part.unit)
        else:
            region = _counted(rulebook, region, part)
    return region


def _beside_the_list(rulebook: Rulebook, path: Path, words: str) -> Region:
    """The words before the numbered provisions of one, or those after them, where that is one paragraph."""
    provision = rulebook.at(path)
    part = "text" if words == "opening words" else "tail"
    why = ""
    if not provision.children:
        why = "has nothing numbered in it"
    elif not rulebook.part(path, part):
        why = f"has no words {'before' if part == 'text' else 'after'} its numbered provisions"
    elif len(paragraphs(rulebook.part(path, part))) > 1:
        why = f"has several paragraphs {'before' if part == 'text' else 'after'} its numbered provisions"
    if why:
        raise Refused(
            "part-not-found",
            f"{kind_name(rulebook, path)} {why}, so that its {words} are not certain",
            "quote the words that are meant",
        )
    return path, part, 0, len(rulebook.part(path, part))


def _counted(rulebook: Rulebook, region: Region, part: Part) -> Region:
    """The nth sentence, paragraph, row or table of a stretch."""
    path, held, start, end = region
    provision, where = rulebook.at(path), kind_name(rulebook, path)
    split = _SPLIT.get(part.unit)
    if split is None:
        raise Refused(
            "line-uncertain",
            f"lines are not the same in every printing; “{part.unit} {part.number}” cannot be found",
            "quote the words, or say which sentence",
        )
    words = rulebook.part(path, held)[start:end]
    found = [(path, held, start + a, start + b) for a, b in split(words)]
    if held == "text" and (start, end) == (0, len(provision.text)) and provision.tail:
        found += [(path, "tail", a, b) for a, b in split(provision.tail)]
    doubtful = doubtful_end(words) if part.unit == "sentence" else ""
    if doubtful:
        raise Refused(
            "extent-uncertain",
            f"it is not certain whether “{doubtful}” ends a sentence in {where}",
            "quote the words of the sentence instead of counting",
        )
    if part.unit in ("row", "table") and len(tables(words)) > 1:
        raise Refused("part-not-found", f"{where} has more than one table", "quote the words of the row")
    place = part.number - 1 if part.number > 0 else len(found) + part.number
    if not 0 <= place < len(found):
        has = f"it has {len(found)}" if found else "it has none"
        which = said(Reference(parts=(part,))).removeprefix("the ")
        raise Refused(
            "part-not-found",
            f"{where} has no {which}; {has}",
            f"look at it with  redraft show {rulebook.reference(path)}",
        )
    return found[place]
