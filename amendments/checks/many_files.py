"""Checking many files in one go: which of them are drafts, and which rules each is on, read once.

A committee that receives six hundred submissions checks a folder; a secretary checks one file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from amendments.checks.draft_check import Asked, check
from amendments.checks.submission import folded
from amendments.drafts.allowed_findings import allowed_in, without_allowed
from amendments.drafts.arriving import DOCUMENTS, read_arrived
from amendments.drafts.draft import Draft
from amendments.drafts.head import in_plain_words
from rulebook.diagnostics import Diagnostic, errors, in_order
from rulebook.provision import Rulebook
from rulebook.source import Source, Unreadable

ENDINGS = (".md", ".txt", ".markdown")
_HEAD = re.compile(r"\s*---[ \t]*\n(?P<head>.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)
_OF_RULES = re.compile(r"^(?:scheme|crosswalk|edition)[ \t]*:", re.MULTILINE)
_OF_DRAFTS = re.compile(r"^kind[ \t]*:", re.MULTILINE | re.IGNORECASE)
_CHAPTER = re.compile(r"\s*#{0,2}[ \t]*(?:chapter|part|article|rule|section)[ \t]+(?:1|I|one)\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"^#{1,6}[ \t]+(?:amendment|rule change)\b", re.MULTILINE | re.IGNORECASE)

Rules = tuple[Rulebook, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, the rules that it is on, and what was found."""

    draft: Draft
    rulebook: Rulebook
    findings: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Shelf:
    """The rulebooks that drafts are on. `find` gets those of a draft; each edition is read once."""

    find: Callable[[Draft], Rules]
    _read: dict[str, Rules] = field(default_factory=dict)

    def rules(self, draft: Draft) -> Rules:
        """The rules of a draft, and what there is to say of them."""
        edition = draft.edition
        if edition not in self._read:
            self._read[edition] = self.find(draft)
        return self._read[edition]


@dataclass(slots=True)
class Pile:
    """The drafts that are checked together, so that what one body sends can be counted. No file is in it twice."""

    _of: dict[str, dict[str, Draft]] = field(default_factory=dict)

    def add(self, draft: Draft | None) -> None:
        """Puts a draft on the pile, if it is one that says who sends it."""
        if draft is not None and draft.sender:
            self._of.setdefault(folded(draft.sender), {})[draft.source.name] = draft

    def beside(self, draft: Draft) -> list[Draft]:
        """The other drafts of the body that sends one."""
        found = self._of.get(folded(draft.sender), {})
        return [other for name, other in found.items() if name != draft.source.name]


def check_draft(draft: Draft, shelf: Shelf, asked: Asked, pile: Pile) -> Checked:
    """The findings of a draft. Raises `Unreadable`."""
    rulebook, said = shelf.rules(draft)
    about = [finding for finding in said if asked.wants(finding)]
    return Checked(draft, rulebook, (*about, *check(draft, rulebook, asked, pile.beside(draft))))


def check_rulebook(source: Source, asked: Asked) -> list[Diagnostic]:
    """The findings of a rulebook by itself, but for those that a comment beside the provision allows."""
    from amendments.checks.explanations import codes
    from rulebook.checks import check_book
    from rulebook.looking.book import Book
    from rulebook.reading.reader import read_rulebook

    rulebook, found = read_rulebook(source)
    found = [*found, *check_book(Book(rulebook, source), asked.ignore)]
    allowed = allowed_in(source.text)
    if allowed:
        found = list(without_allowed(found, allowed, source, known=codes(), firm=errors(found)))
    return in_order(finding for finding in found if asked.wants(finding))


def is_rulebook(source: Source) -> bool:
    """Whether a file holds rules, and no draft: its head says so, or it begins with the first chapter."""
    head = _HEAD.match(source.text)
    if head:
        return bool(_OF_RULES.search(head["head"])) and not _OF_DRAFTS.search(head["head"])
    return bool(_CHAPTER.match(source.text)) and not _AMENDMENT.search(source.text)


def files_in(paths: Iterable[str]) -> Iterator[str]:
    """The files that are meant, each once: those that are named, and of folders those that may be drafts.

    Raises `Unreadable`.
    """
    meant: set[str] = set()
    for path in _named(paths):
        file = path if path == "-" else os.path.realpath(path)
        if file not in meant:
            meant.add(file)
            yield path


def _named(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            yield path
            continue
        found = [str(one) for one in _inside(folder) if _may_be_a_draft(one)]
        if not found:
            raise Unreadable(
                f"there is no draft in the folder {path}",
                "a draft has a line  kind: ...  or  From: ...  at its head, or a heading  ## Amendment",
            )
        yield from found


def passed_over(paths: Iterable[str]) -> list[str]:
    """The files in the folders that are given which may have words, and are not taken for drafts."""
    folders = [Path(path) for path in paths if path != "-" and Path(path).is_dir()]
    return [str(one) for folder in folders for one in _inside(folder) if not _may_be_a_draft(one)]


def _inside(folder: Path) -> list[Path]:
    """The files in a folder, and in those below it, that may have words."""
    endings = (*ENDINGS, *DOCUMENTS)
    return sorted(
        one
        for one in folder.rglob("*")
        if one.suffix.lower() in endings and one.is_file() and not _is_hidden(one, folder)
    )


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _may_be_a_draft(path: Path) -> bool:
    try:
        if path.suffix.lower() in DOCUMENTS:
            start = read_arrived(str(path)).text
        else:
            with path.open(encoding="utf-8", errors="replace") as opened:
                start = opened.read(20_000)
    except OSError:
        return True  # what keeps it from being read is said when it is checked
    except Unreadable:
        return False  # it is named among those that were not read
    head = _HEAD.match(start)
    if head:
        return bool(_OF_DRAFTS.search(head["head"]))
    return bool(_AMENDMENT.search(start) or in_plain_words(start)[0])
