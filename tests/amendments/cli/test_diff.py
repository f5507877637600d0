"""`redraft diff`, of a draft and of two rulebooks."""

from __future__ import annotations

import json
from pathlib import Path

from tests.amendments.cli.typed import Redraft


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
