"""What there is to say of an import: what was found, what was left out, what was guessed, and what looks wrong.

Every word of the file that is not in the tree stands in `left_out`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rulebook.importing.file.paragraphs import Entry, Guess, LeftOut
from rulebook.numbering import BULLETS, common_style, count, segment
from rulebook.provision import Provision, Rulebook

LONGEST = 120  # characters of what a contents page names


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the book itself that its secretary may want to know: a gap in the numbers, a clause that the
    contents name and the body has not."""

    about: str
    message: str
    page: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading one file."""

    name: str
    pages: int
    counted: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]
    guesses: tuple[Guess, ...]
    left_out: tuple[LeftOut, ...]
    counted_in: str = "line"

    @property
    def words_left_out(self) -> int:
        """How many words of the file are not in the rules."""
        return sum(len(one.text.split()) for one in self.left_out)


def counted(rulebook: Rulebook) -> tuple[tuple[str, int], ...]:
    """How many provisions of each kind there are, and how many words, in the order of the levels."""
    kinds: dict[str, int] = {}
    words = 0
    for _, one in rulebook.walk():
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
        words += sum(len(part.split()) for part in (one.heading, one.text, one.tail, *one.notes))
    return (*kinds.items(), ("word", words))


Places = dict[str, tuple[str, int]]


def numbering_remarks(rulebook: Rulebook, places: Places) -> Iterator[Remark]:
    """Gaps and repeats in the numbers of every list. They are kept: rulebooks have them."""
    lists = [((), rulebook.chapters), *((path, one.children) for path, one in rulebook.walk())]
    for path, siblings in lists:
        labels = [one.label for one in siblings if one.label and one.label not in BULLETS]
        kinds = {one.kind for one in siblings}
        style = common_style(labels) if len(labels) > 1 and (path or len(kinds) == 1) else None
        if style is None:
            continue
        where = f"in {rulebook.reference(path)}" if path else "among the chapters"
        for place, (before, after) in enumerate(pairwise(siblings)):
            first, second = count(before.label, style), count(after.label, style)
            if first is None or second is None:
                continue
            here = places.get(rulebook.reference((*path, place + 1)), ("", 0))
            named = f"“{segment(after.label)}” follows “{segment(before.label)}” {where}"
            if second <= first:
                yield Remark("numbers", f"{named}: a number is there twice, or out of order", *here)
            elif second[0] > first[0] + 1:
                yield Remark("numbers", f"{named}: numbers between them are missing", *here)


def contents_remarks(rulebook: Rulebook, contents: Sequence[Entry]) -> Iterator[Remark]:
    """Where the contents page and the headings of the body differ."""
    named = {_plain(entry.text): entry for entry in contents}
    headed = {said for _, one in rulebook.walk() if _title(one) for said in _spoken(one)}
    for words, entry in named.items():
        if words and not {words, _plain(_without_number(entry.text))} & headed:
            yield Remark("contents", f"the contents page names “{entry.text}”, and no heading in the body says this")
    if headed & set(named):
        for one in rulebook.chapters:
            if one.heading and not set(_spoken(one)) & set(named):
                yield Remark(
                    "contents", f"“{one.kind.capitalize()} {one.label} {one.heading}” is not on the contents page"
                )


def _title(one: Provision) -> str:
    """What a contents page may call a provision: its heading, or its first paragraph or words up to a full stop."""
    first = one.heading or one.text.split("\n\n")[0]
    if len(first) > LONGEST:
        first = first.split(". ")[0]
    return first if len(first) <= LONGEST else ""


def _spoken(one: Provision) -> tuple[str, ...]:
    """The ways in which a contents page may name a provision: "Article IV Dues", "IV Dues", "Dues"."""
    titles = {_title(one), _title(one).split(". ")[0]}
    return tuple(
        _plain(words)
        for title in titles
        for words in (f"{one.kind} {one.label} {title}", f"{one.label} {title}", title)
    )


def _plain(words: str) -> str:
    return "".join(character for character in words.lower() if character.isalnum())


def _without_number(words: str) -> str:
    head, _, rest = words.partition(" ")
    return rest if any(character.isdigit() for character in head) or head.endswith((".", ")")) else words
