"""Redlines: keeping what is new gives the new book as it is printed, keeping what is old the old one.

A case of `CASES` has what stands under one heading in the old rules, in the new rules and in the redline of both. In the
redline `-` begins a paragraph that goes, `+` one that comes, `<` and `>` one that moves, and within a line `[-words-]`
go and `{+words+}` come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings

from amendments.comparing.redlines.marked_paragraphs import CAME, LEFT, Paragraph, Pieces, lines_of
from amendments.comparing.redlines.redline import redline
from amendments.setting_out.edition import printed_edition
from rulebook.comparing.comparison import compare
from rulebook.printed.lines import Line, plain, provision_lines, unmarked
from rulebook.provision import Rulebook
from rulebook.wording import DELETED, INSERTED, SAME
from tests.amendments.comparing.redlines.cases import CASES, book
from tests.shared.trees import rulebooks

SIGNS = {SAME: "  ", DELETED: "- ", INSERTED: "+ ", LEFT: "< ", CAME: "> "}


def shown(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The paragraphs in the notation of the cases, from the first that is no heading of the front."""
    for one in paragraphs:
        for row in one.rows:
            yield SIGNS[row.mark] + "| " + " | ".join(words(row.mark, cell) for cell in row.cells) + " |"
        if not one.rows:
            yield SIGNS[one.mark] + " ".join(filter(None, (words(one.mark, one.label), words(one.mark, one.pieces))))


def words(mark: str, pieces: Pieces) -> str:
    """Within a paragraph to which something happens as a whole, nothing is marked."""
    signs = {DELETED: "[-{}-]", INSERTED: "{{+{}+}}"} if mark == SAME else {}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in pieces)


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_cases(old: str, new: str, expected: str) -> None:
    found = list(shown(lossless(book(old), book(new))))[3:]  # the title and the headings of FRONT
    assert found == [re.sub(r"^ {8}", "", line) for line in expected.split("\n") if line.strip()]


def lines(rulebook: Rulebook) -> list[Line]:
    page, said = printed_edition(rulebook), unmarked(rulebook)
    front = [Line(plain(page.title), kind="title"), Line(plain(page.subtitle), kind="subtitle")]
    found = [line for place in range(len(rulebook.chapters)) for line in provision_lines(rulebook, (place,), said)]
    return [
        Line(() if one.rows else one.runs, one.label, one.depth, one.kind, one.level, rows=one.rows)
        for one in [*front, *found]
        if one.text or one.kind != "subtitle"
    ]


def lossless(before: Rulebook, after: Rulebook) -> tuple[Paragraph, ...]:
    found = redline(compare(before, after))
    assert list(lines_of(found, new=True)) == lines(after)
    assert list(lines_of(found, new=False)) == lines(before)
    return found


@given(rulebooks(), rulebooks())
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_between_any_two_books(before: Rulebook, after: Rulebook) -> None:
    lossless(before, after)
