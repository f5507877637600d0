"""Blocks: lines that are set apart with > or with a fence, whose words are new text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.reading.quotations import Quotation
from rulebook.source import Span

_QUOTED_LINE = re.compile(r"[ \t]*> ?")
_FENCE = re.compile(r"[ \t]*```")


def begins_block(text: str, place: int) -> bool:
    """Whether the line that begins at a place is of a block."""
    return (_QUOTED_LINE.match(text, place) or _FENCE.match(text, place)) is not None


def end_of_block(text: str, place: int) -> int:
    """Where the block quote or the fence ends that begins on this line. Blank lines inside belong to it."""
    if _FENCE.match(text, place):
        closing = re.compile(r"\n[ \t]*```[ \t]*(?:\n|$)").search(text, place)
        return closing.end() if closing else len(text)
    end = place
    for match in re.compile(r"(?:[ \t]*>[^\n]*(?:\n|$)|[ \t]*\n(?=[ \t]*>))+").finditer(text, place):
        end = match.end()
        break
    return end


def lines_of_blocks(text: str) -> Iterator[Span]:
    """The lines of block quotes and fences: no quotation begins there."""
    place, fence = 0, False
    for line in text.splitlines(keepends=True):
        fenced = _FENCE.match(line) is not None
        if fence or fenced or _QUOTED_LINE.match(line):
            yield place, place + len(line)
        fence = fence != fenced
        place += len(line)


def block_words(text: str, span: Span) -> Quotation:
    """What a block says, without the marks that set it apart."""
    lines = text[slice(*span)].rstrip().split("\n")
    if _FENCE.match(lines[0]):
        return Quotation("\n".join(lines[1:-1]), span, "block")
    shown = [_QUOTED_LINE.sub("", line, count=1) for line in lines]
    return Quotation("\n".join(shown).strip("\n"), (span[0], span[0] + len(text[slice(*span)].rstrip())), "block")
