"""The wording of what a rule change touches, as it stands and as amended.

What is shown is the smallest number of whole sub-clauses (the first provisions below the headings) that hold every
changed word; of a heading that is neither new nor gone, only its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from amendments.setting_out.side_by_side import Pair, side_by_side
from rulebook.comparing.comparison import Comparison, Piece
from rulebook.printed.lines import (
    Line,
    Run,
    Words,
    flush,
    headings_to,
    own_lines,
    plain,
    printable,
    provision_lines,
    unmarked,
)
from rulebook.printed.names import address, named, renumbering, sentence, titled
from rulebook.provision import Path, Rulebook

LEVEL = 2  # of the headings inside the wording: the paper's own headings are the first

Place = tuple[Path, int]  # a path of the new book, and 0 for what stands there or 1 for what is said after it


@dataclass(frozen=True, slots=True)
class Wording:
    """Where a rule change amends, and the lines of the provisions it touches before and after it.

    `columns` has the same lines side by side.
    """

    where: tuple[str, ...]
    existing: tuple[Line, ...]
    amended: tuple[Line, ...]
    columns: tuple[Pair, ...] = ()


@dataclass(slots=True)
class _Touched:
    """Paths of one book to be shown: True where all that is under them is shown too, False for their own words."""

    rulebook: Rulebook
    paths: dict[Path, bool] = field(default_factory=dict)

    def add(self, path: Path | None, whole: bool) -> None:
        if path:
            cut = path[: headings_to(self.rulebook, path) + 1]
            self.paths[cut] = self.paths.get(cut, False) or whole or headings_to(self.rulebook, cut) < len(cut)

    def tops(self) -> list[Path]:
        """In the order of the book, without what is shown as part of another."""
        wholes = {path for path, whole in self.paths.items() if whole}
        return sorted(path for path in self.paths if not any(path[:n] in wholes for n in range(1, len(path))))


def wording(comparison: Comparison) -> Wording:
    """The provisions that the changes of a comparison touch, and what is deleted or renumbered in so many words."""
    before, after = _Touched(comparison.before), _Touched(comparison.after)
    same = counterparts(comparison)
    back = {new: old for old, new in same.items()}
    for change in comparison.changes:
        whole = change.kind != "changed"
        before.add(change.before or _nearest(change.after, back, comparison.after), whole)
        after.add(change.after or _nearest(change.before, same, comparison.before), whole)
    existing = _with_headings(before, unmarked(comparison.before), {})
    amended = _with_headings(after, _marked(comparison), _deletions(comparison, before, same))
    if _all_new(amended):
        amended = [replace(line, runs=plain(line.text)) for line in amended]
    if not existing and amended:
        existing = [Line(plain("There is no existing wording: what the amendment inserts is new."), kind="note")]
    amended += [Line(plain(words), kind="note") for words in renumbering(comparison)]
    columns = side_by_side(existing, amended, same)
    return Wording(tuple(_where(before, after, back)), tuple(existing), tuple(amended), columns)


def _all_new(lines: list[Line]) -> bool:
    """Whether there is nothing to tell new words from: every provision is new, and no heading is partly so."""
    marks = [(line.kind, {run.new for run in line.runs}) for line in lines if line.kind != "note"]
    return all(len(new) < 2 if kind == "heading" else new == {True} for kind, new in marks)


def counterparts(comparison: Comparison) -> dict[Path, Path]:
    """Where each provision that is in both books stands in the new one.

    Provisions that were neither inserted, deleted nor moved keep their order, so they are matched by counting.
    """
    left = {c.before for c in comparison.changes if c.kind in ("deleted", "moved")}
    came = {c.after for c in comparison.changes if c.kind in ("inserted", "moved")}
    found: dict[Path, Path] = {}

    def match(old: Path, new: Path) -> None:
        if old:
            found[old] = new
        olds = [(*old, n) for n in range(len(comparison.before.children(old))) if (*old, n) not in left]
        news = [(*new, n) for n in range(len(comparison.after.children(new))) if (*new, n) not in came]
        for pair in zip(olds, news, strict=False):
            match(*pair)

    match((), ())
    for change in comparison.changes:
        if change.kind == "moved" and change.before and change.after:
            match(change.before, change.after)
    return found


def _nearest(path: Path | None, counterpart: Mapping[Path, Path], rulebook: Rulebook) -> Path | None:
    """The sub-clause of the other book that held, or is to hold, a provision that is not there; None without one."""
    cut = path[: headings_to(rulebook, path) + 1] if path else ()
    return counterpart.get(cut) if path != cut else None


def _marked(comparison: Comparison) -> Words:
    """The words of the new book, what is new marked."""
    changes = {change.after: change for change in comparison.changes if change.after is not None}
    inserted = {path for path, change in changes.items() if change.kind == "inserted"}

    def words(path: Path, part: str) -> tuple[Run, ...]:
        change = changes.get(path)
        if change is not None and change.kind != "inserted":
            pieces = getattr(change, part)
            if pieces:
                return tuple(run for piece in pieces for run in _runs(piece))
        text = printable(comparison.after.part(path, part))
        new = any(path[:n] in inserted for n in range(1, len(path) + 1))
        return (Run(text, new),) if text else ()

    return words


def _runs(piece: Piece) -> Iterator[Run]:
    """A piece of the new wording: the words without the space around them are new, if it is inserted."""
    text = printable(piece.text)
    words = text.strip()
    start = text.index(words)
    shown = (Run(text[:start]), Run(words, piece.kind == "inserted"), Run(text[start + len(words) :]))
    yield from (run for run in shown if run.text and piece.kind != "deleted")


def _with_headings(touched: _Touched, words: Words, notes: Mapping[Place, Line]) -> list[Line]:
    """The lines of what is touched, each clause's under the one heading; notes stand after their place."""
    rulebook = touched.rulebook
    shown: dict[Place, list[Line]] = {place: [note] for place, note in notes.items()}
    for path in touched.tops():
        if headings_to(rulebook, path) < len(path):
            shown[path, 0] = list(provision_lines(rulebook, path, words))
        elif touched.paths[path]:
            shown[path, 0] = _below_heading(provision_lines(rulebook, path, words, LEVEL - len(path) + 1))
        else:
            tail = [replace(line, path=path) for line in flush(words(path, "tail"), 0)]
            shown[path, 0] = [*_below_heading(own_lines(rulebook, path, words)), *tail]
    lines: list[Line] = []
    last: Path = ()
    for (path, after), inner in sorted(shown.items(), key=_in_order):
        heading = path[: headings_to(rulebook, path[:-1] if after else path)]
        if heading and heading != last and rulebook.at(heading).kind != "preamble":
            title = Line(
                words(heading, "heading"), address(rulebook, heading), kind="heading", level=LEVEL, path=heading
            )
            lines.append(title)
        last = heading
        lines += inner
    return [replace(line, level=max(line.level, LEVEL) if line.kind == "heading" else 0, quoted=True) for line in lines]


def _below_heading(lines: Iterable[Line]) -> list[Line]:
    """The lines without the heading that they begin with, which is shown with those above it; a preamble has none."""
    found = list(lines)
    return found[1:] if found and found[0].kind == "heading" else found


def _in_order(shown: tuple[Place, list[Line]]) -> tuple[float, ...]:
    """A note stands after all that is under the provision before it."""
    (path, after), _ = shown
    return (*path, float("inf")) if after else path


def _deletions(comparison: Comparison, before: _Touched, same: Mapping[Path, Path]) -> dict[Place, Line]:
    """Sentences that say what is deleted, by place: the provision of the new book that each stands after."""
    gone = {change.before for change in comparison.changes if change.kind == "deleted"}
    runs: dict[Path, list[Path]] = {}
    for path in before.tops():
        if path in gone:
            parent = same.get(path[:-1], ())
            earlier = [same[(*path[:-1], n)] for n in range(path[-1]) if (*path[:-1], n) in same]
            beside = [place for place in earlier if place[:-1] == parent]
            runs.setdefault(beside[-1] if beside else (*parent, -1), []).append(path)
    found: dict[Place, Line] = {}
    for place, paths in runs.items():
        verb = "is" if len(paths) == 1 else "are"
        found[place, 1] = Line(plain(sentence(comparison.before, paths, f"{verb} deleted")), kind="note")
    return found


def _where(before: _Touched, after: _Touched, back: Mapping[Path, Path]) -> Iterator[str]:
    """One phrase for each clause touched, under the title that it has in the old book where it is there."""
    found: dict[str, list[str]] = {}
    for heading, inside in _by_heading(before, before.tops()):
        found.setdefault(titled(before.rulebook, heading), []).extend(named(before.rulebook, inside))
    new = [path for path in after.tops() if back.get(path) not in before.paths]
    for heading, inside in _by_heading(after, new):
        title = titled(before.rulebook, back[heading]) if heading in back else titled(after.rulebook, heading)
        found.setdefault(title, []).extend(f"new {name}" for name in named(after.rulebook, inside))
    for title, names in found.items():
        yield ", ".join(part for part in (title, " and ".join(names)) if part)


def _by_heading(touched: _Touched, paths: list[Path]) -> list[tuple[Path, list[Path]]]:
    """Headings with those of the paths that are below them; a heading that is itself among the paths has none."""
    found: dict[Path, list[Path]] = {}
    for path in paths:
        above = headings_to(touched.rulebook, path)
        found.setdefault(path[:above], []).extend([path] if len(path) > above else [])
    return list(found.items())
