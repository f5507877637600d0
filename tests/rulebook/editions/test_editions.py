"""The model rules that come with the tool."""

from __future__ import annotations

from importlib.resources import files

import pytest

from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.writing.markdown import to_markdown
from rulebook.writing.plain_text import to_text
from tests.rulebook.reading.any_text import read
from tests.shared.trees import without_comments


@pytest.mark.parametrize("edition", ["2017", "2019", "2026"])
def test_the_bundled_editions_read_without_a_finding_and_write_back(edition: str) -> None:
    text = files("rulebook").joinpath(f"editions/{edition}.md").read_text(encoding="utf-8")
    rulebook, found = read_rulebook(Source(edition, text))
    assert not found
    assert to_markdown(rulebook) == text
    assert read(to_text(rulebook)).chapters == without_comments(rulebook).chapters
