"""The words of PDF pages without what stands round them: running heads, page numbers, and numbers of lines."""

from __future__ import annotations

from collections.abc import Sequence

from rulebook.importing.file.paragraphs import LeftOut, squeezed
from rulebook.importing.pdf.line_numbers import line_numbers, numbers_at
from rulebook.importing.pdf.page.lines import Line, Word, spaced
from rulebook.importing.pdf.running_heads import Surroundings


def without_surroundings(
    pages: Sequence[Sequence[Line]], around: Sequence[Surroundings], left_out: list[LeftOut]
) -> list[list[Word]]:
    """The words of the pages that are neither in running heads nor numbers of lines."""
    bodies: list[list[Line]] = []
    for page, one in zip(pages, around, strict=True):
        for place, what in sorted(one.dropped.items()):
            left_out.append(LeftOut(what, squeezed(spaced(page[place])), one.number))
        bodies.append([line for place, line in enumerate(page) if place not in one.dropped])
    numbers = [{side: numbers_at(lines, side) for side in (0, -1)} for lines in bodies]
    counting = [{side: line_numbers(list(found)) for side, found in sides.items()} for sides in numbers]
    kept: list[list[Word]] = []
    for lines, one, sides, certain in zip(bodies, around, numbers, counting, strict=True):
        dropped: set[tuple[int, int]] = set()
        for side in (0, -1):
            pages_with = sum(bool(other[side]) for other in counting)
            places = certain[side]
            if not places and 2 * pages_with >= len(pages) > 1:  # a page of a few lines has one number, or none
                places = {place for place, value in enumerate(sides[side]) if value is not None and value % 5 == 0}
            dropped |= {(place, side) for place in places}
        if dropped:
            said = " ".join(lines[place].words[side].text for place, side in sorted(dropped))
            left_out.append(LeftOut("line numbers", said, one.number))
        kept.append(
            [
                word
                for place, line in enumerate(lines)
                for word in line.words[(place, 0) in dropped : len(line.words) - ((place, -1) in dropped)]
            ]
        )
    return kept
