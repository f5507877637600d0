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


CARRIED = """## Amendment

Chapter 5, Clause I

In sub-clause 3, replace the second “may” with “can”. After “in writing” insert “, within a week,”.

In sub-clause 7, delete “the aims of”.

In 5.IV.4, replace “28 days” with “42 days”.

In sub-clause 6, delete “within 14 days of being asked”.
"""


def test_where_a_place_comes_from(redraft: Redraft, folder: Path) -> None:
    (folder / "carried.md").write_text(CARRIED, encoding="utf-8")
    said = " ".join(redraft("edits", "carried.md", "-r", "2026").out.split())
    from_line = "(Its place was looked for from that of “Chapter 5, Clause I”.)"
    assert f"the second time it occurs. {from_line}" in said
    assert "after “in writing”. (Its place is that of number 1.)" in said
    assert said.count("Its place") == 4
    found = json.loads(redraft("edits", "carried.md", "-r", "2026", "--format", "json").out)
    assert [one["inherited"] for one in found] == [None, 1, 2, 1, None, 1]


def test_roles_of_words(redraft: Redraft, folder: Path) -> None:
    words = "In 7.IV.1, replace “six times” with “ten times”."
    (folder / "one.md").write_text(f"## Amendment\n\n{words}\n", encoding="utf-8")
    (found,) = json.loads(redraft("edits", "one.md", "--format", "json").out)
    roles = {role["name"]: (role["words"], role["span"]) for role in found["roles"]}
    assert roles["verb"] == ("replace", [3, 12, 3, 19])
    assert roles["place"] == ("In 7.IV.1", [3, 1, 3, 10])
    assert roles["old"][0] == "“six times”" and roles["new"][0].endswith("“ten times”")
    (refused,) = json.loads(redraft("edits", "faulty.md", "--format", "json").out)
    assert refused["roles"] == [] and refused["inherited"] is None
