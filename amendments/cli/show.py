"""`redraft show`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import echo, report


@click.command("show")
@click.argument("references", nargs=-1, metavar="[REFERENCE]...")
@rulebook_option
@click.option("--format", "form", type=click.Choice(("text", "json", "md")), default="text", help="How to print it.")
@encoding_option
def command(references: tuple[str, ...], given: str | None, form: str, encoding: str | None) -> int:
    """Print the rules, or the provisions of the REFERENCEs: 5.IV.5, "Chapter 5 Clause IV"."""
    from amendments.papers.consolidated import consolidated
    from amendments.papers.on_screen import looked_up, printed
    from rulebook.diagnostics import errors

    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    paths, faults = looked_up(rulebook, references)
    if form != "text":
        if paths or not references:
            write(None, consolidated(rulebook, form, tuple(paths)), False)
    elif not references:
        echo(printed(rulebook), nl=False)
    else:
        for number, path in enumerate(paths):
            echo(("\n" if number else "") + printed(rulebook, path), nl=False)
    report(faults)
    return 1 if errors(faults) else 0
