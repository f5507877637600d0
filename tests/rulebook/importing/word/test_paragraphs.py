"""Paragraphs of a Word file: labels that somebody typed, where each stands, and how it looks."""

from __future__ import annotations

import pytest

from tests.rulebook.importing.word.markup import (
    OUTLINE,
    in_list,
    num,
    p,
    printed,
    r,
    read,
    style,
)

TYPED = {
    "5.\tThe members": "5.|The members",
    "5.  The members": "|5. The members",
    "\t(a)\tone": "(a)|one",
    "Clause IV.\tTitle": "Clause IV.|Title",
    "Chapter 5\tSelections": "Chapter 5|Selections",
    "•\tone": "•|one",
    "–\tone": "–|one",
    "J.5.8\tone": "J.5.8|one",
    "5A\tone": "5A|one",
    "Members\tvote": "|Members vote",
    "Fee\t£20": "|Fee £20",
    "The 5.\tone": "|The 5. one",
    "2026\tthe year": "|2026 the year",
    "5.\t(a)\tone": "5.|(a) one",
}


@pytest.mark.parametrize("words", TYPED)
def test_a_label_with_a_tab_after_it_is_apart_from_the_words(words: str) -> None:
    document = read(p(words))
    assert printed(document) == [TYPED[words]]
    assert document.paragraphs[0].settled == bool(document.paragraphs[0].label)


# ------------------------------------------------------------ where a paragraph stands and how it looks

IND = '<w:ind w:left="{}" w:hanging="{}"/>'
STANDING = {  # the paragraph, indent and inner
    "no indent": (p("words"), (0, 0)),
    "of its own": (p("words", more=IND.format(720, 360)), (18, 36)),
    "of the level": (p("words", 1, 1), (28.35, 56.7)),
    "its own before the level's": (p("words", 1, 1, more='<w:ind w:left="720"/>'), (7.65, 36)),
    "of the style": (p("words", style="In"), (30, 40)),
    "the level's before the style's": (p("words", 1, style="In"), (0, 28.35)),
    "the style's before the level's that it names": (p("words", style="Numbered"), (30, 40)),
    "the level's before that of the style underneath": (p("words", style="NumberedIn"), (0, 28.35)),
    "in centimetres": (p("words", more='<w:ind w:start="1in" w:firstLine="0.5in"/>'), (108, 72)),
    "tabs typed before": (p("\t\twords"), (72, 0)),
}


@pytest.mark.parametrize("case", STANDING)
def test_a_paragraph_stands_where_its_list_and_style_put_it(case: str) -> None:
    body, where = STANDING[case]
    styles = (
        style("In", "In", IND.format(800, 200)) + style("Numbered", "Numbered", in_list(1) + IND.format(800, 200))
        + style("NumberedIn", "NumberedIn", in_list(1), on="In")
    )  # fmt: skip
    (one,) = read(body, styles=styles, lists=OUTLINE + num(1, 0)).paragraphs
    assert (one.indent, one.inner) == pytest.approx(where)


BOLD = "<w:b/>"
LOOKS = {  # the paragraph; bold, centred, size, level
    "plain": (p("words"), (False, False, 10, 0)),
    "bold": (p(r("words", BOLD)), (True, False, 10, 0)),
    "partly bold": (p(r("words", BOLD) + r("more")), (False, False, 10, 0)),
    "spaces do not count": (p(r("words", BOLD) + r("  ")), (True, False, 10, 0)),
    "a bold style": (p("words", style="Bold"), (True, False, 14, 0)),
    "a bold style switched off": (p(r("words", '<w:b w:val="0"/>'), style="Bold"), (False, False, 14, 0)),
    "bold twice is not bold": (p(r("words", '<w:rStyle w:val="Strong"/>'), style="Bold"), (False, False, 14, 0)),
    "centred": (p("words", more='<w:jc w:val="center"/>'), (False, True, 10, 0)),
    "a heading by its level": (p("words", more='<w:outlineLvl w:val="2"/>'), (False, False, 10, 3)),
    "a heading by its style's name": (p("words", style="H"), (False, False, 10, 4)),
    "a style on a heading's": (p("words", style="OnH"), (False, False, 10, 4)),
}


@pytest.mark.parametrize("case", LOOKS)
def test_how_a_paragraph_looks(case: str) -> None:
    body, look = LOOKS[case]
    styles = (
        style("Bold", "Bold", run=BOLD + '<w:sz w:val="28"/>') + style("Strong", "Strong", run=BOLD, type="character")
        + style("H", "Heading 4") + style("OnH", "Ours", on="H")
        + '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )  # fmt: skip
    (one,) = read(body, styles=styles).paragraphs
    assert (one.bold, one.centred, one.size, one.level) == look
