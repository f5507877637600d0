"""Every finding has an explanation, and its examples are true: the bad one has the finding, the good one has not."""

from __future__ import annotations

import ast
import datetime
import re
import shlex
from dataclasses import replace

import pytest

from amendments.applying.carrying_out import carry_out
from amendments.checks.all_checks import every_check
from amendments.checks.draft_check import check
from amendments.checks.draft_outcome import outcome_of
from amendments.checks.explanations import ABOUT, Explanation, explained, explanations, listed, nearest, reference_page
from amendments.cli import run
from amendments.cli.shared.inputs import the_rulebook
from amendments.drafts.draft import read_draft
from amendments.drafts.signatories import once, read_table
from amendments.papers.formats import render_paper
from amendments.papers.paper import Paper, Part
from amendments.setting_out.own.faults import Faulty
from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.template_choice import Own
from rulebook.checks import check_book
from rulebook.checks import every_check as every_check_of_books
from rulebook.diagnostics import Diagnostic, errors
from rulebook.editions import open_rulebook
from rulebook.looking.book import Book
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from tests.amendments.checks.beside import files_of, found_in
from tests.shared.folders import ROOT

NOW = datetime.datetime(2026, 5, 1)
MAKERS = {
    "Diagnostic",
    "Refused",
    "Fault",
    "fault",
    "say",
}  # what findings are made with; their first argument is the code
EVERY = list(explanations().values())
TYPED = [explanation for explanation in EVERY if explanation.about == "command"]


def codes_in_the_source() -> dict[str, str]:
    """Every code that a finding is made with, and a place where it is."""
    found: dict[str, str] = {}
    for folder in ("rulebook", "amendments"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Dict):  # a table of codes, each with its message and its help
                    for row in call.values:
                        said = row.elts if isinstance(row, ast.Tuple) and len(row.elts) == 3 else []
                        texts = [one.value for one in said if isinstance(one, ast.Constant)]
                        if len(texts) == 3 and re.fullmatch("[a-z]+(-[a-z]+)*", str(texts[0])):
                            found[str(texts[0])] = f"{file.relative_to(ROOT)}:{row.lineno}"
                if isinstance(call, ast.Call) and call.args:
                    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                    first = call.args[0]
                    either = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                    for code in either:
                        if name in MAKERS and isinstance(code, ast.Constant) and isinstance(code.value, str):
                            found[code.value] = f"{file.relative_to(ROOT)}:{call.lineno}"
    return found


def test_every_code_is_explained() -> None:
    unexplained = {code: place for code, place in codes_in_the_source().items() if code not in explanations()}
    assert not unexplained, "write an entry in amendments/checks/findings.toml"


def test_every_explanation_is_of_a_code() -> None:
    checks = every_check() | every_check_of_books()
    assert not set(explanations()) - set(codes_in_the_source()) - set(checks), (
        "take these out of amendments/checks/findings.toml"
    )


@pytest.mark.parametrize("explanation", EVERY, ids=str)
def test_an_explanation_is_written_out(explanation: Explanation) -> None:
    assert explanation.about in ABOUT
    for sentence in (explanation.summary, explanation.why):
        assert sentence[0].isupper() or sentence[0] == "“"
        assert sentence.endswith(".") and "  " not in sentence and "\n" not in sentence
    assert explanation.good.strip() and explanation.good != explanation.bad
    text = explained(explanation.code)
    assert text is not None and all(len(line) <= 80 for line in text.splitlines())


def findings(explanation: Explanation, example: str) -> list[Diagnostic]:
    """What is found in an example."""
    source = Source("example.md", example.strip("\n"))
    model = replace(open_rulebook("2026")[0], pages=(("7.IV.1", "41", 3), ("7.IV.2", "41", 9)))
    if explanation.code in every_check():
        head = "## Amendment\n\n" if explanation.about == "instruction" else ""
        return found_in(files_of(head + example.strip("\n")), model, NOW)
    if explanation.about == "instruction":
        return list(carry_out(model, source, (0, len(source.text))).diagnostics)
    if explanation.about == "rules":
        rulebook, found = read_rulebook(source)
        return [*found, *check_book(Book(rulebook, source))]
    if explanation.about == "signatures":
        signed, faults = read_table(source)
        return [*faults, *once(signed)[1]]
    if explanation.about in ("template", "typst"):
        return faults_of("motion.html.j2" if explanation.about == "template" else "motion.typ", example)
    draft = read_draft(source)
    found = [*check(draft, model), *the_rulebook("2026", draft=draft)[1]]
    return (
        found
        if draft.kind == "motion" and explanation.code != "no-rule-change"
        else [*found, *outcome_of(draft, model).diagnostics]
    )


def faults_of(file: str, example: str) -> list[Diagnostic]:
    """What is found when a paper is set out by a template."""
    paper = Paper("motion", "Buses", words=3, sections=(Part("This CLP notes"),))
    own = Own(OwnTemplates("templates", {file: example.encode()}))
    try:
        render_paper(paper, "html" if file.endswith(".j2") else "pdf", own=own)
    except Faulty as faulty:
        return list(faulty.findings)
    return []


IN_FULL = {  # an example that is too long to print
    "nested-too-deep": "# Chapter 1 Aims\n\n" + "".join(f"{' ' * depth}1. to win:\n\n" for depth in range(41)),
}


@pytest.mark.parametrize("explanation", [one for one in EVERY if one not in TYPED], ids=str)
def test_the_examples_are_true(explanation: Explanation) -> None:
    bad = findings(explanation, IN_FULL.get(explanation.code, explanation.bad))
    assert explanation.code in {finding.code for finding in bad}
    good = findings(explanation, explanation.good)
    assert not errors(good)
    assert explanation.code not in {finding.code for finding in good}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("other-document", "Chapter 7, Clause VIII, sub-clause 3 of the Standing Orders is deleted."),
        ("place-uncertain", "In Chapter 7, Clause IV, delete “annual” in sub-clause 1 from sub-clause 2."),
        ("level-uncertain", "At the end of 7.IV.5, add a new paragraph “A meeting may be held online.”"),
        ("position-uncertain", "In 7.IV.1, insert after “six times” a new sub-clause “1A. Hello.”"),
        ("level-differs", "After 7.IV.1, insert a new chapter “A meeting may be held online.” Renumber accordingly."),
    ],
)
def test_another_order_of_words_is_refused_too(code: str, words: str) -> None:
    model = open_rulebook("2026")[0]
    assert code in {one.code for one in carry_out(model, Source("example.md", words), (0, len(words))).diagnostics}


@pytest.mark.parametrize("explanation", TYPED, ids=str)
def test_the_commands_are_true(explanation: Explanation, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split(explanation.bad)[1:]) == 1
    assert f"[{explanation.code}]" in capsys.readouterr().err
    assert run(shlex.split(explanation.good)[1:]) == 0
    assert not capsys.readouterr().err


def test_the_list_names_every_code() -> None:
    lines = [line.strip() for line in listed().splitlines()]
    assert all(code in lines for code in explanations())
    assert all(len(line) <= 80 for line in listed().splitlines())


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("quotation-not-fond", "quotation-not-found"),
        ("Words_Not_Unique", "words-not-unique"),
        ("title missing", "title-missing"),
        ("qqqqqqqq", None),
    ],
)
def test_a_code_nearly_right(said: str, meant: str | None) -> None:
    assert explained(said) is None
    assert nearest(said) == meant


def test_the_page_of_findings_is_that_of_the_docstrings() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert page == reference_page(), "make it anew:  redraft explain --page > docs/findings.md"
