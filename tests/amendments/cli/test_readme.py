"""The README names every command, and its draft is checked as it says there; `redraft demo` does the whole job."""

from __future__ import annotations

import os
from pathlib import Path

from amendments.cli import COMMANDS
from tests.amendments.cli.typed import Redraft
from tests.shared.folders import ROOT


def test_demo(redraft: Redraft, folder: Path) -> None:
    said = redraft("demo", "shown")
    assert said.status == 0
    made = {file.name for file in (folder / "shown").iterdir()}
    assert made == {"draft.md", "check.txt", "diff.html", "clause.md", "motion.docx", "motion.pdf"}
    assert all(f"shown{os.sep}{name}\n" in said.out for name in made)
    again = redraft("demo", "shown")
    assert again.status == 2 and "there already" in again.err
    assert redraft("demo", "shown", "--force").status == 0


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
