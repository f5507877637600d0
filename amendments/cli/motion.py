"""`redraft motion`."""

from __future__ import annotations

import click

from amendments.cli.saying import echo
from amendments.cli.shared import (
    encoding_option,
    format_of,
    keep,
    may_write,
    named,
    output_options,
    report,
    rulebook_option,
    the_draft,
    the_rulebook,
    write,
)

FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")


@click.command("motion")
@click.argument("draft", metavar="DRAFT")
@rulebook_option
@output_options(FORMATS, "md")
@encoding_option
def command(
    draft: str,
    given: str | None,
    output: str | None,
    to: str | None,
    force: bool,
    encoding: str | None,
) -> int:
    """Write the document for conference: a rule change with the existing and the new wording, a motion, a letter."""
    from amendments.checking import outcome_of
    from amendments.papers import paper
    from amendments.rendering import render_paper
    from rulebook.comparison import compare

    form = format_of(output, to, FORMATS, "md")
    keep(output, draft, named(given))
    may_write(output, force)
    read = the_draft(draft, encoding)
    rulebook, findings = the_rulebook(given, encoding, read)
    report(read.findings)
    comparison = None
    if read.kind == "rule change":
        report(findings)
        outcome = outcome_of(read, rulebook)
        report(outcome.diagnostics)
        if outcome.after is None:
            echo(f"{read.source.name} cannot be applied, so the paper was not written", err=True)
            return 1
        comparison = compare(rulebook, outcome.after)
    write(output, render_paper(paper(read, rulebook, comparison), form), force)
    return 0
