"""The lines of a text or of a printed page put together to paragraphs.

Whether a line goes on with the one before is told by how that one ends and by whether the next word would still have
had room on it. A line that begins with what may be a label stands by itself, and `levels` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from grammar.places import SENTENCE
from rulebook.importing.file.hyphens import counted, joined, lines_joined
from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Guess, Paragraph, squeezed
from rulebook.importing.outline.contents import has_leaders
from rulebook.importing.outline.headings import heading
from rulebook.importing.outline.misprints import is_misprinted
from rulebook.importing.text.indents import evened, labels_hang
from rulebook.importing.text.page.lines import Line
from rulebook.importing.text.tables import table_of
from rulebook.importing.text.widths import Widths
from rulebook.numbering import styles
from rulebook.reading.following import dress

UNBROKEN = 170  # signs; where one line in twenty is longer, a line is a whole paragraph
COLUMN = 5.0  # points that one space of indentation counts for: that of type of ten points
_END = re.compile(r"[.:;!?][”’\"')\]]*$|[.:;]\s+(?:and|or)$")
_NEAR = 60  # signs; a paragraph grows line by line, and is not to be searched each time from its beginning
_MARKED = re.compile(r"(?<![\w’'-])(?P<first>[\w’']+(?:-[\w’']+)*)[\ufffe\x02\u00ad](?P<second>[\w’']+(?:-[\w’']+)*)")
_NEVER_LAST = frozenset("a an and at by for from in of on or the to with".split())  # words that end no title
_RULE = re.compile(r"[-=_*~]{3,}(?: +[-=_*~]{3,})*|[.·…]{10,}")


@dataclass(slots=True)
class _Growing:
    """A paragraph that is being put together, with the last of its lines."""

    words: str
    first: Line
    last: Line
    label: bool
    title: bool
    certain: bool
    notes: tuple[str, ...] = ()
    under: bool = False  # it stands under a heading that has no title yet


class Joining:
    """Lines that are put together, and the guesses that it takes."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lines = evened(lines)
        self.lines = [line for line in lines if line.blank or not _RULE.fullmatch(line.text)]
        self.guesses: list[Guess] = []
        self.counts = counted(_MARKED.sub(" ", line.text) for line in lines)
        self.lines = [self._mended(line) for line in self.lines]
        written = [line for line in self.lines if not line.blank and not has_leaders(line.text)]
        self.labelled = [typed(line.text) is not None for line in self.lines]
        marked = [line.indent for line in written if typed(line.text)]
        self.indented = len({indent // 2 for indent in marked}) > 1
        self.hanging = labels_hang(self.lines)
        self.blanks = self._blanks_part()
        self.whole = sum(len(line.text) > UNBROKEN for line in written) * 20 > len(written)
        classed = [(self._class(place), line.text) for place, line in self._classes()]
        self.widths = Widths(classed, list(self._broken()))
        self.whole = self.whole or not self.widths.alike

    def _mended(self, line: Line) -> Line:
        """The line with the words joined that a viewer had already put on one line, the mark of the break in them."""
        if not any(mark in line.text for mark in "\ufffe\x02\u00ad"):
            return line

        def whole(found: re.Match[str]) -> str:
            word, sure = joined(found["first"], found["second"], self.counts)
            if not sure:
                said = f"“{word}” was put together from “{found['first']}-” and “{found['second']}”"
                self.guesses.append(Guess("hyphen", said, line.page, line.number))
            return word

        return replace(line, text=_MARKED.sub(whole, line.text))

    def _blanks_part(self) -> bool:
        """Whether blank lines stand between paragraphs: not where most lines have one under them."""
        written = sum(not line.blank for line in self.lines)
        blank = sum(line.blank for line in self.lines)
        return 0 < blank < 0.9 * written or written < 4

    def _classes(self) -> list[tuple[int, Line]]:
        return [(place, line) for place, line in enumerate(self.lines) if not line.blank and not has_leaders(line.text)]

    def _broken(self) -> Iterator[tuple[str, str]]:
        """The lines that certainly go on in the next one, each with the word that has come there."""
        for place, (line, under) in enumerate(pairwise(self.lines)):
            if line.blank or under.blank or self.labelled[place + 1] or under.above or _END.search(line.text):
                continue
            if under.text[:1].islower():
                yield line.text, under.text.split(" ", 1)[0]

    def _class(self, place: int) -> str:
        """What the lines of one indentation have in common: the dress and numerals of the label over them."""
        for before in range(place, max(-1, place - 40), -1):
            if self.lines[before].blank:
                continue
            found = typed(self.lines[before].text)
            if found:
                return f"{dress(found[0])} {' '.join(styles(found[0]))}"
            if heading(_as_paragraph(self.lines[before])):
                return "heading"
        return ""

    def paragraphs(self) -> list[Paragraph]:
        found: list[Paragraph] = []
        growing: _Growing | None = None
        blank = True
        rows: list[Line] = []
        for place, line in enumerate(self.lines):
            if line.blank:
                blank = True
                continue
            if line.text.startswith("|") and line.text.count("|") > 1:
                rows.append(line)
                continue
            if rows:
                self._close(growing, found)
                growing = None
                found.append(table_of(rows, found))
                rows = []
            if line.level:
                self._close(growing, found)
                growing = None
                found.append(Paragraph(line.text, level=line.level, bold=True, page=line.page, line=line.number))
            else:
                growing = self._take(place, line, growing, blank, found)
            blank = False
        self._close(growing, found)
        if rows:
            found.append(table_of(rows, found))
        return found

    def _take(self, place: int, line: Line, growing: _Growing | None, blank: bool, found: list[Paragraph]) -> _Growing:
        label = self.labelled[place]
        title = heading(_as_paragraph(line)) is not None or is_misprinted(line.text)
        unfinished = growing is not None and not (growing.title or self.whole or _END.search(growing.words[-_NEAR:]))
        if label and unfinished and not blank and self._is_last_word(growing, line, place):
            label = False
        blank = blank and self.blanks
        apart = growing is not None and (has_leaders(line.text) or has_leaders(growing.words))
        if (
            growing is not None
            and not (apart or label or (title and self._may_head(growing, line, place)))
            and self._goes_on(growing, line, blank, unfinished, place)
        ):
            self._join(growing, line)
            return growing
        certain = growing is None or blank or title or not unfinished or growing.title
        certain = certain or growing is None or self._has_room(growing, line, place)
        if label and growing is not None and growing.title and not blank:
            certain = True
        found_label = typed(line.text) if label and unfinished and not blank else None
        if found_label and found_label[1][:1].islower():  # “... see clause | 2.1 above for ...”
            certain = False
        self._close(growing, found)
        under = growing is not None and growing.title and not label and not _says_title(growing)
        return _Growing(line.text, line, line, label, title, certain, line.notes, under)

    def _is_last_word(self, growing: _Growing | None, line: Line, place: int) -> bool:
        """Whether what may be a label alone is the end of a sentence that had no room left (“… or part of | 20.”)."""
        found = typed(line.text)
        return growing is not None and bool(found and not found[1]) and self._full(growing, line, place)

    def _goes_on(self, growing: _Growing, line: Line, blank: bool, unfinished: bool, place: int) -> bool:
        """Whether a line without a label is the rest of the sentence before it."""
        small = (line.text[:1].islower() and not line.text[1:2].isdigit()) or line.text[:1] in ",;)"
        label = typed(growing.words)
        if label and not label[1]:
            return True
        if not unfinished and (line.text[:1] == "§" or _parts(line, growing)):
            return False
        if growing.title:
            said = heading(_as_paragraph(growing.first))
            mid_phrase = growing.words.rsplit(None, 1)[-1] in _NEVER_LAST and not line.text.endswith((".", ";", ":"))
            cut = not _END.search(growing.words[-_NEAR:]) and self._full(growing, line, place, 0.3)
            cut = cut and bool(said and SENTENCE.search(said.title))
            return bool(said and said.title and (small or mid_phrase or cut) and not blank)
        if self.indented and not self._beside(growing, line):
            return unfinished and small
        tight = growing.words.endswith(";") and not small  # after which a sentence hardly ever begins
        full = not self.whole and self._full(growing, line, place, -self.widths.slack if tight else 0.0)
        if unfinished:
            if blank and not small and line.above != "break":
                return False
            short = 0.45 if growing.label else 0.2  # of the room; only the lines of a title end early
            return small or full or (not self.whole and self._full(growing, line, place, short))
        if blank and line.above != "break":
            return False
        if label and _is_fragment(label[1]) and growing.words.endswith(".") and not small:
            return False
        if full and not small:
            self.guesses.append(
                Guess(
                    "line", f"“{_short(line.text)}” was read as going on with the line before", line.page, line.number
                )
            )
        return full or small

    def _may_head(self, growing: _Growing, line: Line, place: int) -> bool:
        """Whether what reads like a heading can be one here: not in the middle of a sentence on a full line."""
        titling = growing.title or (growing.under and growing.last is growing.first)
        finished = bool(_END.search(growing.words[-_NEAR:])) or titling
        return finished or not self._full(growing, line, place, 0.3 if growing.label else -self.widths.slack)

    def _has_room(self, growing: _Growing, line: Line, place: int) -> bool:
        """Whether the first word of a line would still have had room on the one before."""
        return self.whole or not self._full(growing, line, place)

    def _full(self, growing: _Growing, line: Line, place: int, slack: float = 0.0) -> bool:
        return self.widths.is_full(self._class(place), growing.last.text, line.text, slack)

    def _beside(self, growing: _Growing, line: Line) -> bool:
        """Whether a line stands where a further line of a paragraph may: under its first, or under its words."""
        if growing.last is not growing.first:
            return abs(line.indent - growing.last.indent) <= 1 or line.page != growing.last.page
        found = typed(growing.first.text)
        inner = growing.first.indent + (len(growing.first.text) - len(found[1]) if found else 0)
        return growing.first.indent - 1 <= line.indent <= inner + 3 or line.page != growing.first.page

    def _join(self, growing: _Growing, line: Line) -> None:
        growing.words, guess = lines_joined(growing.words, line.text, self.counts, line.page, line.number)
        if guess is not None:
            self.guesses.append(guess)
        growing.last = line
        growing.notes += line.notes

    def _close(self, growing: _Growing | None, found: list[Paragraph]) -> None:
        if growing is None:
            return
        line = growing.first
        words = squeezed(re.sub("[\ufffe\x02]", "-", growing.words))
        indent = inner = line.indent * COLUMN if self.indented else None
        label = typed(growing.first.text)
        if label and inner is not None:
            further = growing.last.indent * COLUMN if growing.last is not line else None
            gap = line.inner - line.indent > len(line.text) - len(label[1])
            hung = line.inner * COLUMN if gap or self.hanging else inner
            inner = further if further is not None else hung
        page, number, notes = line.page, line.number, growing.notes
        found.append(
            Paragraph(words, indent=indent, inner=inner, page=page, line=number, opens=growing.certain, notes=notes)
        )


def _says_title(growing: _Growing) -> bool:
    said = heading(_as_paragraph(growing.first))
    return bool(said and said.title)


def _parts(line: Line, growing: _Growing) -> bool:
    """Whether a line in capitals parts what comes after it from the sentence before it."""
    return line.text.isupper() and len(line.text.split()) > 1 and not growing.words.isupper()


def _is_fragment(words: str) -> bool:
    """Whether words go on from those that introduce their list: such an item hardly ever has a second sentence."""
    return words.lstrip("“‘\"'(")[:1].islower()


def _as_paragraph(line: Line) -> Paragraph:
    return Paragraph(line.text)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
