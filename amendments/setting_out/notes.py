"""Notes under provisions of a rulebook that is printed, among its lines or as paragraphs of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from rulebook.printed.lines import Line, plain
from rulebook.provision import Path, Provision, Rulebook

Notes = Mapping[Path, tuple[str, ...]]
"""The notes of each provision, by its path in the rules as they become."""

NO_NOTES: Notes = {}


def annotated(rulebook: Rulebook, notes: Notes) -> Rulebook:
    """The rules with each note as a paragraph of its provision's text, for formats that have no more than text."""

    def visit(path: Path, provision: Provision) -> Provision:
        children = tuple(visit((*path, place), child) for place, child in enumerate(provision.children))
        paragraphs = [text for text in (provision.text, *notes.get(path, ())) if text]
        if provision.text == "\n\n".join(paragraphs) and children == provision.children:
            return provision
        return replace(provision, text="\n\n".join(paragraphs), children=children)

    return replace(rulebook, chapters=tuple(visit((n,), chapter) for n, chapter in enumerate(rulebook.chapters)))


def with_notes(lines: Iterable[Line], notes: Notes) -> Iterator[Line]:
    """The lines of the rules with those of the notes, each after the text of its provision."""
    left = dict(notes)
    for path, own in groupby(lines, key=lambda line: line.path):
        last = Line()
        for last in own:
            yield last
        for said in left.pop(path, ()):
            yield Line(plain(said), depth=last.depth, kind="note", path=path)
