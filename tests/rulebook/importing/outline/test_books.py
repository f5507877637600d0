"""Whole small books, and the tree that must come of each. Add a case: its name, the file's ending, the text, the tree.

A line of the tree is a label, the heading in brackets and the first words; it is indented by its depth.
"""

from __future__ import annotations

import textwrap

import pytest

from rulebook.importing.native import native_file
from rulebook.provision import Rulebook
from tests.rulebook.importing.imported import imported

CASES: dict[str, tuple[str, str, str]] = {
    "titles over sentences that introduce small letters": (
        "txt",
        """
        1. Name
        The name is the Glee Club.

        2. Members
        A member may be anybody who is:
        (a) able to sing; and
        (b) willing to pay.

        3. Songs
        (1) Songs are sung.
        """,
        """
        1 [Name] The name
        2 [Members] A member
            (a) able to
            (b) willing to
        3 [Songs]
            (1) Songs are
        """,
    ),
    "letters beside bullets, with bullets of their own": (
        "md",
        """
        # Article I Officers
        The officers are:
        + the conductor, who leads
        + the librarian, who keeps the parts of all that the club sings.

        A. Duties:
        + To be there.
        + To sing.

        B. Term:
        + One year.
        # Article II Songs
        The club sings:
        - rounds:
            a. old ones; and
            b. new ones.
        - carols.
        """,
        """
        I [Officers] The officers
            - the conductor,
            - the librarian,
            A Duties:
                - To be
                - To sing.
            B Term:
                - One year.
        II [Songs] The club
            - rounds:
                a old ones;
                b new ones.
            - carols.
        """,
    ),
    "a misprinted number right under a sentence": (
        "txt",
        """
        Article I - Name
        Section 1. The name is the Glee Club.
        Article Il - Songs
        Section 1. Songs are old.
        Article III - Members
        Section 1. Members sing.
        """,
        """
        I [Name]
            1 The name
        II [Songs]
            1 Songs are
        III [Members]
            1 Members sing.
        """,
    ),
    "a preamble beside numbered headings": (
        "md",
        """
        # Rules
        ## Preamble
        We like to sing.
        ## 1. Name
        1. The name is the Glee Club.
        ## 2. Members
        1. A member sings.
        """,
        """
        [Preamble] We like
        1 [Name]
            1 The name
        2 [Members]
            1 A member
        """,
    ),
    "a sentence that goes on with a capital": (
        "txt",
        """
                        Article I.  Oars
             Section 1.  Members of the Oar Committee shall carry Oar
        Committee badges.
             Section 2.  The oars belong to the society and hang in
        the hall when not in use.
             Section 3.  The keeper shall
        mend them.
                        Article II.  Keys
             Section 1.  Keys are brass.
        """,
        """
        I [Oars]
            1 Members of
            2 The oars
            3 The keeper
        II [Keys]
            1 Keys are
        """,
    ),
    "bare numbers over decimals": (
        "md",
        """
        # Constitution of the Glee Club
        ## 1 Name
        1.1 The club is called the Glee Club.
        ## 2 Members
        2.1 A member sings:
        * high; or
        * low.

        2.2 A member pays.
        ## 3 Money
        3.1 Money is kept.
        """,
        """
        1 [Name]
            1.1 The club
        2 [Members]
            2.1 A member
                - high; or
                - low.
            2.2 A member
        3 [Money]
            3.1 Money is
        """,
    ),
    "a number that is no chapter": (
        "md",
        """
        ## Article 1 Money
        ### 2024 Budget
        The budget is small.
        ### 30 Days
        It is read in 30 days.
        ## Article 2 Ends
        It ends.
        """,
        """
        1 [Money]
            [2024 Budget] The budget
            [30 Days] It is
        2 [Ends] It ends.
        """,
    ),
    "chapters without numbers": (
        "md",
        """
        # Club Rules
        ## Name
        The club is called the Pike.
        ## Board
        ### Size
        1. Three sit on it.
        1. One is a stranger.
        ### Removal
        By vote.
        ## Money
        There is none.
        """,
        """
        [Name] The club
        [Board]
            [Size]
                1 Three sit
                2 One is
            [Removal] By vote.
        [Money] There is
        """,
    ),
    "a preamble, and one without a heading": (
        "md",
        """
        # Constitution of the Pike
        Adopted 4 May 2021

        We who fish hold that the river is everybody's and nobody's at once.
        ## Preamble
        We fish.
        ## Article 1: Name
        The Pike.
        """,
        """
        We who
        [Preamble] We fish.
        1 [Name] The Pike.
        """,
    ),
    "numbers that run on under headings": (
        "md",
        """
        # Rules
        ## Part A Members
        1. Anybody joins.
        2. Nobody pays.
        ## Part B Officers
        3. There is a chair.
        4. There is a clerk.
        """,
        """
        A [Members]
            1 Anybody joins.
            2 Nobody pays.
        B [Officers]
            3 There is
            4 There is
        """,
    ),
    "headings between numbers that run on": (
        "md",
        """
        # Rules
        ## Members
        1. Anybody joins.
        2. Nobody pays.
        ## Officers
        3. There is a chair.
        4. There is a clerk.
        """,
        """
        [Members]
            1 Anybody joins.
            2 Nobody pays.
        [Officers]
            3 There is
            4 There is
        """,
    ),
    "articles under headings without numbers": (
        "md",
        """
        # Rules of the Pike
        ## Members
        ### Article 1 Joining
        Anybody joins.
        ### Article 2 Leaving
        Anybody leaves.
        ## Officers
        ### Article 3 Chair
        There is a chair.
        """,
        """
        [Members]
            1 [Joining] Anybody joins.
            2 [Leaving] Anybody leaves.
        [Officers]
            3 [Chair] There is
        """,
    ),
    "a section is met before an article": (
        "md",
        """
        **Section 1. Words used in the book**

        ## Article I Name
        **Section 1. Name**

        The Pike.

        **Section 2. Seat**

        The mill.
        ## Article II Members
        **Section 1. Joining**

        Anybody joins.
        """,
        """
        1 [Words used in the book]
        I [Name]
            1 [Name] The Pike.
            2 [Seat] The mill.
        II [Members]
            1 [Joining] Anybody joins.
        """,
    ),
    "parts of a text with clauses that run on": (
        "txt",
        """
        Part 1 - Words


        1. Meaning

        (1) In these rules:

          clerk means whoever writes.


        Part 2 - Members


        2. Joining

        (1) A person joins if:

          (a) over ten, and

          (b) paid up.

        3. Leaving

        (1) By letter.
        """,
        """
        1 [Words]
            1 [Meaning]
                (1) In these
        2 [Members]
            2 [Joining]
                (1) A person
                    (a) over ten,
                    (b) paid up.
            3 [Leaving]
                (1) By letter.
        """,
    ),
    "headings of numbers": (
        "txt",
        """
        1. Aims

        1.1 Purpose.

        The club looks after the pond.

        1.2 Order.

        The order of business is read out first.

        2. Meetings

        2.1 Yearly.

        There is a meeting in May.
        """,
        """
        1 [Aims]
            1.1 [Purpose.] The club
            1.2 [Order.] The order
        2 [Meetings]
            2.1 [Yearly.] There is
        """,
    ),
    "an addendum beside the articles": (
        "md",
        """
        # Bylaws
        ## Article 1. Indemnity
        Not for:

        (i) a fine; or

        (ii) conduct that is:

        1. dishonest; or
        2. a crime.
        ## ADDENDUM 1 MEETINGS
        1. Everybody speaks once.
        """,
        """
        1 [Indemnity] Not for:
            (i) a fine;
            (ii) conduct that
                1 dishonest; or
                2 a crime.
        1 [MEETINGS]
            1 Everybody speaks
        """,
    ),
    "bullets before the first rule": (
        "md",
        """
        # Rules of the Pike
        - made in May
        - read in June
        ## Article 1 Name
        The Pike.
        ## Article 2 Seat
        The mill.
        """,
        """
        1 [Name] The Pike.
        2 [Seat] The mill.
        """,
    ),
    "underlined headings": (
        "rst",
        """
        ====
        Pike
        ====

        Name
        ----

        The club is called the Pike.

        Board
        -----

        Size
        ~~~~

        Three sit on it.
        """,
        """
        [Name] The club
        [Board]
            [Size] Three sit
        """,
    ),
    "lines under which lists begin again": (
        "txt",
        """
        Boats

        1. A boat is washed after each outing by whoever has rowed in it.
        2. A boat is locked.

        Oars

        1. An oar is hung up on the wall behind the door of the shed.
        2. An oar is dry.

        Guests

        1. A guest is greeted.
        """,
        """
        [Boats]
            1 A boat
            2 A boat
        [Oars]
            1 An oar
            2 An oar
        [Guests]
            1 A guest
        """,
    ),
    "who signed it is no rule": (
        "txt",
        """
        Article One. Name

        The club is called the Pike.

        Article Two. Members

        § 1 Anybody joins who has been asked to by two members.

        § 2 Nobody pays, but for the £__________ that are due in May.

        § 3 Somebody reads.

        Adopted by the members on 4 May 2021.

        Signed:

        ____________________ Chair
        """,
        """
        1 [Name] The club
        2 [Members]
            1 Anybody joins
            2 Nobody pays,
            3 Somebody reads.
        """,
    ),
    "a rule with a blank at the end": (
        "txt",
        """
        Article 1. Name

        The club is called the Pike.

        Article 2. Money

        The fee is £__________ a year.
        """,
        """
        1 [Name] The club
        2 [Money] The fee
        """,
    ),
    "a wrapped line that begins like a decimal": (
        "txt",
        """
        1. The club is called the Pike.
        2. The aims are these.
        2.1 To fish.
        2.2 To mend nets and
        boats.
        3. For members see clause
        2.1 above and what it says.
        3.1 Anybody joins.
        """,
        """
        1 The club
        2 The aims
            2.1 To fish.
            2.2 To mend
        3 For members
            3.1 Anybody joins.
        """,
    ),
    "a preamble in bold beside articles in bold": (
        "md",
        """
        # Constitution

        **Preamble**

        We who fish by the river in the evening adopt this book.

        **Article I – Name**

        The Pike.

        **Article II – Members**

        Anybody joins.
        """,
        """
        [Preamble] We who
        I [Name] The Pike.
        II [Members] Anybody joins.
        """,
    ),
    "schedules beside numbers without a word": (
        "md",
        """
        # Rules
        1. Anybody joins.
        2. Nobody pays.
        ## Schedule 1: Forms
        1. A form.
        """,
        """
        1 Anybody joins.
        2 Nobody pays.
        1 [Forms]
            1 A form.
        """,
    ),
    "letters past z in either count": (
        "md",
        "## Article 1 Letters\n" + "".join(f"{letter}. x{letter}\n" for letter in "abcdefghijklmnopqrstuvwxyz") + "aa. one\nab. two\nac. three\n",
        "1 [Letters]\n" + "".join(f"    {letter} x{letter}\n" for letter in "abcdefghijklmnopqrstuvwxyz") + "    aa one\n    ab two\n    ac three\n",
    ),
    "chapters with a nought": (
        "md",
        """
        # Rules
        ## 1.0 Boats
        ### 1.1 Washing
        A boat is washed.
        ### 1.2 Locking
        A boat is locked.
        ## 2.0 Oars
        ### 2.1 Hanging
        An oar is hung up.
        """,
        """
        1.0 [Boats]
            1.1 [Washing] A boat
            1.2 [Locking] A boat
        2.0 [Oars]
            2.1 [Hanging] An oar
        """,
    ),
}  # fmt: skip


def tree(rulebook: Rulebook) -> str:
    lines = []
    for path, one in rulebook.walk():
        heading = f"[{one.heading}]" if one.heading else ""
        words = " ".join(one.text.split()[:2])
        lines.append("    " * (len(path) - 1) + " ".join(filter(None, (one.label, heading, words))))
    return "\n".join(lines)


@pytest.mark.parametrize(("ending", "text", "expected"), CASES.values(), ids=CASES)
def test_the_tree_of_a_book(ending: str, text: str, expected: str) -> None:
    found = imported(textwrap.dedent(text).lstrip("\n"), f"rules.{ending}")
    assert tree(found.rulebook) == textwrap.dedent(expected).strip()
    assert native_file(found.rulebook, found.places)
