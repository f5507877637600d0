"""`redraft diff -o x.docx` and `redraft motion --redline`: what is in the file, and who made the changes when.

In the table, a command and the author and the day that its changes have; the drafts are by Barchester CLP, and one of
them says that it was agreed on 13 May 2027.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from amendments.cli import run

TODAY = date.today().isoformat()
RULES = """---
title: Rules of the Barchester Society
edition: "2026"
---

# Chapter 1 Aims

## Clause I Names

1. The society is called the Barchester Society.

# Chapter 7 Meetings

## Clause IV Members’ meetings

1. The members meet six times in the year.

2. A meeting is called by the secretary.
"""
DRAFT = """---
kind: rule change
title: More meetings
from: Barchester CLP
---

## Amendment

In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.
"""
WHO = {
    "diff agreed.md": ("Barchester CLP", "2027-05-13"),
    "diff draft.md": ("Barchester CLP", TODAY),
    "diff worded.md": ("Barchester CLP", TODAY),
    "diff in-words.md": ("Barchester CLP", "2027-05-13"),
    "diff agreed.md --author Ada --today 2027-06-01": ("Ada", "2027-06-01"),
    "diff rules.md new.md": ("redraft", TODAY),
    "diff rules.md new.md --today 2027-06-01": ("redraft", "2027-06-01"),
    "motion agreed.md --redline": ("Barchester CLP", "2027-05-13"),
    "motion agreed.md --redline --author Ada --line-numbers": ("Ada", "2027-05-13"),
    "motion agreed.md --redline --form two-columns": ("Barchester CLP", "2027-05-13"),
    "motion agreed.md --redline --form briefing": ("Barchester CLP", "2027-05-13"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two editions of rules, and drafts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REDRAFT_RULEBOOK", "rules.md")
    texts = {
        "rules.md": RULES,
        "new.md": RULES.replace("six times", "ten times"),
        "draft.md": DRAFT,
        "agreed.md": DRAFT.replace("---\n\n", "agreed: 2027-05-13\n---\n\n", 1),
        "in-words.md": DRAFT.replace("---\n\n", "agreed: 13 May 2027\n---\n\n", 1),
        "worded.md": DRAFT.replace("---\n\n", "agreed: at our meeting in May\n---\n\n", 1),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def written(folder: Path, command: str, name: str = "out.docx") -> str:
    """The words of the Word document that a command writes, as the file has them."""
    status = run([*command.split(), "-o", name])
    assert status == (1 if "new.md" in command else 0)
    return zipfile.ZipFile(folder / name).read("word/document.xml").decode()


@pytest.mark.parametrize(("command", "expected"), WHO.items(), ids=WHO)
def test_who_made_the_changes_and_when(folder: Path, command: str, expected: tuple[str, str]) -> None:
    found = written(folder, command)
    assert set(re.findall(r'w:author="([^"]*)" w:date="([^"T]*)T', found)) == {expected}
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", found) == ["six"]


def test_a_day_that_cannot_be_read_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "diff worded.md")
    assert "“at our meeting in May” could not be read" in capsys.readouterr().err


def test_the_whole_rules_or_the_clauses_touched(folder: Path) -> None:
    whole, annexed = written(folder, "diff agreed.md"), written(folder, "motion agreed.md --redline", "paper.docx")
    assert "Barchester Society." in whole and "Barchester Society." not in annexed
    annex = annexed[annexed.index("Annex: the rules with the changes marked") :]
    assert "Clause IV" in annex and "A meeting is called by the secretary." in annex


def test_a_paper_without_a_redline_has_no_changes(folder: Path) -> None:
    assert "<w:ins " not in written(folder, "motion agreed.md")


@pytest.mark.parametrize("command", ["diff agreed.md", "motion agreed.md --redline"])
def test_the_same_bytes_for_the_same_draft(folder: Path, command: str) -> None:
    written(folder, command, "one.docx")
    written(folder, command, "two.docx")
    assert (folder / "one.docx").read_bytes() == (folder / "two.docx").read_bytes()


def test_imported_again(folder: Path) -> None:
    written(folder, "diff agreed.md")
    for how, words in (("accept", "meet ten times"), ("reject", "meet six times")):
        assert run(["import", "out.docx", "--tracked", how, "-o", f"{how}.md"]) == 0
        expected = RULES.replace("meet six times", words)
        assert (folder / f"{how}.md").read_text(encoding="utf-8").split("\n# ", 1)[1] == expected.split("\n# ", 1)[1]
