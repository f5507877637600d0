"""How a comparison is set out, whatever it is printed on: sections by clause, entries by provision, rows of words.

A provision that is inserted or deleted stands in one entry with what comes or goes with it. Every change is in exactly
one entry, and every piece of its words in exactly one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulebook.comparing.comparison import CHANGED, Change, Comparison, Piece, compare_words
from rulebook.printed.lines import heading_label, headings_to, printable, printed_label
from rulebook.provision import Path, Rulebook


@dataclass(frozen=True, slots=True)
class Row:
    """The heading, the text, the tail or the notes (`part`) of one changed provision.

    `kind` is the change's. `label` is empty but on a provision's first row; `depth` counts from the entry's first row.
    `titled` is true of a chapter or a clause, whose label stands in its title and not in front of its words.
    """

    kind: str
    part: str
    depth: int
    titled: bool
    label: tuple[Piece, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, and what is inserted or deleted with it: its reference, what happens to it in words, and its rows."""

    reference: str
    happens: str
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The entries under one clause. `headings` are the chapter's and the clause's, from the top.

    `path` is the clause's in the new book, or in the old one where it is not in the new one: then `gone` is true.
    """

    headings: tuple[str, ...]
    entries: tuple[Entry, ...]
    path: Path
    gone: bool = False


def summary(comparison: Comparison) -> str:
    """The whole of it in one sentence: "3 provisions change, 2 are inserted and 7 are deleted; 4 are renumbered."."""
    listed = substance(comparison)
    renumbered = renumbering(comparison)
    if not listed:
        return f"No words change; {_with_noun(renumbered)}." if renumbered else "Nothing changes."
    return f"{listed}; {renumbered}." if renumbered else f"{listed}."


def substance(comparison: Comparison) -> str:
    """What changes besides numbers: "3 provisions change and 2 are inserted"; empty where nothing does."""
    counts = Counter(change.kind for change in comparison.changes)
    verbs = (("changed", "changes", "change"), ("moved", "moves", "move"),
             ("inserted", "is inserted", "are inserted"), ("deleted", "is deleted", "are deleted"))  # fmt: skip
    parts = [f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, one, many in verbs if counts[kind]]
    if not parts:
        return ""
    parts[0] = _with_noun(parts[0])
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def renumbering(comparison: Comparison) -> str:
    """How many get another number and nothing else: "4 are renumbered"; empty where none does."""
    number = len(comparison.renumbered)
    return f"{number} {'is' if number == 1 else 'are'} renumbered" if number else ""


def _with_noun(part: str) -> str:
    number, _, rest = part.partition(" ")
    return f"{number} {'provision' if number == '1' else 'provisions'} {rest}"


def basis(comparison: Comparison) -> str:
    """Which rules were compared: the edition that an amendment is drafted on, or both editions; may be empty."""
    before, after = comparison.before, comparison.after
    name = ", ".join(printable(part) for part in (before.organisation, before.title) if part)
    old, new = _edition(before), _edition(after)
    if old and new and old != new:
        return f"{name}: {old} compared with {new}".removeprefix(": ")
    named = ", ".join(part for part in (name, old) if part)
    return f"Drafted on {named}" if named else ""


def columns(comparison: Comparison) -> tuple[str, str]:
    """What stands over the old words and over the new ones: the editions, or an amendment's before and after."""
    old, new = _edition(comparison.before), _edition(comparison.after)
    return (old, new) if old and new and old != new else ("As it stands", "As amended")


def _edition(rulebook: Rulebook) -> str:
    return f"{printable(rulebook.edition)} edition" if rulebook.edition else ""


def sections(comparison: Comparison) -> list[Section]:
    """The changes in order, under the headings that they stand under."""
    found: list[Section] = []
    for changes in _together(comparison.changes):
        entry = _entry(comparison, changes)
        section = section_of(comparison, changes[0])
        if found and found[-1].headings == section.headings:
            found[-1] = replace(found[-1], entries=(*found[-1].entries, entry))
        else:
            found.append(replace(section, entries=(entry,)))
    return found


def section_of(comparison: Comparison, change: Change) -> Section:
    """The section that a change belongs to, without entries."""
    path, gone = _heading_path(comparison, change)
    book = comparison.before if gone else comparison.after
    return Section(tuple(heading_of(book, path[:depth]) for depth in range(1, len(path) + 1)), (), path, gone)


def _together(changes: tuple[Change, ...]) -> Iterator[list[Change]]:
    """Each change with those right after it that are inserted or deleted as part of it."""
    run: list[Change] = []
    for change in changes:
        comes_along = run and run[0].kind == change.kind in ("inserted", "deleted") and _under(run[0], change)
        if run and not comes_along:
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _place(change: Change) -> Path:
    return change.before or () if change.after is None else change.after


def _under(top: Change, change: Change) -> bool:
    return _place(change)[: len(_place(top))] == _place(top)


def _heading_path(comparison: Comparison, change: Change) -> tuple[Path, bool]:
    """The lowest heading above a change, and whether it is one of the old book that is gone.

    A heading that comes, goes or moves stands itself under the one above it.
    """
    if change.after is None and change.within:
        return change.within[: headings_to(comparison.after, change.within)], False
    gone = change.after is None
    book, path = (comparison.before, change.before or ()) if gone else (comparison.after, change.after or ())
    if change.kind == CHANGED:
        return path[: headings_to(book, path)], gone
    return path[: max(1, headings_to(book, path[:-1]))], gone


def heading_of(book: Rulebook, path: Path) -> str:
    """A heading as it is printed: "Clause IV Selection of candidates"."""
    return " ".join(part for part in (heading_label(book, path), printable(book.at(path).heading)) if part)


def _entry(comparison: Comparison, changes: list[Change]) -> Entry:
    first = changes[0]
    old, new = first.old_reference, first.new_reference
    reference = f"{old} → {new}" if old and new and old != new else new or old
    happens = first.kind
    if first.kind == "moved" and any(piece.kind != "same" for _, pieces in _parts(first) for piece in pieces):
        happens = "moved and changed"
    elif first.kind == "changed" and first.old and first.new and first.old.label != first.new.label:
        happens = "changed and renumbered"
    if len(changes) > 1:
        happens += f", with {len(changes) - 1} {'provision' if len(changes) == 2 else 'provisions'} under it"
    elif first.kind == "moved" and first.new and first.new.children:
        happens += ", with what is under it"
    return Entry(reference, happens, tuple(_rows(comparison, changes)), tuple(changes))


def _rows(comparison: Comparison, changes: list[Change]) -> Iterator[Row]:
    base = len(_place(changes[0]))
    endings: list[Row] = []  # tails and notes, which are printed after what is under their provision
    for change in changes:
        depth = len(_place(change)) - base
        titled = _is_titled(comparison.after if change.after else comparison.before, _place(change))
        while endings and endings[-1].depth >= depth:
            yield endings.pop()
        label = _label(comparison, change)
        parts = [Row(change.kind, part, depth, titled, (), pieces) for part, pieces in _parts(change)]
        first, *more = [row for row in parts if row.part in ("heading", "text")] or [
            Row(change.kind, "text", depth, titled, (), ())
        ]
        yield replace(first, label=label)
        yield from more
        endings += [row for row in reversed(parts) if row.part in ("tail", "notes")]
    yield from reversed(endings)


def _parts(change: Change) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    parts = {"heading": change.heading, "text": change.text, "tail": change.tail, "notes": change.notes}
    for part, pieces in parts.items():
        if pieces:
            yield part, tuple(Piece(piece.kind, printable(piece.text)) for piece in pieces)


def _label(comparison: Comparison, change: Change) -> tuple[Piece, ...]:
    old = _printed(comparison.before, change.before) if change.before else ""
    new = _printed(comparison.after, change.after) if change.after else ""
    if old and new and old != new:
        return Piece("deleted", old), Piece("inserted", new)
    return compare_words(old, new)


def _printed(book: Rulebook, path: Path) -> str:
    return printable(heading_label(book, path) if _is_titled(book, path) else printed_label(book.at(path)))


def _is_titled(book: Rulebook, path: Path) -> bool:
    """Whether it is a chapter or a clause; under an appendix there may be sub-clauses without one."""
    return headings_to(book, path) == len(path)
