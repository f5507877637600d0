"""`redraft edits`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.amendments.cli.typed import Redraft
from tests.shared.folders import ROOT


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
