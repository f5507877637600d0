"""Notes of an editor in consolidated rules: what was inserted, amended, moved or left out, by which amendment, and when
that was agreed.

They stand in square brackets, which come through in every format and are the custom of rulebooks, under the provision
that they are of; what was left out is noted under the provision that it stood in. They are no part of the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePath

from amendments.applying.applied import Applied
from amendments.drafts.draft import Draft
from amendments.papers.paper import printed_date
from amendments.setting_out.notes import Notes
from rulebook.comparing.comparison import CHANGED, DELETED, INSERTED, MOVED, Change, Comparison
from rulebook.printed.lines import printable
from rulebook.printed.names import named, place_of, renumbered, renumbered_runs
from rulebook.provision import Path, Rulebook
from rulebook.wording import Piece

LONGEST = 14  # words that are quoted whole; of more, the first and the last
KEPT = 5
MOST = 4  # changes of wording that are told one by one


def notes_of(draft: Draft, comparison: Comparison) -> Notes:
    """The notes that an amendment leaves in the rules that come of it."""
    by = _by(draft)
    found: dict[Path, list[str]] = defaultdict(list)
    for change in comparison.changes:
        for path, what in _what_happened(change, comparison, by):
            found[path].append(f"[{what}]")
    for gone in _left_out(comparison):
        path = _above(gone[0].before or (), comparison)
        [names] = named(comparison.before, [one.before for one in gone if one.before])
        were = "was" if len(gone) == 1 else "were"
        found[path].append(f"[{names[0].upper()}{names[1:]} {were} left out by {by}.]")
    for run in renumbered_runs(comparison):
        became = renumbered(comparison, run, "became").rstrip(".")
        found[_in_book(run[0][1][:-1], comparison.after, run[0][1])].append(f"[{became} by {by}.]")
    return {path: tuple(dict.fromkeys(notes)) for path, notes in found.items()}


def carried(notes: Notes, applied: Applied) -> dict[Path, tuple[str, ...]]:
    """The notes where their provisions went with a later amendment; what is gone needs none."""
    went = ((applied.where(path), said) for path, said in notes.items())
    return {path: said for path, said in went if path is not None}


def together(*every: Notes) -> Notes:
    """The notes of one amendment after another."""
    paths = dict.fromkeys(path for notes in every for path in notes)
    return {path: tuple(said for notes in every for said in notes.get(path, ())) for path in paths}


def _by(draft: Draft) -> str:
    """Which amendment it was: its title, or else the name of its file; who sent it, and when it was agreed."""
    title = f"“{printable(draft.title)}”" if draft.title else f"the amendment {PurePath(draft.source.name).name}"
    sender = f" ({printable(draft.sender)})" if draft.sender else ""
    agreed = printed_date(printable(draft.agreed))
    return " ".join((title + sender + (f", agreed {agreed}" if agreed else "")).split())


def _what_happened(change: Change, comparison: Comparison, by: str) -> Iterator[tuple[Path, str]]:
    """What is to be said of a provision that is in the rules as they become."""
    if change.after is None:
        return
    inserted = {one.after for one in comparison.changes if one.kind == INSERTED}
    if change.kind == INSERTED:
        if change.after[:-1] not in inserted:
            yield change.after, f"Inserted by {by}."
    elif change.kind == MOVED and change.before is not None:
        yield change.after, f"Moved from {place_of(comparison.before, change.before)} by {by}."
    if change.kind in (MOVED, CHANGED):
        said = _wording(change)
        if said:
            yield change.after, f"Amended by {by}: {said}."


def _wording(change: Change) -> str:
    """What became of the words of a provision."""
    said = [f"its title, {one}" for one in _hunks(change.heading)]
    said += [one for pieces in (change.text, change.tail) for one in _hunks(pieces)]
    if len(said) > MOST:
        return f"{len(said)} changes of wording"
    return "; ".join(said)


def _hunks(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Each change of wording in words: “six times” became “ten times”."""
    for same, group in groupby(pieces, key=lambda piece: piece.kind == "same"):
        if same:
            continue
        changed = list(group)
        old, new = (
            _quoted("".join(piece.text for piece in changed if piece.kind == kind)) for kind in ("deleted", "inserted")
        )
        if old and new:
            yield f"{old} became {new}"
        elif old or new:
            yield f"{old} was left out" if old else f"{new} was inserted"


def _quoted(text: str) -> str:
    words = printable(text).split()
    if len(words) > LONGEST:
        words = [*words[:KEPT], "…", *words[-KEPT:]]
    return f"“{' '.join(words)}”" if words else ""


def _left_out(comparison: Comparison) -> list[list[Change]]:
    """What was left out, without what stood under something that was; neighbours together."""
    gone = {change.before for change in comparison.changes if change.kind == DELETED}
    tops = [one for one in comparison.changes if one.kind == DELETED and one.before and one.before[:-1] not in gone]
    runs: list[list[Change]] = []
    for one in sorted(tops, key=lambda change: change.before or ()):
        last = runs[-1][-1].before if runs else None
        if last and one.before and (*last[:-1], last[-1] + 1) == one.before:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _above(gone: Path, comparison: Comparison) -> Path:
    """Where the note of what was left out stands: in the provision that held it."""
    within = next((change.within for change in comparison.changes if change.before == gone), ())
    return _in_book(within, comparison.after, gone)


def _in_book(path: Path, rulebook: Rulebook, near: Path) -> Path:
    """A provision for a note that is of the whole book: the chapter before."""
    return path or (max(0, min(near[0] - 1, len(rulebook.chapters) - 1)),)
