"""What stands round the pages: heads and feet that repeat, page numbers, and numbers of lines."""

from __future__ import annotations

import pytest

from rulebook.importing.pdf.line_numbers import line_numbers
from rulebook.importing.pdf.running_heads import Shown, running

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split()


def _pages(number: int, head: str = "", foot: str = "", first: int = 1, top: float | None = 40.0) -> list[list[Shown]]:
    """Pages with a body of their own; {n} and {c} in the head and foot are the page and the chapter it is in."""
    pages = []
    for page in range(number):
        values = {"n": page + first, "c": f"Chapter {page // 3 + 1} {WORDS[page // 3]}"}
        lines = [
            Shown(f"{WORDS[(page + line) % 12]} {page} {line} shall be so", top and top + 30 + 14 * line)
            for line in range(8)
        ]
        if head:
            lines.insert(0, Shown(head.format(**values), top))
        if foot:
            lines.append(Shown(foot.format(**values), top and top + 700))
        pages.append(lines)
    return pages


# head, foot, number of the first page, what is dropped on the third page, its number
BOOKS = [
    ("Rules of the League", "", 1, ["Rules of the League"], "3"),
    ("", "{n}", 1, ["3"], "3"),
    ("", "{n}", 9, ["11"], "11"),
    ("", "- {n} -", 1, ["- 3 -"], "3"),
    ("", "Page {n} of 98", 1, ["Page 3 of 98"], "3"),
    ("", "{n} | Rule Book", 5, ["7 | Rule Book"], "7"),
    ("Rule Book\t{c}", "{n}", 1, ["Rule Book\tChapter 1 alpha", "3"], "3"),
    ("{c}\t{n}", "", 1, ["Chapter 1 alpha\t3"], "3"),
    ("", "March 2031 p{n} of 9", 1, ["March 2031 p3 of 9"], "3"),
    ("", "Bylaws, p. {n} (rev. 4)", 5, ["Bylaws, p. 7 (rev. 4)"], "7"),
    ("", "v2 {n}/12 of 2031", 1, ["v2 3/12 of 2031"], "3"),
    ("", "", 1, [], "3"),
]


@pytest.mark.parametrize("top", [40.0, None])
@pytest.mark.parametrize("head, foot, first, dropped, number", BOOKS)
def test_what_repeats_is_dropped(
    head: str, foot: str, first: int, dropped: list[str], number: str, top: float | None
) -> None:
    pages = _pages(10, head, foot, first, top)
    found = running(pages)[2]
    assert [pages[2][place].text for place in sorted(found.dropped)] == dropped
    assert found.number == number


def test_chapters_that_begin_pages_stay() -> None:
    pages = _pages(9)
    for number, page in enumerate((0, 3, 6), 1):
        pages[page].insert(0, Shown(f"Chapter {number}", 60.0))
    assert not any(one.dropped for one in running(pages))


def test_left_and_right_pages_may_differ() -> None:
    pages = _pages(10)
    for number, page in enumerate(pages):
        page.insert(0, Shown(f"The League\t{number + 1}" if number % 2 else f"{number + 1}\tRule Book", 40.0))
    assert all(list(one.dropped) == [0] for one in running(pages))


# numbers at the edge of the lines, how many of them count the lines
MARGINS = [
    ([None, None, None, None, 5, None, None, None, None, 10, None], 2),
    ([1, 2, 3, 4, 5, 6], 6),
    ([1, None, None, 2, None, 3, None, None], 0),
    ([2018, None, 40], 0),
    ([None, None], 0),
]


@pytest.mark.parametrize("numbers, count", MARGINS)
def test_numbers_of_lines(numbers: list[int | None], count: int) -> None:
    assert len(line_numbers(numbers)) == count


CHAPTERS = [
    "Article I. Name",
    "Article II. Members",
    "Article II. Members",
    "Article III. Officers",
    "Article V. Dues",
    "Article VI. Votes",
]


@pytest.mark.parametrize("own_headings", [True, False])
def test_heads_that_name_the_chapter_of_the_page(own_headings: bool) -> None:
    pages = _pages(len(CHAPTERS))
    for page, head in zip(pages, CHAPTERS, strict=True):
        if own_headings:
            page.insert(2, Shown(head.upper().replace(". ", " "), 90.0))
        page.insert(0, Shown(head, 40.0))
    dropped = [pages[number][place].text for number, one in enumerate(running(pages)) for place in sorted(one.dropped)]
    assert dropped == (CHAPTERS if own_headings else [])
