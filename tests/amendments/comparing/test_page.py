"""The page that shows a comparison: what is on it, what leads where, and that words are only ever words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.applying.operations import Operation
from amendments.comparing.causes import Cause, Causes, Told
from amendments.comparing.moved_away import placed_sections
from amendments.comparing.outline import sections
from amendments.comparing.page import to_html
from amendments.comparing.reading_order import Places, is_in_tail
from bench.books import book as made_up
from bench.books import edited
from rulebook.comparing.comparison import Comparison, compare
from rulebook.editions import open_rulebook
from rulebook.printed.lines import heading_label, headings_to, printable, printed_label
from rulebook.provision import Provision, Rulebook
from tests.amendments.comparing.page_text import Element, page_of, page_text, read_page
from tests.amendments.comparing.two_books import COMPARISON, book, subclause
from tests.shared.folders import EXAMPLES
from tests.shared.random_amendments import amendments, applied
from tests.shared.trees import rulebooks

GOLDENS = Path(__file__).parent / "pages"
NOT_RULES = ("hidden", "nothing", "way", "out")  # what a cell has besides the words of the rules
MOST_BYTES = 2_000_000


def squeezed(text: str) -> str:
    """The words without the white space, and without the sign for a paragraph's end."""
    return "".join(text.replace("¶", "").split())


def targets(page: Element) -> tuple[list[str], set[str], set[str]]:
    """The ids on a page, those that links lead to, and those that elements are labelled by."""
    every = [one for tag in TAGS for one in page.all(tag)]
    ids = [str(one.attributes["id"]) for one in every if "id" in one.attributes]
    links = {str(one.attributes["href"]).removeprefix("#") for one in page.all("a")}
    return ids, links, {str(one.attributes["aria-labelledby"]) for one in every if "aria-labelledby" in one.attributes}


TAGS = "header nav main section h1 h2 h3 div table input a blockquote".split()


def test_page() -> None:
    page = to_html(COMPARISON, "Open <selection>")
    read = read_page(page)
    assert all(read.all(tag) for tag in ("header", "nav", "main", "fieldset"))
    assert not any(read.all(tag) for tag in ("script", "link", "img", "iframe"))
    assert read.all("html")[0].attributes == {"lang": "en-GB"}
    assert len(read.all("h1")) == 1
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "<title>Open &lt;selection&gt;</title>" in page
    assert "to report &lt;b&gt;*twice*&lt;/b&gt; &amp; {{ more }}." in page
    ids, links, labelled = targets(read)
    assert len(ids) == len(set(ids))
    assert links | labelled <= set(ids)


def test_nothing_is_fetched() -> None:
    page = to_html(COMPARISON, "t")
    assert not re.search(r"https?:|url\(|@import|\bsrc=", page)
    assert all(str(link.attributes["href"]).startswith("#") for link in read_page(page).all("a"))


def test_a_table_has_heads_for_its_columns_and_its_rows() -> None:
    for table in read_page(page_of("examples/declaration-within-thirty-months.md")).all("table"):
        heads = table.all("th")
        assert {head.attributes.get("scope") for head in heads} <= {"col", "rowgroup"}
        assert any(head.attributes.get("scope") == "col" for head in heads)


def test_the_two_columns_hold_both_wordings() -> None:
    read = read_page(to_html(COMPARISON, "Open selection"))
    old = [cell for cell in read.all("td") if "old" in cell.classes]
    new = [cell for cell in read.all("td") if "new" in cell.classes]
    rows = [row for section in sections(COMPARISON) for entry in section.entries for row in entry.rows]
    assert len(rows) == len(old) == len(new)
    for row, left, right in zip(rows, old, new, strict=True):
        words = [piece for piece in (*row.label, *row.pieces)]
        before = squeezed("".join(piece.text for piece in words if piece.kind != "inserted"))
        after = squeezed("".join(piece.text for piece in words if piece.kind != "deleted"))
        aside = ("hidden", "nothing", "way")
        assert squeezed(left.text(aside)) == before
        assert squeezed(right.text((*aside, "del"))) == after
        assert squeezed(right.text((*aside, "ins"))) == before  # in one column


def test_the_rest_of_a_clause_is_folded_under_what_it_is() -> None:
    read = read_page(to_html(compare(*CONTEXT), "t"))
    assert [one.text().strip() for one in read.all("summary")] == [
        "Changes",
        "5.IV.1 stays as it is",
        "5.IV.2.B stays as it is",
    ]
    assert all("open" not in fold.attributes for fold in read.all("details")[1:])
    context = [row for row in read.all("tbody") if "stays" in row.classes and not row.all("details")]
    assert [" ".join(one.text().split()) for one in context] == ["2. Candidates are selected in this order:"]


LONG = "The branch shall report on its work to the general meeting once in each year, and whenever it is asked to."
CONTEXT = [
    book(
        subclause("1", LONG),
        subclause(
            "2",
            "Candidates are selected in this order:",
            Provision("paragraph", "A", "", f"by {number} nominations;"),
            Provision("paragraph", "B", "", LONG),
        ),
    )
    for number in ("two", "three")
]


def test_what_is_folded_says_if_it_is_renumbered() -> None:
    before = book(subclause("1", "The chair presides."), subclause("2", LONG), subclause("3", f"{LONG} {MOVED}"))
    after = book(subclause("1", LONG), subclause("2", f"{LONG} {MOVED}"))
    page = to_html(compare(before, after), "t")
    assert "<summary>5.IV.1 to 5.IV.2 stay as they are, under other numbers</summary>" in page
    assert "line: [-(deleted:) 2.-] {+(inserted:) 1.+} The branch shall report" in page_text(page, folded=True)


def test_renumbering_is_apart_from_substance() -> None:
    text = page_text(to_html(COMPARISON, "t"))
    assert "p: 2 provisions change, 2 are inserted and 2 are deleted.\n" in text
    assert "p: Apart from that, 1 is renumbered, and says what it said.\n" in text
    only = page_text(to_html(replace(COMPARISON, changes=()), "t"))
    assert "p: No words change.\n  p: 1 is renumbered, and says what it said.\n" in only


# ------------------------------------------------------------------ moved


MOVED = "The treasurer shall keep the accounts of the branch and show them to every member who asks."


def test_what_was_moved_stands_where_it_is_and_leads_to_where_it_was() -> None:
    before = book(subclause("1", MOVED), subclause("2", LONG), subclause("3", "The chair presides."))
    after = book(subclause("1", LONG), subclause("2", "The chair presides."), subclause("3", MOVED))
    read = read_page(to_html(compare(before, after), "t"))
    [gone, come] = [row for row in read.all("tbody") if "change" in row.classes]
    assert "5.IV.1 moved away This was moved from here; it is now 5.IV.3." in " ".join(gone.text().split())
    assert "5.IV.1 → 5.IV.3 moved Moved here from where 5.IV.1 stood." in " ".join(come.text().split())
    assert gone.all("a")[0].attributes["href"] == f"#{come.all('h3')[0].attributes['id']}"
    assert come.all("a")[0].attributes["href"] == f"#{gone.all('h3')[0].attributes['id']}"
    assert squeezed(MOVED) not in squeezed(gone.text())
    assert [one.text(("hidden",)) for one in come.all("ins") + come.all("del")] == ["3.", "1.", "1."]


def test_a_sentence_that_was_moved_leads_to_where_it_is() -> None:
    before = book(subclause("1", f"{LONG} {MOVED}"), subclause("2", "The chair presides at meetings."))
    after = book(subclause("1", LONG), subclause("2", f"The chair presides at meetings. {MOVED}"))
    page = to_html(compare(before, after), "t")
    read = read_page(page)
    assert {link.text() for link in read.all("a") if "way" in link.classes} == {
        "[moved to 5.IV.2]",
        "[moved from 5.IV.1]",
    }
    assert all("moved" in one.classes for one in (*read.all("main")[0].all("del"), *read.all("main")[0].all("ins")))


def test_words_that_come_twice_are_not_moved() -> None:
    before = book(subclause("1", f"{LONG} {MOVED}"), subclause("2", "One presides."), subclause("3", "Two preside."))
    after = book(
        subclause("1", LONG), subclause("2", f"One presides. {MOVED}"), subclause("3", f"Two preside. {MOVED}")
    )
    assert 'class="way"' not in to_html(compare(before, after), "t")


# ------------------------------------------------------------------ instructions


def test_each_change_and_its_instruction_lead_to_one_another() -> None:
    read = read_page(page_of("examples/declaration-within-thirty-months.md"))
    told = {str(one.attributes["id"]): one for one in read.all("div") if "instruction" in one.classes}
    shown = {str(row.all("h3")[0].attributes["id"]): row for row in read.all("tbody") if "change" in row.classes}
    assert len(told) == 29
    to_told = {(name, link) for name, row in shown.items() for link in links_of(row) if link in told}
    to_shown = {(link, name) for name, one in told.items() for link in links_of(one) if link in shown}
    assert {name for name, _ in to_told} == {name for name, row in shown.items() if "moved away" not in row.text()}
    assert to_told <= to_shown


def links_of(element: Element) -> list[str]:
    return [str(link.attributes["href"]).removeprefix("#") for link in element.all("a")]


def test_a_change_that_no_instruction_explains_says_so() -> None:
    unexplained = {(change.before, change.after): CAUSELESS for change in COMPARISON.changes}
    page = to_html(COMPARISON, "t", Causes("draft.md", (), ((),), unexplained))
    assert page.count("No single instruction explains this") == len(sections(COMPARISON)[0].entries)


CAUSELESS = Cause()


# ------------------------------------------------------------------ properties

changed_books = st.tuples(rulebooks(), rulebooks())


@settings(max_examples=60)
@given(changed_books)
def test_everything_is_in_reading_order_and_links_lead_somewhere(pair: tuple[Rulebook, Rulebook]) -> None:
    comparison = compare(*pair)
    for _, placed in placed_sections(Places(comparison)):
        places = [one.place for one in placed]
        assert places == sorted(places)
    ids, links, labelled = targets(read_page(to_html(comparison, "t")))
    assert len(ids) == len(set(ids))
    assert links | labelled <= set(ids)


@settings(max_examples=60)
@given(changed_books)
def test_the_page_has_all_of_both_books(pair: tuple[Rulebook, Rulebook]) -> None:
    assert_whole(compare(*pair))


@settings(max_examples=60)
@given(amendments())
def test_the_page_has_all_of_the_rules_as_amended(amendment: tuple[Rulebook, list[Operation]]) -> None:
    assert_whole(compare(amendment[0], applied(*amendment).rulebook))


@pytest.mark.parametrize("seed", range(4))
def test_the_page_has_all_of_a_book_with_a_few_edits(seed: int) -> None:
    before = made_up(3_000, seed)
    assert_whole(compare(before, edited(before, 12, seed)))


def test_the_page_has_all_of_an_edition() -> None:
    assert_whole(compare(*(open_rulebook(name)[0] for name in ("2017", "2026"))))


def assert_whole(comparison: Comparison) -> None:
    """What changed, what stays beside it, and the clauses that have no change: every word of either book once."""
    if not comparison.changes:
        return
    main = read_page(to_html(comparison, "t")).all("main")[0]
    said = [change for change in comparison.changes if not is_in_tail(change)]
    sides = (
        (comparison.before, {change.before for change in said}, "new", "ins"),
        (comparison.after, {change.after for change in said}, "old", "del"),
    )
    for rules, changed, other_column, other_mark in sides:
        shown: Counter[str] = Counter()
        for line in _lines(main, other_column):
            text = line.text((*NOT_RULES, other_mark))
            shown.update(WORD.findall(text.removeprefix("Note: ") if "note" in line.classes else text))
        expected: Counter[str] = Counter()
        for path, one in rules.walk():
            parts = [one.text, one.tail, *one.notes]
            if headings_to(rules, path) < len(path):
                parts += [printed_label(one), one.heading]
            elif path in changed:  # else it stands over what is under it, and is no line of its own
                parts += [heading_label(rules, path), one.heading]
            expected.update(WORD.findall(" ".join(map(printable, parts))))
        assert shown == expected


WORD = re.compile(r"\w+")


def _lines(element: Element, other_column: str) -> list[Element]:
    """The lines of one of the wordings: all but those in the column of the other."""
    cells = [part for part in element.inside if isinstance(part, Element) and other_column not in part.classes]
    return [line for part in cells for line in ([part] if "line" in part.classes else _lines(part, other_column))]


LOOKALIKES = "<script> </main> {{ title }} {% if %} {# #} &amp; &lt; <!-- --> [x](y) #set \\input ]]> \" ' > & <b> `a` ~~x~~ **y**".split(
    " "
)
hostile = st.lists(
    st.one_of(st.sampled_from(LOOKALIKES), st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=5)),
    min_size=1, max_size=6,
).map(" ".join)  # fmt: skip


@settings(max_examples=80)
@given(hostile, hostile, hostile, hostile)
def test_what_looks_like_markup_is_shown_as_the_text_it_is(old: str, new: str, heading: str, title: str) -> None:
    """In the rules, their headings and edition, and the title: the page has the elements that it always has."""
    start, end = "The start is", "and here is the end."
    before = book(subclause("1", f"{start} {old} {end}"), heading=heading, edition=old or "1")
    after = book(subclause("1", f"{start} {new} {end}"), heading=heading, edition=new or "2")
    read = read_page(to_html(compare(before, after), title))
    assert squeezed(read.all("h1")[0].text()) == (squeezed(title) or "Whatchanges")
    assert squeezed(read.all("h2")[1].text() if compare(before, after).changes else heading).endswith(squeezed(heading))
    assert not any(read.all(tag) for tag in ("script", "b", "img"))
    for cell in read.all("td"):
        for words in (old, new) if cell.all("div") else ():
            if ("old" in cell.classes) == (words is old):
                text = cell.text(("hidden", "del" if words is new else "ins", "label", "out"))
                assert squeezed(text) == squeezed(f"{start} {words} {end}")


@settings(max_examples=30)
@given(hostile)
def test_an_instruction_that_looks_like_markup_is_shown_as_the_text_it_is(words: str) -> None:
    told = Told(1, words, 1)
    read = read_page(to_html(COMPARISON, "t", replace(NO_CAUSES, told=(told,), draft=words)))
    assert squeezed(read.all("blockquote")[0].text()) == squeezed(words)
    assert not any(read.all(tag) for tag in ("script", "b", "img"))


NO_CAUSES = Causes("draft.md", (), ((),), {(change.before, change.after): CAUSELESS for change in COMPARISON.changes})


# ------------------------------------------------------------------ size, and two pages as they are


def test_the_page_of_a_long_book_is_small_enough_to_send() -> None:
    before = made_up(60_000)
    page = to_html(compare(before, edited(before, 100)), "A hundred changes")
    assert len(page.encode()) < MOST_BYTES


@pytest.mark.parametrize("draft", ["two-thirds-each-section", "keep-trigger-clearer-count"])
def test_golden(draft: str) -> None:
    """The text of the page. To write it anew, remove the file, run this twice, and read what changed."""
    golden = GOLDENS / f"{draft}.txt"
    text = page_text(page_of(str(EXAMPLES / f"{draft}.md")))
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
        pytest.fail(f"{golden.name} was not there, and was written")
    assert text == golden.read_text(encoding="utf-8")
