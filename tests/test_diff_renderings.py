"""A comparison set out on a terminal, as Markdown, as a page and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.comparing.documents import marked, to_json, to_markdown
from amendments.comparing.outline import basis, columns, sections, summary
from amendments.comparing.page import to_html
from amendments.comparing.terminal import render
from rulebook.comparing.comparison import Comparison, compare, compare_words
from rulebook.provision import Provision, Rulebook

ORDER = "Candidates shall be selected in this order, unless the Executive decides otherwise:"
TRIGGER = "A sitting member who wishes to stand again shall be subject to a ballot of branches."
APPEAL = "An appeal against a decision lies to the national panel within fourteen days of it."
LONG = " ".join(f"The branch numbered {n} shall report." for n in range(1, 30))


def subclause(label: str, text: str, *children: Provision, tail: str = "") -> Provision:
    return Provision("subclause", label, "", text, children, tail)


def book(*subclauses: Provision, heading: str = "Candidates", edition: str = "2026") -> Rulebook:
    clause = Provision("clause", "IV", heading, "", subclauses)
    chapter = Provision("chapter", "5", "Selections", "", (clause,))
    return Rulebook("Rule Book", "Barchester Party", edition, chapters=(chapter,))


BEFORE = book(
    subclause("1", ORDER, Provision("paragraph", "A", "", "by nominations;"), tail="Nobody is excluded."),
    subclause("2", TRIGGER),
    subclause("3", APPEAL),
    subclause("4", LONG),
)
DUTY = Provision("paragraph", "A", "", "to report <b>*twice*</b> & {{ more }}.")
AFTER = book(
    subclause("1", TRIGGER.replace("branches", "members")),
    subclause("2", APPEAL),
    subclause("3", LONG.replace("15 shall", "15 may")),
    subclause(
        "4",
        "A new duty:",
        Provision("paragraph", "A", "", "to report <b>*twice*</b> & {{ more }}."),
        tail="No fee is due.",
    ),
)
COMPARISON = compare(BEFORE, AFTER)

TERMINAL = """\
2 provisions change, 2 are inserted and 2 are deleted; 1 is renumbered.

Chapter 5 Selections
Clause IV Candidates

5.IV.1 deleted, with 1 provision under it
  - 1. Candidates shall be selected in this order, unless the Executive decides
  -    otherwise:
  -     A. by nominations;
  - Nobody is excluded.

5.IV.2 -> 5.IV.1 changed and renumbered
    [-2.-]{+1.+} A sitting member who wishes to stand again shall be subject to
       a ballot of [-branches-]{+members+}.

5.IV.4 -> 5.IV.3 changed and renumbered
    [-4.-]{+3.+} … shall report. The branch numbered 11 shall report. The branch
       numbered 12 shall report. The branch numbered 13 shall report. The branch
       numbered 14 shall report. The branch numbered 15 [-shall-]{+may+} report.
       The branch numbered 16 shall report. The branch numbered 17 shall report.
       The branch numbered 18 shall report. The branch numbered 19 shall report.
       The branch numbered 20 shall …

5.IV.4 inserted, with 1 provision under it
  + 4. A new duty:
  +     A. to report <b>*twice*</b> & {{ more }}.
  + No fee is due.

Renumbered: 5.IV.3 -> 5.IV.2
"""


def test_terminal() -> None:
    assert render(COMPARISON, colour=False) == TERMINAL


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_terminal_width(width: int) -> None:
    assert max(map(len, render(COMPARISON, colour=False, width=width).splitlines())) <= width


def test_terminal_width_is_counted_in_columns() -> None:
    cafe, wide = "cafe\u0301", "規則"
    lines = render(compare(book(), book(subclause("1", f"{cafe} " * 40 + f"{wide} " * 40))), colour=False).splitlines()
    assert max(len(line.replace("\u0301", "")) for line in lines if cafe in line and wide not in line) > 75
    assert max(len(line) + line.count("規") * 2 for line in lines if wide in line and cafe not in line) in range(76, 81)


def test_terminal_colour_only_adds_to_the_words() -> None:
    coloured = render(COMPARISON, colour=True)
    assert click.style("branches", fg="red", strikethrough=True) in coloured
    assert click.style("members", fg="green", underline=True) in coloured
    assert click.style("5.IV.1", bold=True) in coloured
    assert "[-" not in coloured
    assert "subject to a ballot of branches members." in " ".join(click.unstyle(coloured).split())


def test_terminal_shows_no_control_characters() -> None:
    sly = compare(book(subclause("1", "a")), book(subclause("1", "a \x1b[2J b\x07")))
    assert "\x1b" not in render(sly, colour=False)
    assert "\x07" not in render(sly, colour=False)
    assert "\x1b" not in to_html(sly, "t") + to_markdown(sly, "t")


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


SUMMARIES = [
    ([], "Nothing changes."),
    (["changed"], "1 provision changes."),
    (["changed"] * 3 + ["inserted"] * 2 + ["deleted"] * 7, "3 provisions change, 2 are inserted and 7 are deleted."),
    (["inserted"], "1 provision is inserted."),
    (["moved", "deleted"], "1 provision moves and 1 is deleted."),
]


@pytest.mark.parametrize(("kinds", "expected"), SUMMARIES)
def test_summary(kinds: list[str], expected: str) -> None:
    changes = tuple(replace(COMPARISON.changes[0], kind=kind) for kind in kinds)
    assert summary(replace(COMPARISON, changes=changes, renumbered=())) == expected


def test_summary_of_renumbering() -> None:
    assert summary(replace(COMPARISON, changes=())) == "No words change; 1 provision is renumbered."


def test_which_rules_were_compared() -> None:
    assert basis(COMPARISON) == "Drafted on Barchester Party, Rule Book, 2026 edition"
    assert columns(COMPARISON) == ("As it stands", "As amended")
    editions = compare(replace(BEFORE, edition="2025"), AFTER)
    assert basis(editions) == "Barchester Party, Rule Book: 2025 edition compared with 2026 edition"
    assert columns(editions) == ("2025 edition", "2026 edition")
    assert basis(compare(Rulebook(), Rulebook())) == ""


def test_a_clause_that_goes_stands_under_its_chapter() -> None:
    without = replace(BEFORE, chapters=(replace(BEFORE.chapters[0], children=()),))
    (section,) = sections(compare(BEFORE, without))
    assert section.headings == ("Chapter 5 Selections",)
    assert [entry.happens for entry in section.entries] == ["deleted, with 5 provisions under it"]


def test_a_chapter_that_goes_stands_under_its_own_name() -> None:
    (section,) = sections(compare(BEFORE, replace(BEFORE, chapters=())))
    assert section.headings == ("Chapter 5 Selections",)


MARKED = [
    ("one half of the branches", "one third of the branches", "one ~~half~~ **third** of the branches"),
    ("a member, who votes", "a member who votes", "a ~~member,~~ **member** who votes"),
    ("All members.", "All members may vote.", "All members **may vote**."),
    ("It ends. Now.", "It ends. (It does.) Now.", "It ends. **(It does.)** Now."),
    ("Each *one*.", "Each *two*.", r"Each \*~~one~~ **two**\*."),
    ("(the old", "(an old", "(~~the~~ **an** old"),
    ("One.", "One.\n\nTwo.\n\nThree.", "One.\n\n**Two.**\n\n**Three.**"),
    ("| a | b |", "| a | b |\n| c | d |", "\\| a \\| b \\|  \n**\\| c \\| d \\|**"),
    ("One. Two.", "One.\n\nTwo.", "One. **¶**\n\nTwo."),
    ("One.\n\nTwo.", "One. Two.", "One. ~~¶~~ Two."),
]


@pytest.mark.parametrize(("old", "new", "expected"), MARKED)
def test_markdown_marks(old: str, new: str, expected: str) -> None:
    assert marked(compare_words(old, new)) == expected


some_words = st.lists(st.sampled_from("the party members branch’s half , . ; ( ) * ~ _ ` [a] 5% é".split()), max_size=8)
sentences = st.tuples(some_words, st.sampled_from(["", " "])).map(lambda pair: pair[1].join(pair[0]))


@settings(deadline=None, max_examples=5)
@given(st.lists(st.tuples(sentences, sentences), min_size=20, max_size=20))
def test_markdown_marks_are_read_as_marks(pairs: list[tuple[str, str]]) -> None:
    """What is struck and what is bold, as pandoc reads it, makes up the old wording and the new one."""
    import pypandoc

    wordings = [(f"Start {old} end.", f"Start {new} end.") for old, new in pairs]
    source = "\n\n".join(marked(compare_words(old, new)) for old, new in wordings)
    document = json.loads(pypandoc.convert_text(source, "json", "gfm", sandbox=True))
    assert len(document["blocks"]) == len(wordings)
    for block, (old, new) in zip(document["blocks"], wordings, strict=True):
        assert _text(block["c"], without="Strong") == re.sub(r"\s", "", old)
        assert _text(block["c"], without="Strikeout") == re.sub(r"\s", "", new)


def _text(inlines: list[dict[str, object]], without: str) -> str:
    found = ""
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == without:
            continue
        if isinstance(content, str):
            found += content
        elif isinstance(content, list):
            found += _text(content, without)
    return found


def test_markdown() -> None:
    text = to_markdown(COMPARISON, "Open *selection*")
    assert text.startswith("# Open \\*selection\\*\n\n*Drafted on Barchester Party, Rule Book, 2026 edition*\n")
    assert "## Chapter 5 Selections: Clause IV Candidates\n\n### 5.IV.1 deleted, with 1 provision under it\n" in text
    assert "~~2.~~ **1.** A sitting member" in text
    assert "\n> **A. to report \\<b\\>\\*twice\\*\\</b\\> & \\{\\{ more \\}\\}.**\n" in text
    assert text.endswith("## Renumbered\n\n| Was | Is now |\n| --- | --- |\n| 5.IV.3 | 5.IV.2 |\n")


def test_every_change_is_in_one_entry() -> None:
    labels = [row for section in sections(COMPARISON) for entry in section.entries for row in entry.rows if row.label]
    assert len(labels) == len(COMPARISON.changes)


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
