"""Pages as Chromium shows them: nothing that axe-core objects to, and nothing cut off.

Skipped where Chromium is not installed, and in part where axe-core is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.comparing.page import to_html
from bench.chromium import Browser, axe, missing
from rulebook.comparing.comparison import compare
from rulebook.editions import open_rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from tests.amendments.comparing.page_text import page_of
from tests.amendments.papers.kept import FOLDER as PAPERS_FOLDER
from tests.amendments.papers.kept import PAPERS
from tests.shared.folders import EXAMPLES

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "never")

DRAFTS = ("declaration-within-thirty-months", "keep-trigger-clearer-count", "trigger-quorum")
MOVES = """\
Move paragraph C of Chapter 5, Clause IV, sub-clause 2 to before paragraph A and reletter accordingly.

Move the last sentence of Chapter 7, Clause III, sub-clause 3 to the end of Chapter 7, Clause III, sub-clause 1.
"""
_TABLE = "# Chapter 1 Fees\n\n1. The fee:\n\n    | Members | Fee |\n    | --- | --- |\n    | all | £{} |\n"
TABLES = (_TABLE.format(20), _TABLE.format(25))
EDITIONS = ("2017", "2026")
WIDTHS, SCHEMES = (360, 800, 1280), ("light", "dark")
AXE_RUNS = """
axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(found =>
  found.violations.map(one => [one.id, one.help, one.nodes.map(node => node.html.slice(0, 200)).slice(0, 3)]))
"""
CUT_OFF = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages by name: of drafts, and of whole editions."""
    made = {draft: page_of(str(EXAMPLES / f"{draft}.md")) for draft in DRAFTS}
    made["moves"] = page_of(MOVES)
    made["a table"] = to_html(compare(*(read_rulebook(Source("r.md", text))[0] for text in TABLES)), "A table")
    old, new = (open_rulebook(name)[0] for name in EDITIONS)
    made["editions"] = to_html(compare(old, new), "Two editions")
    folder = tmp_path_factory.mktemp("pages")
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


NAMES = (*DRAFTS, "moves", "a table", "editions")


@pytest.mark.skipif(bool(missing(with_axe=True)), reason=missing(with_axe=True) or "never")
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_violation(browser: Browser, pages: dict[str, Path], name: str) -> None:
    """At three widths, in light and dark, side by side and in one column, folded and open."""
    shown_well(browser, pages[name])
    browser.run("document.querySelectorAll('.stays details').forEach(one => one.open = true)")
    browser.run("document.getElementById('one-column').click()")
    for scheme in SCHEMES:
        browser.look(800, scheme)
        assert browser.run(AXE_RUNS) == [], scheme
        assert browser.run(CUT_OFF) <= 0, scheme


def test_the_switch_works_from_the_keyboard(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["declaration-within-thirty-months"])
    old = "getComputedStyle(document.querySelector('td.old')).display"
    assert browser.run(old) == "table-cell"
    browser.run("document.getElementById('side-by-side').focus()")
    for kind in ("rawKeyDown", "keyUp"):
        browser.say("Input.dispatchKeyEvent", type=kind, key="ArrowRight", code="ArrowRight", windowsVirtualKeyCode=39)
    assert browser.run("document.activeElement.id") == "one-column"
    assert browser.run(old) == "none"
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert browser.run("getComputedStyle(document.querySelector('.out')).display") == "inline"


def test_a_phone_has_one_column_and_no_switch(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["declaration-within-thirty-months"], 360)
    assert browser.run("getComputedStyle(document.querySelector('td.old')).display") == "none"
    assert browser.run("getComputedStyle(document.querySelector('.view')).display") == "none"


def test_print_has_no_switch_and_shows_what_matters(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["declaration-within-thirty-months"], media="print")
    browser.run("document.querySelector('.matters').open = false")
    assert browser.run("getComputedStyle(document.querySelector('.view')).display") == "none"
    assert browser.run("document.querySelector('.numbers').getBoundingClientRect().height") > 20
    for mark, line in (("ins", "underline"), ("del", "line-through")):
        assert line in browser.run(f"getComputedStyle(document.querySelector('main {mark}')).textDecorationLine")
        assert browser.run(f"getComputedStyle(document.querySelector('main {mark}')).color") == "rgb(0, 0, 0)"


# ---------------------------------------------------------------- papers, rules and the report of an import


def shown_well(browser: Browser, page: Path) -> None:
    """Nothing that axe-core objects to and nothing cut off, at three widths, in light and dark."""
    script = axe()
    assert script is not None
    browser.show(page)
    browser.run(script.read_text(encoding="utf-8") + ";0")
    for width in WIDTHS:
        for scheme in SCHEMES:
            browser.look(width, scheme)
            assert browser.run(AXE_RUNS) == [], (width, scheme)
            assert browser.run(CUT_OFF) <= 0, (width, scheme)


@pytest.mark.skipif(bool(missing(with_axe=True)), reason=missing(with_axe=True) or "never")
@pytest.mark.parametrize("name", PAPERS)
def test_papers(browser: Browser, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PAPERS_FOLDER)
    out = tmp_path / "paper.html"
    assert run(["motion", *PAPERS[name].replace("--line-numbers", "").split(), "-o", str(out)]) == 0
    shown_well(browser, out)


@pytest.mark.skipif(bool(missing(with_axe=True)), reason=missing(with_axe=True) or "never")
def test_the_whole_rules(browser: Browser, tmp_path: Path) -> None:
    for name, typed in (("rules", ""), ("with notes", "--notes")):
        out = tmp_path / f"{name}.html"
        assert run(["apply", str(EXAMPLES / "trigger-quorum.md"), *typed.split(), "-o", str(out)]) == 0
        shown_well(browser, out)


@pytest.mark.skipif(bool(missing(with_axe=True)), reason=missing(with_axe=True) or "never")
def test_the_report_of_an_import(browser: Browser, tmp_path: Path) -> None:
    text = "Chapter 1 A\nClause I B\n1. One that is bro-\nken.\n4. Four.\n\nWords without a number.\n\n12\n"
    (tmp_path / "pasted.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "report.html"
    assert run(["import", str(tmp_path / "pasted.txt"), "-o", str(tmp_path / "r.md"), "--report", str(out)]) == 0
    shown_well(browser, out)
