"""What a drafter says that the rules read, now or afterwards, compared with what they read."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.applying.applied import Applied
from amendments.applying.new_text.first_headings import without_heading
from amendments.applying.new_text.spelled_numbers import without_number
from amendments.applying.places import Spot, kind_name, spots, wordings
from amendments.applying.refused import Refused
from amendments.applying.words.nearest import differing, nearest_words
from amendments.applying.words.patterns import pattern_of, plain, reads
from amendments.reading.edits import Instruction, Place
from amendments.reading.quotations import Quotation
from rulebook.diagnostics import Diagnostic
from rulebook.provision import Rulebook
from rulebook.source import Source


def check_recital(rulebook: Rulebook, place: Place, quotation: Quotation) -> None:
    """Raises `Refused` where the rules do not read as a recital says."""
    for spot in spots(rulebook, place):
        found = wordings(rulebook, spot)
        quoted = _quoted(rulebook, spot, quotation.text)
        if found and not any(reads(text, words) for text in found for words in quoted):
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
    for words in _quoted(rulebook, spot, quotation.text):
        pattern = pattern_of(words, inner=True)
        if pattern is None or any(pattern.fullmatch(plain(text)) for text in found):
            return
    raise Refused(
        "result-differs",
        f"after the change {kind_name(rulebook, spot.path)} would not read as you say: "
        f"{_difference(quotation.text, found)}",
        "correct the instruction or the result, so that they agree",
    )


def _quoted(rulebook: Rulebook, spot: Spot, words: str) -> list[str]:
    """Quoted words; and without the number and the heading of the provision, however those are spelled."""
    if spot.parts or len(spot.paths) != 1 or not spot.path:
        return [words]
    try:
        rest = without_number(rulebook, rulebook.reference(spot.path), words)
    except Refused:
        rest = None
    bare = without_heading(rest if rest is not None else words, rulebook.at(spot.path).heading)
    return list(dict.fromkeys([words, words if rest is None else rest, bare]))


def _difference(quoted: str, found: list[str]) -> str:
    near = nearest_words(quoted, found)
    reading = near[1] if near else min(found, key=len)
    if len(reading) > 240:
        reading = reading[:239] + "…"
    return f"it reads “{' '.join(reading.split())}” ({differing(quoted, near[1] if near else reading)})"
