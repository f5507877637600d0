"""`redraft show`, `toc`, `find` and `cites`."""

from __future__ import annotations

import json

import pytest

from tests.amendments.cli.typed import Redraft
from tests.shared.folders import ROOT


def test_show_a_provision(redraft: Redraft) -> None:
    said = redraft("show", "7.IV.1")
    assert said.status == 0 and not said.err
    assert said.out.startswith("7.IV.1   Constituency parties › The general meeting\n\n1.  The constituency party is")


def test_show_the_book(redraft: Redraft) -> None:
    said = redraft("show")
    assert said.status == 0
    assert said.out.startswith("Model Rules of a Labour-type party 2026\n")


@pytest.mark.parametrize(
    "command", [["show"], ["toc", "--depth", "6"], ["find", "ballot"], ["cites", "5"], ["show", "5.IV"]]
)
def test_what_is_read_fits_a_terminal(redraft: Redraft, command: list[str]) -> None:
    assert not [line for line in redraft(*command).out.splitlines() if len(line) > 80]


def test_show_as_json(redraft: Redraft) -> None:
    found = json.loads(redraft("show", "7.IV.1", "Chapter 7 Clause V", "--format", "json").out)
    assert [provision["reference"] for provision in found] == ["7.IV.1", "7.V"]
    assert json.loads(redraft("show", "--format", "json").out)["edition"] == "2026"


def test_show_as_markdown(redraft: Redraft) -> None:
    assert redraft("show", "--format", "md").out == (ROOT / "rulebook/editions/2026.md").read_text(encoding="utf-8")
    headings = "# Chapter 7 Constituency parties\n\n## Clause IV The general meeting\n\n"
    assert redraft("show", "7.IV.1", "--format", "md").out.startswith(headings + "1. The constituency party")
    both = redraft("show", "7.IV.1", "7.IV.2", "7.V.1", "--format", "md").out
    assert both.count("# Chapter 7") == 1 and both.count("## Clause IV") == 1 and both.count("## Clause V ") == 1


def test_an_old_number_is_followed(redraft: Redraft) -> None:
    said = redraft("show", "5C.3")
    assert said.status == 0 and said.out.startswith("5.IV.3 ")
    assert "5C.3 is an old number; it is now 5.IV.3 [old-numbering]" in said.err


def test_toc(redraft: Redraft) -> None:
    lines = redraft("toc").out.splitlines()
    assert "    Clause IV    The general meeting" in lines
    assert not [line for line in lines if line.startswith("        ")]
    assert "        1.  " in redraft("toc", "--depth", "3").out
    assert all(line.startswith("Chapter ") for line in redraft("toc", "--depth", "1").out.splitlines())


def test_find(redraft: Redraft) -> None:
    said = redraft("find", "Trigger", "ballot")
    assert said.status == 0 and not said.err
    assert all("trigger ballot" in line for line in said.out.splitlines())
    none = redraft("find", "zeppelin")
    assert (none.status, none.out, none.err) == (1, "", "“zeppelin” is not in these rules\n")


def test_cites(redraft: Redraft) -> None:
    said = redraft("cites", "7.V.4")
    assert said.status == 0
    assert said.out.startswith("3.I.3  ") and "Chapter 7, Clause V.4" in said.out
    assert redraft("cites", "7.VI.4").out == "nothing refers to 7.VI.4\n"
