"""`redraft diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from amendments.cli.shared.inputs import named, the_draft, the_outcome, the_rulebook
from amendments.cli.shared.options import encoding_option, output_options, rulebook_option
from amendments.cli.shared.output import check_output, format_of, write
from amendments.cli.shared.pager import show
from amendments.cli.shared.terminal import Failure, report
from amendments.cli.shared.tracking_options import tracked_by, tracking_options, without_tracking

if TYPE_CHECKING:
    from rulebook.provision import Rulebook

FORMATS = ("terminal", "md", "html", "json", "docx")


@click.command("diff")
@click.argument("files", nargs=-1, required=True, metavar="DRAFT | OLD NEW")
@rulebook_option
@output_options(FORMATS, "terminal")
@click.option("--colour/--no-colour", default=None, help="Colour on the terminal. [default: if it is one]")
@click.option("--no-pager", is_flag=True, help="Never through a pager, however long it is.")
@tracking_options
@encoding_option
def command(
    files: tuple[str, ...],
    given: str | None,
    output: str | None,
    to: str | None,
    force: bool,
    colour: bool | None,
    no_pager: bool,
    author: str | None,
    today: str | None,
    encoding: str | None,
) -> int:
    """Show what changes: what a DRAFT does to the rules, or how the NEW rules differ from the OLD.

    As docx it is the whole rules for Word, with tracked changes: accepting all of them leaves the new rules, rejecting
    all the old ones.
    """
    from amendments.comparing.formats import rendered
    from rulebook.comparing.comparison import compare

    if len(files) > 2:
        raise Failure("diff takes one draft, or two rulebooks", "redraft diff draft.md, or redraft diff old.md new.md")
    form = format_of(output, to, FORMATS, "terminal")
    by = tracked_by(author, today) if form == "docx" else None
    if by is None:
        without_tracking(author, today, "give a file that ends in .docx with -o")
    check_output(output, force, *files, None if len(files) == 2 else named(given))
    why = None
    if len(files) == 2:
        before, after = (the_rulebook(name, encoding)[0] for name in files)
        title = " and ".join(_called(book, file) for book, file in zip((before, after), files, strict=True))
        comparison = compare(before, after)
        status = 1 if comparison.changes or comparison.renumbered else 0
    else:
        draft = the_draft(files[0], encoding)
        rulebook, findings = the_rulebook(given, encoding, draft)
        report(findings)
        report(draft.findings)
        outcome = the_outcome(draft, rulebook, "cannot be applied, so there is nothing to compare")
        if outcome is None or outcome.after is None:
            return 1
        title = draft.title or draft.source.name
        comparison = compare(rulebook, outcome.after)
        if form == "html":
            from amendments.comparing.causes import causes

            why = causes(outcome, comparison, draft.source)
        status = 0
        by = by and tracked_by(author, today, draft)
    if by:
        from amendments.comparing.redlines.document import redline_document

        write(output, redline_document(comparison, by), force)
        return status
    if form == "terminal" and output in (None, "-"):
        show(lambda coloured: rendered(comparison, form, title, coloured), colour, pager=not no_pager)
        return status
    coloured = bool(colour)  # that the screen has it says nothing about a file
    write(output, rendered(comparison, form, title, coloured, why), force, coloured=form == "terminal")
    return status


def _called(rulebook: Rulebook, file: str) -> str:
    """A rulebook by its title and edition; by the name of its file where it has neither."""
    return " ".join(filter(None, (rulebook.title, rulebook.edition))) or Path(file).name
