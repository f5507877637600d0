"""Word files as documents: title, contents, pages, what stands on every page; those that this tool wrote."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

from amendments.papers.consolidated import consolidated
from amendments.setting_out.edition import _edition
from rulebook.importing.file.paragraphs import pipe_table, squeezed
from rulebook.importing.word.document import read_word
from rulebook.provision import Rulebook
from tests.rulebook.importing.word.markup import (
    OUTLINE,
    W,
    docx,
    field,
    num,
    p,
    printed,
    r,
    read,
    style,
)
from tests.shared.trees import rulebooks


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


def test_the_strict_form_of_the_format_is_read_as_well() -> None:
    strict = docx(p("words", 1), lists=OUTLINE + num(1, 0))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as before, zipfile.ZipFile(made, "w") as after:
        for one in before.namelist():
            after.writestr(
                one, before.read(one).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    assert printed(read_word(made.getvalue(), "rules.docx")) == ["1.|words"]
