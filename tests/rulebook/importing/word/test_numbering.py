"""The numbers that Word makes."""

from __future__ import annotations

import pytest

from rulebook.importing.word.numerals import written
from tests.rulebook.importing.imported import imported, outline
from tests.rulebook.importing.word.markup import (
    OUTLINE,
    anew,
    design,
    docx,
    in_list,
    lvl,
    num,
    p,
    printed,
    read,
    style,
)

DECIMALS = design(0, lvl(0, "decimal", "Chapter %1"), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3"))
LINKED = design(
    0,
    lvl(0, "decimal", "Chapter %1", '<w:pStyle w:val="H1"/>'),
    lvl(1, "upperRoman", "Clause %2.", '<w:pStyle w:val="H2"/>'),
)
NAMED = (
    '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Ours"/>' + lvl(0, "upperLetter", "%1)") + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ours"/></w:abstractNum>' + num(1, 0) + num(2, 1)
)  # fmt: skip
ONLY_LEVEL = '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
NUMBERED = {  # the paragraphs as (list, level), the lists, the labels; as LibreOffice prints them, but for the last two
    "levels": ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], OUTLINE + num(1, 0), "1. (a) (b) (i) 2. (a)"),
    "two lists of one design go on": ([(1, 0), (1, 0), (2, 0), (1, 0)], OUTLINE + num(1, 0) + num(2, 0), "1. 2. 3. 4."),
    "begun anew": ([(1, 0), (2, 0), (2, 0), (1, 0)], OUTLINE + num(1, 0) + num(2, 0, anew(0, 1)), "1. 1. 2. 3."),
    "begun at 5": ([(1, 0), (2, 0), (2, 0)], OUTLINE + num(1, 0) + num(2, 0, anew(0, 5)), "1. 5. 6."),
    "levels left out count": ([(1, 1), (1, 0), (1, 2), (1, 1)], DECIMALS + num(1, 0), "1.1 Chapter|2 2.1.1 2.2"),
    "no list": ([(1, 0), (0, 0), (1, 0)], OUTLINE + num(1, 0), "1. - 2."),
    "a list that is not there": ([(7, 0), (1, 0)], OUTLINE + num(1, 0), "- 1."),
    "a level of its own": (
        [(1, 0), (2, 0), (2, 0)],
        OUTLINE + num(1, 0) + num(2, 0, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>{lvl(0, "upperLetter", "%1:")}</w:lvlOverride>'),
        "1. C: D:",
    ),
    "a style of lists": ([(2, 0), (2, 0)], NAMED, "A) B)"),
    "a list in a list": (
        [(1, 0), (2, 0), (2, 0), (1, 0), (2, 0)],
        OUTLINE + design(1, lvl(0, "lowerLetter", "%1)")) + num(1, 0) + num(2, 1), "1. a) b) 2. c)",
    ),
    "bullets": ([(1, 0), (1, 1)], design(0, lvl(0, "bullet", "\uf0b7"), lvl(1, "bullet", "o")) + num(1, 0), "• •"),
    "words for a number": ([(1, 0), (1, 0)], design(0, lvl(0, "none", "Note:")) + num(1, 0), "Note: Note:"),
    "from 0": ([(1, 0), (1, 0), (1, 1)], design(0, lvl(0, "decimal", "%1.", start=0), lvl(1, "decimal", "%1.%2", start=4)) + num(1, 0), "0. 1. 1.4"),
    "a circle of styles": ([(1, 0)], '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ours"/></w:abstractNum>' + num(1, 0), "-"),
    "legal numbers": (
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        design(0, lvl(0, "upperRoman", "Clause %1."), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0),
        "Clause|I. 1.1 Clause|II. 2.1",
    ),
    "never begun anew": (
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        design(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
        "I. 1 II. 2",
    ),
}  # fmt: skip


STYLED = {  # of each style, what it says of its list and which it is based on; the styles of the paragraphs; the labels
    "a style that gives only the level": ({"A": (in_list(1, 1), ""), "B": (ONLY_LEVEL, "A")}, "A A B B A", "(a) (b) (i) (ii) (c)"),
    "a style that gives nothing": ({"A": (in_list(1, 1), ""), "B": ("", "A")}, "A B A", "(a) (b) (c)"),
    "a level over two styles": ({"A": (in_list(1, 0), ""), "B": ("", "A"), "C": (ONLY_LEVEL, "B")}, "A B C", "1. 2. (i)"),
    "a list of its own": ({"A": (in_list(1, 1), ""), "B": (in_list(1, 0), "A")}, "B A", "1. (a)"),
}  # fmt: skip


@pytest.mark.parametrize("case", STYLED)
def test_the_nearest_style_says_the_level(case: str) -> None:
    said, used, labels = STYLED[case]
    styles = "".join(style(key, key, more, on) for key, (more, on) in said.items())
    document = read("".join(p("words", style=key) for key in used.split()), lists=OUTLINE + num(1, 0), styles=styles)
    assert [one.label for one in document.paragraphs] == labels.split()


@pytest.mark.parametrize("case", NUMBERED)
def test_the_numbers_are_those_that_word_prints(case: str) -> None:
    places, lists, labels = NUMBERED[case]
    styles = style("Ours", "Ours", in_list(1), type="numbering")
    document = read("".join(p("words", *place) for place in places), lists=lists, styles=styles)
    wanted = ["" if label == "-" else label.replace("|", " ") for label in labels.split()]
    assert [one.label for one in document.paragraphs] == wanted
    assert [one.settled for one in document.paragraphs] == [bool(label) for label in wanted]


@pytest.mark.parametrize(
    ("format", "numbers"),
    [
        ("decimal", {1: "1", 20: "20"}),
        ("decimalZero", {4: "04", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa", 2000: "2000"}),
        ("upperRoman", {4: "IV", 49: "XLIX", 5000: "5000"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("cardinalText", {1: "One", 21: "Twenty-one"}),
        ("ordinalText", {2: "Second", 12: "Twelfth", 20: "Twentieth", 31: "Thirty-first"}),
        ("none", {3: ""}),
        ("chineseCounting", {3: "3"}),
    ],
)
def test_numbers_are_written_as_word_writes_them(format: str, numbers: dict[int, str]) -> None:
    assert {number: written(number, format) for number in numbers} == numbers


def test_headings_are_numbered_by_their_styles() -> None:
    styles = (
        style("H1", "heading 1", in_list(1)) + style("H2", "heading 2", in_list(1, 1)) + style("H2b", "Ours", on="H2")
    )
    body = (
        p("Aims", style="H1")
        + p("Name", style="H2")
        + p("Seat", style="H2b")
        + p("None", 0, style="H2")
        + p("Funds", style="H1")
    )
    document = read(body, styles=styles, lists=LINKED + num(1, 0))
    assert printed(document) == ["Chapter 1|Aims", "Clause I.|Name", "Clause II.|Seat", "|None", "Chapter 2|Funds"]
    assert [one.level for one in document.paragraphs] == [1, 2, 2, 2, 1]


def test_a_number_of_a_kind_that_is_not_known_is_a_guess() -> None:
    document = read(p("words", 1), lists=design(0, lvl(0, "chineseCounting", "%1.")) + num(1, 0))
    assert printed(document) == ["1.|words"]
    assert [guess.about for guess in document.guesses] == ["label"]


def test_a_list_that_was_told_where_to_begin_and_begins_again_is_a_guess() -> None:
    places = [(1, 0), (2, 1), (2, 1), (2, 0), (2, 1)]
    document = read("".join(p("words", *place) for place in places), lists=OUTLINE + num(1, 0) + num(2, 0, anew(1, 3)))
    assert [one.label for one in document.paragraphs] == ["1.", "(c)", "(d)", "2.", "(a)"]
    assert [(guess.about, guess.line) for guess in document.guesses] == [("label", 5)]


def test_lists_of_several_designs_stand_in_one_another_by_their_indents() -> None:
    second = design(1, lvl(0, "lowerLetter", "%1)").replace('"567" w:h', '"1134" w:h'))
    body = p("one", 1) + p("a", 2) + p("b", 2) + p("two", 1) + p("sub", 1, 1)
    document = read(body, lists=OUTLINE + second + num(1, 0) + num(2, 1))
    assert [one.depth for one in document.paragraphs] == [0, 1, 1, 0, 1]


AUTOMATIC = {  # how Word writes the number of an article, and how the tree has it
    "cardinalText": ("Article %1", ["1", "2"]),
    "upperRoman": ("ARTICLE %1:", ["I", "II"]),
    "decimal": ("Article %1.", ["1", "2"]),
}


@pytest.mark.parametrize("format", AUTOMATIC)
def test_sections_that_word_numbers_have_sentences(format: str) -> None:
    text, labels = AUTOMATIC[format]
    lists = design(0, lvl(0, format, text), lvl(1, "decimal", "Section %2."), lvl(2, "lowerLetter", "(%3)")) + num(1, 0)
    body = p("Name", 1) + p("The name is this.", 1, 1) + p("Members", 1) + p("A member may:", 1, 1)
    body += p("join; or", 1, 2) + p("leave.", 1, 2) + p("Nobody else may vote.", 1, 1)
    first, second = labels
    assert outline(imported(docx(body, lists=lists), "rules.docx").rulebook) == [
        f"{first}: Name", f"{first}.1: The name is this.", f"{second}: Members", f"{second}.1: A member may:",
        f"{second}.1.a: join; or", f"{second}.1.b: leave.", f"{second}.2: Nobody else may vote.",
    ]  # fmt: skip
