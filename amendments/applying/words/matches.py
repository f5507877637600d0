"""The words that an edit speaks of, found in the places that it names.

A word that stands more than once is a question, unless the edit says which is meant."""

from __future__ import annotations

from amendments.applying.places import Region, Spot, kind_name, part_region, spots
from amendments.applying.refused import Refused
from amendments.applying.words.left_out import pieces_of, stretches
from amendments.applying.words.nearest import CLOSE, ENOUGH, differing, nearest_words
from amendments.applying.words.patterns import occurrences, plain
from amendments.reading.edits import Edit, Words
from rulebook.diagnostics import Suggestion
from rulebook.provision import Rulebook


def regions(rulebook: Rulebook, spot: Spot) -> list[Region]:
    """The stretches of text that a spot takes in, in the order of the book."""
    if spot.parts:
        return [part_region(rulebook, spot)]
    found: list[Region] = []
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


def _reading_order(match: Region) -> tuple[object, ...]:
    path, part, start, _ = match
    # a tail comes after every child, a heading and a text before all of them
    return (
        *((place, 0) for place in path),
        (-1, {"heading": 0, "text": 1}.get(part, 0)) if part != "tail" else (10**9, 0),
        start,
    )


def matches_in(rulebook: Rulebook, spot: Spot, words: Words) -> list[Region]:
    """Where words stand in a place, in the order of the book. Words with an ellipsis inside go from piece to piece."""
    found: list[Region] = []
    quoted = words.quotation.text
    searched = regions(rulebook, spot)
    for path, part, start, end in searched:
        text = rulebook.part(path, part)[start:end]
        found += [(path, part, start + a, start + b) for a, b in occurrences(text, quoted)]
    pieces = pieces_of(quoted)
    if found or not pieces.are_several:
        return found
    for path, part, start, end in searched:
        text = rulebook.part(path, part)[start:end]
        found += [(path, part, start + spans[0][0], start + spans[-1][1]) for spans in stretches(text, pieces.words)]
    return found


def left_with_other_capitals(rulebook: Rulebook, edit: Edit) -> list[Region]:
    """The same words with other capital letters in the places of an edit that changes them wherever they occur."""
    if edit.old is None or edit.old.occurrence != "all" or edit.extent:
        return []
    found: list[Region] = []
    for spot in spots(rulebook, edit.place):
        for path, part, start, end in regions(rulebook, spot):
            text = rulebook.part(path, part)[start:end]
            exact = occurrences(text, edit.old.quotation.text)
            alike = occurrences(text, edit.old.quotation.text, any_capitals=True)
            found += [(path, part, start + a, start + b) for a, b in alike if (a, b) not in exact]
    return list(dict.fromkeys(found))


def chosen(rulebook: Rulebook, spot: Spot, words: Words, matches: list[Region] | None = None) -> list[Region]:
    """The occurrences that are meant: one, unless the instruction says otherwise."""
    try:
        return _chosen(rulebook, spot, words, matches_in(rulebook, spot, words) if matches is None else matches)
    except Refused as refused:
        raise refused.about(words.quotation.span) from None


def _chosen(rulebook: Rulebook, spot: Spot, words: Words, matches: list[Region]) -> list[Region]:
    which, quoted = words.occurrence, words.quotation.text
    if not matches:
        raise missing(rulebook, spot, words)
    if which != "only" and pieces_of(quoted).are_several and not _has(rulebook, matches[0], quoted):
        raise Refused(
            "extent-uncertain",
            f"“{quoted}” leaves words out, and it is not certain which of several stretches is meant",
            "quote each in full",
        )
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
    if which != "only":
        numbers = [len(matches) if one == "last" else int(one) for one in which.split(",")]
        if max(numbers) > len(matches):
            raise Refused(
                "occurrence-not-found",
                f"“{quoted}” stands only {times(len(matches))} in {_where(rulebook, spot)}",
                "correct the number, or leave it out",
            )
        return [matches[number - 1] for number in sorted(set(numbers))]
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


def _has(rulebook: Rulebook, match: Region, quoted: str) -> bool:
    """Whether the words stand there with their ellipses."""
    path, part, start, end = match
    return bool(occurrences(rulebook.part(path, part)[start:end], quoted))


def times(number: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _where(rulebook: Rulebook, spot: Spot) -> str:
    return kind_name(rulebook, spot.path) if spot.path else "the rules"


def _context(rulebook: Rulebook, match: Region) -> str:
    path, part, start, end = match
    words = rulebook.part(path, part)
    before, after = words[max(0, start - 20) : start], words[end : end + 20]
    before = before.split(" ", 1)[-1] if start > 20 else before
    after = after.rsplit(" ", 1)[0] if end + 20 < len(words) else after
    heading = "the heading of " if part == "heading" else ""
    return f"{heading}{rulebook.reference(path)} (“…{before}{words[start:end]}{after}…”)"


def _tie_help(rulebook: Rulebook, matches: list[Region]) -> str:
    places = list(dict.fromkeys(rulebook.reference(match[0]) for match in matches))
    if len(places) > 1:
        return f"name the one place, as in  In {places[0]}, replace ...  or say “wherever it occurs”"
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
