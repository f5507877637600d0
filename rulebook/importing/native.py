"""An imported rulebook as its native file, with the pages and lines where each provision is printed.

The file is read back before it is given to anybody: it must hold the same tree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rulebook.importing.report import Places
from rulebook.provision import Provision, Rulebook, shown_label
from rulebook.reading.lines import escaped
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable
from rulebook.writing.markdown import to_markdown


def native_file(rulebook: Rulebook, places: Places) -> str:
    """The text of the native file. Raises `Unreadable` where it would not read back to the same tree."""
    if rulebook.front_matter:
        return to_markdown(rulebook)
    written = unchecked(rulebook, places)
    again, _ = read_rulebook(Source("what was imported", written))
    astray = first_difference(rulebook, again)
    if astray is not None:
        _check_labels(rulebook)
        raise Unreadable(
            f"{astray} cannot be written so that it reads back as it was printed",
            "say the levels with --scheme, as in  --scheme 'Chapter 1, Clause I, 1, A, i, a'",
        )
    return written


def unchecked(rulebook: Rulebook, places: Places) -> str:
    """The text of the native file, whether or not it reads back to the same tree: to be looked at, and mended."""
    return to_markdown(replace(rulebook, front_matter=_front_matter(rulebook, places)))


def _check_labels(rulebook: Rulebook) -> None:
    """Raises `Unreadable` where a number is none that a rulebook file can hold: "1000" or "clxxxviii"."""
    headings = {level.kind for level in rulebook.scheme.levels if level.word}
    for path, one in rulebook.walk():
        written = f"{shown_label(one)} x"
        if one.label and one.kind not in headings and not one.heading and escaped(written) == written:
            raise Unreadable(
                f"{rulebook.reference(path)} has the number “{one.label}”, which cannot be written so that it reads "
                "back: figures go up to 999, and numerals up to eight letters",
                "see that the number is right; if it is, import the file in parts, or give what comes from there on a "
                "heading of its own, under which numbers begin again",
            )


def first_difference(rulebook: Rulebook, again: Rulebook) -> str | None:
    """The reference of the first provision that is not the same in both; None where all are."""
    ours, theirs = list(rulebook.walk()), list(again.walk())
    for place, (path, one) in enumerate(ours):
        same = place < len(theirs) and theirs[place][0] == path and _alike(one, theirs[place][1])
        if not same:
            return rulebook.reference(path)
    return again.reference(theirs[len(ours)][0]) if len(theirs) > len(ours) else None


def _alike(one: Provision, other: Provision) -> bool:
    parts = ("label", "heading", "text", "tail", "notes")
    return all(getattr(one, part) == getattr(other, part) for part in parts)


def _front_matter(rulebook: Rulebook, places: Places) -> str:
    import yaml

    facts: dict[str, Any] = {"title": rulebook.title or "Rules"}
    if rulebook.organisation:
        facts["organisation"] = rulebook.organisation
    if rulebook.edition:
        facts["edition"] = rulebook.edition
    facts["scheme"] = list(rulebook.scheme.written)
    if any(page for page, _ in places.values()):
        facts["pages"] = _by_page(places)
    # None: short lists on one line
    written = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=100_000, default_flow_style=None)
    return f"---\n{written}---\n"


def _by_page(places: Places) -> dict[str, str]:
    """For each page the provisions that begin on it, each with its line."""
    found: dict[str, list[str]] = {}
    for reference, (page, line) in places.items():
        if page and re.fullmatch(r"[\w.()-]+", reference):
            found.setdefault(page, []).append(f"{reference} {line}")
    return {page: ", ".join(listed) for page, listed in found.items()}
