"""What is printed for somebody to read. Nothing in the user's files can take hold of the terminal through it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from rulebook.diagnostics import Diagnostic
from rulebook.source import Unreadable

Failure = Unreadable
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Words as a terminal may have them: control characters, which could write over or hide what we say or turn
    it round, are marked."""
    return _UNSHOWN.sub("\ufffd", text)


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Prints words, the user's among them, for somebody to read."""
    click.echo(shown(text), err=err, nl=nl)


def failed(message: str, help: str = "") -> int:
    """Says on standard error why a command could not be carried out, and returns its status."""
    from rulebook.diagnostics import wrapped

    lines = [*wrapped(f"redraft: {message}", "", "  "), *wrapped(help, "    help: ", " " * 10)]
    echo("\n".join(lines), err=True)
    return 2


def report(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints findings with carets where errors go, a blank line after each."""
    from rulebook.diagnostics import with_carets

    for diagnostic in diagnostics:
        echo(with_carets(diagnostic) + "\n", err=True)


def colour_wanted() -> bool | None:
    """False where NO_COLOR is set; None leaves it to the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def called() -> str:
    """The command as the user types it: its name, or the path to it where the shell would not find that."""
    import shutil

    typed, name = sys.argv[0], "redraft"
    if Path(typed).stem != name:  # Python was told to run it
        return name
    there = shutil.which(name)
    return name if there and _without_ending(there) == _without_ending(typed) else typed


def _without_ending(path: str) -> str:
    return os.path.normcase(os.path.abspath(os.path.splitext(path)[0]))
