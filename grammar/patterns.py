"""Regular expressions that are made when they are first needed: most commands need few of the many that there are."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Pattern:
    """A regular expression, compiled at its first use.

    `only` is a short pattern of what it can begin with. Where that does not match, the long one is not tried, nor even
    made for a text that has nothing of the kind.
    """

    __slots__ = ("_compiled", "_first", "flags", "only", "source")

    def __init__(self, source: str, flags: int = 0, only: str = "") -> None:
        self.source, self.flags, self.only = source, flags, only
        self._compiled: re.Pattern[str] | None = None
        self._first: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at `start`, or None."""
        if self.only and not self._may_begin(text, start, end):
            return None
        return self.compiled.match(text, start, end)

    def _may_begin(self, text: str, start: int, end: int) -> bool:
        if self._first is None:
            self._first = re.compile(self.only, re.IGNORECASE | re.ASCII)
        return self._first.match(text, start, end) is not None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of a whole stretch, or None."""
        return self.compiled.fullmatch(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch, or None."""
        return self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a stretch, one after another."""
        return self.compiled.finditer(text, start, end)
