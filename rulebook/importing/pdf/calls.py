"""The raised marks in a text that call its notes, and which note answers which.

A note belongs to the line that calls it. A raised figure that no note answers is part of the text ("25 m²").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rulebook.importing.hyphens import lines_joined
from rulebook.importing.paragraphs import Guess
from rulebook.importing.pdf.lines import Line, Word, is_call

Place = tuple[int, int]
"""A page, and the number of a line on it."""

_MARKS = re.compile(r"\d+|[*†‡§¶‖]+|[a-z]{1,2}")
_BRACKETED = re.compile(r".*?(?P<call>\[(?P<mark>\d{1,3}|[*†‡])\])(?P<rest>[.,;:)”’]*)")
_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True, eq=False)
class Call:
    """A mark in a line, and the raised word that it is, or is part of; `note` is the text that answers it."""

    line: Line
    word: Word
    mark: str
    note: str = ""

    def cut(self) -> None:
        """Takes a mark in brackets off the word that it hangs on."""
        match = None if self.word.raised else _BRACKETED.fullmatch(self.word.text)
        if match is None:
            return
        start, end = match.span("call")
        self.word.text = self.word.text[:start] + self.word.text[end:]


@dataclass(slots=True)
class Calls:
    """All the calls of the text so far, in the order of reading, and the notes by the line that calls them."""

    made: list[Call] = field(default_factory=list)
    notes: dict[Place, tuple[str, ...]] = field(default_factory=dict)

    def read(self, lines: Sequence[Line]) -> None:
        """Takes in the calls of further lines."""
        self.made += calls_in(lines)

    def open(self) -> list[Call]:
        """The calls that no note has answered yet."""
        return [one for one in self.made if not one.note]

    def answered(self, mark: str, text: str, page: int) -> Call | None:
        """The call that a note at the foot of a page answers, which is then answered: one on the page before any other.
        None where nothing calls it.
        """
        waiting = [one for one in self.made if not one.note and one.mark == mark]
        here = [one for one in waiting if one.line.page == page]
        call = here[0] if here else waiting[-1] if waiting else None
        if call is not None:
            call.note = text
            call.cut()
            self._give(call)
        return call

    def longer(self, call: Call, text: str) -> None:
        """The note of a call goes on: at the foot of the next column."""
        whole = lines_joined(call.note, text, {})[0]
        place = (call.line.page, call.line.number)
        self.notes[place] = tuple(whole if one == call.note else one for one in self.notes[place])
        call.note = whole

    def called_again(self) -> None:
        """A note that several lines of a page call is the note of each of them."""
        notes = {(one.line.page, one.mark): one.note for one in self.made if one.note}
        for one in self.open():
            if note := notes.get((one.line.page, one.mark)):
                one.note = note
                one.cut()
                if note not in self.notes.get((one.line.page, one.line.number), ()):
                    self._give(one)

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

    def _give(self, call: Call) -> None:
        place = (call.line.page, call.line.number)
        self.notes[place] = (*self.notes.get(place, ()), call.note)


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
