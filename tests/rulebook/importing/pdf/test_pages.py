"""PDFs with notes, tables and all that stands round the words of a page: set here with typst, and read again."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import Form
from tests.rulebook.importing.pdf.typeset import BOOK, LONG, SAID, TAIL, item, read

RAISED = "#set super(typographic: false)\n"
NOTED = item("1.", "A member#footnote[Or two members.] may leave.") + item(
    "2.", "So may a branch#footnote[Or a league.]."
)
SHOWN = [("A member may leave.", ("Or two members.",)), ("So may a branch.", ("Or a league.",))]
FEET = {
    "raised figures of the type itself": "",
    "small figures that are raised": RAISED,
    "notes as large as the text, under a rule": f"{RAISED}#show footnote.entry: set text(11pt)",
    "no rule, but space": f"{RAISED}#show footnote.entry: set text(11pt)\n#set footnote.entry(separator: none, clearance: 2em)",
    "signs": '#set footnote(numbering: "*")',
    "letters": f'{RAISED}#set footnote(numbering: "a")',
    "two columns": "#set page(columns: 2)",
}


@pytest.mark.parametrize("setting", FEET.values(), ids=FEET)
def test_notes_are_told_from_the_text(setting: str) -> None:
    assert [(one.text, one.notes) for one in read(NOTED, setting).paragraphs] == SHOWN


MANY = [f"Rule {place} of the many says that {LONG[0].lower()}{LONG[1:]}" for place in range(30)]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    note = " ".join(f"The {place}th of the many words of this note is told here." for place in range(4, 120))
    items = "".join(item(f"{place}.", words) for place, words in enumerate(MANY, 2))
    document = read(item("1.", f"A member#footnote[{note}] may leave.") + items)
    assert document.paragraphs[0].notes == (note,)
    assert [one.text for one in document.paragraphs[1:]] == MANY


def test_notes_that_are_numbered_anew_on_each_page() -> None:
    body = "#pagebreak()\n#counter(footnote).update(0)\n".join(
        item(f"{2 * place + 1}.", f"{words}#footnote[Of {place}.]")
        + item(f"{2 * place + 2}.", f"So#footnote[Also {place}.] too.")
        for place, words in enumerate(MANY[:5])
    )
    document = read(body)
    assert [one.notes for one in document.paragraphs] == [
        notes for place in range(5) for notes in ((f"Of {place}.",), (f"Also {place}.",))
    ]


ENDS = {
    "under a title": ("Notes\n\n", ("Or two members.",), ("Or a league.",)),
    "after the last words": (f"{TAIL}\n\n", ("Or two members.",), ("Or a league.",)),
}


@pytest.mark.parametrize("before, first, second", ENDS.values(), ids=ENDS)
def test_notes_at_the_end_of_a_book(before: str, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    body = item("1.", "A member#super[1] may leave.") + item("2.", "So may a branch#super[2].") + before
    document = read(body + "1. Or two members.\n\n2. Or a league.\n", RAISED)
    assert [one.notes for one in document.paragraphs[:2]] == [first, second]
    assert any("notes that the raised figures" in one.message for one in document.guesses)


def test_a_raised_figure_without_a_note_stays_and_is_told() -> None:
    document = read(item("1.", "A plot has 250 m#super[2] and a hut."), RAISED)
    assert document.paragraphs[0].text == "A plot has 250 m² and a hut."
    assert any("no note answers" in one.message for one in document.guesses)


def test_a_note_that_a_table_calls() -> None:
    document = read(f"{LONG}\n\n#table(columns: 2, [Class], [Fee], [Full], [£20#footnote[In 2026.]])\n\n{LONG}", RAISED)
    table = document.paragraphs[1]
    assert table.form is Form.TABLE and table.notes == ("In 2026.",)


CELLS = "".join(f"[Site {place}], [{place * 7}], [see rule {place}], " for place in range(1, 60))
TABLES = {
    "ruled": (f"#table(columns: 3, [Site], [Plots], [Remarks], {CELLS})", ""),
    "its head on each page": (f"#table(columns: 3, table.header([Site], [Plots], [Remarks]), {CELLS})", "head of a table, repeated"),
    "without rules": (f"#table(columns: 3, stroke: none, [*Site*], [*Plots*], [*Remarks*], {CELLS})", ""),
}  # fmt: skip


@pytest.mark.parametrize("setting", ["", "#set page(columns: 2, margin: 8mm)"], ids=["one column", "two columns"])
@pytest.mark.parametrize("table, left_out", TABLES.values(), ids=TABLES)
def test_a_table_goes_on_over_columns_and_pages(table: str, left_out: str, setting: str) -> None:
    document = read(f"{LONG}\n\n{table}\n\n{LONG}", setting)
    assert [one.form for one in document.paragraphs] == [Form.WORDS, Form.TABLE, Form.WORDS]
    rows = document.paragraphs[1].text.split("\n")
    assert len(rows) == 61 and rows[-1] == "| Site 59 | 413 | see rule 59 |"
    assert {one.what for one in document.left_out} <= {left_out, "running head"} - {""}


def test_a_row_whose_cells_touch_is_a_row() -> None:
    rows = "[Repairs to fences and gates], [Committee], [Anything], [Chair and Treasurer], [Otherwise], [Nobody]"
    (table,) = read(f"#table(columns: 2, stroke: none, column-gutter: -6pt, {rows})").paragraphs
    assert table.text.split("\n")[0] == "| Repairs to fences and gates | Committee |"


AROUND = {
    "a turned watermark": ("#set page(background: rotate(-45deg, text(60pt)[DRAFT]))", "turned text"),
    "a level watermark": ("#set page(background: text(60pt, fill: gray)[DRAFT 2])", "watermark"),
    "numbers of lines at the right": (
        '#set par.line(numbering: n => if calc.rem(n, 5) == 0 { text(6pt, str(n)) }, numbering-scope: "page", number-margin: right)',
        "line numbers",
    ),
    "numbers of lines beside each column": (
        "#set page(columns: 2, margin: 12mm)\n#set text(9pt)\n"
        '#set par.line(numbering: n => if calc.rem(n, 5) == 0 { text(6pt, str(n)) }, numbering-scope: "page")',
        "line numbers",
    ),
    "running heads of two lines": (
        "#set page(margin: (top: 25mm), header: context [#text(7pt)[The Society of the Gardens, #linebreak() rule book "
        "#here().page()]])",
        "running head",
    ),
}


@pytest.mark.parametrize("setting, left_out", AROUND.values(), ids=AROUND)
def test_what_lies_round_the_text_is_left_out(setting: str, left_out: str) -> None:
    document = read(BOOK, setting)
    assert [(one.label, one.text) for one in document.paragraphs] == SAID * 4
    assert {one.what for one in document.left_out} == {left_out}


HEADINGS = {
    "letters far apart": "#set text(tracking: 0.5em)\n",
    "small capitals": "#show: smallcaps\n",
}
TITLE = "Chapter 1 Of the affiliation of other organisations to the society and to its branches"


@pytest.mark.parametrize("look", HEADINGS.values(), ids=HEADINGS)
def test_headings_of_two_lines_come_back_as_they_read(look: str) -> None:
    document = read(f"#[{look}#text(16pt, strong[{TITLE}])]\n\n" + item("1.", LONG) + item("2.", LONG))
    assert [one.text for one in document.paragraphs] == [TITLE, LONG, LONG]


CAPS = {"of a word": LONG, "that is a word": f"A {LONG[0].lower()}{LONG[1:]}"}


@pytest.mark.parametrize("words", CAPS.values(), ids=CAPS)
def test_a_drop_cap_is_part_of_its_word(words: str) -> None:
    body = f"#place(dy: -3pt, text(30pt)[{words[0]}])#pad(left: 24pt)[{words[1:].lstrip()}]\n\n{TAIL}"
    assert [one.text for one in read(body).paragraphs] == [words, TAIL]


def test_an_article_that_touches_its_number_is_a_word_where_the_number_is_lacking() -> None:
    items = [("4.1", "the fee;"), ("4.2a", "fair price; and"), ("4.3", "the costs.")]
    labels = [one.label for one in read("".join(f"{label} {words}\n\n" for label, words in items)).paragraphs]
    assert labels[1] in ("4.2", "")  # apart or not, the words are whole
    words = [
        f"{one.label} {one.text}".strip() for one in read("4.1 the fee;\n\n4.2a fair price;\n\n4.2 no;").paragraphs
    ]
    assert words[1] == "4.2a fair price;"
