"""`redraft toc`."""

from __future__ import annotations

import click

from amendments.cli.shared import encoding_option, report, rulebook_option, the_rulebook


@click.command("toc")
@rulebook_option
@click.option("--depth", type=click.IntRange(1, 20), help="How many levels. [default: those that have headings]")
@encoding_option
def command(given: str | None, depth: int | None, encoding: str | None) -> None:
    """Print the contents: chapters and clauses."""
    from amendments.reading_aloud import contents

    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    click.echo(contents(rulebook, depth), nl=False)
