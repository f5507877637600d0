"""What is longer than the terminal is shown through the user's pager. What is piped or written to a file never is."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click


def show(set_out: Callable[[bool], str], colour: bool | None, *, pager: bool = True) -> None:
    """Prints what is set out with colour or without; `colour` None leaves that to the terminal and NO_COLOR.

    Where a pager may not show colours, and nobody asked for them, it gets the words as they are set out without.
    """
    on_terminal = sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    coloured = on_terminal and not plain if colour is None else colour
    text = set_out(coloured)
    words = _pager()
    if not (pager and words and on_terminal and sys.stdin.isatty()) or _fits(text):
        click.echo(text, nl=False, color=True)
        return
    if coloured and colour is None and not _shows_colours(words):
        text = set_out(False)
    os.environ.setdefault("LESS", "FRX")  # as git has it: colours, and the text stays on the screen afterwards
    click.echo_via_pager(text, color=True)


def _fits(text: str) -> bool:
    return text.count("\n") < shutil.get_terminal_size((80, 24)).lines


def _pager() -> list[str]:
    """The pager and what it is told, as the user says; none where that cannot be read."""
    try:
        return shlex.split(os.environ.get("PAGER", "")) or ["less"]
    except ValueError:
        return []


def _shows_colours(pager: list[str]) -> bool:
    """Whether the pager is less, which does where it is told to, as it is unless the user tells it something else."""
    told = [os.environ.get("LESS", "FRX"), *(word for word in pager[1:] if word.startswith("-"))]
    return Path(pager[0]).stem == "less" and any("r" in options.lower() for options in told)
