"""Importing, whatever the format: what is reported of a file, what cannot be read, and what is kept."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from rulebook.importing.native import native_file
from rulebook.source import Unreadable
from tests.rulebook.importing.imported import imported, outline


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_lines_end_in_many_ways(ends: str, encoding: str) -> None:
    text = ends.join(("Chapter 1", "Name", "1. The Café.", "2. It has branches.", ""))
    read = imported(text.encode(encoding)).rulebook
    assert outline(read) == ["1: Name", "1.1: The Café.", "1.2: It has branches."]


def test_a_footnote_without_words_is_none() -> None:
    page = '<h2>Rule 1 A</h2><p>1.1 B.<a href="#f" id="b">1</a></p><p>1.2 C.</p><p id="f"><a href="#b">1</a></p>'
    found = imported(page, "rules.html")
    assert "[^" not in native_file(found.rulebook, found.places)


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


# ---------------------------------------------------------------- what cannot be read

BAD = {
    "empty": (b"", "x.docx", "is empty"),
    "white space": (b" \n\n ", "x.txt", "is empty"),
    "no provisions": (b"Dear all,\n\nsee you on Monday.\n", "x.txt", "does not look like a rulebook"),
    "NUL bytes": (b"1. One.\0\n2. Two.\n" * 20, "x.txt", "NUL byte"),
    "UTF-8 and more": ("1. Café.\n2. Über.\n".encode() + b"3. \xe9.\n", "x.txt", "is not written in UTF-8"),
    "a PDF cut short": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "x.pdf", "damaged"),
    "an archive cut short": (b"PK\x03\x04" + b"\0" * 40, "x.docx", ""),
    "Rich Text cut short": (b"{\\rtf1\\ansi {\\b 1. One.", "x.rtf", "x.rtf"),
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
