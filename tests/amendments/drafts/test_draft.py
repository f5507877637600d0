"""Drafts as they are sent in: nothing of them is lost without a word, and nothing in their front matter is changed."""

from __future__ import annotations

from typing import Any

import pytest

from amendments.checks.draft_outcome import outcome_of
from amendments.drafts.draft import Draft, read_draft
from rulebook.diagnostics import errors
from rulebook.editions import open_rulebook
from rulebook.reading.reader import front_matter, read_rulebook
from rulebook.source import Source, Unreadable

HEAD = "---\nkind: rule change\ntitle: Ten meetings\n---\n\n"
TEN = "In 7.IV.1, replace “six times” with “ten times”.\n"
GONE = "Delete 7.IV.5.\n"
ARGUED = "Members should meet more often.\n"


def draft(text: str) -> Draft:
    return read_draft(Source("draft.md", text))


def words(read: Draft) -> str:
    return read.source.text[slice(*read.amendment)]


# ------------------------------------------------------------------ what is read

READ = {
    "two amendments next to each other": f"{HEAD}## Amendment 1\n\n{TEN}\n## Amendment 2\n\n{GONE}\n## Reasons\n\n{ARGUED}",
    "a heading below the amendment's": f"{HEAD}## Amendment\n\n{TEN}\n### Second\n\n{GONE}",
    "headings and no words between": f"{HEAD}## Amendment\n\n### Clause IV\n\n{TEN}\n### Clause IV again\n\n{GONE}",
    "an argument below the amendment": f"{HEAD}## Amendment\n\n{TEN}{GONE}\n### Supporting argument\n\nDelete 7.IV.2.\n",
    "a title above all": f"{HEAD}# Rule change\n\n## Background\n\n{ARGUED}\n## Amendment\n\n{TEN}{GONE}",
    "emphasis": f"{HEAD}## **Amendment**\n\n{TEN}{GONE}",
    "amendments with titles": f"{HEAD}## Amendment 1: number\n\n{TEN}\n## Amendment 2 – the rest\n\n{GONE}",
    "plain headings": f"Ten meetings\n\nAmendment 1\n\n{TEN}\nAmendment 2\n\n{GONE}\nReasons:\n\n{ARGUED}",
    "a heading below a plain one": f"Ten meetings\n\nAmendment\n\n### One\n\n{TEN}\n### Two\n\n{GONE}\nReasons:\n\n{ARGUED}",
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_it_is_read(text: str) -> None:
    read = draft(text)
    assert read.unread == ()
    assert TEN.strip() in words(read) and GONE.strip() in words(read)
    assert "often" not in words(read) and "7.IV.2" not in words(read)
    outcome = outcome_of(read, open_rulebook("2026")[0])
    assert outcome.after is not None and len(outcome.instructions) == 2


# ------------------------------------------------------------------ what is refused rather than passed over

UNREAD = {
    "an argument between": (f"{HEAD}## Amendment 1\n\n{TEN}\n## Supporting argument\n\n{ARGUED}\n## Amendment 2\n\n{GONE}", "Amendment 2"),
    "an argument between, below": (f"{HEAD}## Amendment\n\n{TEN}\n### Reasons\n\n{ARGUED}\n### Second\n\n{GONE}", "Second"),
    "below a second amendment": (f"{HEAD}## Amendment\n\n{TEN}\n## Why\n\n{ARGUED}\n## Amendment\n\n### Clause IV\n\n{GONE}", "Clause IV"),
    "a heading of the drafter's": (f"{HEAD}## Amendment\n\n{TEN}\n## More\n\n{GONE}", "More"),
    "later in its words": (f"{HEAD}## Amendment\n\n{TEN}\n## More\n\nWe also propose this.\n\n{GONE}", "More"),
    "no front matter": (f"{TEN}\n## More\n\n{GONE}", "More"),
    "no amendment at all": (f"{HEAD}## The new rules\n\n{TEN}", "The new rules"),
    "plain headings": (f"Ten meetings\n\n{TEN}\nReasons:\n\n{ARGUED}\nAmendment 2\n\n{GONE}", ""),
    "a plain heading in an argument": (f"{HEAD}## Amendment\n\n{TEN}\n## Supporting argument\n\n{ARGUED}\nAmendment 2\n\n{GONE}", "Supporting argument"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "heading"), UNREAD.values(), ids=UNREAD)
def test_it_is_refused(text: str, heading: str) -> None:
    read = draft(text)
    outcome = outcome_of(read, open_rulebook("2026")[0])
    assert outcome.after is None and outcome.applied is None
    found = [finding for finding in outcome.diagnostics if finding.code == "section-unread"]
    assert len(found) == 1 == len(read.unread) and errors(found)
    assert (f"they stand under “{heading}”" if heading else "before the first heading") in found[0].message
    assert read.source.text[slice(*read.unread[0])].strip() in (TEN.strip(), GONE.strip())


QUIET = {
    "an argument that quotes": f"{HEAD}## Amendment\n\n{TEN}\n## Supporting argument\n\n{GONE}\n### History\n\n{GONE}",
    "reasons before": f"{HEAD}## Our reasons\n\n{GONE}\n## Amendment\n\n{TEN}",
    "a motion's heading": f"{HEAD}## Amendment\n\n{TEN}\n## Exceptional circumstances\n\n{GONE}",
    "existing wording": f"{HEAD}## Existing wording\n\nChapter 7, Clause IV, sub-clause 1: “six times”.\n\n## Amendment\n\n{TEN}",
    "a remark on a clause": f"{HEAD}## Amendment\n\n{TEN}\n## Remarks\n\nClause IV was inserted in 2019. Clause IV is unfair.\n",
    "a contact": f"{HEAD}## Amendment\n\n{TEN}\n## Contact\n\nAdd your name by writing to the secretary.\n",
    "an empty one": f"{HEAD}## Amendment\n\n{TEN}\n## Reasons\n\n{ARGUED}\n## Amendment 2\n",
    "a motion": f"---\nkind: motion\ntitle: X\n---\n\n## This CLP resolves\n\n{GONE}",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_nothing_is_said(text: str) -> None:
    assert draft(text).unread == ()


# ------------------------------------------------------------------ front matter


def facts(lines: str) -> dict[str, Any]:
    return dict(front_matter(Source("draft.md", f"---\n{lines}\n---\n\nDelete 7.IV.5.\n"))[0])


@pytest.mark.parametrize("typed", "No Yes 2026.10 0777 12:30 1_000 ~ null 1e3 .5 =".split())
def test_words_are_as_they_were_typed(typed: str) -> None:
    assert facts(f"title: {typed}") == {"title": typed}
    assert draft(f"---\ntitle: {typed}\nmover: {typed}\n---\n{GONE}").title == typed


def test_what_is_not_filled_in_is_empty() -> None:
    read = draft(f"---\ntitle: X\nmover:\nto:\nsignatories:\nagreed:\nown:\n---\n{GONE}")
    assert (read.mover, read.recipients, read.signatories, read.agreed, read.other) == ("", (), (), "", {"own": ""})


def test_names_and_lists_are_words() -> None:
    read = draft("---\nNo: x\nto: [Yes, 007]\nmover: [Ada, Bea]\nmotion: 5\nown: {a: [1, 2]}\n---\nText.\n")
    assert read.recipients == ("Yes", "007")
    assert read.mover == "Ada, Bea"
    assert read.motion == "5"
    assert read.other == {"No": "x", "own": "a: 1, 2"}


def test_capitals_in_the_names_at_the_head_do_not_matter() -> None:
    read = draft(f"---\nKind: Rule change\nTITLE: More\nFrom: Barchester CLP\nWard: North\n---\n{GONE}")
    assert (read.kind, read.title, read.sender, read.other) == (
        "rule change",
        "More",
        "Barchester CLP",
        {"Ward": "North"},
    )


def test_a_rulebook_has_words_too() -> None:
    text = "---\ntitle: No\nedition: 2026.10\nscheme: [1, A]\ncrosswalk: {010: 1}\n---\n\n1. One.\n"
    rulebook, _ = read_rulebook(Source("rulebook.md", text))
    assert (rulebook.title, rulebook.edition) == ("No", "2026.10")
    assert (rulebook.scheme.written, rulebook.crosswalk) == (("1", "A"), (("010", "1"),))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("2027-05-13", "2027-05-13"), ("2027-5-3", "2027-05-03"), ("13 May 2027", "13 May 2027"), ("12:30", "12:30")],
)
def test_dates(typed: str, printed: str) -> None:
    read = draft(f"---\nagreed: {typed}\nsignatories: [{{name: Ada, date: '{typed}'}}]\n---\n{GONE}")
    assert read.agreed == read.signatories[0].date == printed


NINE = "\n".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True))  # fmt: skip
UNUSABLE = {
    "a name twice": ("title: A\n\nmover: B\ntitle: C", "line 5: “title” is here a second time"),
    "a name twice, once with a capital": ("title: A\nTitle: C", "“title” is here a second time, as “Title”"),
    "a name twice inside": ("signatories:\n- {name: A, name: B}", "line 3: “name” is here a second time"),
    "names of values": (f"a: &a [x, x]\n{NINE}\ntitle: *i", "line 2: a name for a value (&a, *a) is not used here"),
    "a value within itself": ("title: &a [x, *a]", "a name for a value"),
    "a value that is not there": ("title: *a", "a name for a value"),
    "kinds of values": ("title: !x y", "a kind of value (!a) is not used here"),
    "brackets without end": ("title: " + "[" * 20_000, "more than 10 deep"),
    "dashes without end": ("- " * 20_000 + "x", "more than 10 deep"),
    "names in names": ("title: " + "{a: " * 20_000, "more than 10 deep"),
    "a list for a name": ("? [a]\n: b", "a list stands where a name should"),
    "too long": ("own: " + "x" * 200_000, "longer than 200,000 characters"),
    "two in one": ("title: A\n--- B", "line 3: a line begins with --- here"),
    "names where words should be": ("to: {a: 1}", "“to” must be words, or a list of them"),
    "lists in a list of words": ("mover: [[a]]", "“mover” must be words, or a list of them"),
    "a title in brackets": ("title: {x}", "“title” must be words"),
    "a signatory that is empty": ("signatories: ['']", "a signatory has no name"),
    "a day that is none": ("agreed: 2020-13-45", "the date 2020-13-45 cannot be read"),
    "a signatory's day": ("signatories: [{name: A, date: 2027-02-30}]", "the date 2027-02-30 cannot be read"),
}


@pytest.mark.parametrize(("lines", "message"), UNUSABLE.values(), ids=UNUSABLE)
def test_front_matter_that_cannot_be_used(lines: str, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        draft(f"---\n{lines}\n---\n\n{GONE}")
    assert message in caught.value.message
    assert caught.value.help


def test_a_long_crosswalk() -> None:
    lines = "\n".join(f"  {number}A: {number}.IV" for number in range(9_000))
    assert len(facts(f"crosswalk:\n{lines}")["crosswalk"]) == 9_000


# ------------------------------------------------------------------ comments

COMMENTS = {  # in them ~ stands for what is made blank
    "In <!-- the --> 7.IV.1": "In ~~~~~~~~~~~~ 7.IV.1",
    "with “a <!-- b --> lot”": "with “a <!-- b --> lot”",
    'with "a <!-- b --> lot"': 'with "a <!-- b --> lot"',
    "with ‘a <!-- b --> lot’": "with ‘a <!-- b --> lot’",
    "with “a” <!-- or “b” --> and “c”": "with “a” ~~~~~~~~~~~~~~~ and “c”",
    "members’ <!-- or member’s --> votes": "members’ ~~~~~~~~~~~~~~~~~~~~ votes",
    "with “a <!-- b ” -->": "with “a ~~~~~~~~~~~~",
    "> a <!-- b --> lot": "> a <!-- b --> lot",
    "with “a\n<!-- b\n--> c": "with “a\n~~~~~~\n~~~ c",
    "<!-- a": "<!-- a",
    "<!-- a --> b <!-- c": "~~~~~~~~~~ b <!-- c",
}


@pytest.mark.parametrize(("typed", "kept"), COMMENTS.items())
def test_comments(typed: str, kept: str) -> None:
    assert draft(f"{HEAD}## Amendment\n\n{typed}").source.text == f"{HEAD}## Amendment\n\n{kept.replace('~', ' ')}"


def test_a_comment_in_new_words_is_a_question() -> None:
    read = draft(f"{HEAD}## Amendment\n\n{TEN.replace('ten times', 'ten <!-- or nine --> times')}")
    outcome = outcome_of(read, open_rulebook("2026")[0])
    assert outcome.after is None
    assert "new-text-uncertain" in {finding.code for finding in outcome.diagnostics}
