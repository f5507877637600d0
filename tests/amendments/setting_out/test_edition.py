"""A rulebook to print: every word in order, labels as typed, some provisions under their headings."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from amendments.setting_out.edition import FORMATS, render_rulebook
from rulebook.provision import Path, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from tests.shared.printed_text import paragraphs_of, squeezed, tags_of, text_of
from tests.shared.tagged_pdf import tagged

BOOK = """---
title: Rule Book <1> & “all”
organisation: Barchester Party
edition: "2026"
scheme: [Chapter 1, Clause I, "1", A, i, a]
---

# Chapter 1 Name & aims

Words of the chapter.

## Clause I Name

Words of the clause.

1. The name is *Barchester* [Party](x).

    A second paragraph: #set text(red) {{ 1 }} <script>.

    A. to win:

        i. seats; and

        ii. votes.

        Flush with win.

    5A. An odd label.

    Flush with name.

    [^1]: Settled in 2020.

2. Fees:

    | Kind | Fee |
    | --- | --- |
    | Full | £20 |
    | Youth | £2 |

## Clause II Bullets

1. As follows:

    - first; and

    - second.

# Chapter 2 Meetings

## Clause I Quorum

1. The quorum is ten.
"""
IN_ORDER = [
    "Chapter 1", "Name & aims", "Words of the chapter.", "Clause I", "Name", "Words of the clause.", "1.",
    "The name is *Barchester* [Party](x).", "A second paragraph: #set text(red) {{ 1 }} <script>.", "A.",
    "to win:", "i.", "seats; and", "ii.", "votes.", "Flush with win.", "5A.", "An odd label.", "Flush with name.",
    "2.", "Fees:", "Kind", "Fee", "Full", "£20", "Youth", "£2", "Clause II", "Bullets", "1.", "As follows:", "•",
    "first; and", "•", "second.", "Chapter 2", "Meetings", "Clause I", "Quorum", "1.", "The quorum is ten.",
]  # fmt: skip


def book(text: str = BOOK) -> Rulebook:
    return read_rulebook(Source("rulebook.md", text))[0]


def path(rulebook: Rulebook, reference: str) -> Path:
    return next(path for path, _ in rulebook.walk() if rulebook.reference(path) == reference)


def said(format: str, *only: str) -> str:
    rulebook = book()
    paths = tuple(path(rulebook, reference) for reference in only)
    text = text_of(render_rulebook(rulebook, format, paths), format)
    if format == "pdf":  # heads and feet stand between the pages
        text = re.sub(r"Barchester Party\s*Rule Book <1> & “all”|2026 edition\s*Page \d+ of \d+", "", text)
    return squeezed(text)


@pytest.mark.parametrize("format", FORMATS)
def test_a_whole_book_in_order(format: str) -> None:
    text = said(format)
    assert squeezed("Rule Book <1> & “all”") in text or format == "pdf"  # taken out there with the head
    place = text.index(squeezed("Words of the chapter.")) - len(squeezed("Chapter 1 Name & aims"))
    for words in IN_ORDER:
        found = text.find(squeezed(words), place)
        assert found >= 0, f"“{words}” does not follow in {text[place : place + 200]}"
        place = found + len(squeezed(words))
    assert "Settledin2020." in text


@pytest.mark.parametrize("format", FORMATS)
def test_the_contents_have_every_heading(format: str) -> None:
    text = said(format)
    contents = text[text.index("Contents") : text.index(squeezed("Words of the chapter."))]
    for heading in ("Chapter 1 Name & aims", "Clause I Name", "Clause II Bullets", "Chapter 2 Meetings"):
        assert squeezed(heading) in contents


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("only", "there", "not_there"),
    [
        (["2.I"], ["Chapter2Meetings", "ClauseIQuorum1.Thequorumisten."], ["Name&aims", "Contents"]),
        (["1.I.2"], ["Chapter1Name&aimsClauseIName2.Fees:", "£20"], ["Wordsofthe", "towin", "Bullets"]),
        (["1.I.1.A.ii", "1.I.1.A.i"], ["ClauseIName1.A.i.seats;and1.A.ii.votes."], ["towin", "Flush"]),
        (["1.I.1.A.i", "1.I.1.A"], ["ClauseIName1.A.towin:i.seats;andii.votes.Flushwithwin."], ["1.A.i.", "name"]),
        (["1.II.1.-2"], ["ClauseIIBullets1.•second."], ["first"]),
        (["2.I.1", "1.II"], ["ClauseIIBullets1.Asfollows:•first;and•second.Chapter2MeetingsClauseI"], ["Fees"]),
    ],
)
def test_some_provisions_under_their_headings(
    only: list[str], there: list[str], not_there: list[str], format: str
) -> None:
    text = said(format, *only)
    for words in there:
        assert words in text
    for words in not_there:
        assert words not in text


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_provisions_are_paragraphs_with_typed_labels(format: str) -> None:
    document = render_rulebook(book(), format)
    assert isinstance(document, bytes)
    found = paragraphs_of(document, format)
    assert "1.\tThe name is *Barchester* [Party](x)." in found
    assert "ii.\tvotes." in found
    assert "Flush with win." in found


def test_headings_of_a_page_can_be_linked_to() -> None:
    page = render_rulebook(book(), "html")
    assert isinstance(page, str)
    for target in re.findall(r'href="#(\w+)"', page):
        assert page.count(f'id="{target}"') == 1
    tags = tags_of(page)
    assert (tags.count("h1"), tags.count("h2"), tags.count("h3"), tags.count("th")) == (1, 3, 3, 2)
    assert "script" not in tags


def test_depth_is_kept_on_a_page() -> None:
    page = render_rulebook(book(), "html")
    assert isinstance(page, str)
    depths = re.findall(r'style="--depth: (\d)">(?:<span class="label">)?([^<]{1,4})', page)
    assert [(label.strip(), depth) for depth, label in depths if label.strip() in ("1.", "A.", "ii.", "Flus")] == [
        ("1.", "1"), ("A.", "2"), ("ii.", "3"), ("Flus", "2"), ("Flus", "1"), ("1.", "1"), ("1.", "1"),
    ]  # fmt: skip


def test_the_same_book_is_the_same_pdf() -> None:
    assert render_rulebook(book(), "pdf") == render_rulebook(book(), "pdf")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "# Chapter 1 Only\n",
        "---\nscheme: [Rule 1, 1.1, 1.1.1]\n---\n\n# Rule 1 Name\n\n1.1. The name.\n\n    1.1.1. It is short.\n",
        '---\nscheme: ["1", A, i]\n---\n\n1. No headings here.\n\n    A. None.\n\n        i. At all.\n',
        "---\nscheme: [Part 1, Chapter 1, Rule I, '1']\n---\n\n# Part 1 P\n\n## Chapter 1 C\n\n### Rule I D\n\n1. x\n",
        "# Chapter 1 Aims\n\n## Clause I Name\n\n1. Foo.\n\n# Appendix A Forms\n\n1. Bar.\n\n    A. Baz.\n",
    ],
)
def test_other_schemes_and_small_books(text: str, format: str) -> None:
    rulebook = book(text)
    shown = squeezed(text_of(render_rulebook(rulebook, format), format))
    for _, provision in rulebook.walk():
        assert squeezed(provision.heading) in shown and squeezed(provision.text) in shown
    for place in range(len(rulebook.chapters)):
        assert render_rulebook(rulebook, format, ((place,),))


def test_a_book_without_anything() -> None:
    for format in FORMATS:
        assert render_rulebook(Rulebook(), format)


def test_deep_provisions_are_all_set() -> None:
    text = "# Chapter 1 Deep\n\n## Clause I Deeper\n\n"
    labels = ["1", "A", "i", "a", "1", "A", "i", "a"]
    text += "\n\n".join("    " * depth + f"{label}. level {depth} words" for depth, label in enumerate(labels)) + "\n"
    rulebook = book("---\nscheme: [Chapter 1, Clause I, '1', A, i, a, '1', A, i, a]\n---\n\n" + text)
    for format in FORMATS:
        shown = squeezed(text_of(render_rulebook(rulebook, format), format))
        for depth in range(8):
            assert f"level{depth}words" in shown


def test_a_chapter_may_do_without_clauses() -> None:
    rulebook = book("# Chapter 1 Aims\n\n## Clause I Name\n\n1. Foo.\n\n# Appendix A Forms\n\n1. Bar.\n\n    A. Baz.\n")
    document = render_rulebook(rulebook, "docx")
    assert isinstance(document, bytes)
    assert paragraphs_of(document, "docx")[-3:] == ["Appendix A Forms", "1.\tBar.", "A.\tBaz."]


def test_a_decimal_label_is_whole_already() -> None:
    rulebook = book("---\nscheme: [Rule 1, 1.1, 1.1.1]\n---\n\n# Rule 1 Name\n\n1.1. The name.\n\n    1.1.1. Short.\n")
    document = render_rulebook(rulebook, "docx", ((0, 0, 0),))
    assert isinstance(document, bytes)
    assert paragraphs_of(document, "docx")[-2:] == ["Rule 1 Name", "1.1.1.\tShort."]


@pytest.mark.parametrize(
    ("format", "head", "body", "field", "break_"),
    [
        ("docx", "word/header1.xml", "word/document.xml", "STYLEREF 1", "<w:pageBreakBefore/>"),
        ("odt", "styles.xml", "content.xml", '<text:chapter text:display="name" text:outline-level="1">', 'fo:break-before="page"'),
    ],
)  # fmt: skip
def test_heads_name_the_chapter_and_the_first_begins_a_page(
    format: str, head: str, body: str, field: str, break_: str
) -> None:
    with zipfile.ZipFile(BytesIO(bytes_of(render_rulebook(book(), format)))) as parts:
        words, text = parts.read(head).decode(), parts.read(body).decode()
    assert field in words and "TOP-" not in words and "Rule Book &lt;1&gt;" in words
    assert text.count(break_) == 1
    with zipfile.ZipFile(BytesIO(bytes_of(render_rulebook(book(), format, ((0, 0),))))) as parts:
        assert field not in parts.read(head).decode() and break_ not in parts.read(body).decode()


def test_heads_of_a_pdf_name_the_chapter() -> None:
    pages = text_of(render_rulebook(book(BOOK.replace("Words of the chapter.", "Many words. " * 900)), "pdf"), "pdf")
    assert pages.count("Chapter 1\u2002Name & aims") > 3
    assert pages.index("Rule Book <1> & “all” Barchester Party") < pages.index("Chapter 1")  # over the contents


def bytes_of(document: str | bytes) -> bytes:
    assert isinstance(document, bytes)
    return document


def test_a_pdf_of_the_rules_is_for_everybody() -> None:
    document = bytes_of(render_rulebook(book(), "pdf"))
    assert document == render_rulebook(book(), "pdf") and b"<pdfuaid:part>1</pdfuaid:part>" in document
    found = tagged(document)
    assert (found.title, found.language, found.not_embedded) == ("Rule Book <1> & “all”", "en-GB", set())
    for words, tag in (
        ("Contents", "H1"),
        ("Chapter 1", "H1"),
        ("Clause I", "H2"),
        ("Flush with win.", "P"),
        ("Full", "TD"),
    ):
        assert tag in found.tags_of(words)
    body = squeezed(found.text).split("Wordsofthechapter.", 1)[1]
    place = 0
    for words in IN_ORDER[IN_ORDER.index("Words of the chapter.") + 1 :]:
        place = body.index(squeezed(words), place) + len(squeezed(words))
