"""Books that this tool wrote, in any format, come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amendments.papers.consolidated import consolidated
from bench.books import book
from rulebook.importing.file.paragraphs import pipe_table, squeezed
from rulebook.importing.native import first_difference, native_file
from rulebook.provision import Provision, Rulebook
from tests.rulebook.importing.imported import imported, outline
from tests.shared.trees import rulebooks, without_comments


def comparable(rulebook: Rulebook) -> Rulebook:
    """The book as far as a printed page shows it."""
    bare = without_comments(rulebook)
    return replace(bare, chapters=tuple(one for one in bare.chapters if one.kind != "preamble"), crosswalk=())


@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md"])
@given(seed=st.integers(0, 10**6), words=st.integers(100, 1500))
@settings(max_examples=15)
def test_a_book_that_we_write_comes_back(form: str, seed: int, words: int) -> None:
    rulebook = book(words, seed)
    written = consolidated(rulebook, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}")
    assert first_difference(rulebook, again.rulebook) is None
    assert native_file(again.rulebook, again.places)


@pytest.mark.parametrize("edition", ["2017", "2019", "2026"])
@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md", "pdf"])
def test_the_model_rules_come_back(form: str, edition: str) -> None:
    from rulebook.editions import open_rulebook

    rulebook, _, _ = open_rulebook(edition)
    written = consolidated(rulebook, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}").rulebook
    if form == "pdf":
        exact = set(outline(rulebook)) & set(outline(again))
        assert len(exact) >= 0.98 * len(outline(rulebook))
    else:
        assert first_difference(rulebook, again) is None
        assert again.title == rulebook.title


@pytest.mark.parametrize("form", ["docx", "odt", "html", "txt", "md"])
@given(rulebook=rulebooks())
@settings(max_examples=25)
def test_any_tree_that_we_write_comes_back(form: str, rulebook: Rulebook) -> None:
    printed = seen(comparable(rulebook))
    assume(printed.chapters)
    assume(form != "txt" or "---" not in (printed.title, printed.organisation))  # a first line that is one of YAML's
    written = consolidated(printed, form)
    again = imported(written.encode() if isinstance(written, str) else written, f"rules.{form}").rulebook
    assert first_difference(printed, in_words(again)) is None
    if printed.title:
        assert (again.title, again.organisation) == (printed.title, printed.organisation)


def in_words(rulebook: Rulebook) -> Rulebook:
    """The book, the headings of numbered provisions as their first words: these trees have none, and what a short first
    paragraph is, a printed page does not say."""

    def bare(one: Provision) -> Provision:
        children = tuple(map(bare, one.children))
        if one.kind in ("chapter", "clause", "appendix"):
            return replace(one, children=children)
        text = "\n\n".join(filter(None, (one.heading, one.text)))
        return replace(one, heading="", text=text, children=children)

    return replace(rulebook, chapters=tuple(map(bare, rulebook.chapters)))


def seen(rulebook: Rulebook) -> Rulebook:
    """The book without what nobody sees: soft hyphens, and how a table is typed."""

    def part(text: str) -> str:
        found = []
        for paragraph in text.split("\n\n"):
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in paragraph.split("\n")]
            found.append(pipe_table(rows) if paragraph.startswith("|") else squeezed(paragraph))
        return "\n\n".join(filter(None, found))

    def plain(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(
            replace(
                one,
                heading=squeezed(one.heading),
                text=part(one.text),
                tail=part(one.tail),
                notes=tuple(map(squeezed, one.notes)),
                children=plain(one.children),
            )
            for one in siblings
        )

    return replace(rulebook, chapters=plain(rulebook.chapters))
