"""The references that provisions make to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.looking.locating import find, run_of
from rulebook.provision import Path, Rulebook
from rulebook.reference import Reference, references_in
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in the words of a provision: where it stands, and the provisions it leads to.

    `part` is "text" or "tail". `targets` is empty where it leads to nothing, and has every place where it could lead
    to several.
    """

    path: Path
    part: str
    span: Span
    reference: Reference
    targets: tuple[Path, ...]


def citations(rulebook: Rulebook) -> Iterator[Citation]:
    """Every reference in the rules. "Clause II" is of the same chapter and "sub-clause 5" of the same clause."""
    for path, _ in rulebook.walk():
        for part in ("text", "tail"):
            yield from citations_in(rulebook, path, part)


def citations_in(rulebook: Rulebook, path: Path, part: str) -> Iterator[Citation]:
    """The references in one part of a provision, "text" or "tail"."""
    text = rulebook.part(path, part)
    for span, references in references_in(text) if text else ():
        for reference in references:
            if reference.steps:
                yield Citation(path, part, span, reference, tuple(targets(rulebook, reference, path)))


def targets(rulebook: Rulebook, reference: Reference, path: Path) -> list[Path]:
    """Where a reference leads that stands in the provision at a path; every provision of a range."""
    found = find(rulebook, reference.steps, path)
    if reference.to and len(found) == 1:
        run = run_of(rulebook, found[0], reference.to)
        return list(run) if run else []
    return found
