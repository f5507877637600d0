"""Random amendments of the model rules, the same for the same seed: drafts in drafting English, and changed trees.

The rules get tables, footnotes, bullets and tails first, since the model editions have few. A draft that the tool would
refuse is no amendment; the tree is changed directly instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from amendments.checks.draft_outcome import outcome_of
from amendments.drafts.draft import read_draft
from bench.changing import HEADINGS, NEW, changed, numbered, put, table
from rulebook.editions import names, open_rulebook
from rulebook.numbering import BULLET
from rulebook.provision import Path, Provision, Rulebook
from rulebook.source import Source

_TRIES = 20  # at a draft that can be applied
_FRONT = """\
---
kind: rule change
title: Amendment {}
from: Barchester CLP
agreed: 2027-05-13
---

## Amendment

"""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The rules before and after, and the draft; it is empty where the tree was changed directly."""

    before: Rulebook
    after: Rulebook
    draft: str


def amendment(seed: int) -> Amendment:
    """The amendment of a seed. One of two is a draft, where that can be applied."""
    random = Random(seed)
    before = _rules(random.choice(names()), random.randrange(6))
    for _ in range(_TRIES if seed % 2 == 0 else 0):
        instructions = [_instruction(random, before) for _ in range(random.randint(1, 4))]
        draft = _FRONT.format(seed) + "\n\n".join(instructions) + "\n"
        after = outcome_of(read_draft(Source("draft.md", draft)), before).after
        if after is not None and after.chapters != before.chapters:
            return Amendment(before, after, draft)
    after = before
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        after = changed(random, after)
    if random.random() < 0.2:
        after = replace(after, title=f"{after.title} & rules", edition="2031")
    return Amendment(before, after, "")


@cache
def _rules(edition: str, seed: int) -> Rulebook:
    """Two or three chapters of an edition, in which things stand that are rare in it."""
    random = Random(seed)
    book = open_rulebook(edition)[0]
    first = random.randrange(len(book.chapters) - 2)
    book = replace(book, chapters=book.chapters[first : first + random.choice((2, 3))], crosswalk=(), comments=())
    for _ in range(14):
        path = random.choice(numbered(book, 3))
        book = put(book, path, _enriched(random, book, path))
    return book


def _enriched(random: Random, book: Rulebook, path: Path) -> Provision:
    """A provision with a table, notes, a tail or bullets."""
    one = book.at(path)
    match random.randrange(4):
        case 0:
            return replace(one, text=f"{one.text}\n\n{table(random, random.choice((2, 3)))}".strip())
        case 1:
            return replace(one, notes=(f"Settled in {random.randint(1990, 2026)}.", "See the minutes."))
        case 2 if one.children:
            return replace(one, tail=f"Nothing in this part limits {random.choice(NEW)}.")
        case _ if not one.children and len(path) < 5:
            bullets = [f"{random.choice(NEW)};" for _ in range(random.randint(2, 4))]
            kind = book.scheme.kind(len(path))
            return replace(one, children=tuple(Provision(kind, BULLET, "", text) for text in bullets))
    return one


def _instruction(random: Random, book: Rulebook) -> str:
    """One instruction as a drafter would write it, about any provision that has words enough to quote some."""
    long = [path for path in numbered(book, 3) if len(book.at(path).text.split("\n\n")[0].split()) > 7]
    path = random.choice(long)
    place, words = book.reference(path), book.at(path).text.split("\n\n")[0].split()
    start = random.randrange(len(words) - 4)
    quoted = " ".join(words[start : start + random.randint(2, 4)])
    siblings, parent, clause = book.children(path[:-1]), path[:-1], path[:2]
    others = [n for n, one in enumerate(siblings) if n != path[-1] and one.label != BULLET]
    match random.randrange(10):
        case 0 | 1:
            return f"In {place}, replace “{quoted}” with “{random.choice(NEW)}”."
        case 2:
            return f"In {place}, delete “{quoted}”."
        case 3:
            return f"In {place}, after “{quoted}” insert “{random.choice(NEW)}”."
        case 4:
            return f"At the end of {place} add “A member may appeal {random.choice(NEW)}.”"
        case 5:
            return f"Delete {place}. Renumber accordingly."
        case 6 if path[-1] + 1 < len(siblings):
            last = random.randrange(path[-1] + 1, min(len(siblings), path[-1] + 4))
            return f"Delete {place} to {book.reference((*parent, last))}. Renumber accordingly."
        case 7 if others:
            return f"Move {place} to after {book.reference((*parent, random.choice(others)))} and renumber accordingly."
        case 8:
            title = book.at(clause).heading.split()[0]
            return f"In the heading of {book.reference(clause)}, replace “{title}” with “{random.choice(HEADINGS)}”."
    kind = {"subclause": "sub-clause", "subparagraph": "sub-paragraph"}.get(book.at(path).kind, book.at(path).kind)
    new = f"Every branch shall act {random.choice(NEW)} and report it."
    return f"After {place} insert a new {kind}:\n\n> {new}\n\nRenumber accordingly."
