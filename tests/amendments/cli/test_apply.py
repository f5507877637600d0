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


def renumbering(folder: Path, first: str, second: str, edition: str = "2026") -> None:
    """Two drafts of one edition, the first of which renumbers, unless another edition is given for the second."""
    head, _, _ = DRAFT.partition("## Amendment")
    (folder / "first.md").write_text(f"{head}## Amendment\n\n{first}\n", encoding="utf-8")
    head = head.replace('"2026"', f'"{edition}"') if edition else head.replace('rulebook: "2026"\n', "")
    (folder / "second.md").write_text(f"{head}## Amendment\n\n{second}\n", encoding="utf-8")


def test_drafts_of_one_edition_mean_the_numbers_of_that_edition(redraft: Redraft, folder: Path) -> None:
    renumbering(folder, "Delete 6.II.3 and renumber accordingly.", "Delete 6.II.5.")
    said = redraft("apply", "first.md", "second.md", "--to", "json", "--only", "6.II")
    assert said.status == 0
    there, left = redraft("show", "6.II", "--format", "json").out, said.out
    texts = [[one["text"] for one in json.loads(out)[0]["children"]] for out in (there, left)]
    assert texts[1] == [texts[0][0], texts[0][1], texts[0][3], *texts[0][5:]]


def test_a_draft_that_names_no_edition_means_the_rules_as_they_are_by_then(redraft: Redraft, folder: Path) -> None:
    renumbering(folder, "Delete 6.II.3 and renumber accordingly.", "In 6.II.3, delete “every 60 days”.", "")
    assert (
        "A suspension shall be reviewed and ends" in redraft("apply", "first.md", "second.md", "--only", "6.II.3").out
    )


def test_two_drafts_of_one_edition_that_change_the_same_words(redraft: Redraft, folder: Path) -> None:
    renumbering(folder, "In 6.II.4, replace “60 days” with “30 days”.", "In 6.II.4, replace “60 days” with “90 days”.")
    said = redraft("apply", "first.md", "second.md")
    assert (
        said.status == 1 and "with an instruction of first.md" in said.err and "second.md was not applied" in said.err
    )


def test_a_draft_that_is_wrong_on_its_edition_when_the_numbers_are_others_by_then(
    redraft: Redraft, folder: Path
) -> None:
    renumbering(folder, "Delete 6.II.3 and renumber accordingly.", "In 6.II.3, delete “every 60 days”.")
    said = redraft("apply", "first.md", "second.md")
    assert said.status == 1 and "edition-differs" in said.err


def test_a_new_number_beside_a_renumbering(redraft: Redraft, folder: Path) -> None:
    renumbering(folder, "Delete 6.II.1 and renumber accordingly.", "After 6.II.2 insert “2A. A charge is read out.”")
    said = redraft("apply", "first.md", "second.md")
    assert said.status == 1 and "number-uncertain" in said.err


def test_notes_say_what_each_of_several_drafts_did(redraft: Redraft, folder: Path) -> None:
    renumbering(folder, "After 6.II.1 insert “1A. A charge is read out.”", "In 6.II.1A, delete “out”.")
    assert redraft("apply", "first.md", "second.md").status == 0  # no number of the edition is another by then
    renumbering(folder, "After 6.II.1 insert “1A. A charge is read out.”", "Delete 6.II.1 and renumber accordingly.")
    assert redraft("apply", "first.md", "second.md").status == 1
    renumbering(folder, "After 6.I.1 insert “1A. A charge is read out.”", "Delete 6.II.1 and renumber accordingly.")
    said = redraft("apply", "first.md", "second.md", "--notes", "--only", "6")
    assert said.status == 0 and said.out.count("[Inserted by") == said.out.count("was left out by") == 1


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
