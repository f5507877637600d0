"""`redraft new`."""

from __future__ import annotations

import click

from amendments.cli.shared import encoding_option, keep, may_write, named, rulebook_option, the_rulebook, write

KINDS = (
    "rule-change", "motion", "emergency-motion", "amendment-to-motion", "composite", "motion-of-no-confidence",
    "motion-of-intent", "open-letter", "petition",
)  # fmt: skip


@click.command("new")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@rulebook_option
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: the terminal]")
@click.option("--force", is_flag=True, help="Overwrite the file, if there is one.")
@encoding_option
def command(kind: str, given: str | None, output: str | None, force: bool, encoding: str | None) -> None:
    """Write a draft, ready to be filled in.

    KIND is one of rule-change, motion, emergency-motion, amendment-to-motion, composite,
    motion-of-no-confidence, motion-of-intent, open-letter and petition.
    """
    from amendments.beginning import begun

    keep(output, named(given))
    may_write(output, force)
    write(output, begun(kind, the_rulebook(given, encoding)[0]), force)
