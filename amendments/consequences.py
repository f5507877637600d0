"""What an amendment does to the rest of the book: references elsewhere that it leaves pointing at nothing, or at
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.operations import parents_touched
from amendments.outcome import Outcome
from rulebook.citations import Citation, citations, citations_in
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.locating import find
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook
from rulebook.source import Source, Span


def consequences(outcome: Outcome, source: Source, span: Span) -> list[Diagnostic]:
    """Findings of severity warning for references that an outcome breaks; `span` is the amendment in its source."""
    if outcome.applied is None:
        return []
    found = [
        Diagnostic(
            "reference-dangles", f"the new words of {place} refer to “{words}”, which is not there", "correct the reference",
            Severity.WARNING, source, span,
        )
        for place, words in _new_words(outcome)
    ]  # fmt: skip
    if outcome.is_structural:
        found += _broken(outcome, source, span)
    return found


def _new_words(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """References to nothing in words that the amendment puts in: the place, and the reference as it is written."""
    assert outcome.applied is not None
    after = outcome.applied.rulebook
    for path, part in outcome.new_words():
        text = getattr(after.at(path), part)
        before = outcome.before_words(path, part)
        for citation in citations_in(after, path, part):
            words = text[citation.span[0] : citation.span[1]]
            if not citation.targets and words not in before:
                yield after.reference(path), words


def _broken(outcome: Outcome, source: Source, span: Span) -> list[Diagnostic]:
    """Findings for references in words that stay as they were."""
    assert outcome.applied is not None
    applied, before = outcome.applied, outcome.before
    after = applied.rulebook
    found = []
    for citation in citations_into(before, touched_chapters(outcome)):
        path = applied.where(citation.path)
        if path is None or len(citation.targets) != 1 or getattr(after.at(path), citation.part) != getattr(before.at(citation.path), citation.part):
            continue
        target = citation.targets[0]
        if path == citation.path and applied.where(target) == target:
            continue  # nothing between the two has moved
        text = getattr(before.at(citation.path), citation.part)
        words = text[citation.span[0] : citation.span[1]]
        moved = applied.where(target)
        leads = _leads(after, citation, path)
        if moved is not None and leads == [moved]:
            continue
        place = after.reference(path)
        if moved is None and len(leads) != 1:
            said = f"{place} would still refer to “{words}”, which is not there any more"
        elif moved is None:
            said = f"“{words}” in {place} refers to {before.reference(target)}, which goes; it would refer to something else"
        else:
            said = f"“{words}” in {place} would not refer to {before.reference(target)} any more, which becomes {after.reference(moved)}"
        found.append(
            Diagnostic(
                "reference-dangles" if moved is None and len(leads) != 1 else "reference-shifts", said,
                f"add an instruction:  In {before.reference(citation.path)}, replace “{words}” with “...”", Severity.WARNING, source, span,
            )
        )  # fmt: skip
    return found


def _leads(after: Rulebook, citation: Citation, path: Path) -> list[Path]:
    return find(after, citation.reference.steps, path)


def touched_chapters(outcome: Outcome) -> set[int] | None:
    """The places of the chapters whose lists of provisions change; None where the list of chapters does."""
    every = tuple(operation for operations in outcome.operations for operation in operations)
    parents = parents_touched(every)
    return None if () in parents else {parent[0] for parent in parents}


def citations_into(rulebook: Rulebook, chapters: set[int] | None) -> Iterator[Citation]:
    """The references that may lead into some chapters: those in them, and those that give their numbers."""
    if chapters is None:
        yield from citations(rulebook)
        return
    labels = "|".join(re.escape(segment(rulebook.chapters[place].label)) for place in chapters)
    numbered = re.compile(rf"(?<![A-Za-z0-9])(?:[A-Za-z]{{0,2}})(?:{labels})(?![0-9])", re.IGNORECASE)
    for path, provision in rulebook.walk():
        for part in ("text", "tail"):
            if path[0] in chapters or numbered.search(getattr(provision, part)):
                yield from citations_in(rulebook, path, part)
