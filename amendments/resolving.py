"""An edit resolved against a rulebook as it stands: the operations that it comes to, or why it is refused."""

from __future__ import annotations

from dataclasses import replace

from amendments.edits import Anchor, Edit, Place, Target, Words
from amendments.matching import occurrences, paragraphs, plain, sentences
from amendments.nearest import differing, nearest_words
from amendments.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.placing import Refused, Spot, kind_name, spots
from amendments.provisions import dressed, fits_between, index_by_label, labelled, next_label, read_new, same_style
from amendments.restating import ordinal
from amendments.splicing import place_at_end
from rulebook.diagnostics import Suggestion
from rulebook.locating import ends_in
from rulebook.numbering import BULLETS, common_style, segment
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reference import LAST, Reference

Match = tuple[Path, str, int, int]
"""A provision's path, the part of it, and the offsets there."""


def resolve(rulebook: Rulebook, edit: Edit, *, renumbers: bool = False) -> tuple[Operation, ...]:
    """The operations of one edit. `renumbers` says that the instruction has words about numbering.

    Raises `Refused`.
    """
    if edit.op == "insert" and edit.label is not None:
        edit = _under_what_there_is(rulebook, edit, edit.label)
    places = spots(rulebook, edit.place)
    if edit.op == "renumber":
        return tuple(operation for spot in places for operation in _renumber(rulebook, edit, spot))
    if edit.op == "move":
        return _move(rulebook, edit, places, renumbers)
    if edit.unit == "provision":
        if edit.op == "insert":
            return _insert_provisions(rulebook, edit, places, renumbers)
        return _replace_provisions(rulebook, edit, places, renumbers)
    if edit.unit == "heading" and edit.old is None and edit.op != "insert":
        return tuple(_heading(rulebook, edit, spot) for spot in places)
    if edit.op == "insert":
        return tuple(operation for spot in places for operation in _insert_words(rulebook, edit, spot))
    if edit.old is None and all(spot.parts for spot in places):
        return tuple(_replace_parts(rulebook, edit, places))
    return tuple(operation for spot in places for operation in _replace_words(rulebook, edit, spot))


def _under_what_there_is(rulebook: Rulebook, edit: Edit, label: Reference) -> Edit:
    """An insertion of J.5.6 where there is no J.5, only J with J.5.1 and others in it: it goes to J."""
    inner = edit.place.innermost
    if len(inner) != 1 or len(inner[0].steps) < 2 or not label.steps:
        return edit
    *outer, last = inner[0].steps
    try:
        spots(rulebook, edit.place)
    except Refused:
        place = replace(edit.place, chain=(*edit.place.chain[:-1], (replace(inner[0], steps=tuple(outer)),)))
        try:
            parent = spots(rulebook, place)[0].path
        except Refused:
            return edit
        head = f"{rulebook.reference(parent)}.{segment(last.label)}."
        if any(segment(child.label).startswith(head) for child in rulebook.children(parent)):
            step = replace(label.steps[-1], label=head + segment(label.steps[-1].label))
            return replace(edit, place=place, label=replace(label, steps=(step,)))
    return edit


# ------------------------------------------------------------------ looking for words


def _regions(rulebook: Rulebook, spot: Spot) -> list[Match]:
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
    return (*((place, 0) for place in path), (-1, {"heading": 0, "text": 1}.get(part, 0)) if part != "tail" else (10**9, 0), start)


def part_region(rulebook: Rulebook, spot: Spot) -> Match:
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
            raise Refused("line-uncertain", f"lines are not the same in every printing; “{step.unit} {step.number}” cannot be found", "quote the words, or say which sentence")
        split = sentences if step.unit == "sentence" else paragraphs
        stretches = [(part, start + a, start + b) for a, b in split(getattr(provision, part)[start:end])]
        if part == "text" and (start, end) == (0, len(provision.text)) and provision.tail:
            stretches += [("tail", a, b) for a, b in split(provision.tail)]
        number = len(stretches) if step.number == LAST else step.number
        if not 0 < number <= len(stretches):
            has = f"it has {len(stretches)}" if stretches else "it has none"
            raise Refused("part-not-found", f"{where} has no {ordinal(step.number)} {step.unit}; {has}", f"look at it with  redraft show {rulebook.reference(spot.path)}")
        part, start, end = stretches[number - 1]
    return spot.path, part, start, end


def matches_in(rulebook: Rulebook, spot: Spot, words: Words) -> list[Match]:
    found: list[Match] = []
    for path, part, start, end in _regions(rulebook, spot):
        text = getattr(rulebook.at(path), part)[start:end]
        found += [(path, part, start + a, start + b) for a, b in occurrences(text, words.quotation.text)]
    return found


def _chosen(rulebook: Rulebook, spot: Spot, words: Words, matches: list[Match] | None = None) -> list[Match]:
    """The occurrences that are meant: one, unless the instruction says otherwise."""
    matches = matches_in(rulebook, spot, words) if matches is None else matches
    which, quoted = words.occurrence, words.quotation.text
    if not matches:
        raise _missing(rulebook, spot, words)
    if which == "all":
        return matches
    if which == "both":
        if len(matches) != 2:
            raise Refused("count-differs", f"“{quoted}” stands {_times(len(matches))} in {_where(rulebook, spot)}, not in two places", _tie_help(rulebook, matches))
        return matches
    if which == "last":
        return matches[-1:]
    if which.isdigit():
        if int(which) > len(matches):
            raise Refused("occurrence-not-found", f"“{quoted}” stands only {_times(len(matches))} in {_where(rulebook, spot)}", "correct the number, or leave it out")
        return [matches[int(which) - 1]]
    if len(matches) > 1:
        listed = ", ".join(_context(rulebook, match) for match in matches[:6])
        raise Refused(
            "words-not-unique", f"“{quoted}” stands {_times(len(matches))} in {_where(rulebook, spot)}: {listed}",
            _tie_help(rulebook, matches),
            (Suggestion("name the one that is meant", f"the first “{quoted}”"), Suggestion("change them all", f"wherever it occurs, “{quoted}”")),
        )  # fmt: skip
    return matches


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _where(rulebook: Rulebook, spot: Spot) -> str:
    return kind_name(rulebook, spot.path) if spot.path else "the rules"


def _context(rulebook: Rulebook, match: Match) -> str:
    path, part, start, end = match
    words = getattr(rulebook.at(path), part)
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


def _missing(rulebook: Rulebook, spot: Spot, words: Words) -> Refused:
    quoted = words.quotation.text
    where = _where(rulebook, spot)
    texts = [(match, getattr(rulebook.at(match[0]), match[1])[match[2] : match[3]]) for match in _regions(rulebook, spot)]
    for match, text in texts:
        if plain(quoted).casefold() in plain(text).casefold():
            at = plain(text).casefold().find(plain(quoted).casefold())
            there = plain(text)[at : at + len(plain(quoted))]
            if there == plain(quoted):
                break
            return Refused(
                "quotation-not-found", f"“{quoted}” is not in {where}; the capital letters differ: {rulebook.reference(match[0])} has “{there}”",
                "quote the words as they are printed, capitals included", (Suggestion("as printed", f"“{there}”"),),
            )  # fmt: skip
    near = nearest_words(quoted, [text for _, text in texts])
    if near is not None:
        place, found = near
        path = texts[place][0][0]
        return Refused(
            "quotation-not-found", f"“{quoted}” is not in {where}; the nearest words are “{found}” in {rulebook.reference(path)} ({differing(quoted, found)})",
            "quote the words as they are printed", (Suggestion("as printed", f"“{found}”"),),
        )  # fmt: skip
    elsewhere = matches_in(rulebook, Spot(((),)), words) if spot.path else []
    if elsewhere:
        places = ", ".join(dict.fromkeys(rulebook.reference(match[0]) for match in elsewhere[:5]))
        return Refused("quotation-not-found", f"“{quoted}” is not in {where}; it is in {places}", "correct the place")
    return Refused("quotation-not-found", f"“{quoted}” is not in {where}, nor anything like it", f"look at the words with  redraft show {rulebook.reference(spot.path)}" if spot.path else "look for the words with  redraft find")


# ------------------------------------------------------------------ words


def _replace_parts(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...]) -> list[Operation]:
    """Whole sentences or paragraphs taken out or replaced: several with one new text only where they are neighbours."""
    regions = [part_region(rulebook, spot) for spot in places]
    new = edit.new.text if edit.new else ""
    if len(regions) == 1 or not new:
        return [Splice(path, part, start, end, new, edit) for path, part, start, end in regions]
    path, part, start, end = regions[0]
    text = getattr(rulebook.at(path), part)
    for there, part_there, a, b in regions[1:]:
        if (there, part_there) != (path, part) or a < end or text[end:a].strip():
            raise Refused(
                "place-uncertain", "the parts to be replaced do not stand next to each other", "write an instruction for each"
            )
        end = b
    return [Splice(path, part, start, end, new, edit)]


def _replace_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    new = edit.new.text if edit.new else ""
    if edit.old is None:
        raise Refused("operand-missing", "this does not say which words", "quote them")
    if edit.extent in ("from to", "between", "all after", "all before"):
        path, part, start, end = _extent(rulebook, edit, spot)
        return [Splice(path, part, start, end, new, edit)]
    matches = matches_in(rulebook, spot, edit.old)
    if not matches:
        whole = _quoted_provision(rulebook, edit, spot)
        if whole is not None:
            return whole
    if edit.anchor is not None:
        matches = _beside(rulebook, edit.anchor, spot, matches)
    chosen = _chosen(rulebook, spot, edit.old, matches)
    if "\n\n" in new and any(block.lstrip()[:1].isdigit() or block.lstrip().startswith("(") for block in new.split("\n\n")[1:]):
        raise Refused("new-text-uncertain", "the new words hold numbered provisions, but replace words inside one", "replace the provision as a whole")
    if not new:
        for match in chosen:
            _leaves_words(rulebook, match)
    return [Splice(path, part, start, end, new, edit) for path, part, start, end in chosen]


def _leaves_words(rulebook: Rulebook, match: Match) -> None:
    """Raises `Refused` where a deletion would leave a number with nothing beside it."""
    path, part, start, end = match
    provision = rulebook.at(path)
    if part == "text" and not provision.heading and not (provision.text[:start] + provision.text[end:]).strip(" .;,"):
        name = rulebook.reference(path)
        has = f", with {segment(provision.children[0].label)} and so on under it" if provision.children else ""
        raise Refused(
            "extent-uncertain", f"these are all the words of {name}; is the number to stay{has}, or does the provision go?",
            f"say  delete {name}  if it goes",
        )  # fmt: skip


def _beside(rulebook: Rulebook, anchor: Anchor, spot: Spot, matches: list[Match]) -> list[Match]:
    """Those matches that stand where the anchor says."""
    if anchor.position in ("start", "end"):
        if not matches:
            return matches
        path, part = matches[-1][:2]
        words = getattr(rulebook.at(path), part).rstrip(" .;:,")
        last = matches[-1]
        if anchor.position == "end" and last[3] >= len(words):
            return [last]
        first = matches[0]
        return [first] if anchor.position == "start" and first[2] == 0 else []
    if not isinstance(anchor.point, Words):
        raise Refused("position-uncertain", "it is not clear where these words are", "quote them with some of the words round them")
    points = matches_in(rulebook, spot, anchor.point)
    found = []
    for path, part, start, end in matches:
        text = getattr(rulebook.at(path), part)
        for there, part_there, a, b in points:
            between = text[b:start] if anchor.position == "after" else text[end:a]
            if (there, part_there) == (path, part) and not between.strip() and (b <= start if anchor.position == "after" else end <= a):
                found.append((path, part, start, end))
    return found


def _extent(rulebook: Rulebook, edit: Edit, spot: Spot) -> Match:
    assert edit.old is not None
    path, part, start, end = _chosen(rulebook, spot, edit.old)[0]
    provision = rulebook.at(path)
    text = getattr(provision, part)
    limit = (0, len(text))
    if spot.parts:
        limit = part_region(rulebook, spot)[2:]
    if edit.extent == "all before":
        return path, part, limit[0], start
    if edit.extent == "all after":
        if part == "text" and provision.children:
            first, last = segment(provision.children[0].label), segment(provision.children[-1].label)
            raise Refused(
                "extent-uncertain", f"{first} to {last} come after “{edit.old.quotation.text}” in {kind_name(rulebook, path)}; does “all after” take them in?",
                f"say  from “...” to “...”  for the words, and  delete paragraphs {first} to {last}  if they go too",
            )  # fmt: skip
        stop = limit[1]
        while stop > end and text[stop - 1].isspace():
            stop -= 1
        ended = text[end - 1] == "." or (edit.new is not None and edit.new.text.rstrip().endswith("."))
        if stop > end and text[stop - 1] == "." and not ended:
            stop -= 1  # the final stop stays
        return path, part, end, stop
    assert edit.until is not None
    later = [
        (a, b) for there, part_there, a, b in matches_in(rulebook, spot, edit.until)
        if (there, part_there) == (path, part) and a >= (start if edit.extent == "from to" else end)
    ]  # fmt: skip
    if not later:
        raise Refused("quotation-not-found", f"“{edit.until.quotation.text}” does not come after “{edit.old.quotation.text}” in {kind_name(rulebook, path)}", "quote the first and the last words as they are printed")
    if len(later) > 1 and edit.until.occurrence == "only":
        raise Refused("words-not-unique", f"“{edit.until.quotation.text}” stands {_times(len(later))} after “{edit.old.quotation.text}” in {kind_name(rulebook, path)}", "quote more of the last words")
    a, b = later[0]
    if edit.extent == "between":
        while end < a and text[end].isspace():
            end += 1
        while end < a and text[a - 1].isspace():
            a -= 1
        return path, part, end, a
    return path, part, start, b


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
                _leaves_words(rulebook, (paths[0], "text", 0, len(provision.text)))
            new = ""
            if edit.new is not None:
                replacing = read_new(rulebook, parent, edit.new.text)
                if len(replacing) != 1 or replacing[0].children or segment(replacing[0].label or provision.label) != segment(provision.label):
                    raise Refused("new-text-uncertain", f"the words quoted are only the opening words of {kind_name(rulebook, paths[0])}, and the new ones are more than that", "quote the whole of what is to go")
                new = replacing[0].text
            return [Splice(paths[0], "text", 0, len(provision.text), new, edit)]
        if edit.new is None:
            return [Cut(path, edit) for path in paths]
        return _swap(rulebook, edit, paths, False)
    return None


def _same_run(rulebook: Rulebook, parent: Path, quoted: tuple[Provision, ...]) -> tuple[tuple[Path, ...], bool] | None:
    """The run of a parent's children that a quotation is of; and whether it stops before their own children."""
    children = rulebook.children(parent)
    for start in range(len(children) - len(quoted) + 1):
        run = children[start : start + len(quoted)]
        if all(segment(a.label) == segment(b.label) and plain(a.text) == plain(b.text) for a, b in zip(run, quoted, strict=True)):
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


def _insert_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    assert edit.new is not None
    anchor, new = edit.anchor, edit.new.text
    if anchor is None:
        raise Refused("position-missing", "this does not say where the new words go", "say after or before which words, or “at the end of” which provision")
    if anchor.position in ("start", "end"):
        return [_at_edge(rulebook, edit, spot, anchor.position, new)]
    if isinstance(anchor.point, tuple):
        inner = spots(rulebook, Place((*edit.place.chain, anchor.point)))[0]
        path, part, start, end = part_region(rulebook, inner)
        at = end if anchor.position == "after" else start
        return [Splice(path, part, at, at, new, edit)]
    assert isinstance(anchor.point, Words)
    if anchor.position == "between":
        return [_between(rulebook, edit, spot, anchor, new)]
    found = _chosen(rulebook, spot, anchor.point)
    return [
        Splice(path, part, end if anchor.position == "after" else start, end if anchor.position == "after" else start, new, edit)
        for path, part, start, end in found
    ]


def _between(rulebook: Rulebook, edit: Edit, spot: Spot, anchor: Anchor, new: str) -> Splice:
    if not isinstance(anchor.point, Words) or not isinstance(anchor.other, Words):
        raise Refused("position-uncertain", "it is not clear what the new words go between", "quote the words on each side")
    firsts, seconds = matches_in(rulebook, spot, anchor.point), matches_in(rulebook, spot, anchor.other)
    if not firsts:
        raise _missing(rulebook, spot, anchor.point)
    if not seconds:
        raise _missing(rulebook, spot, anchor.other)
    pairs = [
        (path, part, end)
        for path, part, _, end in firsts
        for there, part_there, start, _ in seconds
        if (path, part) == (there, part_there) and end <= start and not getattr(rulebook.at(path), part)[end:start].strip()
    ]
    if not pairs:
        raise Refused("words-apart", f"“{anchor.point.quotation.text}” and “{anchor.other.quotation.text}” do not stand next to each other", "quote the words on each side of the new ones")
    if len(pairs) > 1:
        raise Refused("words-not-unique", f"“{anchor.point.quotation.text}” and “{anchor.other.quotation.text}” stand next to each other in {len(pairs)} places", "quote more of the words")
    path, part, end = pairs[0]
    return Splice(path, part, end, end, new, edit)


def _at_edge(rulebook: Rulebook, edit: Edit, spot: Spot, position: str, new: str) -> Splice:
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
                "extent-uncertain", f"{kind_name(rulebook, path)} ends with {last}; it is not certain whether these words belong to {last} or stand after it",
                f"say  at the end of {rulebook.reference(path)}.{last}, or give the words as a sentence of their own",
            )  # fmt: skip
        return Splice(path, part, 0, 0, new, edit)
    found = place_at_end(text, new)
    if found is None:
        raise Refused("extent-uncertain", f"{kind_name(rulebook, path)} ends “{text[-20:]}”, so a new sentence cannot follow it", "say  after “...”  and quote the last words")
    a, b, words = found
    return Splice(path, part, start + a, start + b, words, edit)


def _heading(rulebook: Rulebook, edit: Edit, spot: Spot) -> Splice:
    if not spot.path:
        raise Refused("place-missing", "the heading of what?", "name the chapter or the clause")
    heading = rulebook.at(spot.path).heading
    return Splice(spot.path, "heading", 0, len(heading), " ".join(edit.new.text.split()) if edit.new else "", edit)


# ------------------------------------------------------------------ whole provisions


def _replace_provisions(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool) -> tuple[Operation, ...]:
    paths = tuple(path for spot in places for path in spot.paths)
    if paths == ((),):
        raise Refused("place-missing", "this does not say which provision", "name it, as in Chapter 5, Clause IV, sub-clause 5")
    if any(spot.parts for spot in places):
        if not all(spot.parts for spot in places):
            raise Refused("place-uncertain", "these are a provision and a part of one", "write an instruction for each")
        return tuple(_replace_parts(rulebook, edit, places))
    if edit.op == "delete":
        return tuple(Cut(path, edit) for path in paths)
    return tuple(_swap(rulebook, edit, paths, renumbers))


def _swap(rulebook: Rulebook, edit: Edit, paths: tuple[Path, ...], renumbers: bool) -> list[Operation]:
    """Provisions replaced with others. They must be neighbours."""
    assert edit.new is not None
    parent, first = paths[0][:-1], paths[0][-1]
    if [path for path in paths] != [(*parent, first + n) for n in range(len(paths))]:
        raise Refused("place-uncertain", "the provisions to be replaced do not stand next to each other", "write an instruction for each")
    siblings = rulebook.children(parent)
    old = siblings[first : first + len(paths)]
    try:
        new = read_new(rulebook, parent, edit.new.text)
    except Refused as refused:
        if refused.code != "heading-missing" or edit.extent != "to read" or len(old) > 1 or old[0].children:
            raise
        return [Splice(paths[0], "text", 0, len(old[0].text), edit.new.text, edit)]  # the heading stays
    if len(new) == 1 and len(old) == 1:
        label = segment(new[0].label)
        if label and label.casefold() != segment(old[0].label).casefold():
            raise Refused("label-differs", f"the new text is numbered {label}, but {kind_name(rulebook, paths[0])} is what it replaces", "give it the number of what it replaces, or leave the number out")
        if not label:
            new = (labelled(new[0], old[0].label),)
        if edit.extent == "to read" and old[0].children and not new[0].children:
            labels = f"{segment(old[0].children[0].label)} to {segment(old[0].children[-1].label)}"
            word = f"{old[0].children[0].kind}s"
            raise Refused(
                "extent-uncertain", f"{kind_name(rulebook, paths[0])} has {word} {labels}; do they go, or are only its opening words to read like this?",
                f"say  replace the whole of {rulebook.reference(paths[0])} with  or  amend the opening words of {rulebook.reference(paths[0])} to read",
            )  # fmt: skip
        if old[0].heading and not new[0].heading and edit.extent == "to read":
            new = (replace(new[0], heading=old[0].heading),)
    elif any(not provision.label for provision in new):
        raise Refused("number-missing", "the new text has no number", "begin it with the number that it is to have, as in  5. ...")
    kept = siblings[:first] + siblings[first + len(paths) :]
    for provision in new:
        if provision.label not in BULLETS and segment(provision.label) in {segment(other.label) for other in kept} and not renumbers:
            raise Refused("label-used", f"there is already a {segment(provision.label)} beside {rulebook.reference(paths[0])}", "give the new one another number, or say “renumber accordingly”")
        if not same_style(provision.label, siblings):
            raise Refused("label-style", f"“{provision.label}” is not numbered like its neighbours ({segment(siblings[0].label)}, ...)", "number the new text like the provisions beside it")
    if not renumbers and kept and all(provision.label not in BULLETS for provision in (*new, *kept)):
        for provision in new:
            if not fits_between(provision.label, kept, first):
                raise Refused("label-order", f"{segment(provision.label)} is out of order here", "give the new text the number of its place")
    new = tuple(labelled(provision, dressed(rulebook, parent, provision.label)) for provision in new)
    return [*(Cut(path, edit) for path in paths), Graft(parent, first, new, edit)]


def _insert_provisions(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool) -> tuple[Operation, ...]:
    assert edit.new is not None
    if len(places) != 1 or len(places[0].paths) != 1:
        raise Refused("place-uncertain", "new provisions can go to one place only", "write an instruction for each place")
    anchor = edit.anchor
    where = places[0]
    if anchor is not None and isinstance(anchor.point, tuple):
        return (_beside_provision(rulebook, edit, where, anchor, anchor.point, renumbers),)
    if anchor is not None and isinstance(anchor.point, Words):
        raise Refused("position-uncertain", "a new provision cannot go after words inside another", "say after which provision it goes")
    parent = where.path
    if not parent and not (edit.label and edit.label.steps and edit.level == rulebook.scheme.kind(0)):
        raise Refused("place-missing", "this does not say where the new provision goes", "name the clause or the provision it stands in")
    text_only = _as_paragraph(rulebook, edit, parent)
    if text_only is not None:
        return (text_only,)
    parent = _right_parent(rulebook, edit, parent)
    siblings = rulebook.children(parent)
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text))
    if anchor is not None:
        index = len(siblings) if anchor.position == "end" else 0
    elif all(provision.label and provision.label not in BULLETS for provision in new):
        found = index_by_label(new[0].label, siblings)
        if found is None:
            raise Refused("label-style", f"“{new[0].label}” is not numbered like what is in {kind_name(rulebook, parent)}", "say after which provision the new one goes")
        index = found
    else:
        raise Refused("position-missing", "this does not say where the new provision goes", "say after which provision, or give it a number")
    return (_graft(rulebook, edit, parent, index, new, renumbers),)


def _right_parent(rulebook: Rulebook, edit: Edit, parent: Path) -> Path:
    """Where the place named is itself of the level of what is new, its parent is meant ("in sub-clause 5, insert 5A")."""
    if parent and edit.level and rulebook.at(parent).kind == edit.level and edit.anchor is None:
        return parent[:-1]
    return parent


def _as_paragraph(rulebook: Rulebook, edit: Edit, parent: Path) -> Splice | None:
    """A "new paragraph" where the paragraphs have no numbers is a paragraph of the text."""
    if edit.level != "paragraph" or edit.label is not None or not parent or edit.anchor is None or edit.anchor.position not in ("start", "end"):
        return None
    provision = rulebook.at(parent)
    if provision.children or rulebook.scheme.kind(len(parent)) != "paragraph":
        return None
    if "\n\n" not in provision.text:
        raise Refused("level-uncertain", f"{kind_name(rulebook, parent)} has no paragraphs yet; is the new one to be numbered?", "begin it with its number, as in  A. ..., or say  at the end of ... add “...”")
    assert edit.new is not None
    if edit.anchor.position == "start":
        return Splice(parent, "text", 0, 0, edit.new.text + "\n\n", edit)
    return Splice(parent, "text", len(provision.text), len(provision.text), "\n\n" + edit.new.text, edit)


def _beside_provision(rulebook: Rulebook, edit: Edit, where: Spot, anchor: Anchor, target: Target, renumbers: bool) -> Operation:
    assert edit.new is not None
    found = spots(rulebook, Place((*edit.place.chain, target)))
    spot = found[-1] if anchor.position == "after" else found[0]
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
        at = end if anchor.position == "after" else start
        whole = spot.parts[-1].unit == "paragraph"
        new = f"\n\n{edit.new.text}" if anchor.position == "after" else f"{edit.new.text}\n\n"
        return Splice(path, part, at, at, new if whole else edit.new.text, edit)
    beside = spot.paths[-1] if anchor.position == "after" else spot.paths[0]
    if not beside:
        raise Refused("place-missing", "after what?", "name the provision")
    if anchor.position == "between":
        other = spots(rulebook, Place((*edit.place.chain, anchor.other)))[0].path if isinstance(anchor.other, tuple) else ()
        if other != (*beside[:-1], beside[-1] + 1):
            raise Refused("words-apart", "the two provisions do not stand next to each other", "name the one that the new provision follows")
    parent = beside[:-1]
    index = beside[-1] + (anchor.position != "before")
    kind = rulebook.at(beside).kind
    if edit.level and edit.level not in (kind, "section", "clause", "rule", "paragraph", "point", "item", "bullet"):
        raise Refused("level-differs", f"a new {edit.level} cannot stand beside {kind_name(rulebook, beside)}", "say what it stands in, and after which of its own kind")
    new = _named(rulebook, parent, edit, read_new(rulebook, parent, edit.new.text))
    return _graft(rulebook, edit, parent, index, new, renumbers)


def _named(rulebook: Rulebook, parent: Path, edit: Edit, new: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """New provisions with the label that the instruction gives them, which must not contradict their own."""
    if edit.label is None or not edit.label.steps:
        return new
    wanted, own = (
        segment(dressed(rulebook, parent, label)) if label else ""
        for label in (segment(edit.label.steps[-1].label), segment(new[0].label))
    )
    if own and own.casefold() != wanted.casefold():
        raise Refused("label-differs", f"the instruction says {wanted}, but the new text is numbered {own}", "make the two agree")
    if edit.label.to:
        last = segment(dressed(rulebook, parent, segment(new[-1].label)))
        to = segment(dressed(rulebook, parent, edit.label.to.rsplit(".", 1)[-1]))
        if last.casefold() != to.casefold():
            raise Refused("label-differs", f"the instruction says {wanted} to {to}, but the new text ends with {last}", "make the two agree")
        return new
    if len(new) > 1:
        raise Refused("label-differs", f"the instruction says {wanted}, but the new text is numbered {own} to {segment(new[-1].label)}", "make the two agree")
    return new if own else (labelled(new[0], wanted),)


def _graft(rulebook: Rulebook, edit: Edit, parent: Path, index: int, new: tuple[Provision, ...], renumbers: bool) -> Graft:
    """The new provisions with labels, in order among their neighbours."""
    siblings = rulebook.children(parent)
    bullets = bool(siblings) and all(sibling.label in BULLETS for sibling in siblings)
    made: list[Provision] = []
    for provision in new:
        if bullets:
            if provision.label and provision.label not in BULLETS:
                raise Refused("label-style", f"“{provision.label}” is a number, but its neighbours are bullets", "leave the number out")
            made.append(labelled(provision, "-"))
            continue
        if not provision.label:
            if index < len(siblings) and not renumbers:
                after = segment(siblings[index - 1].label) if index else ""
                hint = f"number it {after}A, as in  “{after}A. ...”" if after and after.isdigit() else "give it a number of its own"
                raise Refused("number-missing", "the new provision has no number, and nothing is said about renumbering those after it", f"{hint}, or add  “Renumber accordingly.”")
            made.append(labelled(provision, next_label(rulebook, parent, (*siblings[:index], *made))))
            continue
        made.append(labelled(provision, dressed(rulebook, parent, provision.label)))
    if not bullets:
        _check_order(rulebook, parent, index, made, renumbers)
    return Graft(parent, index, tuple(made), edit)


def _check_order(rulebook: Rulebook, parent: Path, index: int, made: list[Provision], renumbers: bool) -> None:
    siblings = rulebook.children(parent)
    used = {segment(sibling.label) for sibling in siblings}
    for provision in made:
        own = segment(provision.label)
        if not same_style(provision.label, siblings):
            raise Refused("label-style", f"“{own}” is not numbered like its neighbours ({segment(siblings[0].label)}, ...)", "number the new text like the provisions beside it")
        if own in used and not renumbers:
            free = f"{segment(siblings[index - 1].label)}A" if index else f"{own}A"
            raise Refused(
                "label-used", f"there is already a {own} in {kind_name(rulebook, parent)}",
                f"number the new one {free}, or add  “Renumber accordingly.”, or say  replace {own}  if it takes its place",
            )  # fmt: skip
        if not renumbers and not fits_between(provision.label, siblings, index):
            raise Refused("label-order", f"{own} would stand out of order in {kind_name(rulebook, parent)}", "give it the number of its place, or say “renumber accordingly”")


def _renumber(rulebook: Rulebook, edit: Edit, spot: Spot) -> list[Operation]:
    if len(spot.paths) != 1 or not spot.path or spot.parts:
        raise Refused("place-uncertain", "only one provision at a time can be given a number", "renumber them one by one, or say “renumber accordingly”")
    wanted = edit.destination[0]
    if not wanted.steps:
        raise Refused("number-missing", "the new number is missing", "say: renumber sub-clause 5A as sub-clause 6")
    parent = spot.path[:-1]
    siblings = rulebook.children(parent)
    if len(wanted.steps) > 1 and not ends_in(rulebook, parent, ".".join(segment(step.label) for step in wanted.steps[:-1])):
        raise Refused(
            "place-uncertain", f"{wanted} is not in {kind_name(rulebook, parent)}, and a new number does not move a provision",
            f"say  move {rulebook.reference(spot.path)} to  and where, if that is meant",
        )  # fmt: skip
    label = dressed(rulebook, parent, segment(wanted.steps[-1].label))
    if common_style([*(sibling.label for sibling in siblings), label]) is None:
        raise Refused("label-style", f"{label} is not a number like those beside {rulebook.reference(spot.path)}", "use the same kind of number")
    return [Relabel(spot.path, label, edit)]


def _move(rulebook: Rulebook, edit: Edit, places: tuple[Spot, ...], renumbers: bool) -> tuple[Operation, ...]:
    if len(places) != 1 or not places[0].path:
        raise Refused("place-uncertain", "one thing at a time can be moved", "write an instruction for each")
    spot, anchor = places[0], edit.anchor
    if spot.parts:
        return _move_words(rulebook, edit, spot)
    *outer, inner = edit.place.chain
    context = (*outer, tuple(replace(reference, to="") for reference in inner))
    if anchor is not None and isinstance(anchor.point, tuple):
        beside = spots(rulebook, Place((*context, anchor.point)))[0].path
        parent, index = beside[:-1], beside[-1] + (anchor.position == "after")
    elif edit.destination:
        parent = spots(rulebook, Place((*context, edit.destination)))[0].path
        index = 0 if anchor and anchor.position == "start" else len(rulebook.children(parent))
    else:
        raise Refused("position-missing", "this does not say where it moves to", "say after which provision")
    if any(path == parent[: len(path)] for path in spot.paths):
        raise Refused("place-uncertain", "a provision cannot be moved into itself", "correct the place")
    siblings = rulebook.children(parent)
    moved = [rulebook.at(path) for path in spot.paths]
    bullets = all(provision.label in BULLETS for provision in moved)
    if not renumbers and not bullets:
        raise Refused("number-missing", f"nothing is said about the number of {rulebook.reference(spot.path)} in its new place", "add  “Renumber accordingly.”")
    label = "" if parent == spot.path[:-1] or bullets else next_label(rulebook, parent, siblings[:index])
    return tuple(Transfer(path, parent, index, label if len(spot.paths) == 1 else "", edit) for path in spot.paths)


def _move_words(rulebook: Rulebook, edit: Edit, spot: Spot) -> tuple[Operation, ...]:
    path, part, start, end = part_region(rulebook, spot)
    words = getattr(rulebook.at(path), part)[start:end]
    if part == "heading" or not edit.destination or edit.anchor is None or edit.anchor.position not in ("start", "end"):
        raise Refused("position-missing", "this does not say where the words move to", "say  to the end of  which provision")
    target = spots(rulebook, Place((*edit.place.chain, edit.destination)))[0]
    put = _at_edge(rulebook, edit, target, edit.anchor.position, words)
    return (Splice(path, part, start, end, "", edit), put)
