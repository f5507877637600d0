"""From the words of an amendment to its instructions."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import islice, product
from typing import Any, TypeVar

from amendments.reading.assembling import MOST_READINGS, Assembly
from amendments.reading.choosing import Judge
from amendments.reading.edits import Fault, Instruction
from amendments.reading.sentences.sentence import Sentences
from amendments.reading.sentences.sentences import sentences_of
from amendments.reading.unreadable import shortened, vague
from rulebook.diagnostics import Diagnostic, Severity, Suggestion
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
    text, places = folded(source.text[span[0] : span[1]])
    taken = sentences_of(text)
    first = _assembled(text, taken, judge)
    faults: tuple[Fault, ...] = ()
    chosen = first
    if taken.choices:
        sound = [first] if _works(first, judge) else []
        for picked in islice(product(*(range(count) for _, count in taken.choices)), 1, MOST_READINGS):
            other = {place: end for (place, _), end in zip(taken.choices, picked, strict=True)}
            reading = _assembled(text, sentences_of(text, other), judge)
            if _works(reading, judge) and reading.instructions not in [one.instructions for one in sound]:
                sound.append(reading)
        if len(sound) == 1:
            chosen = sound[0]
        elif sound:
            place = taken.choices[0][0]
            message = "it is not certain where this quotation ends"
            faults = (Fault("quotation-end-uncertain", message, (place, place + 1), "put “ and ” round it"),)
    return _at_the_edge(chosen, faults, source, span[0], places)


@dataclass(frozen=True, slots=True)
class _Assembled:
    instructions: tuple[Instruction, ...]
    faults: tuple[Fault, ...]
    comments: tuple[Span, ...]
    edition: str


def _works(reading: _Assembled, judge: Judge | None) -> bool:
    faults = [*reading.faults, *(fault for one in reading.instructions for fault in one.faults)]
    if any(fault.stops for fault in faults):
        return False
    return judge is None or all(judge(one.edits) is not None for one in reading.instructions if one.edits)


def _assembled(text: str, taken: Sentences, judge: Judge | None) -> _Assembled:
    assembly = Assembly(text, judge)
    for sentence in taken.sentences:
        assembly.take(sentence)
    assembly.finish()
    faults = [
        Fault(
            "quotation-unclosed", "this quotation mark is never closed", span, "close the quotation where the words end"
        )
        for span in taken.unclosed
    ]
    for start, end in taken.long_texts:
        words = " ".join(text[start:end].split())
        faults.append(
            Fault(
                "new-text-end-uncertain",
                f"do the new words begin at “{words[:30].rstrip()}” and end with “{words[-30:].lstrip()}”?",
                (start, end),
                "put > before each line of the new words, or quotation marks round them",
            )
        )
    for span in taken.passed_over:
        words = " ".join(text[slice(*span)].split())
        faults.append(
            Fault(
                "instruction-set-aside", f"“{words[:50]}” is set aside, and looks like an instruction", span,
                "if it is one, give it a line of its own, with no word before it; if not, put it under ## Reasons",
            )
        )  # fmt: skip
    faults += [
        _remark(text, span, beside=any(one.edits or one.faults for one in assembly.done)) for span in taken.remarks
    ]
    for span in taken.titles:
        words = " ".join(text[slice(*span)].split())
        faults.append(
            Fault(
                "title-set-aside", f"“{words}” is read as a title; nothing is done for it", span,
                "if it is an instruction, say what is to be deleted, inserted or replaced", Severity.WARNING,
            )
        )  # fmt: skip
    return _Assembled(tuple(assembly.done), tuple(faults), tuple(taken.comments), taken.edition)


def _remark(text: str, span: Span, *, beside: bool) -> Fault:
    """What to say of words that are set aside: a warning `beside` instructions, and a question where there are none."""
    if beside:
        short = shortened(text, span)
        return Fault(
            "remark-set-aside", f"“{short}” is read as a remark; nothing is done for it", span,
            "if it is to change something, write it as an instruction: delete, insert or replace", Severity.WARNING,
        )  # fmt: skip
    return vague(text, span)


# -------------------------------------------- at the edge: faults become findings, places those of the file


def _at_the_edge(
    read: _Assembled, more: tuple[Fault, ...], source: Source, offset: int, places: list[int] | None
) -> Reading:
    def moved(span: Span) -> Span:
        start, end = (places[span[0]], places[span[1]]) if places is not None else span
        return start + offset, end + offset

    def finding(fault: Fault) -> Diagnostic:
        suggestions = (Suggestion(f"write “{fault.instead}”", fault.instead, safe=True),) if fault.instead else ()
        return Diagnostic(fault.code, fault.message, fault.help, fault.severity, source, fault.span, suggestions)

    instructions = []
    for instruction in read.instructions:
        there = _shifted(instruction, moved) if offset or places is not None else instruction
        instructions.append(replace(there, diagnostics=tuple(map(finding, there.faults))))
    faults = [replace(fault, span=moved(fault.span)) for fault in (*read.faults, *more)]
    comments = tuple(map(moved, read.comments))
    return Reading(tuple(instructions), tuple(map(finding, faults)), comments, read.edition)


_Value = TypeVar("_Value")


def _shifted(value: _Value, moved: Any) -> _Value:
    """A value with every span in it moved."""
    if isinstance(value, tuple):
        return tuple(_shifted(one, moved) for one in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for one in fields(value):
        there = getattr(value, one.name)
        if one.name == "span":
            if there is not None and there != (0, 0):
                changed["span"] = moved(there)
        elif isinstance(there, tuple) or is_dataclass(there):
            shifted = _shifted(there, moved)
            if shifted is not there:
                changed[one.name] = shifted
    return replace(value, **changed) if changed else value


# ------------------------------------------------------------------ marks that are the same to a reader

_ALIKE = str.maketrans("\u2010\u2011«»\u00a0\u202f", "--“”  ")
_SUB = re.compile(r"\bsub[–—](?=[a-z])", re.IGNORECASE)
_INVISIBLE = re.compile("[\ufeff\u200b-\u200d\u2060\u00ad]")
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_ANGLED = re.compile(r"<(?![!/])([^<>\n]{1,200})>")


def folded(text: str) -> tuple[str, list[int] | None]:
    """A text with marks that look alike made the same, and where each character stood, if any has gone.

    Hyphens that do not break, as Word has them, are hyphens; invisible marks go; letters with their accents apart are
    put together; words in angle brackets are words in quotation marks.
    """
    text = _SUB.sub(lambda match: match[0][:-1] + "-", text.translate(_ALIKE))
    text = _ANGLED.sub(lambda match: f"“{match[1]}”", text)
    if not _INVISIBLE.search(text) and not _DECOMPOSED.search(text):
        return text, None
    import unicodedata

    kept: list[int] = []
    made: list[str] = []
    place = 0
    while place < len(text):
        accented = _DECOMPOSED.match(text, place)
        if accented:
            composed = unicodedata.normalize("NFC", accented[0])
            made.append(composed)
            kept += [place] * len(composed)
            place = accented.end()
            continue
        if not _INVISIBLE.match(text, place):
            made.append(text[place])
            kept.append(place)
        place += 1
    return "".join(made), [*kept, len(text)]
