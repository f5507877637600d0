"""Notes in consolidated rules: what they say, where they stand, and that they come through in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from amendments.checks.draft_outcome import outcome_of
from amendments.cli import run
from amendments.drafts.draft import Draft, read_draft
from amendments.papers.consolidated import consolidated
from amendments.papers.editorial_notes import carried, notes_of, together
from amendments.setting_out.notes import Notes, annotated
from rulebook.comparing.comparison import compare
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.writing.markdown import to_markdown
from tests.shared.papers import BOOK, book
from tests.shared.printed_text import squeezed, text_of
from tests.shared.trees import rulebooks

HEAD = "---\ntitle: Longer\nfrom: Barchester CLP\nagreed: 2026-03-14\n---\n\n## Amendment\n\n"
BY = "“Longer” (Barchester CLP), agreed 14 March 2026"


def draft(amendment: str, head: str = HEAD) -> Draft:
    return read_draft(Source("d.md", head + amendment))


def noted(*amendments: str, head: str = HEAD) -> tuple[Rulebook, Notes]:
    """The book with amendments carried out one after another, and the notes."""
    rules, notes = book(), {}
    for amendment in amendments:
        made = draft(amendment, head)
        outcome = outcome_of(made, rules)
        assert outcome.after is not None and outcome.applied is not None
        notes = together(carried(notes, outcome.applied), notes_of(made, compare(rules, outcome.after)))
        rules = outcome.after
    return rules, notes


DAYS = "In Chapter 5, Clause II, sub-clause 2, replace “30 days” with “60 days”."
NEW = "In Chapter 5, Clause II, after sub-clause 2 insert:\n\n> 2A. Votes are secret.\n>\n>     A. On paper."
GONE = "In Chapter 5, Clause II, delete sub-clause 2 and renumber accordingly."


@pytest.mark.parametrize(
    ("amendments", "expected"),
    [
        ([DAYS], {"5.II.2": [f"[Amended by {BY}: “30” became “60”.]"]}),
        ([NEW], {"5.II.2A": [f"[Inserted by {BY}.]"]}),  # and none of what came in with it
        (
            [GONE],
            {"5.II": [f"[Sub-clause 2 was left out by {BY}.]", f"[Sub-clauses 3 and 4 became 2 and 3 by {BY}.]"]},
        ),
        (["In Chapter 5, Clause II, delete sub-clauses 3 and 4."], {"5.II": [f"[Sub-clauses 3 and 4 were left out by {BY}.]"]}),
        (["In Chapter 5, delete Clause II."], {"5": [f"[Clause II was left out by {BY}.]"]}),
        (
            ["In Chapter 5, Clause I, sub-clause 2, at the end of paragraph A add “, first class”."],
            {"5.I.2.A": [f"[Amended by {BY}: “, first class” was inserted.]"]},
        ),
        (
            ["In Chapter 5, Clause II, sub-clause 2, delete “ within 30 days”."],
            {"5.II.2": [f"[Amended by {BY}: “within 30 days” was left out.]"]},
        ),
        (
            ["In the heading of Chapter 5, Clause II, replace “Candidates” with “Candidates and voters”."],
            {"5.II": [f"[Amended by {BY}: its title, “and voters” was inserted.]"]},
        ),
        (  # both, the earlier first
            [DAYS, "In Chapter 5, Clause II, sub-clause 2, replace “ballot” with “vote”."],
            {"5.II.2": [f"[Amended by {BY}: “30” became “60”.]", f"[Amended by {BY}: “ballot” became “vote”.]"]},
        ),
        (  # the first note goes with its provision
            ["In Chapter 5, Clause II, sub-clause 4, replace “may” with “shall”.", GONE],
            {
                "5.II": [f"[Sub-clause 2 was left out by {BY}.]", f"[Sub-clauses 3 and 4 became 2 and 3 by {BY}.]"],
                "5.II.3": [f"[Amended by {BY}: “may” became “shall”.]"],
            },
        ),
        ([DAYS, GONE], {  # what is gone needs no note of how it was amended
            "5.II": [f"[Sub-clause 2 was left out by {BY}.]", f"[Sub-clauses 3 and 4 became 2 and 3 by {BY}.]"]}),
    ],
)  # fmt: skip
def test_what_is_noted(amendments: list[str], expected: dict[str, list[str]]) -> None:
    rules, notes = noted(*amendments)
    assert {rules.reference(path): list(said) for path, said in notes.items()} == expected


@pytest.mark.parametrize(
    ("head", "by"),
    [
        ("---\ntitle: T {by} {0}\n---\n\n## Amendment\n\n", "“T {by} {0}”"),
        ("---\ntitle: T\nfrom: A & B\n---\n\n## Amendment\n\n", "“T” (A & B)"),
        ("---\ntitle: T\nagreed: last May\n---\n\n## Amendment\n\n", "“T”, agreed last May"),
        ("", "the amendment d.md"),
    ],
)
def test_by_which_amendment(head: str, by: str) -> None:
    _, notes = noted(DAYS, head=head)
    assert list(notes.values()) == [(f"[Amended by {by}: “30” became “60”.]",)]


def test_long_words_are_quoted_by_their_ends() -> None:
    long = " ".join(f"word{n}" for n in range(1, 31))
    _, notes = noted(f"In Chapter 5, Clause II, sub-clause 2, replace “30 days” with “{long}”.")
    assert "became “word1 word2 word3 word4 word5 … word26 word27 word28 word29 word30”" in str(notes)


@pytest.mark.parametrize("format", ["md", "txt", "html", "docx", "odt", "pdf"])
def test_notes_come_through_in_every_format(format: str) -> None:
    rules, notes = noted(NEW, DAYS, "In Chapter 5, Clause II, delete sub-clause 4.")
    document = consolidated(rules, format, notes=notes)
    text = squeezed(document if format == "md" and isinstance(document, str) else text_of(document, format))
    for reference, said in (("2.", "Amended"), ("2A.", "Inserted"), ("Clause II", "Sub-clause 4 was left out")):
        noted_at = text.find(squeezed(f"[{said}"))
        assert 0 < text.rfind(squeezed(reference), 0, noted_at) < noted_at
    without = consolidated(rules, format)
    assert "[Inserted" not in text_of(without, "txt" if format == "md" else format)


@given(rulebooks(), rulebooks())
@settings(max_examples=40, deadline=None)
def test_notes_stand_in_the_book_and_change_none_of_its_words(before: Rulebook, after: Rulebook) -> None:
    made = draft(DAYS)
    notes = notes_of(made, compare(before, after))
    places = {path for path, _ in after.walk()}
    assert set(notes) <= places
    with_them = annotated(after, notes)
    for path, provision in after.walk():
        there = with_them.at(path)
        assert (there.label, there.heading, there.tail) == (provision.label, provision.heading, provision.tail)
        assert there.text == "\n\n".join(filter(None, [provision.text, *notes.get(path, ())]))


def test_the_file_with_notes_can_be_read() -> None:
    rules, notes = noted(DAYS, NEW)
    read, findings = read_rulebook(Source("r.md", to_markdown(annotated(rules, notes))))
    assert not findings and read.chapters == annotated(rules, notes).chapters


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.md").write_text(BOOK, encoding="utf-8")
    (tmp_path / "d.md").write_text(HEAD + DAYS, encoding="utf-8")
    typed = ["apply", str(tmp_path / "d.md"), "-r", str(tmp_path / "r.md")]
    assert run([*typed, "--notes", "--only", "5.II.2"]) == 0
    assert f"[Amended by {BY}: “30” became “60”.]" in capsys.readouterr().out
    assert run(typed) == 0
    assert "[Amended" not in capsys.readouterr().out
    assert run([*typed, "--notes", "--to", "json"]) == 2
    assert "json is for programs, and has no place for notes" in capsys.readouterr().err
