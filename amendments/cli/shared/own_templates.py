"""What `motion` and `apply` have in common: the user's own templates and styles, and what is said of them."""

from __future__ import annotations

import click

from amendments.cli.shared.options import Command
from amendments.cli.shared.terminal import Failure, echo, report
from amendments.setting_out.own.faults import Faulty
from amendments.setting_out.template_choice import Own

DOCUMENTS = ("docx", "odt")


def own_options(command: Command) -> Command:
    """`--templates FOLDER` and `--reference-doc FILE`."""
    words = "A .docx or .odt whose styles, head and foot are used."
    command = click.option("--reference-doc", "reference", metavar="FILE", help=words)(command)
    words = "Your own templates. [default: the folder templates beside the draft, if it has any]"
    return click.option("--templates", metavar="FOLDER", help=words)(command)


def own_of(templates: str | None, reference: str | None, draft: str, paper: str, format: str) -> Own:
    """What the user brings to set out a paper, "motion" or "rulebook", in a format; says on standard error which
    files are used in place of ours."""
    from amendments.setting_out.own.folder import beside, read_folder
    from amendments.setting_out.reference_document import completed, read_document
    from amendments.setting_out.templates import files_for

    if reference is not None and format not in DOCUMENTS:
        raise Failure(
            f"--reference-doc is for docx and odt, and this is {format}",
            "leave it out, or write another format with --to or the ending of -o",
        )
    if templates is not None and not files_for(paper, format):
        raise Failure(f"no template sets out the rules as {format}", "leave --templates out, or write html or pdf")
    folder = templates if templates is not None or not files_for(paper, format) else beside(draft)
    found = read_folder(str(folder)) if folder is not None else None
    styles = read_document(reference, format) if reference is not None else None
    if found is not None:
        used = [file for file in found.used_for(paper, format) if styles is None or file not in _documents()]
        for file in used:
            echo(f"{found.shown(file)} is used in place of the one that comes with the tool", err=True)
        if not used and styles is None and files_for(paper, format):
            echo(f"{found.folder} has no template for {format}: the one that comes with the tool is used", err=True)
        if styles is None and f"reference.{format}" in used:
            file = f"reference.{format}"
            styles = completed(found.files[file], found.shown(file), format)
    return Own(found, styles)


def not_set(faulty: Faulty) -> int:
    """Says why a template could not be used, and returns the status of a command that found so."""
    report(faulty.findings)
    echo("the paper was not written", err=True)
    return 1


def _documents() -> list[str]:
    return [f"reference.{format}" for format in DOCUMENTS]
