"""Redlines: keeping what is new gives the new book as it is printed, keeping what is old the old one."""

from __future__ import annotations

from hypothesis import given, settings

from amendments.consolidated import printed_edition
from amendments.marked_paragraphs import Paragraph, lines_of
from amendments.printed import Line, plain, provision_lines, unmarked
from amendments.redline import redline
from rulebook.comparison import compare
from rulebook.provision import Rulebook
from tests.trees import rulebooks


def lines(rulebook: Rulebook) -> list[Line]:
    page, words = printed_edition(rulebook), unmarked(rulebook)
    front = [Line(plain(page.title), kind="title"), Line(plain(page.subtitle), kind="subtitle")]
    found = [line for place in range(len(rulebook.chapters)) for line in provision_lines(rulebook, (place,), words)]
    return [Line(() if one.rows else one.runs, one.label, one.depth, one.kind, one.level, rows=one.rows) for one in [*front, *found] if one.text or one.kind != "subtitle"]


def lossless(before: Rulebook, after: Rulebook) -> tuple[Paragraph, ...]:
    found = redline(compare(before, after))
    assert list(lines_of(found, new=True)) == lines(after)
    assert list(lines_of(found, new=False)) == lines(before)
    return found


@given(rulebooks(), rulebooks())
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_between_any_two_books(before: Rulebook, after: Rulebook) -> None:
    lossless(before, after)
