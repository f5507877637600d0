"""A draft with findings put right in it: words replaced where they stand, and instructions added after the last.

Only what a finding itself suggests is written, and of several findings about the same words only the first is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rulebook.diagnostics import Diagnostic, Suggestion
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Fixed:
    """The text of the draft, and the findings that are put right in it, in their order."""

    text: str
    settled: tuple[Diagnostic, ...]


def fixable(finding: Diagnostic, *, unsafe: bool = False) -> Suggestion | None:
    """The one suggestion that settles a finding where it stands; None where there is none, or a choice to make."""
    suggestions = [one for one in finding.suggestions if not one.added]
    if finding.span is None or len(suggestions) != 1 or not (unsafe or suggestions[0].safe):
        return None
    return suggestions[0]


def fixed(text: str, findings: Iterable[Diagnostic], *, unsafe: bool = False) -> Fixed:
    """The draft with every safe suggestion written, and the unsafe ones where they are wanted."""
    settled: list[tuple[Span, Suggestion, Diagnostic]] = []
    for finding in findings:
        suggestion = fixable(finding, unsafe=unsafe)
        if suggestion is None or finding.span is None:
            continue
        if all(finding.span[1] <= span[0] or span[1] <= finding.span[0] for span, _, _ in settled):
            settled.append((finding.span, suggestion, finding))
    for (start, end), suggestion, _ in sorted(settled, key=lambda one: one[0], reverse=True):
        text = text[:start] + suggestion.replacement + text[end:]
    return Fixed(text, tuple(finding for _, _, finding in settled))


def with_consequences(text: str, amendment: Span, findings: Sequence[Diagnostic]) -> Fixed:
    """The draft with the instructions that its findings draft, each a paragraph after the last instruction."""
    drafted: dict[str, Diagnostic] = {}
    for finding in findings:
        for suggestion in finding.suggestions:
            if suggestion.added:
                drafted.setdefault(suggestion.replacement, finding)
    if not drafted:
        return Fixed(text, ())
    end = len(text[: amendment[1]].rstrip())
    added = "".join(f"\n\n{instruction}" for instruction in drafted)
    rest = text[end:]
    return Fixed(text[:end] + added + (rest if rest.strip() or rest else "\n"), tuple(drafted.values()))
