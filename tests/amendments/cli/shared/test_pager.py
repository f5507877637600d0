"""What is longer than the terminal goes through the pager, in colour where the pager shows it; nothing else does."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.amendments.cli.typed import PYTHON
from tests.shared.folders import EXAMPLES, ROOT

LONG = ("diff", str(EXAMPLES / "declaration-within-thirty-months.md"))
SHORT = ("diff", str(EXAMPLES / "two-thirds-each-section.md"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pagers, which mark each line: one of them is called less, and says what it was told."""
    for name, script in (("marking", "sed 's/^/> /'"), ("less", 'echo "LESS is $LESS"; sed "s/^/> /"')):
        pager = tmp_path / name
        pager.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        pager.chmod(pager.stat().st_mode | stat.S_IXUSR)
    return tmp_path


def printed(folder: Path, *arguments: str, **environment: str) -> str:
    """What a command prints where it reads from a terminal and writes to one of 24 lines."""
    import fcntl
    import pty
    import struct
    import termios

    kept = {name: value for name, value in os.environ.items() if name not in ("LESS", "PAGER", "COLUMNS", "LINES")}
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    variables = {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PATH": path, **environment}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen([*PYTHON, *arguments], cwd=folder, env=variables, stdin=theirs, stdout=theirs) as running:
        os.close(theirs)
        found = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # the terminal is gone with the command
                break
            if not more:
                break
            found += more
        running.wait()
    os.close(ours)
    return found.decode().replace("\r\n", "\n")


CASES = [
    # what is run, what the user has set, whether it is paged, whether it is in colour
    (LONG, {}, True, True),
    (LONG, {"LESS": "FX"}, True, False),
    (LONG, {"LESS": "-R"}, True, True),
    (LONG, {"PAGER": "marking"}, True, False),
    (LONG, {"PAGER": "less -R", "LESS": "FX"}, True, True),
    (LONG, {"PAGER": "not-there"}, False, False),
    (LONG, {"PAGER": "less '"}, False, True),
    (LONG, {"NO_COLOR": "1"}, True, False),
    ((*LONG, "--colour"), {"PAGER": "marking"}, True, True),
    ((*LONG, "--no-colour"), {}, True, False),
    ((*LONG, "--no-pager"), {}, False, True),
    ((*LONG, "-o", "-"), {"PAGER": "marking"}, True, False),
    ((*LONG, "--to", "json"), {"PAGER": "marking"}, False, False),
    (LONG, {"TERM": "dumb"}, False, False),
    (SHORT, {}, False, True),
]


@pytest.mark.parametrize(("arguments", "environment", "paged", "coloured"), CASES)
def test_paging(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str], paged: bool, coloured: bool
) -> None:
    shown = printed(folder, *arguments, **environment)
    assert ("\n> " in shown) == paged
    assert ("\x1b[" in shown) == coloured
    if "json" not in arguments:
        assert ("{+" in shown) != coloured  # where there is no colour, there are marks


def test_less_is_told_to_show_colours_unless_the_user_tells_it_something(folder: Path) -> None:
    assert "LESS is FRX\n" in printed(folder, *LONG)
    assert "LESS is FX\n" in printed(folder, *LONG, LESS="FX")


def test_what_is_piped_is_never_paged(folder: Path) -> None:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PAGER": str(folder / "marking")}
    done = subprocess.run([*PYTHON, *LONG], cwd=folder, env=variables, capture_output=True, text=True, check=True)
    assert "\n> " not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
