"""The two walks of CONTRIBUTING are true: the commands are run, and each line is called by the one that it stands under.

Called means from the file of that line, while its function is at work, and in the order in which the lines stand.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.shared.folders import ROOT
from tests.shared.followed import Call, Step, followed

DRAFT = """---
kind: rule change
title: More time to answer
from: Barchester CLP
conference: Annual Conference 2028
rulebook: "2026"
agreed: 2027-05-13
mover: Ada Brook
seconder: Sam Oduya
---

## Amendment

In Chapter 5, Clause IV, sub-clause 4, replace “within 28 days” with “within 42 days”.
"""

LINE = re.compile(r"(?P<indent> *)(?P<file>\S+/\S+\.py) +(?P<name>\w+) +(?P<said>\S.*)")
COMMAND = re.compile(r"redraft (?P<arguments>.*?)  +\S.*")
GRAMMAR = re.compile(r"\bgrammar/\w+\.lark\b")


@dataclass(frozen=True)
class Line:
    """A line of a walk: its step, the line that it stands under, and the grammar that it names, if any."""

    command: str
    step: Step
    under: Line | None
    grammar: str

    def __str__(self) -> str:
        return f"{self.command.split()[0]}: {self.step[0]} {self.step[1]}"


def walks() -> list[list[Line]]:
    """The walks on the page, each from its command on."""
    found: list[list[Line]] = []
    above: list[tuple[int, Line]] = []
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^## Two walks\n.*?^```\n(.*?)^```\n", page, re.MULTILINE | re.DOTALL)
    command = ""
    for written in filter(str.strip, block.splitlines()):
        begun, match = COMMAND.fullmatch(written), LINE.fullmatch(written)
        if begun:
            command = begun["arguments"]
            found.append([])
            above = []
            continue
        assert match, f"this is no line of a walk: {written}"
        depth = len(match["indent"])
        above = [(there, line) for there, line in above if there < depth]
        grammar = GRAMMAR.search(match["said"])
        under = above[-1][1] if above else None
        line = Line(command, (match["file"], match["name"]), under, grammar[0] if grammar else "")
        above.append((depth, line))
        found[-1].append(line)
    return found


WALKS = walks()
LINES = [line for walk in WALKS for line in walk]


@lru_cache(maxsize=2)
def calls(command: str) -> list[Call]:
    """What is called of the lines of a walk, when its command is run on a draft."""
    lines = [line for line in LINES if line.command == command]
    steps = [line.step for line in lines] + [(line.grammar, "") for line in lines if line.grammar]
    with TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text(DRAFT, encoding="utf-8")
        return followed(shlex.split(command), steps, Path(folder))


def place(line: Line) -> int | None:
    """When a line is first called as the walk says, among all calls; None where it never is."""
    for number, call in enumerate(calls(line.command)):
        if call.step == line.step and (
            line.under is None or (call.caller == line.under.step[0] and line.under.step in call.inside)
        ):
            return number
    return None


def test_there_are_two_walks_of_ten_lines() -> None:
    assert [len(walk) for walk in WALKS] == [10, 10]


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_line_is_called_by_the_one_that_it_stands_under(line: Line) -> None:
    assert place(line) is not None, f"not called by {line.under.step if line.under else 'the command'}"


@pytest.mark.parametrize("line", [line for line in LINES if line.grammar], ids=str)
def test_a_grammar_is_read_by_the_line_that_names_it(line: Line) -> None:
    assert any(call.step == (line.grammar, "") and line.step in call.inside for call in calls(line.command))


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk[0].command.split()[0])
def test_the_lines_stand_in_the_order_in_which_they_are_called(walk: list[Line]) -> None:
    places = [number for number in map(place, walk) if number is not None]
    assert places == sorted(places)
