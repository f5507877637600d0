"""A run of `redraft`, followed: which functions it calls, from which files, and inside which others.

It is a process of its own, so that nothing is remembered from before.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

from tests.shared.folders import ROOT

PACKAGES = ("amendments", "rulebook", "grammar", "templates")

Step = tuple[str, str]
"""A file of the project, and a function or a class in it; of a grammar, its file and ""."""

_LOAD = ("grammar/__init__.py", "load")


@dataclass(frozen=True)
class Call:
    """A call of a step: the file of ours that it comes from, and the other steps that are at work then."""

    step: Step
    caller: str
    inside: frozenset[Step]


def followed(arguments: Iterable[str], steps: Iterable[Step], folder: Path) -> list[Call]:
    """The calls of some steps in a run of `redraft` in a folder, in their order; of those that are alike, the first."""
    given = json.dumps([[*arguments], [*steps]])
    run = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {__name__} as one; one.main()"]
    done = subprocess.run(run, input=given, capture_output=True, text=True, cwd=folder, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return [
        Call(_step(*step), caller, frozenset(_step(*one) for one in inside))
        for step, caller, inside in json.loads(done.stdout)
    ]


def main() -> None:
    """Follows the run that standard input names, and prints its calls."""
    from amendments.cli import run

    arguments, listed = json.load(sys.stdin)
    steps = {_step(*one) for one in listed}
    calls: dict[Call, None] = {}

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        step = _of(frame.f_code)
        if step == _LOAD and "name" in frame.f_locals:
            step = _step(f"grammar/{frame.f_locals['name']}.lark")
        if step in steps:
            above = list(_above(frame))
            calls.setdefault(Call(step, above[0][0] if above else "", frozenset(steps.intersection(above))))

    output, sys.stdout = sys.stdout, sys.stderr  # what the command itself prints is not asked for
    sys.setprofile(watch)
    status = run(["--debug", *arguments])
    sys.setprofile(None)
    assert status == 0
    json.dump([[call.step, call.caller, [*call.inside]] for call in calls], output)


def _step(file: str, name: str = "") -> Step:
    return file, name


@cache
def _of(code: CodeType) -> Step | None:
    """What some code is of, a method of its class; None where it is not ours."""
    file = Path(code.co_filename)
    if not file.is_relative_to(ROOT) or file.relative_to(ROOT).parts[0] not in PACKAGES:
        return None
    return _step(file.relative_to(ROOT).as_posix(), code.co_qualname.split(".")[0])


def _above(frame: FrameType) -> Iterator[Step]:
    """What a frame is called by, the nearest first."""
    above = frame.f_back
    while above is not None:
        step = _of(above.f_code)
        if step is not None:
            yield step
        above = above.f_back
