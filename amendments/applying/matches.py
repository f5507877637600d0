"""The words that an edit speaks of, found in the places that it names.

A word that stands more than once is a question, unless the edit says which is meant."""

from __future__ import annotations

from amendments.applying.places import Spot, kind_name, spots
from amendments.applying.refused import Refused
from amendments.applying.words.nearest import CLOSE, ENOUGH, differing, nearest_words
from amendments.applying.words.patterns import doubtful_end, occurrences, paragraphs, plain, sentences
from amendments.reading.edits import Edit, Words
from amendments.reading.restating import ordinal
from rulebook.diagnostics import Suggestion
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import LAST

Match = tuple[Path, str, int, int]
"""A provision's path, the part of it, and the offsets there."""


def regions(rulebook: Rulebook, spot: Spot) -> list[Match]:
    """The stretches of text that a spot takes in, in the order of the book."""
    if spot.parts:
        return [part_region(rulebook, spot)]
    found: list[Match] = []
    for top in spot.paths:
        for path, provision in rulebook.under(top):
            for part in ("heading", "text"):
                words = getattr(provision, part)
                if words:
                    found.append((path, part, 0, len(words)))
        # tails stand after the children, so they are put where those end
        for path, provision in rulebook.under(top):
            if provision.tail:
                found.append((path, "tail", 0, len(provision.tail)))
    return sorted(found, key=lambda match: _reading_order(match))


def _reading_order(match: Match) -> tuple[object, ...]:
    path, part, start, _ = match
    # a tail comes after every child, a heading and a text before all of them
    return (
        *((place, 0) for place in path),
        (-1, {"heading": 0, "text": 1}.get(part, 0)) if part != "tail" else (10**9, 0),
        start,
    )


def part_region(rulebook: Rulebook, spot: Spot) -> Match:
    """The stretch of text that is a part of a provision: a sentence, a paragraph, the heading. Raises `Refused`."""
    provision = rulebook.at(spot.path)
    where = kind_name(rulebook, spot.path)
    part, start, end = "text", 0, len(provision.text)
    for step in spot.parts:
        if step.unit == "heading":
            part, start, end = "heading", 0, len(provision.heading)
            continue
        if step.unit == "opening words":
            continue
        if step.unit not in ("sentence", "paragraph"):
            raise Refused(
                "line-uncertain",
                f"lines are not the same in every printing; “{step.unit} {step.number}” cannot be found",
                "quote the words, or say which sentence",
            )
        split = sentences if step.unit == "sentence" else paragraphs
        stretches = [(part, start + a, start + b) for a, b in split(getattr(provision, part)[start:end])]
        if part == "text" and (start, end) == (0, len(provision.text)) and provision.tail:
            stretches += [("tail", a, b) for a, b in split(provision.tail)]
        doubtful = doubtful_end(getattr(provision, part)[start:end]) if step.unit == "sentence" else ""
        if doubtful:
            raise Refused(
                "extent-uncertain",
                f"it is not certain whether “{doubtful}” ends a sentence in {where}",
                "quote the words of the sentence instead of counting",
            )
        number = len(stretches) if step.number == LAST else step.number
        if not 0 < number <= len(stretches):
            has = f"it has {len(stretches)}" if stretches else "it has none"
            raise Refused(
                "part-not-found",
                f"{where} has no {ordinal(step.number)} {step.unit}; {has}",
                f"look at it with  redraft show {rulebook.reference(spot.path)}",
            )
        part, start, end = stretches[number - 1]
    return spot.path, part, start, end


def matches_in(rulebook: Rulebook, spot: Spot, words: Words) -> list[Match]:
    """Where words stand in a place, in the order of the book."""
    found: list[Match] = []
    for path, part, start, end in regions(rulebook, spot):
        text = rulebook.part(path, part)[start:end]
        found += [(path, part, start + a, start + b) for a, b in occurrences(text, words.quotation.text)]
    return found


def left_with_other_capitals(rulebook: Rulebook, edit: Edit) -> list[Match]:
    """The same words with other capital letters in the places of an edit that changes them wherever they occur."""
    if edit.old is None or edit.old.occurrence != "all" or edit.extent:
        return []
    found: list[Match] = []
    for spot in spots(rulebook, edit.place):
        for path, part, start, end in regions(rulebook, spot):
            text = rulebook.part(path, part)[start:end]
            exact = occurrences(text, edit.old.quotation.text)
            alike = occurrences(text, edit.old.quotation.text, any_capitals=True)
            found += [(path, part, start + a, start + b) for a, b in alike if (a, b) not in exact]
    return list(dict.fromkeys(found))


def chosen(rulebook: Rulebook, spot: Spot, words: Words, matches: list[Match] | None = None) -> list[Match]:
    """The occurrences that are meant: one, unless the instruction says otherwise."""
    try:
        return _chosen(rulebook, spot, words, matches_in(rulebook, spot, words) if matches is None else matches)
    except Refused as refused:
        raise refused.about(words.quotation.span) from None


def _chosen(rulebook: Rulebook, spot: Spot, words: Words, matches: list[Match]) -> list[Match]:
    which, quoted = words.occurrence, words.quotation.text
    if not matches:
        raise missing(rulebook, spot, words)
    if which == "all":
        return matches
    if which == "both":
        if len(matches) != 2:
            raise Refused(
                "count-differs",
                f"“{quoted}” stands {times(len(matches))} in {_where(rulebook, spot)}, not in two places",
                _tie_help(rulebook, matches),
            )
        return matches
    if which == "last":
        return matches[-1:]
    if which.isdigit():
        if int(which) > len(matches):
            raise Refused(
                "occurrence-not-found",
                f"“{quoted}” stands only {times(len(matches))} in {_where(rulebook, spot)}",
                "correct the number, or leave it out",
            )
        return [matches[int(which) - 1]]
    if len(matches) > 1:
        listed = ", ".join(_context(rulebook, match) for match in matches[:6])
        raise Refused(
            "words-not-unique",
            f"“{quoted}” stands {times(len(matches))} in {_where(rulebook, spot)}: {listed}",
            _tie_help(rulebook, matches),
            (
                Suggestion("name the one that is meant", f"the first “{quoted}”"),
                Suggestion("change them all", f"wherever it occurs, “{quoted}”"),
            ),
        )
    return matches


def check_what_stays(rulebook: Rulebook, gone: list[Match]) -> None:
    """Raises `Refused` where a deletion would leave a number with nothing beside it."""
    for path in dict.fromkeys(match[0] for match in gone):
        provision = rulebook.at(path)
        left = provision.text
        for _, _, start, end in sorted((one for one in gone if one[:2] == (path, "text")), reverse=True):
            left = left[:start] + left[end:]
        if provision.heading or left == provision.text or left.strip(" .;,\n"):
            continue
        name = rulebook.reference(path)
        has = f", with {segment(provision.children[0].label)} and so on under it" if provision.children else ""
        raise Refused(
            "extent-uncertain",
            f"these are all the words of {name}; is the number to stay{has}, or does the provision go?",
            f"say  delete {name}  if it goes",
        )


def times(number: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _where(rulebook: Rulebook, spot: Spot) -> str:
    return kind_name(rulebook, spot.path) if spot.path else "the rules"


def _context(rulebook: Rulebook, match: Match) -> str:
    path, part, start, end = match
    words = rulebook.part(path, part)
    before, after = words[max(0, start - 20) : start], words[end : end + 20]
    before = before.split(" ", 1)[-1] if start > 20 else before
    after = after.rsplit(" ", 1)[0] if end + 20 < len(words) else after
    heading = "the heading of " if part == "heading" else ""
    return f"{heading}{rulebook.reference(path)} (“…{before}{words[start:end]}{after}…”)"


def _tie_help(rulebook: Rulebook, matches: list[Match]) -> str:
    places = list(dict.fromkeys(rulebook.reference(match[0]) for match in matches))
    if len(places) > 1:
        return f"name the one place, as in  in {places[0]}, ; or say “wherever it occurs”"
    return "say “the first” or “the second”, quote more of the words round it, or say “wherever it occurs”"


def missing(rulebook: Rulebook, spot: Spot, words: Words) -> Refused:
    """Why words cannot be found: other capitals, words that are nearly the same, or another place."""
    quoted = words.quotation.text
    where = _where(rulebook, spot)
    texts = [(match, rulebook.part(match[0], match[1])[match[2] : match[3]]) for match in regions(rulebook, spot)]
    for match, text in texts:
        if plain(quoted).casefold() in plain(text).casefold():
            at = plain(text).casefold().find(plain(quoted).casefold())
            there = plain(text)[at : at + len(plain(quoted))]
            if there == plain(quoted):
                break
            return Refused(
                "quotation-not-found",
                f"“{quoted}” is not in {where}; the capital letters differ: {rulebook.reference(match[0])} has "
                f"“{there}”",
                "quote the words as they are printed, capitals included",
                (Suggestion("as printed", f"“{there}”"),),
            )
    if words.quotation.form == "unquoted":
        return Refused(
            "quotation-not-found",
            f"“{quoted}” was read as words to look for, and {where} does not have them",
            "put the words themselves in quotation marks; name a place as in  sub-clauses 3 to 5",
        )
    elsewhere = matches_in(rulebook, Spot(((),)), words) if spot.path else []
    near = nearest_words(quoted, [text for _, text in texts], CLOSE if elsewhere else ENOUGH)
    if near is not None:
        place, found = near
        path = texts[place][0][0]
        return Refused(
            "quotation-not-found",
            f"“{quoted}” is not in {where}; the nearest words are “{found}” in {rulebook.reference(path)} "
            f"({differing(quoted, found)})",
            "quote the words as they are printed",
            (Suggestion("as printed", f"“{found}”"),),
        )
    if elsewhere:
        places = ", ".join(dict.fromkeys(rulebook.reference(match[0]) for match in elsewhere[:5]))
        return Refused("quotation-not-found", f"“{quoted}” is not in {where}; it is in {places}", "correct the place")
    return Refused(
        "quotation-not-found",
        f"“{quoted}” is not in {where}, nor anything like it",
        f"look at the words with  redraft show {rulebook.reference(spot.path)}"
        if spot.path
        else "look for the words with  redraft find",
    )
