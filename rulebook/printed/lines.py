"""Provisions as the lines that a page shows: headings, labelled paragraphs, notes and tables.

Every word of a provision stands in exactly one line, in order. A line is text and never markup: each format makes it
safe in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby, pairwise

from rulebook.numbering import BULLETS
from rulebook.provision import KINDS, Path, Provision, Rulebook, Scheme, shown_label


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are all new, or all as they were."""

    text: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is printed.

    `depth` is the number of steps by which its words are indented; a `label` hangs in the step before them. `kind` is
    "text", "subheading" (a provision's own heading), "heading", "note" (ours, not the rules') or "table", which has
    `rows`, the first of them the head, and where some of its words are new `cells`, which are the rows in runs.
    `level` is a heading's, from 1. `quoted` words come from a block quote. `path` leads to the provision that is
    shown, where it is one of a rulebook.
    """

    runs: tuple[Run, ...] = ()
    label: str = ""
    depth: int = 0
    kind: str = "text"
    level: int = 0
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    path: Path = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The words, whether new or not."""
        return "".join(run.text for run in self.runs)


def plain(text: str) -> tuple[Run, ...]:
    """Words that are not marked; none for the empty string."""
    return (Run(text),) if text else ()


_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, which XML and PDF do not allow and nobody sees."""
    return _UNPRINTABLE.sub("", text)


Words = Callable[[Path, str], tuple[Run, ...]]  # the words of a provision's "heading", "text" or "tail"


def unmarked(rulebook: Rulebook) -> Words:
    """The words of a book with nothing marked as new."""

    def words(path: Path, part: str) -> tuple[Run, ...]:
        return plain(printable(rulebook.part(path, part)))

    return words


def headed(rulebook: Rulebook) -> int:
    """How many levels of the book, from the top, are headings: two where there are chapters and clauses."""
    return _heading_levels(rulebook.scheme)[0]


@lru_cache(maxsize=64)
def _heading_levels(scheme: Scheme) -> tuple[int, frozenset[str]]:
    """How many levels are headings, and the kinds that never are."""
    levels = scheme.levels
    count = next((depth for depth, level in enumerate(levels) if not level.word), len(levels))
    numbered = {scheme.kind(depth) for depth in range(count, len(levels) + len(KINDS))}
    return count, frozenset(numbered - {level.kind for level in levels[:count]})


def is_heading(scheme: Scheme, provision: Provision, depth: int) -> bool:
    """Whether a provision that many levels down is a heading, and not a number in a list."""
    count, numbered = _heading_levels(scheme)
    bare = bool(provision.heading) and not provision.label
    return bare or (depth < count and provision.kind not in numbered)


def headings_to(rulebook: Rulebook, path: Path) -> int:
    """How many of the provisions down to a path are headings; all of them, where its own is one.

    A chapter or an appendix may have sub-clauses without a clause above them.
    """
    for depth in range(len(path)):
        if not is_heading(rulebook.scheme, rulebook.at(path[: depth + 1]), depth):
            return depth
    return len(path)


def indentation(rulebook: Rulebook, path: Path) -> int:
    """By how many steps the words of a provision are indented."""
    return len(path) - headings_to(rulebook, path)


def kind_word(rulebook: Rulebook, path: Path) -> str:
    """What a provision is called: "Chapter", "Sub-clause"; as the scheme writes it, where it has a word."""
    provision, depth, levels = rulebook.at(path), len(path) - 1, rulebook.scheme.levels
    if depth < len(levels) and levels[depth].word and levels[depth].kind == provision.kind:
        return levels[depth].word
    return re.sub(r"^sub(?=[a-z])", "sub-", provision.kind).capitalize()


def heading_label(rulebook: Rulebook, path: Path) -> str:
    """What stands before a heading's title: "Clause IV"; nothing, where it has no number."""
    if not rulebook.at(path).label and rulebook.at(path).heading:
        return ""
    return f"{kind_word(rulebook, path)} {rulebook.at(path).label}".strip()


def printed_label(provision: Provision) -> str:
    """The label as it is set before the words: "5.", "(b)", "•"."""
    return "•" if provision.label in BULLETS else shown_label(provision) if provision.label else ""


def paragraphs(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """Words parted at the blank lines between their paragraphs."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n\n")
        found[-1].append(replace(run, text=first))
        found += [[replace(run, text=text)] for text in more]
    kept = [tuple(run for run in paragraph if run.text) for paragraph in found]
    return [paragraph for paragraph in kept if paragraph]


def flush(runs: Iterable[Run], depth: int) -> Iterator[Line]:
    """Paragraphs without a label, and tables, all at one depth."""
    for paragraph in paragraphs(runs):
        words = "".join(run.text for run in paragraph)
        if words.startswith("|"):
            marked = any(run.new for run in paragraph)
            runs, cells = (paragraph, table_cells(paragraph)) if marked else (plain(words), ())
            yield Line(runs, depth=depth, kind="table", rows=table_rows(words), cells=cells)
        else:
            yield Line(paragraph, depth=depth)


def own_lines(rulebook: Rulebook, path: Path, words: Words, first_level: int = 1) -> Iterator[Line]:
    """The label, heading and text of one provision and its notes, without children and tail."""
    for line in _own_lines(rulebook, path, words, first_level):
        yield replace(line, path=path)


def _own_lines(rulebook: Rulebook, path: Path, words: Words, first_level: int) -> Iterator[Line]:
    provision, depth = rulebook.at(path), indentation(rulebook, path)
    heading, body = words(path, "heading"), list(flush(words(path, "text"), depth))
    if provision.kind == "preamble":
        pass
    elif depth == 0:
        level = first_level + len(path) - 1
        yield Line(heading, heading_label(rulebook, path), kind="heading", level=level)
    elif heading or not body or body[0].kind == "table":
        yield Line(heading, printed_label(provision), depth, kind="subheading")
    else:
        yield replace(body.pop(0), label=printed_label(provision))
    yield from body
    for note in provision.notes:
        yield Line(plain(f"Note: {printable(note)}"), depth=depth, kind="note")


def provision_lines(rulebook: Rulebook, path: Path, words: Words, first_level: int = 1) -> Iterator[Line]:
    """A provision and all that is under it, its tail last."""
    yield from own_lines(rulebook, path, words, first_level)
    for place in range(len(rulebook.at(path).children)):
        yield from provision_lines(rulebook, (*path, place), words, first_level)
    for line in flush(words(path, "tail"), indentation(rulebook, path)):
        yield replace(line, path=path)


def table_rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a pipe table, all rows of one length; the line of dashes is left out."""
    return tuple(tuple("".join(run.text for run in cell) for cell in row) for row in table_cells(plain(table)))


def table_cells(runs: Iterable[Run]) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """The same of a table in runs: which of the words in each cell are new."""
    letters = [(letter, run.new) for run in runs for letter in run.text]
    table = "".join(letter for letter, _ in letters)
    rows: list[list[tuple[Run, ...]]] = []
    start = 0
    for row in table.split("\n"):
        bars = [start + bar.start() for bar in re.finditer(r"(?<!\\)\|", row)]
        ends = bars if row.rstrip().endswith("|") else [*bars, start + len(row)]
        cells = [letters[before + 1 : end] for before, end in pairwise(ends)]
        start += len(row) + 1
        if not all(re.fullmatch(r"\s*:?-+:?\s*", "".join(letter for letter, _ in cell)) for cell in cells):
            rows.append([_cell(cell) for cell in cells])
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [()] * (width - len(row))) for row in rows)


def _cell(letters: list[tuple[str, bool]]) -> tuple[Run, ...]:
    words = "".join(letter for letter, _ in letters)
    first, last = len(words) - len(words.lstrip()), len(words.rstrip())
    said = [one for place, one in enumerate(letters[first:last], first) if words[place : place + 2] != "\\|"]
    return tuple(Run("".join(letter for letter, _ in run), new) for new, run in groupby(said, key=lambda one: one[1]))


def grouped(lines: Iterable[Line]) -> list[tuple[bool, list[Line]]]:
    """Lines in groups of neighbours that are quoted, True, or not."""
    return [(quoted, list(group)) for quoted, group in groupby(lines, key=lambda line: line.quoted)]


def words_in(lines: Iterable[Line]) -> int:
    """How many words there are, as a word processor counts: what stands between spaces and has a letter or a figure.

    Labels are not counted.
    """
    texts = (" ".join(" ".join(row) for row in line.rows) if line.rows else line.text for line in lines)
    return sum(1 for text in texts for word in text.split() if any(character.isalnum() for character in word))
