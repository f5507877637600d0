"""`redraft import` as it is typed: what it writes, says and refuses."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.papers.consolidated import consolidated
from rulebook.editions import open_rulebook

TEXT = """\
Rules of the Dunmere League
Chapter 1
Name
Clause I
The name
1. The name is the Dunmere League.
2. It has:
A. branches; and
B. a board.
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "Rule Book.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_writes_a_rulebook_that_the_other_commands_use(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", book.name]) == 0
    said = capsys.readouterr().err
    assert "1 chapter, 1 clause, 2 subclauses, 2 paragraphs" in said and "rulebook.md is written" in said
    assert all(len(line) <= 80 for line in said.splitlines())
    assert run(["show", "1.I.2"]) == 0
    assert "branches; and" in capsys.readouterr().out


def test_nothing_is_overwritten_unasked(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Path("rulebook.md")
    kept.write_text("mine", encoding="utf-8")
    assert run(["import", book.name]) == 2
    assert kept.read_text(encoding="utf-8") == "mine" and "--force" in capsys.readouterr().err
    assert run(["import", book.name, "-o", book.name, "--to", "md", "--force"]) == 2
    assert book.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 cut", b"PK\x03\x04cut", b"see you on Monday\n", b"1. a\0b\n"])
def test_what_cannot_be_read_leaves_no_file(book: Path, data: bytes) -> None:
    book.write_bytes(data)
    assert run(["import", book.name, "--report", "report.html"]) == 2
    assert [path.name for path in Path().iterdir()] == [book.name]


@pytest.mark.parametrize("name", ["report.md", "report", "rules.docx"])
def test_a_report_is_a_page(book: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", book.name, "--report", name]) == 2
    assert "--report report.html" in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == [book.name]


def test_the_report_has_every_guess_and_every_word_left_out(book: Path) -> None:
    assert run(["import", book.name, "--report", "report.html", "--to", "json", "-o", "rules.json"]) == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert "Rules of the Dunmere League" in page and "title page" in page and "<script" not in page


DOUBTFUL = """\
---
title: Rules
scheme: [Clause I, "1.1"]
---

# Clause I Members

1.1 Any person may join.

4.2 A member may leave.

6.3 A member may return.
"""
WRONG = DOUBTFUL + "".join(f"\n4.{number} A member may do something else.\n" for number in range(3, 9))


def text_of(native: str) -> str:
    """The rules without what the tool writes at their head, which would make them a file of its own."""
    return native.partition("---\n\n")[2].replace("# ", "")


def test_a_doubtful_reading_is_written_with_a_word(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.write_text(TEXT + "3. Done.\n", encoding="utf-8")
    assert run(["import", book.name, "--strict", "-o", "a.md"]) == 0
    assert "grade: sound" in capsys.readouterr().err
    book.write_text(text_of(DOUBTFUL), encoding="utf-8")
    assert run(["import", book.name, "-o", "b.md"]) == 0
    said = capsys.readouterr().err
    assert "grade: doubtful" in said and "look here first:" in said and "“4.2 A member may leave." in said
    assert run(["import", book.name, "--strict", "-o", "c.md"]) == 1 and Path("c.md").exists()


def test_a_wrong_reading_is_written_beside(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.write_text(text_of(WRONG), encoding="utf-8")
    assert run(["import", book.name]) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "grade: wrong" in said and "rulebook.md was not written" in said and "--scheme" in said
    assert not Path("rulebook.md").exists() and "A member may leave" in Path("rulebook.unsound.md").read_text("utf-8")
    assert run(["import", book.name, "--force"]) == 1 and Path("rulebook.unsound1.md").exists()
    assert "redraft -r rulebook.unsound1.md toc" in capsys.readouterr().err
    assert run(["import", book.name, "-o", "-", "--force"]) == 1
    shown = capsys.readouterr()
    assert not shown.out and "nothing was written" in shown.err and "--scheme" in shown.err


def test_guesses_are_listed_where_something_speaks_against_them(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.write_text(TEXT + "Nothing else is said of it.\n3. Done.\n", encoding="utf-8")
    assert run(["import", book.name, "--report", "report.html"]) == 0
    said = capsys.readouterr().err
    assert "1 guessed, and nothing speaks against it" in said and "Nothing else" not in said
    assert "Nothing else is said of it." in Path("report.html").read_text(encoding="utf-8")


def test_a_scheme_that_names_nothing_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", book.name, "--scheme", "Chapter 1,,1"]) == 2
    assert "--scheme" in capsys.readouterr().err


def test_a_crosswalk_is_proposed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rulebook, _, _ = open_rulebook("2026")
    Path("new.docx").write_bytes(bytes(consolidated(rulebook, "docx")))  # type: ignore[arg-type]
    assert run(["import", "new.docx", "--crosswalk", "2026"]) == 0
    assert "has its old number" in capsys.readouterr().err


def test_the_page_is_shown(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rulebook, _, _ = open_rulebook("2026")
    Path("book.pdf").write_bytes(bytes(consolidated(rulebook, "pdf")))  # type: ignore[arg-type]
    assert run(["import", "book.pdf"]) == 0
    capsys.readouterr()
    assert run(["show", "5.IV.2"]) == 0
    assert "\npage " in capsys.readouterr().out


def test_the_pages_go_with_the_first_amendment(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rulebook, _, _ = open_rulebook("2026")
    Path("book.pdf").write_bytes(bytes(consolidated(rulebook, "pdf")))  # type: ignore[arg-type]
    assert run(["import", "book.pdf"]) == 0 and "pages:" in Path("rulebook.md").read_text(encoding="utf-8")
    Path("draft.md").write_text("In 5.IV.4, replace “28 days” with “42 days”.\n", encoding="utf-8")
    assert run(["apply", "draft.md", "-o", "after.md"]) == 0
    assert "pages:" not in Path("after.md").read_text(encoding="utf-8")


# what is typed after `redraft import`, and what is said of it; nothing is written
REFUSED = {
    "nothing to read": (["", "-o", "a.md"], "the name of the file is empty"),
    "a folder to read": ([".", "-o", "a.md"], "is a folder"),
    "no name to write": (["Rule Book.txt", "-o", "", "--to", "md"], "the name of the file to write is empty"),
    "no name for the report": (["Rule Book.txt", "-o", "a.md", "--report", ""], "the name of the file to write is empty"),
    "a folder that is not there": (["Rule Book.txt", "-o", "no/a.md"], "there is no folder no"),
    "both in one file": (["Rule Book.txt", "-o", "a.html", "--to", "md", "--report", "./a.html"], "cannot go into one"),
    "a level twice": (["Rule Book.txt", "--scheme", "Chapter 1, Chapter 1, 1"], "names “Chapter” twice"),
    "a heading under numbers": (["Rule Book.txt", "--scheme", "1, Chapter 1"], "the heading “Chapter” under"),
    "a level that is no number": (["Rule Book.txt", "--scheme", "Chapter 1, Clause I, 99"], "level “99”"),
    "very many levels": (["Rule Book.txt", "--scheme", ", ".join("1" * 40)], "40 levels"),
    "an encoding that is none": (["Rule Book.txt", "--encoding", "undefined"], "is not written in undefined"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused(
    book: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", *typed]) == 2
    printed = capsys.readouterr().err
    assert said in " ".join(printed.split()) and "help:" in printed
    assert [path.name for path in Path().iterdir()] == [book.name]


# what is asked for, with which file, and what is said of it
WITHOUT_USE = {
    "changes in a text": (["Rule Book.txt", "--tracked", "reject"], "a text, which keeps no tracked changes"),
    "changes as a text is read anyhow": (["Rule Book.txt", "--tracked", "accept"], "a text, which keeps no tracked changes"),
    "an encoding of a Word document": (["book.docx", "--encoding", "cp1252"], "says itself how its letters are written"),
    "changes in a Word document": (["book.docx", "--tracked", "reject"], ""),
    "an encoding of a text": (["Rule Book.txt", "--encoding", "cp1252"], ""),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), WITHOUT_USE.values(), ids=WITHOUT_USE)
def test_what_has_no_use_is_said(book: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    rulebook, _, _ = open_rulebook("2017")
    Path("book.docx").write_bytes(bytes(consolidated(rulebook, "docx")))  # type: ignore[arg-type]
    assert run(["import", *typed]) == 0
    printed = " ".join(capsys.readouterr().err.split())
    assert said in printed and ("does nothing here" in printed) == bool(said)


def test_words_of_the_file_do_not_turn_the_report_round(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.write_text(TEXT.replace("Dunmere", "\u202eDunmere\u2066\x1b[31m"), encoding="utf-8")
    assert run(["import", book.name]) == 0
    assert not set(capsys.readouterr().err) & set("\u202e\u2066\x1b")


@pytest.mark.parametrize("standard_input", [None, io.TextIOWrapper(io.BytesIO(b""))], ids=["closed", "empty"])
def test_nothing_on_standard_input(
    book: Path,
    standard_input: io.TextIOWrapper | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", standard_input)
    assert run(["import", "-"]) == 2
    assert "standard input" in capsys.readouterr().err
