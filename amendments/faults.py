"""What to say of a sentence that could not be read."""

from __future__ import annotations

from amendments.tokens import Sentence
from amendments.vocabulary import VERBS
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
    if kinds[0] == "IF" or "IF" in kinds[:3]:
        return fault(
            "condition", f"this depends on a condition, and the rules as they stand cannot settle it: “{short}”", source, span,
            "leave the condition out, or send it as an amendment of its own, to be moved if the other is carried",
        )  # fmt: skip
    if "SAME_AS" in kinds:
        return fault(
            "other-amendment-needed", f"this refers to another amendment, which is not in this draft: “{short}”", source, span,
            "write the instruction out in full",
        )  # fmt: skip
    if kinds == ["REF", "QUOTE"] or (not any(kind in VERBS for kind in kinds) and "QUOTE" in kinds):
        return fault(
            "verb-missing", "this gives words, but no verb to say what is to be done with them", source, span,
            "say which: insert, add, delete, or replace “...” with “...”",
        )  # fmt: skip
    if any(kind in VERBS for kind in kinds):
        return fault(
            "instruction-unread", f"this instruction could not be read: “{short}”", source, span,
            "write it as: In Chapter 5, Clause IV, sub-clause 5, replace “old words” with “new words”. "
            "Put the words themselves in quotation marks",
        )  # fmt: skip
    return fault(
        "instruction-vague", f"this does not say which words change: “{short}”", source, span,
        "give the wording: delete “...”, insert “...” after “...”, or replace “...” with “...”",
    )  # fmt: skip
