"""Words taken out of a provision, or others put in their place."""

from __future__ import annotations

from dataclasses import replace

from amendments.applying.inserting_words import before_words
from amendments.applying.new_text.provisions import read_new
from amendments.applying.operations import Cut, Operation, Splice
from amendments.applying.places import Region, Spot, kind_name, part_region
from amendments.applying.refused import Refused
from amendments.applying.replacing_provisions import swap
from amendments.applying.words.as_printed import as_printed, left_alone
from amendments.applying.words.extents import beside, extent_of
from amendments.applying.words.left_out import pieces_of
from amendments.applying.words.matches import chosen, matches_in
from amendments.applying.words.patterns import plain
from amendments.applying.words.what_stays import check_what_stays
from amendments.reading.edits import Edit
from rulebook.numbering import segment
from rulebook.provision import Path, Provision, Rulebook


def replace_parts(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...]) -> list[Operation]:
    """Whole sentences or paragraphs taken out or replaced: several with one new text only where they are neighbours."""
    if not all(spot.parts for spot in places):
        raise Refused("place-uncertain", "these are a provision and a part of one", "write an instruction for each")
    regions = [part_region(rulebook, spot) for spot in places]
    new = edit.new.text if edit.new else ""
    if not new:
        check_what_stays(rulebook, regions)
    if len(regions) == 1 or not new:
        return [Splice(path, part, start, end, new, edit) for path, part, start, end in regions]
    path, part, start, end = regions[0]
    text = rulebook.part(path, part)
    for there, part_there, a, b in regions[1:]:
        if (there, part_there) != (path, part) or a < end or text[end:a].strip():
            raise Refused(
                "place-uncertain",
                "the parts to be replaced do not stand next to each other",
                "write an instruction for each",
            )
        end = b
    return [Splice(path, part, start, end, new, edit)]


def replace_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    """Quoted words taken out or replaced, or all from one quotation to another. Raises `Refused`."""
    new = edit.new.text if edit.new else ""
    if edit.old is None:
        raise Refused("operand-missing", "this does not say which words", "quote them")
    if edit.extent and edit.extent != "to read":
        path, part, start, end = extent_of(rulebook, edit, spot)
        return [Splice(path, part, start, end, new, edit)]
    matches = matches_in(rulebook, spot, edit.old)
    if not matches:
        whole = _quoted_provision(rulebook, edit, spot)
        if whole is not None:
            return whole
    if edit.anchor is not None:
        matches = beside(rulebook, edit.anchor, spot, matches)
    meant = chosen(rulebook, spot, edit.old, matches)
    if not new:
        _check_edges(rulebook, edit.old.quotation.text, meant)
        return [Splice(path, part, start, end, "", edit) for path, part, start, end in meant]
    if "\n\n" in new and any(
        block.lstrip()[:1].isdigit() or block.lstrip().startswith("(") for block in new.split("\n\n")[1:]
    ):
        raise Refused(
            "new-text-uncertain",
            "the new words hold numbered provisions, but replace words inside one",
            "replace the provision as a whole",
        )
    found: list[Operation] = []
    for match in meant:
        for path, part, start, end, words in left_alone(rulebook, match, edit.old.quotation.text, new):
            text = rulebook.part(path, part)
            if edit.new and edit.new.closes and text[start:end].rstrip()[-1:] in (",", ";", ":"):
                raise Refused(
                    "extent-uncertain",
                    f"“{text[start:end].split()[-1]}” ends with a mark that the new words do not have, and their full "
                    "stop may only end the instruction",
                    "leave the marks out of both quotations, or put the same mark into both",
                )
            if words.rstrip()[-1:] != text[start:end].rstrip()[-1:]:
                words = before_words(text[end:], edit.new, words)
            found.append(Splice(path, part, start, end, as_printed(words, text[start:end]), edit))
    return found


def _check_edges(rulebook: Rulebook, quoted: str, meant: list[Region]) -> None:
    """Raises `Refused` where words that are to go begin or end with an ellipsis: how far they go is not said."""
    pieces = pieces_of(quoted)
    if pieces.before or pieces.after:
        name = kind_name(rulebook, meant[0][0])
        far = "to its end" if pieces.after else "from its beginning"
        raise Refused(
            "extent-uncertain",
            f"“{quoted}” leaves words out; how far does the deletion go in {name}: only these words, or {far}?",
            "quote the words without the ellipsis, or say  from “...” to “...”",
        )


def _quoted_provision(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation] | None:
    """A quotation that begins with a number: it may be a provision, or the words of one before its children."""
    assert edit.old is not None
    if spot.parts or len(spot.paths) != 1:
        return None
    own = spot.path
    for parent in dict.fromkeys([own, own[:-1]] if own else [own]):
        try:
            quoted = read_new(rulebook, parent, edit.old.quotation.text)
        except Refused:
            continue
        whole = _same_run(rulebook, parent, quoted)
        if whole is None and len(quoted) == 1 and not quoted[0].label and own and parent == own[:-1]:
            whole = _same_run(rulebook, parent, (replace(quoted[0], label=rulebook.at(own).label),))
        if whole is None:
            continue
        paths, lead_only = whole
        if lead_only:
            provision = rulebook.at(paths[0])
            if edit.new is None:
                check_what_stays(rulebook, [(paths[0], "text", 0, len(provision.text))])
            new = ""
            if edit.new is not None:
                replacing = read_new(rulebook, parent, edit.new.text)
                if (
                    len(replacing) != 1
                    or replacing[0].children
                    or segment(replacing[0].label or provision.label) != segment(provision.label)
                ):
                    raise Refused(
                        "new-text-uncertain",
                        f"the words quoted are only the opening words of {kind_name(rulebook, paths[0])}, and the "
                        "new ones are more than that",
                        "quote the whole of what is to go",
                    )
                new = replacing[0].text
            return [Splice(paths[0], "text", 0, len(provision.text), new, edit)]
        if edit.new is None:
            return [Cut(path, edit) for path in paths]
        return swap(rulebook, edit, paths, False)
    return None


def _same_run(rulebook: Rulebook, parent: Path, quoted: tuple[Provision, ...]) -> tuple[tuple[Path, ...], bool] | None:
    """The run of a parent's children that a quotation is of; and whether it stops before their own children."""
    children = rulebook.children(parent)
    for start in range(len(children) - len(quoted) + 1):
        run = children[start : start + len(quoted)]
        if all(
            segment(a.label) == segment(b.label) and plain(a.text) == plain(b.text)
            for a, b in zip(run, quoted, strict=True)
        ):
            paths = tuple((*parent, start + n) for n in range(len(quoted)))
            if all(_same_tree(a, b) for a, b in zip(run, quoted, strict=True)):
                return paths, False
            if len(quoted) == 1 and not quoted[0].children and not quoted[0].tail:
                return paths, True
            return None
    return None


def _same_tree(one: Provision, other: Provision) -> bool:
    return (
        segment(one.label) == segment(other.label)
        and plain(one.text) == plain(other.text)
        and plain(one.tail) == plain(other.tail)
        and len(one.children) == len(other.children)
        and all(_same_tree(a, b) for a, b in zip(one.children, other.children, strict=True))
    )


def replace_heading(rulebook: Rulebook, edit: Edit, spot: Spot) -> Splice:
    """A heading as a whole taken out or replaced. Raises `Refused`."""
    if not spot.path:
        raise Refused("place-missing", "the heading of what?", "name the chapter or the clause")
    heading = rulebook.at(spot.path).heading
    if not heading and edit.new is None:
        raise Refused("heading-missing", f"{kind_name(rulebook, spot.path)} has no heading", "leave it out")
    return Splice(spot.path, "heading", 0, len(heading), " ".join(edit.new.text.split()) if edit.new else "", edit)
