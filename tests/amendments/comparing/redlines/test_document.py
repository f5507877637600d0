"""Redlines as Word documents: the changes are as Word wants them, and can be accepted and rejected exactly."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from lxml import etree

from amendments.comparing.redlines.annexed import touched
from amendments.comparing.redlines.document import redline_document
from amendments.comparing.redlines.marked_paragraphs import Paragraph
from amendments.comparing.redlines.redline import redline
from amendments.comparing.redlines.tracked_changes import By, TrackedChanges, W
from bench.amending import amendment
from bench.redlines import provisions
from rulebook.comparing.comparison import compare
from rulebook.importing.importer import import_rulebook
from rulebook.provision import Provision, Rulebook
from tests.amendments.comparing.redlines.cases import book
from tests.shared.trees import rulebooks

BY = By("Barchester CLP", "2027-05-13")


def blocks(paragraphs: Sequence[Paragraph]) -> etree._Element:
    body = etree.Element(f"{W}body")
    body.extend(TrackedChanges(BY, 1).blocks(paragraphs))
    return body


@given(rulebooks(), rulebooks())
@settings(max_examples=30, deadline=None)
def test_the_changes_are_as_word_wants_them(before: Rulebook, after: Rulebook) -> None:
    paragraphs = redline(compare(before, after))
    for chosen in (paragraphs, touched(paragraphs)):
        body = blocks(chosen)
        changes = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
        numbers = [one.get(f"{W}id") for one in body.iter() if one.get(f"{W}id") and not one.tag.endswith("End")]
        assert len(numbers) == len(set(numbers))
        for one in body.iter(*changes):
            assert one.get(f"{W}author") and one.get(f"{W}date")
            assert not changes & {above.tag for above in one.iterancestors()}
        for one in body.iter(f"{W}delText", f"{W}t"):
            within = next((above.tag for above in one.iterancestors(*changes)), "")
            assert (one.tag == f"{W}delText") == (within == f"{W}del")
        left, came = (
            Counter(one.get(f"{W}name") for one in body.iter(f"{W}{name}RangeStart")) for name in ("moveFrom", "moveTo")
        )
        assert left == came and set(left.values()) <= {1}
        for name in ("moveFrom", "moveTo"):
            starts, ends = (
                [one.get(f"{W}id") for one in body.iter(f"{W}{name}Range{end}")] for end in ("Start", "End")
            )
            assert starts == ends
        assert not any(one.tag == after.tag == f"{W}tbl" for one, after in pairwise(body))


HOSTILE = {
    "markup of XML": "<w:t>a</w:t> &amp; ]]> <!-- x -->",
    "markup of other kinds": "#set text(red) [x](y) **b** {{ all }} {% x %} \\input{x} $1$",
    "a script": "<script>alert(1)</script>",
    "from right to left": "שלום עולם و‏العربية",
    "signs made of several": "👩‍👩‍👧 e\u0301 \U0001d518 नमस्ते",
    "spaces": "a\u00a0b  c\u2009d",
    "a very long word": "x" * 70_000,
    "very many words": "and so on " * 5_000 + "end",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_comes_through_as_the_text_it_is(text: str) -> None:
    old = book("1. One is here.\n\n2. Two is here.")
    clause = old.chapters[0].children[0]
    first, second = clause.children
    new = replace(
        old, title=f"Rules {text}", organisation=text,
        chapters=(replace(old.chapters[0], children=(replace(
            clause, heading=f"Names {text}",
            children=(replace(first, text=f"{text} One is here."), Provision("subclause", "2", "", text), replace(second, label="3")),
        ),)),),
    )  # fmt: skip
    data = redline_document(compare(old, new), By(text[:200], "2027-05-13"))
    root = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    found = ["".join(one.text for one in paragraph.iter(f"{W}t")) for paragraph in root.iter(f"{W}p")]
    assert [words for words in found if words][:-1] == [  # what is deleted has no words here
        f"Rules {text}", text, "Chapter 1 Aims", f"Clause I Names {text}", f"1.{text} One is here.", f"2.{text}", "3.Two is here.",
    ]  # fmt: skip


def test_control_characters_are_left_out() -> None:
    old = book("1. One is here.")
    clause = old.chapters[0].children[0]
    new = replace(
        old, chapters=(replace(old.chapters[0], children=(replace(clause, heading="Na\x00m\x1bes\ufffe \x85"),)),)
    )
    data = redline_document(compare(old, new), BY)
    assert "Names" in "".join(etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml")).itertext())


@pytest.mark.parametrize("seed", range(12))
def test_an_amendment_accepted_and_rejected_by_our_own_reader(seed: int) -> None:
    one = amendment(seed)
    data = redline_document(compare(one.before, one.after), BY)
    for tracked, expected in (("accept", one.after), ("reject", one.before)):
        assert provisions(import_rulebook(data, "redline.docx", tracked=tracked).rulebook) == provisions(expected)


@given(rulebooks(), rulebooks())
@settings(max_examples=8, deadline=None)
def test_the_reader_finds_either_book_as_if_it_stood_alone(before: Rulebook, after: Rulebook) -> None:
    data = redline_document(compare(before, after), BY)
    for tracked, one in (("accept", after), ("reject", before)):
        alone = redline_document(compare(one, replace(one)), BY)
        expected = import_rulebook(alone, "rules.docx").rulebook
        assert provisions(import_rulebook(data, "redline.docx", tracked=tracked).rulebook) == provisions(expected)


def test_the_same_bytes_whenever_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    one = amendment(3)
    first = redline_document(compare(one.before, one.after), BY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # what pandoc takes for the time
    assert redline_document(compare(one.before, one.after), BY) == first
