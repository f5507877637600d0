"""Provisions without a number, found by the words of their headings."""

from __future__ import annotations

from rulebook.provision import Path, Rulebook


def find_by_words(rulebook: Rulebook, written: str) -> list[Path]:
    """What a reference in words names: “Preamble”, “Directors, Removal”, “Limits.1”. It ends in the words of a heading,
    or in a number under one; headings over it may be left out."""
    wanted = _folded(written)
    if not wanted:
        return []
    found: list[Path] = []
    exact: list[Path] = []
    for path, _ in rulebook.walk():
        whole = _folded(rulebook.reference(path))
        bare = next((depth for depth in range(1, len(path) + 1) if not rulebook.at(path[:depth]).label), 0)
        if bare and whole == wanted:
            exact.append(path)
        elif bare and whole.endswith(f" {wanted}") and _names(rulebook, path, wanted):
            found.append(path)
    return exact or found


def _names(rulebook: Rulebook, path: Path, wanted: str) -> bool:
    """Whether words begin with those of a heading without a number that stands over a path, or at it."""
    headings = (rulebook.at(path[:depth]) for depth in range(1, len(path) + 1))
    return any(not one.label and one.heading and wanted.startswith(_folded(one.heading)) for one in headings)


def _folded(words: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in words.casefold()).split())
