"""Importing: what belongs under what, whatever the format; and that no word of a file is lost."""

from __future__ import annotations

import textwrap
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amendments.papers.consolidated import consolidated
from bench.books import book
from rulebook.importing.file.paragraphs import pipe_table, squeezed
from rulebook.importing.importer import Imported, import_rulebook
from rulebook.importing.native import first_difference, native_file
from rulebook.provision import Provision, Rulebook, Scheme
from rulebook.source import Unreadable
from tests.shared.trees import rulebooks, without_comments


def imported(text: str | bytes, name: str = "rules.txt", **options: object) -> Imported:
    data = textwrap.dedent(text).lstrip("\n").encode() if isinstance(text, str) else text
    return import_rulebook(data, name, **options)  # type: ignore[arg-type]


def outline(rulebook: Rulebook) -> list[str]:
    """A line for each provision: its reference and its words, the tail after a bar."""
    return [
        f"{rulebook.reference(path)}: {' / '.join(filter(None, (one.heading, one.text)))}"
        + (f" | {one.tail}" if one.tail else "")
        for path, one in rulebook.walk()
    ]


# what is pasted from a viewer, and the outline that it makes
PASTED = {
    "headings on two lines": (
        """
        Chapter 1
        Name and aims
        Clause I.
        The name
        1. The name is the Dunmere League.
        2. It has branches.
        """,
        ["1: Name and aims", "1.I: The name", "1.I.1: The name is the Dunmere League.", "1.I.2: It has branches."],
    ),
    "i. after h. is a letter": (
        "Rule 1 Powers\n1.1 The board may:\n"
        + "\n".join(f"({letter}) do thing {letter};" for letter in "abcdefghij"),
        ["1: Powers", "1.1: The board may:", *(f"1.1.{letter}: do thing {letter};" for letter in "abcdefghij")],
    ),
    "i. under A. is a numeral": (
        """
        Chapter 1 Powers
        Clause I Boards
        1. The board may:
        A. choose:
        i. a chair; or
        ii. nobody.
        B. adjourn.
        2. It meets monthly.
        """,
        ["1: Powers", "1.I: Boards", "1.I.1: The board may:", "1.I.1.A: choose:", "1.I.1.A.i: a chair; or",
         "1.I.1.A.ii: nobody.", "1.I.1.B: adjourn.", "1.I.2: It meets monthly."],
    ),
    "a line that begins with a year is no provision": (
        """
        Chapter 1 Elections
        Clause I Terms
        1. The officers serve from the annual meeting that is held in the autumn of the year
        2018. Their successors are chosen every second year after that one.
        2. A vacancy is filled at once.
        """,
        ["1: Elections", "1.I: Terms",
         "1.I.1: The officers serve from the annual meeting that is held in the autumn of the year 2018. Their "
         "successors are chosen every second year after that one.",
         "1.I.2: A vacancy is filled at once."],
    ),
    "words after a list belong to what introduces it": (
        """
        Chapter 1 Members
        Clause I Who may join
        1. A person may join who:
        A. is fourteen; and
        B. accepts the aims.
        Nobody may join twice.
        2. Members pay a fee.
        """,
        ["1: Members", "1.I: Who may join", "1.I.1: A person may join who: | Nobody may join twice.",
         "1.I.1.A: is fourteen; and", "1.I.1.B: accepts the aims.", "1.I.2: Members pay a fee."],
    ),
    "5A after 5": (
        "Chapter 1 A\nClause I B\n5. Five.\n5A. Five and a bit.\n6. Six.",
        ["1: A", "1.I: B", "1.I.5: Five.", "1.I.5A: Five and a bit.", "1.I.6: Six."],
    ),
    "sections with the number of their article": (
        """
        Article I Officers
        Section 1.1 Chair
        1.1.1 The chair presides.
        1.1.2 The chair may:
        (a) rule; and
        (b) vote.
        Section 1.2 Clerk
        1.2.1 The clerk writes.
        Article II Meetings
        Section 2.1 Dates
        2.1.1 Meetings are monthly.
        """,
        ["I: Officers", "I.1.1: Chair", "I.1.1.1.1.1: The chair presides.", "I.1.1.1.1.2: The chair may:",
         "I.1.1.1.1.2.a: rule; and", "I.1.1.1.1.2.b: vote.", "I.1.2: Clerk", "I.1.2.1.2.1: The clerk writes.",
         "II: Meetings", "II.2.1: Dates", "II.2.1.2.1.1: Meetings are monthly."],
    ),
    "provisions with the number of a roman article": (
        "Article I Aims\n1.1 To sing.\nArticle II Dues\n2.1 Dues are:\n(a) paid; or\n(b) waived.\n2.2 No more.",
        ["I: Aims", "I.1.1: To sing.", "II: Dues", "II.2.1: Dues are:", "II.2.1.a: paid; or", "II.2.1.b: waived.",
         "II.2.2: No more."],
    ),
    "roman numerals in decimals": (
        "Article I Name\nI.1 It has one.\nArticle II Aims\nII.1 To sing.\nArticle III Dues\nIII.1 Dues are yearly.\n"
        "III.2 They are small.",
        ["I: Name", "I.1: It has one.", "II: Aims", "II.1: To sing.", "III: Dues", "III.1: Dues are yearly.",
         "III.2: They are small."],
    ),
    "a number with a word before a sentence": (
        """
        Article I—Name
        Section 1. The name is the Dunmere League.
        Section 2. Seat. It sits in Dunmere.
        Article II—Members
        Section 1. A member may:
        A. vote; or
        B. abstain.
        Section 2. No member is fined.
        """,
        ["I: Name", "I.1: The name is the Dunmere League.", "I.2: Seat. It sits in Dunmere.", "II: Members",
         "II.1: A member may:", "II.1.A: vote; or", "II.1.B: abstain.", "II.2: No member is fined."],
    ),
    "a sentence that begins with a reference": (
        "Rule 1 Name\n1.1 It has one.\n\nRule 7. Every word of that rule applies here.\n\n1.2 It is kept.",
        ["1: Name", "1.1: It has one.\n\nRule 7. Every word of that rule applies here.", "1.2: It is kept."],
    ),
    "one word for two levels": (
        """
        Rule 1 Branches

        Rule 1.1 Every branch meets.

        Rule 1.2 Every branch may:
        (a) sing; and
        (b) dance.

        Rule 2 Votes

        Rule 2.1 Votes are by hand.
        """,
        ["1: Branches", "1.1: Every branch meets.", "1.2: Every branch may:", "1.2.a: sing; and", "1.2.b: dance.",
         "2: Votes", "2.1: Votes are by hand."],
    ),
    "standing orders in an annex, and schedules in words": (
        """
        Rule 1 Name
        Rule 2 Aims
        First Schedule: Fees
        1. A fee is paid.
        Annex A Standing Orders
        Standing Order 1 Agenda
        (a) The clerk makes it.
        Standing Order 2 Debate
        (a) It is short.
        """,
        ["1: Name", "2: Aims", "1: Fees", "1.1: A fee is paid.", "A: Standing Orders", "A.1: Agenda",
         "A.1.a: The clerk makes it.", "A.2: Debate", "A.2.a: It is short."],
    ),
    "numbers in words": (
        "CHAPTER ONE\nNAME\n1. It has one.\nCHAPTER TWENTY\nAIMS\n1. To sing.\nCHAPTER TWENTY-ONE\nDUES\n1. None.",
        ["1: NAME", "1.1: It has one.", "20: AIMS", "20.1: To sing.", "21: DUES", "21.1: None."],
    ),
    "letter-led codes": (
        "J.5 Motions\nJ.5.1 A branch may send one.\nJ.5.2 It must be in writing.",
        ["J.5: Motions", "J.5.1: A branch may send one.", "J.5.2: It must be in writing."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_lines_end_in_many_ways(ends: str, encoding: str) -> None:
    text = ends.join(("Chapter 1", "Name", "1. The Café.", "2. It has branches.", ""))
    read = imported(text.encode(encoding)).rulebook
    assert outline(read) == ["1: Name", "1.1: The Café.", "1.2: It has branches."]


@pytest.mark.parametrize("text, expected", PASTED.values(), ids=PASTED)
def test_what_belongs_under_what(text: str, expected: list[str]) -> None:
    assert outline(imported(text).rulebook) == expected


# how far in each paragraph of a clause stands, in ems, and its words; and the outline of the clause
AFTER_LISTS = {
    "at the place of the list's labels, twice": (
        [(0, "1. A board may:"), (2, "A. meet;"), (2, "B. vote."), (2, "It tells all."), (2, "It keeps notes.")],
        ["1.I: Boards", "1.I.1: A board may: | It tells all.\n\nIt keeps notes.", "1.I.1.A: meet;", "1.I.1.B: vote."],
    ),
    "which go on with the sentence that introduces it": (
        [(0, "1. A board may, by vote:"), (0, "A. meet at once;"), (2, "i. meet."), (0, "B. rise."), (0, "and go home.")],
        ["1.I: Boards", "1.I.1: A board may, by vote: | and go home.", "1.I.1.A: meet at once;", "1.I.1.A.i: meet.",
         "1.I.1.B: rise."],
    ),
    "further out than the words before: of the provision above": (
        [(0, "1. A board may:"), (2, "A. meet;"), (2, "B. vote."), (2, "It tells all."), (0, "This binds all.")],
        ["1.I: Boards | This binds all.", "1.I.1: A board may: | It tells all.", "1.I.1.A: meet;", "1.I.1.B: vote."],
    ),
    "where other provisions have their second paragraph, but after a link of a sentence": (
        [
            (0, "1. A board sits."), (0, "It sits again."), (0, "2. A board may:"), (2, "A. meet; and"),
            (2, "B. vote by ballot."), (2, "It tells all."), (0, "3. A board ends."),
        ],
        [
            "1.I: Boards",
            "1.I.1: A board sits.\n\nIt sits again.", "1.I.2: A board may: | It tells all.", "1.I.2.A: meet; and",
            "1.I.2.B: vote by ballot.", "1.I.3: A board ends.",
        ],
    ),
}  # fmt: skip


def test_a_table_at_the_margin_is_of_the_provision_before_it() -> None:
    table = "<table><tr><th>Region<th>Seats<tr><td>North<td>4</table>"
    lines = [(0, "1. A board sits."), (2, "(a) There are seats as follows."), (0, table), (2, "(b) More may come.")]
    page = "".join(
        words if words == table else f"<p style='margin-left:{ems}em'>{words}</p>"
        for ems, words in [(0, "Chapter 1 Powers"), (0, "Clause I Boards"), *lines]
    )
    found = imported(page, "rules.html")
    assert [one.label for _, one in found.rulebook.walk() if one.text.endswith("| North | 4 |")] == ["(a)"]


def test_where_nothing_says_what_words_belong_to_it_is_said() -> None:
    page = "<p>Rule 1 A</p><p>1.1 The board may:</p><p>(a) sit;</p><p>(b) vote.</p><p>It is free.</p><p>1.2 End.</p>"
    assert [guess.about for guess in imported(page, "rules.html").report.guesses] == ["place"]


def test_a_tab_after_a_number_with_a_word_makes_no_heading_of_a_sentence() -> None:
    page = "<h2>Article I Name</h2><p>Section 1.&emsp;It has one.</p><p>Section 2.&emsp;It may:</p><p>A. change.</p>"
    wanted = ["I: Name", "I.1: It has one.", "I.2: It may:", "I.2.A: change."]
    assert outline(imported(page, "rules.html").rulebook) == wanted


def test_a_heading_with_words_under_it_names_no_organisation() -> None:
    page = "<h1>Rules</h1><h2>Preamble</h2><p>We unite.</p><h2>Rule 1 Name</h2><p>1.1 X.</p><h2>Rule 2 Aims</h2>"
    assert imported(page, "rules.html").rulebook.organisation == ""


def test_a_list_that_counts_backwards_is_one_list() -> None:
    page = "<h2>Rule 1 Steps</h2><ol reversed><li>Third.<li>Second.<li>First.</ol><h2>Rule 2 End</h2>"
    assert outline(imported(page, "rules.html").rulebook)[1:4] == ["1.3: Third.", "1.2: Second.", "1.1: First."]


def test_a_footnote_without_words_is_none() -> None:
    page = '<h2>Rule 1 A</h2><p>1.1 B.<a href="#f" id="b">1</a></p><p>1.2 C.</p><p id="f"><a href="#b">1</a></p>'
    found = imported(page, "rules.html")
    assert "[^" not in native_file(found.rulebook, found.places)


@pytest.mark.parametrize(("paragraphs", "expected"), AFTER_LISTS.values(), ids=AFTER_LISTS)
def test_where_words_after_a_list_belong(paragraphs: list[tuple[int, str]], expected: list[str]) -> None:
    headings = [(0, "Chapter 1 Powers"), (0, "Clause I Boards")]
    page = "".join(f"<p style='margin-left:{ems}em'>{words}</p>" for ems, words in [*headings, *paragraphs])
    assert outline(imported(page, "rules.html").rulebook) == ["1: Powers", *expected]


@pytest.mark.parametrize(
    ("lines", "title", "organisation", "edition"),
    [
        (["Rules", "The Dunmere League", "2026 edition"], "Rules", "The Dunmere League", "2026"),
        (["The Dunmere League", "Rules 2026"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "The Dunmere League, 14th March 2026"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "May 2026"], "Rules", "", "2026"),
        (["Rules", "Edition 2026"], "Rules", "", "2026"),
        (["Rules", "14 March 2026", "Edition 7"], "Rules", "", "2026"),
        (["Rules", "Version 3, May 2026"], "Rules", "", "3, May 2026"),
        (["Rules", "14 March 2026", "The Dunmere League"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "As amended by the general meeting, 14 March 2026"], "Rules", "", "2026"),
        (["Rules", "Adopted 3 May 2019, last amended 2026"], "Rules", "", "2026"),
        (["Rules", "Revised: 2026"], "Rules", "", "2026"),
        (["Rules", "Agreed Prices Society 2026"], "Rules", "Agreed Prices Society", "2026"),
    ],
)
def test_what_a_title_page_says(lines: list[str], title: str, organisation: str, edition: str) -> None:
    book = imported("\n\n".join((*lines, "1. Name", "1.1 The name is Dunmere.", "1.2 It has branches."))).rulebook
    assert (book.title, book.organisation, book.edition) == (title, organisation, edition)


def test_numbers_of_an_appendix_may_begin_with_its_letter() -> None:
    found = imported("Rule 1 Name\n1.1 A name.\n1.2 Aims.\n\nAppendix A Orders\nA.1 Speak once.\nA.2 Vote.\n").rulebook
    assert outline(found) == ["1: Name", "1.1: A name.", "1.2: Aims.", "A: Orders", "A.1: Speak once.", "A.2: Vote."]
    assert native_file(found, {})


def test_contents_may_be_a_list_with_bullets() -> None:
    """As an office program makes it, or a browser prints it."""
    found = imported(
        "<p>Contents</p><ul><li>Rule 1 Name</li><li>Rule 2 Members</li></ul><h2>Rule 1 Name</h2><p>1.1 A name.</p>"
        "<h2>Rule 2 Members</h2><p>2.1 Anyone may join.</p>",
        "rules.html",
    )
    assert outline(found.rulebook) == ["1: Name", "1.1: A name.", "2: Members", "2.1: Anyone may join."]


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    pages = [
        f"{'Rules of the Dunmere League' if page else 'Chapter 1 Meetings'}\n"
        + ("" if page else "Clause I Calling\n")
        + "\n".join(f"{3 * page + n}. The board shall call meeting number {3 * page + n}." for n in (1, 2, 3))
        + f"\n{page + 1}\n"
        for page in range(5)
    ]
    found = imported("".join(pages))
    assert [line.split(":")[0] for line in outline(found.rulebook)] == ["1", "1.I", *(f"1.I.{n}" for n in range(1, 16))]
    left = Counter(one.what for one in found.report.left_out)
    assert left == {"running head": 4, "page number": 5}


def test_a_word_broken_at_a_line_s_end_is_made_whole_by_evidence() -> None:
    found = imported(
        "Chapter 1 A\nClause I B\n1. A co-operative society may join, and every co-\n"
        "operative society that joins may stay for as long as it likes.\n2. Done.\n"
    )
    assert "every co-operative society" in outline(found.rulebook)[2]
    assert not [guess for guess in found.report.guesses if guess.about == "hyphen"]


def test_a_word_that_nothing_else_shows_is_a_guess() -> None:
    found = imported(
        "Chapter 1 A\nClause I B\n1. The board may establish a sub-\ncommittee of five or of seven.\n2. Done.\n"
    )
    assert [guess.about for guess in found.report.guesses if guess.about == "hyphen"] == ["hyphen"]


def test_the_scheme_can_be_said() -> None:
    text = "Chapter 1 A\nClause I B\n1. One:\ni. first;\nii. second.\n"
    scheme = Scheme(("Chapter 1", "Clause I", "1", "i"))
    assert imported(text, scheme=scheme).rulebook.scheme == scheme
    assert outline(imported(text, scheme=scheme).rulebook)[-1] == "1.I.1.ii: second."


def test_bullets_straight_under_chapters() -> None:
    found = imported("Chapter 1 Name\n\n• first.\n\nChapter 2 Aims\n\n• second.\n")
    assert outline(found.rulebook) == ["1: Name", "1.-1: first.", "2: Aims", "2.-1: second."]
    assert native_file(found.rulebook, found.places)


def test_what_reads_in_no_order_is_read_all_the_same() -> None:
    found = imported("# Chapter 1\n3. 5\nv)\nqa\nv) (a)\n\tII. 5\n\nqb\nA. qc", "rules.md")
    assert {"qa", "qb", "qc"} <= set(" ".join(outline(found.rulebook)).split())


def test_comments_and_notes_that_nothing_calls_are_named() -> None:
    found = imported("# Article I Name\n\n1. qa. <!-- hidden -->\n\n[^2]: a note.\n", "rules.md")
    assert [one.what for one in found.report.left_out] == ["comment", "footnote that nothing calls"]


def test_a_footnote_to_a_title_under_its_number_is_kept() -> None:
    found = imported("# Chapter 1\n\n# Name[^1]\n\n1. One.\n\n[^1]: a note.\n", "rules.md")
    assert outline(found.rulebook)[0] == "1: Name" and found.rulebook.chapters[0].notes == ("a note.",)


GAPS = """\
Chapter 1 A
Clause I B
1. One.
4. Four.
4. Four again.
"""


def test_gaps_and_repeats_are_said_and_kept() -> None:
    found = imported(GAPS)
    assert [line.split(":")[0] for line in outline(found.rulebook)] == ["1", "1.I", "1.I.1", "1.I.4", "1.I.4"]
    assert [remark.about for remark in found.report.remarks] == ["numbers", "numbers"]


# ---------------------------------------------------------------- what we write comes back


def comparable(rulebook: Rulebook) -> Rulebook:
    """The book as far as a printed page shows it."""
    bare = without_comments(rulebook)
    return replace(bare, chapters=tuple(one for one in bare.chapters if one.kind != "preamble"), crosswalk=())


@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md"])
@given(seed=st.integers(0, 10**6), words=st.integers(100, 1500))
@settings(max_examples=15)
def test_a_book_that_we_write_comes_back(form: str, seed: int, words: int) -> None:
    rulebook = book(words, seed)
    written = consolidated(rulebook, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}")
    assert first_difference(rulebook, again.rulebook) is None
    assert native_file(again.rulebook, again.places)


@pytest.mark.parametrize("edition", ["2017", "2019", "2026"])
@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md", "pdf"])
def test_the_model_rules_come_back(form: str, edition: str) -> None:
    from rulebook.editions import open_rulebook

    rulebook, _, _ = open_rulebook(edition)
    written = consolidated(rulebook, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}").rulebook
    if form == "pdf":
        exact = set(outline(rulebook)) & set(outline(again))
        assert len(exact) >= 0.98 * len(outline(rulebook))
    else:
        assert first_difference(rulebook, again) is None
        assert again.title == rulebook.title


@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md"])
@given(rulebook=rulebooks())
@settings(max_examples=25)
def test_any_tree_that_we_write_comes_back(form: str, rulebook: Rulebook) -> None:
    printed = seen(comparable(rulebook))
    assume(printed.chapters)
    assume(form != "txt" or "---" not in (printed.title, printed.organisation))  # a first line that is one of YAML's
    written = consolidated(printed, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}").rulebook
    assert first_difference(printed, again) is None
    if printed.title:
        assert (again.title, again.organisation) == (printed.title, printed.organisation)


def seen(rulebook: Rulebook) -> Rulebook:
    """The book without what nobody sees: soft hyphens, and how a table is typed."""

    def part(text: str) -> str:
        found = []
        for paragraph in text.split("\n\n"):
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in paragraph.split("\n")]
            found.append(pipe_table(rows) if paragraph.startswith("|") else squeezed(paragraph))
        return "\n\n".join(filter(None, found))

    def plain(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(
            replace(
                one,
                heading=squeezed(one.heading),
                text=part(one.text),
                tail=part(one.tail),
                notes=tuple(map(squeezed, one.notes)),
                children=plain(one.children),
            )
            for one in siblings
        )

    return replace(rulebook, chapters=plain(rulebook.chapters))


# ---------------------------------------------------------------- what cannot be read

BAD = {
    "empty": (b"", "x.docx", "is empty"),
    "white space": (b" \n\n ", "x.txt", "is empty"),
    "no provisions": (b"Dear all,\n\nsee you on Monday.\n", "x.txt", "does not look like a rulebook"),
    "NUL bytes": (b"1. One.\0\n2. Two.\n" * 20, "x.txt", "NUL byte"),
    "Latin-1": ("1. Café.\n2. Über.\n".encode("latin-1"), "x.txt", "is not written in UTF-8"),
    "a PDF cut short": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "x.pdf", "damaged"),
    "an archive cut short": (b"PK\x03\x04" + b"\0" * 40, "x.docx", ""),
    "Rich Text": (b"{\\rtf1\\ansi 1. One.}", "x.rtf", "Rich Text"),
    "100,000 lines": (b"1. x\n" * 100_000, "x.txt", "more than 30,000 lines"),
    "one line of 5 MB": (b"1. " + b"a " * 2_500_000, "x.txt", "a line of 5,000,003 characters"),
    "one line of 5 MB in Markdown": (b"# " + b"a" * 5_000_000, "x.md", "a line of 5,000,002 characters"),
    "one paragraph of a megabyte": (
        b"<h1>Chapter 1</h1><ol><li>" + b"a " * 500_000,
        "x.html",
        "a paragraph of 999,999",
    ),
    "15,000 provisions": (b"<h1>Chapter 1</h1>" + b"<p>1. x</p>" * 15_000, "x.html", "10,000 are the most"),
    "a text of 11 MB": (b"1. " + b"a a a a a a\n" * 1_000_000, "x.txt", "10 million characters"),
    "a page of 21 MB": (b"<p>1. " + b"a" * 21_000_000, "x.html", "20 million bytes"),
    "very many comments": (b"<!--x-->" * 400 + b"a", "x.md", "does not look like a rulebook"),
    "an old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "x.doc", "Word"),
}


@pytest.mark.parametrize("data, name, said", BAD.values(), ids=BAD)
def test_what_cannot_be_read_says_what_to_do(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Unreadable) as raised:
        imported(data, name)
    assert said in raised.value.message and raised.value.help


# what takes a careless reader far longer than it is long
LONG = {
    "labels that repeat": "Chapter 1\nName\n" + "1. x\n" * 1_500,
    "lines without labels": "Chapter 1\nName\n1. x\n" + "some words without a number that go on\n" * 3_000,
    "a word that goes on and on": "Chapter 1\nName\n1. x\n2. " + "w@" * 100_000 + "-\nx\n",
    "dots that lead nowhere": "Chapter 1\nName\n1. x\n2. " + ". " * 20_000 + "\n",
    "spaces in a page": "<h1>Chapter 1</h1><ol><li>x<li>" + " " * 300_000 + "y</ol>",
    "lines of nothing but spaces": "Chapter 1\nName\n1. x\n" + (" " * 200 + "\n") * 5_000 + "2. x\n",
    "comments that never close": "# Chapter 1\n\n1. x\n2. " + "<!--" * 30_000 + "\n",
    "brackets that never close": "# Chapter 1\n\n1. " + "[" * 30_000 + "\n2. x\n",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_is_made_to_take_long_does_not(text: str) -> None:
    began = time.process_time()
    read = imported(text, "rules.md" if text.startswith("#") else "rules.txt")
    assert native_file(read.rulebook, read.places) and time.process_time() - began < 4


@pytest.mark.parametrize("start", [-5, -99])
def test_a_number_that_cannot_be_one_is_words_and_a_guess(start: int) -> None:
    read = imported(f"<h1>Chapter 1 Name</h1><ol start={start}>" + "<li>Words." * 3 + "</ol>", "rules.html")
    assert [one.label for _, one in read.rulebook.walk()] == ["1"]
    assert len(read.rulebook.chapters[0].text.split("\n\n")) == 3
    assert [guess.about for guess in read.report.guesses] == ["label"] * 3


# the number that a list begins with, and the first that the native file cannot hold
TOO_FAR = {"1": (999, "1000"), "i": (187, "clxxxviii")}


@pytest.mark.parametrize("style", TOO_FAR)
def test_a_number_that_cannot_be_written_is_named(style: str) -> None:
    start, said = TOO_FAR[style]
    read = imported(f"<h1>Chapter 1</h1><ol type={style} start={start}><li>One.<li>Two.</ol>", "rules.html")
    with pytest.raises(Unreadable, match=f"1.{said} has the number “{said}”") as refused:
        native_file(read.rulebook, read.places)
    assert "in parts" in refused.value.help


def test_a_list_without_numbers_leaves_the_heading_over_it_a_heading() -> None:
    page = "<h1>Chapter 1 Name</h1><ul style='list-style: none'>" + "<li>Words." * 4 + "</ul>"
    assert outline(imported(page, "rules.html").rulebook)[0].startswith("1: Name")


# ---------------------------------------------------------------- pages


def test_pages_are_kept_in_the_native_file() -> None:
    from rulebook.reading.reader import read_rulebook
    from rulebook.source import Source

    text = "Chapter 1 A\nClause I B\n1. One.\n1\n\f2. Two.\n3. Three.\n2\n\f4. Four.\n3\n"
    found = imported(text)
    written = native_file(found.rulebook, found.places)
    again, findings = read_rulebook(Source("rulebook.md", written))
    assert not findings
    assert {again.reference(path): again.page(path) for path, _ in again.walk()} == {
        "1": "1", "1.I": "1", "1.I.1": "1", "1.I.2": "2", "1.I.3": "2", "1.I.4": "3"
    }  # fmt: skip
