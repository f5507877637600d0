"""`redraft check`."""

from __future__ import annotations

import click

from amendments.cli.saying import echo
from amendments.cli.shared import encoding_option, rulebook_option, the_draft, the_rulebook, write


@click.command("check")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@rulebook_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the findings."
)
@encoding_option
def command(drafts: tuple[str, ...], given: str | None, form: str, encoding: str | None) -> int:
    """Print every finding about the DRAFTs. The status is 1 where one of them is an error."""
    from amendments.checking import as_json, as_text, check
    from rulebook.diagnostics import errors

    findings = []
    for path in drafts:
        draft = the_draft(path, encoding)
        rulebook, about_the_rules = the_rulebook(given, encoding, draft)
        findings += [finding for finding in about_the_rules if finding not in findings]
        findings += check(draft, rulebook)
    if form == "json":
        write(None, as_json(findings), False)
    else:
        echo(as_text(findings), nl=False)
    return 1 if errors(findings) else 0
