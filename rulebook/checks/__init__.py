"""The checks of a rulebook by itself, one a file, named after the finding.

What comes in is a `Book`; what goes out are places and what is wrong there. They never see a draft. A check has
`SEVERITY`, `SINCE` (the edition of the tool that it came with) and `find`. Its docstring is what `redraft explain`
prints: the fault in a sentence, why it matters, and a bad and a good example.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from rulebook.diagnostics import Diagnostic, Found, Severity
from rulebook.source import Source

if TYPE_CHECKING:
    from rulebook.looking.book import Book


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
    """The checks that a package holds, by name, in the order of the alphabet; those of its folders are left out.

    A module that does not say since when it finds something is no check, but what the checks beside it stand on.
    """
    found = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(package.__path__) if not one.ispkg):
        made = import_module(f"{package.__name__}.{module}")
        if not hasattr(made, "SINCE"):
            continue
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
