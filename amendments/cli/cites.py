"""`redraft cites`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.terminal import echo, report


@click.command("cites")
@click.argument("reference")
@rulebook_option
@encoding_option
def command(reference: str, given: str | None, encoding: str | None) -> int:
    """Print the provisions that refer to REFERENCE, or to anything in it."""
    from amendments.papers.on_screen import citing, looked_up
    from rulebook.diagnostics import errors

    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    paths, faults = looked_up(rulebook, (reference,))
    report(faults)
    if errors(faults):
        return 1
    lines = [line for path in paths for line in citing(rulebook, path)]
    echo("\n".join(lines) if lines else f"nothing refers to {reference}")
    return 0
