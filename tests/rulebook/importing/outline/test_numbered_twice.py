"""Lists that the program numbers and somebody has numbered as well."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import Document, Paragraph
from rulebook.importing.outline.numbered_twice import numbered_once


def listed(line: str) -> Paragraph:
    """A paragraph from "depth|automatic number|words"; words of no list where both are empty."""
    depth, label, words = line.split("|")
    return Paragraph(words, label, bool(label), depth=int(depth) if depth else None)


CASES = {
    "all typed numbers count: they are the numbers": (
        ["0|1.|(a) The name.", "0|2.|(b) The aims."],
        ["0|(a)|The name.", "0|(b)|The aims."],
    ),
    "with a list in the list, and words that stand in no list": (
        ["0|1.|(a) The aims:", "1|1.|(i) to sing;", "1|2.|(ii) to play.", "||They bind.", "0|2.|(b) The name."],
        ["0|(a)|The aims:", "1|(i)|to sing;", "1|(ii)|to play.", "||They bind.", "0|(b)|The name."],
    ),
    "one alone that goes on from the number before": (
        ["0|3.|A member is removed.", "0|1.|3A. A member may rejoin.", "0|4.|A member may leave."],
        ["0|3.|A member is removed.", "0|3A|A member may rejoin.", "0|4.|A member may leave."],
    ),
    "only some begin with a number: it is of their words": (
        ["0|1.|(a) and (b) below.", "0|2.|Others."],
        ["0|1.|(a) and (b) below.", "0|2.|Others."],
    ),
    "the same number again: it is the first of lists that were typed": (
        ["0|1.|(a) The name.", "0|2.|(a) The aims."],
        ["0|1.|(a) The name.", "0|2.|(a) The aims."],
    ),
    "one alone that goes on from nothing": (["0|1.|(a) The name."], ["0|1.|(a) The name."]),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_the_typed_numbers_are_kept_where_they_count(given: list[str], expected: list[str]) -> None:
    found = numbered_once(Document(tuple(map(listed, given))))
    depths = ["" if one.depth is None else str(one.depth) for one in found.paragraphs]
    assert [f"{depth}|{one.label}|{one.text}" for depth, one in zip(depths, found.paragraphs, strict=True)] == expected
    assert bool(found.guesses) == (given != expected)
