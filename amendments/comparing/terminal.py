"""A comparison for a terminal: what changes, clause by clause, wrapped to its width.

Without colour, words taken out stand as [-old-] and words put in as {+new+}; with it, red and struck through, green and
underlined. A provision that comes or goes whole has + or - in the margin instead. Long stretches that stay are cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

import click

from amendments.comparing.outline import Entry, Row, sections, summary
from rulebook.comparing.comparison import Comparison, Piece

CONTEXT = 30  # words that stay which are shown before a change and after it
CONTEXT_UNMARKED = 14  # and of a part of a provision in which nothing changes

_SLACK = 8  # fewer words than this are not worth an ellipsis
_MARKS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_MARGINS = {"deleted": "- ", "inserted": "+ "}


@dataclass(slots=True)
class _Word:
    """Stretches of text that no line end parts, each with its style, and the white space before them."""

    gap: str
    stretches: list[Piece]

    @property
    def width(self) -> int:
        """Columns that it takes."""
        return sum(_columns(stretch.text) for stretch in self.stretches)


def _columns(text: str) -> int:
    """The columns of a terminal that a text takes: none for an accent that is put on a letter, two for a wide sign."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "WF") for sign in text)


def render(comparison: Comparison, colour: bool, width: int = 80) -> str:
    """The comparison in lines of `width` columns at most, but for longer words; it ends in a line end."""
    lines = [*_wrapped(_plain(summary(comparison), "strong"), width, colour)]
    above: tuple[str, ...] = ()
    for section in sections(comparison):
        fresh = section.headings[1:] if section.headings[:1] == above[:1] else section.headings
        lines.append("")
        for heading in fresh or section.headings:
            lines += _wrapped(_plain(heading, "strong"), width, colour, hang=4)
        above = section.headings
        for entry in section.entries:
            lines += ["", *_entry(entry, width, colour)]
    if comparison.renumbered:
        *most, last = [f"{old} -> {new}" for old, new in comparison.renumbered]
        pairs = [_Word(" ", [Piece("same", pair)]) for pair in (*(f"{pair}," for pair in most), last)]
        lines += ["", *_wrapped([*_plain("Renumbered:", "strong"), *pairs], width, colour, hang=2)]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, width: int, colour: bool) -> Iterator[str]:
    head = [*_plain(entry.reference.replace("→", "->"), "strong"), *_plain(entry.happens, "same")]
    yield from _wrapped(head, width, colour)
    for row in entry.rows:
        yield from _row(row, width, colour)


def _row(row: Row, width: int, colour: bool) -> Iterator[str]:
    whole = row.kind in _MARGINS
    label, body = row.label, row.pieces if whole else tuple(_shortened(row.pieces))
    if whole:
        label, body = _wholly(row.kind, label), _wholly(row.kind, body)
    words = [*_words(label, colour), *_words(body, colour)]
    hang = 1 + sum(_columns(piece.text) for piece in row.label if piece.kind != "deleted" or whole) if row.label else 0
    margin = "  " + _MARGINS.get(row.kind, "  ")
    indent = "    " * row.depth
    room = max(20, width - len(margin) - len(indent))
    for line in _wrapped(words, room, colour, hang if hang <= 8 else 4):
        yield f"{_styled(Piece(f'all {row.kind}', margin), colour) if whole else margin}{indent}{line}".rstrip()


def _wholly(kind: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(f"all {kind}", piece.text) for piece in pieces)


def _plain(text: str, style: str) -> list[_Word]:
    return [_Word(" ", [Piece(style, word)]) for word in text.split()]


def _words(pieces: Iterable[Piece], colour: bool) -> list[_Word]:
    """The pieces as words. White space goes outside the marks, and words put in follow right on those taken out."""
    words: list[_Word] = []
    gap, last = " ", Piece("same", "")
    for piece in pieces:
        text = piece.text
        if piece.kind in _MARKS and not text.strip():  # a paragraph joined or parted, or a space
            text = "¶ " if "\n" in text and piece.kind == "inserted" else "¶" if "\n" in text else "·"
        core = text.strip()
        lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if piece.kind in _MARKS and not colour:
            core = core.join(_MARKS[piece.kind])
            if (last.kind, piece.kind) == ("deleted", "inserted") and last.text.startswith(lead):
                lead = ""
        for part in re.split(r"(\s+)", lead + core + trail):
            if part.isspace():
                gap = "\n\n" if part.count("\n") > 1 else "\n" if "\n" in part else " "
            elif part and (gap or not words):
                words.append(_Word(gap, [Piece(piece.kind, part)]))
                gap = ""
            elif part:
                words[-1].stretches.append(Piece(piece.kind, part))
        last = piece
    return words


def _shortened(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces with all but the words near a change cut out of long stretches that stay."""
    marked = len(pieces) > 1 or any(piece.kind != "same" for piece in pieces)
    for number, piece in enumerate(pieces):
        if piece.kind != "same":
            yield piece
            continue
        before = (CONTEXT if marked else CONTEXT_UNMARKED) if number or not marked else 0
        after = CONTEXT if number < len(pieces) - 1 else 0
        places = [match.span() for match in re.finditer(r"\S+", piece.text)]
        if len(places) <= before + after + _SLACK:
            yield piece
            continue
        head = piece.text[: places[before - 1][1]] + " " if before else ""
        tail = " " + piece.text[places[-after][0] :] if after else ""
        yield Piece("same", f"{head}…{tail}")


def _wrapped(words: list[_Word], width: int, colour: bool, hang: int = 0) -> Iterator[str]:
    """Lines of words; all but the first are set in by `hang` columns."""
    line: list[Piece] = []
    used = 0
    for number, word in enumerate(words):
        if number and ("\n" in word.gap or used + 1 + word.width > width):
            yield _line(line, colour)
            if word.gap == "\n\n":
                yield ""
            line, used = [Piece("same", " " * hang)], hang
        elif number:
            same = line[-1].kind == word.stretches[0].kind
            line.append(Piece(line[-1].kind if same else "same", " "))
            used += 1
        line += word.stretches
        used += word.width
    if line:
        yield _line(line, colour)


def _line(stretches: list[Piece], colour: bool) -> str:
    joined: list[Piece] = []
    for stretch in stretches:
        if joined and joined[-1].kind == stretch.kind:
            joined[-1] = Piece(stretch.kind, joined[-1].text + stretch.text)
        else:
            joined.append(stretch)
    return "".join(_styled(piece, colour) for piece in joined)


def _styled(piece: Piece, colour: bool) -> str:
    if not colour or piece.kind == "same":
        return piece.text
    if piece.kind == "strong":
        return click.style(piece.text, bold=True)
    gone, whole = piece.kind.endswith("deleted"), piece.kind.startswith("all ")
    strike, underline = (gone and not whole) or None, not (gone or whole) or None  # None leaves the code out
    return click.style(piece.text, fg="red" if gone else "green", strikethrough=strike, underline=underline)
