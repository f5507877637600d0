"""The command line, from what is typed to what is printed, written and returned."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import amendments.cli
from amendments.cli import COMMANDS, run
from amendments.cli.shared import output as shared_module

ROOT = Path(__file__).parent.parent
PYTHON = [sys.executable, "-c", "from amendments.cli import main; main()"]

DRAFT = """---
kind: rule change
title: Ten general meetings a year
from: Barchester CLP
rulebook: "2026"
---

## Amendment

In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.

## Supporting argument

Members should meet oftener.
"""
MOTION = """---
kind: motion
title: Meetings online
from: Barchester CLP
---

## This CLP resolves

1. That its meetings may be attended online.
"""
HERE = DRAFT.index("“") + 1  # the first character that older encodings write otherwise
FAULTY = DRAFT.replace("“six times”", "“six times every year”")
RULES = """---
title: Rules of the Barchester Society
edition: "2026"
---

# Chapter 7 Meetings

## Clause IV Members’ meetings

1. The members meet six times in the year.

2. A meeting is called by the secretary.
"""


class Said:
    """What a command returned, and what it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a draft, a motion and a draft with a fault."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("draft.md", DRAFT), ("motion.md", MOTION), ("faulty.md", FAULTY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def redraft(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a command in that folder."""

    def typed(*arguments: str) -> Said:
        status = run(list(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(status, said.out, said.err)

    return typed


Redraft = Callable[..., Said]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too, with what is in it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


# ------------------------------------------------------------------ reading the rules


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


# ------------------------------------------------------------------ drafts


TO_FILL_IN = {
    "rule-change": 3, "motion": 4, "emergency-motion": 5, "amendment-to-motion": 3, "composite": 4,
    "motion-of-no-confidence": 3, "motion-of-intent": 4, "open-letter": 3, "petition": 3,
}  # fmt: skip


@pytest.mark.parametrize("kind", TO_FILL_IN)
def test_new(redraft: Redraft, folder: Path, kind: str) -> None:
    assert redraft("new", kind, "-o", "new.md").status == 0
    written = (folder / "new.md").read_text(encoding="utf-8")
    assert written.startswith(f"---\nkind: {kind.replace('-', ' ')}\n")
    assert redraft("new", kind).out == written
    found = json.loads(redraft("check", "new.md", "--today", "2027-05-01", "--format", "json").out)
    codes = [finding["code"] for finding in found]
    assert codes.count("template-left") == TO_FILL_IN[kind]
    assert [code for code in codes if code != "template-left"] == ["quotation-not-found"] * (kind == "rule-change")


def test_a_new_draft_filled_in(redraft: Redraft, folder: Path) -> None:
    """What it shows in a comment is no instruction."""
    redraft("new", "rule-change", "-o", "new.md")
    draft = (folder / "new.md").read_text(encoding="utf-8")
    for template, words in {
        "the words as they are printed": "called",
        "the new words": "named",
        "Ten words at most": "Comrades",
        "Why the meeting should vote for it.": "It is kinder.",
    }.items():
        assert template in draft
        draft = draft.replace(template, words)
    (folder / "new.md").write_text(draft, encoding="utf-8")
    assert redraft("check", "new.md", "--today", "2027-05-01").out == "Nothing to report.\n"
    assert len(json.loads(redraft("edits", "new.md", "--format", "json").out)) == 1


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ("# Chapter 3 Name\n\n## Clause II Name\n\n4. The name is Barchester.\n", "Chapter 3, Clause II, sub-clause 4"),
        ('---\nscheme: [Rule 1, "1.1"]\n---\n# Rule 1 Name\n\n1.1 The name is Barchester.\n', "1.1"),
        (
            "---\nscheme: [Article 1, (a)]\n---\n# Article 1 Name\n\n(a) The name is Barchester.\n",
            "Article 1, clause (a)",
        ),
        ("# Chapter 1 Name\n\nThe name is Barchester.\n", "Chapter 1"),
    ],
)
def test_a_new_draft_on_rules_without_an_edition(redraft: Redraft, folder: Path, rules: str, place: str) -> None:
    (folder / "rulebook.md").write_text(rules, encoding="utf-8")
    draft = redraft("new", "rule-change").out
    assert "\nrulebook:" not in draft and f"\nIn {place}, replace “the words as they are printed”" in draft
    draft = draft.replace("the words as they are printed", "Barchester")
    (folder / "d.md").write_text(draft, encoding="utf-8")
    assert redraft("apply", "d.md").status == 0


def test_a_new_draft_on_an_edition_with_quotation_marks(redraft: Redraft, folder: Path) -> None:
    (folder / "rulebook.md").write_text(RULES.replace('"2026"', "'the \"new\" one'"), encoding="utf-8")
    redraft("new", "rule-change", "-o", "d.md")
    assert "edition-differs" not in redraft("check", "d.md").out


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


def test_edits(redraft: Redraft) -> None:
    said = redraft("edits", "draft.md")
    assert said.status == 0 and "\n1. In 7.IV.1, " in said.out
    assert "“six times”" in said.out and "“ten times”" in said.out
    assert not [
        line for line in redraft("edits", str(ROOT / "examples/open-selection.md")).out.splitlines() if len(line) > 80
    ]
    assert redraft("edits", "faulty.md").status == 1
    (found,) = json.loads(redraft("edits", "draft.md", "--format", "json").out)
    assert found["ok"] and found["edits"][0]["target"] == "7.IV.1"


def test_edits_of_each_line(redraft: Redraft, folder: Path) -> None:
    (folder / "lines.txt").write_text("Delete “A”.\n\nThe quorum should be higher.\nIn 3.2, replace “a” with “b”.\n")
    said = redraft("edits", "lines.txt", "--each-line", "--format", "jsonl")
    assert said.status == 1
    assert [json.loads(line)["ok"] for line in said.out.splitlines()] == [True, False, True]


def test_apply(redraft: Redraft, folder: Path) -> None:
    said = redraft("apply", "draft.md", "-o", "amended.md")
    assert (said.status, said.out, said.err) == (0, "", "")
    before = (ROOT / "rulebook/editions/2026.md").read_text(encoding="utf-8").splitlines()
    after = (folder / "amended.md").read_text(encoding="utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1 and "meets at least ten times a year" in changed[0]


def test_apply_several_drafts_one_after_another(redraft: Redraft, folder: Path) -> None:
    (folder / "next.md").write_text(DRAFT.replace("“six", "“ten").replace("with “ten", "with “two"), encoding="utf-8")
    said = redraft("apply", "draft.md", "next.md", "--only", "7.IV.1")
    assert said.status == 0 and "meets at least two times a year" in said.out
    assert redraft("apply", "next.md").status == 1


@pytest.mark.parametrize(
    ("form", "begins"),
    [("md", b"---\n"), ("txt", b"Model Rules"), ("json", b"{"), ("html", b"<!"), ("docx", b"PK"), ("odt", b"PK"), ("pdf", b"%PDF")],
)  # fmt: skip
def test_the_ending_is_the_format(redraft: Redraft, folder: Path, form: str, begins: bytes) -> None:
    assert redraft("apply", "draft.md", "-o", f"amended.{form}").status == 0
    assert (folder / f"amended.{form}").read_bytes().startswith(begins)


def test_the_format_that_is_asked_for_comes_first(redraft: Redraft, folder: Path) -> None:
    assert redraft("apply", "draft.md", "-o", "amended.txt", "--to", "json").status == 0
    assert json.loads((folder / "amended.txt").read_text(encoding="utf-8"))["edition"] == "2026"


def test_diff(redraft: Redraft, folder: Path) -> None:
    said = redraft("diff", "draft.md")
    assert said.status == 0 and "7.IV.1" in said.out
    assert redraft("diff", "draft.md", "-o", "diff.html").status == 0
    assert (folder / "diff.html").read_text(encoding="utf-8").startswith("<!")
    assert json.loads(redraft("diff", "draft.md", "--to", "json").out)


def test_books_without_a_title_are_called_by_their_files(redraft: Redraft, folder: Path) -> None:
    for name, words in (("old.md", "One."), ("new.md", "Two.")):
        (folder / name).write_text(f"# Chapter 1 Aims\n\n## Clause I Name\n\n1. {words}\n", encoding="utf-8")
    assert "<title>old.md and new.md" in redraft("diff", "old.md", "new.md", "--to", "html").out


def test_diff_of_two_rulebooks(redraft: Redraft) -> None:
    redraft("apply", "draft.md", "-o", "amended.md")
    same, other = redraft("diff", "2026", "2026"), redraft("diff", "2026", "amended.md")
    assert (same.status, other.status) == (0, 1)
    assert "7.IV.1" in other.out


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


@pytest.mark.parametrize("said", [["rule-change"], ["rule change"], ["Rule", "Change"], ["RULE-CHANGE"]])
def test_a_kind_of_draft_as_people_write_it(redraft: Redraft, said: list[str]) -> None:
    assert redraft("new", *said).out == redraft("new", "rule-change").out


@pytest.mark.parametrize(
    ("said", "help"), [("rule-chnage", "did you mean “rule-change”?"), ("poem", "the kinds are rule-change, motion,")]
)
def test_a_kind_of_draft_that_there_is_not(redraft: Redraft, said: str, help: str) -> None:
    answer = redraft("new", said)
    assert answer.status == 2 and f"no kind of draft called “{said}”" in answer.err and help in answer.err


def test_signatories_of_a_spreadsheet_beside_the_draft(redraft: Redraft, folder: Path) -> None:
    (folder / "letters").mkdir()
    (folder / "letters" / "names.csv").write_text("name,branch\nSam Oduya,South\nAda Brook,North\n", encoding="utf-8")
    letter = MOTION.replace("kind: motion", "kind: petition\nsignatories: names.csv")
    (folder / "letters" / "letter.md").write_text(letter, encoding="utf-8")
    said = redraft("motion", "letters/letter.md", "--to", "txt")
    assert said.status == 0 and not said.err
    assert said.out.index("SIGNED BY 2 PEOPLE") < said.out.index("Ada Brook") < said.out.index("Sam Oduya")


@pytest.mark.parametrize(
    ("form", "words"), [("two-columns", "AS AMENDED"), ("briefing", "AGAINST"), ("e-mail", "Dear friends,")]
)
def test_other_forms_of_a_rule_change(redraft: Redraft, form: str, words: str) -> None:
    said = redraft("motion", "draft.md", "--form", form, "--to", "txt")
    assert said.status == 0
    assert words in said.out


def test_lines_are_numbered(redraft: Redraft) -> None:
    lines = redraft("motion", "motion.md", "--to", "txt", "--line-numbers").out.splitlines()
    numbers = [int(line[:3]) for line in lines if re.search(r"\w", line)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("form", "begins"),
    [("md", b"#"), ("txt", b""), ("html", b"<!"), ("docx", b"PK"), ("odt", b"PK"), ("pdf", b"%PDF")],
)
@pytest.mark.parametrize("draft", ["draft.md", "motion.md"])
def test_motion(redraft: Redraft, folder: Path, draft: str, form: str, begins: bytes) -> None:
    said = redraft("motion", draft, "-o", f"paper.{form}")
    assert (said.status, said.out, said.err) == (0, "", "")
    written = (folder / f"paper.{form}").read_bytes()
    assert written and written.startswith(begins)


def test_explain(redraft: Redraft) -> None:
    assert redraft("explain", "words-not-unique").out.startswith("words-not-unique\n\n")
    assert redraft("explain", "[words-not-unique]").status == 0
    assert "words-not-unique" in redraft("explain").out
    assert "replace “28 days” with “42 days”" in redraft("explain", "language").out


def test_demo(redraft: Redraft, folder: Path) -> None:
    said = redraft("demo", "shown")
    assert said.status == 0
    made = {file.name for file in (folder / "shown").iterdir()}
    assert made == {"draft.md", "check.txt", "diff.html", "clause.md", "motion.docx", "motion.pdf"}
    assert all(f"shown{os.sep}{name}\n" in said.out for name in made)
    again = redraft("demo", "shown")
    assert again.status == 2 and "there already" in again.err
    assert redraft("demo", "shown", "--force").status == 0


# ------------------------------------------------------------------ where the rules come from


def test_the_nearest_rulebook_upwards(redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "rulebook.md").write_text(RULES, encoding="utf-8")
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert "The members meet six times" in redraft("show", "7.IV.1").out
    assert "The members meet ten times" in redraft("apply", "../draft.md").out


def test_an_option_comes_before_the_variable_and_that_before_the_nearest(
    redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rulebook", "named", "given"):
        (folder / f"{name}.md").write_text(RULES.replace("Barchester", name), encoding="utf-8")
    assert redraft("show").out.startswith("Rules of the rulebook Society")
    monkeypatch.setenv("REDRAFT_RULEBOOK", "named.md")
    assert redraft("show").out.startswith("Rules of the named Society")
    for arguments in (("show", "-r", "given.md"), ("-r", "given.md", "show")):
        assert redraft(*arguments).out.startswith("Rules of the given Society")
    assert "single" not in redraft("-r", "2019", "show").err


def test_a_draft_on_an_earlier_edition_is_read_on_it(redraft: Redraft, folder: Path) -> None:
    (folder / "old.md").write_text(DRAFT.replace('"2026"', '"2019"'), encoding="utf-8")
    assert 'edition: "2019"' in redraft("apply", "old.md").out


def test_another_edition_than_the_draft_names_is_said(redraft: Redraft, folder: Path) -> None:
    said = redraft("check", "draft.md", "-r", "2019")
    assert "[edition-differs]" in said.out


# ------------------------------------------------------------------ standard input and output


@pytest.mark.parametrize("command", ["check", "edits", "apply", "diff", "motion"])
def test_a_dash_is_standard_input(redraft: Redraft, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    said = redraft(command, "-")
    assert said.status == 0 and said.out


def test_a_finding_in_standard_input(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    assert redraft("check", "-").out.startswith("standard input:10:48: ")


def test_a_dash_is_standard_output(redraft: Redraft, folder: Path) -> None:
    before = files_in(folder)
    assert redraft("apply", "draft.md", "-o", "-").out.startswith("---\n")
    assert files_in(folder) == before


def process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([*PYTHON, *arguments], cwd=folder, env=variables, capture_output=True, timeout=120)


def test_a_document_on_standard_output(folder: Path) -> None:
    done = process("motion", "draft.md", "--to", "docx", folder=folder)
    assert done.returncode == 0 and done.stdout.startswith(b"PK")


def test_a_reader_who_has_seen_enough(folder: Path) -> None:
    """As in  redraft show | head -1."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    for arguments in (["show"], ["show", "--format", "json"], ["apply", "draft.md", "--to", "docx"]):
        with subprocess.Popen(
            [*PYTHON, *arguments], cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as writing:
            assert writing.stdout is not None and writing.stderr is not None
            writing.stdout.close()
            assert writing.stderr.read() == b""
            assert writing.wait() == 0


def test_a_console_that_is_not_in_utf_8(folder: Path) -> None:
    done = process("check", "faulty.md", folder=folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1 and "“six times every year”" in done.stdout.decode()


def test_no_colour(folder: Path) -> None:
    assert b"\x1b[" in process("diff", "draft.md", "--colour", folder=folder).stdout
    assert b"\x1b[" not in process("diff", "draft.md", folder=folder).stdout
    if sys.platform != "win32":
        assert b"\x1b[" in on_a_terminal(folder, "diff", "draft.md")
        assert b"\x1b[" not in on_a_terminal(folder, "diff", "draft.md", NO_COLOR="1")


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> bytes:
    """What a command prints where standard output is a terminal."""
    import pty

    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    ours, theirs = pty.openpty()
    with subprocess.Popen([*PYTHON, *arguments], cwd=folder, env=variables, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        printed = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # the terminal is gone with the command
                break
            if not more:
                break
            printed += more
        running.wait()
    os.close(ours)
    return printed


ODD = """---
title: "Rules \\e[2J of"
---

# Chapter 1 Na\x1b[8mme

## Clause I Na\x9b31mme

1. The \x1b]0;title\x07 name\b\b\b\b.
"""
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@pytest.mark.parametrize(
    "command",
    ["show", "show 1.I", "toc", "find name", "check d.md", "edits d.md", "apply d.md", "diff d.md", "motion d.md"],
)
def test_what_is_in_a_file_does_not_move_the_terminal(folder: Path, command: str) -> None:
    (folder / "rulebook.md").write_text(ODD, encoding="utf-8")
    draft = DRAFT.replace("In Chapter 7, Clause IV, sub-clause 1, replace “six times”", "In 1.I.1, replace “The”")
    (folder / "d.md").write_text(
        draft.replace('rulebook: "2026"\n', "").replace("ten times", "ten\x1b[8m"), encoding="utf-8"
    )
    if sys.platform != "win32":
        printed = on_a_terminal(folder, *command.split(), NO_COLOR="1").decode()
        assert printed and not UNSAFE.search(printed)


def test_the_command_that_is_shown_can_be_typed(
    redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = folder / "bin"
    there.mkdir()
    (there / "redraft").write_text("#!/bin/sh\n")
    (there / "redraft").chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(there / "redraft")])
    monkeypatch.setenv("PATH", str(folder))
    assert redraft("demo", "shown").out.rstrip().endswith(f"{there / 'redraft'} check {Path('shown') / 'draft.md'}")
    if sys.platform != "win32":
        monkeypatch.setenv("PATH", str(there))
        assert "yourself:  redraft check" in redraft("demo", "shown", "--force").out
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert "yourself:  redraft check" in redraft("demo", "shown", "--force").out


# ------------------------------------------------------------------ bad input


def put(name: str, content: bytes | str) -> Callable[[Path], None]:
    """Puts a file in the folder."""
    data = content if isinstance(content, bytes) else content.encode()

    def prepare(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return prepare


def nothing(folder: Path) -> None:
    """Leaves the folder as it is."""


def subfolder(folder: Path) -> None:
    (folder / "inner").mkdir()


def head(line: str) -> str:
    return DRAFT.replace("title: Ten general meetings a year", line)


BAD = {
    # files
    "missing draft": (nothing, "check none.md", "there is no file none.md"),
    "missing rulebook": (nothing, "show -r none.md", "there is no file none.md"),
    "missing second draft": (nothing, "apply draft.md none.md -o out.md", "there is no file none.md"),
    "a folder with no draft in it": (subfolder, "check inner", "there is no draft in the folder inner"),
    "a folder for a rulebook": (subfolder, "-r ./inner toc", "inner is a folder"),
    "an empty draft": (put("d.md", ""), "check d.md", "d.md is empty"),
    "a draft of blank lines": (put("d.md", "\n \n"), "apply d.md -o out.md", "d.md is empty"),
    "an empty rulebook": (put("r.md", ""), "show -r r.md", "r.md is empty"),
    "a rulebook with a head and no body": (put("r.md", "---\ntitle: R\n---\n"), "show -r r.md", "r.md is empty"),
    "a rulebook without a number": (put("r.md", "Dear all,\n"), "show -r r.md", "does not look like a rulebook"),
    "a document for a rulebook": (put("r.docx", b"PK\3\4\0\0"), "show -r r.docx", "r.docx is not a text file"),
    "a document for a draft": (
        put("d.docx", b"PK\3\4\0\0"), "check d.docx", "in Word, File, Save As, Plain text (.txt), encoding UTF-8",
    ),
    "a PDF for a draft": (put("d.md", b"%PDF-1.7\n"), "check d.md", "d.md is not a text file: it is a PDF"),
    "a document in RTF for a draft": (put("d.md", b"{\\rtf1 x}"), "check d.md", "d.md is not a text file: it is a document"),
    "a draft over itself": (nothing, "apply draft.md -o draft.md --force", "draft.md is what this reads from"),
    "a second draft over itself": (nothing, "apply motion.md draft.md -o ./draft.md --force", "is what this reads from"),
    "a paper over its draft": (nothing, "motion draft.md --to md -o draft.md --force", "draft.md is what this reads from"),
    "a comparison over its draft": (nothing, "diff draft.md --to md -o draft.md --force", "draft.md is what this reads from"),
    "rules over themselves": (put("r.md", RULES), "apply draft.md -r r.md -o r.md --force", "r.md is what this reads from"),
    "rules for all over themselves": (put("r.md", RULES), "-r r.md motion motion.md -o r.md --force", "r.md is what this reads from"),
    "the nearest rules": (put("rulebook.md", RULES), "apply draft.md -o rulebook.md --force", "rulebook.md is what this reads"),
    "a draft over the rules": (put("rulebook.md", RULES), "new motion -o rulebook.md --force", "rulebook.md is what this reads"),
    "a comparison over one of two": (put("r.md", RULES), "diff 2026 r.md --to md -o r.md --force", "r.md is what this reads from"),
    # encodings
    "a draft in cp1252": (
        put("d.md", DRAFT.encode("cp1252")), "check d.md", f"d.md is not written in UTF-8: byte {HERE}, on line 10, is 0x93",
    ),
    "a rulebook in cp1252": (put("r.md", RULES.encode("cp1252")), "show -r r.md", "on line 8, is 0x92"),
    "an unknown encoding": (nothing, "check draft.md --encoding klingon", "no encoding is called “klingon”"),
    "an encoding that does not fit": (nothing, "check draft.md --encoding ascii", f"draft.md is not written in ascii: byte {HERE}, on line 10"),
    # front matter
    "a colon in a title": (put("d.md", head("title: Motion 5: ten meetings")), "check d.md", "d.md, line 3: "),
    "a YAML error in a rulebook": (put("r.md", "---\ntitle: [\n---\n# Chapter 1 A\n"), "toc -r r.md", "r.md, line "),
    "front matter that is a list": (put("d.md", "---\n- a\n---\n"), "check d.md", "must be of the form “name: value”"),
    "a date that is none": (put("d.md", head("agreed: 2027-13-45")), "check d.md", "cannot be read (month must be in 1..12)"),
    "an unknown kind": (put("d.md", DRAFT.replace("rule change", "sonnet")), "check d.md", "no kind of draft called “sonnet”"),
    "a scheme that is no list": (
        put("r.md", RULES.replace("edition:", "scheme:")), "toc -r r.md", "the scheme must be a list of levels",
    ),
    "signatories that are no list": (
        put("d.md", MOTION.replace("kind: motion", "kind: open letter\nsignatories: Ada")), "motion d.md -o out.md",
        "the signatories must be a list, or a file that ends in .csv",
    ),
    # editions
    "an unknown edition": (nothing, "show -r 1066", "there is no file 1066, and no model edition is called that"),
    "a draft on an unknown edition": (put("d.md", DRAFT.replace("2026", "1066")), "check d.md", "written on the rules “1066”"),
    # outputs
    "an output that is there": (put("out.md", "mine"), "apply draft.md -o out.md", "out.md is there already"),
    "a paper that is there": (put("out.docx", "mine"), "motion draft.md -o out.docx", "out.docx is there already"),
    "a page that is there": (put("out.html", "mine"), "diff draft.md -o out.html", "out.html is there already"),
    "a draft that is there": (nothing, "new motion -o draft.md", "draft.md is there already"),
    "a folder that is missing": (nothing, "apply draft.md -o far/out.md", "there is no folder far"),
    "an extract as Akoma Ntoso": (nothing, "apply draft.md --only 5.IV --to xml", "is written of the whole rules"),
    "line numbers of a page": (nothing, "motion draft.md --line-numbers -o out.html", "the lines of html change with the window"),
    "another amendment, and no briefing": (nothing, "motion draft.md --beside draft.md -o out.md", "--beside is for a briefing"),
    "another amendment, of another edition": (
        put("o.md", DRAFT.replace("---\n", '---\nrulebook: "1999"\n', 1).replace('rulebook: "2026"\n', "")),
        "motion draft.md --form briefing --beside o.md -o out.md", "o.md is written on the edition “1999”",
    ),
    "two columns of a motion": (nothing, "motion motion.md --form two-columns -o out.md", "is for a rule change, and this is a motion"),
    "a redline of a motion": (nothing, "motion motion.md --redline -o out.docx", "--redline is for a rule change, and this is a motion"),
    "a redline in a page": (nothing, "motion draft.md --redline -o out.html", "--redline is an annex of a paper for Word"),
    "a redline in an e-mail": (nothing, "motion draft.md --redline --form e-mail -o out.docx", "--redline is an annex of a paper for Word"),
    "an author of no changes": (nothing, "motion draft.md --author Ada -o out.docx", "--author is for tracked changes"),
    "a day of no changes": (nothing, "diff draft.md --today 2027-05-13 -o out.html", "--today is for tracked changes"),
    "a day that is none": (nothing, "diff draft.md --today 2027-02-30 -o out.docx", "--today 2027-02-30 is no date"),
    "a redline that is there": (put("out.docx", "mine"), "diff draft.md -o out.docx", "out.docx is there already"),
    "signatories that are not there": (nothing, "motion motion.md --signatories no.csv -o out.md", "no.csv"),
    "signatories without a name": (
        put("names.csv", "branch\nNorth\n"), "motion motion.md --signatories names.csv -o out.md", "has no column of names",
    ),
    "a paper over its signatories": (
        put("names.csv", "name\nAda\n"), "motion motion.md --signatories names.csv --to md -o names.csv --force",
        "names.csv is what this reads from",
    ),
    "a folder for an output": (subfolder, "apply draft.md -o inner --to md", "inner is a folder"),
    "an ending that says nothing": (nothing, "apply draft.md -o out.xyz", "the ending of out.xyz does not say the format"),
    "no ending": (nothing, "motion draft.md -o out", "the ending of out does not say the format"),
    "a file for the folder of the demo": (nothing, "demo draft.md", "draft.md is a file"),
    # usage
    "no draft": (nothing, "check", "Missing argument 'DRAFT...'"),
    "an unknown command": (nothing, "chekc draft.md", "there is no command “chekc”; did you mean “check”?"),
    "a command like none": (nothing, "xyzzy", "there is no command “xyzzy”; redraft --help lists the commands"),
    "an unknown option": (nothing, "check draft.md --fast", "No such option"),
    "an unknown option for all": (nothing, "--fast check draft.md", "No such option"),
    "an unknown format": (nothing, "check draft.md --format pdf", "'pdf' is not one of"),
    "an unknown kind to begin": (nothing, "new sonnet", "no kind of draft called “sonnet”"),
    "three files to compare": (nothing, "diff draft.md draft.md draft.md", "diff takes one draft, or two rulebooks"),
    "a level below none": (nothing, "toc --depth 0", "there is no level below the first"),
    "no words to find": (put("d", ""), ("find", " "), "there are no words to look for"),
    "an unknown finding": (nothing, "explain words-not-uniqe", "did you mean “words-not-unique”?"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_bad_input(
    redraft: Redraft, folder: Path, case: tuple[Callable[[Path], None], str | tuple[str, ...], str]
) -> None:
    prepare, typed, message = case
    prepare(folder)
    before = files_in(folder)
    said = redraft(*(typed.split() if isinstance(typed, str) else typed))
    assert said.status == 2
    assert said.out == ""
    assert message in " ".join(said.err.split())
    assert said.err.startswith("redraft: ") and said.err.count("redraft: ") == 1, "one message"
    assert not [line for line in said.err.splitlines() if len(line) > 80]
    assert files_in(folder) == before


REFUSED = {  # findings: status 1, and nothing written
    "a reference to nothing": (nothing, "show 5.IV.99", "[reference-not-found]"),
    "who refers to nothing": (nothing, "cites 5.IV.99", "[reference-not-found]"),
    "no reference": (nothing, "show trigger", "[reference-unread]"),
    "an extract that is not there": (nothing, "apply draft.md --only 99.I -o out.md", "[reference-not-found]"),
    "a draft with a fault": (nothing, "apply faulty.md -o out.md", "[quotation-not-found]"),
    "a fault in the second draft": (nothing, "apply draft.md faulty.md -o out.md", "[quotation-not-found]"),
    "a redline of a fault": (nothing, "diff faulty.md -o out.docx", "[quotation-not-found]"),
    "a comparison of a fault": (nothing, "diff faulty.md -o out.html", "[quotation-not-found]"),
    "a paper with a fault": (nothing, "motion faulty.md -o out.docx", "[quotation-not-found]"),
    "a motion to apply": (nothing, "apply motion.md -o out.md", "[no-rule-change]"),
    "a signatory that is broken": (
        put("names.csv", "name,branch\n,North\n"), "motion motion.md --signatories names.csv -o out.md", "[signatory-unread]",
    ),
    "a draft with no instruction": (
        put("d.md", DRAFT.replace("In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.", "")),
        "apply d.md -o out.md", "[amendment-empty]",
    ),
    "a draft with no amendment": (put("d.md", "---\nkind: rule change\n---\n"), "apply d.md -o out.md", "[amendment-empty]"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_refused(redraft: Redraft, folder: Path, case: tuple[Callable[[Path], None], str, str]) -> None:
    prepare, typed, code = case
    prepare(folder)
    before = files_in(folder)
    said = redraft(*typed.split())
    assert said.status == 1
    assert said.out == ""
    assert code in said.err
    assert files_in(folder) == before


# ------------------------------------------------------------------ encodings that are read


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (b"\xef\xbb\xbf" + DRAFT.encode(), []),
        (DRAFT.encode("utf-16"), []),
        (DRAFT.encode("cp1252"), ["--encoding", "cp1252"]),
        (DRAFT.replace("\n", "\r\n").encode(), []),
        (b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode(), []),
    ],
    ids=["utf-8 with a mark", "utf-16", "cp1252", "line ends of Windows", "Windows Notepad"],
)
def test_an_encoding_that_is_read(redraft: Redraft, folder: Path, data: bytes, options: list[str]) -> None:
    (folder / "d.md").write_bytes(data)
    said = redraft("edits", "d.md", *options)
    assert (said.status, said.err) == (0, "")
    assert "“six times”" in said.out and "“ten times”" in said.out


# ------------------------------------------------------------------ writing


def test_force_overwrites(redraft: Redraft, folder: Path) -> None:
    (folder / "out.md").write_text("mine")
    assert redraft("apply", "draft.md", "-o", "out.md", "--force").status == 0
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("---\n")
    assert sorted(files_in(folder)) == ["draft.md", "faulty.md", "motion.md", "out.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_to_the_draft_is_the_draft(redraft: Redraft, folder: Path) -> None:
    (folder / "link.md").symlink_to("draft.md")
    assert redraft("apply", "draft.md", "-o", "link.md", "--force").status == 2
    assert (folder / "draft.md").read_text(encoding="utf-8") == DRAFT


def test_a_file_made_meanwhile_is_left(redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_asked = shared_module.may_write

    def and_then_made(output: str | None, force: bool) -> None:
        first_asked(output, force)
        (folder / "out.md").write_text("somebody else’s", encoding="utf-8")
        monkeypatch.setattr(shared_module, "may_write", lambda output, force: None)

    monkeypatch.setattr(shared_module, "may_write", and_then_made)
    said = redraft("apply", "draft.md", "-o", "out.md")
    assert said.status == 2 and "out.md is there already" in said.err
    assert (folder / "out.md").read_text(encoding="utf-8") == "somebody else’s"
    assert sorted(files_in(folder)) == ["draft.md", "faulty.md", "motion.md", "out.md"]


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("step", ["os.replace", "os.link", "os.chmod"])
def test_a_write_that_fails_leaves_nothing(
    redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, force: list[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "out.md").write_text("mine") if force else None
    before = files_in(folder)
    redraft("check", "draft.md")  # so that the caches are filled
    monkeypatch.setattr(step, fail)
    said = redraft("apply", "draft.md", "-o", "out.md", *force)
    if step == "os.link":  # a file system without links is written to all the same
        assert said.status == 0
        before["out.md"] = (folder / "out.md").read_bytes()
        assert before["out.md"].startswith(b"---\n")
    else:
        # without --force nothing needs replacing
        failed = step == "os.chmod" or bool(force)
        assert said.status == (2 if failed else 0)
        assert ("out.md cannot be written: No space left on device" in said.err) is failed
        if not failed:
            before["out.md"] = (folder / "out.md").read_bytes()
    assert files_in(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights there")
def test_a_folder_that_may_not_be_written_to(redraft: Redraft, folder: Path) -> None:
    (folder / "inner").mkdir(mode=0o555)
    if os.access(folder / "inner", os.W_OK):
        pytest.skip("this user may write anywhere")
    said = redraft("apply", "draft.md", "-o", "inner/out.md")
    assert said.status == 2 and "inner/out.md cannot be written" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device there")
def test_a_device_stays_what_it_is(redraft: Redraft) -> None:
    assert redraft("apply", "draft.md", "--to", "md", "-o", os.devnull, "--force").status == 0
    assert Path(os.devnull).is_char_device()


# ------------------------------------------------------------------ faults of the tool itself


def test_a_fault_of_the_tool_is_one_message(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("amendments.checks.many_files.check", fail)
    said = redraft("check", "draft.md")
    assert (said.status, said.out) == (2, "")
    assert "something went wrong in the tool itself (ZeroDivisionError: a fault)" in said.err
    with pytest.raises(ZeroDivisionError):
        run(["--debug", "check", "draft.md"])


def test_stopped_at_the_keyboard(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("amendments.checks.many_files.check", stop)
    said = redraft("check", "draft.md")
    assert (said.status, said.err.strip()) == (2, "stopped")


# ------------------------------------------------------------------ help


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_terminal(redraft: Redraft, command: str) -> None:
    said = redraft(*command.split(), "--help")
    assert said.status == 0 and not said.err
    assert not [line for line in said.out.splitlines() if len(line) > 80]
    assert redraft(*command.split(), "-h").out == said.out


def test_help_names_every_command() -> None:
    folder = (ROOT / "amendments" / "cli").glob("*.py")
    files = {
        file.stem for file in folder if re.search(r"@click\.(?:command|group)\(", file.read_text(encoding="utf-8"))
    }
    files -= {"__init__"}
    assert set(COMMANDS) == files


def test_no_command_is_help(redraft: Redraft) -> None:
    assert redraft().out == redraft("--help").out


def test_version(redraft: Redraft) -> None:
    assert re.fullmatch(r"redraft \d+\.\d+\.\d+\n", redraft("--version").out)


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [command for command in COMMANDS if f"redraft {command}" not in readme]


def test_the_draft_of_the_readme_is_checked_as_it_says_there(redraft: Redraft, folder: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    draft = readme.partition("```markdown\n")[2].partition("```")[0]
    (folder / "draft.md").write_text(draft, encoding="utf-8")
    first = redraft("check", "draft.md", "--today", "2027-06-01")
    assert first.status == 1 and "write: “within 28 days”" in first.out
    (folder / "draft.md").write_text(draft.replace("28 day”", "28 days”"), encoding="utf-8")
    again = redraft("check", "draft.md", "--today", "2027-06-01")
    assert again.status == 0 and "[range-widened]" in again.out and "\n\n1 piece of advice\n" in again.out


HEAVY = ("jinja2", "pypandoc", "typst", "pypdfium2", "yaml", "rapidfuzz")


def test_help_loads_nothing_heavy(folder: Path) -> None:
    code = (
        f"import sys; from amendments.cli import run; run(['--help']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_command_line_is_one_small_file_a_command() -> None:
    sizes = {
        file.name: len(file.read_text(encoding="utf-8").splitlines())
        for file in Path(amendments.cli.__file__).parent.glob("*.py")
    }
    assert not {name: size for name, size in sizes.items() if size > 250}
