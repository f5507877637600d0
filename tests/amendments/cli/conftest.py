"""A folder to type commands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.cli import run
from tests.amendments.cli.typed import DRAFT, FAULTY, MOTION, Said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a draft, a motion and a draft with a fault."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("draft.md", DRAFT), ("motion.md", MOTION), ("faulty.md", FAULTY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def redraft(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a command in that folder."""

    def typed(*arguments: str) -> Said:
        status = run(list(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(status, said.out, said.err)

    return typed
