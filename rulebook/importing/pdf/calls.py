"""The raised marks in a text that call its notes, and which note answers which.

A note belongs to the line that calls it. A raised figure that no note answers is part of the text ("25 m²").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rulebook.importing.file.hyphens import lines_joined
from rulebook.importing.file.paragraphs import Guess
from rulebook.importing.pdf.page.lines import Line, Word, is_call

Place = tuple[int, int]
"""A page, and the number of a line on it."""

_MARKS = re.compile(r"\d+|[*†‡§¶‖]+|[a-z]{1,2}")
_BRACKETED = re.compile(r".*?(?P<call>\[(?P<mark>\d{1,3}|[*†‡])\])(?P<rest>[.,;:)”’]*)")
_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True, eq=False)
class Note:
    """A note: the mark that it begins with, its first line, and its words, to which more may come."""

    mark: str
    line: Line
    text: str
    answers: bool = False

    def longer(self, text: str) -> None:
        """It goes on at the foot of the next column."""
        self.text = lines_joined(self.text, text, {})[0]


@dataclass(slots=True, eq=False)
class Call:
    """A mark in a line, the word that it is or is part of, and the note that answers it."""

    line: Line
    word: Word
    mark: str
    note: Note | None = None

    def answered(self, note: Note) -> None:
        """A note answers it; a mark in brackets is taken off the word that it hangs on."""
        self.note, note.answers = note, True
        match = None if self.word.raised else _BRACKETED.fullmatch(self.word.text)
        if match is not None:
            start, end = match.span("call")
            self.word.text = self.word.text[:start] + self.word.text[end:]


@dataclass(slots=True)
class Calls:
    """All the calls of the text so far, in the order of reading."""

    made: list[Call] = field(default_factory=list)

    def open(self) -> list[Call]:
        """The calls that no note has answered yet."""
        return [one for one in self.made if one.note is None]

    def answer(self, note: Note, page: int) -> None:
        """Finds the call that a note answers: one on a page before any other, or else the last before it, if any."""
        waiting = [one for one in self.made if one.note is None and one.mark == note.mark]
        here = [one for one in waiting if one.line.page == page]
        if waiting:
            (here[0] if here else waiting[-1]).answered(note)

    def called_again(self) -> None:
        """A note that several lines of a page call is the note of each of them."""
        notes = {(one.line.page, one.mark): one.note for one in self.made if one.note}
        for one in self.open():
            if note := notes.get((one.line.page, one.mark)):
                one.answered(note)

    def notes(self) -> dict[Place, tuple[str, ...]]:
        """The notes by the line that calls them."""
        found: dict[Place, list[Note]] = {}
        for one in self.made:
            here = found.setdefault((one.line.page, one.line.number), []) if one.note else []
            if one.note and one.note not in here:
                here.append(one.note)
        return {place: tuple(note.text for note in notes) for place, notes in found.items()}

    def put_back(self, printed: Sequence[str]) -> list[Guess]:
        """Makes words of the text again of the marks that nothing answers, and says so of each."""
        answered = {id(one.word) for one in self.made if one.note}
        found = []
        for one in self.open():
            if id(one.word) in answered or not one.word.raised:
                continue
            one.word.raised, one.word.text = False, one.word.text.translate(_ABOVE)
            if one.word.text.isalpha():  # the ending of "21st"
                continue
            said = f"the raised “{one.word.text}” was kept as part of the words, since no note answers it"
            found.append(Guess("label", said, printed[one.line.page], one.line.number))
        return found


def calls_in(lines: Sequence[Line]) -> list[Call]:
    """The marks that may call notes: raised ones, and figures in square brackets at the end of a word."""
    found = []
    for line in lines:
        for word in line.words:
            if is_call(word):
                found += [Call(line, word, mark) for mark in _MARKS.findall(word.text)]
            elif "[" in word.text and (match := _BRACKETED.fullmatch(word.text)):
                found.append(Call(line, word, match["mark"]))
    return found
