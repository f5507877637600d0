"""Words put in at the start or the end of a place, where it is certain what starts or ends there."""

from __future__ import annotations

import re

from amendments.applying.operations import Splice
from amendments.applying.places import Spot, kind_name, part_region
from amendments.applying.refused import Refused
from amendments.applying.words.splicing import place_at_end
from amendments.applying.words.tables import as_row, is_row, row_at
from amendments.reading.edits import Edit
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook


def provision_or_words() -> Refused:
    """What is asked where new words may be a provision, or go on with the one before: “; and D. no more.”"""
    return Refused(
        "new-text-uncertain",
        "it is not certain whether this is a new provision, or words at the end of the one before it",
        "give the new provision with its number, and what changes before it in an instruction of its own",
    )


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
    if re.search(r"[;,]\s+(?:and|or)\s+(?:[A-Z]\.|\(\w{1,3}\))\s", new):
        raise provision_or_words()
    if position == "start":
        if re.match(r"[-–—*•](?:\s|$)", new.strip()):
            raise Refused(
                "new-text-uncertain",
                f"it is not certain whether “{new[0]}” is the mark of a list",
                "leave it out, or number the new words",
            )
        return Splice(path, part, start, start, new + "\n\n" if paragraph else new, edit)
    if part == "tail" and not provision.tail:
        last = segment(provision.children[-1].label)
        whole = new.lstrip("“‘\"'(")[:1].isupper() and new.rstrip("”’\"') ")[-1:] in (".", "!", "?")
        rules = all(child.text[:1].isupper() and child.text[-1:] == "." for child in provision.children)
        if not whole or rules:
            there = f"{rulebook.reference(path)}.{last}"
            instead = f"after {there} insert  with a number" if rules else "give the words as a sentence of their own"
            raise Refused(
                "extent-uncertain",
                f"{kind_name(rulebook, path)} ends with {last}; it is not certain whether these words belong to "
                f"{last} or stand after it",
                f"say  at the end of {there}, or {instead}",
            )
        return Splice(path, part, 0, 0, new, edit)
    row = row_at(text, len(text.rstrip()), len(text.rstrip())) if text.strip() else None
    added = as_row(new, text, row) if row is not None and (is_row(new) or edit.level == "row") else None
    if row is not None and added is not None:
        return Splice(path, part, start + row[1], start + row[1], f"\n{added}", edit)
    if text.rstrip().split("\n")[-1].lstrip().startswith("|"):
        raise Refused(
            "extent-uncertain",
            f"{kind_name(rulebook, path)} ends with a table; do the new words go into its last row, or after it?",
            "say  after “...”  and quote words of the row, or make the new words a provision of their own",
        )
    if part == "tail":
        _check_not_of_list(rulebook, path, new)
    if re.match(r"[*•]\s|[-–—]\s[^\n]*\n[-–—*•]\s", new):
        raise Refused(
            "new-text-uncertain",
            f"{kind_name(rulebook, path)} has no list, and the new words begin with the mark of one",
            "leave the mark out, or number the new words",
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


_GOES_ON = frozenset(
    "and or but nor unless except provided save if when where which who subject including as so until".split()
)


def _check_not_of_list(rulebook: Rulebook, path: Path, new: str) -> None:
    """Raises `Refused` where words may be one more of a list, or go on with the words after it."""
    words = new.strip()
    first = re.match(r"[\w’'-]+", words)
    if not words[:1].islower() or (first is not None and first[0] in _GOES_ON and words[-1] not in ";:"):
        return
    last = segment(rulebook.at(path).children[-1].label)
    raise Refused(
        "extent-uncertain",
        f"{kind_name(rulebook, path)} ends with a paragraph after its list; it is not certain whether these words are "
        "one more of the list or follow that paragraph",
        f"say  after {rulebook.reference(path)}.{last} insert  with a number, or quote the words that they follow",
    )


def before_last_mark(rulebook: Rulebook, edit: Edit, spot: Spot, mark: str) -> Splice:
    """Words put in before the mark that a place ends with. Raises `Refused` where it ends with another."""
    assert edit.new is not None
    if len(spot.paths) > 1:
        raise Refused("place-uncertain", "at the end of which of them?", "name one provision")
    provision = rulebook.at(spot.path)
    region = (spot.path, "tail" if provision.tail else "text", 0, len(provision.tail or provision.text))
    path, part, start, end = part_region(rulebook, spot) if spot.parts else region
    words = rulebook.part(path, part)[start:end].rstrip()
    if not words.endswith(mark) or (provision.children and not provision.tail and not spot.parts):
        raise Refused(
            "quotation-not-found",
            f"{kind_name(rulebook, spot.path)} does not end with “{mark}”",
            "quote the words that the new ones go after",
        )
    at = start + len(words) - len(mark)
    return Splice(path, part, at, at, edit.new.text, edit)
