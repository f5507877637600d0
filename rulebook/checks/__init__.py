"""The checks of a rulebook by itself, one a file: its name is the finding, its docstring what `redraft explain` prints.

A check has `SEVERITY`, `SINCE` (the edition of the tool that it came with) and `find`, which yields what it has found
in a `Book`. Its docstring says the fault in a sentence, why it matters, and a bad and a good example.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

from rulebook.diagnostics import Diagnostic, Found, Severity
from rulebook.leading import Leading
from rulebook.provision import Path, Rulebook
from rulebook.running_text import RunningText
from rulebook.source import Source, Span


@dataclass(frozen=True)
class Book:
    """A rulebook and the file that it was read from."""

    rulebook: Rulebook
    source: Source

    @cached_property
    def running(self) -> RunningText:
        """All the words of the book in one text."""
        return RunningText(self.rulebook)

    @cached_property
    def leading(self) -> Leading:
        """Where the references of the book lead."""
        return Leading(self.rulebook)

    def name(self, path: Path) -> str:
        """A provision as a message names it: “5.IV.5”; but “Chapter 5”, since a number alone says little."""
        provision = self.rulebook.at(path)
        if not provision.label:
            return "what stands before the first chapter" if len(path) == 1 else self.rulebook.reference(path)
        return self.rulebook.reference(path) if len(path) > 1 else f"{provision.kind.capitalize()} {provision.label}"

    def label(self, path: Path) -> Span:
        """Where the label of a provision stands in the file; else where the provision begins."""
        provision = self.rulebook.at(path)
        start, end = provision.span or self._before_the_first
        place = self.source.text.find(provision.label, start, end) if provision.label else -1
        return (place, place + len(provision.label)) if place >= 0 else (start, start + 1)

    @property
    def _before_the_first(self) -> Span:
        """Where the text begins, after the front matter."""
        start = len(self.rulebook.front_matter)
        start += len(self.source.text[start:]) - len(self.source.text[start:].lstrip())
        return start, len(self.source.text)

    def words(self, path: Path, part: str, span: Span) -> Span:
        """Where words of a provision stand in the file: a span of its "text" or "tail"; else where it begins."""
        provision = self.rulebook.at(path)
        text = getattr(provision, part)
        pattern = re.compile(r"\s+".join(map(re.escape, text[slice(*span)].split())))
        before = sum(1 for _ in pattern.finditer(text, 0, span[0]))
        begin = (provision.span or self._before_the_first)[0]
        if part == "tail" and provision.children:
            begin = max(one.span[0] for _, one in self.rulebook.under(path) if one.span)
        for number, match in enumerate(pattern.finditer(self.source.text, begin)):
            if number == before:
                return match.span()
        return self.label(path)


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `about` is what its examples are, as `redraft explain` lists them; `said` is its docstring."""

    name: str
    severity: Severity
    since: str
    about: str
    said: str
    find: Callable[[Any], Iterable[Found]]


def checks_in(package: ModuleType, about: str) -> dict[str, Check]:
    """The checks that a package holds, by name, in the order of the alphabet; those of its folders are left out."""
    found = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(package.__path__) if not one.ispkg):
        made = import_module(f"{package.__name__}.{module}")
        name = module.replace("_", "-")
        found[name] = Check(
            name, made.SEVERITY, made.SINCE, getattr(made, "ABOUT", about), made.__doc__ or "", made.find
        )
    return found


def run(checks: Iterable[Check], what: object, source: Source, ignored: Collection[str] = ()) -> Iterator[Diagnostic]:
    """What checks find, but for those that are ignored."""
    for check in checks:
        if check.name not in ignored:
            for one in check.find(what):
                severity = one.severity or check.severity
                yield Diagnostic(check.name, one.message, one.help, severity, source, one.span, one.suggestions)


@lru_cache(maxsize=1)
def every_check() -> dict[str, Check]:
    """The checks of a rulebook."""
    import rulebook.checks as here

    return checks_in(here, "rules")


def check_book(book: Book, ignored: Collection[str] = ()) -> list[Diagnostic]:
    """What all the checks find in a rulebook."""
    return list(run(every_check().values(), book, book.source, ignored))
