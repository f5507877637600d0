"""The part of a redline that a paper has as its annex: what changes, each clause whole and under its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amendments.comparing.redlines.marked_paragraphs import Paragraph, in_moves


def touched(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The clauses in which something changes, from heading to heading, each under the headings above it.

    Of one whose heading alone changes, that heading. The paper's own headings are of the first level, so those of the
    rules are a level lower than in the book.
    """
    found: list[Paragraph] = []
    above: list[Paragraph] = []  # the headings down to here that are not shown yet
    for section in _by_heading(paragraphs):
        headings, inside = (section[:1], section[1:]) if section[0].kind == "heading" else ([], section)
        for heading in headings:
            above = [one for one in above if one.level < heading.level] + [heading]
        if any(one.changes for one in inside):
            found += [*above, *inside]
            above = []
        elif any(heading.changes for heading in headings):
            found += above
            above = []
    lower = (replace(one, level=one.level + 1) if one.kind == "heading" else one for one in found)
    return tuple(in_moves(list(lower)))


def _by_heading(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """What stands from one heading to the next; the title and the line under it are no part of the rules."""
    section: list[Paragraph] = []
    for one in paragraphs:
        if one.kind in ("title", "subtitle"):
            continue
        if one.kind == "heading" and section:
            yield section
            section = []
        section.append(one)
    if section:
        yield section
