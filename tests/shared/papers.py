"""A short rulebook, and papers about it: a motion, an open letter, and a rule change with its outcome."""

from __future__ import annotations

from amendments.drafts.draft import Draft, Section
from amendments.drafts.signatories import Signatory
from amendments.papers.paper import Paper, paper
from rulebook.comparing.comparison import compare
from rulebook.printed.lines import Line
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

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
