"""What makes two trees the same: provision by provision, and word by word over the whole book.

White space, the line of dashes in a table and the calls of footnotes do not count; everything else does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass

from bench.specimens import CALL, rows_of
from rulebook.provision import Provision, Rulebook

Compared = tuple[str, str, str, str]
"""Reference, heading, text and tail as they are compared."""


@dataclass(frozen=True)
class Score:
    """Of how many provisions how many are the same, which are not (expected, found), and the words that went astray.

    `unnamed` are the words lost or invented that the report says nothing of.
    """

    provisions: int
    same: int
    differing: tuple[tuple[Compared | None, Compared | None], ...]
    lost: tuple[str, ...]
    invented: tuple[str, ...]
    unnamed: tuple[str, ...]

    @property
    def exact(self) -> float:
        return 100 * self.same / self.provisions

    @property
    def astray(self) -> int:
        return len(self.lost) + len(self.invented)


def compared(text: str) -> str:
    """A text as it is compared: its paragraphs without needless white space, a table as the cells of its rows."""
    found = []
    for part in re.split(r"\n\s*\n", CALL.sub("", text)):
        if part.lstrip().startswith("|"):
            found.append("\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in rows_of(part)))
        else:
            found.append(" ".join(part.split()))
    return "\n\n".join(one for one in found if one)


def _provisions(rulebook: Rulebook) -> list[tuple[Compared, Provision]]:
    return [
        ((rulebook.reference(path), compared(one.heading), compared(one.text), compared(one.tail)), one)
        for path, one in rulebook.walk()
    ]


def words_of(rulebook: Rulebook) -> Counter[str]:
    """All the words of a book, footnotes included, labels not."""
    found: Counter[str] = Counter()
    for (_, *parts), one in _provisions(rulebook):
        for part in (*parts, *map(compared, one.notes)):
            found.update(word for word in part.split() if word != "|")
    return found


def scored(truth: Rulebook, found: Rulebook, report: object) -> Score:
    expected = [one for one, _ in _provisions(truth)]
    came: dict[str, list[Compared]] = defaultdict(list)
    for one, _ in _provisions(found):
        came[one[0]].append(one)
    same, differing = 0, []
    for one in expected:
        here = came[one[0]]
        if one in here:
            here.remove(one)
            same += 1
        else:
            differing.append((one, here.pop(0) if here else None))
    extra = [(None, one) for left in came.values() for one in left]
    wanted, got = words_of(truth), words_of(found)
    lost, invented = list((wanted - got).elements()), list((got - wanted).elements())
    said = " ".join(strings(report))
    named = set(said.split()) | set(re.findall(r"\w+(?:[’'./-]\w+)*", said))
    unnamed = [word for word in (*lost, *invented) if word not in named and word.strip(".,;:()“”‘’\"'[]") not in named]
    return Score(len(expected), same, (*differing, *extra), tuple(lost), tuple(invented), tuple(unnamed))


def strings(thing: object) -> Iterable[str]:
    """All the words that a report holds, whatever it is made of."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from strings(getattr(thing, one.name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from strings(key)
            yield from strings(value)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for part in thing:
            yield from strings(part)
