"""Papers in every format: nothing is lost or read as markup, and all say the same in order."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from amendments.drafts.signatories import Signatory
from amendments.papers.formats import FORMATS, render_paper
from amendments.papers.paper import Paper, paper
from rulebook.comparing.comparison import compare
from rulebook.printed.lines import Run
from tests.shared.folders import EXAMPLES
from tests.shared.papers import BOOK, CHANGE, HOSTILE, LETTER, MOTION, book, draft
from tests.shared.printed_text import assert_in_order, paragraphs_of, squeezed, tags_of, text_of


@pytest.mark.parametrize("format", FORMATS)
def test_a_rule_change_in_order(format: str) -> None:
    text = squeezed(text_of(render_paper(CHANGE, format), format))
    wanted = [
        "Longer ballots", "Submitted by", "Barchester CLP", "Amends", "Clause II (Candidates), sub-clause 2",
        "Existing wording", "within 30 days.", "Amendment", "Replace “30 days” with:",
        "sixty days", "A.", "or so", "Renumber accordingly.",
        "Wording as amended", "within 60 days.", "Supporting argument", "It is fairer.",
    ]  # fmt: skip
    assert_in_order(text.casefold(), [squeezed(words).casefold() for words in wanted])


@pytest.mark.parametrize("format", FORMATS)
def test_a_motion_in_order(format: str) -> None:
    text = squeezed(text_of(render_paper(paper(MOTION, book()), format), format))
    wanted = [
        "Buses", "Barchester CLP", "Annual Conference 2027", "13 May 2027", "Harriet Oakshott", "Tomas Wendle",
        "This CLP notes", "1.One thing.", "2.Another thing.", "a.with a part", "This CLP resolves", "To act.",
        "Background",
    ]  # fmt: skip
    assert_in_order(text.casefold(), [squeezed(words).casefold() for words in wanted])


@pytest.mark.parametrize("format", FORMATS)
def test_an_open_letter_in_order(format: str) -> None:
    text = squeezed(text_of(render_paper(paper(LETTER), format), format))
    wanted = [
        "Please think again", "The Executive", "The General Secretary", "The case", "Because.", "Signed by 2 people",
        "Ann Smith", "1 June 2027", "Bob Jones", "At last!",
    ]  # fmt: skip
    assert_in_order(text.casefold(), [squeezed(words).casefold() for words in wanted])
    assert "branch" not in text.casefold()  # nobody filled in that column


def hostile_paper(words: str) -> Paper:
    text = BOOK.replace("within 30 days", f"within {words} days").replace("by post;", f"by post;\n\n        {words}")
    made = draft(
        "rule change",
        ("Background", f"{words}\n\n1. {words}\n\n    a. {words}\n\n> {words}\n\nSee {words} too."),
        ("Supporting argument", f"Because {words} says so."),
        amendment=f"Replace “30” with “{words}”.",
        title=f"T {words}",
        sender=words,
        conference=f"C {words}",
        mover=words,
        agreed=words,
    )
    signed = (Signatory(f"N {words}", words, "", words),)
    full = replace(made, signatories=signed, recipients=(words,))
    return paper(full, book(), compare(book(), book(text)))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str, format: str) -> None:
    made = hostile_paper(words)
    text = squeezed(text_of(render_paper(made, format), format))
    plain_words = squeezed(re.sub(r"^([-*+#>]|\d\.|\(a\)) ", "", words)).casefold()
    said = [made.title, made.sender, *(line.text for part in made.parts for line in part.lines)]
    said += [cell for part in made.parts for line in part.lines for row in line.rows for cell in row]
    expected = sum(squeezed(piece).casefold().count(plain_words) for piece in said)
    assert text.casefold().count(plain_words) >= expected
    assert squeezed(f"T {words}").casefold() in text.casefold()
    assert squeezed(f"Because {words} says so.") in text
    assert squeezed(f"Replace “30” with “{words}”.") in text


def test_control_characters_are_left_out() -> None:
    made = paper(draft("motion", ("Motion", "a\x00b\x0bc\ufffe")), None)
    for format in FORMATS:
        assert "abc" in text_of(render_paper(made, format), format)


def test_letters_that_no_font_of_ours_has_do_not_stop_the_pdf() -> None:
    made = paper(draft("motion", ("Motion", "Plain \ue000\U0001f5f3 ☭ words"), title="政治"), None)
    assert render_paper(made, "pdf")[:5] == b"%PDF-"


def test_the_same_paper_is_the_same_pdf() -> None:
    first = render_paper(CHANGE, "pdf")
    assert first == render_paper(CHANGE, "pdf")
    assert b"pdfuaid" in first  # type: ignore[operator]


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_labels_are_typed_with_a_tab(format: str) -> None:
    document = render_paper(paper(MOTION), format)
    assert isinstance(document, bytes)
    assert [words for words in paragraphs_of(document, format) if "\t" in words][-3:] == [
        "1.\tOne thing.", "2.\tAnother thing.", "a.\twith a part",
    ]  # fmt: skip


def test_the_margins_of_a_document_are_filled() -> None:
    import zipfile
    from io import BytesIO

    document = render_paper(CHANGE, "docx")
    assert isinstance(document, bytes)
    with zipfile.ZipFile(BytesIO(document)) as parts:
        foot, head = parts.read("word/footer1.xml").decode(), parts.read("word/header1.xml").decode()
    assert "13 words · Drafted on the 2026 edition" in foot and "NUMPAGES" in foot
    assert "Barchester Party" in head and "TOP-" not in head


def test_html_stands_alone_and_marks_new_words() -> None:
    page = render_paper(CHANGE, "html")
    assert isinstance(page, str)
    assert "default-src 'none'" in page and "<ins>60</ins>" in page
    assert not {"script", "img", "link", "iframe"} & set(tags_of(page))
    assert page.count("<h1>") == 1


def test_only_formats_that_mark_new_words_say_how() -> None:
    for format in FORMATS:
        told = squeezed("New words are underlined.") in squeezed(text_of(render_paper(CHANGE, format), format))
        assert told == (format not in ("md", "txt"))


def test_plain_text_fits_an_email() -> None:
    text = render_paper(CHANGE, "txt")
    assert isinstance(text, str)
    assert max(len(line) for line in text.splitlines()) <= 72


def test_the_worked_examples_are_set_in_every_format() -> None:
    """Their own front matter is read elsewhere; here their bodies are."""
    for path in sorted(EXAMPLES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        made = paper(draft("motion", ("Text", body.replace("## ", "### ")), title=path.stem))
        for format in ("html", "docx", "pdf"):
            assert render_paper(made, format)


def test_runs_keep_every_word() -> None:
    for part in CHANGE.parts:
        for line in part.lines:
            assert line.text == "".join(run.text for run in line.runs)
            assert all(isinstance(run, Run) and run.text for run in line.runs)
