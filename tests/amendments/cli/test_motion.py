"""`redraft motion`: the paper of a draft, in every form and format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.amendments.cli.typed import MOTION, Redraft


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
