"""Markdown as people write it, by the outline that must come of it. A case is a text and its lines."""

from __future__ import annotations

import textwrap

import pytest

from tests.rulebook.importing.imported import imported, outline

CASES = {
    "labels behind bullets": (
        """
        # Charter
        ## Article 1 Aims
        - (a) to keep bees

            - i. in spring, and
            - ii. in autumn;

        - (b) to sell honey.
        ## Article 2 Money
        - 2.1. A fee is paid.
        - 2.2. It is small.
        - 2.4 It is spent.
        """,
        [
            "1: Aims",
            "1.a: to keep bees",
            "1.a.i: in spring, and",
            "1.a.ii: in autumn;",
            "1.b: to sell honey.",
            "2: Money",
            "2.1: A fee is paid.",
            "2.2: It is small.",
            "2.4: It is spent.",
        ],
    ),
    "bullets that are bullets": (
        """
        ## Article 1 Aims
        - (a) is what they call it
        - the other is that
        """,
        ["1: Aims", "1.-1: (a) is what they call it", "1.-2: the other is that"],
    ),
    "figures and letters by turns": (
        """
        ## Article 1 Races
        - 1a) A judge.
            - 1a1) Sober.
            - 1a2) Kind.
        - 1b) A starter.
        """,
        ["1: Races", "1.1a: A judge.", "1.1a.1a1: Sober.", "1.1a.1a2: Kind.", "1.1b: A starter."],
    ),
    "numbers that are all the same": (
        """
        ## Article 1 Races
        1. One.

        1. Two.
            #. Under it.
            #. And this.

        1. Three.
        """,
        ["1: Races", "1.1: One.", "1.2: Two.", "1.2.1: Under it.", "1.2.2: And this.", "1.3: Three."],
    ),
    "wrapped lines that begin like a number": (
        """
        ## Article 1 Board
        The board has not less than three and not more than eleven
        (11) directors, as is said under the rules of the
        UK. What is said in
        4.3 of the deed is no rule.
        ## Article 2 Lists
        The board keeps:
        (a) a book;
        (b) a box; and
        (c) a bell.
        """,
        [
            "1: Board / The board has not less than three and not more than eleven (11) directors, as is said under the "
            "rules of the UK. What is said in 4.3 of the deed is no rule.",
            "2: Lists / The board keeps:",
            "2.a: a book;",
            "2.b: a box; and",
            "2.c: a bell.",
        ],
    ),
    "contents that are links": (
        """
        # Rules of the Band
        ## Table of Contents
        1. [Name](#name)
        2. [Players](#players)
            - [Joining](#joining)
        ## Article 1 Name
        The band is called the Band.
        ## Article 2 Players
        See [Article 1](#article-1).
        """,
        ["1: Name / The band is called the Band.", "2: Players / See Article 1."],
    ),
    "contents that are links, with headings among them": (
        """
        # Contents
        ### [Rules of the Band](#rules-of-the-band)
        1. [Name](#1-name)
        2. [Players](#2-players)
        # Rules of the Band
        ## 1. Name
        1. The band is called the Band.
        ## 2. Players
        1. All play.
        """,
        ["1: Name", "1.1: The band is called the Band.", "2: Players", "2.1: All play."],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES)
def test_what_comes_of_markdown(text: str, lines: list[str]) -> None:
    found = imported(textwrap.dedent(text), "rules.md").rulebook
    assert outline(found) == lines
