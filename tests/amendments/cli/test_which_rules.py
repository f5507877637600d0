"""Where the rules come from: an option, a variable, the nearest rulebook, or the edition that a draft names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.amendments.cli.typed import DRAFT, RULES, Redraft


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
