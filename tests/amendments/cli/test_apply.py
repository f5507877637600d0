"""`redraft apply`: the rules as amended, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.amendments.cli.typed import DRAFT, Redraft
from tests.shared.folders import ROOT


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
