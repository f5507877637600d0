"""A comparison as one page that needs nothing else, for a browser.

It shows what changes and, folded, the rest of each clause that has a change. What was moved stands where it is now,
and a line where it was leads to it. Where the changes come from a draft, its instructions stand on the page, and each
change and its instruction lead to one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from amendments.comparing.causes import Cause, Causes, Told
from amendments.comparing.moved_away import Placed, placed_sections
from amendments.comparing.outline import Entry, Row, Section, basis, columns, renumbering, substance
from amendments.comparing.page_words import Link, Moves, Words, moves, new_words, old_words
from amendments.comparing.reading_order import Places, in_place
from amendments.comparing.tables import Part, parts
from amendments.comparing.unchanged import Context, Fold, blocks_of, elsewhere
from rulebook.comparing.comparison import MOVED, Comparison
from rulebook.printed.lines import indentation, printable, printed_label
from rulebook.provision import Path


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row with its words for either column, and by how many steps it is indented in its clause."""

    row: Row
    depth: int
    old_label: list[Words]
    new_label: list[Words]
    old: list[Words]
    new: list[Words]

    @property
    def old_parts(self) -> list[Part]:
        """The words of the old column, with the tables among them."""
        return parts(self.old)

    @property
    def new_parts(self) -> list[Part]:
        """The same of the new column."""
        return parts(self.new)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on the page. `origin` is where it was moved from, `goal` where what stood here was moved to."""

    anchor: str
    entry: Entry
    rows: tuple[PageRow, ...] = ()
    cause: Cause | None = None
    origin: Link | None = None
    goal: Link | None = None


@dataclass(frozen=True, slots=True)
class PageSection:
    """A clause on the page: its headings, its entries, and these among what stays."""

    anchor: str
    headings: tuple[str, ...]
    entries: tuple[Shown, ...]
    blocks: tuple[Shown | Fold | Context, ...]


@dataclass(frozen=True, slots=True)
class Instructed:
    """An instruction of the draft and the entries that come from it."""

    told: Told
    entries: tuple[Shown, ...]
    renumbers: bool


def to_html(comparison: Comparison, title: str, causes: Causes | None = None) -> str:
    """The changes as one page: side by side, or in one column where the reader chooses so, and on a phone."""
    from templates import environment

    places = Places(comparison)
    placed = placed_sections(places)
    shown = _sections(places, placed, causes)
    return (
        environment()
        .get_template("diff.html.j2")
        .render(
            title=printable(title).strip() or "What changes",
            basis=basis(comparison),
            columns=columns(comparison),
            substance=substance(comparison),
            renumbering=renumbering(comparison),
            hang=_hang(comparison),
            sections=shown,
            moved=any(_is_moved(one) for section in shown for one in section.entries),
            elsewhere=list(elsewhere(places, [section.path for section, _ in placed if not section.gone])),
            renumbered=_renumbered(comparison, causes),
            draft=printable(causes.draft) if causes else "",
            instructions=_instructed(shown, causes),
        )
    )


def _hang(comparison: Comparison) -> float:
    """How far words hang beside their labels, in the height of a letter, where these are codes such as 4.12.3; else 0.

    A figure is less than half as wide as a letter is high.
    """
    codes = [printed_label(book.at(path)) for book in (comparison.before, comparison.after) for path in book.decimals]
    return round(0.45 * max(map(len, codes)) + 0.5, 1) if codes else 0


def _is_moved(shown: Shown) -> bool:
    return shown.goal is not None or any(word.moved for row in shown.rows for word in row.new)


def _renumbered(comparison: Comparison, causes: Causes | None) -> list[tuple[str, str, tuple[int, ...] | None]]:
    why = causes.renumbered if causes else (None,) * len(comparison.renumbered)
    return [(old, new, cause) for (old, new), cause in zip(comparison.renumbered, why, strict=True)]


def _instructed(shown: list[PageSection], causes: Causes | None) -> list[Instructed]:
    if causes is None:
        return []
    by_number: dict[int, list[Shown]] = defaultdict(list)
    for section in shown:
        for one in section.entries:
            for number in sorted({*one.cause.instructions, *one.cause.numbering} if one.cause else ()):
                by_number[number].append(one)
    renumber = {number for numbers in causes.renumbered for number in numbers}
    return [Instructed(told, tuple(by_number[told.number]), told.number in renumber) for told in causes.told]


def _sections(places: Places, found: list[tuple[Section, list[Placed]]], causes: Causes | None) -> list[PageSection]:
    comparison = places.comparison
    named = [[(f"change-{m}-{n}", one) for n, one in enumerate(placed, 1)] for m, (_, placed) in enumerate(found, 1)]
    every = [pair for placed in named for pair in placed]
    anchors = {(one.change.after, one.away): anchor for anchor, one in every if one.change.after is not None}
    moved = moves((anchor, one.entry) for anchor, one in every if not one.away)
    shown = []
    for n, ((section, _), placed) in enumerate(zip(found, named, strict=True), 1):
        entries = [_shown(comparison, anchor, one, anchors, moved, causes) for anchor, one in placed]
        kept = [] if section.gone else list(places.kept(section.path))
        changes = [(one.place, one.above, entry) for (_, one), entry in zip(placed, entries, strict=True)]
        blocks = tuple(blocks_of(comparison.after, kept, changes))
        shown.append(PageSection(f"section-{n}", section.headings, tuple(entries), blocks))
    return shown


def _shown(
    comparison: Comparison,
    anchor: str,
    one: Placed,
    anchors: Mapping[tuple[Path, bool], str],
    moved: Moves,
    causes: Causes | None,
) -> Shown:
    change, entry = one.change, one.entry
    cause = causes.of(entry.changes) if causes else None
    origin = goal = None
    if change.kind == MOVED and change.after is not None:
        if one.away:
            goal = Link(change.new_reference, anchors[change.after, False])
        else:
            origin = Link(change.old_reference, anchors[change.after, True])
    book, path = (comparison.after, change.after) if change.after else (comparison.before, change.before or ())
    steps = max(0, indentation(book, path) - 1)
    rows = tuple(_row(row, steps, moved) for row in in_place(entry).rows)
    return Shown(anchor, entry, rows, cause, origin, goal)


def _row(row: Row, steps: int, moved: Moves) -> PageRow:
    return PageRow(
        row,
        steps + row.depth,
        old_words(row.label, {}),
        new_words(row.label, {}),
        old_words(row.pieces, moved),
        new_words(row.pieces, moved),
    )
