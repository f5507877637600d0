"""Finding the provisions that an instruction names, or saying why they cannot be found."""

from __future__ import annotations

from dataclasses import dataclass

from amendments.applying.refused import Refused
from amendments.applying.words.patterns import paragraphs, pattern_of, plain, sentences
from amendments.reading.edits import Place, Target
from amendments.reading.restating import said
from rulebook.diagnostics import Suggestion
from rulebook.looking.locating import find, headings_differ, inward, run_of
from rulebook.looking.near_misses import as_far_as, nearest, through_crosswalk
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import LAST, Part, Reference


@dataclass(frozen=True, slots=True)
class Spot:
    """A provision, or a run of them, in a rulebook, and the part of the first that is meant.

    `paths` has one path but for a range; the empty path is the whole book. `parts` are sentences, paragraphs, lines,
    the heading or the opening words.
    """

    paths: tuple[Path, ...]
    parts: tuple[Part, ...] = ()

    @property
    def path(self) -> Path:
        """The first path."""
        return self.paths[0]


def kind_name(rulebook: Rulebook, path: Path) -> str:
    """A provision in words: "sub-clause 5.IV.5"."""
    if not path:
        return "the rulebook"
    return f"{_spelt(rulebook.at(path).kind)} {rulebook.reference(path)}"


def _spelt(kind: str) -> str:
    """The word for a level, with its hyphen: "sub-clause"."""
    return "sub-" + kind[3:] if kind.startswith("sub") else kind


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
    if reference.opening:
        return _beginning(rulebook, reference, context)
    path = _path(rulebook, reference, context)
    parts = reference.parts if reference.steps or reference.relative else (*outer, *reference.parts)
    if reference.restated:
        again = find(rulebook, reference.restated)
        if again != [path]:
            labels = ".".join(segment(step.label) for step in reference.restated)
            raise Refused(
                "references-differ",
                f"the place is given twice, and {labels} is not {rulebook.reference(path)}",
                "keep the one that you mean",
            )
    for differing in headings_differ(rulebook, reference.steps, path):
        provision = rulebook.at(differing.path)
        name = kind_name(rulebook, differing.path)
        headed = f"is headed “{provision.heading}”" if provision.heading else "has no heading"
        raise Refused(
            "heading-differs",
            f"{name} {headed}, and not “{differing.given}”",
            _headed(rulebook, differing.given) or f"correct “{differing.given}” or the number",
        )
    led = inward(rulebook, path, parts)
    if led is None:
        unit = parts[0].unit
        wanted = said(Reference(parts=parts[:1])).removeprefix("the ")
        shown = f"look at it with  redraft show {rulebook.reference(path)}"
        raise Refused(
            "part-not-found",
            f"{kind_name(rulebook, path)} has no {wanted}",
            shown if path else f"say which provision the {unit} is in",
        )
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
    if led == path or parts[0].unit != "paragraph" or parts[0].number != LAST or not path:
        return
    if rulebook.at(path).tail:
        last = rulebook.reference(led[: len(path) + 1])
        raise Refused(
            "level-uncertain",
            f"the last paragraph of {kind_name(rulebook, path)} may be {last}, or the words after it",
            f"name {last}, or quote the words",
        )


def _beginning(rulebook: Rulebook, reference: Reference, context: Path) -> Spot:
    """ "The paragraph beginning “...”": the one provision, paragraph or sentence of the context that begins so."""
    pattern = pattern_of(reference.opening)
    if pattern is None:
        raise Refused("quotation-not-found", "there are no words here to tell the place by", "quote its first words")
    inside = find(rulebook, reference.steps, context) if reference.steps else [context]
    found: list[Spot] = []
    for top in inside:
        for path, provision in rulebook.under(top):
            if reference.level == "sentence":
                stretches, unit = sentences(provision.text), "sentence"
            elif "\n\n" in provision.text:
                stretches, unit = paragraphs(provision.text), "paragraph"
            else:
                stretches, unit = [(0, len(provision.text))], ""
            for number, (start, end) in enumerate(stretches, 1):
                if pattern.match(plain(provision.text[start:end])):
                    found.append(Spot((path,), (Part(unit, number),) if unit else ()))
    name = f"{reference.level or 'paragraph'} beginning “{reference.opening}”"
    if not found:
        raise Refused(
            "quotation-not-found",
            f"there is no {name} in {kind_name(rulebook, inside[0] if inside else context)}",
            "quote its first words as they are printed",
        )
    if len(found) > 1:
        places = ", ".join(rulebook.reference(spot.path) for spot in found[:5])
        raise Refused(
            "words-not-unique", f"there is more than one {name}: {places}", "name the provision by its number"
        )
    return found[0]


def _headed(rulebook: Rulebook, heading: str) -> str:
    wanted = heading.casefold()
    for path, provision in rulebook.walk():
        if provision.heading.casefold() == wanted:
            return f"“{heading}” is the heading of {kind_name(rulebook, path)}; correct the heading or the number"
    return ""


def _path(rulebook: Rulebook, reference: Reference, context: Path) -> Path:
    if not reference.steps:
        if reference.relative == "this" and reference.level:
            for depth in range(len(context), 0, -1):
                if rulebook.at(context[:depth]).kind == reference.level:
                    return context[:depth]
        if not context and reference.relative:
            raise Refused(
                "place-missing",
                "no provision has been named before this",
                "name the place in full, as in Chapter 5, Clause IV, sub-clause 5",
            )
        return context
    found = find(rulebook, reference.steps, context)
    name = said(Reference(reference.steps))
    if not found:
        raise _not_found(rulebook, reference, context, name)
    if len(found) > 1:
        places = [rulebook.reference(path) for path in found]
        listed = ", ".join(places[:6]) + (" and others" if len(places) > 6 else "")
        outer = rulebook.at(found[0][:1]).kind
        raise Refused(
            "reference-ambiguous",
            f"{name} could be {listed}",
            f"name the {outer} too, as in {_in_full(rulebook, found[0])}",
            tuple(Suggestion(f"{rulebook.reference(path)}", _in_full(rulebook, path)) for path in found[:4]),
        )
    return found[0]


def _in_full(rulebook: Rulebook, path: Path) -> str:
    """A reference as a drafter would write it: "Chapter 5, Clause IV, sub-clause 3"."""
    names = []
    for depth in range(1, len(path) + 1):
        provision = rulebook.at(path[:depth])
        kind = _spelt(provision.kind)
        word = kind.capitalize() if provision.heading or depth <= 2 else kind
        names.append(f"{word} {segment(provision.label)}")
    return ", ".join(names)


def _not_found(rulebook: Rulebook, reference: Reference, context: Path, name: str) -> Refused:
    old = through_crosswalk(rulebook, reference.steps)
    translated = find(rulebook, old) if old else []
    if len(translated) == 1:
        new = rulebook.reference(translated[0])
        full = _in_full(rulebook, translated[0])
        return Refused(
            "old-numbering",
            f"{name} is an old number; in this edition it is {new}",
            f"write {full}",
            (Suggestion(f"write {new}", full, safe=True),),
        )
    close = nearest(rulebook, reference.steps, context)
    if close:
        places = [rulebook.reference(path) for path in close[:3]]
        return Refused(
            "reference-not-found",
            f"there is no {name}; did you mean {' or '.join(places)}?",
            f"write {' or '.join(places)}",
            tuple(Suggestion(f"write {place}", place) for place in places),
        )
    reached = as_far_as(rulebook, reference.steps, context)
    if reached:
        path, step = reached
        labels = [segment(child.label) for child in rulebook.children(path)]
        there = kind_name(rulebook, path)
        has = f"it has {_listed(labels)}" if labels else "nothing is numbered under it"
        wanted = f"{_spelt(step.level)} {segment(step.label)}".strip()
        return Refused(
            "reference-not-found",
            f"there is no {wanted} in {there}; {has}",
            "check the number, and the edition that you are reading",
        )
    return Refused(
        "reference-not-found",
        f"there is no {name} in these rules",
        "check the number, and the edition that you are reading",
    )


def _listed(labels: list[str]) -> str:
    if len(labels) > 8:
        return f"{labels[0]} to {labels[-1]}"
    return ", ".join(labels[:-1]) + (" and " if len(labels) > 1 else "") + labels[-1]
