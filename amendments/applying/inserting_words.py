"""Words put into a provision, or moved to another."""

from __future__ import annotations

from amendments.applying.new_text.spelled_numbers import check_no_number
from amendments.applying.operations import Operation, Splice
from amendments.applying.places import Region, Spot, kind_name, part_region, spots_from
from amendments.applying.refused import Refused
from amendments.applying.words.at_edge import at_edge, before_last_mark
from amendments.applying.words.matches import chosen, matches_in, missing
from amendments.applying.words.patterns import is_cut_short, sentences
from amendments.applying.words.seams import check_after_stop, check_marks
from amendments.applying.words.tables import as_row, row_at
from amendments.applying.words.what_stays import check_what_stays
from amendments.reading.edits import Anchor, Edit, Words
from amendments.reading.quotations import Quotation
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.reading.lines import read_blocks, tidy


def insert_words(rulebook: Rulebook, edit: Edit, spot: Spot, *, renumbers: bool = False) -> list[Operation]:
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
        if renumbers and anchor.position == "start":
            _check_not_numbered(rulebook, spot)
        if isinstance(anchor.point, Words):
            return [before_last_mark(rulebook, edit, spot, anchor.point.quotation.text)]
        return [at_edge(rulebook, edit, spot, anchor.position, new)]
    if isinstance(anchor.point, tuple):
        inner = spots_from(rulebook, edit.place.chain, anchor.point)[0]
        if anchor.position == "between":
            return [_between_parts(rulebook, edit, inner, anchor, new)]
        if inner.parts and inner.parts[-1].unit == "heading":
            return [after_heading(rulebook, edit, inner.path, anchor.position)]
        return [beside_words(rulebook, edit, part_region(rulebook, inner), anchor.position, new)]
    assert isinstance(anchor.point, Words)
    if anchor.position == "between":
        return [_between(rulebook, edit, spot, anchor, new)]
    found = chosen(rulebook, spot, anchor.point)
    return [beside_words(rulebook, edit, match, anchor.position, new) for match in found]


def beside_words(rulebook: Rulebook, edit: Edit, match: Region, position: str, new: str) -> Splice:
    """Words put in before or after a stretch; a row of a table, and a paragraph, on lines of their own."""
    path, part, start, end = match
    text = rulebook.part(path, part)
    row = row_at(text, start, end) if part != "heading" else None
    if row is not None and (edit.level == "row" or text[slice(*row)].strip() == text[start:end].strip()):
        words = as_row(new, text, row)
        if words is None:
            raise Refused(
                "new-text-uncertain",
                f"the new words do not have as many cells as a row of the table in {kind_name(rulebook, path)}",
                f"give a whole row, as in  {text[slice(*row)].strip()}",
            )
        at = row[1] if position == "after" else row[0]
        return Splice(path, part, at, at, f"\n{words}" if position == "after" else f"{words}\n", edit)
    at = end if position == "after" else start
    if edit.level == "paragraph":
        _check_whole_sentences(rulebook, match, position)
        return Splice(path, part, at, at, f"\n\n{new}\n\n", edit)
    if position == "after":
        check_after_stop(text[start:end], new)
    new = before_words(text[at:], edit.new, new)
    return Splice(path, part, at, at, new, edit)


def _check_whole_sentences(rulebook: Rulebook, match: Region, position: str) -> None:
    """Raises `Refused` where a paragraph would be put into the middle of a sentence."""
    path, part, start, end = match
    text = rulebook.part(path, part)
    at = end if position == "after" else start
    edges = {edge for span in sentences(text) for edge in span}
    if part == "heading" or at not in edges:
        raise Refused(
            "position-uncertain",
            f"a new paragraph cannot go into the middle of a sentence of {kind_name(rulebook, path)}",
            "say after which sentence or which paragraph it goes, or leave “a new paragraph” out",
        )


def after_heading(rulebook: Rulebook, edit: Edit, path: Path, position: str) -> Splice:
    """Words put in after a heading: the first of what it heads, where that has none of its own. Raises `Refused`."""
    assert edit.new is not None
    provision, name, new = rulebook.at(path), kind_name(rulebook, path), edit.new.text.strip()
    check_no_number(new)
    first = read_blocks(tidy(new))[:1]
    if first and first[0].form in ("LABELLED", "BULLET", "HEADING"):
        raise Refused(
            "position-uncertain",
            f"after the heading of {name} there is no place for a number",
            f"say  at the beginning of {rulebook.reference(path)}, or after which provision it goes",
        )
    if position != "after" or provision.text or new[:1].islower() or new[-1:] not in (".", "!", "?", ":", "”", "’"):
        raise Refused(
            "position-uncertain",
            f"it is not certain whether these words are to stand in the heading of {name} or among its words",
            f"say  at the end of the heading of {rulebook.reference(path)}, or  at the beginning of  its words",
        )
    return Splice(path, "text", 0, 0, new, edit)


def _check_not_numbered(rulebook: Rulebook, spot: Spot) -> None:
    """Raises `Refused` where words go before a numbered list, and something is said about renumbering."""
    if spot.parts or not spot.path or not rulebook.children(spot.path):
        return
    first = segment(rulebook.children(spot.path)[0].label)
    raise Refused(
        "level-uncertain",
        f"it is not certain whether these words are to be a new {first} of {kind_name(rulebook, spot.path)}, or to "
        "stand before its numbers",
        f"begin the new words with their number, as in  “{first}. ...”",
    )


def before_words(right: str, quotation: Quotation | None, new: str) -> str:
    """New words as they go before others: without the stop that only ends the instruction. Raises `Refused`."""
    own = quotation is not None and quotation.closes and not new[:1].isupper()
    goes_on = right.lstrip(" ")[:1].islower() or right.lstrip(" ")[:1] in (",", ";", ":")
    if own and goes_on and new.count(".") == 1 and not is_cut_short(new):
        new = new.removesuffix(".")  # insert “six weeks.”
    check_marks(right, new)
    return new


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


def _between_parts(rulebook: Rulebook, edit: Edit, first: Spot, anchor: Anchor, new: str) -> Splice:
    """Words put in between two sentences or paragraphs."""
    others = spots_from(rulebook, edit.place.chain, anchor.other) if isinstance(anchor.other, tuple) else ()
    if first.parts and others and others[0].parts:
        path, part, start, end = part_region(rulebook, first)
        there, part_there, begins, _ = part_region(rulebook, others[0])
        if (path, part) == (there, part_there) and end <= begins and not rulebook.part(path, part)[end:begins].strip():
            return beside_words(rulebook, edit, (path, part, start, end), "after", new)
    raise Refused(
        "words-apart", "these two do not stand next to each other", "say  after  which sentence or provision it goes"
    )


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
