"""What belongs under what, and where words after a list belong."""

from __future__ import annotations

import pytest

from rulebook.importing.native import native_file
from rulebook.provision import Scheme
from tests.rulebook.importing.imported import imported, outline

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


def test_a_list_that_counts_backwards_is_one_list() -> None:
    page = "<h2>Rule 1 Steps</h2><ol reversed><li>Third.<li>Second.<li>First.</ol><h2>Rule 2 End</h2>"
    assert outline(imported(page, "rules.html").rulebook)[1:4] == ["1.3: Third.", "1.2: Second.", "1.1: First."]


@pytest.mark.parametrize(("paragraphs", "expected"), AFTER_LISTS.values(), ids=AFTER_LISTS)
def test_where_words_after_a_list_belong(paragraphs: list[tuple[int, str]], expected: list[str]) -> None:
    headings = [(0, "Chapter 1 Powers"), (0, "Clause I Boards")]
    page = "".join(f"<p style='margin-left:{ems}em'>{words}</p>" for ems, words in [*headings, *paragraphs])
    assert outline(imported(page, "rules.html").rulebook) == ["1: Powers", *expected]


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


def test_a_list_without_numbers_leaves_the_heading_over_it_a_heading() -> None:
    page = "<h1>Chapter 1 Name</h1><ul style='list-style: none'>" + "<li>Words." * 4 + "</ul>"
    assert outline(imported(page, "rules.html").rulebook)[0].startswith("1: Name")
