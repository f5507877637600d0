"""What is typed at the command line, on which drafts, and what is printed, written and returned."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.shared.folders import ROOT

PYTHON = [sys.executable, "-c", "from amendments.cli import main; main()"]
DRAFT = """---
kind: rule change
title: Ten general meetings a year
from: Barchester CLP
rulebook: "2026"
---

## Amendment

In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.

## Supporting argument

Members should meet oftener.
"""
MOTION = """---
kind: motion
title: Meetings online
from: Barchester CLP
---

## This CLP resolves

1. That its meetings may be attended online.
"""
HERE = DRAFT.index("“") + 1  # the first character that older encodings write otherwise
FAULTY = DRAFT.replace("“six times”", "“six times every year”")
RULES = """---
title: Rules of the Barchester Society
edition: "2026"
---

# Chapter 7 Meetings

## Clause IV Members’ meetings

1. The members meet six times in the year.

2. A meeting is called by the secretary.
"""


class Said:
    """What a command returned, and what it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


Redraft = Callable[..., Said]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too, with what is in it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([*PYTHON, *arguments], cwd=folder, env=variables, capture_output=True, timeout=120)
