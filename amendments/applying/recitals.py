"""What a drafter says that the rules read, now or afterwards, compared with what they read."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.applying.applied import Applied
from amendments.applying.matches import part_region
from amendments.applying.places import Spot, kind_name, spots
from amendments.applying.refused import Refused
from amendments.applying.words.nearest import differing, nearest_words
from amendments.applying.words.patterns import pattern_of, plain, reads
from amendments.reading.edits import Instruction, Place
from amendments.reading.quotations import Quotation
from rulebook.diagnostics import Diagnostic
from rulebook.provision import Provision, Rulebook, shown_label
from rulebook.source import Source


def wordings(rulebook: Rulebook, spot: Spot) -> list[str]:
    """What a spot reads, each way that a drafter may quote it: with numbers and without, children and tail included."""
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
        return [rulebook.part(path, part)[start:end]]
    provisions = [rulebook.at(path) for path in spot.paths if path]
    if not provisions:
        return []
    numbered = " ".join(_numbered(provision) for provision in provisions)
    bare = " ".join(provision.words() for provision in provisions)
    inner = " ".join([provisions[0].text, *(_numbered(child) for child in provisions[0].children), provisions[0].tail])
    return [numbered, bare, inner, f"{provisions[0].heading} {inner}"]


def _numbered(provision: Provision) -> str:
    inner = [
        shown_label(provision),
        provision.heading,
        provision.text,
        *(_numbered(child) for child in provision.children),
        provision.tail,
    ]
    return " ".join(words for words in inner if words)


def check_recital(rulebook: Rulebook, place: Place, quotation: Quotation) -> None:
    """Raises `Refused` where the rules do not read as a recital says."""
    for spot in spots(rulebook, place):
        found = wordings(rulebook, spot)
        if found and not any(reads(text, quotation.text) for text in found):
            raise Refused(
                "recital-differs",
                f"{kind_name(rulebook, spot.path)} does not read as it is quoted: {_difference(quotation.text, found)}",
                "quote it as it is printed in the edition that you are amending",
            )


def results_differ(
    rulebook: Rulebook, applied: Applied, instructions: Iterable[Instruction], source: Source
) -> list[Diagnostic]:
    """A finding for each result that the instructions give and the amended rules do not read as."""
    found = []
    for instruction in instructions:
        for result in instruction.results:
            try:
                for spot in _afterwards(rulebook, applied, result.place):
                    _check_result(applied.rulebook, spot, result.quotation)
            except Refused as refused:
                found.append(refused.finding(source, result.quotation.span))
    return found


def _afterwards(rulebook: Rulebook, applied: Applied, place: Place) -> list[Spot]:
    """Where the spots of a place are in the amended rules. Raises `Refused`."""
    found = []
    for spot in spots(rulebook, place):
        paths = tuple(path for path in (applied.where(path) for path in spot.paths) if path is not None)
        if len(paths) == len(spot.paths):
            found.append(Spot(paths, spot.parts))
        else:
            raise Refused("result-differs", "what the result is given for is deleted", "take the result out")
    return found


def _check_result(rulebook: Rulebook, spot: Spot, quotation: Quotation) -> None:
    """Raises `Refused` where the amended rules do not read as the drafter says that they will."""
    found = wordings(rulebook, spot)
    pattern = pattern_of(quotation.text, inner=True)
    if pattern is None or any(pattern.fullmatch(plain(text)) for text in found):
        return
    raise Refused(
        "result-differs",
        f"after the change {kind_name(rulebook, spot.path)} would not read as you say: "
        f"{_difference(quotation.text, found)}",
        "correct the instruction or the result, so that they agree",
    )


def _difference(quoted: str, found: list[str]) -> str:
    near = nearest_words(quoted, found)
    reading = near[1] if near else min(found, key=len)
    if len(reading) > 240:
        reading = reading[:239] + "…"
    return f"it reads “{' '.join(reading.split())}” ({differing(quoted, near[1] if near else reading)})"
