"""A spot in a rulebook: what finding a place gives."""

from __future__ import annotations

from dataclasses import dataclass

from grammar.levels import level_name
from rulebook.provision import Path, Rulebook
from rulebook.reference import Part


@dataclass(frozen=True, slots=True)
class Spot:
    """A provision, or a run of them, in a rulebook, and the part of the first that is meant.

    `paths` has one path but for a range; the empty path is the whole book. `parts` are sentences, paragraphs, lines,
    rows or the table, the heading, the opening words or the closing words.
    """

    paths: tuple[Path, ...]
    parts: tuple[Part, ...] = ()

    @property
    def path(self) -> Path:
        """The first path."""
        return self.paths[0]


def kind_name(rulebook: Rulebook, path: Path) -> str:
    """A provision in words: "sub-clause 5.IV.5"."""
    if not path:
        return "the rulebook"
    return f"{level_name(rulebook.at(path).kind)} {rulebook.reference(path)}"
