"""Numbers with a word that stand before a sentence: "Section 1. The name is ...", "Rule 12.3 Every branch has ...".

They are numbers of provisions where, with the headings of the same word, they count. Such a number becomes a heading of
its own, its sentence the words under it. Where a word numbers two levels, "Rule 12" and "Rule 12.3" under it, the
lower one is a list whose labels are the numbers without the word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rulebook.importing.file.paragraphs import Form, Guess, Paragraph
from rulebook.importing.outline.headings import Heading, heading, numbered
from rulebook.importing.outline.strain import IMPOSSIBLE, beginning, step
from rulebook.numbering import styles

LEAST = 2  # numbers that count: one alone may be how a sentence begins
COUNTS = 0.2  # the strain of 5A after 5, which no careful reader would notice

_OWN_LINE = re.compile(r"[A-Z0-9“‘\"'(\[]")  # how a sentence begins


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A paragraph that begins with a word and a number; `sentence` is what follows, "" in a heading."""

    place: int
    said: Heading
    head: str = ""
    sentence: str = ""


def parted_numbers(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Guess]]:
    """The paragraphs with such numbers parted from their sentences, and what there is to say of it."""
    met: dict[str, list[_Numbered]] = {}
    for place, one in enumerate(paragraphs):
        found = _numbered(place, one)
        if found:
            met.setdefault(found.said.word, []).append(found)
    replaced: dict[int, list[Paragraph]] = {}
    guesses: list[Guess] = []
    for word, numbers in met.items():
        counted = _that_count(numbers)
        lower = _under_the_same_word(counted)
        for number in counted:
            before = paragraphs[number.place]
            if number.place in lower:
                words = number.sentence or number.said.title
                replaced[number.place] = [replace(before, label=number.said.label, text=words, settled=True, level=0)]
            elif number.sentence:
                replaced[number.place] = [
                    replace(before, label="", text=number.head, settled=False, depth=None, notes=()),
                    replace(before, label="", text=number.sentence, settled=True, depth=None, level=0),
                ]
        if lower:
            first = next(number for number in counted if number.place in lower)
            message = (
                f"“{word.title()} {first.said.label}” and its like stand under others of the same word: their numbers "
                "are kept without it"
            )
            guesses.append(Guess("label", message, paragraphs[first.place].page, paragraphs[first.place].line))
    return [part for place, one in enumerate(paragraphs) for part in replaced.get(place, [one])], guesses


def _numbered(place: int, one: Paragraph) -> _Numbered | None:
    said = heading(one)
    if said:
        return _Numbered(place, said)
    listed = one.depth is not None and numbered(one.label)[1] is None  # but “Section 1.” is no item, whoever made it
    if one.form is Form.TABLE or listed or not one.opens:
        return None
    head, said = numbered(f"{one.label} {one.text}".strip())
    if said is None or not said.title or not (head[:1].isupper() or head[:1] == "§") or not _OWN_LINE.match(said.title):
        return None
    return _Numbered(place, said, head, said.title)


def _that_count(numbers: list[_Numbered]) -> list[_Numbered]:
    """The headings, and with them the others if all of these count on, or begin anew."""
    last = ""
    for one in numbers:
        if one.sentence and not _follows(last, one.said.label):
            return [one for one in numbers if not one.sentence]
        last = one.said.label
    return numbers if len(numbers) >= LEAST else [one for one in numbers if not one.sentence]


def _follows(last: str, label: str) -> bool:
    ways = [beginning(label, style) for style in styles(label)]
    if last:
        ways += [step(last, label, style) for style in styles(label)]
    return min(ways, default=IMPOSSIBLE) <= COUNTS


def _under_the_same_word(numbers: list[_Numbered]) -> set[int]:
    """The places of those that have the number of one before them in theirs: 12.3 after 12."""
    found: set[int] = set()
    before: set[str] = set()
    for one in numbers:
        if one.said.label.rpartition(".")[0] in before:
            found.add(one.place)
        before.add(one.said.label)
    return found
