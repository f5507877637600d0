"""The checks of a draft: for each, drafts in which it finds something, and twins in which it finds nothing.

The cases are in the folder `cases`, one file a check: a draft, or instructions alone, then a line of equals signs and what
is found ("nothing", or words of the message), then a line of dashes and the next case. `beside` says how a case shows
what stands beside the draft.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from amendments.checks.all_checks import every_check
from amendments.checks.draft_check import Asked, check
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import Diagnostic, Severity, errors
from rulebook.editions import names, open_rulebook
from rulebook.source import Source
from tests.amendments.checks.beside import Files, draft_in, files_of, found_in
from tests.shared.folders import EXAMPLES

CASES = Path(__file__).parent / "cases"
NOW = datetime.datetime(2027, 5, 1)
PRINTED = (("7.IV.1", "41", 3), ("7.IV.2", "42", 9))  # the pages of the printed book, for those that are about them
MODEL = replace(open_rulebook("2026")[0], pages=PRINTED)


@dataclass(frozen=True)
class Case:
    """A draft, and words of what a check says of it; none where it says nothing."""

    name: str
    draft: str
    said: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.txt")):
        for number, case in enumerate(file.read_text(encoding="utf-8").split("\n----\n"), 1):
            draft, _, said = case.partition("\n====\n")
            words = tuple(line for line in said.strip().splitlines() if line != "nothing")
            yield Case(f"{file.stem} {number}", draft.strip() + "\n", words)


EVERY = list(cases())


def found(name: str, files: Files, ignore: frozenset[str] = frozenset()) -> list[Diagnostic]:
    return [one for one in found_in(files, MODEL, NOW, ignore) if one.code == name]


def files(case: Case) -> Files:
    shown = files_of(case.draft)
    draft = draft_in(shown)
    return shown if shown[draft].startswith("---") else {**shown, draft: f"## Amendment\n\n{shown[draft]}"}


@pytest.mark.parametrize("case", EVERY, ids=str)
def test_what_a_check_finds(case: Case) -> None:
    name = case.name.rpartition(" ")[0]
    said = [f"{one.message}\n{one.help}" for one in found(name, files(case))]
    assert len(said) == len(case.said), said
    for words, message in zip(case.said, said, strict=True):
        assert words in message


@pytest.mark.parametrize("case", [case for case in EVERY if case.said], ids=str)
def test_what_is_found_can_be_allowed_and_ignored(case: Case) -> None:
    name = case.name.rpartition(" ")[0]
    shown = files(case)
    draft = draft_in(shown)
    assert not found(name, shown, frozenset([name]))
    (first, *_) = found(name, shown)
    text = first.source.text if first.source else ""
    if first.span is None or text[: first.span[0]].count("---") == 1:
        allowed = shown[draft].replace("---\n", f"---\n# redraft: allow {name}: looked at\n", 1)
    else:
        start = first.span[0]
        allowed = f"{text[:start]}<!-- redraft: allow {name}: looked at --> {text[start:]}"
    assert len(found(name, {**shown, draft: allowed})) < len(found(name, shown))


def test_every_check_has_cases_that_fire_and_twins_that_do_not() -> None:
    fire = {case.name.rpartition(" ")[0] for case in EVERY if case.said}
    silent = {case.name.rpartition(" ")[0] for case in EVERY if not case.said}
    assert fire == silent == set(every_check())


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("edition", names())
def test_no_example_has_a_false_alarm(example: Path, edition: str) -> None:
    draft = read_draft(Source(example.name, example.read_text(encoding="utf-8")))
    if draft.kind == "rule change" and draft.edition != edition:
        pytest.skip("it is written on another edition")
    assert not errors(check(draft, open_rulebook(edition)[0], Asked(now=NOW)))


def test_each_says_where_it_came_in_and_how_bad_it_is() -> None:
    for one in every_check().values():
        assert one.severity in Severity and one.since
