"""`redraft check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from amendments.cli.shared.check_options import Asking
from amendments.cli.shared.inputs import named, the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import Failure, echo, failed
from rulebook.source import Source, Unreadable, read_source

if TYPE_CHECKING:
    from amendments.checks.many_files import Checked
    from amendments.drafts.draft import Draft
    from rulebook.diagnostics import Diagnostic


@click.command("check")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@rulebook_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    help="How to print the findings.",
)
@click.option("--select", "selected", multiple=True, metavar="NAME", help="Only this finding; may be given again.")
@click.option("--ignore", "ignored", multiple=True, metavar="NAME", help="Not this finding; may be given again.")
@click.option("--today", metavar="DATE", help="Check as if it were sent then, as in 2027-06-18 or 2027-06-18T11:30.")
@click.option(
    "--standing-orders",
    metavar="FILE",
    help="What conference asks. [default: standing-orders.toml, or by the rules' organisation]",
)
@click.option("--decisions", metavar="FILE", help="What conference decided before, as TOML. [default: decisions.toml]")
@click.option("--fix", is_flag=True, help="Write the safe suggestions into the drafts.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix, also those that change what a draft says.")
@click.option("--consequential", is_flag=True, help="Add the instructions that the rest of the book needs.")
@click.option("--diff", is_flag=True, help="With --fix or --consequential, only show what would be written.")
@encoding_option
def command(
    drafts: tuple[str, ...],
    given: str | None,
    form: str,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    today: str | None,
    standing_orders: str | None,
    decisions: str | None,
    fix: bool,
    unsafe_fixes: bool,
    consequential: bool,
    diff: bool,
    encoding: str | None,
) -> int:
    """Print every finding about the DRAFTs. The status is 1 where one of them is an error.

    A folder stands for the drafts in it. A rulebook is checked by itself.
    """
    from amendments.checks.formats import reported
    from amendments.checks.many_files import Pile, Shelf, check_draft, check_rulebook, files_in, is_rulebook
    from amendments.drafts.draft import read_draft
    from amendments.drafts.signatories import all_who_signed, path_of_table
    from rulebook.diagnostics import errors

    _must_fit(form, fix or consequential, unsafe_fixes, diff)
    asking = Asking(selected, ignored, today, standing_orders, decisions, named(given))
    shelf, pile = Shelf(lambda draft: the_rulebook(given, encoding, draft)), Pile()
    findings: dict[Diagnostic, None] = {}  # what is said of the rules stands here once
    unreadable: list[Unreadable] = []
    files = list(files_in(drafts))
    read: dict[str, tuple[Source, Draft | None]] = {}  # all of them first, for what one body sends in several
    for path in files:
        try:
            source = read_source(path, encoding)
            read[path] = source, None if is_rulebook(source) else read_draft(source)
        except Unreadable as problem:
            if len(files) == 1:
                raise
            unreadable.append(problem)
    for _, draft in read.values():
        pile.add(draft)
    for path, (source, draft) in read.items():
        try:
            asked = asking.for_draft(path)
            if draft is None:
                findings.update(dict.fromkeys(check_rulebook(source, asked)))
                continue
            found = check_draft(draft, shelf, asked, pile)
            if fix or consequential:
                found = _put_right(path, source, found, fix, unsafe_fixes, consequential, diff, encoding)
            findings.update(dict.fromkeys(found.findings))
            name = path_of_table(draft.source.name, draft.table_of_signatories)
            table = read_source(name, encoding) if name is not None else None
            _, said = all_who_signed(draft.signatories, draft.source, table)
            findings.update(dict.fromkeys(finding for finding in said if asked.wants(finding)))
        except Unreadable as problem:
            if len(files) == 1:
                raise
            unreadable.append(problem)
    noun = "drafts" if all(draft for _, draft in read.values()) else "files"
    text = reported(findings, form, len(files), noun)
    if form == "text":
        echo(text, nl=False)
    else:
        write(None, text, False)
    for message, help in dict.fromkeys((failure.message, failure.help) for failure in unreadable):
        failed(message, help)
    return 2 if unreadable else 1 if errors(findings) else 0


def _must_fit(form: str, writes: bool, unsafe_fixes: bool, diff: bool) -> None:
    if (unsafe_fixes or diff) and not writes:
        raise Failure("there is nothing to write", "give --fix or --consequential as well")
    if writes and form != "text":
        raise Failure(f"--format {form} is for programs, and they write nothing", "leave --fix and its like out")


def _put_right(
    path: str,
    source: Source,
    checked: Checked,
    fix: bool,
    unsafe: bool,
    consequential: bool,
    diff: bool,
    encoding: str | None,
) -> Checked:
    """Writes what the findings suggest into the draft, or shows it; and what is found after that."""
    from dataclasses import replace
    from difflib import unified_diff

    from amendments.checks.fixes import fixed, with_consequences
    from amendments.cli.shared.rewritten_file import put_back

    text, settled = source.text, []
    if consequential:
        done = with_consequences(text, checked.draft.amendment, checked.findings)
        text, settled = done.text, [*done.settled]
    if fix:
        done = fixed(text, [one for one in checked.findings if one.source == checked.draft.source], unsafe=unsafe)
        text, settled = done.text, [*settled, *done.settled]
    if text == source.text:
        return checked
    if diff:
        lines = unified_diff(source.text.splitlines(True), text.splitlines(True), path, f"{path}, put right")
        echo("".join(line if line.endswith("\n") else line + "\n" for line in lines))
        return checked
    if path == "-":
        raise Failure("what comes from standard input cannot be put right in its place", "give a file")
    put_back(path, source.text, text, encoding)
    number = len(settled)
    echo(f"{path} is put right in {number} place{'' if number == 1 else 's'}", err=True)
    return replace(checked, findings=tuple(one for one in checked.findings if one not in settled))
