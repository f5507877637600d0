"""`redraft check draft.md`: where a finding stands, what to write, and names at the head that are nearly right."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tests.amendments.cli.typed import DRAFT, FAULTY, MOTION, Redraft


@pytest.mark.parametrize(
    ("line", "meant"),
    [("movr: Ada", "mover"), ("Moved by: Ada", "mover"), ("form: Barchester CLP", "from"), ("confrence: A", "conference"),
     ("venue: Town Hall", ""), ("mover: Ada", ""), ("MOVER: Ada", "")],
)  # fmt: skip
def test_a_misspelt_name_at_the_head(redraft: Redraft, folder: Path, line: str, meant: str) -> None:
    (folder / "d.md").write_text(MOTION.replace("from: Barchester CLP", line), encoding="utf-8")
    name = line.split(":")[0]
    said = redraft("check", "d.md")
    assert said.status == 0
    assert (f"d.md:4:1: warning: “{name}” is not a name that is known here; did you mean" in said.out) is bool(meant)
    assert ("[field-unknown]" in redraft("motion", "d.md").err) is bool(meant)
    assert (f"write: {meant}\n" in said.out) is bool(meant)


def test_a_misspelt_name_of_a_signatory(redraft: Redraft, folder: Path) -> None:
    letter = MOTION.replace("kind: motion", "kind: open letter\nsignatories: [{name: Ada, brnach: North}]")
    (folder / "d.md").write_text(letter, encoding="utf-8")
    assert "“brnach” is not a name that is known here; did you mean “branch”?" in " ".join(
        redraft("check", "d.md").out.split()
    )


def test_curly_marks_round_a_value(redraft: Redraft, folder: Path) -> None:
    curly = DRAFT.replace('"2026"', "“2026”").replace("kind: rule change", "kind: “rule change”")
    (folder / "d.md").write_text(curly.replace("Ten general", "“Ten” or “more” general"), encoding="utf-8")
    assert redraft("check", "d.md").out == "Nothing to report.\n"
    assert redraft("motion", "d.md").out.startswith("# “Ten” or “more” general meetings")


def test_a_comment_does_not_move_what_is_after_it(redraft: Redraft, folder: Path) -> None:
    (folder / "d.md").write_text(
        FAULTY.replace("In Chapter 7", "<!-- to be\ntyped -->  In Chapter 7"), encoding="utf-8"
    )
    assert redraft("check", "d.md").out.startswith("d.md:11:59: ")


def test_check(redraft: Redraft) -> None:
    said = redraft("check", "draft.md", "motion.md")
    assert (said.status, said.out, said.err) == (0, "Nothing to report in 2 drafts.\n", "")


def test_check_says_where_and_what_to_write(redraft: Redraft) -> None:
    said = redraft("check", "faulty.md")
    assert (said.status, said.err) == (1, "")
    lines = said.out.splitlines()
    assert lines[0].startswith("faulty.md:10:48: “six times every year” is not in sub-clause 7.IV.1")
    quoted, carets = next((line, under) for line, under in pairwise(lines) if "^" in under)
    assert quoted[carets.index("^") :].startswith("“six times every year”")
    assert "1 error" in lines
    assert not [line for line in lines if len(line) > 80]


def test_check_as_json(redraft: Redraft) -> None:
    assert json.loads(redraft("check", "draft.md", "--format", "json").out) == []
    said = redraft("check", "faulty.md", "--format", "json")
    (finding,) = json.loads(said.out)
    assert said.status == 1
    assert list(finding) == [
        "code", "severity", "message", "file", "line", "column", "end_line", "end_column", "help", "suggestions",
    ]  # fmt: skip
    assert (finding["code"], finding["severity"], finding["file"], finding["line"]) == (
        "quotation-not-found", "error", "faulty.md", 10,
    )  # fmt: skip


def test_check_reads_the_spreadsheet_too(redraft: Redraft, folder: Path) -> None:
    letter = MOTION.replace("kind: motion", "kind: petition\nsignatories: names.csv")
    (folder / "petition.md").write_text(letter, encoding="utf-8")
    missing = redraft("check", "petition.md")
    assert missing.status == 2 and "there is no file names.csv" in missing.err
    (folder / "names.csv").write_text("name,branch\nAda Brook,North\nAda Brook,North\n", encoding="utf-8")
    twice = redraft("check", "petition.md")
    assert twice.status == 0 and "Ada Brook signed more than once" in twice.out
    (folder / "names.csv").write_text("name,branch\n,North\n", encoding="utf-8")
    assert redraft("check", "petition.md").status == 1
