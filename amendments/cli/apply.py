"""`redraft apply`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import named, the_draft, the_rulebook
from amendments.cli.shared.options import encoding_option, output_options, rulebook_option
from amendments.cli.shared.output import check_output, format_of, write
from amendments.cli.shared.own_templates import not_set, own_of, own_options
from amendments.cli.shared.terminal import Failure, echo, report

FORMATS = ("md", "txt", "json", "xml", "docx", "html", "odt", "pdf")


@click.command("apply")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@rulebook_option
@output_options(FORMATS, "md")
@click.option("--only", metavar="REFERENCE", multiple=True, help="Write only this provision, as it becomes.")
@click.option("--notes", is_flag=True, help="Note what each amendment did, in square brackets: for reading.")
@own_options
@encoding_option
def command(
    drafts: tuple[str, ...],
    given: str | None,
    output: str | None,
    to: str | None,
    force: bool,
    only: tuple[str, ...],
    notes: bool,
    templates: str | None,
    reference: str | None,
    encoding: str | None,
) -> int:
    """Write the consolidated rules: the rules with the amendments of the DRAFTs made.

    Drafts that name one edition are carried out on it together; others one after another.
    """
    from amendments.checks.several_drafts import carry_out_drafts
    from amendments.papers.consolidated import consolidated
    from amendments.papers.editorial_notes import carried, notes_of, together
    from amendments.papers.on_screen import looked_up
    from amendments.setting_out.notes import Notes
    from amendments.setting_out.own.faults import Faulty
    from rulebook.comparing.comparison import compare
    from rulebook.diagnostics import errors

    form = format_of(output, to, FORMATS, "md")
    if form == "xml" and only:
        raise Failure("xml (Akoma Ntoso) is written of the whole rules", "leave --only out, or give --to json")
    if notes and form in ("json", "xml"):
        raise Failure(f"{form} is for programs, and has no place for notes", "leave --notes out, or give --to md")
    check_output(output, force, *drafts, named(given), reference)
    own = own_of(templates, reference, drafts[0], "rulebook", form)
    read = [the_draft(path, encoding) for path in drafts]
    rulebook, findings = the_rulebook(given, encoding, read[0])
    report(findings)
    said: Notes = {}
    for draft in read:
        report(draft.findings)
    for step in carry_out_drafts(read, rulebook):
        report(step.diagnostics)
        if step.applied is None:
            echo(f"{step.draft.source.name} was not applied, and nothing was written", err=True)
            return 1
        rulebook = step.applied.rulebook
        if notes:
            said = together(carried(said, step.applied), notes_of(step.draft, compare(step.before, rulebook)))
    paths, faults = looked_up(rulebook, only)
    report(faults)
    if errors(faults):
        return 1
    try:
        content = consolidated(rulebook, form, tuple(paths), own=own, notes=said)
    except Faulty as faulty:
        return not_set(faulty)
    write(output, content, force)
    return 0
