"""Two editions of a rulebook as one page of paragraphs with the changes marked.

Nothing of either book is missing, and nothing stands twice: see `marked_paragraphs`. The order is that of the new book,
with what is gone where it stood.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from amendments.comparing.before_and_after import counterparts
from amendments.comparing.redlines.marked_paragraphs import CAME, LEFT, Paragraph, Pieces, Row, in_moves, whole
from amendments.comparing.redlines.order_of_lines import Order
from amendments.comparing.redlines.pairing import Owned, owned_lines, paired, paired_rows
from amendments.setting_out.edition import printed_edition
from rulebook.comparing.comparison import Comparison, compare_words
from rulebook.printed.lines import Line
from rulebook.provision import Path
from rulebook.wording import DELETED, INSERTED, SAME, Piece


def redline(comparison: Comparison) -> tuple[Paragraph, ...]:
    """Both books of a comparison from their titles on."""
    old, new = owned_lines(comparison.before), owned_lines(comparison.after)
    same = counterparts(comparison)
    moved = _moved_paths(comparison, same)
    stay, move = _pairs(old, new, same, moved)
    went = {there: here for here, there in move.items()}
    order = Order(same, moved)

    def between(first: int, last: int, coming: list[int]) -> Iterator[Paragraph]:
        """What is gone and what is new between two lines that stay."""
        for place in coming:
            while first < last and order.where_stood(old[first]) <= order.where_stands(new[place]):
                yield _away(old[first].line, went.get(first))
                first += 1
            yield _moved(CAME, new[place].line, place) if place in move else whole(INSERTED, new[place].line)
        for place in range(first, last):
            yield _away(old[place].line, went.get(place))

    found = list(_front(comparison))
    coming: list[int] = []
    at = 0
    for place, owned in enumerate(new):
        if place not in stay:
            coming.append(place)
            continue
        found += between(at, stay[place], coming)
        found.append(_both(old[stay[place]].line, owned.line))
        at, coming = stay[place] + 1, []
    found += between(at, len(old), coming)
    return tuple(in_moves(found))


def _front(comparison: Comparison) -> Iterator[Paragraph]:
    """The title, and the organisation and the edition under it."""
    old, new = printed_edition(comparison.before), printed_edition(comparison.after)
    for kind, was, now in (("title", old.title, new.title), ("subtitle", old.subtitle, new.subtitle)):
        if was or now:
            yield Paragraph(SAME if was and now else DELETED if was else INSERTED, kind, (), _compared(was, now))


def _moved_paths(comparison: Comparison, same: Mapping[Path, Path]) -> set[Path]:
    """The provisions of the old book that move, by themselves or with what they are under."""
    moved = {change.before for change in comparison.changes if change.kind == "moved" and change.before}
    for path in sorted(same):  # what is above comes before what is under it
        if path[:-1] in moved:
            moved.add(path)
    return moved


def _pairs(
    old: list[Owned], new: list[Owned], same: Mapping[Path, Path], moved: Container[Path]
) -> tuple[dict[int, int], dict[int, int]]:
    """The places in the old book of the lines that stay and of those that move, by their places in the new one.

    Those that stay ascend in both.
    """
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
        return _with_pieces(SAME, old, new, _compared(old.text, new.text))
    return replace(_with_pieces(SAME, old, new, ()), rows=tuple(_rows(old, new)))


def _rows(old: Line, new: Line) -> Iterator[Row]:
    """The rows of a table that stays; where others stand in the place of some, these come before those."""
    i = j = 0
    for there, here in [*paired_rows(old.rows, new.rows), (len(old.rows), len(new.rows))]:
        yield from whole(DELETED, replace(old, rows=old.rows[i:there])).rows
        yield from whole(INSERTED, replace(new, rows=new.rows[j:here])).rows
        if there < len(old.rows):
            cells = zip(old.rows[there], new.rows[here], strict=True)
            yield Row(SAME, tuple(_compared(was, now) for was, now in cells))
        i, j = there + 1, here + 1


def _away(line: Line, to: int | None) -> Paragraph:
    """A line of the old book that does not stay: deleted, or gone to a place in the new one."""
    return whole(DELETED, line) if to is None else _moved(LEFT, line, to)


def _moved(mark: str, line: Line, move: int) -> Paragraph:
    """A line where it left or where it came: its label is that of the place, and may be another."""
    return replace(whole(mark, line), move=move + 1)


def _with_pieces(mark: str, old: Line, new: Line, pieces: Pieces) -> Paragraph:
    label = _compared(old.label, new.label)
    return Paragraph(mark, new.kind, label, pieces, (), new.depth, new.level)


def _compared(old: str, new: str) -> Pieces:
    """Two wordings compared, where other words stand in the place of some: the space before both is not marked."""
    found: list[Piece] = []

    def add(kind: str, text: str) -> None:
        if found and found[-1].kind == kind:
            text = found.pop().text + text
        if text:
            found.append(Piece(kind, text))

    for piece in compare_words(old, new):
        if piece.kind == INSERTED and found and found[-1].kind == DELETED:
            gone = found.pop().text
            space = _space(gone) if _space(gone) == _space(piece.text) else ""
            for kind, text in ((SAME, space), (DELETED, gone[len(space) :]), (INSERTED, piece.text[len(space) :])):
                add(kind, text)
        else:
            add(piece.kind, piece.text)
    return tuple(found)


def _space(text: str) -> str:
    """The white space that a text begins with."""
    return text[: len(text) - len(text.lstrip())]
