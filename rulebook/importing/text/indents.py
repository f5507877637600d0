"""How far lines stand in from the margin, made alike over the pages of a text.

A program that keeps the layout counts spaces by the type that a page happens to have, so that one list stands seven
spaces in on this page and nine on the next. Labels that look alike stand alike: they say what a space is worth.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rulebook.importing.file.labels import typed
from rulebook.importing.text.page.lines import Line
from rulebook.numbering import styles
from rulebook.reading.following import dress

MEASURES = tuple(number / 50 for number in range(30, 84))  # from 0.6 to 1.66: type twice as large is another list
LEAST = 3  # labels of two sorts and in all, that a page must have to be measured by them


def evened(lines: Sequence[Line]) -> list[Line]:
    """The same lines, their indents measured with one measure on all pages and columns."""
    pages = _pages(lines)
    if len(pages) < 2:
        return list(lines)
    places: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if kind := _kind(line):
            places[kind].append(line.indent)
    usual = {kind: statistics.median(found) for kind, found in places.items() if len(found) >= LEAST}
    found: list[Line] = []
    for page in pages:
        known = [(line.indent, usual[kind]) for line in page if (kind := _kind(line)) in usual]
        margin, measure = _measured(known)
        for line in page:
            indent, inner = (max(0, round((place - margin) / measure)) for place in (line.indent, line.inner))
            found.append(replace(line, indent=indent, inner=inner))
    return found


def labels_hang(lines: Sequence[Line]) -> bool:
    """Whether the second lines of provisions mostly stand further in than their labels."""
    labelled = [typed(line.text) is not None for line in lines]
    under = [
        second.indent > first.indent + 1
        for (first, label), (second, other) in pairwise(zip(lines, labelled, strict=True))
        if label and not other and second.text[:1].islower()
    ]
    return 2 * sum(under) > len(under) if under else _words_stand_under_words(lines, labelled)


def _words_stand_under_words(lines: Sequence[Line], labelled: Sequence[bool]) -> bool:
    """Whether what has no label, in lines that are whole paragraphs, stands where the words after labels do."""
    inner: set[int] = set()
    labels: set[int] = set()
    met: list[bool] = []
    for line, label in zip(lines, labelled, strict=True):
        if label:
            inner.add(line.inner)
            labels.add(line.indent)
        elif not line.blank and line.indent and line.indent not in labels:
            met.append(line.indent in inner)
    return 2 * sum(met) > len(met)


def _measured(known: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """The margin of a page and what a space of it is worth, so that its labels stand where they mostly do."""
    if len(known) < LEAST or len({place for _, place in known}) < 2:
        return 0.0, 1.0

    def strain(margin: float, measure: float) -> float:
        return sum(abs((here - margin) / measure - place) for here, place in known)

    best, least = (0.0, 1.0), strain(0.0, 1.0) * 0.8 - 0.5 * len(known)  # a little is no reason
    for measure in MEASURES:
        margin = statistics.median(here - measure * place for here, place in known)
        if (here := strain(margin, measure)) < least:
            best, least = (margin, measure), here
    return best


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each page, or of each column of one."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or line.above == "break":
            found.append([])
        found[-1].append(line)
    return found


def _kind(line: Line) -> str:
    """What a label looks like; nothing for a line without one."""
    found = typed(line.text)
    return f"{dress(found[0])} {' '.join(styles(found[0]))}" if found else ""
