"""`redraft find`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.terminal import Failure, echo, report


@click.command("find")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@rulebook_option
@encoding_option
def command(words: tuple[str, ...], given: str | None, encoding: str | None) -> int:
    """Print every provision that has the WORDS, next to each other and in this order; capitals do not matter."""
    from amendments.papers.on_screen import found

    wanted = " ".join(" ".join(words).split())
    if not wanted:
        raise Failure("there are no words to look for", "as in  redraft find trigger ballot")
    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    lines = found(rulebook, wanted)
    if not lines:
        echo(f"“{wanted}” is not in these rules", err=True)
        return 1
    echo("\n".join(lines))
    return 0
