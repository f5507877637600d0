"""How far the words go that an edit takes out or replaces: from one quotation to another, or to an end of a place."""

from __future__ import annotations

from amendments.applying.places import Region, Spot, kind_name, part_region
from amendments.applying.refused import Refused
from amendments.applying.words.matches import chosen, matches_in, regions, times
from amendments.applying.words.patterns import paragraphs, sentences
from amendments.reading.edits import Anchor, Edit, Words
from rulebook.provision import Path, Rulebook


def extent_of(rulebook: Rulebook, edit: Edit, spot: Spot) -> Region:
    """The stretch that an edit with an extent is about. Raises `Refused`."""
    assert edit.old is not None
    matches = matches_in(rulebook, spot, edit.old)
    if edit.anchor is not None:
        matches = beside(rulebook, edit.anchor, spot, matches)
    found = chosen(rulebook, spot, edit.old, matches)
    if len(found) > 1:
        raise Refused(
            "extent-uncertain",
            f"“{edit.old.quotation.text}” stands {times(len(found))}, and from which of them this goes is not certain",
            "write an instruction for each",
        ).about(edit.old.quotation.span)
    path, part, start, end = found[0]
    low, high = _limits(rulebook, edit, spot, found[0])
    if edit.extent == "all before":
        _check_alone(rulebook, edit, spot, found[0], (low, high))
        return path, part, low, start
    if edit.extent in ("all after", "from on"):
        _check_alone(rulebook, edit, spot, found[0], (low, high))
        text = rulebook.part(path, part)
        first = start if edit.extent == "from on" else end
        return path, part, first, _without_final_stop(text, edit, first, end, high)
    if edit.until is None:
        raise Refused(
            "extent-uncertain",
            "this does not say how far it goes",
            "quote the first and the last words of what is meant",
        )
    a, b = _until(rulebook, edit, spot, found[0])
    if edit.extent == "from to":
        return path, part, start, b
    text = rulebook.part(path, part)
    first = start if edit.extent == "from before" else end
    while first < a and text[first].isspace():
        first += 1
    while first < a and text[a - 1].isspace():
        a -= 1
    return path, part, first, a


def _limits(rulebook: Rulebook, edit: Edit, spot: Spot, match: Region) -> tuple[int, int]:
    """How far the place goes that the words stand in: a sentence, a paragraph or all the words of a provision."""
    path, part, start, _ = match
    if spot.parts:
        return part_region(rulebook, spot)[2:]
    text = rulebook.part(path, part)
    level = _same(edit)
    if level == "line":
        raise Refused(
            "line-uncertain",
            "lines are not the same in every printing; the end of a line cannot be found",
            "quote the last words, as in  from “...” to “...”",
        )
    split = {"sentence": sentences, "paragraph": paragraphs}.get(level)
    if split is not None and not (spot.path and rulebook.at(spot.path).kind == level):
        return next(((a, b) for a, b in split(text) if a <= start < b), (0, len(text)))
    return 0, len(text)


def _same(edit: Edit) -> str:
    """The level in "to the end of the sentence"; "" where the end is that of the provision that is named."""
    last = edit.place.innermost[:1]
    return last[0].level if last and last[0].relative == "this" and not last[0].steps else ""


def _check_alone(rulebook: Rulebook, edit: Edit, spot: Spot, match: Region, limits: tuple[int, int]) -> None:
    """Raises `Refused` where other provisions of the place come after the words, or before: whether they go too is not
    said."""
    path, part, *_ = match
    assert edit.old is not None
    before = edit.extent == "all before"
    if limits != (0, len(rulebook.part(path, part))) or spot.parts or part == "heading":
        return
    inside = [(there, part_there) for there, part_there, *_ in regions(rulebook, spot) if part_there != "heading"]
    place = inside.index((path, part))
    others = inside[:place] if before else inside[place + 1 :]
    if not others:
        return
    names = list(dict.fromkeys(_name(rulebook, there, part_there) for there, part_there in others))
    which = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    said = {"all before": "all before", "all after": "all after"}.get(edit.extent, "to the end")
    raise Refused(
        "extent-uncertain",
        f"{'before' if before else 'after'} “{edit.old.quotation.text}” in {kind_name(rulebook, spot.path)} there is "
        f"also {which}; does “{said}” take that in?",
        "say  from “...” to “...”  for the words, and delete by their numbers the provisions that go too",
    )


def _name(rulebook: Rulebook, path: Path, part: str) -> str:
    return f"the paragraph after the list in {rulebook.reference(path)}" if part == "tail" else rulebook.reference(path)


def _without_final_stop(text: str, edit: Edit, first: int, end: int, high: int) -> int:
    """Where the words end: before the final stop, unless a sentence goes with it or the new words bring one."""
    stop = high
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    begins = {a for a, _ in sentences(text)}
    ended = first in begins if edit.extent == "from on" else text[end - 1] == "."
    ended = ended or (edit.new is not None and edit.new.text.rstrip()[-1:] in (".", "!", "?"))
    return stop - 1 if stop > end and text[stop - 1] == "." and not ended else stop


def _until(rulebook: Rulebook, edit: Edit, spot: Spot, match: Region) -> tuple[int, int]:
    """Where the last words of an extent stand, which come after the first. Raises `Refused`."""
    assert edit.until is not None and edit.old is not None
    path, part, start, end = match
    until, old = edit.until.quotation.text, edit.old.quotation.text
    floor = start if edit.extent == "from to" else end
    later = [
        (a, b) for there, part_there, a, b in matches_in(rulebook, spot, edit.until)
        if (there, part_there) == (path, part) and a >= floor
    ]  # fmt: skip
    if not later:
        raise Refused(
            "quotation-not-found",
            f"“{until}” does not come after “{old}” in {kind_name(rulebook, path)}",
            "quote the first and the last words as they are printed",
        )
    if len(later) > 1 and edit.until.occurrence == "only":
        raise Refused(
            "words-not-unique",
            f"“{until}” stands {times(len(later))} after “{old}” in {kind_name(rulebook, path)}",
            "quote more of the last words",
        )
    if edit.until.occurrence == "last":
        return later[-1]
    return later[0]


def beside(rulebook: Rulebook, anchor: Anchor, spot: Spot, matches: list[Region]) -> list[Region]:
    """Those matches that stand where the anchor says."""
    if anchor.position in ("start", "end"):
        if not matches:
            return matches
        found = matches[-1] if anchor.position == "end" else matches[0]
        path, part, start, end = found
        low, high = part_region(rulebook, spot)[2:] if spot.parts else (0, len(rulebook.part(path, part)))
        words = rulebook.part(path, part)[low:high]
        at_end = anchor.position == "end" and end >= low + len(words.rstrip(" .;:,"))
        return [found] if at_end or (anchor.position == "start" and start == low) else []
    if not isinstance(anchor.point, Words):
        raise Refused(
            "position-uncertain",
            "it is not clear where these words are",
            "quote them with some of the words round them",
        )
    points = matches_in(rulebook, spot, anchor.point)
    standing = []
    for path, part, start, end in matches:
        text = rulebook.part(path, part)
        for there, part_there, a, b in points:
            between = text[b:start] if anchor.position == "after" else text[end:a]
            if (
                (there, part_there) == (path, part)
                and not between.strip()
                and (b <= start if anchor.position == "after" else end <= a)
            ):
                standing.append((path, part, start, end))
    return standing
