"""How many lists a numbered paragraph of a Word document stands in.

Where a document has one design of lists, the levels of that are the depth. Where it has several, which Word makes of
every other list, a list stands inside the one whose paragraphs it stands further in than.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rulebook.importing.file.paragraphs import Paragraph

_BESIDE = 5.0  # points by which paragraphs of one list may differ


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a paragraph's number belongs to: a design of lists, a level of it, and whether it is a sign."""

    family: str
    level: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class _Open:
    numbered: Numbered
    indent: float
    depth: int


def with_depths(read: Sequence[tuple[Paragraph, Numbered | None]]) -> list[Paragraph]:
    """The paragraphs with their depth, where they have a number that Word made."""
    several = len({numbered.family for _, numbered in read if numbered}) > 1
    found: list[Paragraph] = []
    stack: list[_Open] = []
    for paragraph, numbered in read:
        if numbered is None:
            if paragraph.level:
                stack.clear()
        elif not several:
            paragraph = replace(paragraph, depth=numbered.level)
        else:
            if paragraph.level:
                stack.clear()
            opened = _placed(numbered, paragraph.indent or 0, stack)
            paragraph = replace(paragraph, depth=opened.depth)
        found.append(paragraph)
    return found


def _placed(numbered: Numbered, indent: float, stack: list[_Open]) -> _Open:
    """Where a paragraph comes to stand; the stack is left with it on top."""
    same = next(
        (place for place in range(len(stack) - 1, -1, -1) if stack[place].numbered.family == numbered.family), -1
    )
    depth = 0
    if same >= 0:
        del stack[same + 1 :]
        over = stack[-1]
        while stack and stack[-1].numbered.family == numbered.family and stack[-1].numbered.level >= numbered.level:
            over = stack.pop()
        depth = max(0, over.depth + numbered.level - over.numbered.level)
    else:
        beside: _Open | None = None
        while stack and stack[-1].indent >= indent - _BESIDE:
            if numbered.bullet and not stack[-1].numbered.bullet and stack[-1].indent <= indent + _BESIDE:
                break
            beside = stack.pop()
        depth = stack[-1].depth + 1 if stack else beside.depth if beside else 0
    stack.append(_Open(numbered, indent, depth))
    return stack[-1]
