"""From the words of an amendment to its instructions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, product

from amendments.reading.assembling import MOST_READINGS, Assembly, Judge
from amendments.reading.edits import Instruction
from amendments.reading.tokens import Stream, read_tokens
from amendments.reading.unreadable import fault
from rulebook.diagnostics import Diagnostic, errors
from rulebook.source import Source, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text: its instructions in order, and the findings about the text as a whole.

    `comments` are the places of what is no instruction: headings, page numbers, marks. `edition` is the year of the
    rulebook, where the text names it.
    """

    instructions: tuple[Instruction, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    comments: tuple[Span, ...] = ()
    edition: str = ""

    @property
    def findings(self) -> list[Diagnostic]:
        """All findings, those of the instructions included."""
        return [*self.diagnostics, *(d for instruction in self.instructions for d in instruction.diagnostics)]


def read_amendment(source: Source, span: Span, judge: Judge | None = None) -> Reading:
    """The instructions in a part of a source.

    `judge`, where it is given, decides between readings. Quotations whose end is not certain are tried with each of
    their ends, until one reading is left that can be carried out.
    """
    text = source.text[span[0] : span[1]]
    stream = read_tokens(text)
    first = _assembled(source, text, span[0], stream, judge)
    if not stream.choices:
        return first
    sound = [first] if _works(first, judge) else []
    for chosen in islice(product(*(range(count) for _, count in stream.choices)), 1, MOST_READINGS):
        picked = {place: other for (place, _), other in zip(stream.choices, chosen, strict=True)}
        reading = _assembled(source, text, span[0], read_tokens(text, picked), judge)
        if _works(reading, judge) and reading.instructions not in [one.instructions for one in sound]:
            sound.append(reading)
    if len(sound) < 2:
        return sound[0] if sound else first
    place = stream.choices[0][0] + span[0]
    uncertain = fault(
        "quotation-end-uncertain",
        "it is not certain where this quotation ends",
        source,
        (place, place + 1),
        "put “ and ” round it",
    )
    return replace(first, diagnostics=(*first.diagnostics, uncertain))


def _works(reading: Reading, judge: Judge | None) -> bool:
    if errors(reading.findings):
        return False
    return judge is None or all(
        judge(instruction.edits) is not None for instruction in reading.instructions if instruction.edits
    )


def _assembled(source: Source, text: str, offset: int, stream: Stream, judge: Judge | None) -> Reading:
    assembly = Assembly(source, text, offset, judge)
    for sentence in stream.sentences:
        assembly.take(sentence)
    assembly.finish(stream.sentences)
    unclosed = tuple(
        fault(
            "quotation-unclosed",
            "this quotation mark is never closed",
            source,
            assembly.at(span),
            "close the quotation where the words end",
        )
        for span in stream.unclosed
    )
    comments = tuple(assembly.at(span) for span in stream.comments)
    return Reading(tuple(assembly.done), unclosed, comments, stream.edition)
