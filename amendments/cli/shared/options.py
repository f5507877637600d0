"""Options that several commands have, each said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def rulebook_option(command: Command) -> Command:
    """`-r FILE|EDITION`."""
    return click.option(
        "-r", "--rulebook", "given", metavar="FILE|EDITION",
        help="The rules: a file, or a model edition. "
        "[default: $REDRAFT_RULEBOOK, the nearest rulebook.md, the model rules]",
    )(command)  # fmt: skip


def encoding_option(command: Command) -> Command:
    """`--encoding NAME`."""
    words = "How the files are written, if not in UTF-8 (such as cp1252)."
    return click.option("--encoding", metavar="NAME", help=words)(command)


def output_options(formats: tuple[str, ...], default: str) -> Callable[[Command], Command]:
    """`-o FILE`, `--to FORMAT` and `--force`."""

    def add(command: Command) -> Command:
        command = click.option("--force", is_flag=True, help="Overwrite the file, if there is one.")(command)
        words = f"The format. [default: by the file's ending, or {default}]"
        command = click.option("--to", "to", type=click.Choice(formats), help=words)(command)
        return click.option("-o", "--output", metavar="FILE", help="Where to write. [default: the terminal]")(command)

    return add
