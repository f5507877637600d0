"""`redraft find`."""

from __future__ import annotations

import click

from amendments.cli.shared import encoding_option, report, rulebook_option, the_rulebook


@click.command("find")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@rulebook_option
@encoding_option
def command(words: tuple[str, ...], given: str | None, encoding: str | None) -> int:
    """Print every provision that has the WORDS, next to each other and in this order; capitals do not matter."""
    from amendments.reading_aloud import found

    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    lines = found(rulebook, " ".join(words))
    click.echo("\n".join(lines) if lines else f"“{' '.join(words)}” is not in these rules")
    return 0 if lines else 1
