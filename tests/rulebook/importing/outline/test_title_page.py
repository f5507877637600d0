"""What a title page says of the title, the organisation and the edition."""

from __future__ import annotations

import pytest

from tests.rulebook.importing.imported import imported


def test_a_heading_with_words_under_it_names_no_organisation() -> None:
    page = "<h1>Rules</h1><h2>Preamble</h2><p>We unite.</p><h2>Rule 1 Name</h2><p>1.1 X.</p><h2>Rule 2 Aims</h2>"
    assert imported(page, "rules.html").rulebook.organisation == ""


@pytest.mark.parametrize(
    ("lines", "title", "organisation", "edition"),
    [
        (["Rules", "The Dunmere League", "2026 edition"], "Rules", "The Dunmere League", "2026"),
        (["The Dunmere League", "Rules 2026"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "The Dunmere League, 14th March 2026"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "May 2026"], "Rules", "", "2026"),
        (["Rules", "Edition 2026"], "Rules", "", "2026"),
        (["Rules", "14 March 2026", "Edition 7"], "Rules", "", "2026"),
        (["Rules", "Version 3, May 2026"], "Rules", "", "3, May 2026"),
        (["Rules", "14 March 2026", "The Dunmere League"], "Rules", "The Dunmere League", "2026"),
        (["Rules", "As amended by the general meeting, 14 March 2026"], "Rules", "", "2026"),
        (["Rules", "Adopted 3 May 2019, last amended 2026"], "Rules", "", "2026"),
        (["Rules", "Revised: 2026"], "Rules", "", "2026"),
        (["Rules of the Dunmere League", "v1.2.0"], "Rules of the Dunmere League", "Dunmere League", ""),
        (["CONSTITUTION", "OF THE", "DUNMERE LEAGUE"], "CONSTITUTION OF THE DUNMERE LEAGUE", "DUNMERE LEAGUE", ""),
        (["Dunmere League", "of Friends", "Bylaws"], "Bylaws", "Dunmere League of Friends", ""),
        (["Rules", "Write to rules@dunmere.example"], "Rules", "", ""),
        (["Rules", "Agreed Prices Society 2026"], "Rules", "Agreed Prices Society", "2026"),
    ],
)
def test_what_a_title_page_says(lines: list[str], title: str, organisation: str, edition: str) -> None:
    book = imported("\n\n".join((*lines, "1. Name", "1.1 The name is Dunmere.", "1.2 It has branches."))).rulebook
    assert (book.title, book.organisation, book.edition) == (title, organisation, edition)
