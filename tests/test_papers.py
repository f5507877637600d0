"""Papers: what is in them, that nothing is lost or read as markup, and that every format says the same in order."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from amendments.comparing.before_and_after import counterparts, wording
from amendments.drafts.body_lines import body_lines
from amendments.drafts.draft import Draft
from amendments.drafts.sections import Section
from amendments.drafts.signatories import Signatory
from amendments.papers.formats import FORMATS, render_paper
from amendments.papers.paper import Paper, paper, printed_date
from amendments.setting_out.plain_text import escaped, markdown
from rulebook.comparing.comparison import compare
from rulebook.printed.lines import Line, Run, plain, printable, words_in
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from tests.printed_text import paragraphs_of, squeezed, tags_of, text_of
from tests.trees import rulebooks

BOOK = """---
title: Rule Book
organisation: Barchester Party
edition: "2026"
scheme: [Chapter 1, Clause I, "1", A, i, a]
---

# Chapter 5 Selections

## Clause I General

1. The Executive shall issue rules.

2. Meetings shall be summoned thus:

    A. by post;

    B. by electronic mail.

    Seven days’ notice is enough.

## Clause II Candidates

1. Candidates shall be members.

2. A ballot shall be held within 30 days.

3. The result shall be declared.

4. An appeal may be made.
"""

HOSTILE = [
    "#set text(red)", "# not a heading", "[a](http://example.org)", "<script>alert(1)</script>", "<b>bold</b>",
    "{{ 7*7 }}", "{% raw %}", "\\input{x}", "$x^2$", "*stars* and _bars_", "**two** __bars__", "`ticks`",
    "~~struck~~", "&amp; &lt;", "1. one", "- dash", "+ plus", "* star", "(a) letter", "=====", "-----",
    "|a|b", "> quoted?", "![i](j)", "@label", "a -- b...", "'single' \"double\"", "https://example.org/a_b",
    "\\# \\\\", "<!-- comment -->", "TOP-LEFT", "][", "#[x]", "//x /*y*/",
]  # fmt: skip


def book(text: str = BOOK) -> Rulebook:
    return read_rulebook(Source("rulebook.md", text))[0]


def draft(kind: str = "rule change", *sections: tuple[str, str], amendment: str = "", **facts: str) -> Draft:
    """A draft whose sections stand in its source one after the other."""
    text, made, place = "", [], (0, 0)
    for heading, body in [*([("Amendment", amendment)] if amendment else []), *sections]:
        text += f"## {heading}\n\n"
        made.append(Section(heading, body, (len(text), len(text) + len(body))))
        text += body + "\n\n"
    if amendment:
        place = made[0].span
    return Draft(Source("draft.md", text), kind=kind, sections=tuple(made), amendment=place, **facts)  # type: ignore[arg-type]


def amended(*replacements: tuple[str, str], renumber: bool = False, **facts: str) -> Paper:
    """The paper of an amendment that makes these replacements in the text of the book."""
    text = BOOK
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return paper(draft("rule change", amendment="Do it.", **facts), book(), compare(book(), book(text)))


def shown(lines: tuple[Line, ...]) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in lines]


MOTION = draft(
    "motion",
    ("This CLP notes", "1. One thing.\n\n2. Another\nthing.\n\n    a. with a part"),
    ("This CLP resolves", "To act."),
    ("Background", "Much may be said."),
    title="Buses",
    sender="Barchester CLP",
    conference="Annual Conference 2027",
    agreed="2027-05-13",
    mover="Harriet Oakshott",
    seconder="Tomas Wendle",
)
LETTER = Draft(
    Source("letter.md", "## The case\n\nBecause.\n"),
    kind="open letter",
    title="Please think again",
    recipients=("The Executive", "The General Secretary"),
    signatories=(Signatory("Ann Smith", date="2027-06-01"), Signatory("Bob Jones", comment="At last!")),
    sections=(Section("The case", "Because.", (13, 22)),),
)
CHANGE = paper(
    draft(
        "rule change",
        ("Supporting argument", "It is fairer."),
        amendment="Replace “30 days” with:\n\n> 5. sixty days\n>\n>     A. or so\n\nRenumber accordingly.",
        title="Longer ballots",
        sender="Barchester CLP",
        edition="2026",
    ),
    book(),
    compare(book(), book(BOOK.replace("within 30 days", "within 60 days"))),
)


# --- bodies


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One\ntwo\n\nthree", [("", 0, "One two"), ("", 0, "three")]),
        ("1. a\n2. b", [("1.", 1, "a"), ("2.", 1, "b")]),
        ("- a\n* b\n• c", [("•", 1, "a"), ("•", 1, "b"), ("•", 1, "c")]),
        ("1. a\n    i. b\n2. c", [("1.", 1, "a"), ("i.", 2, "b"), ("2.", 1, "c")]),
        ("5. a\nA. b\ni. c\nB. d", [("5.", 1, "a"), ("A.", 2, "b"), ("i.", 3, "c"), ("B.", 2, "d")]),
        ("5. a\nA. b\n6. c", [("5.", 1, "a"), ("A.", 2, "b"), ("6.", 1, "c")]),
        ("1. a\n   b\n\n    c\n\nd", [("1.", 1, "a b"), ("", 1, "c"), ("", 0, "d")]),
        ("See clause\n5. and so on", [("", 0, "See clause"), ("5.", 1, "and so on")]),
        ("This was said by\nA. Smith", [("", 0, "This was said by A. Smith")]),
        ("in the year\n2019. Then", [("", 0, "in the year 2019. Then")]),
        ("(the) end", [("", 0, "(the) end")]),
        ("(iv) end", [("(iv)", 1, "end")]),
        ("It asks:\na) for one\nb) for two", [("", 0, "It asks:"), ("a)", 1, "for one"), ("b)", 1, "for two")]),
        ("It asks:\n(a) for one\n(b) for two", [("", 0, "It asks:"), ("(a)", 1, "for one"), ("(b)", 1, "for two")]),
        ("(see clauses a and\nb) now", [("", 0, "(see clauses a and b) now")]),
        ("> 5. a\n>\n>     A. b\n>\n> c", [("5.", 1, "a"), ("A.", 2, "b"), ("", 1, "c")]),
        ("> a\n>\n> A. b\n>\n> c", [("", 0, "a"), ("A.", 1, "b"), ("", 0, "c")]),
        ("> ## C\n>\n> 1. a\n>\n> b", [("", 0, "C"), ("1.", 1, "a"), ("", 0, "b")]),
        ("> 5. a\n\nb\n\n> 6. c\n>\n> d", [("5.", 1, "a"), ("", 0, "b"), ("6.", 1, "c"), ("", 1, "d")]),
        ("1.", [("1.", 1, "")]),
        ("### Cost\nNone", [("", 0, "Cost"), ("", 0, "None")]),
        ("", []),
    ],
)
def test_the_body_of_a_draft(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(line.label, line.depth, line.text) for line in body_lines(body)] == expected


def test_quotations_and_tables_in_a_body() -> None:
    lines = body_lines("Add:\n> 5. five\n>\n>     A. a\n>\n>     tail\n\n| h | i |\n|---|---|\n| j | k\\|l |\n\nend")
    assert [(line.quoted, line.label, line.depth) for line in lines[:4]] == [
        (False, "", 0), (True, "5.", 1), (True, "A.", 2), (True, "", 1),
    ]  # fmt: skip
    assert lines[4].rows == (("h", "i"), ("j", "k|l"))
    assert lines[5].text == "end"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_a_body_is_lost(words: str) -> None:
    body = f"Lead in.\n\n{words}\n\n1. {words}\n\n> {words}\n\nlast"
    said = re.sub("[-*•]", "•", squeezed("".join(f"{line.label}{line.text}" for line in body_lines(body))))
    kept = re.sub("[-*•]", "•", words).removeprefix("# ").removeprefix("> ")
    assert said.count(squeezed(kept)) == 3


# --- counting


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("co-operative and/or 5%", 3), ("a – b", 2), ("don’t “stop” now!", 3)]
)
def test_words_are_counted_as_a_word_processor_does(text: str, count: int) -> None:
    assert words_in([Line(plain(text), label="1.")]) == count


def test_a_motion_counts_its_own_text_and_headings_only() -> None:
    text = "This CLP notes One thing Another thing with a part This CLP resolves To act"
    assert paper(MOTION).words == len(text.split())


def test_a_rule_change_counts_all_that_was_written() -> None:
    assert CHANGE.words == len("Replace 30 days with sixty days or so Renumber accordingly It is fairer".split())


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2027-05-03", "3 May 2027"), ("", ""), ("next Friday", "next Friday"), ("2027-13-01", "2027-13-01")],
)
def test_dates(written: str, printed: str) -> None:
    assert printed_date(written) == printed


# --- before and after


@pytest.mark.parametrize(
    ("replacements", "where", "existing", "after"),
    [
        (
            [("30 days", "60 days")],
            ["Chapter 5, Clause II (Candidates), sub-clause 2"],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 30 days."],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 60 days."],
        ),
        (
            [("by electronic mail", "by e-mail"), ("be declared", "stand")],
            ["Chapter 5, Clause I (General), sub-clause 2", "Chapter 5, Clause II (Candidates), sub-clause 3"],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "B. by electronic mail.", "Seven days’ notice is enough.", "Chapter 5, Clause II Candidates",
                "3. The result shall be declared.",
            ],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;", "B. by e-mail.",
                "Seven days’ notice is enough.", "Chapter 5, Clause II Candidates", "3. The result shall stand.",
            ],
        ),
        (  # a paragraph goes: the sub-clause that held it is shown before and after
            [("    B. by electronic mail.\n\n", "")],
            ["Chapter 5, Clause I (General), sub-clause 2"],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "B. by electronic mail.", "Seven days’ notice is enough.",
            ],
            [
                "Chapter 5, Clause I General", "2. Meetings shall be summoned thus:", "A. by post;",
                "Seven days’ notice is enough.",
            ],
        ),
        (  # a sub-clause goes, those after it move up
            [("2. A ballot shall be held within 30 days.\n\n", ""), ("3. The", "2. The"), ("4. An", "3. An")],
            ["Chapter 5, Clause II (Candidates), sub-clause 2"],
            ["Chapter 5, Clause II Candidates", "2. A ballot shall be held within 30 days."],
            ["Chapter 5, Clause II Candidates", "Sub-clause 2 is deleted.", "Sub-clauses 3 and 4 become 2 and 3."],
        ),
        (
            [("3. The result", "2A. Every voter must have been a member for six months.\n\n3. The result")],
            ["Chapter 5, Clause II (Candidates), new sub-clause 2A"],
            ["There is no existing wording: what the amendment inserts is new."],
            ["Chapter 5, Clause II Candidates", "2A. Every voter must have been a member for six months."],
        ),
        (
            [("## Clause II Candidates", "## Clause II Candidates and electors")],
            ["Chapter 5, Clause II (Candidates)"],
            ["Chapter 5, Clause II Candidates"],
            ["Chapter 5, Clause II Candidates and electors"],
        ),
        (  # what is inserted stands under the title that the clause has now
            [("II Candidates", "II Candidates and electors"), ("3. The", "2A. Voters must be members.\n\n3. The")],
            ["Chapter 5, Clause II (Candidates), new sub-clause 2A"],
            ["Chapter 5, Clause II Candidates"],
            ["Chapter 5, Clause II Candidates and electors", "2A. Voters must be members."],
        ),
        (
            [(BOOK[BOOK.index("## Clause II") :], "")],
            ["Chapter 5, Clause II (Candidates)"],
            [
                "Chapter 5, Clause II Candidates", "1. Candidates shall be members.",
                "2. A ballot shall be held within 30 days.", "3. The result shall be declared.",
                "4. An appeal may be made.",
            ],
            ["Chapter 5 Selections", "Clause II is deleted."],
        ),
    ],
)  # fmt: skip
def test_the_wording_before_and_after(
    replacements: list[tuple[str, str]], where: list[str], existing: list[str], after: list[str]
) -> None:
    found = amended(*replacements)
    assert (list(found.where), shown(found.existing), shown(found.amended)) == (where, existing, after)


def test_numbers_that_change_are_said_of_their_clause_where_there_are_several() -> None:
    moved = [
        ("3. The result", "2. The result"),
        ("4. An", "3. An"),
        ("2. A ballot shall be held within 30 days.\n\n", ""),
    ]
    said = "Sub-clauses 3 and 4{} become 2 and 3."
    assert amended(*moved).amended[-1].text == said.format("")
    elsewhere = amended(*moved, ("by post;", "by letter;"))
    assert elsewhere.amended[-1].text == said.format(" of Chapter 5, Clause II")


def test_new_words_are_marked_and_the_space_before_them_is_not() -> None:
    line = amended(("30 days", "60 clear days")).amended[1]
    assert [run.text for run in line.runs if run.new] == ["60 clear"]
    assert line.text == "A ballot shall be held within 60 clear days."


FEES = "4. The fees are:\n\n    | Member | Fee |\n    | --- | --- |\n    | Full \\| paid | £24 |\n    | Student | £12 |"


def paper_of_fees() -> Paper:
    old = BOOK.replace("4. An appeal may be made.", FEES)
    change = compare(book(old), book(old.replace("£24", "£26").replace("Student", "Student or carer")))
    return paper(draft("rule change", amendment="Do it."), book(old), change)


def test_new_words_in_a_table_are_marked() -> None:
    table = next(line for line in paper_of_fees().amended if line.kind == "table")
    assert table.rows == (("Member", "Fee"), ("Full | paid", "£26"), ("Student or carer", "£12"))
    assert [["".join(run.text for run in cell) for cell in row] for row in table.cells] == [list(r) for r in table.rows]
    assert [run.text for row in table.cells for cell in row for run in cell if run.new] == ["26", "or carer"]
    assert "New words are underlined." in [part.note for part in paper_of_fees().parts]
    assert not any(line.cells for line in paper_of_fees().existing)


@pytest.mark.parametrize("format", FORMATS)
def test_a_table_with_new_words_has_all_its_words(format: str) -> None:
    said = squeezed(text_of(render_paper(paper_of_fees(), format), format).replace("\\", ""))
    assert all(squeezed(words) in said for words in ("Student or carer", "£26", "Full | paid", "£24"))
    if format == "html":
        assert "<td>£<ins>26</ins></td>" in str(render_paper(paper_of_fees(), format))


def test_what_is_new_altogether_is_not_marked() -> None:
    found = amended(("3. The result", "2A. Every voter must have been a member for six months.\n\n3. The result"))
    assert not any(run.new for line in found.amended for run in line.runs)
    assert all(part.note == "" for part in found.parts)


@given(rulebooks(), rulebooks())
@settings(max_examples=50, deadline=None)
def test_every_changed_word_is_shown(before: Rulebook, after: Rulebook) -> None:
    comparison = compare(before, after)
    found = wording(comparison)
    existing = squeezed("".join(line.text for line in found.existing))
    new = squeezed("".join(line.text for line in found.amended))
    for change in comparison.changes:
        for side, shown_words in ((change.old, existing), (change.new, new)):
            for words in (side.heading, side.text, side.tail) if side else ():
                assert squeezed(printable(words)) in shown_words


def test_what_is_in_both_books_is_matched() -> None:
    text = BOOK.replace("2. A ballot shall be held within 30 days.\n\n", "").replace("    A. by post;\n\n", "")
    comparison = compare(book(), book(text))
    found = counterparts(comparison)
    assert (0, 1, 1) not in found and (0, 0, 1, 0) not in found
    assert (found[0, 1, 2], found[0, 1, 3], found[0, 0, 1, 1]) == ((0, 1, 1), (0, 1, 2), (0, 0, 1, 0))


# --- every format


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


def assert_in_order(text: str, wanted: list[str]) -> None:
    place = 0
    for words in wanted:
        found = text.find(words, place)
        assert found >= 0, f"“{words}” does not follow in {text[place : place + 300]}"
        place = found + len(words)


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. a\n\n2. b", "1. a\n\n2. b"),
        ("1. a\n\n3. b", "1. a\n\n- 3\\. b"),
        ("5. a\n\n    A. b\n\n    c", "5. a\n\n   - A. b\n\n   c"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("> 5. a\n\nb", "> 5. a\n\nb"),
        ("> a\n>\n> b", "> a\n>\n> b"),
    ],
)
def test_markdown_lists(body: str, expected: str) -> None:
    assert markdown(body_lines(body)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", "a\\*b"),
        ("1. x", "1\\. x"),
        ("# x", "\\# x"),
        ("R&D a_b _c_", "R&D a_b \\_c\\_"),
        ("at 7:30: a :smile:", "at 7:30: a \\:smile:"),
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("<https://example.org> <ada@example.org>", "\\<https\\://example.org\\> \\<ada\\@example.org\\>"),
        ("*www.example.org*", "\\*www\\.example.org\\*"),
    ],
)
def test_markdown_is_escaped_where_it_must_be(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_the_worked_examples_are_set_in_every_format() -> None:
    """Their own front matter is read elsewhere; here their bodies are."""
    for path in sorted((Path(__file__).parent.parent / "examples").glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        made = paper(draft("motion", ("Text", body.replace("## ", "### ")), title=path.stem))
        for format in ("html", "docx", "pdf"):
            assert render_paper(made, format)


def test_runs_keep_every_word() -> None:
    for part in CHANGE.parts:
        for line in part.lines:
            assert line.text == "".join(run.text for run in line.runs)
            assert all(isinstance(run, Run) and run.text for run in line.runs)
