"""Pairs of provisions, and the paragraphs with marks that are to come of them."""

from __future__ import annotations

from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

FRONT = "---\ntitle: Rules\n---\n\n# Chapter 1 Aims\n\n## Clause I Names\n\n"
CASES = {
    "words": (
        "1. A member joins within 28 days.", "1. A member joins within 42 days of it.",
        "  1. A member joins within [-28-]{+42+} days{+ of it+}.",
    ),
    "a provision put in, and those after it renumbered": (
        "1. One is here.\n\n2. Three is here.", "1. One is here.\n\n2. Two is new.\n\n3. Three is here.",
        """
          1. One is here.
        + 2. Two is new.
          [-2-]{+3+}. Three is here.
        """,
    ),
    "a provision taken out": (
        "1. One is here.\n\n2. Two is here.\n\n3. Three is here.", "1. One is here.\n\n2. Three is here.",
        """
          1. One is here.
        - 2. Two is here.
          [-3-]{+2+}. Three is here.
        """,
    ),
    "a provision that moves to another place and number": (
        "1. The branches send two delegates each.\n\n2. Two is here.\n\n3. Three is here.",
        "1. Two is here.\n\n2. Three is here.\n\n3. The branches send two delegates each.",
        """
        < 1. The branches send two delegates each.
          [-2-]{+1+}. Two is here.
          [-3-]{+2+}. Three is here.
        > 3. The branches send two delegates each.
        """,
    ),
    "what is gone stands before the next heading, and what is new there after it": (
        "1. One is here.\n\n2. Two was here.", "1. One is here.\n\n## Clause II New\n\n1. Another.",
        """
          1. One is here.
        - 2. Two was here.
        + Clause II New
        + 1. Another.
        """,
    ),
    "what is put under one that stays comes before what is gone after that": (
        "1. One is here:\n\n    A. first.\n\n2. Two was here.", "1. One is here:\n\n    A. first.\n\n    B. second.",
        """
          1. One is here:
          A. first.
        + B. second.
        - 2. Two was here.
        """,
    ),
    "a heading": ("1. One.\n\n## Clause II Money\n\n1. Two.", "1. One.\n\n## Clause II Fees\n\n1. Two.", """
          1. One.
          Clause II [-Money-]{+Fees+}
          1. Two.
        """),
    "a paragraph within a provision": ("1. One is here.\n\n    So be it.", "1. One is here.", """
          1. One is here.
        - So be it.
        """),
    "words after a list": (
        "1. One:\n\n    A. first.\n\n    This is so.", "1. One:\n\n    A. first.\n\n    This is not so.",
        """
          1. One:
          A. first.
          This is{+ not+} so.
        """,
    ),
    "new words at the end, and at the beginning of the next paragraph": (
        "1. One is here\n\n    So be it.", "1. One is here now\n\n    Then so be it.",
        """
          1. One is here{+ now+}
          [-So-]{+Then so+} be it.
        """,
    ),
    "new words at the end, before a provision that comes": (
        "1. The branches send two delegates each.\n\n2. Two is here.\n\n3. Three is here",
        "1. Two is here.\n\n2. Three is here now\n\n3. The branches send two delegates each.",
        """
        < 1. The branches send two delegates each.
          [-2-]{+1+}. Two is here.
          [-3-]{+2+}. Three is here{+ now+}
        > 3. The branches send two delegates each.
        """,
    ),
    "a row of a table put in, one taken out and a cell": (
        "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £20 |\n    | Life | £500 |",
        "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £25 |\n    | Union of crafts | £8 |",
        """
          1. Fees:
          | Kind | Fee |
          | Full | £[-20-]{+25+} |
        - | Life | £500 |
        + | Union of crafts | £8 |
        """,
    ),
    "a column: the whole table": (
        "1. Fees:\n\n    | Kind |\n    | --- |\n    | Full |", "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £25 |",
        """
          1. Fees:
        - | Kind |
        - | Full |
        + | Kind | Fee |
        + | Full | £25 |
        """,
    ),
}  # fmt: skip


def book(written: str) -> Rulebook:
    return read_rulebook(Source("rules.md", f"{FRONT}{written}\n"))[0]
