"""Random amendments of the model rules, the same for the same seed: drafts in drafting English, and trees changed directly.

The rules get tables, footnotes, bullets and tails first, since the model editions have few. A draft that the tool would
refuse is no amendment; the tree is changed directly instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from amendments.checking import outcome_of
from amendments.draft import read_draft
from rulebook.editions import names, open_rulebook
from rulebook.numbering import BULLET, relabel
from rulebook.provision import Path, Provision, Rulebook
from rulebook.source import Source

_NEW = (
    "the branch secretary", "by secret ballot", "within 21 days", "not fewer than six", "in writing", "two thirds",
    "the Executive or its officers", "#set text(red)", "[a link](b)", "<b>every</b> member", "{{ all }}", "]]> &amp;",
    "£20 – or less", r"\input{x}", "of Barchester", "“members”",
)  # fmt: skip
_HEADINGS = ("Candidates & ballots", "Money", "The branches and their officers", "Appeals")
_FRONT = "---\nkind: rule change\ntitle: Amendment {}\nfrom: Barchester CLP\nagreed: 2027-05-13\n---\n\n## Amendment\n\n"


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
    if seed % 2 == 0:
        for _ in range(20):
            written = _FRONT.format(seed) + "\n\n".join(_instruction(random, before) for _ in range(random.randint(1, 4)))
            after = outcome_of(read_draft(Source("draft.md", written + "\n")), before).after
            if after is not None and after.chapters != before.chapters:
                return Amendment(before, after, written)
    after = before
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        after = _changed(random, after)
    return Amendment(before, after, "")


# ---------------------------------------------------------------- the rules


@cache
def _rules(edition: str, seed: int) -> Rulebook:
    """Two or three chapters of an edition, in which things stand that are rare in it."""
    random = Random(seed)
    book = open_rulebook(edition)[0]
    first = random.randrange(len(book.chapters) - 2)
    book = replace(book, chapters=book.chapters[first : first + random.choice((2, 3))], crosswalk=(), comments=())
    for _ in range(12):
        path, one = random.choice([(p, o) for p, o in book.walk() if len(p) > 2 and o.label != BULLET])
        match random.randrange(4):
            case 0:
                one = replace(one, text=f"{one.text}\n\n{_table(random)}".strip())
            case 1:
                one = replace(one, notes=(f"Settled in {random.randint(1990, 2026)}.", "See the minutes.")[: random.randint(1, 2)])
            case 2 if one.children:
                one = replace(one, tail=f"Nothing in this part limits {random.choice(_NEW)}.")
            case _ if not one.children and len(path) < 5:
                bullets = [f"{random.choice(_NEW)};" for _ in range(random.randint(2, 4))]
                one = replace(one, children=tuple(Provision(book.scheme.kind(len(path)), BULLET, "", text) for text in bullets))
        book = _put(book, path, one)
    return book


def _table(random: Random) -> str:
    rows = [["Kind", "Fee"], *([random.choice(("Full", "Youth", "Life", "Union")), f"£{random.randint(1, 60)}"] for _ in range(random.randint(1, 4)))]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "| --- | --- |", *lines[1:]])


def _put(book: Rulebook, path: Path, one: Provision | None, further: tuple[Provision, ...] = ()) -> Rulebook:
    """The book with another provision at a path, or none, and more after it."""

    def put(siblings: tuple[Provision, ...], rest: Path) -> tuple[Provision, ...]:
        place = rest[0]
        if len(rest) > 1:
            inner = replace(siblings[place], children=put(siblings[place].children, rest[1:]))
            return (*siblings[:place], inner, *siblings[place + 1 :])
        return (*siblings[:place], *([one] if one else []), *further, *siblings[place + 1 :])

    return replace(book, chapters=put(book.chapters, path))


# ---------------------------------------------------------------- in drafting English


def _instruction(random: Random, book: Rulebook) -> str:
    path, one = random.choice([(p, o) for p, o in book.walk() if len(p) > 2 and o.label != BULLET and len(o.text.split("\n\n")[0].split()) > 7])
    place, words = book.reference(path), one.text.split("\n\n")[0].split()
    start = random.randrange(len(words) - 4)
    quoted = " ".join(words[start : start + random.randint(2, 4)])
    siblings = book.children(path[:-1])
    clause = path[:2]
    title = book.at(clause).heading
    match random.randrange(10):
        case 0 | 1:
            return f"In {place}, replace “{quoted}” with “{random.choice(_NEW)}”."
        case 2:
            return f"In {place}, delete “{quoted}”."
        case 3:
            return f"In {place}, after “{quoted}” insert “{random.choice(_NEW)}”."
        case 4:
            return f"At the end of {place} add “A member may appeal {random.choice(_NEW)}.”"
        case 5:
            return f"Delete {place}. Renumber accordingly."
        case 6 if path[-1] + 1 < len(siblings):
            last = random.randrange(path[-1] + 1, min(len(siblings), path[-1] + 4))
            return f"Delete {place} to {book.reference((*path[:-1], last))}. Renumber accordingly."
        case 7 if len(siblings) > 2:
            other = random.choice([n for n in range(len(siblings)) if n != path[-1] and siblings[n].label != BULLET] or [0])
            return f"Move {place} to after {book.reference((*path[:-1], other))} and renumber accordingly."
        case 8:
            return f"In the heading of {book.reference(clause)}, replace “{title.split()[0]}” with “{random.choice(_HEADINGS)}”."
        case _:
            kind = {"subclause": "sub-clause", "subparagraph": "sub-paragraph"}.get(one.kind, one.kind)
            new = f"Every branch shall act {random.choice(_NEW)} and report it."
            return f"After {place} insert a new {kind}:\n\n> {new}\n\nRenumber accordingly."


# ---------------------------------------------------------------- trees changed directly


def _changed(random: Random, book: Rulebook) -> Rulebook:
    places = [(p, o) for p, o in book.walk()]
    path, one = random.choice([(p, o) for p, o in places if len(p) > random.choice((0, 1, 2, 2, 2, 2))])
    siblings = book.children(path[:-1])
    match random.randrange(12):
        case 0 | 1 | 2 if len(one.text.split()) > 4:
            return _put(book, path, replace(one, text=_other_words(random, one.text)))
        case 3 if len(path) < 3:
            return _put(book, path, replace(one, heading=random.choice(_HEADINGS)))
        case 4 if len(siblings) > 1:
            return _renumbered(_put(book, path, None), path[:-1])
        case 5 if len(siblings) > 3:  # a range
            for _ in range(random.randint(1, 2)):
                if len(book.children(path[:-1])) > path[-1]:
                    book = _put(book, path, None)
            return _renumbered(book, path[:-1])
        case 6:
            new = replace(one, heading=one.heading and random.choice(_HEADINGS), text=_other_words(random, one.text or "It shall be."), notes=(), children=one.children[:1], tail="")
            return _renumbered(_put(book, path, one, (new,)), path[:-1])
        case 7 if len(siblings) > 2:  # moved among its own
            other = random.choice([n for n in range(len(siblings)) if n != path[-1]])
            rest = [o for n, o in enumerate(siblings) if n != path[-1]]
            rest.insert(other, one)
            return _renumbered(_siblings(book, path[:-1], tuple(rest)), path[:-1])
        case 8:  # moved to another list of its level, and maybe changed on the way
            targets = [p for p, o in places if len(p) == len(path) and p[:-1] != path[:-1] and o.kind == one.kind and o.label != BULLET]
            if targets and len(siblings) > 1 and one.label != BULLET:
                target = random.choice(targets)
                moved = replace(one, text=_other_words(random, one.text)) if random.random() < 0.4 and one.text else one
                for place in sorted((path, target), reverse=True):  # the later one first: the earlier stays where it is
                    changed = _put(book, path, None) if place == path else _put(book, target, book.at(target), (moved,))
                    book = _renumbered(changed, place[:-1])
            return book
        case 9 if one.children:
            tail = random.choice(("", "Nothing here binds a branch.", _other_words(random, one.tail or "This is so.")))
            return _put(book, path, replace(one, tail=tail))
        case 10:
            notes = random.choice(((), ("Settled anew.",), (*one.notes, "And see the minutes.")))
            return _put(book, path, replace(one, notes=notes) if len(path) > 2 else one)
        case 11 if len(path) > 2 and one.label != BULLET:
            return _put(book, path, replace(one, text=_other_table(random, one.text)))
    return book


def _siblings(book: Rulebook, path: Path, siblings: tuple[Provision, ...]) -> Rulebook:
    return _put(book, path, replace(book.at(path), children=siblings)) if path else replace(book, chapters=siblings)


def _renumbered(book: Rulebook, path: Path) -> Rulebook:
    siblings = book.children(path)
    found, number = [], 0
    style = book.scheme.levels[len(path)].style
    for one in siblings:
        number += one.label != BULLET
        found.append(one if one.label == BULLET else replace(one, label=relabel(siblings[0].label if siblings[0].label != BULLET else "1", number, style)))
    return _siblings(book, path, tuple(found))


def _other_words(random: Random, text: str) -> str:
    first, *more = text.split("\n\n")
    words = first.split(" ")
    place = random.randrange(len(words))
    match random.randrange(6):
        case 0:
            del words[place : place + random.randint(1, 3)]
        case 1:
            words.insert(place, random.choice(_NEW))
        case 2:
            words.append(f"And {random.choice(_NEW)}.")
        case 3:
            more.append(f"A further paragraph {random.choice(_NEW)}.")
        case 4 if more:
            more.pop()
        case _:
            words[place : place + 2] = random.choice(_NEW).split()
    return "\n\n".join([" ".join(words) or "So be it.", *more])


def _other_table(random: Random, text: str) -> str:
    parts = text.split("\n\n")
    for place, part in enumerate(parts):
        if part.startswith("|"):
            rows = part.split("\n")
            match random.randrange(4):
                case 0 if len(rows) > 3:
                    del rows[random.randrange(2, len(rows))]
                case 1:
                    rows.insert(random.randrange(2, len(rows) + 1), f"| Joint | {random.choice(_NEW).replace('|', '')} |")
                case 2:
                    rows[-1] = rows[-1].replace("£", "€")
                case _:
                    del parts[place]
                    return "\n\n".join(parts)
            parts[place] = "\n".join(rows)
            return "\n\n".join(parts)
    return "\n\n".join([*parts, _table(random)])
