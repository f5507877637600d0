"""Two editions of a rulebook as one page of paragraphs with the changes marked.

Nothing of either book is missing, and nothing stands twice: see `amendments.marked_paragraphs`. The order is that of
the new book, with what is gone where it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amendments.before_and_after import counterparts
from amendments.consolidated import printed_edition
from amendments.marked_paragraphs import CAME, LEFT, Paragraph, Pieces, Row, whole
from amendments.pairing import Owned, owned_lines, paired, paired_rows
from amendments.printed import Line
from rulebook.comparison import Comparison, compare_words
from rulebook.provision import Path
from rulebook.wording import DELETED, INSERTED, SAME


def redline(comparison: Comparison) -> tuple[Paragraph, ...]:
    """Both books of a comparison from their titles on."""
    old, new = owned_lines(comparison.before), owned_lines(comparison.after)
    stay, move = _pairs(comparison, old, new)
    went = {there: here for here, there in move.items()}

    def gone(first: int, last: int) -> Iterator[Paragraph]:
        for place in range(first, last):
            line, to = old[place].line, went.get(place)
            yield whole(DELETED, line) if to is None else _moved(LEFT, line, to)

    found = list(_front(comparison))
    at = 0
    for place, owned in enumerate(new):
        if place in stay:
            found += gone(at, stay[place])
            found.append(_both(old[stay[place]].line, owned.line))
            at = stay[place] + 1
        elif place in move:
            found.append(_moved(CAME, owned.line, place))
        else:
            found.append(whole(INSERTED, owned.line))
    found += gone(at, len(old))
    return tuple(_together(found))


def touched(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The clauses in which something changes, from heading to heading, each under the headings above it.

    Of one whose heading alone changes, that heading.
    """
    found: list[Paragraph] = []
    above: list[Paragraph] = []  # the headings down to here that are not shown yet
    for heading, *inside in _by_heading(paragraphs):
        if heading.kind == "heading":
            above = [one for one in above if one.level < heading.level] + [heading]
        inner = inside if heading.kind == "heading" else [heading, *inside]
        if any(one.changes for one in inner):
            found += [*above, *inner]
            above = []
        elif heading.kind == "heading" and heading.changes:
            found += above
            above = []
    return tuple(_together(found))


def _by_heading(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    section: list[Paragraph] = []
    for one in paragraphs:
        if one.kind in ("title", "subtitle"):
            continue
        if one.kind == "heading" and section:
            yield section
            section = []
        section.append(one)
    if section:
        yield section


def _front(comparison: Comparison) -> Iterator[Paragraph]:
    """The title, and the organisation and the edition under it."""
    old, new = printed_edition(comparison.before), printed_edition(comparison.after)
    for kind, was, now in (("title", old.title, new.title), ("subtitle", old.subtitle, new.subtitle)):
        if was or now:
            yield Paragraph(SAME if was and now else DELETED if was else INSERTED, kind, (), compare_words(was, now))


def _pairs(comparison: Comparison, old: list[Owned], new: list[Owned]) -> tuple[dict[int, int], dict[int, int]]:
    """The places in the old book of the lines that stay and of those that move, by their places in the new one.

    Those that stay ascend in both.
    """
    same = counterparts(comparison)
    moved = {change.before for change in comparison.changes if change.kind == "moved"}
    for path in sorted(same):  # what is above comes before what is under it
        if path[:-1] in moved:
            moved.add(path)
    theirs, stay, move, last = _places(new), dict[int, int](), dict[int, int](), -1
    for (path, tail), ours in _places(old).items():
        into = theirs.get((same[path], tail), []) if path in same else []
        for i, j in paired([old[place].line for place in ours], [new[place].line for place in into]):
            if path in moved:
                if _may_move(old[ours[i]].line, new[into[j]].line):
                    move[into[j]] = ours[i]
            elif into[j] > last:
                stay[into[j]] = ours[i]
                last = into[j]
    return stay, move


def _places(lines: list[Owned]) -> dict[tuple[Path, bool], list[int]]:
    found: dict[tuple[Path, bool], list[int]] = {}
    for place, owned in enumerate(lines):
        found.setdefault((owned.path, owned.tail), []).append(place)
    return found


def _may_move(old: Line, new: Line) -> bool:
    """Whether two lines can be shown as one that moves: its words are the same, and it is no table.

    LibreOffice settles a paragraph rightly only if one thing happens to all of it.
    """
    return bool(old.text) and old.text == new.text and old.kind == new.kind and not old.rows


def _both(old: Line, new: Line) -> Paragraph:
    """A line that stays where it is."""
    if not new.rows:
        return _with_pieces(SAME, old, new, compare_words(old.text, new.text))
    return replace(_with_pieces(SAME, old, new, ()), rows=tuple(_rows(old, new)))


def _rows(old: Line, new: Line) -> Iterator[Row]:
    at = 0
    pairs = {j: i for i, j in paired_rows(old.rows, new.rows)}

    def gone(first: int, last: int) -> Iterator[Row]:
        yield from whole(DELETED, replace(old, rows=old.rows[first:last])).rows

    for place, cells in enumerate(new.rows):
        if place in pairs:
            yield from gone(at, pairs[place])
            yield Row(SAME, tuple(compare_words(*both) for both in zip(old.rows[pairs[place]], cells, strict=True)))
            at = pairs[place] + 1
        else:
            yield from whole(INSERTED, replace(new, rows=(cells,))).rows
    yield from gone(at, len(old.rows))


def _moved(mark: str, line: Line, move: int) -> Paragraph:
    """A line where it left or where it came: its label is that of the place, and may be another."""
    return replace(whole(mark, line), move=move + 1)


def _with_pieces(mark: str, old: Line, new: Line, pieces: Pieces) -> Paragraph:
    label = compare_words(old.label, new.label)
    return Paragraph(mark, new.kind, label, pieces, (), new.depth, new.level)


def _together(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """The same paragraphs, with one number for neighbours that leave together and come together."""
    left = {one.move: place for place, one in enumerate(paragraphs) if one.mark == LEFT}
    came = {one.move: place for place, one in enumerate(paragraphs) if one.mark == CAME}
    numbers: dict[int, int] = {}
    for move, place in left.items():
        before = paragraphs[place - 1]
        beside = before.mark == LEFT and came[move] == came[before.move] + 1
        numbers[move] = max(numbers.values(), default=0) + (0 if beside else 1)
    for one in paragraphs:
        yield replace(one, move=numbers[one.move]) if one.move else one
