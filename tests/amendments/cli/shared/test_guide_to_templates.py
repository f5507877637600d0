"""The page about templates: its examples set papers, and it lists all that a template is given."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from amendments.cli.shared.guides import TEMPLATES, for_terminal, template_examples
from amendments.cli.shared.guides import text as page
from amendments.papers.formats import functions, render_paper
from amendments.papers.paper import Paper, Part
from amendments.setting_out.own.sandbox import GLOBALS
from rulebook.printed.lines import Line
from tests.amendments.setting_out.own.templates_by_name import DOT, PAPER, own


@pytest.mark.parametrize(("file", "template"), template_examples(), ids=lambda value: value[:30])
def test_an_example_of_the_page_sets_a_paper(file: str, template: str) -> None:
    from amendments.setting_out.edition import render_rulebook
    from rulebook.editions import open_rulebook

    used = own(**{file.replace(".", "__"): template}, logo__png=DOT)
    format = "pdf" if file.endswith(".typ") else file.split(".")[1]
    if file.startswith("motion"):
        made: str | bytes = render_paper(PAPER, format, own=used)
    else:
        made = render_rulebook(open_rulebook("2019")[0], format, ((0,),), own=used)
    words = {"pdf": b"%PDF", "txt": "BUSES"}.get(format, "Buses" if file.startswith("motion") else "Model Rules")
    assert words in made  # type: ignore[operator]


def listed(before: str) -> set[str]:
    """The names in the table that follows some words of the page."""
    table = page(TEMPLATES).split(before, 1)[1].split("\n\n")[1]
    return {row.split("|")[1].strip(" `").split("(")[0] for row in table.splitlines()[2:]}


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("What a paper has", lambda: public(Paper)),
        ("What a part has", lambda: public(Part)),
        ("What a line has", lambda: public(Line)),
        ("What a template may call", lambda: {*functions(), "picture"}),
    ],
)
def test_the_page_lists_all_that_a_template_is_given(before: str, names: Callable[[], set[str]]) -> None:
    assert listed(before) == names()
    assert "picture" in GLOBALS


def public(of: type) -> set[str]:
    names = {field.name for field in dataclasses.fields(of)}  # type: ignore[arg-type]
    return names | {name for name, value in vars(of).items() if isinstance(value, property) and name[0] != "_"}


def test_the_page_fits_a_terminal() -> None:
    assert max(map(len, for_terminal(TEMPLATES).splitlines())) <= 80
