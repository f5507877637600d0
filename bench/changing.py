"""Rulebooks changed at random, a kind of change at a time: words, headings, provisions, tables, notes.

A change keeps the book one that a native file can hold, and numbers the list anew where it puts in, takes out or moves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from rulebook.numbering import BULLET, relabel
from rulebook.provision import Path, Provision, Rulebook

NEW = (
    "the branch secretary", "by secret ballot", "within 21 days", "not fewer than six", "in writing", "two thirds",
    "the Executive or its officers", "#set text(red)", "[a link](b)", "<b>every</b> member", "{{ all }}", "]]> &amp;",
    "£20 – or less", r"\input{x}", "of Barchester", "“members”", "שלום לכולם", "العربية هنا",
)  # fmt: skip
HEADINGS = ("Candidates & ballots", "Money", "The branches and their officers", "Appeals")

Change = Callable[[Random, Rulebook], Rulebook]  # the same book, where there is no place for the change


def changed(random: Random, book: Rulebook) -> Rulebook:
    """The book with one change of any kind."""
    while (found := random.choice(KINDS)(random, book)).chapters == book.chapters:
        pass
    return found


# ---------------------------------------------------------------- the tree


def put(book: Rulebook, path: Path, one: Provision | None, further: tuple[Provision, ...] = ()) -> Rulebook:
    """The book with another provision at a path, or none, and more after it."""
    siblings, place = book.children(path[:-1]), path[-1]
    return with_siblings(
        book, path[:-1], (*siblings[:place], *([one] if one else []), *further, *siblings[place + 1 :])
    )


def with_siblings(book: Rulebook, path: Path, siblings: tuple[Provision, ...]) -> Rulebook:
    """The book with other provisions under a path."""
    return put(book, path, replace(book.at(path), children=siblings)) if path else replace(book, chapters=siblings)


def renumbered(book: Rulebook, path: Path) -> Rulebook:
    """The book with the labels under a path in order; bullets have none."""
    siblings, number = book.children(path), 0
    pattern = next((one.label for one in siblings if one.label != BULLET), "1")
    found = []
    for one in siblings:
        number += one.label != BULLET
        style = book.scheme.levels[len(path)].style
        found.append(one if one.label == BULLET else replace(one, label=relabel(pattern, number, style)))
    return with_siblings(book, path, tuple(found))


def numbered(book: Rulebook, least: int = 1) -> list[Path]:
    """The provisions that are no bullets, from so many levels down."""
    return [path for path, one in book.walk() if len(path) >= least and one.label != BULLET]


def _anywhere(random: Random, book: Rulebook) -> Path:
    """A provision of any level, the headings as often as what is under them."""
    depth = random.choice((1, 2, 2, 3, 3, 4))
    return random.choice([path for path in numbered(book) if len(path) == depth] or numbered(book))


def table(random: Random, columns: int = 2) -> str:
    """A table of fees, as a native file writes it."""
    rows = [["Kind", "Fee", "Paid", "By"][:columns]]
    for _ in range(random.randint(1, 4)):
        kind = random.choice(("Full", "Youth", "Life", "Union"))
        rows.append([kind, f"£{random.randint(1, 60)}", "yearly", "post"][:columns])
    return written([rows[0], ["---"] * columns, *rows[1:]])


def written(rows: list[list[str]]) -> str:
    """Rows as a native file writes them."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def other_words(random: Random, text: str) -> str:
    """Other words in place of some, at any place; or another paragraph."""
    first, *more = text.split("\n\n")
    words = first.split(" ")
    place = random.randrange(len(words))
    match random.randrange(6):
        case 0:
            del words[place : place + random.randint(1, 3)]
        case 1:
            words.insert(place, random.choice(NEW))
        case 2:
            words.append(f"And {random.choice(NEW)}.")
        case 3:
            more.append(f"A further paragraph {random.choice(NEW)}.")
        case 4 if more and not more[-1].startswith("|"):
            more.pop()
        case _:
            words[place : place + 2] = random.choice(NEW).split()
    return "\n\n".join([" ".join(words) or "So be it.", *more])


# ---------------------------------------------------------------- the kinds of change


def _words(random: Random, book: Rulebook) -> Rulebook:
    places = [path for path, one in book.walk() if len(one.text.split()) > 4 and not one.text.startswith("|")]
    path = random.choice(places)
    return put(book, path, replace(book.at(path), text=other_words(random, book.at(path).text)))


def _heading(random: Random, book: Rulebook) -> Rulebook:
    path = random.choice([path for path, _ in book.walk() if len(path) < 3])
    return put(book, path, replace(book.at(path), heading=random.choice(HEADINGS)))


def _taken_out(random: Random, book: Rulebook) -> Rulebook:
    """One provision or several in a row, with all that is under them; never all of a list."""
    path = _anywhere(random, book)
    for _ in range(random.randint(1, 3)):
        if 1 < len(book.children(path[:-1])) > path[-1]:
            book = put(book, path, None)
    return renumbered(book, path[:-1])


def _put_in(random: Random, book: Rulebook) -> Rulebook:
    """A provision like another one, with new words, after it: a whole clause or chapter, or one further down."""
    path = _anywhere(random, book)
    one = book.at(path)

    def like(one: Provision) -> Provision:
        text = other_words(random, one.text) if one.text and not one.text.startswith("|") else one.text
        heading = one.heading and random.choice(HEADINGS)
        return replace(one, heading=heading, text=text, children=tuple(like(child) for child in one.children[:4]))

    return renumbered(put(book, path, one, (like(one),)), path[:-1])


def _moved(random: Random, book: Rulebook) -> Rulebook:
    """To another place in its list."""
    path = _anywhere(random, book)
    siblings = list(book.children(path[:-1]))
    one = siblings.pop(path[-1])
    siblings.insert(random.randint(0, len(siblings)), one)
    return renumbered(with_siblings(book, path[:-1], tuple(siblings)), path[:-1])


def _moved_away(random: Random, book: Rulebook) -> Rulebook:
    """To another list of its level, and maybe changed on the way."""
    path = random.choice(numbered(book, 2))
    one = book.at(path)
    targets = [other for other in numbered(book, 2) if len(other) == len(path) and other[:-1] != path[:-1]]
    if not targets or len(book.children(path[:-1])) < 2:
        return book
    target = random.choice(targets)
    moved = replace(one, text=other_words(random, one.text)) if one.text and random.random() < 0.3 else one
    for place in sorted((path, target), reverse=True):  # the later one first: the earlier stays where it is
        book = put(book, path, None) if place == path else put(book, target, book.at(target), (moved,))
        book = renumbered(book, place[:-1])
    return book


def _tail(random: Random, book: Rulebook) -> Rulebook:
    path = random.choice([path for path, one in book.walk() if one.children and len(path) > 2])
    one = book.at(path)
    tail = random.choice(("", "Nothing here binds a branch.", other_words(random, one.tail or "This is so.")))
    return put(book, path, replace(one, tail=tail))


def _notes(random: Random, book: Rulebook) -> Rulebook:
    path = random.choice(numbered(book, 3))
    one = book.at(path)
    return put(book, path, replace(one, notes=random.choice(((), ("Settled anew.",), (*one.notes, "And see more.")))))


def _table(random: Random, book: Rulebook) -> Rulebook:
    """A row, a cell or a column of a table; or the whole table; or a new one."""
    places = [path for path, one in book.walk() if "\n\n|" in one.text]
    if not places or random.random() < 0.2:
        path = random.choice(numbered(book, 3))
        one = book.at(path)
        return put(book, path, replace(one, text=f"{one.text}\n\n{table(random, random.choice((2, 3)))}".strip()))
    path = random.choice(places)
    paragraphs = book.at(path).text.split("\n\n")
    place = next(n for n, text in enumerate(paragraphs) if n and text.startswith("|"))
    rows = [line.strip("| ").split(" | ") for line in paragraphs[place].split("\n")]
    row = random.randrange(2, len(rows))
    match random.randrange(6):
        case 0 if len(rows) > 3:
            del rows[row]
        case 1:
            new = ["Joint", random.choice(NEW).replace("|", ""), "yearly", "post"]
            rows.insert(random.randint(2, len(rows)), new[: len(rows[0])])
        case 2:
            rows[row][-1] += f" {random.choice(NEW)}"
        case 3 if len(rows[0]) < 4:
            rows = [[*cells, ["Until", "---", "May"][min(n, 2)]] for n, cells in enumerate(rows)]
        case 4 if len(rows[0]) > 2:
            rows = [cells[:-1] for cells in rows]
        case _:
            rows = []
    paragraphs[place : place + 1] = [written(rows)] if rows else []
    return put(book, path, replace(book.at(path), text="\n\n".join(paragraphs)))


KINDS: tuple[Change, ...] = (
    _words, _words, _words, _heading, _taken_out, _put_in, _moved, _moved_away, _tail, _notes, _table, _table,
)  # fmt: skip
