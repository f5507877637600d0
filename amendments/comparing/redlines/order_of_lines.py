"""Where the lines of both books stand in the order of the new one, so that what is gone is shown where it stood.

A place is a sequence of numbers, and places are compared as Python compares tuples. A provision's own lines stand at
its path; what is under it comes after them, and its tail after all that.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from amendments.comparing.redlines.pairing import Owned
from rulebook.provision import Path

Standing = tuple[float, ...]

_FIRST, _LAST = -1.0, float("inf")  # before everything under a provision, and after it


class Order:
    """`same` leads from the old book to the new one; `moved` has the paths in the old book of what moves."""

    def __init__(self, same: Mapping[Path, Path], moved: Container[Path]) -> None:
        self._same, self._moved = same, moved
        self._stood: dict[Path, Standing] = {}

    def where_stands(self, line: Owned) -> Standing:
        """The place of a line of the new book."""
        return (*line.path, _LAST) if line.tail else line.path

    def where_stood(self, line: Owned) -> Standing:
        """The place of a line of the old book that is gone from there.

        A provision stood after the one before it, with all that is under that one now; the first one of its list stood
        before all that is there now.
        """
        for depth in range(1, len(line.path) + 1):
            top = line.path[:depth]
            if not self._stays(top):
                return self._after_the_one_before(top)
        here = self._same[line.path]
        return (*here, _LAST) if line.tail else here

    def _stays(self, path: Path) -> bool:
        return path in self._same and path not in self._moved

    def _after_the_one_before(self, path: Path) -> Standing:
        parent, place = path[:-1], path[-1]
        found = (*self._same[parent], _FIRST) if parent else (_FIRST,)
        for earlier in range(place - 1, -1, -1):
            sibling = (*parent, earlier)
            if self._stays(sibling):
                found = (*self._same[sibling], _LAST, _LAST)
                break
            if sibling in self._stood:
                found = self._stood[sibling]
                break
        self._stood[path] = found
        return found
