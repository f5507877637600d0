"""Redlines: keeping what is new gives the new book as it is printed, keeping what is old the old one.

A case of `CASES` has what stands under one heading in the old rules, in the new rules and in the redline of both. In the
redline `-` begins a paragraph that goes, `+` one that comes, `<` and `>` one that moves, and within a line `[-words-]`
go and `{+words+}` come.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from lxml import etree

from amendments.comparing.redlines.annexed import touched
from amendments.comparing.redlines.document import redline_document
from amendments.comparing.redlines.marked_paragraphs import CAME, LEFT, Paragraph, Pieces, lines_of
from amendments.comparing.redlines.redline import redline
from amendments.comparing.redlines.tracked_changes import By, TrackedChanges, W
from amendments.setting_out.edition import printed_edition
from bench.amending import amendment
from bench.redlines import provisions
from rulebook.comparing.comparison import compare
from rulebook.importing.importer import import_rulebook
from rulebook.printed.lines import Line, plain, provision_lines, unmarked
from rulebook.provision import Provision, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.wording import DELETED, INSERTED, SAME
from tests.shared.trees import rulebooks

BY = By("Barchester CLP", "2027-05-13")
FRONT = "---\ntitle: Rules\n---\n\n# Chapter 1 Aims\n\n## Clause I Names\n\n"
SIGNS = {SAME: "  ", DELETED: "- ", INSERTED: "+ ", LEFT: "< ", CAME: "> "}

CASES = {
    "words": (
        "1. A member joins within 28 days.", "1. A member joins within 42 days of it.",
        "  1. A member joins within [-28-]{+42+} days{+ of it+}.",
    ),
    "a provision put in, and those after it renumbered": (
        "1. One is here.\n\n2. Three is here.", "1. One is here.\n\n2. Two is new.\n\n3. Three is here.",
        """
          1. One is here.
        + 2. Two is new.
          [-2-]{+3+}. Three is here.
        """,
    ),
    "a provision taken out": (
        "1. One is here.\n\n2. Two is here.\n\n3. Three is here.", "1. One is here.\n\n2. Three is here.",
        """
          1. One is here.
        - 2. Two is here.
          [-3-]{+2+}. Three is here.
        """,
    ),
    "a provision that moves to another place and number": (
        "1. The branches send two delegates each.\n\n2. Two is here.\n\n3. Three is here.",
        "1. Two is here.\n\n2. Three is here.\n\n3. The branches send two delegates each.",
        """
        < 1. The branches send two delegates each.
          [-2-]{+1+}. Two is here.
          [-3-]{+2+}. Three is here.
        > 3. The branches send two delegates each.
        """,
    ),
    "what is gone stands before the next heading, and what is new there after it": (
        "1. One is here.\n\n2. Two was here.", "1. One is here.\n\n## Clause II New\n\n1. Another.",
        """
          1. One is here.
        - 2. Two was here.
        + Clause II New
        + 1. Another.
        """,
    ),
    "what is put under one that stays comes before what is gone after that": (
        "1. One is here:\n\n    A. first.\n\n2. Two was here.", "1. One is here:\n\n    A. first.\n\n    B. second.",
        """
          1. One is here:
          A. first.
        + B. second.
        - 2. Two was here.
        """,
    ),
    "a heading": ("1. One.\n\n## Clause II Money\n\n1. Two.", "1. One.\n\n## Clause II Fees\n\n1. Two.", """
          1. One.
          Clause II [-Money-]{+Fees+}
          1. Two.
        """),
    "a paragraph within a provision": ("1. One is here.\n\n    So be it.", "1. One is here.", """
          1. One is here.
        - So be it.
        """),
    "words after a list": (
        "1. One:\n\n    A. first.\n\n    This is so.", "1. One:\n\n    A. first.\n\n    This is not so.",
        """
          1. One:
          A. first.
          This is{+ not+} so.
        """,
    ),
    "new words at the end, and at the beginning of the next paragraph": (
        "1. One is here\n\n    So be it.", "1. One is here now\n\n    Then so be it.",
        """
          1. One is here{+ now+}
          [-So-]{+Then so+} be it.
        """,
    ),
    "new words at the end, before a provision that comes": (
        "1. The branches send two delegates each.\n\n2. Two is here.\n\n3. Three is here",
        "1. Two is here.\n\n2. Three is here now\n\n3. The branches send two delegates each.",
        """
        < 1. The branches send two delegates each.
          [-2-]{+1+}. Two is here.
          [-3-]{+2+}. Three is here{+ now+}
        > 3. The branches send two delegates each.
        """,
    ),
    "a row of a table put in, one taken out and a cell": (
        "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £20 |\n    | Life | £500 |",
        "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £25 |\n    | Union of crafts | £8 |",
        """
          1. Fees:
          | Kind | Fee |
          | Full | £[-20-]{+25+} |
        - | Life | £500 |
        + | Union of crafts | £8 |
        """,
    ),
    "a column: the whole table": (
        "1. Fees:\n\n    | Kind |\n    | --- |\n    | Full |", "1. Fees:\n\n    | Kind | Fee |\n    | --- | --- |\n    | Full | £25 |",
        """
          1. Fees:
        - | Kind |
        - | Full |
        + | Kind | Fee |
        + | Full | £25 |
        """,
    ),
}  # fmt: skip


def book(written: str) -> Rulebook:
    return read_rulebook(Source("rules.md", f"{FRONT}{written}\n"))[0]


def shown(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The paragraphs in the notation of the cases, from the first that is no heading of the front."""
    for one in paragraphs:
        for row in one.rows:
            yield SIGNS[row.mark] + "| " + " | ".join(words(row.mark, cell) for cell in row.cells) + " |"
        if not one.rows:
            yield SIGNS[one.mark] + " ".join(filter(None, (words(one.mark, one.label), words(one.mark, one.pieces))))


def words(mark: str, pieces: Pieces) -> str:
    """Within a paragraph to which something happens as a whole, nothing is marked."""
    signs = {DELETED: "[-{}-]", INSERTED: "{{+{}+}}"} if mark == SAME else {}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in pieces)


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_cases(old: str, new: str, expected: str) -> None:
    found = list(shown(lossless(book(old), book(new))))[3:]  # the title and the headings of FRONT
    assert found == [re.sub(r"^ {8}", "", line) for line in expected.split("\n") if line.strip()]


def lines(rulebook: Rulebook) -> list[Line]:
    page, said = printed_edition(rulebook), unmarked(rulebook)
    front = [Line(plain(page.title), kind="title"), Line(plain(page.subtitle), kind="subtitle")]
    found = [line for place in range(len(rulebook.chapters)) for line in provision_lines(rulebook, (place,), said)]
    return [
        Line(() if one.rows else one.runs, one.label, one.depth, one.kind, one.level, rows=one.rows)
        for one in [*front, *found]
        if one.text or one.kind != "subtitle"
    ]


def lossless(before: Rulebook, after: Rulebook) -> tuple[Paragraph, ...]:
    found = redline(compare(before, after))
    assert list(lines_of(found, new=True)) == lines(after)
    assert list(lines_of(found, new=False)) == lines(before)
    return found


@given(rulebooks(), rulebooks())
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_between_any_two_books(before: Rulebook, after: Rulebook) -> None:
    lossless(before, after)


# ---------------------------------------------------------------- as a Word document


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
