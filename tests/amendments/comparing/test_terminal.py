"""A comparison on a terminal."""

from __future__ import annotations

import click
import pytest

from amendments.comparing.documents import to_markdown
from amendments.comparing.page import to_html
from amendments.comparing.terminal import render
from rulebook.comparing.comparison import compare
from tests.amendments.comparing.two_books import COMPARISON, book, subclause

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
