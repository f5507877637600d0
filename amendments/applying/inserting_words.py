"""Words put into a provision, or moved to another."""

from __future__ import annotations

import re

from amendments.applying.matches import check_what_stays, chosen, matches_in, missing, part_region
from amendments.applying.operations import Operation, Splice
from amendments.applying.places import Spot, kind_name, spots_from
from amendments.applying.refused import Refused
from amendments.applying.splicing import place_at_end
from amendments.reading.edits import Anchor, Edit, Words
from rulebook.numbering import segment
from rulebook.provision import Rulebook


def insert_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    """Words put in after, before or between others, or at an end. Raises `Refused`."""
    assert edit.new is not None
    anchor, new = edit.anchor, edit.new.text
    if anchor is None:
        raise Refused(
            "position-missing",
            "this does not say where the new words go",
            "say after or before which words, or “at the end of” which provision",
        )
    if anchor.position in ("start", "end"):
        return [at_edge(rulebook, edit, spot, anchor.position, new)]
    if isinstance(anchor.point, tuple):
        inner = spots_from(rulebook, edit.place.chain, anchor.point)[0]
        path, part, start, end = part_region(rulebook, inner)
        at = end if anchor.position == "after" else start
        return [Splice(path, part, at, at, new, edit)]
    assert isinstance(anchor.point, Words)
    if anchor.position == "between":
        return [_between(rulebook, edit, spot, anchor, new)]
    found: list[Operation] = []
    for path, part, start, end in chosen(rulebook, spot, anchor.point):
        at = end if anchor.position == "after" else start
        check_marks(rulebook.part(path, part)[at:], new)
        found.append(Splice(path, part, at, at, new, edit))
    return found


def check_marks(right: str, new: str) -> None:
    """Raises `Refused` where the last mark of new words would stand before another mark: “, each month,” and “.”."""
    mark, last = right.lstrip(" ")[:1], new.rstrip()[-1:]
    if last and mark and last != mark and last in ",;:!?" and mark in ".;:,":
        raise Refused(
            "extent-uncertain",
            f"the new words end with “{last}”, and “{mark}” comes after them",
            f"leave “{last}” out, or quote the “{mark}” too and replace it",
        )


def _between(rulebook: Rulebook, edit: Edit, spot: Spot, anchor: Anchor, new: str) -> Splice:
    if not isinstance(anchor.point, Words) or not isinstance(anchor.other, Words):
        raise Refused(
            "position-uncertain", "it is not clear what the new words go between", "quote the words on each side"
        )
    firsts, seconds = matches_in(rulebook, spot, anchor.point), matches_in(rulebook, spot, anchor.other)
    if not firsts:
        raise missing(rulebook, spot, anchor.point).about(anchor.point.quotation.span)
    if not seconds:
        raise missing(rulebook, spot, anchor.other).about(anchor.other.quotation.span)
    pairs = [
        (path, part, end)
        for path, part, _, end in firsts
        for there, part_there, start, _ in seconds
        if (path, part) == (there, part_there) and end <= start and not rulebook.part(path, part)[end:start].strip()
    ]
    if not pairs:
        raise Refused(
            "words-apart",
            f"“{anchor.point.quotation.text}” and “{anchor.other.quotation.text}” do not stand next to each other",
            "quote the words on each side of the new ones",
        )
    if len(pairs) > 1:
        raise Refused(
            "words-not-unique",
            f"“{anchor.point.quotation.text}” and “{anchor.other.quotation.text}” stand next to each other in "
            f"{len(pairs)} places",
            "quote more of the words",
        )
    path, part, end = pairs[0]
    return Splice(path, part, end, end, new, edit)


def at_edge(rulebook: Rulebook, edit: Edit, spot: Spot, position: str, new: str) -> Splice:
    """Words put in at the start or the end of a place. Raises `Refused` where it is not certain what ends there."""
    if not spot.path:
        raise Refused("place-missing", f"at the {position} of what?", "name the provision")
    provision = rulebook.at(spot.path)
    paragraph = edit.level == "paragraph"
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
    elif position == "start":
        path, part, start, end = spot.path, "text", 0, len(provision.text)
    else:
        part = "tail" if provision.children else "text"
        path, start, end = spot.path, 0, len(getattr(provision, part))
    if len(spot.paths) > 1:
        raise Refused("place-uncertain", f"at the {position} of which of them?", "name one provision")
    text = getattr(provision, part)[start:end]
    if position == "start":
        return Splice(path, part, start, start, new + "\n\n" if paragraph else new, edit)
    if part == "tail" and not provision.tail:
        if not (new[:1].isupper() and new.rstrip()[-1:] in ".!?"):
            last = segment(provision.children[-1].label)
            raise Refused(
                "extent-uncertain",
                f"{kind_name(rulebook, path)} ends with {last}; it is not certain whether these words belong to "
                f"{last} or stand after it",
                f"say  at the end of {rulebook.reference(path)}.{last}, or give the words as a sentence of their own",
            )
        return Splice(path, part, 0, 0, new, edit)
    if text.rstrip().split("\n")[-1].lstrip().startswith("|"):
        raise Refused(
            "extent-uncertain",
            f"{kind_name(rulebook, path)} ends with a table; do the new words go into its last row, or after it?",
            "say  after “...”  and quote words of the row, or make the new words a provision of their own",
        )
    found = None if re.match(r"\([^)]*\)\s.*\.$", new.strip(), re.DOTALL) else place_at_end(text, new)
    if found is None:
        raise Refused(
            "extent-uncertain",
            f"{kind_name(rulebook, path)} ends “{text[-20:]}”, and it is not certain how “{new.strip()[-20:]}” "
            "is to follow it",
            "quote the last words and say what they become, as in  replace “...” with “...”",
        )
    a, b, words = found
    return Splice(path, part, start + a, start + b, words, edit)


def move_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> tuple[Operation, ...]:
    """A sentence or a paragraph taken out in one place and put in at the end or the start of another."""
    path, part, start, end = part_region(rulebook, spot)
    words = rulebook.part(path, part)[start:end]
    if part == "heading" or not edit.destination or edit.anchor is None or edit.anchor.position not in ("start", "end"):
        raise Refused(
            "position-missing", "this does not say where the words move to", "say  to the end of  which provision"
        )
    target = spots_from(rulebook, edit.place.chain, edit.destination)[0]
    check_what_stays(rulebook, [(path, part, start, end)])
    put = at_edge(rulebook, edit, target, edit.anchor.position, words)
    return (Splice(path, part, start, end, "", edit), put)
