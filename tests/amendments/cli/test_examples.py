"""Every draft in the folder of examples does what it says, on the model rules that come with the tool."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.drafts.draft import Draft, read_draft
from rulebook.source import read_source
from tests.shared.folders import EXAMPLES

FILES = sorted(EXAMPLES.glob("*.md"))
DRAFTS = [pytest.param(file, id=file.stem) for file in FILES if file.name != "README.md"]


def draft_of(file: Path) -> Draft:
    return read_draft(read_source(str(file)))


CHANGES = [param for param in DRAFTS if draft_of(Path(str(param.values[0]))).kind == "rule change"]

KINDS = {
    "rule change": {
        "open-selection", "two-thirds-each-section", "silent-branches-count-against", "trigger-quorum",
        "declaration-within-thirty-months", "keep-trigger-clearer-count",
    },
    "motion": {"no-confidence", "intent-open-contest", "policy-motion"},
    "open letter": {"open-letter"},
}  # fmt: skip


def test_there_is_an_example_of_each_kind() -> None:
    for kind, names in KINDS.items():
        assert {file.stem for file in FILES if draft_of(file).kind == kind} >= names


@pytest.mark.parametrize("file", DRAFTS)
def test_check_finds_no_error(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(file), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert not [finding for finding in found if finding["severity"] == "error"]


@pytest.mark.parametrize("file", CHANGES)
def test_it_can_be_applied(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["show", "--format", "md"])
    before = capsys.readouterr().out
    assert run(["apply", str(file)]) == 0
    after = capsys.readouterr().out
    assert after != before and after.startswith("---\n")


@pytest.mark.parametrize("file", CHANGES)
def test_it_can_be_compared(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(file), "--to", "md"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("# ") and draft_of(file).title in page


@pytest.mark.parametrize("file", CHANGES)
def test_every_instruction_is_understood(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["edits", str(file)]) == 0
    assert "\n1. " in capsys.readouterr().out


@pytest.mark.parametrize("file", DRAFTS)
def test_it_can_be_set_out(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["motion", str(file), "--to", "md"]) == 0
    assert draft_of(file).title in capsys.readouterr().out


@pytest.mark.parametrize("file", DRAFTS)
def test_its_title_has_at_most_ten_words(file: Path) -> None:
    assert 1 <= len(draft_of(file).title.split()) <= 10


@pytest.mark.parametrize("file", [param for param in DRAFTS if param.id in KINDS["motion"]])
def test_a_motion_has_at_most_250_words(file: Path) -> None:
    draft = draft_of(file)
    bodies = [section.body for section in draft.sections if section.body and section.body != draft.argument]
    assert sum(len(body.split()) for body in bodies) <= 250


@pytest.mark.parametrize("file", CHANGES)
def test_a_rule_change_has_an_argument(file: Path) -> None:
    assert len(draft_of(file).argument.split()) > 50
