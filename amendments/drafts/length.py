"""How long a draft is, as it is counted at the foot of its paper and against a limit.

Of a motion all counts but its supporting argument and background, with the headings that are part of its sentences
("This CLP notes"). Of anything else all of it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amendments.drafts.body_lines import body_lines
from amendments.drafts.draft import Draft
from amendments.drafts.sections import ARGUMENTS, Section
from rulebook.printed.lines import Line, plain, printable, words_in

MOTIONS = frozenset(("motion", "emergency motion", "composite", "motion of no confidence", "motion of intent"))
"""The kinds whose text is a motion's own. An amendment to a motion is none: it is instructions."""

BESIDE_THE_MOTION = frozenset(ARGUMENTS) | {"synopsis", "background", "exceptional circumstances", "applicability"}
"""Headings under which a motion's own text does not stand, so that a limit on its length leaves them out."""


def length(draft: Draft) -> int:
    """The words of a draft's text."""
    return length_of_instructions(draft) + words_in(_lines(draft, _counted(draft)))


def length_of_instructions(draft: Draft) -> int:
    """The words of a rule change without its supporting argument."""
    start, end = draft.amendment
    return words_in(body_lines(draft.source.text[start:end])) if end > start else 0


def text_of_motion(draft: Draft) -> tuple[Section, ...]:
    """The sections that are a motion's own text."""
    return tuple(_counted(draft))


def _counted(draft: Draft) -> Iterator[Section]:
    for section in draft.sections:
        beside = draft.kind in MOTIONS and printable(section.heading).casefold() in BESIDE_THE_MOTION
        if not beside and not holds_amendment(section, draft):
            yield section


def _lines(draft: Draft, sections: Iterable[Section]) -> Iterator[Line]:
    for section in sections:
        if draft.kind in MOTIONS:
            yield Line(plain(printable(section.heading)))
        yield from body_lines(section.body)


def holds_amendment(section: Section, draft: Draft) -> bool:
    """Whether a section is, or has in it, the instructions of a draft."""
    start, end = draft.amendment
    return section.span[0] < end and start < section.span[1]
