"""The words of a paragraph in a Word file, and what is none: breaks, notes, links and fields."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import LeftOut
from tests.rulebook.importing.word.markup import (
    OUTLINE,
    field,
    num,
    p,
    printed,
    r,
    read,
)

BOX = f"<w:txbxContent>{p('Apart')}</w:txbxContent>"
SAID = {  # the runs, the words, what is left out
    "a tab": (r("one\ttwo"), "one two", {}),
    "a line break": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b", {}),
    "hyphens": ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "co-oper", {}),
    "a sign": ('<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "°", {}),
    "a link": (f'<w:hyperlink w:anchor="x">{r("here")}</w:hyperlink>', "here", {}),
    "containers": (f"<w:smartTag>{r('one ')}</w:smartTag><w:sdt><w:sdtContent>{r('two')}</w:sdtContent></w:sdt>", "one two", {}),
    "a formula": ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1", {}),
    "a field": (field("REF clause", r("Clause 4")), "Clause 4", {}),
    "a simple field": (f'<w:fldSimple w:instr="DATE">{r("today")}</w:fldSimple>', "today", {}),
    "a field that never ends": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("lost?"), "", {"field code": "lost?"}),
    "hidden": (r("a ") + r("secret", "<w:vanish/>") + r("b"), "a b", {"hidden text": "secret"}),
    "struck through": (r("a ") + r("old ", "<w:strike/>") + r("older ", "<w:dstrike/>") + r("b"), "a b", {"words struck through": "old older"}),
    "struck through, and not": (r("a ") + r("b", '<w:strike w:val="0"/>'), "a b", {}),
    "a sign without a letter": (r("a ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("b"), "a b", {"sign of the font Wingdings": "F0FC"}),
    "a box": (f"{r('a')}<w:r><w:pict>{BOX}</w:pict></w:r>", "a", {"text box": "Apart"}),
    "a box in two forms": (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{r('a')}",
        "a", {"text box": "Apart"},
    ),
    "quotes and dashes": (r("“five–six” — ‘x’"), "“five–six” — ‘x’", {}),
    "how a word is said": (
        f"<w:r><w:ruby><w:rt>{r('saying')}</w:rt><w:rubyBase>{r('word')}</w:rubyBase></w:ruby></w:r>",
        "word", {"words over other words": "saying"},
    ),
    "a comment": (r("a") + "<!-- no -->" + '<w:r><w:commentReference w:id="1"/></w:r>', "a", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_the_words_of_a_paragraph(case: str) -> None:
    runs, words, left_out = SAID[case]
    document = read(p(runs) + p("end"))
    assert printed(document) == [f"|{words}"] * bool(words) + ["|end"]
    assert {one.what: one.text for one in document.left_out} == left_out


def test_an_item_that_is_struck_through_keeps_its_number_from_the_next() -> None:
    body = p("a", 1) + p(r("old", "<w:strike/>"), 1) + p("b", 1)
    assert printed(read(body, lists=OUTLINE + num(1, 0))) == ["1.|a", "3.|b"]


BR = "<w:r><w:br/></w:r>"
BROKEN = {  # the runs of one paragraph, and the paragraphs that it is
    "labels": (r("1. one:") + BR + r("(a) two;") + BR + r("but not three.") + BR + r("2.\tfour"), ["|1. one:", "|(a) two;", "|but not three.", "2.|four"]),
    "a sentence that goes on": (r("1. one") + BR + r("and two") + BR + r("2. three"), ["|1. one and two", "|2. three"]),
    "an empty line": (r("one") + BR + BR + r("two"), ["|one", "|two"]),
    "an address": (r("The Clerk") + BR + r("1 High Street"), ["|The Clerk 1 High Street"]),
    "a new page": (r("1. one;") + '<w:r><w:br w:type="page"/></w:r>' + r("2. two."), ["|1. one; 2. two."]),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_paragraphs_with_line_breaks_between_them(case: str) -> None:
    runs, wanted = BROKEN[case]
    assert printed(read(p(runs))) == wanted


def test_a_line_calls_its_own_notes_and_spaces_put_it_further_in() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{number}">{p(f"note {number}")}</w:footnote>' for number in (2, 3))
    body = p(r("1. one:") + call.format(2) + BR + r("    (a) two;") + BR + r("    (b) three.") + call.format(3))
    found = [(one.indent, one.notes) for one in read(body, footnotes=notes).paragraphs]
    assert found == [(0, ("note 2",)), (12, ()), (12, ("note 3",))]


def test_notes_belong_to_the_paragraph_that_calls_them() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" See rule 5."))}</w:footnote>'
        f'<w:footnote w:id="3">{p("One")}{p("two")}</w:footnote><w:footnote w:id="4">{p("Lost")}</w:footnote>'
    )
    document = read(p(r("the vote") + call + own), footnotes=notes)
    assert printed(document) == ["|the vote"]
    assert document.paragraphs[0].notes == ("See rule 5.", "One two")
    assert document.left_out == (LeftOut("note that nothing calls", "Lost"),)


def link(to: str, words: str) -> str:
    return f'<w:hyperlink w:anchor="{to}">{r(words)}</w:hyperlink>'


def place(name: str) -> str:
    return f'<w:bookmarkStart w:id="0" w:name="{name}"/><w:bookmarkEnd w:id="0"/>'


LINKS = {  # the paragraphs, the words that are read, and the notes of the first
    "a mark and a way back": (
        p(place("a") + r("the vote") + link("b", "1") + r(".")) + p("Rule 2.") + p(place("b") + r("See rule 5.") + link("a", "↩")),
        ["|the vote.", "|Rule 2."],
        ("See rule 5.",),
    ),
    "the mark itself leads back": (
        p(place("a") + r("the vote") + link("b", "[1]")) + p(place("b") + link("a", "1") + r(". See rule 5.")),
        ["|the vote"],
        ("See rule 5.",),
    ),
    "a place before a paragraph is in it": (
        p(place("a") + r("the vote") + link("b", "1")) + place("b") + p(r("1 See rule 5. ") + link("a", "back")),
        ["|the vote"],
        ("See rule 5.",),
    ),
    "nothing leads back": (
        p(r("as rule ") + link("b", "5") + r(" says")) + p(place("b") + r("5. Nobody joins twice.")),
        ["|as rule 5 says", "|5. Nobody joins twice."],
        (),
    ),
    "words lead back, as in a contents page": (
        p(place("a") + link("b", "5")) + p(place("b") + r("5. Votes. ") + link("a", "To the contents")),
        ["|5", "|5. Votes. To the contents"],
        (),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "words", "notes"), LINKS.values(), ids=LINKS)
def test_links_that_lead_there_and_back_are_notes(body: str, words: list[str], notes: tuple[str, ...]) -> None:
    document = read(body)
    assert printed(document) == words
    assert document.paragraphs[0].notes == notes
