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
    """Words that would settle a finding: `replacement` is to be pasted in place of what the finding points at."""

    message: str
    replacement: str


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


def with_carets(diagnostic: Diagnostic) -> str:
    """A finding for a terminal: place, message, the user's own line with carets under it, and the help."""
    severity = {"error": "", "warning": "warning: ", "advice": "advice: "}[diagnostic.severity]
    place = diagnostic.place
    name = diagnostic.source.name if diagnostic.source else ""
    head = f"{name}:{place[0]}:{place[1]}: " if place and name else (f"{name}: " if name else "")
    lines = [f"{head}{severity}{diagnostic.message} [{diagnostic.code}]"]
    if place and diagnostic.source and diagnostic.span and diagnostic.source.text.strip():
        lines += _excerpt(diagnostic.source, place)
    lines += [f"    help: {line}" if i == 0 else f"          {line}" for i, line in enumerate(diagnostic.help.splitlines())]
    lines += [f"    write: {suggestion.replacement}" for suggestion in diagnostic.suggestions]
    return "\n".join(lines)


WIDTH = 72  # characters of the user's line that are shown, so that the carets fit 80 columns


def _excerpt(source: Source, place: tuple[int, int, int, int]) -> list[str]:
    line, column, end_line, end_column = place
    text = source.line(line).replace("\t", " ")
    last = end_column - 1 if end_line == line else len(text)
    start = column - 1
    cut = max(0, min(start - 20, len(text) - WIDTH)) if start + 20 > WIDTH or last > WIDTH else 0
    shown = text[cut : cut + WIDTH]
    carets = max(1, min(last, cut + len(shown)) - start)
    lead = "…" if cut else " "
    more = "…" if cut + WIDTH < len(text) else ""
    return [f"   {lead}{shown}{more}", "    " + " " * (start - cut) + "^" * carets]
