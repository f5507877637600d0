"""Word files read into paragraphs: what Word prints, and nothing that it does not."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings

from amendments.papers.consolidated import consolidated
from amendments.setting_out.edition import _edition
from rulebook.importing.file.paragraphs import Document, Form, LeftOut, pipe_table, squeezed
from rulebook.importing.word.document import read_word
from rulebook.importing.word.numerals import written
from rulebook.provision import Rulebook
from rulebook.source import Unreadable
from tests.shared.trees import rulebooks

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def docx(body: str, *, lists: str = "", styles: str = "", **others: str | bytes) -> bytes:
    """A small Word file. `others` are further parts: `footnotes="<w:footnote ...>"`."""
    made = io.BytesIO()
    parts = {
        "document": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {NAMES}>{NORMAL}{styles}</w:styles>",
        "numbering": f"<w:numbering {NAMES}>{lists}</w:numbering>",
    }
    parts |= {name: f"<w:{name} {NAMES}>{part}</w:{name}>" for name, part in others.items()}
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(
            "_rels/.rels",
            RELATED.format(f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        )
        zipped.writestr("word/_rels/document.xml.rels", RELATED.format(related))
        for name, part in parts.items():
            zipped.writestr(f"word/{name}.xml", part)
    return made.getvalue()


RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def p(words: str, list: int | None = None, level: int = 0, style: str = "", more: str = "") -> str:
    """A paragraph; its words are text, or runs where they begin with "<"."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>' if list is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{words if words.startswith('<') else r(words)}</w:p>"


def r(words: str, more: str = "") -> str:
    """A run of words; a tab in them is Word's."""
    texts = "<w:tab/>".join(f'<w:t xml:space="preserve">{text}</w:t>' for text in words.split("\t"))
    return f"<w:r><w:rPr>{more}</w:rPr>{texts}</w:r>"


def lvl(level: int, format: str, text: str, more: str = "", start: int = 1) -> str:
    left = (level + 1) * 567
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def design(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def anew(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(key: str, name: str, more: str = "", on: str = "", run: str = "", type: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    return f'<w:style w:type="{type}" w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:pPr>{more}</w:pPr><w:rPr>{run}</w:rPr></w:style>'


def in_list(key: int, level: int | None = None) -> str:
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return f'<w:numPr>{at}<w:numId w:val="{key}"/></w:numPr>'


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def tc(words: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{words if words.startswith(('<w:p>', '<w:tbl>')) else p(words)}</w:tc>"


def field(code: str, shown: str) -> str:
    def mark(place: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{place}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{shown}{mark('end')}"


def printed(document: Document) -> list[str]:
    """The paragraphs as "label|words"."""
    return [f"{one.label}|{one.text}" for one in document.paragraphs]


def read(body: str, tracked: str = "accept", **parts: str) -> Document:
    return read_word(docx(body, **parts), "rules.docx", tracked=tracked)


# ------------------------------------------------------------ the numbers that Word makes

OUTLINE = design(0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)"), lvl(2, "lowerRoman", "(%3)"))
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


# ------------------------------------------------------------ labels that somebody typed

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


# ------------------------------------------------------------ words, and what is none

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


def test_what_stands_on_every_page_is_left_out_once() -> None:
    document = read(
        p("words"), header1=p("Rules 2026"), footer1=p("1"), comments=f'<w:comment w:id="1">{p("Why?")}</w:comment>'
    )
    assert [(one.what, one.text) for one in document.left_out] == [("header", "Rules 2026"), ("comment", "Why?")]


def test_the_title_comes_before_the_rules_and_the_contents_are_kept_apart() -> None:
    styles = style("Title", "Title") + style("Subtitle", "Subtitle") + style("T1", "toc 1") + style("H1", "heading 1")
    listed = f'<w:hyperlink w:anchor="_Toc1">{r("Chapter 1")}</w:hyperlink>{r(chr(9))}{field("PAGEREF _Toc1", r("3"))}'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        p("Model", style="Title") + p("Rules", style="Title") + p("2026", style="Subtitle")
        + f"<w:sdt>{gallery}<w:sdtContent>{p('Contents')}{p(listed)}</w:sdtContent></w:sdt>" + p("Schedule A\tiv", style="T1")
        + p("Chapter 1", style="H1") + p("Later", style="Title")
    )  # fmt: skip
    document = read(body, styles=styles)
    assert document.title == "Model Rules"
    assert [(entry.text, entry.page) for entry in document.contents] == [("Chapter 1", "3"), ("Schedule A", "iv")]
    assert printed(document) == ["|Chapter 1", "|Later"]
    assert [one.what for one in document.left_out] == ["title"] * 2 + ["title page"] + ["contents page"] * 3


def test_a_contents_field_that_never_ends_does_not_swallow_the_rules() -> None:
    marks = [f'<w:r><w:fldChar w:fldCharType="{place}"/></w:r>' for place in ("begin", "separate")]
    body = p(f"{marks[0]}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{marks[1]}{r('Aims' + chr(9) + '2')}") + p(
        "The rules."
    )
    document = read(body)
    assert printed(document) == ["|The rules."]
    assert [entry.text for entry in document.contents] == ["Aims"]


def test_pages_are_counted_where_word_says_where_they_end() -> None:
    ended = "<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>"
    assert [one.page for one in read(p("one") + p(ended) + p("three")).paragraphs] == ["1", "2", "2"]
    assert [one.page for one in read(p("one")).paragraphs] == [""]


def test_a_number_that_only_word_knows_is_reported() -> None:
    document = read(p(field("LISTNUM", "") + r("words")))
    assert [guess.about for guess in document.guesses] == ["label"]


# ------------------------------------------------------------ tables

TABLES = {
    "a table": (table(row("Fee", "Rate"), row("Full", "£20")), ["|" + pipe_table([["Fee", "Rate"], ["Full", "£20"]])]),
    "cells over columns and rows": (
        table(row(tc("Fees", '<w:gridSpan w:val="2"/>'), "x"), row(tc("", '<w:vMerge/>'), "a", "b")),
        ["|" + pipe_table([["Fees", "", "x"], ["", "a", "b"]])],
    ),
    "one column is layout": (table(row("One"), row("Two")), ["|One", "|Two"]),
    "labels beside words": (table(row("5.", "The members"), row("", "vote:"), row("6.", "Next")), ["5.|The members", "|vote:", "6.|Next"]),
    "two labels beside words": (table(row("5.", "(a)", "one"), row("", "(b)", "two")), ["5.|", "(a)|one", "(b)|two"]),
    "a heading over them": (table(row(tc("Clause I", '<w:gridSpan w:val="2"/>')), row("1.", "one")), ["|Clause I", "1.|one"]),
    "labels in a column for each list": (
        table(row("1.", tc("one:", '<w:gridSpan w:val="2"/>')), row("", "(a)", "two"), row("", "", "three")), ["1.|one:", "(a)|two", "|three"]
    ),
    "figures are no labels": (table(row("1", "£20"), row("2", "£40")), ["|" + pipe_table([["1", "£20"], ["2", "£40"]])]),
    "a table in a table": (
        table(row("a", tc(table(row("b", "c"), row("d", "e|f")))), row("g", "h")),
        ["|" + pipe_table([["a", "b c d e|f"], ["g", "h"]])],
    ),
    "no words": (table(row("", "")) + p("end"), ["|end"]),
    "a row taken out": (table(row("a", "b"), row("c", "d", more='<w:del w:id="1"/>')), ["|" + pipe_table([["a", "b"]])]),
    "spans without end": (table(row(tc("a", '<w:gridSpan w:val="999999999"/>'), "b")), ["|" + pipe_table([["a", *[""] * 62, "b"]])]),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_tables(case: str) -> None:
    body, wanted = TABLES[case]
    document = read(body)
    assert printed(document) == wanted
    assert all((one.form is Form.TABLE) == one.text.startswith("|") for one in document.paragraphs)


# ------------------------------------------------------------ tracked changes

INS, DEL = '<w:ins w:id="1">{}</w:ins>', '<w:del w:id="2">{}</w:del>'
ENDED = "<w:rPr><w:{} w:id='9'/></w:rPr>"
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


# ------------------------------------------------------------ documents that this tool wrote


@settings(max_examples=25, deadline=None)
@given(rulebooks())
def test_a_book_written_as_a_word_file_is_read_with_the_same_words_labels_and_depths(rulebook: Rulebook) -> None:
    wanted: list[tuple[str, str, int | None, int, list[str]]] = []
    for line in _edition(rulebook, ()).lines:
        text, depth = squeezed(line.text), min(line.depth, 7) - 1
        if line.kind == "note":
            wanted[-1][-1].append(squeezed(line.text.removeprefix("Note: ")))
        elif line.kind == "table":
            wanted.append(("", pipe_table([list(row) for row in line.rows]), depth, 0, []))
        elif line.kind == "heading":
            wanted.append(("", squeezed(f"{line.label} {line.text}"), None, line.level, []))
        elif line.label or text:
            wanted.append((line.label, text, depth, 0, []))
    written = consolidated(rulebook, "docx")
    assert isinstance(written, bytes)
    document = read_word(written, "rules.docx")
    assert [(one.label, one.text, one.depth, one.level, [*one.notes]) for one in document.paragraphs] == wanted
    assert all(one.settled or one.level for one in document.paragraphs)
    assert (document.organisation, document.edition) == (rulebook.organisation, rulebook.edition)


OWN = "".join(style(name, name) for name in ("Provision1", "Provision2", "ProvisionText1", "Note"))
EDITED = {  # a paragraph that somebody wrote into such a document, and what is read
    "as we write it": (p("5.\tfoo", style="Provision2"), ("5.", "foo", True, 1)),
    "no tab": (p("5. foo", style="Provision2"), ("", "5. foo", False, None)),
    "an automatic number": (p("foo", 1, style="Provision2"), ("1.", "foo", True, 0)),
    "a label that is none": (p("5. foo", style="ProvisionText1"), ("", "5. foo", True, 0)),
    "a note with nothing before it": (p("Note: foo", style="Note"), ("", "Note: foo", False, None)),
    "another style": (p("5. foo"), ("", "5. foo", False, None)),
}


@pytest.mark.parametrize("case", EDITED)
def test_a_document_of_ours_may_have_been_written_on(case: str) -> None:
    body, wanted = EDITED[case]
    (one,) = read(body, styles=OWN, lists=OUTLINE + num(1, 0)).paragraphs
    assert (one.label, one.text, one.settled, one.depth) == wanted


def test_a_style_of_the_same_name_means_nothing_in_another_document() -> None:
    assert printed(read(p("a") + p("Note: b", style="Note"), styles=style("Note", "Note"))) == ["|a", "|Note: b"]


# ------------------------------------------------------------ files that cannot be used


def with_part(name: str, content: bytes) -> bytes:
    made = io.BytesIO(docx(p("words")))
    with zipfile.ZipFile(made) as before:
        parts = {one: before.read(one) for one in before.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for one, old in {**parts, name: content}.items():
            zipped.writestr(one, old)
    return made.getvalue()


def main(xml: str) -> bytes:
    return with_part("word/document.xml", xml.encode())


def lying(size: int) -> bytes:
    """A file whose directory says that its main part is small."""
    whole = bytearray(with_part("word/document.xml", b"<a>" + b" " * 80_000_000))
    at = whole.rfind(b"PK\1\2", 0, whole.rfind(b"word/document.xml"))
    whole[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(whole)


def encrypted() -> bytes:
    whole = bytearray(docx(p("words")))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := whole.find(sign, at + 1)) >= 0:
            whole[at + place] |= 1
    return bytes(whole)


DEEP = "".join(f"<w:smartTag w:a='{n}'>" for n in range(5000)) + "</w:smartTag>" * 5000
UNUSABLE = {  # the file, and what the message or the help must say
    "empty": (lambda: b"", "not a Word document"),
    "text": (lambda: b"1. The rules", "not a Word document"),
    "a web page": (lambda: b"<html>", "a web page"),
    "an older Word": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as .docx"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a zip with a password": (encrypted, "password"),
    "cut short": (lambda: docx(p("words"))[:-300], "not copied whole"),
    "cut in the middle": (lambda: docx(p("words"))[:300], "not copied whole"),
    "only a head": (lambda: b"PK\3\4", "not copied whole"),
    "no words": (lambda: main(f"<w:document {NAMES}/>"), "no words"),
    "another zip": (lambda: with_part("word/document.xml", b"").replace(b"word/document.xml", b"word/ducument.xml"), "not a Word document"),
    "no XML": (lambda: main("1. The rules"), "damaged"),
    "broken XML": (lambda: main("<w:document>"), "damaged"),
    "a NUL byte": (lambda: main(f"<w:document {NAMES}><w:body>\0</w:body></w:document>"), "damaged"),
    "an entity of a file": (lambda: main('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "DOCTYPE"),
    "a DTD from elsewhere": (lambda: main('<!DOCTYPE a SYSTEM "http://barchester.example/a.dtd"><a/>'), "DOCTYPE"),
    "entities of entities": (
        lambda: main('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "&a;&a;&a;">' for n in range(99)) + "]><a>&a;</a>"),
        "DOCTYPE",
    ),
    "a bomb": (lambda: with_part("word/document.xml", b"<a>" + b" " * 80_000_000), "too large"),
    "a bomb whose directory lies": (lambda: lying(400), "damaged"),
    "a bomb among the styles": (lambda: with_part("word/styles.xml", b"<a>" + b" " * 80_000_000), "too large"),
    "millions of empty elements": (lambda: main(f"<w:document {NAMES}><w:body>{'<w:p/>' * 2_000_000}</w:body></w:document>"), "too large"),
    "very many paragraphs": (lambda: docx(p("a") * 60_000), "60,000 paragraphs"),
    "two parts of one name": (lambda: with_part("word/document.xmm", b"<a/>").replace(b"document.xmm", b"document.xml"), "two parts of one name"),
    "thousands of levels": (lambda: docx(p(DEEP + r("x"))), "nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_file_that_cannot_be_used_is_refused_in_plain_words_at_once(case: str) -> None:
    make, says = UNUSABLE[case]
    data = make()
    began = time.process_time()
    with pytest.raises(Unreadable) as refused:
        read_word(data, "rules.docx")
    assert time.process_time() - began < 2
    assert says in refused.value.message + refused.value.help and "rules.docx" in refused.value.message
    assert refused.value.help


HEAVY = {
    "a paragraph of very many runs": p(r("a ") * 40_000),
    "very many fields that never end": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000) + p("end"),
    "very many paragraphs joined": p("a", more=ENDED.format("del")) * 20_000 + p("end"),
    "very many empty paragraphs": "<w:p/>" * 100_000 + p("end"),
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 60 + p("end") + "</w:tc></w:tr></w:tbl>" * 60,
    "numbers of any size": p("end", 1),
    "very many lists": p("end", 30_000),
}


@pytest.mark.parametrize("case", HEAVY)
def test_a_file_that_is_made_to_take_long_does_not(case: str) -> None:
    lists = design(0, lvl(0, "lowerLetter", "%1" * 300, start=999_999_999)) + "".join(
        num(n, 0) for n in range(1, 30_001)
    )
    data = docx(HEAVY[case], lists=lists if "list" in case or "number" in case else "")
    began = time.process_time()
    document = read_word(data, "rules.docx")
    assert time.process_time() - began < 2
    assert document.paragraphs[-1].text.endswith(("end", "a"))


def test_macros_are_never_read() -> None:
    assert printed(read_word(with_part("word/vbaProject.bin", b"\0" * 80_000_000), "rules.docm")) == ["|words"]


def test_the_strict_form_of_the_format_is_read_as_well() -> None:
    strict = docx(p("words", 1), lists=OUTLINE + num(1, 0))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as before, zipfile.ZipFile(made, "w") as after:
        for one in before.namelist():
            after.writestr(
                one, before.read(one).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    assert printed(read_word(made.getvalue(), "rules.docx")) == ["1.|words"]
