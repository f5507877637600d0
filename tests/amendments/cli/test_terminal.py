"""The terminal: colours, encodings, and what a file may not do to it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.amendments.cli.typed import DRAFT, PYTHON, Redraft, process
from tests.shared.folders import ROOT


def test_a_console_that_is_not_in_utf_8(folder: Path) -> None:
    done = process("check", "faulty.md", folder=folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1 and "“six times every year”" in done.stdout.decode()


def test_no_colour(folder: Path) -> None:
    assert b"\x1b[" in process("diff", "draft.md", "--colour", folder=folder).stdout
    assert b"\x1b[" not in process("diff", "draft.md", folder=folder).stdout
    if sys.platform != "win32":
        assert b"\x1b[" in on_a_terminal(folder, "diff", "draft.md")
        assert b"\x1b[" not in on_a_terminal(folder, "diff", "draft.md", NO_COLOR="1")


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> bytes:
    """What a command prints where standard output is a terminal."""
    import pty

    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    ours, theirs = pty.openpty()
    with subprocess.Popen([*PYTHON, *arguments], cwd=folder, env=variables, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        printed = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # the terminal is gone with the command
                break
            if not more:
                break
            printed += more
        running.wait()
    os.close(ours)
    return printed


ODD = """---
title: "Rules \\e[2J of"
---

# Chapter 1 Na\x1b[8mme

## Clause I Na\x9b31mme

1. The \x1b]0;title\x07 name\b\b\b\b.
"""
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@pytest.mark.parametrize(
    "command",
    ["show", "show 1.I", "toc", "find name", "check d.md", "edits d.md", "apply d.md", "diff d.md", "motion d.md"],
)
def test_what_is_in_a_file_does_not_move_the_terminal(folder: Path, command: str) -> None:
    (folder / "rulebook.md").write_text(ODD, encoding="utf-8")
    draft = DRAFT.replace("In Chapter 7, Clause IV, sub-clause 1, replace “six times”", "In 1.I.1, replace “The”")
    (folder / "d.md").write_text(
        draft.replace('rulebook: "2026"\n', "").replace("ten times", "ten\x1b[8m"), encoding="utf-8"
    )
    if sys.platform != "win32":
        printed = on_a_terminal(folder, *command.split(), NO_COLOR="1").decode()
        assert printed and not UNSAFE.search(printed)


def test_the_command_that_is_shown_can_be_typed(
    redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = folder / "bin"
    there.mkdir()
    (there / "redraft").write_text("#!/bin/sh\n")
    (there / "redraft").chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(there / "redraft")])
    monkeypatch.setenv("PATH", str(folder))
    assert redraft("demo", "shown").out.rstrip().endswith(f"{there / 'redraft'} check {Path('shown') / 'draft.md'}")
    if sys.platform != "win32":
        monkeypatch.setenv("PATH", str(there))
        assert "yourself:  redraft check" in redraft("demo", "shown", "--force").out
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert "yourself:  redraft check" in redraft("demo", "shown", "--force").out
