"""`redraft import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amendments.cli.saying import echo
from amendments.cli.shared import Failure, encoding_option, format_of, keep, may_write, the_rulebook, write

if TYPE_CHECKING:
    from rulebook.provision import Scheme

FORMATS = ("md", "txt", "json")
DEFAULT = "rulebook.md"


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", metavar="FILE", default=DEFAULT, show_default=True, help="Where to write; - for the terminal."
)
@click.option("--to", type=click.Choice(FORMATS), help="The format. [default: by the file's ending, or md]")
@click.option("--force", is_flag=True, help="Overwrite the file, if there is one.")
@click.option(
    "--scheme", "levels", metavar="LEVELS", help='The levels, if not to be found out: "Chapter 1, Clause I, 1, A, i".'
)
@click.option(
    "--tracked",
    type=click.Choice(("accept", "reject")),
    default="accept",
    show_default=True,
    help="How tracked changes are read.",
)
@click.option("--report", "page", metavar="FILE.html", help="Write the whole report as a page.")
@click.option("--strict", is_flag=True, help="Treat what was guessed as findings: status 1 if there is any.")
@click.option("--crosswalk", metavar="OLD", help="Propose which provisions of an older edition became which.")
@encoding_option
def command(
    file: str,
    output: str,
    to: str | None,
    force: bool,
    levels: str | None,
    tracked: str,
    page: str | None,
    strict: bool,
    crosswalk: str | None,
    encoding: str | None,
) -> int:
    """Read a rulebook from FILE (.docx, .odt, .html, .pdf, .txt, .md) and write it as a file the other commands use.

    What was found, and what had to be guessed, is said on the terminal.
    """
    from amendments.import_report import as_page, as_text
    from rulebook.importing.crosswalks import proposed
    from rulebook.importing.importer import import_rulebook
    from rulebook.importing.native import native_file
    from rulebook.source import read_bytes
    from rulebook.writer import to_json, to_text

    form = format_of(output, to, FORMATS, "md")
    for written in (output, page):
        keep(written, file, crosswalk)
        may_write(written, force)
    if page is not None and not page.lower().endswith((".html", ".htm")):
        raise Failure(
            f"the report is a page, and {page} is no name for one", "end it in .html, as in  --report report.html"
        )
    if page is not None and page == output:
        raise Failure("the rules and the report cannot go into one file", "give the report another name")
    with _Progress(file) as progress:
        imported = import_rulebook(
            read_bytes(file), file, scheme=_scheme(levels), tracked=tracked, encoding=encoding, say=progress.say
        )
    text = native_file(imported.rulebook, imported.places)
    if form == "txt":
        text = to_text(imported.rulebook)
    elif form == "json":
        text = to_json(imported.rulebook)
    old = the_rulebook(crosswalk, encoding)[0] if crosswalk is not None else None
    if page is not None:
        write(page, as_page(imported.report, imported.rulebook), force)
    write(output, text, force)
    echo(as_text(imported.report, imported.rulebook, "" if output == "-" else output, page or ""), err=True, nl=False)
    if old is not None:
        echo("\n" + proposed(old, imported.rulebook), err=True)
    if strict and imported.report.guesses:
        echo(f"--strict: {len(imported.report.guesses)} guessed, so the status is 1", err=True)
        return 1
    return 0


def _scheme(levels: str | None) -> Scheme | None:
    if levels is None:
        return None
    from rulebook.provision import Scheme

    written = tuple(part.strip().strip("\"'") for part in levels.strip("[] ").split(","))
    if not all(written):
        raise Failure(
            f"--scheme {levels!r} has a level without a name", 'as in  --scheme "Chapter 1, Clause I, 1, A, i, a"'
        )
    return Scheme(written)


class _Progress:
    """A bar on a terminal, once there are pages enough to wait for."""

    LEAST = 20  # pages; fewer are read before anybody wonders

    def __init__(self, name: str) -> None:
        self.name = Path(name).name
        self.bar: click._termui_impl.ProgressBar[int] | None = None
        self.done = 0

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.__exit__(None, None, None)

    def say(self, done: int, pages: int) -> None:
        """So many pages are read, of so many."""
        if pages < self.LEAST or not sys.stderr.isatty():
            return
        if self.bar is None:
            self.bar = click.progressbar(length=pages, label=self.name[:30], file=sys.stderr)
            self.bar.__enter__()
        self.bar.update(done - self.done)
        self.done = done
