"""What to say of a sentence that could not be read."""

from __future__ import annotations

from amendments.reading.sentences import stopped_at
from amendments.reading.tokens import Sentence
from amendments.reading.vocabulary import VERBS
from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.source import Source, Span


def fault(
    code: str, message: str, source: Source, span: Span, help: str = "", suggestions: tuple[Suggestion, ...] = (),
    severity: Severity = Severity.ERROR,
) -> Diagnostic:  # fmt: skip
    """A finding of severity error at a place in the draft."""
    return Diagnostic(code, message, help, severity, source, span, suggestions)


def unread(source: Source, sentence: Sentence, text: str, offset: int) -> Diagnostic:
    """Why a sentence has no reading, as far as can be told, and what to write instead."""
    kinds = [token.type for token in sentence.tokens]
    span = (sentence.span[0] + offset, sentence.span[1] + offset)
    words = " ".join(text[sentence.span[0] : sentence.span[1]].split())
    short = words if len(words) <= 70 else words[:69] + "…"
    if "IF" in kinds:
        return fault(
            "condition",
            f"this depends on a condition, and the rules as they stand cannot settle it: “{short}”",
            source,
            span,
            "leave the condition out, or send it as an amendment of its own, to be moved if the other is carried",
        )
    if "SAME_AS" in kinds:
        return fault(
            "other-amendment-needed",
            f"this refers to another amendment, which is not in this draft: “{short}”",
            source,
            span,
            "write the instruction out in full",
        )
    has_verb = any(kind in VERBS for kind in kinds)
    if not has_verb and "QUOTE" in kinds:
        return fault(
            "verb-missing",
            "this gives words, but no verb to say what is to be done with them",
            source,
            span,
            "say which: insert, add, delete, or replace “...” with “...”",
        )
    if not has_verb:
        return fault(
            "instruction-vague",
            f"this does not say which words change: “{short}”",
            source,
            span,
            "give the wording: delete “...”, insert “...” after “...”, or replace “...” with “...”",
        )
    return _unread_from(source, sentence, text, offset, short)


def _unread_from(source: Source, sentence: Sentence, text: str, offset: int, short: str) -> Diagnostic:
    """A finding that points at the word beyond which an instruction makes no sense."""
    stop = stopped_at(sentence)
    hint = (
        "write it as: In Chapter 5, Clause IV, sub-clause 5, replace “old words” with “new words”. Put the words "
        "themselves in quotation marks; redraft explain language  shows the ways of writing"
    )
    if stop is None or stop.start_pos is None or stop.end_pos is None:
        span = (sentence.span[0] + offset, sentence.span[1] + offset)
        return fault("instruction-unread", f"this instruction breaks off: “{short}”", source, span, hint)
    word = " ".join(text[stop.start_pos : stop.end_pos].split())
    word = word if len(word) <= 30 else word[:29] + "…"
    span = (stop.start_pos + offset, stop.end_pos + offset)
    message = f"this instruction could not be read from “{word}” on: “{short}”"
    return fault("instruction-unread", message, source, span, hint)
