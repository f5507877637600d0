"""References that an amendment sends astray, put right: the instruction that makes them lead where they led before.

It is only ever proposed when its new words have been read in their place in the new book, and lead there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from amendments.applying.applied import Applied
from amendments.applying.operations import Splice
from amendments.applying.outcome import Outcome
from amendments.applying.words.patterns import occurrences
from rulebook.looking.citations import Citation, citations_in, targets
from rulebook.looking.locating import find
from rulebook.numbering import BULLETS, roman_value
from rulebook.provision import Path, Rulebook
from rulebook.reference import Reference, labels_of, meaning, read_reference, scan
from rulebook.source import Span

Ends = tuple[Path, Path]
"""The provision that is referred to, twice; of a range, the first and the last."""

MOST_LABELS = 6  # of a phrase that may each be kept or changed, so that all the ways can be tried


def ends(paths: Sequence[Path], reference: Reference) -> Ends | None:
    """What a reference that leads to these provisions means; None where it leads to none, or could mean several."""
    if not paths or (len(paths) > 1 and not reference.to):
        return None
    neighbours = all(path == (*paths[0][:-1], paths[0][-1] + n) for n, path in enumerate(paths))
    return (paths[0], paths[-1]) if neighbours else None


def words_of(rulebook: Rulebook, citation: Citation) -> str:
    """The words of a reference, and of those that it is listed with."""
    return rulebook.part(citation.path, citation.part)[slice(*citation.span)]


def spliced(outcome: Outcome, citation: Citation) -> list[Span]:
    """Where the amendment changes words in the part of the provision that a reference stands in."""
    return [
        (one.start, one.end)
        for one in outcome.all_operations
        if isinstance(one, Splice) and (one.path, one.part) == (citation.path, citation.part)
    ]


def correction(outcome: Outcome, applied: Applied, cited: Sequence[Citation]) -> str | None:
    """The instruction that puts the references of one phrase right, as the tool itself reads it.

    It quotes as many of the words around as tell the phrase from others there. None where other labels alone do not do,
    or where the words cannot be told apart.
    """
    before, path = outcome.before, cited[0].path
    words = _corrected(before, applied, cited)
    while path and before.at(path).label in BULLETS:  # it has no number to be named by
        path = path[:-1]
    name = before.reference(path)
    said = read_reference(name)
    if words is None or len(said) != 1 or find(before, said[0].steps) != [path]:
        return None
    text = before.part(cited[0].path, cited[0].part)
    start, end = cited[0].span
    taken = spliced(outcome, cited[0])
    others = {one.span for one in citations_in(before, cited[0].path, cited[0].part)} - {cited[0].span}
    # the words between two phrases are the first one's, so that no two corrections meet
    first = not any(one < start for one, _ in others)
    room = 0 if first else start, min((one for one, _ in others if one > start), default=len(text))
    for left, right in _widened(text, (start, end), room):
        if any(one < right and other > left for one, other in taken):
            return None
        if _stands_once(before, path, text[left:right]):
            return f"In {name}, replace “{text[left:right]}” with “{text[left:start]}{words}{text[end:right]}”."
    return None


def _corrected(before: Rulebook, applied: Applied, cited: Sequence[Citation]) -> str | None:
    """The words of a phrase with the labels that lead, in the new book, to what it means in the old one."""
    here = applied.where(cited[0].path)
    meant = [ends(one.targets, one.reference) for one in cited]
    wanted = [(applied.where(one[0]), applied.where(one[1])) if one else None for one in meant]
    if here is None or any(one and None in one for one in wanted):
        return None
    text = before.part(cited[0].path, cited[0].part)
    start, end = cited[0].span
    renamed = _renamed(before, applied, [path for one in meant if one for path in one])
    ways = [_ways(piece, renamed) for piece in re.split(r"([A-Za-z0-9]+)", text[start:end])]
    if sum(len(way) > 1 for way in ways) > MOST_LABELS:
        return None
    for chosen in product(*ways):
        words = "".join(chosen)
        found = scan(f"{text[:start]}{words}{text[end:]}", start)
        said = [one for one in meaning(found[0]) if one.steps] if found and found[1] == start + len(words) else []
        leads = [ends(targets(applied.rulebook, reference, here), reference) for reference in said]
        if len(leads) == len(wanted) and all(one in (None, lead) for one, lead in zip(wanted, leads, strict=True)):
            return words
    return None


def _renamed(before: Rulebook, applied: Applied, paths: Sequence[Path]) -> dict[str, set[str]]:
    """The labels that change on the way to provisions, and what they become; roman numerals in figures too."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        moved = applied.where(path)
        olds, news = labels_of(before.reference(path)), labels_of(applied.rulebook.reference(moved or ()))
        for old, new in zip(olds, news, strict=False):
            if old != new:
                found[old.casefold()].add(new)
                if roman_value(old) and roman_value(new):
                    found[str(roman_value(old))].add(str(roman_value(new)))
    return found


def _ways(written: str, renamed: dict[str, set[str]]) -> list[str]:
    """A label as it is written, and what it may have to become, in letters of the same size."""
    others = sorted(renamed.get(written.casefold(), ()))
    return [written, *(other.lower() if written.islower() else other for other in others)]


def _stands_once(rulebook: Rulebook, path: Path, quoted: str) -> bool:
    parts = (getattr(one, part) for _, one in rulebook.under(path) for part in ("heading", "text", "tail"))
    return sum(len(occurrences(part, quoted)) for part in parts if part) == 1


_WORD_BEFORE = re.compile(r"[^\s“”\"‘’|]+[^\S\n]+\Z")  # over no quotation mark, no cell's edge and no line's
_WORD_AFTER = re.compile(r"[^\w“”\"‘’|\n]+[^\s“”\"‘’|]*\w")


def _widened(text: str, span: Span, room: Span) -> Iterator[Span]:
    """A span, then with ever more words after it and, when there are no more, before it, as far as there is room."""
    start, end = span
    yield start, end
    while after := _WORD_AFTER.match(text, end, room[1]):
        end = after.end()
        yield start, end
    while before := _WORD_BEFORE.search(text[room[0] : start]):
        start = room[0] + before.start()
        yield start, end
