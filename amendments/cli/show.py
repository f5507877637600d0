"""`redraft show`."""

from __future__ import annotations

import json

import click

from amendments.cli.shared import encoding_option, report, rulebook_option, the_rulebook


@click.command("show")
@click.argument("references", nargs=-1, metavar="[REFERENCE]...")
@rulebook_option
@click.option("--format", "form", type=click.Choice(("text", "json", "md")), default="text", help="How to print it.")
@encoding_option
def command(references: tuple[str, ...], given: str | None, form: str, encoding: str | None) -> int:
    """Print the rules, or the provisions of the REFERENCEs: 5.IV.5, "Chapter 5 Clause IV"."""
    from amendments.reading_aloud import looked_up, printed
    from rulebook.writer import as_json, to_json, to_markdown

    rulebook, findings = the_rulebook(given, encoding)
    report(findings)
    if not references:
        click.echo({"json": to_json, "md": to_markdown}[form](rulebook) if form != "text" else printed(rulebook), nl=False)
        return 0
    paths, faults = looked_up(rulebook, references)
    if form == "json" and paths:
        click.echo(json.dumps([as_json(rulebook, path) for path in paths], ensure_ascii=False, indent=2))
    else:
        for number, path in enumerate(paths):
            click.echo(("\n" if number else "") + printed(rulebook, path), nl=False)
    report(faults)
    return 1 if faults else 0
