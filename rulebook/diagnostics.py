"""Findings: what is wrong, where, and what to write instead. They are values, not exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.source import Source, Span


class Severity(StrEnum):
    """How bad a finding is. Only an error stops an amendment from being applied."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that would settle a finding: `replacement` is to be pasted in place of what the finding points at.

    Where it is `added`, it is an instruction of its own, and goes after that. It is `safe` where nobody could have
    meant anything else, so that it may be written without being asked.
    """

    message: str
    replacement: str
    added: bool = False
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What one check has found, without the check's name and severity.

    `severity` is set where it is not the check's own: an uncertain fact makes advice of an error.
    """

    message: str
    help: str = ""
    span: Span | None = None
    suggestions: tuple[Suggestion, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is the fault's name, as `redraft explain` knows it; `span` is a place in `source`."""

    code: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    source: Source | None = field(default=None, compare=False, repr=False)
    span: Span | None = None
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def place(self) -> tuple[int, int, int, int] | None:
        """Line, column, end line and end column, from 1; the end column is one past the last character."""
        if self.source is None or self.span is None:
            return None
        return (*self.source.position(self.span[0]), *self.source.position(self.span[1]))


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that stop an amendment."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and place, those without a place last; repeats left out."""
    unique = dict.fromkeys(diagnostics)
    return sorted(
        unique,
        key=lambda d: (d.source.name if d.source else "", d.span is None, d.span or (0, 0), d.code, d.message),
    )


WIDTH = 80  # columns


def with_carets(diagnostic: Diagnostic) -> str:
    """A finding for a terminal: place, message, the user's own line with carets under it, and the help.

    It is wrapped at 80 columns, but for words to be pasted, which stay on a line.
    """
    severity = {"error": "", "warning": "warning: ", "advice": "advice: "}[diagnostic.severity]
    place = diagnostic.place
    name = diagnostic.source.name if diagnostic.source else ""
    head = f"{name}:{place[0]}:{place[1]}: " if place and name else (f"{name}: " if name else "")
    lines = wrapped(f"{head}{severity}{diagnostic.message} [{diagnostic.code}]", "", "  ")
    if place and diagnostic.source and diagnostic.span and diagnostic.source.line(place[0]).strip():
        lines += _excerpt(diagnostic.source, place)
    for number, line in enumerate(diagnostic.help.splitlines()):
        hanging = " " * 10 + ("   " if line[:1].isdigit() else "")  # a list of readings is numbered
        lines += wrapped(line, " " * 10 if number else "    help: ", hanging)
    lines += [f"    write: {suggestion.replacement}" for suggestion in diagnostic.suggestions]
    return "\n".join(lines)


def wrapped(words: str, first: str = "", rest: str = "") -> list[str]:
    """Words in lines of at most 80 columns, the first line and the others with what they begin with."""
    import textwrap

    return textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


SHOWN = 72  # characters of the user's line, so that the carets fit the columns


def _excerpt(source: Source, place: tuple[int, int, int, int]) -> list[str]:
    line, column, end_line, end_column = place
    text = source.line(line).replace("\t", " ")
    last = end_column - 1 if end_line == line else len(text)
    start = column - 1
    cut = max(0, min(start - 20, len(text) - SHOWN)) if start + 20 > SHOWN or last > SHOWN else 0
    shown = text[cut : cut + SHOWN]
    carets = max(1, min(last, cut + len(shown)) - start)
    lead = "…" if cut else " "
    more = "…" if cut + SHOWN < len(text) else ""
    return [f"   {lead}{shown}{more}", "    " + " " * (start - cut) + "^" * carets]
