"""Whether the place where a paragraph stands says how deep it belongs: programs set in what they please.

A place that says nothing is taken from the paragraphs that have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.headings import heading
from rulebook.numbering import styles
from rulebook.reading.following import dress

FEW = 20  # one in so many


def with_telling_places(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, without places that say nothing: the same sequence, where all of them do."""
    return _without_common_place(_without_idle_places(paragraphs))


def is_indented(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether labels stand at more than one place, but for a stray one."""
    labelled = [one for one in paragraphs if _label(one) and not one.level]
    indents = Counter(round(one.indent / 6) for one in labelled if one.indent is not None)
    return sum(times * 50 > len(labelled) for times in indents.values()) > 1


def _label(one: Paragraph) -> str:
    """The label of a paragraph that stands somewhere, or what may be one."""
    return one.label or (typed(one.text) or ("",))[0] if one.indent is not None else ""


def _without_idle_places(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where lists open at the very place of what introduces them, that place says nothing of what stands there."""
    opened: Counter[float] = Counter()
    inwards: Counter[float] = Counter()
    for above, under in pairwise(paragraphs):
        first, second = _label(above), _label(under)
        if above.settled or under.settled:
            continue
        if first and second and above.text.endswith(":") and above.indent is not None and under.indent is not None:
            if under.indent > above.indent:
                inwards[above.indent] += 1
            elif under.indent == above.indent and (dress(first), styles(first)) != (dress(second), styles(second)):
                opened[above.indent] += 1
    idle = {place for place, times in opened.items() if times > 1 and times > inwards[place]}
    if not idle or idle >= {one.indent for one in paragraphs if _label(one)}:
        return paragraphs
    return [replace(one, indent=None, inner=None) if one.indent in idle else one for one in paragraphs]


def _without_common_place(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where all words without a label stand at one place, left of the labels, that place says nothing of them.

    Nor does it of the few labels that stand there too: where a program sets only its own numbers in, they were typed.
    """
    labelled = [one.indent for one in paragraphs if one.indent is not None and _label(one)]
    words = [one for one in paragraphs if one.form is Form.WORDS and not (one.label or typed(one.text) or heading(one))]
    places = {one.indent for one in words if one.indent is not None}
    if len(places) != 1 or sum(one.indent is not None for one in words) < 2:
        return paragraphs
    (common,) = places
    here = [one for one in labelled if one == common]
    further = [one for one in labelled if one != common]
    if not further or min(further) <= common + 5 or len(here) * FEW > len(labelled):
        return paragraphs
    return [
        replace(one, indent=None, inner=None) if one.indent == common and not heading(one) else one
        for one in paragraphs
    ]
