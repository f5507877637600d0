"""`redraft new`: a draft of any kind, to be filled in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.amendments.cli.typed import RULES, Redraft

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


@pytest.mark.parametrize("said", [["rule-change"], ["rule change"], ["Rule", "Change"], ["RULE-CHANGE"]])
def test_a_kind_of_draft_as_people_write_it(redraft: Redraft, said: list[str]) -> None:
    assert redraft("new", *said).out == redraft("new", "rule-change").out


@pytest.mark.parametrize(
    ("said", "help"), [("rule-chnage", "did you mean “rule-change”?"), ("poem", "the kinds are rule-change, motion,")]
)
def test_a_kind_of_draft_that_there_is_not(redraft: Redraft, said: str, help: str) -> None:
    answer = redraft("new", said)
    assert answer.status == 2 and f"no kind of draft called “{said}”" in answer.err and help in answer.err
