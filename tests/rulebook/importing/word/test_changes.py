"""Tracked changes in a Word file: accepted or rejected, and reported."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import LeftOut, pipe_table
from tests.rulebook.importing.word.markup import (
    ENDED,
    OUTLINE,
    num,
    p,
    printed,
    r,
    read,
    row,
    table,
)

INS, DEL = '<w:ins w:id="1">{}</w:ins>', '<w:del w:id="2">{}</w:del>'
STRUCK = r("old").replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
CHANGED = {  # the body, what it is accepted, what it is rejected
    "words": (p(r("a ") + INS.format(r("new")) + DEL.format(STRUCK) + r(" b")), ["|a new b"], ["|a old b"]),
    "put in and taken out": (p(r("a") + INS.format(DEL.format(STRUCK))), ["|a"], ["|a"]),
    "moved": (p(f"<w:moveFrom>{r('x')}</w:moveFrom>{r('a')}<w:moveTo>{r('x')}</w:moveTo>"), ["|ax"], ["|xa"]),
    "a paragraph put in": (p("a") + p(INS.format(r("new")), more=ENDED.format("ins")) + p("b"), ["|a", "|new", "|b"], ["|a", "|b"]),
    "a paragraph taken out": (p("a") + p(DEL.format(STRUCK), more=ENDED.format("del")) + p("b"), ["|a", "|b"], ["|a", "|old", "|b"]),
    "two made one": (p("a ", 1, more=ENDED.format("del")) + p("b", 1) + p("c", 1), ["1.|a b", "2.|c"], ["1.|a", "2.|b", "3.|c"]),
    "a heading run into its words": (p("Fees. ", more="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("They"), ["|Fees. They"], ["|Fees. They"]),
    "the last taken out": (p("a") + p(DEL.format(STRUCK), more=ENDED.format("del")), ["|a"], ["|a", "|old"]),
    "a number given": (p("a", more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="3"/></w:numPr>'), ["1.|a"], ["|a"]),
    "a number given by other properties": (p("a", 1, more="<w:pPrChange><w:pPr/></w:pPrChange>"), ["1.|a"], ["|a"]),
    "a row": (table(row("a", "b"), row("c", "d", more='<w:ins w:id="1"/>')), ["|" + pipe_table([["a", "b"], ["c", "d"]])], ["|" + pipe_table([["a", "b"]])]),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGED)
def test_tracked_changes_are_accepted_or_rejected(case: str) -> None:
    body, accepted, rejected = CHANGED[case]
    lists = OUTLINE + num(1, 0)
    assert printed(read(body, "accept", lists=lists)) == accepted
    assert printed(read(body, "reject", lists=lists)) == rejected


def test_tracked_changes_are_reported_and_their_words_left_out() -> None:
    document = read(p(r("a") + INS.format(r("new")) + DEL.format(STRUCK)))
    assert [guess.about for guess in document.guesses] == ["change"]
    assert "2 tracked changes" in document.guesses[0].message and "--tracked reject" in document.guesses[0].message
    assert document.left_out == (LeftOut("tracked deletion", "old", line=1),)
    assert read(p("a")).guesses == ()


NUMBERED = {  # what a tracked change did to a paragraph, and whether it is one that the report must name
    "put in a list": ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr/></w:pPrChange>', True),
    "moved to another level": ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>', True),
    "given a number": ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="3"/></w:numPr>', True),
    "moved to the middle": ('<w:jc w:val="center"/><w:pPrChange><w:pPr/></w:pPrChange>', False),
}  # fmt: skip


@pytest.mark.parametrize("case", NUMBERED)
def test_numbers_that_are_tracked_changes_are_reported(case: str) -> None:
    more, named = NUMBERED[case]
    assert bool(read(p("a", more=more), lists=OUTLINE + num(1, 0)).guesses) == named
