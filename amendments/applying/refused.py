"""Why an edit cannot be carried out, on its way to becoming a finding."""

from __future__ import annotations

from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.source import Source, Span


class Refused(Exception):
    """Why an edit cannot be carried out. It never leaves the resolving of one instruction."""

    def __init__(self, code: str, message: str, help: str = "", suggestions: tuple[Suggestion, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.help, self.suggestions = code, message, help, suggestions
        self.span: Span | None = None  # what it is about in the draft, where that is less than the whole edit

    def about(self, span: Span) -> Refused:
        """The same, pointing at a part of the draft, unless it points at one already; (0, 0) is no part."""
        if self.span is None and span[1] > span[0]:
            self.span = span
        return self

    def finding(self, source: Source, span: Span) -> Diagnostic:
        """The same as a finding about a draft; `span` is where, unless it points at a part of that."""
        place = self.span or span
        return Diagnostic(self.code, self.message, self.help, Severity.ERROR, source, place, self.suggestions)
