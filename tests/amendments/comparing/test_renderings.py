"""A comparison however it is shown: that nothing changes, paragraphs parted and joined, footnotes; and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from amendments.comparing.documents import to_json, to_markdown
from amendments.comparing.page import to_html
from amendments.comparing.terminal import render
from rulebook.comparing.comparison import Comparison, compare
from tests.amendments.comparing.two_books import BEFORE, COMPARISON, book, subclause


def test_nothing_changes() -> None:
    same = compare(BEFORE, BEFORE)
    assert render(same, colour=False) == "Nothing changes.\n"
    assert to_markdown(same, "No change").splitlines()[-1] == "Nothing changes."
    page = to_html(same, "No change")
    assert "Nothing changes." in page
    assert "<table" not in page


def test_paragraphs_parted_and_joined() -> None:
    parted = compare(book(subclause("1", "One. Two.")), book(subclause("1", "One.\n\nTwo.")))
    assert "One.[-·-]{+¶+} Two." in render(parted, colour=False)
    assert "One. **¶**\n\nTwo." in to_markdown(parted, "t")
    assert "<ins>" in to_html(parted, "t")


def test_json() -> None:
    data = json.loads(to_json(COMPARISON))
    assert data["renumbered"] == [["5.IV.3", "5.IV.2"]]
    assert [change["kind"] for change in data["changes"]] == [change.kind for change in COMPARISON.changes]
    changed = data["changes"][2]
    assert changed == {
        "kind": "changed",
        "old_reference": "5.IV.2",
        "new_reference": "5.IV.1",
        "heading": [],
        "text": [
            {"kind": "same", "text": "A sitting member who wishes to stand again shall be subject to a ballot of"},
            {"kind": "deleted", "text": " branches"},
            {"kind": "inserted", "text": " members"},
            {"kind": "same", "text": "."},
        ],
        "tail": [],
    }


def test_footnotes_are_shown() -> None:
    noted = replace(BEFORE.chapters[0], notes=("See the table.",))
    comparison: Comparison = compare(BEFORE, replace(BEFORE, chapters=(noted,)))
    assert "{+See the table.+}" in render(comparison, colour=False)
    assert json.loads(to_json(comparison))["changes"][0]["notes"] == [{"kind": "inserted", "text": "See the table."}]
