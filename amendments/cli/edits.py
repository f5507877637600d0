"""`redraft edits`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import the_rulebook, the_source
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import echo, report


@click.command("edits")
@click.argument("draft", metavar="DRAFT")
@rulebook_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "jsonl")), default="text", help="How to print them."
)
@click.option("--each-line", is_flag=True, help="Take every line of the file as one instruction.")
@encoding_option
def command(draft: str, given: str | None, form: str, each_line: bool, encoding: str | None) -> int:
    """Say in plain English what the instructions of DRAFT would do, one sentence each. "-" reads standard input."""
    from amendments.checks.understood import as_json, as_lines, as_text, read_instructions
    from amendments.drafts.draft import read_draft

    source = the_source(draft, encoding)
    if each_line:
        rulebook = the_rulebook(given, encoding)[0] if given else None
        readings = as_lines(source, rulebook)
    else:
        read = read_draft(source)
        rulebook, findings = the_rulebook(given, encoding, read)
        report([*findings, *read.findings])
        readings = read_instructions(read, rulebook)
    if form == "text":
        echo(as_text(readings), nl=False)
    else:
        write(None, as_json(readings, lines=form == "jsonl"), False)
    return 0 if all(reading.ok for reading in readings) else 1
