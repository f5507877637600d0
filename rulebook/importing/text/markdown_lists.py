"""The items of Markdown lists with the numbers that they have when they are read.

A bullet may only carry a number that was typed behind it, “- (a) x”, “- 3.1. x”. Numbers that are all the same, as in
“1. 1. 1.” and “#. #.”, are counted by whoever sets the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.strain import least_step
from rulebook.numbering import ARABIC, BULLET, common_style, count, relabel, segment, styles

COUNTS = 3.0  # the strain of 2c after 2a: a gap, but the same list
SIGNS = frozenset("-*+•")
_SAME = re.compile(r"(?P<open>\(?)(?P<number>\d{1,3})(?P<close>[.)]?)")


def numbered_as_read(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, each item with its number."""
    found = list(paragraphs)
    for places in _lists(paragraphs):
        items = [paragraphs[place] for place in places]
        if all(one.label in SIGNS for one in items):
            for place, (label, words) in zip(places, _carried(items), strict=False):
                found[place] = replace(found[place], label=label, text=words)
        elif len(items) > 1 or items[0].label.strip("().") == "#":
            for place, label in zip(places, _counted(items), strict=False):
                found[place] = replace(found[place], label=label)
    return found


def _lists(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """The places of the items of each list. A list ends at a heading, at words further out, and at other marks."""
    found: list[list[int]] = []
    row: list[list[int]] = []
    for place, one in enumerate(paragraphs):
        indent = one.indent or 0.0
        if one.level:
            row = []
        elif not (one.label and one.settled):
            if one.opens:
                row = [items for items in row if (paragraphs[items[0]].indent or 0.0) < indent]
        else:
            row = [items for items in row if (paragraphs[items[0]].indent or 0.0) <= indent]
            if row and paragraphs[row[-1][0]].indent == one.indent and _of_one_list(paragraphs[row[-1][0]], one):
                row[-1].append(place)
            else:
                row = [items for items in row if (paragraphs[items[0]].indent or 0.0) < indent]
                row.append([place])
                found.append(row[-1])
    return found


def _of_one_list(first: Paragraph, one: Paragraph) -> bool:
    lazy = one.label.strip("().") == "#" and first.label not in SIGNS
    return lazy or _mark(first) == _mark(one)


def _mark(one: Paragraph) -> str:
    return BULLET if one.label in SIGNS else re.sub(r"\w+|#", "n", one.label)


def _carried(items: Sequence[Paragraph]) -> list[tuple[str, str]]:
    """The label and words that stand behind each bullet; nothing where they do not count from one to the next."""
    labels = [typed(one.text) for one in items]
    found = [label for label in labels if label and label[0] != BULLET]
    if len(found) < len(items):
        return []
    along = all(least_step(first[0], second[0]) <= COUNTS for first, second in pairwise(found))
    return found if along else []


def _counted(items: Sequence[Paragraph]) -> list[str]:
    """The labels counted from the first, where all are the same number; and “#” counted from what is before it."""
    labels = [segment(one.label) for one in items]
    if "#" in labels:
        return list(_counted_on(items))
    marks = [_SAME.fullmatch(one.label) for one in items]
    first = marks[0]
    if first is None or not all(marks) or len(set(labels)) != 1:
        return []
    return [f"{first['open']}{int(first['number']) + place}{first['close']}" for place in range(len(items))]


def _counted_on(items: Sequence[Paragraph]) -> Iterator[str]:
    last = ""
    for one in items:
        if segment(one.label) != "#":
            last = one.label
        elif not last:
            last = one.label.replace("#", "1")
        else:
            style = (common_style([last]) or styles(last) or (ARABIC,))[0]
            last = relabel(last, (count(last, style) or (0, ""))[0] + 1, style)
        yield last
