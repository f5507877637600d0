"""`redraft toc`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.terminal import Failure, echo, report


@click.command("toc")
@rulebook_option
@click.option("--depth", type=int, metavar="LEVELS", help="How many levels. [default: those that have headings]")
@encoding_option
def command(given: str | None, depth: int | None, encoding: str | None) -> None:
    """Print the contents: chapters and clauses, or further down with --depth."""
    from amendments.papers.on_screen import contents

    if depth is not None and depth < 1:
        raise Failure("there is no level below the first", "give --depth 1 or more")
    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    echo(contents(rulebook, depth), nl=False)
