"""What stays, among the changes of a clause: the words a change stands under are shown, the rest is folded.

Every line that stays is in exactly one block, and all are in reading order. The clauses that have no change come after
those that have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from amendments.comparing.outline import heading_of
from amendments.comparing.reading_order import Kept, Place, Places
from rulebook.printed.lines import headings_to, kind_word, words_in
from rulebook.provision import Path, Rulebook

FEWEST = 16  # words that are folded: fewer take no more room than the line that stands for them

Block = TypeVar("Block")


@dataclass(frozen=True, slots=True)
class Context:
    """Lines that stay and are shown."""

    lines: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that stay, and what they are: "5.IV.1 to 5.IV.3 stay as they are"."""

    title: str
    lines: tuple[Kept, ...]


def blocks_of(
    book: Rulebook, kept: Sequence[Kept], changes: Iterable[tuple[Place, Path, Block]]
) -> Iterator[Block | Fold | Context]:
    """The changes in order, and between them what stays. Each change comes with its place and what it stands in."""
    start = 0
    for place, above, block in changes:
        stop = start
        while stop < len(kept) and kept[stop].place < place:
            stop += 1
        yield from _run(book, kept[start:stop], above)
        yield block
        start = stop
    yield from _run(book, kept[start:], ())


def _run(book: Rulebook, run: Sequence[Kept], above: Path) -> Iterator[Fold | Context]:
    """Lines that stay between two changes; those of what the second stands in are its context."""

    def is_context(one: Kept) -> bool:
        return not one.is_tail and one.line.path == above[: len(one.line.path)]

    shown: list[Kept] = []
    for context, group in groupby(run, key=is_context):
        lines = list(group)
        if context or words_in(one.line for one in lines) < FEWEST:
            shown += lines
            continue
        if shown:
            yield Context(tuple(shown))
            shown = []
        yield Fold(_title(book, lines), tuple(lines))
    if shown:
        yield Context(tuple(shown))


def _title(book: Rulebook, lines: list[Kept]) -> str:
    own = {one.line.path: None for one in lines if not one.is_tail}
    tops = [path for path in own if not any(path[:n] in own for n in range(1, len(path)))]
    but = ", under other numbers" if any(one.old_label for one in lines) else ""
    if not tops:
        return f"The words after the list of {book.reference(lines[0].line.path)} stay as they are"
    if len(tops) == 1:
        return f"{book.reference(tops[0])} stays as it is{but}"
    return f"{book.reference(tops[0])} to {book.reference(tops[-1])} stay as they are{but}"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that has no change: its heading, and its lines."""

    heading: str
    lines: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The clauses of a chapter that have no change. `lines` are the chapter's own, if it has no change either."""

    title: str
    lines: tuple[Kept, ...]
    clauses: tuple[Clause, ...]


def elsewhere(places: Places, shown: Iterable[Path]) -> Iterator[Elsewhere]:
    """All that is in the new book besides the clauses that are shown, chapter by chapter."""
    book, seen = places.comparison.after, set(shown)
    if () in seen:
        return
    for n, chapter in enumerate(book.chapters):
        clauses: list[Clause] = []
        own: tuple[Kept, ...] = ()
        for path, _ in book.under((n,)):
            if headings_to(book, path) != len(path) or path in seen:
                continue
            lines = tuple(places.kept(path))
            if places.is_inserted(path) and not lines:
                continue
            if len(path) == 1:
                own = lines
            else:
                clauses.append(Clause(heading_of(book, path), lines))
        if clauses or own or (not chapter.children and (n,) not in seen and not places.is_inserted((n,))):
            yield Elsewhere(_chapter(book, (n,), len(clauses)), own, tuple(clauses))


def _chapter(book: Rulebook, path: Path, clauses: int) -> str:
    if not clauses:
        return heading_of(book, path)
    word = kind_word(book, (*path, 0)).lower()
    return f"{heading_of(book, path)}: {clauses} {word}{'' if clauses == 1 else 's'}"
