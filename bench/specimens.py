"""The specimen rulebooks that documents are made of, and each of them as the lines that a printed page shows.

The words are our own: the bundled model rules, and three books written by hand that hold whatever a rulebook can hold
(tables, footnotes, appendices, words after a list, numbers put in, gaps, sentences that begin like a heading).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rulebook.editions import open_rulebook
from rulebook.numbering import BULLETS
from rulebook.provision import Provision, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

FOLDER = Path(__file__).with_name("rulebooks")
CALL = re.compile(r"\[\^(\w+)\]")
"""Where a text calls a footnote. A document shows a raised figure there, and the tree keeps the note apart."""


@dataclass(frozen=True)
class Line:
    """A paragraph of the printed page.

    `what` is "heading", "provision", "words" or "table". `depth` counts from 0 for the outermost numbered level, and is
    the level from 1 of a heading; words and tables have that of the provision which they belong to (-1 under a
    heading). `label` is as printed. `tail` says that the words come after the provision's list. `place` is the path.
    """

    what: str
    depth: int
    label: str = ""
    text: str = ""
    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    tail: bool = False
    place: tuple[int, ...] = ()

    @property
    def spans(self) -> list[str | int]:
        """The text in pieces, with the number of the footnote (from 0, in this paragraph) where one is called."""
        pieces: list[str | int] = []
        called = 0
        for place, piece in enumerate(CALL.split(self.text)):
            if place % 2 == 0:
                pieces.append(piece)
            else:
                pieces.append(called)
                called += 1
        return [piece for piece in pieces if piece != ""]


@dataclass(frozen=True)
class Specimen:
    """A rulebook under a short name."""

    name: str
    rulebook: Rulebook

    @cached_property
    def lines(self) -> list[Line]:
        return list(_lines(self.rulebook, self.rulebook.chapters, (), -1))

    @property
    def headed(self) -> int:
        """How many levels from the top are headings."""
        return sum(1 for level in self.rulebook.scheme.levels if level.word)

    @property
    def truth(self) -> Rulebook:
        """The tree that an import must come to: the calls of footnotes are no words of the text."""
        return replace(self.rulebook, chapters=_uncalled(self.rulebook.chapters))


def specimens() -> dict[str, Specimen]:
    """All there are, by name."""
    found = {"model": Specimen("model", open_rulebook("2026")[0])}
    for path in sorted(FOLDER.glob("*.md")):
        found[path.stem] = Specimen(path.stem, read_rulebook(Source(path.name, path.read_text(encoding="utf-8")))[0])
    return found


def specimen_of(path: Path) -> Specimen:
    """A rulebook from a file, for documents that are made of it and of nothing else."""
    return Specimen(path.stem, read_rulebook(Source(path.name, path.read_text(encoding="utf-8")))[0])


def _uncalled(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
    return tuple(
        replace(one, text=CALL.sub("", one.text), tail=CALL.sub("", one.tail), children=_uncalled(one.children))
        for one in siblings
    )


def printed(label: str) -> str:
    """A label as it is printed: "5.", "(b)", "3.4.2", and "•" for a bullet."""
    if label in BULLETS:
        return "•"
    return label if label.endswith((")", ".")) or "." in label else f"{label}."


def rows_of(table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a pipe table, without its line of dashes."""
    rows = []
    for line in table.split("\n"):
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        if any(cell.strip(":- ") for cell in cells) or not cells:
            rows.append(tuple(cells))
    return tuple(rows)


def _lines(rulebook: Rulebook, siblings: tuple[Provision, ...], path: tuple[int, ...], depth: int) -> Iterator[Line]:
    levels = rulebook.scheme.levels
    words = [level.word for level in levels if level.word]
    for number, one in enumerate(siblings):
        place = (*path, number)
        notes = one.notes
        kept = [part for part in one.text.split("\n\n") if part]
        if depth == -1 and (one.kind == "appendix" or one.kind in {word.lower() for word in words}):
            word = one.kind.capitalize() if one.kind == "appendix" else words[len(path)]
            yield Line("heading", len(path) + 1, f"{word} {one.label}".strip(), title=one.heading, place=place)
            here = -1
        else:
            here = max(depth, -1) + 1
            first = kept.pop(0) if kept and not kept[0].startswith("|") else ""
            called = len(CALL.findall(first))
            yield Line("provision", here, printed(one.label), first, notes=notes[:called], place=place)
            notes = notes[called:]
        for text in kept:
            called = len(CALL.findall(text))
            yield _words(text, here, notes[:called], False, place)
            notes = notes[called:]
        yield from _lines(rulebook, one.children, place, here)
        for text in [part for part in one.tail.split("\n\n") if part]:
            called = len(CALL.findall(text))
            yield _words(text, here, notes[:called], True, place)
            notes = notes[called:]


def _words(text: str, depth: int, notes: tuple[str, ...], tail: bool, place: tuple[int, ...]) -> Line:
    if text.startswith("|"):
        return Line("table", depth, rows=rows_of(text), notes=notes, tail=tail, place=place)
    return Line("words", depth, text=text, notes=notes, tail=tail, place=place)
