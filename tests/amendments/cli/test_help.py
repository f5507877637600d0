"""Help: what `--help` and `explain` print, and what is loaded for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import amendments.cli
from amendments.cli import COMMANDS
from tests.amendments.cli.typed import Redraft
from tests.shared.folders import ROOT


def test_explain(redraft: Redraft) -> None:
    assert redraft("explain", "words-not-unique").out.startswith("words-not-unique\n\n")
    assert redraft("explain", "[words-not-unique]").status == 0
    assert "words-not-unique" in redraft("explain").out
    assert "replace “28 days” with “42 days”" in redraft("explain", "language").out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_terminal(redraft: Redraft, command: str) -> None:
    said = redraft(*command.split(), "--help")
    assert said.status == 0 and not said.err
    assert not [line for line in said.out.splitlines() if len(line) > 80]
    assert redraft(*command.split(), "-h").out == said.out


def test_help_names_every_command() -> None:
    folder = (ROOT / "amendments" / "cli").glob("*.py")
    files = {
        file.stem for file in folder if re.search(r"@click\.(?:command|group)\(", file.read_text(encoding="utf-8"))
    }
    files -= {"__init__"}
    assert set(COMMANDS) == files


def test_no_command_is_help(redraft: Redraft) -> None:
    assert redraft().out == redraft("--help").out


def test_version(redraft: Redraft) -> None:
    assert re.fullmatch(r"redraft \d+\.\d+\.\d+\n", redraft("--version").out)


HEAVY = ("jinja2", "pypandoc", "typst", "pypdfium2", "yaml", "rapidfuzz")


def test_help_loads_nothing_heavy(folder: Path) -> None:
    code = (
        f"import sys; from amendments.cli import run; run(['--help']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_command_line_is_one_small_file_a_command() -> None:
    sizes = {
        file.name: len(file.read_text(encoding="utf-8").splitlines())
        for file in Path(amendments.cli.__file__).parent.glob("*.py")
    }
    assert not {name: size for name, size in sizes.items() if size > 250}
