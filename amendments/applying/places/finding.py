"""Finding the provisions that an instruction names, or saying why they cannot be found."""

from __future__ import annotations

from amendments.applying.places.described import described
from amendments.applying.places.spot import Spot, kind_name
from amendments.applying.places.unplaced import headed_otherwise, no_part, not_found, of_what, several
from amendments.applying.refused import Refused
from amendments.applying.words.patterns import plain
from amendments.reading.edits import Place, Target
from grammar.levels import level_name
from rulebook.looking.locating import find, fits, run_of
from rulebook.looking.near_misses import headings_differ
from rulebook.looking.parts import inward, unclear
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import Part, Reference, level_word, rank


def spots(rulebook: Rulebook, place: Place) -> tuple[Spot, ...]:
    """Every spot a place names; one for the whole book where it names none. Raises `Refused`."""
    if place.document and not _is_this_book(rulebook, place.document):
        raise Refused(
            "other-document",
            f"this names another document, “{place.document}”",
            "give the rules of that document with -r, or leave its name out",
        )
    contexts: list[Path] = [()]
    parts: tuple[Part, ...] = ()
    found: list[Spot] = [Spot(((),))]
    for number, target in enumerate(place.chain):
        last = number == len(place.chain) - 1
        found = []
        for context in contexts:
            for reference in target:
                found.append(_spot(rulebook, reference, context, place.chain[:number], parts))
        contexts = [spot.path for spot in found]
        parts = found[0].parts if found else ()
        if not last and any(len(spot.paths) > 1 for spot in found):
            raise Refused(
                "place-uncertain", "a place inside a range of provisions is not certain", "name the one provision"
            )
    return tuple(dict.fromkeys(found))


def spots_from(rulebook: Rulebook, chain: tuple[Target, ...], target: Target) -> tuple[Spot, ...]:
    """Every spot that a target names, seen from the place that a chain leads to. Raises `Refused`."""
    return spots(rulebook, Place((*chain, target)))


def _is_this_book(rulebook: Rulebook, document: str) -> bool:
    name = plain(document).casefold().removeprefix("the ").rstrip(",")
    own = {
        rulebook.title,
        rulebook.organisation,
        f"{rulebook.organisation} {rulebook.title}",
        f"{rulebook.title} {rulebook.edition}",
    }
    return name in {plain(words).casefold().removeprefix("the ") for words in own} | {
        "rules",
        "rule book",
        "rulebook",
        "current rules",
    }


def _spot(
    rulebook: Rulebook, reference: Reference, context: Path, before: tuple[Target, ...], outer: tuple[Part, ...]
) -> Spot:
    if reference.doubt:
        raise Refused("reference-ambiguous", reference.doubt, "say  each of  before the places, or name each by itself")
    if reference.opening:
        return described(rulebook, reference, context)
    path = _path(rulebook, reference, context, before)
    parts = reference.parts if reference.steps or reference.relative else (*outer, *reference.parts)
    if reference.restated and find(rulebook, reference.restated) != [path]:
        labels = ".".join(segment(step.label) for step in reference.restated)
        raise Refused(
            "references-differ",
            f"the place is given twice, and {labels} is not {rulebook.reference(path)}",
            "keep the one that you mean",
        )
    for differing in headings_differ(rulebook, reference.steps, path):
        raise headed_otherwise(rulebook, differing)
    if parts and not path:
        raise of_what(parts)
    led = inward(rulebook, path, parts)
    if led is None:
        raise no_part(rulebook, path, parts[0], unclear(rulebook, path, parts))
    _check_last(rulebook, path, led[0], parts)
    path, parts = led
    if not reference.to:
        return Spot((path,), parts)
    run = run_of(rulebook, path, reference.to)
    if run is None:
        raise Refused(
            "reference-not-found",
            f"there is no “{reference.to}” after {rulebook.reference(path)} to end the range",
            "check both ends of the range",
        )
    return Spot(run, parts)


def _check_last(rulebook: Rulebook, path: Path, led: Path, parts: tuple[Part, ...]) -> None:
    """Raises `Refused` for the last paragraph of a provision whose numbered ones have words after them."""
    if led == path or parts[0].unit != "paragraph" or parts[0].number > 0 or not path:
        return
    if rulebook.at(path).tail:
        last = rulebook.reference(led[: len(path) + 1])
        raise Refused(
            "level-uncertain",
            f"the last paragraph of {kind_name(rulebook, path)} may be {last}, or the words after it",
            f"name {last}, or say  the closing words of {rulebook.reference(path)}",
        )


def _path(rulebook: Rulebook, reference: Reference, context: Path, before: tuple[Target, ...]) -> Path:
    if not reference.steps:
        if not context and reference.relative:
            raise Refused(
                "place-missing",
                "no provision has been named before this",
                "name the place in full, as in Chapter 5, Clause IV, sub-clause 5",
            )
        return _this(rulebook, reference.level, context, before) if reference.relative == "this" else context
    found = find(rulebook, reference.steps, context)
    if not found:
        raise not_found(rulebook, reference, context)
    if len(found) > 1:
        raise several(rulebook, reference, found)
    return found[0]


def _this(rulebook: Rulebook, level: str, context: Path, before: tuple[Target, ...]) -> Path:
    """ "The clause", "this rule": the provision of that level that was named before, or that it stands in."""
    named = before[-1][0].steps if before and len(before[-1]) == 1 else ()
    if rank(level) is None or (named and named[-1].level == level):
        return context
    if any(step.level == level for step in named) and not any(step.level for step in named[1:]):
        return context  # "Rule 3.6" is what "the rule" means after it, and not Rule 3
    for depth in range(len(context), 0, -1):
        if level_word(rulebook.at(context[:depth]).kind) == level:
            return context[:depth]
    if fits(rulebook, level, context) and not any(level_word(one.kind) == level for _, one in rulebook.under(context)):
        return context
    raise Refused(
        "place-missing",
        f"which {level_name(level)} is meant? {kind_name(rulebook, context)} was named before, and it is in none",
        "name it by its number",
    )
