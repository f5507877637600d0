"""What may speak against a reading: the places that a stranger would stop at, and how many of one sort are too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.importing.report import Places, Report
from rulebook.provision import Path, Provision, Rulebook


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is looked at: the tree, where each provision is printed, the report, and the words of the file, taken
    from it in another way ("" where there is none). `entries` counts the lines of its contents page."""

    rulebook: Rulebook
    places: Places
    report: Report
    plain: str = ""
    entries: int = 0

    def at(self, path: Path, message: str) -> Mark:
        """A mark at a provision."""
        reference = self.rulebook.reference(path)
        page, line = self.places.get(reference, ("", 0))
        return Mark(message, reference, page, line)

    def lists(self) -> Iterator[tuple[Path, tuple[Provision, ...]]]:
        """The provisions that stand side by side, with the path of what they stand under."""
        yield (), self.rulebook.chapters
        for path, one in self.rulebook.walk():
            if one.children:
                yield path, one.children


@dataclass(frozen=True, slots=True)
class Mark:
    """One place, in the words of the report: the provision, and the page and line where it is printed."""

    message: str
    reference: str = ""
    page: str = ""
    line: int = 0
