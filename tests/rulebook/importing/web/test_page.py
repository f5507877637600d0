"""Web pages as paragraphs: each case is a page, and what a browser prints of it.

A paragraph is written as "depth|label|words"; the depth is empty where there is none, and "?" before the label says that
the words may still begin with one.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from amendments.papers.consolidated import consolidated
from amendments.setting_out.edition import _edition
from rulebook.importing.file.paragraphs import Form, Paragraph, pipe_table, squeezed
from rulebook.importing.web.page import read_web_page
from rulebook.provision import Rulebook
from rulebook.source import Unreadable
from tests.shared.trees import rulebooks


def printed(paragraph: Paragraph) -> str:
    depth = "" if paragraph.depth is None else paragraph.depth
    return f"{depth}|{'' if paragraph.settled else '?'}{paragraph.label}|{paragraph.text}"


def read(page: str, tracked: str = "accept") -> list[str]:
    return [printed(one) for one in read_web_page(page.encode(), "rules.html", tracked=tracked).paragraphs]


LISTS = {
    "markers by a style sheet": ("<style>ol{counter-reset:x;list-style:none} li{counter-increment:x} li::marker{content:'(' counter(x, lower-alpha) ') '}</style><ol><li>foo<li>bar</ol>", ["0|(a)|foo", "0|(b)|bar"]),
    "decimal": ("<ol><li>a<li>b</ol>", ["0|1.|a", "0|2.|b"]),
    "types": ("<ol type=a><li>a<li type=I>b<ol type=i><li>c</ol></ol>", ["0|a.|a", "0|II.|b", "1|i.|c"]),
    "start": ("<ol start=3 type=A><li>a</ol><p>x</p><ol start=4 type=A><li>b</ol>", ["0|C.|a", "|?|x", "0|D.|b"]),
    "value": ("<ol><li>a<li value=7>b<li>c</ol>", ["0|1.|a", "0|7.|b", "0|8.|c"]),
    "reversed": ("<ol reversed><li>a<li>b</ol>", ["0|2.|a", "0|1.|b"]),
    "past z": ('<ol type="a" start="27"><li>a</ol>', ["0|aa.|a"]),
    "impossible value": ('<ol start="99999999999999"><li value=-3>a<li value=x>b</ol>', ["0|-3.|a", "0|-2.|b"]),
    "roman nought": ("<ol type=i start=0><li>a<li>b</ol>", ["0|0.|a", "0|i.|b"]),
    "bullets": ("<ul><li>a<ul><li>b</ul></ul>", ["0|•|a", "1|•|b"]),
    "style attribute": ('<ol style="list-style-type: lower-roman"><li>a</ol>', ["0|i.|a"]),
    "style short": ('<ol style="list-style: upper-alpha inside"><li>a</ol>', ["0|A.|a"]),
    "no style, typed": ('<ul style="list-style:none"><li>(a) foo<li>bar</ul>', ["0|?|(a) foo", "0|?|bar"]),
    "bullets, all typed": ("<ul><li>(a) foo<li>(b) bar</ul>", ["0|?|(a) foo", "0|?|(b) bar"]),
    "style sheet": ("<style>ol ol {list-style-type: lower-alpha}</style><ol><li>a<ol><li>b</ol></ol>", ["0|1.|a", "1|a.|b"]),
    "print only": ("<style>@media print {ol {list-style: none}}</style><ol><li>a</ol>", ["0|1.|a"]),
    "own counter style": ('<style>@counter-style p {system: extends lower-alpha; prefix: "("; suffix: ") "} ol {list-style: none; list-style-type: p}</style><ol><li>a</ol>', ["0|(a)|a"]),
    "markers by an attribute": ("<style>ol{list-style:none;counter-reset:x} ol[type='a']>li::before{counter-increment:x;content:'(' counter(x, lower-alpha) ')'} ol[class~=deep]>li::before{counter-increment:x;content:counter(x) ')'}</style><ol type=A><li>a<ol class='very deep'><li>b</ol><li>c</ol>", ["0|(a)|a", "1|1)|b", "0|(b)|c"]),
    "counted before the words": ("<style>ol{list-style:none;counter-reset:x} li::before{counter-increment:x;content:counter(x) '.'}</style><ol><li>a<li>b</ol><ol><li>c</ol>", ["0|1.|a", "0|2.|b", "0|1.|c"]),
    "counters": ("<style>ol {counter-reset: c; list-style: none} li {counter-increment: c} li::before {content: counters(c, '.') ' '}</style><ol><li>a<ol><li>b<li>c</ol><li>d</ol>", ["0|1|a", "1|1.1|b", "1|1.2|c", "0|2|d"]),
    "counted heading": ("<style>h2 {counter-increment: c} h2:before {content: 'Clause ' counter(c, upper-roman) '.'}</style><h2>Aims</h2><h2>Members</h2>", ["|Clause I.|Aims", "|Clause II.|Members"]),
    "words after a list": ("<ol><li>a<ol><li>b</ol>back</ol>", ["0|1.|a", "1|1.|b", "0|?|back"]),
    "second paragraph": ("<ol><li><p>a<p>(b) x</ol>", ["0|1.|a", "0|?|(b) x"]),
    "list in a list": ("<ol><ol><li>a</ol><li>b</ol>", ["1|1.|a", "0|1.|b"]),
    "no words": ("<ol><li><ol><li>a</ol><li></ol><ul><li></ul>", ["0|1.|", "1|1.|a", "0|2.|"]),
    "terms": ("<dl><dt>(a)<dd>x<dt>(b)<dd>y</dl><dl><dt>Member<dd>z</dl>", ["0|(a)|x", "0|(b)|y", "|?|Member", "|?|z"]),
    "Google Docs": ('<style>.lst-kix_q-0>li{counter-increment:lst-ctr-kix_q-0}.lst-kix_q-1>li{counter-increment:lst-ctr-kix_q-1}ol.lst-kix_q-0.start{counter-reset:lst-ctr-kix_q-0 0}ol.lst-kix_q-1.start{counter-reset:lst-ctr-kix_q-1 0}.lst-kix_q-0>li:before{content:"" counter(lst-ctr-kix_q-0,decimal) ". "}.lst-kix_q-1>li:before{content:"(" counter(lst-ctr-kix_q-1,lower-latin) ") "}ol.lst-kix_q-0,ol.lst-kix_q-1{list-style-type:none}</style>'
        '<ol class="c1 lst-kix_q-0 start" start="1"><li class="c0"><span>one</span></li></ol><ol class="lst-kix_q-1 start"><li>a</li><li>b</li></ol><ol class="lst-kix_q-0" start="2"><li>two</li></ol>', ["0|1.|one", "1|(a)|a", "1|(b)|b", "0|2.|two"]),
    "Word": ("<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp; </span></span>Members.</p><p><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>x</p>", ["|1.|Members.", "|•|x"]),
}  # fmt: skip


@pytest.mark.parametrize("case", LISTS)
def test_lists(case: str) -> None:
    page, expected = LISTS[case]
    assert read(page) == expected


PARAGRAPHS = {
    "typed": ("<p>1. foo</p>", ["|?|1. foo"]),
    "no-break spaces": ("<p>1.&nbsp;&nbsp; foo</p><p>5&emsp;bar</p><p>No.&nbsp;5 is open.</p>", ["|1.|foo", "|5|bar", "|?|No. 5 is open."]),
    "a box of its own": ('<p><span class="num">(a)</span> foo</p><p><span class="label">Note</span> foo</p>', ["|(a)|foo", "|?|Note foo"]),
    "line breaks": ("<p>1. foo<br>2. bar<br>baz</p><p>one<br>two</p><p>one<br><br>two</p>", ["|?|1. foo", "|?|2. bar baz", "|?|one two", "|?|one", "|?|two"]),
    "a line break after each paragraph": ("<p>1. foo:<br>2. bar;<br>but not baz.<br>(a) qux.</p>", ["|?|1. foo:", "|?|2. bar;", "|?|but not baz.", "|?|(a) qux."]),
    "kept lines": ("<pre>1. foo\n   bar\n\nbaz</pre>", ["|?|1. foo", "|?|bar", "|?|baz"]),
    "ours": ('<p class="line" style="--depth: 2"><span class="label">A. </span>(a) x</p><p class="line" style="--depth: 2">5. y</p><p class="line">1. z</p>', ["1|A.|(a) x", "1||5. y", "-1||1. z"]),
    "columns of labels": ("<table><tr><td>1.<td>foo<tr><td><td>bar<tr><td>2.<td>baz</table>", ["|1.|foo", "|?|bar", "|2.|baz"]),
    "one column": ("<table><tr><td><p>foo<p>1. bar</table>", ["|?|foo", "|?|1. bar"]),
    "entities": ('<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body><a id="q"/><p>caf&eacute; &a; &x;</p></body></html>', ["|?|café &a; &x;"]),
    "after the end": ("<body><p>a</p></body></html><p>b</p>", ["|?|a", "|?|b"]),
    "cut off": ("<body><p>a</p><ol><li>b", ["|?|a", "0|1.|b"]),
    "words between cells": ("<table><tr><td>a<td>b</tr><p>c</p></table>", ["|?|a", "|?|b", "|?|c"]),
    "a button that folds a rule away": ("<button>Rule 1 Name</button><div>foo</div><button>Print</button>", ["|?|Rule 1 Name", "|?|foo"]),
    "permanent links": ('<h2 id="a">Aims<a href="#a">¶</a></h2>', ["|?|Aims"]),
}  # fmt: skip


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_paragraphs(case: str) -> None:
    page, expected = PARAGRAPHS[case]
    assert read(page) == expected


TABLES = {
    "plain": ("<table><tr><th>Body<th>Seats<tr><td>Branch<td>2</table>", "| Body | Seats |\n| --- | --- |\n| Branch | 2 |"),
    "spans": ("<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>", "| a |  | b |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |"),
    "a list inside": ("<table><tr><td>a<td><ol><li>b<li>c</ol><tr><td>d<td>e</table>", "| a | 1. b 2. c |\n| --- | --- |\n| d | e |"),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_tables(case: str) -> None:
    page, expected = TABLES[case]
    (table,) = read_web_page(page.encode(), "rules.html").paragraphs
    assert table.form is Form.TABLE and table.text == expected


LEFT_OUT = {
    "menu": ('<nav><a href="/">Home</a></nav><p>a', "navigation", "Home"),
    "named": ('<div class="side-menu"><a href="/">Home</a> <a href="/b">Rules</a></div><p>a', "navigation", "Home Rules"),
    "banner": ("<header>Barchester Party</header><main><header><h1>a</h1></header></main>", "page header", "Barchester Party"),
    "foot": ("<p>a</p><footer>Printed by us</footer>", "page footer", "Printed by us"),
    "hidden": ("<p hidden>b</p><p>a", "hidden text", "b"),
    "not displayed": ('<p style="display: none">b</p><p aria-hidden=true>a', "hidden text", "b"),
    "by a rule": ("<style>.x {display: none}</style><p class=x>b</p><p>a", "hidden text", "b"),
    "picture": ('<p>a<img alt="Our badge" src="b.png">', "picture", "Our badge"),
    "only without scripts": ("<noscript>b <i>c</i></noscript><p>a", "words for browsers without scripts", "b c"),
    "only for scripts": ("<template><p>b</template><p>a", "hidden text", "b"),
    "deleted": ("<p>a<del> b</del></p>", "deleted words", "b"),
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT_OUT)
def test_left_out(case: str) -> None:
    page, what, words = LEFT_OUT[case]
    document = read_web_page(page.encode(), "rules.html")
    assert [one.text for one in document.paragraphs] == ["a"]
    assert [(one.what, one.text) for one in document.left_out] == [(what, words)]


def test_a_contents_list_leads_to_places_on_the_page() -> None:
    page = '<h2>Contents</h2><ul><li><a href="#a">Aims</a> 1<li><a href="#b">Members</a><li><a href="#c">Votes</a></ul><h2 id=a>Aims</h2><h2 id=b>Members</h2><h2 id=c>Votes</h2>'
    document = read_web_page(page.encode(), "rules.html")
    assert [one.text for one in document.contents] == ["Aims", "Members", "Votes"]
    assert [one.text for one in document.paragraphs] == ["Aims", "Members", "Votes"]
    assert [one.what for one in document.left_out] == ["contents page", "contents page"]


NOTES = {
    "pandoc": '<p>Foo<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> bar.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>The note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    "plain": '<p>Foo<sup><a id="r" href="#n">1</a></sup> bar.</p><div class="footnotes"><p id="n">1. The note. <a href="#r">back</a></p></div>',
    "LibreOffice": '<p>Foo<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> bar.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The note.</p></div>',
    "Word": "<p>Foo<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a> bar.</p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> The note.</p></div>",
}  # fmt: skip


@pytest.mark.parametrize("case", NOTES)
def test_footnotes(case: str) -> None:
    (paragraph,) = read_web_page(NOTES[case].encode(), "rules.html").paragraphs
    assert (paragraph.text, paragraph.notes) == ("Foo bar.", ("The note.",))


def test_notes_under_our_own_provisions() -> None:
    page = '<p class="line" style="--depth: 1"><span class="label">1. </span>a</p><p class="line note" style="--depth: 1">Note: b</p>'
    (paragraph,) = read_web_page(page.encode(), "rules.html").paragraphs
    assert (paragraph.label, paragraph.text, paragraph.notes) == ("1.", "a", ("b",))


def test_how_paragraphs_look_and_where_they_stand() -> None:
    page = '<h2 align=center>A</h2><p style="margin-left: 1in; text-indent: -18pt; font-size: 16px"><b>b</b></p>\n<p><b>c</b> d'
    heading, hanging, plain = read_web_page(page.encode(), "rules.html").paragraphs
    assert (heading.level, heading.centred) == (2, True)
    assert (hanging.indent, hanging.inner, hanging.size, hanging.bold) == (54, 72, 12, True)
    assert (plain.indent, plain.bold, plain.line) == (None, False, 2)


def test_hard_spaces_stand_for_an_indentation() -> None:
    page = "<p>1. foo:<br>&nbsp;&nbsp;&nbsp;&nbsp;(a) bar;<br>&nbsp;baz.</p>"
    assert [one.indent for one in read_web_page(page.encode(), "rules.html").paragraphs] == [None, 12.0, None]


def test_labels_in_several_columns_stand_each_further_in() -> None:
    page = "<table><tr><td>1.<td colspan=2>foo:<tr><td><td>(a)<td>bar;<tr><td><td><td>baz.</table>"
    found = read_web_page(page.encode(), "rules.html").paragraphs
    assert [(one.label, one.indent, one.inner) for one in found] == [("1.", 0, 36), ("(a)", 36, 72), ("", 72, 72)]


def test_changes_are_accepted_or_rejected() -> None:
    page = "<p>The <del>old </del><ins>new </ins>rule</p>"
    assert read(page) == ["|?|The new rule"]
    assert read(page, "reject") == ["|?|The old rule"]
    (guess,) = read_web_page(page.encode(), "rules.html").guesses
    assert guess.about == "change" and "2 tracked changes" in guess.message


ENCODINGS = {
    "byte-order mark": "<p>café".encode("utf-8-sig"),
    "utf-16": "<p>café".encode("utf-16"),
    "Latin-1 is Windows'": b"<meta charset=iso-8859-1><p>caf\xe9",
    "one that no browser has": "<meta charset=idna><p>café".encode(),
    "an unknown one": "<meta charset=klingon><p>café".encode(),
    "older meta": b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xe9',
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_encodings(case: str) -> None:
    assert [one.text for one in read_web_page(ENCODINGS[case], "rules.html").paragraphs] == ["café"]


def test_an_encoding_can_be_said() -> None:
    assert [one.text for one in read_web_page(b"<p>caf\xe9", "rules.html", "cp1252").paragraphs] == ["café"]


UNREADABLE = {
    "empty": (b"  ", "is empty"),
    "Latin-1": (b"<p>caf\xe9</p>", "byte 7"),
    "no page": (b"1. foo", "no HTML tags"),
    "zeros": (b"\0" * 50 + b"<p>a", "NUL"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "byte 1"),
    "deep": (b"<div>" * 100_000 + b"a", "nested more than"),
    "very many attributes": (b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">a", "attributes"),
    "very many tags": (b"<p>" + b"<b>a</b>" * 400_000, "tags"),
    "very many paragraphs": (b"<p>a" * 60_000, "60,000 paragraphs"),
    "deep lists": (b"<ol><li>" * 50_000 + b"a", "nested more than"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_bad_pages_are_refused(case: str) -> None:
    data, said = UNREADABLE[case]
    with pytest.raises(Unreadable, match=said) as refusal:
        read_web_page(data, "rules.html")
    assert refusal.value.help


ENDLESS = {
    "a comment that never ends": "/*" * 100_000,
    "braces that never close": "(" * 100_000 + "{" * 100_000,
    "blocks for other occasions": "@a{}" * 100_000,
    "a word that never ends": "p{" + "a" * 50_000 + "}",
}


@pytest.mark.parametrize("sheet", ENDLESS.values(), ids=ENDLESS)
def test_a_style_sheet_that_is_made_to_take_long_does_not(sheet: str) -> None:
    began = time.process_time()
    assert read(f"<style>{sheet}</style><p>a") == ["|?|a"]
    assert time.process_time() - began < 2


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span"])
def test_deep_pages_lose_nothing(tag: str) -> None:
    assert read(f"<{tag}>" * 900 + "a" + f"</{tag}>" * 900 + "<p>b")[-2:] == ["|?|a", "|?|b"]


def test_a_long_line_is_read_in_time() -> None:
    began = time.process_time()
    (paragraph,) = read_web_page(b"<p>" + b"word " * 1_000_000, "rules.html").paragraphs
    assert len(paragraph.text) == 4_999_999 and time.process_time() - began < 5


@settings(max_examples=50, deadline=None)
@given(rulebooks())
def test_our_own_pages_are_read_as_they_were_written(book: Rulebook) -> None:
    edition = _edition(book, ())
    found = read_web_page(str(consolidated(book, "html")).encode(), "rules.html")
    expected: list[tuple[str, str, int | None]] = []
    notes: list[str] = []
    for line in edition.lines:
        depth = line.depth - 1
        if line.kind == "heading":
            expected.append(("", squeezed(f"{line.label} {line.text}"), None))
        elif line.kind == "table":
            expected.append(("", pipe_table([list(row) for row in line.rows]), depth))
        elif line.kind == "note":
            notes.append(squeezed(line.text.removeprefix("Note:")))
        elif line.label or squeezed(line.text):
            expected.append((line.label, squeezed(line.text), depth))
    title, *paragraphs = found.paragraphs
    assert title.text == found.title == edition.title
    assert [(one.label, one.text, one.depth) for one in paragraphs] == expected
    assert [note for one in paragraphs for note in one.notes] == notes
    assert all(one.settled or one.level for one in paragraphs)
    assert (found.organisation, found.edition) == (edition.organisation, edition.edition)
