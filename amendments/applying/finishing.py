"""What every edit of words comes to, looked at once more: nothing is left standing alone, no sentence runs into the
next, no number is printed into the words, and a table stays a table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from amendments.applying.new_text.spelled_numbers import without_number
from amendments.applying.operations import Operation, Splice
from amendments.applying.words.seams import check_seams
from amendments.applying.words.splicing import spliced
from amendments.applying.words.tables import check_tables
from amendments.applying.words.what_stays import check_what_stays
from amendments.reading.edits import Edit
from rulebook.numbering import BULLETS
from rulebook.provision import Path, Rulebook


def finished(rulebook: Rulebook, edit: Edit, operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """The operations of one edit as they are to be carried out. Raises `Refused`."""
    whole_heading = edit.unit == "heading" and edit.old is None
    if edit.op != "insert" and not whole_heading:
        gone = [one for one in operations if isinstance(one, Splice) and not one.new]
        check_what_stays(rulebook, [(one.path, one.part, one.start, one.end) for one in gone])
    found = tuple(_without_number(rulebook, one) if isinstance(one, Splice) else one for one in operations)
    by_part: dict[tuple[Path, str], list[Splice]] = defaultdict(list)
    for one in found:
        if isinstance(one, Splice):
            if one.part != "heading":
                check_seams(rulebook.part(one.path, one.part), one.start, one.end, one.new)
            by_part[one.path, one.part].append(one)
    for (path, part), splices in by_part.items():
        check_tables(rulebook, path, rulebook.part(path, part), _after(rulebook, path, part, splices))
    return found


def _without_number(rulebook: Rulebook, splice: Splice) -> Splice:
    """The same, where new words for the whole of a provision begin with its number."""
    if splice.part != "text" or splice.start != 0 or not splice.new or not splice.path:
        return splice
    provision = rulebook.at(splice.path)
    if provision.label in BULLETS or not provision.label:
        return splice
    rest = without_number(rulebook, rulebook.reference(splice.path), splice.new)
    old = without_number(rulebook, rulebook.reference(splice.path), provision.text)
    return splice if rest is None or old is not None else replace(splice, new=rest)


def _after(rulebook: Rulebook, path: Path, part: str, splices: list[Splice]) -> str:
    """The words of a part after these changes alone."""
    words: str = rulebook.part(path, part)
    ordered = sorted(splices, key=lambda one: (one.start, one.end))
    for place in range(len(ordered) - 1, -1, -1):
        floor = ordered[place - 1].end if place else 0
        words = spliced(words, ordered[place].start, ordered[place].end, ordered[place].new, floor)
    return words
