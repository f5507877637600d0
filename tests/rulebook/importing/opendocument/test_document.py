"""OpenDocument text as paragraphs: each case is a body, and what LibreOffice 7.4 prints of it.

A paragraph is written as "depth|label|words"; the depth is empty where there is none, and "?" before the label says that
the words may still begin with one.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings

from amendments.papers.consolidated import consolidated
from amendments.setting_out.edition import _edition
from rulebook.importing.file.paragraphs import Document, Form, Paragraph, pipe_table, squeezed
from rulebook.importing.opendocument.document import read_opendocument
from rulebook.provision import Rulebook
from rulebook.source import Unreadable
from tests.shared.trees import rulebooks

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{whole}:1.0"'
    for name, whole in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "m": "manifest",
    }.items()
) + ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip

STYLES = """
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Inwards" style:family="paragraph"><style:paragraph-properties fo:margin-left="2cm" fo:text-indent="-1cm"/></style:style>
<style:style style:name="Middle" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level=""><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="14pt"/></style:style>
<style:style style:name="Listed" style:family="paragraph" style:list-style-name="L2"/>
<style:style style:name="Unlisted" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level="1" style:list-style-name=""/>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-prefix="Chapter " style:num-suffix="." style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="I" text:display-levels="2"/></text:outline-style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="72pt" fo:text-indent="-18pt"/></style:list-level-properties></text:list-level-style-number><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"><style:list-level-properties text:space-before="36pt" text:min-label-width="18pt"/></text:list-level-style-number><text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3" style:num-suffix="."/><text:list-level-style-bullet text:level="4" text:bullet-char="-"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="A" style:num-suffix=")" text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="" style:num-suffix="x"/><text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="Clause %1%:"/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2" loext:num-list-format="%1%-%2%)"/></text:list-style>
"""  # fmt: skip


def flat(body: str, automatic: str = "") -> bytes:
    """A document in one piece of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3"><office:meta><dc:title>Rules of'
        f" Barchester</dc:title></office:meta><office:styles>{STYLES}</office:styles><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def zipped(**parts: str) -> bytes:
    """A zipped document; `content="<office:document-content ..."`."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, part in parts.items():
            archive.writestr("META-INF/manifest.xml" if name == "manifest" else f"{name}.xml", part)
    return made.getvalue()


def items(*inside: str, style: str = "", more: str = "") -> str:
    """A list; each item is words, or what stands in it where that begins with "<"."""
    named = f' text:style-name="{style}"' if style else ""
    made = (f"<text:list-item>{one if one.startswith('<') else p(one)}</text:list-item>" for one in inside)
    return f"<text:list{named} {more}>{''.join(made)}</text:list>"


def p(words: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str, level: int = 1, more: str = "", style: str = "") -> str:
    """A heading."""
    return f'<text:h text:style-name="{style or f"Heading_20_{level}"}" text:outline-level="{level}" {more}>{words}</text:h>'


def printed(paragraph: Paragraph) -> str:
    depth = "" if paragraph.depth is None else paragraph.depth
    return f"{depth}|{'' if paragraph.settled else '?'}{paragraph.label}|{paragraph.text}"


def read(body: str, tracked: str = "accept", automatic: str = "") -> list[str]:
    return [printed(one) for one in document(body, tracked, automatic).paragraphs]


def document(body: str, tracked: str = "accept", automatic: str = "") -> Document:
    return read_opendocument(flat(body, automatic), "rules.fodt", tracked=tracked)


CONTINUE, ONE = 'text:continue-numbering="true"', 'xml:id="one"'
LISTS = {
    "nested": (items("a", p("b") + items("c", p("d") + items(p("e") + items("f"))), style="L1"), ["0|1.|a", "0|2.|b", "1|(a)|c", "1|(b)|d", "2|2.b.i.|e", "3|•|f"]),
    "start": (items("a", "b", style="L2"), ["0|C)|a", "0|D)|b"]),
    "item's own number": ('<text:list text:style-name="L1"><text:list-item text:start-value="5"><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>', ["0|5.|a", "0|6.|b"]),
    "whole label": (items(p("a") + items("b"), style="L3"), ["0|Clause 1:|a", "1|1-a)|b"]),
    "level without number": (items(p("a") + items(p("b") + items("c")), style="L2"), ["0|C)|a", "1|x|b", "2|C.1|c"]),
    "more words": (items(p("a") + p("b") + items("c") + p("d"), style="L1"), ["0|1.|a", "0|?|b", "1|(a)|c", "0|?|d"]),
    "header": ('<text:list text:style-name="L1"><text:list-header><text:p>a</text:p></text:list-header><text:list-item><text:p>b</text:p></text:list-item></text:list>', ["0|?|a", "0|1.|b"]),
    "empty": (items("", "b", style="L1"), ["0|1.|", "0|2.|b"]),
    "begun again": (items("a", style="L1") + p("x") + items("b", style="L1"), ["0|1.|a", "|?|x", "0|1.|b"]),
    "continued": (items("a", style="L1") + p("x") + items("b", style="L1", more=CONTINUE), ["0|1.|a", "|?|x", "0|2.|b"]),
    "continued, other style": (items("a", style="L1") + items("b", style="L2", more=CONTINUE), ["0|1.|a", "0|C)|b"]),
    "continued by name": (items("a", style="L1", more=ONE) + items("b", style="L2") + items("c", style="L1", more='text:continue-list="one"'), ["0|1.|a", "0|C)|b", "0|2.|c"]),
    "continued, nobody": (items("a", style="L1", more='text:continue-list="nobody"'), ["0|1.|a"]),
    "continued within": (items(p("a") + items("b"), style="L1") + items(items("c"), style="L1", more=CONTINUE), ["0|1.|a", "1|(a)|b", "1|(b)|c"]),
    "two lists in an item": (items(p("a") + items("b") + p("x") + items("c"), style="L1"), ["0|1.|a", "1|(a)|b", "0|?|x", "1|(a)|c"]),
    "two lists, continued": (items(p("a") + items("b") + p("x") + items("c", more=CONTINUE), style="L1"), ["0|1.|a", "1|(a)|b", "0|?|x", "1|(b)|c"]),
    "level passed over": (items(items(items("a")), "b", style="L1"), ["2|1.a.i.|a", "0|2.|b"]),
    "no style": (items("a"), ["0|•|a"]),
    "style of the words": (items(p("a", "Listed")) + p("b", "Listed"), ["0|C)|a", "|?|b"]),
    "in a table": ("<table:table><table:table-row><table:table-cell>" + items("a", style="L1") + "</table:table-cell></table:table-row></table:table>" + items("b", style="L1", more=CONTINUE), ["0|1.|a", "0|2.|b"]),
    "headings": (h("a") + h("b", 2) + h("c", 2) + h("d") + h("e", 2), ["|Chapter 1.|a", "|1.I|b", "|1.II|c", "|Chapter 2.|d", "|2.I|e"]),
    "headings, not all": (h("a", more='text:is-list-header="true"') + h("b") + h("c", style="Auto") + h("d", style="Unlisted"), ["|?|a", "|Chapter 1.|b", "|?|c", "|Chapter 2.|d"]),
    "headings, begun again": (h("a") + h("b", more='text:restart-numbering="true" text:start-value="7"'), ["|Chapter 1.|a", "|Chapter 7.|b"]),
}  # fmt: skip
AUTOMATIC = '<style:style style:name="Auto" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name=""/>'


@pytest.mark.parametrize("case", LISTS)
def test_lists_have_the_numbers_that_are_printed(case: str) -> None:
    body, expected = LISTS[case]
    assert read(body, automatic=AUTOMATIC) == expected


PARAGRAPHS = {
    "typed": (p("1. foo"), ["|?|1. foo"]),
    "typed, with a tab": (p("(a)<text:tab/>foo"), ["|(a)|foo"]),
    "spaces": (p("foo<text:s/><text:s text:c='3'/> bar\n baz<text:soft-page-break/>"), ["|?|foo bar baz"]),
    "line breaks": (p("1. foo<text:line-break/>2. bar") + p("one<text:line-break/>two"), ["|?|1. foo", "|?|2. bar", "|?|one two"]),
    "section": ("<text:section>" + p("a") + "</text:section>", ["|?|a"]),
    "columns of labels": ("<table:table>" + "".join(f"<table:table-row><table:table-cell>{p(one)}</table:table-cell><table:table-cell>{p(two)}</table:table-cell></table:table-row>" for one, two in (("1.", "foo"), ("2.", "bar"))) + "</table:table>", ["|1.|foo", "|2.|bar"]),
}  # fmt: skip


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_paragraphs(case: str) -> None:
    body, expected = PARAGRAPHS[case]
    assert read(body) == expected


def test_tables_keep_their_cells() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(words)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = [
        cell("Body", 'table:number-columns-spanned="2"') + covered + cell("Seats"),
        cell("Branch") + cell("2", 'table:number-columns-repeated="2"'),
        '<table:table-cell table:number-columns-repeated="16384"/>',
    ]
    head, *body = (f"<table:table-row>{row}</table:table-row>" for row in rows)
    table = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{''.join(body)}</table:table>"
    (found,) = document(table).paragraphs
    assert found.form is Form.TABLE
    assert found.text.split("\n")[:3] == ["| Body |  | Seats |", "| --- | --- | --- |", "| Branch | 2 | 2 |"]


def test_an_empty_table_is_nothing() -> None:
    row = "<table:table-row><table:table-cell/><table:table-cell/></table:table-row>"
    assert read(f"<table:table>{row}{row}</table:table>") == []


def test_notes_belong_to_the_paragraph_that_calls_them() -> None:
    note = f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{p("Bar.")}{p("Baz.")}</text:note-body></text:note>'
    (found,) = document(p(f"Foo{note} on.")).paragraphs
    assert (found.text, found.notes) == ("Foo on.", ("Bar. Baz.",))


def test_links_that_lead_there_and_back_are_notes() -> None:
    there = '<text:a xlink:href="#b">1</text:a> and on<text:bookmark text:name="a"/>'
    back = '<text:bookmark text:name="b"/>1. Bar. <text:a xlink:href="#a">↩</text:a>'
    first, last = document(items(f"Foo{there}", "Baz", style="L1") + items(p(back), style="L1") + p("Qux")).paragraphs[
        ::2
    ]
    assert (first.text, first.notes) == ("Foo and on", ("Bar.",))
    assert (last.label, last.text) == ("", "Qux")


def test_a_link_may_be_the_place_that_its_note_leads_back_to() -> None:
    there = '<text:a office:name="a" xlink:href="#b">[1]</text:a>'
    back = '<text:a office:name="b" xlink:href="#a">[1]</text:a> Bar.'
    (found,) = (one for one in document(p(f"Foo{there}") + p(back)).paragraphs if one.text)
    assert (found.text, found.notes) == ("Foo", ("Bar.",))


def test_labels_in_several_columns_stand_each_further_in() -> None:
    def row(*cells: str) -> str:
        said = "".join(f"<table:table-cell>{p(words) if words else ''}</table:table-cell>" for words in cells)
        return f"<table:table-row>{said}</table:table-row>"

    body = f"<table:table>{row('1.', 'foo:', '')}{row('', '(a)', 'bar;')}{row('', '', 'baz.')}</table:table>"
    found = [(one.label, one.indent, one.inner) for one in document(body).paragraphs]
    assert found == [("1.", 0, 36), ("(a)", 36, 72), ("", 72, 72)]


def test_a_link_that_nothing_leads_back_from_is_words() -> None:
    body = p('as rule <text:a xlink:href="#b">5</text:a> says') + p('<text:bookmark text:name="b"/>5. Nobody.')
    assert [one.text for one in document(body).paragraphs] == ["as rule 5 says", "5. Nobody."]


LEFT_OUT = {
    "note on a contents line": ("<text:table-of-content><text:index-body>" + p("<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note>") + "</text:index-body></text:table-of-content>" + p("a"), "footnote", "b"),
    "comment": (p("a<office:annotation><dc:creator>Ann</dc:creator><text:p>b</text:p></office:annotation>"), "comment", "b"),
    "text box": (p("a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>"), "text box", "b"),
    "picture": (p("a<draw:frame><draw:image/><svg:desc>b</svg:desc></draw:frame>"), "picture", "b"),
    "hidden words": (p('a<text:span text:style-name="Hidden">b</text:span>'), "hidden text", "b"),
    "words struck through": (p('<text:span text:style-name="Struck">b</text:span>a'), "words struck through", "b"),
    "an item struck through": (items(p('<text:span text:style-name="Struck">b</text:span>')) + p("a"), "words struck through", "b"),
    "how a word is said": (p("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>"), "words over other words", "b"),
    "a cell under another": (f"<table:table><table:table-row><table:table-cell>{p('a')}</table:table-cell><table:covered-table-cell>{p('b')}</table:covered-table-cell></table:table-row></table:table>", "cell under another", "b"),
    "hidden section": ('<text:section text:display="none">' + p("b") + "</text:section>" + p("a"), "hidden text", "b"),
    "index": (p("a") + "<text:alphabetical-index><text:index-body>" + p("b") + "</text:index-body></text:alphabetical-index>", "index", "b"),
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT_OUT)
def test_left_out(case: str) -> None:
    body, what, words = LEFT_OUT[case]
    found = document(body)
    assert [one.text for one in found.paragraphs] == ["a"]
    assert [(one.what, one.text) for one in found.left_out] == [(what, words)]


def test_a_contents_page_and_the_title() -> None:
    lines = p("1. Aims<text:tab/>3") + p("2. Members<text:tab/>5")
    index = f"<text:table-of-content><text:index-body><text:index-title>{p('Contents')}</text:index-title>{lines}</text:index-body></text:table-of-content>"
    found = document(index + p("a"))
    assert [(one.text, one.page) for one in found.contents] == [("1. Aims", "3"), ("2. Members", "5")]
    assert [one.text for one in found.paragraphs] == ["a"] and found.title == "Rules of Barchester"
    assert [one.text for one in found.left_out] == ["Contents", "1. Aims 3", "2. Members 5"]


def test_how_paragraphs_look_and_where_they_stand() -> None:
    strong = '<text:span text:style-name="Strong">b</text:span>'
    body = h("a") + p("b", "Middle") + p("c", "Inwards") + p(strong) + items(p("d") + items("e"), style="L1")
    heading, middle, inwards, bold, first, second = document(body).paragraphs
    assert (heading.level, heading.bold) == (1, True)
    assert (middle.level, middle.bold, middle.centred, middle.size) == (0, True, True, 14)
    assert (inwards.indent, inwards.inner, inwards.bold) == (28.35, 56.69, False)
    assert bold.bold
    assert (first.indent, first.inner) == (54, 72) and (second.indent, second.inner) == (36, 54)


def region(name: str, what: str) -> str:
    return f'<text:changed-region text:id="{name}">{what}</text:changed-region>'


def changed(body: str, **deleted: str) -> str:
    """A body with tracked changes: `new` is inserted, and what is named here was deleted."""
    regions = region("new", "<text:insertion/>") + "".join(
        region(name, f"<text:deletion>{words}</text:deletion>") for name, words in deleted.items()
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>{body}"


def grid(*rows: list[str]) -> str:
    """A table of two columns."""
    cells = ("".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in (*row, "")[:2]) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


BEGIN, END = '<text:change-start text:change-id="new"/>', '<text:change-end text:change-id="new"/>'
GONE = '<text:change text:change-id="gone"/>'
CHANGED = {
    "words": (changed(p(f"a {BEGIN}b {END}c{GONE}"), gone=p(" d")), ["|?|a b c"], ["|?|a c d"]),
    "in a span": (changed(p(f"a{BEGIN} <text:span>b</text:span>{END} c")), ["|?|a b c"], ["|?|a c"]),
    "paragraphs, new": (changed(p(f"a{BEGIN}") + p("b") + p(f"c{END}")), ["|?|a", "|?|b", "|?|c"], ["|?|a"]),
    "paragraphs, gone": (changed(p(f"a{GONE}e"), gone=p(" b") + p("c") + p("d ")), ["|?|ae"], ["|?|a b", "|?|c", "|?|d e"]),
    "items, gone": (changed(items(p(f"a{GONE}"), "c", style="L1"), gone=items("", "b")), ["0|1.|a", "0|2.|c"], ["0|1.|a", "0|2.|b", "0|3.|c"]),
    "items, new": (changed(items(p(f"a{BEGIN}"), p(f"b{END}"), "c", style="L1")), ["0|1.|a", "0|2.|b", "0|3.|c"], ["0|1.|a", "0|2.|c"]),
    "items of two lists, gone": (changed(items("x" , p(f"a{GONE}b"), style="L1"), gone=items(p("") + items(p("")))), ["0|1.|x", "0|2.|ab"], ["0|1.|x", "0|2.|a", "1|(a)|b"]),
    "items of two lists, gone upwards": (changed(items(p("x") + items(p(f"a{GONE}b")), "c", style="L1"), gone=f'{items(items(p("")), p(""))}'), ["0|1.|x", "1|(a)|ab", "0|2.|c"], ["0|1.|x", "1|(a)|a", "0|2.|b", "0|3.|c"]),
    "a row taken out": (changed(grid(["e", "f"], [GONE], ["g", "h"]), gone=p("b")), ["|?|" + pipe_table([["e", "f"], ["g", "h"]])], ["|?|" + pipe_table([["e", "f"], ["b", ""], ["g", "h"]])]),
    "a row put in": (changed(grid(["e", "f"], [f"{BEGIN}b{END}"])), ["|?|" + pipe_table([["e", "f"], ["b", ""]])], ["|?|" + pipe_table([["e", "f"]])]),
    "words of a row": (changed(grid(["e", "f"], [GONE, "d"]), gone=p("b")), ["|?|" + pipe_table([["e", "f"], ["", "d"]])], ["|?|" + pipe_table([["e", "f"], ["b", "d"]])]),
    "a mark too many": (changed(p(f"a{BEGIN}") + p('<text:change text:change-id="nobody"/>b')), ["|?|a", "|?|b"], ["|?|a", "|?|b"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGED)
def test_tracked_changes_are_accepted_or_rejected(case: str) -> None:
    body, accepted, rejected = CHANGED[case]
    assert read(body) == accepted
    assert read(body, "reject") == rejected


def test_tracked_changes_are_reported() -> None:
    found = document(CHANGED["words"][0])
    assert "2 tracked changes" in found.guesses[0].message
    assert [(one.what, one.text) for one in found.left_out] == [("deleted words", "d")]
    assert [one.what for one in document(CHANGED["words"][0], "reject").left_out] == ["inserted words"]


def test_zipped_documents_with_headers_and_a_title() -> None:
    content = f"<office:document-content {NAMES}><office:body><office:text>{items('a', style='L1')}</office:text></office:body></office:document-content>"
    margin = f'<style:master-page style:name="Standard"><style:header>{p("Rules")}</style:header><style:footer>{p("7")}</style:footer></style:master-page>'
    styles = f"<office:document-styles {NAMES}><office:styles>{STYLES}</office:styles><office:master-styles>{margin}</office:master-styles></office:document-styles>"
    meta = f"<office:document-meta {NAMES}><office:meta><dc:title>Rules</dc:title></office:meta></office:document-meta>"
    found = read_opendocument(zipped(content=content, styles=styles, meta=meta), "rules.odt")
    assert [printed(one) for one in found.paragraphs] == ["0|1.|a"] and found.title == "Rules"
    assert [(one.what, one.text) for one in found.left_out] == [("header", "Rules")]


UNREADABLE = {
    "empty": (b"", "is empty"),
    "no zip": (b"\x89PNG\r\n", "not a document"),
    "cut off": (zipped(content="<a/>")[:90], "damaged"),
    "no text": (zipped(content="<a/>"), "has no text"),
    "no content": (zipped(meta="<a/>"), "content.xml"),
    "password": (zipped(content="x", manifest="<m:encryption-data/>"), "has a password"),
    "damaged": (zipped(content="<a>"), "damaged"),
    "a document type": (b'<!DOCTYPE a [<!ENTITY b "c">]>' + flat(p("&b;")), "."),
    "very many paragraphs": (flat(p("a") * 60_000), "60,000 paragraphs"),
    "another format": (b"<a/>", "no OpenDocument text"),
    "deep": (flat("<text:list><text:list-item>" * 70 + "</text:list-item></text:list>" * 70), "nested"),
    "deeper": (flat("<text:span>" * 3000 + "</text:span>" * 3000), "nested"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_bad_files_are_refused(case: str) -> None:
    data, said = UNREADABLE[case]
    with pytest.raises(Unreadable, match=said) as refusal:
        read_opendocument(data, "rules.odt")
    assert refusal.value.help


@settings(max_examples=20, deadline=None)
@given(rulebooks())
def test_our_own_documents_are_read_as_they_were_written(book: Rulebook) -> None:
    written = consolidated(book, "odt")
    assert isinstance(written, bytes)
    found = read_opendocument(written, "rules.odt")
    expected: list[tuple[str, str, int | None]] = []
    notes: list[str] = []
    for line in _edition(book, ()).lines:
        if line.kind == "heading":
            expected.append(("", squeezed(f"{line.label} {line.text}"), None))
        elif line.kind == "table":
            expected.append(("", pipe_table([list(row) for row in line.rows]), line.depth - 1))
        elif line.kind == "note":
            notes.append(squeezed(line.text.removeprefix("Note:")))
        elif line.label or squeezed(line.text):
            expected.append((line.label, squeezed(line.text), line.depth - 1))
    assert [(one.label, one.text, one.depth) for one in found.paragraphs] == expected
    assert [note for one in found.paragraphs for note in one.notes] == notes
    assert all(one.settled or one.level for one in found.paragraphs)
