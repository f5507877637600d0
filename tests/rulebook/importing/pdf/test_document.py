"""PDFs, set here with typst, and read again: every paragraph comes back whole, with its label, and nothing else does."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from rulebook.importing.file.paragraphs import Form
from rulebook.importing.pdf.document import read_pdf
from rulebook.importing.pdf.page.pages import Pages
from rulebook.source import Unreadable
from tests.rulebook.importing.pdf.typeset import BOOK, LONG, SAID, TAIL, item, read, typeset

SETTINGS = {
    "one column": "",
    "justified": "#set par(justify: true)\n#set text(hyphenate: true)",
    "two columns": "#set page(columns: 2, margin: 12mm)\n#set text(9pt)",
    "two columns, justified": "#set page(columns: 2, margin: 12mm)\n#set text(9pt, hyphenate: true)\n#set par(justify: true)",
    "heads and feet": '#set page(header: [The Society #h(1fr) Rule Book], numbering: "1 of 1")',
    "line numbers": '#set par.line(numbering: n => if calc.rem(n, 5) == 0 { str(n) }, numbering-scope: "page")',
    "a title over two columns": '#set page(columns: 2, margin: 12mm)\n#set text(9pt)\n#place(top + center, scope: "parent", float: true)[]',
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_paragraphs_come_back(setting: str) -> None:
    document = read(BOOK, setting)
    assert [(one.label, one.text) for one in document.paragraphs] == SAID * 4


def test_places_and_looks() -> None:
    heading, first, second, third, *_ = read(BOOK).paragraphs
    assert heading.bold and heading.size == 16 and not first.bold
    assert first.settled and first.indent == pytest.approx(0, abs=1) and first.inner == pytest.approx(20, abs=1)
    assert third.indent == pytest.approx(20, abs=1) and third.inner == pytest.approx(40, abs=1)
    assert (heading.page, heading.line, first.line, second.line > first.line + 1) == ("1", 1, 2, True)


def test_heads_feet_and_line_numbers_are_left_out() -> None:
    document = read(BOOK, SETTINGS["heads and feet"])
    assert {one.what for one in document.left_out} == {"running head", "page number"}
    document = read(BOOK, SETTINGS["line numbers"])
    assert {one.what for one in document.left_out} == {"line numbers"}


def test_a_number_that_a_line_begins_with_is_no_label() -> None:
    words = "The rule on the subscription of members who join late in a year was changed in " * 3
    for size in range(9, 13):
        document = read(
            item("1.", f"{words}2018. It was changed in 2019. It is the same as before."), f"#set text({size}pt)"
        )
        assert [one.label for one in document.paragraphs] == ["1."]


def test_footnotes_go_to_the_paragraph_that_calls_them() -> None:
    document = read(item("1.", "A member#footnote[Or two members.] may leave.") + item("2.", "So may a branch."))
    assert [(one.text, one.notes) for one in document.paragraphs] == [
        ("A member may leave.", ("Or two members.",)), ("So may a branch.", ()),
    ]  # fmt: skip


def test_a_ruled_table_is_one_paragraph() -> None:
    document = read(
        f"{LONG}\n\n#table(columns: 3, [Class], [Fee], [Votes], [Full], [£20], [1], [Half], [£10], [none])\n\n{LONG}"
    )
    before, table, after = document.paragraphs
    assert table.form is Form.TABLE and before.text == after.text == LONG
    assert table.text.split("\n")[0] == "| Class | Fee | Votes |" and "| Half | £10 | none |" in table.text


def test_contents_are_entries_and_no_paragraphs() -> None:
    body = "".join(f"= Chapter {n} Of the matter number {n}\n{LONG}\n" for n in range(1, 6))
    document = read(f"#outline()\n#pagebreak()\n{body}")
    assert [one.text for one in document.contents] == [f"Chapter {n} Of the matter number {n}" for n in range(1, 6)]
    assert len(document.paragraphs) == 10


BAD = {
    "junk": (b"these are words and no PDF", "not a PDF"),
    "cut off": (b"%PDF-1.7\n1 0 obj\n<< /Type", "damaged"),
    "no text": (typeset("#set page(width: 100pt, height: 100pt)\n#square(fill: black)"), "pictures"),
}


@pytest.mark.parametrize("data, said", BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_refused_with_a_word_on_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refused:
        read_pdf(data, "rules.pdf")
    assert refused.value.help


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    read_pdf(
        typeset("#set page(width: 148mm, height: 210mm)\nA word.\n#pagebreak()\nAnother."),
        "rules.pdf",
        say=lambda *pages: told.append(pages),
    )
    assert told == [(1, 2), (2, 2)]


# --- files made so that they never come to an end


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(written)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return written + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def stream(content: bytes, about: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), about, packed)


def form(content: bytes, draws: int) -> bytes:
    """A form that draws another one, or itself."""
    resources = b"/Resources << /XObject << /A %d 0 R >> >>" % draws
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources)


def of_one_page(content: bytes, resources: bytes, *more: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % resources
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream(content), *more)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"(1. Members of the society shall vote in it by ballot and so forth) Tj "
ENDLESS = {
    "a form that draws itself": lambda: of_one_page(b"/A Do", b"/XObject << /A 5 0 R >>", form(b"/A Do " * 80, 5)),
    "forms that draw forms": lambda: of_one_page(
        b"/A Do", b"/XObject << /A 5 0 R >>", *(form(b"/A Do " * 60, 6 + n) for n in range(12)), form(b"", 5)
    ),
    "three million letters": lambda: of_one_page(
        b"BT /F 9 Tf " + WORDS * 50_000 + b"ET", b"/Font << /F 5 0 R >>", FONT
    ),
    "two million lines": lambda: of_one_page(b"0 0 m 9 9 l S " * 2_000_000, b""),
    "pages that hold themselves": lambda: pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
}


@pytest.mark.parametrize("made", ENDLESS.values(), ids=ENDLESS)
def test_what_would_never_end_is_refused(made: Callable[[], bytes]) -> None:
    with pytest.raises(Unreadable) as refused:
        read_pdf(made(), "book.pdf")
    assert refused.value.help


def test_the_other_process_is_ended_when_the_reading_stops() -> None:
    with Pages(of_one_page(b"BT /F 9 Tf " + WORDS + b"ET", b"/Font << /F 5 0 R >>", FONT), "book.pdf") as pages:
        assert [" ".join(word.text for word in page.words[:4]) for page in pages] == ["1. Members of the"]
    assert pages.process.poll() is not None


def test_a_printed_page_number_that_is_there_twice_is_two_pages() -> None:
    grid = "#table(columns: 2, [Office], [Held by], [Chair], [Anybody])"
    front = "\n#pagebreak()\n".join([f"At first {LONG}", grid, f"In the end {LONG}"])
    words = (f"Here {LONG}", f"There {LONG}", f"Everywhere {LONG}")
    rules = "\n#pagebreak()\n".join(item(f"{number}.", text) for number, text in enumerate(words, 1))
    document = read(
        f"{front}\n#pagebreak()\n#counter(page).update(1)\n{rules}",
        '#set page(footer: context [Rules p#counter(page).display("1")])',
    )
    assert [(one.form.value, one.label, one.page) for one in document.paragraphs] == [
        ("words", "", "1"), ("table", "", "2"), ("words", "", "3"), ("words", "1.", "1"), ("words", "2.", "2"), ("words", "3.", "3"),
    ]  # fmt: skip


GAPS = {  # ems between the words of a file without spaces, and whether they are parted at all of them
    "0.3": True,
    "0.22": True,
    "0.18": True,
    "0.17": True,
    "0.06": False,
}


@pytest.mark.parametrize("gap", GAPS)
def test_the_gaps_of_a_line_say_where_its_words_part(gap: str) -> None:
    (one,) = read(LONG, f'#set text(hyphenate: false)\n#show " ": h({gap}em)').paragraphs
    assert (one.text == LONG) == GAPS[gap]


def test_letters_set_apart_are_still_words() -> None:
    document = read(f"#text(tracking: 0.15em, size: 14pt)[Membership]\n\n{LONG}", '#show " ": h(0.2em)')
    assert [one.text for one in document.paragraphs] == ["Membership", LONG]


CENTRED = "#align(center, text(14pt)[{}])\n\n"
SET = {  # how it is set, and the paragraphs that come of it
    "a long heading in the middle": (
        CENTRED.format("Chapter 2 The Investigator and the Complete Record of Complaints") + LONG,
        ["Chapter 2 The Investigator and the Complete Record of Complaints", LONG],
    ),
    "two short lines in the middle": (CENTRED.format("Rules") + CENTRED.format("of the Society") + LONG, ["Rules", "of the Society", LONG]),
    "a bold beginning over the end of a line": (
        "*Removal of a member of the Committee or of the Board of the Northern and Southern Districts.* " + LONG,
        ["Removal of a member of the Committee or of the Board of the Northern and Southern Districts. " + LONG],
    ),
    "a number that a sentence speaks of": (
        "#set par(justify: false)\nA member who has been told of a fault under paragraphs (a) and \\ (b) of this rule may answer it. " + LONG,
        ["A member who has been told of a fault under paragraphs (a) and (b) of this rule may answer it. " + LONG],
    ),
    "lines to sign on": (
        LONG + "".join(f'\n\nName {number}: #("_" * 20)' for number in (1, 2, 3, 4)),
        [LONG, *(f"Name {number}: {'_' * 20}" for number in (1, 2, 3, 4))],
    ),
    "a number beside its words": (
        f"#grid(columns: (60pt, 1fr), [Section 1:], [{LONG}])\n#grid(columns: (60pt, 1fr), [Section 2:], [{TAIL}])",
        [f"Section 1: {LONG}", f"Section 2: {TAIL}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SET)
def test_how_paragraphs_are_set(case: str) -> None:
    source, said = SET[case]
    assert [one.text for one in read(source).paragraphs] == said


def test_words_set_wide_apart_are_no_table() -> None:
    wide = "Any#h(1fr)member#h(1fr)may#h(1fr)join#h(1fr)the#h(1fr)society \\ and#h(1fr)leave#h(1fr)it#h(1fr)when#h(1fr)they#h(1fr)like"
    assert all(one.form is Form.WORDS for one in read(f"{LONG} \\ {wide} \\ {LONG}").paragraphs)


def test_words_struck_through_are_left_out_and_named() -> None:
    document = read(f"A member #strike[of two years] may vote, and #underline[nobody] else.\n\n{LONG}")
    assert [one.text for one in document.paragraphs] == ["A member may vote, and nobody else.", LONG]
    assert [(one.what, one.text) for one in document.left_out] == [("words struck through", "of two years")]
