"""`redraft import`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amendments.cli.shared.inputs import the_rulebook
from amendments.cli.shared.options import encoding_option
from amendments.cli.shared.output import check_output, format_of, write
from amendments.cli.shared.terminal import Failure, echo

if TYPE_CHECKING:
    from rulebook.importing.importer import Imported
    from rulebook.provision import Scheme

FORMATS = ("md", "txt", "json")
DEFAULT = "rulebook.md"
MOST_LEVELS = 12  # the deepest rulebooks met have seven


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
    help="How tracked changes are read.  [default: accept]",
)
@click.option("--report", "page", metavar="FILE.html", help="Write the whole report as a page.")
@click.option("--strict", is_flag=True, help="Status 1 unless the grade of the reading is sound.")
@click.option("--crosswalk", metavar="OLD", help="Propose which provisions of an older edition became which.")
@encoding_option
def command(
    file: str,
    output: str,
    to: str | None,
    force: bool,
    levels: str | None,
    tracked: str | None,
    page: str | None,
    strict: bool,
    crosswalk: str | None,
    encoding: str | None,
) -> int:
    """Read a rulebook from FILE and write it as a file the other commands use.

    FILE is of Word, OpenDocument, PDF, a web page, Rich Text, Markdown, reStructuredText, AsciiDoc or plain text; old
    Word (.doc) and Pages need LibreOffice.

    What was found is said on the terminal, with a grade: sound, doubtful or wrong. What is wrong is written beside.
    """
    from amendments.papers.import_report import as_page, as_text
    from rulebook.importing.crosswalks import proposed
    from rulebook.importing.formats import LARGEST
    from rulebook.importing.grading.grade import Verdict
    from rulebook.importing.importer import import_rulebook
    from rulebook.source import read_bytes

    form = format_of(output, to, FORMATS, "md")
    for written in (output, page):
        check_output(written, force, file, crosswalk)
    if page is not None and not page.lower().endswith((".html", ".htm")):
        raise Failure(
            f"the report is a page, and {page} is no name for one", "end it in .html, as in  --report report.html"
        )
    if page is not None and output != "-" and Path(page).resolve() == Path(output).resolve():
        raise Failure("the rules and the report cannot go into one file", "give the report another name")
    scheme = _scheme(levels)
    data = read_bytes(file, LARGEST + 1)
    name = "standard input" if file == "-" else file
    for said in _without_use(data, name, tracked, encoding):
        echo(said, err=True)
    with _Progress(file) as progress:
        imported = import_rulebook(
            data, name, scheme=scheme, tracked=tracked or "accept", encoding=encoding, say=progress.say
        )
    imported, text = _written(imported, form)
    wrong = imported.grade.verdict is Verdict.WRONG
    old = the_rulebook(crosswalk, encoding)[0] if crosswalk is not None else None
    if page is not None:
        write(page, as_page(imported), force)
    target = beside(output) if wrong else output
    if target:
        write(target, text, force)
    echo(as_text(imported, "" if output == "-" else output, page or "", target if wrong else ""), err=True, nl=False)
    if old is not None:
        echo("\n" + proposed(old, imported.rulebook), err=True)
    if strict and imported.grade.verdict is Verdict.DOUBTFUL:
        echo("--strict: the reading is doubtful, so the status is 1", err=True)
        return 1
    return 1 if wrong else 0


def beside(output: str) -> str:
    """Where what was read wrongly is written: beside the file that was asked for, which no command then takes for the
    rules, and beside what was written so before, for somebody may have mended that. On the terminal it is not written.
    """
    if output == "-":
        return ""
    path = Path(output)
    names = (path.with_name(f"{path.stem}.unsound{number or ''}{path.suffix}") for number in count())
    return str(next(one for one in names if not one.exists()))


def _written(imported: Imported, form: str) -> tuple[Imported, str]:
    """What was read in a format, and its grade: what does not read back as it was printed is wrong."""
    from rulebook.importing.grading.grade import unwritable
    from rulebook.importing.native import native_file, unchecked
    from rulebook.source import Unreadable
    from rulebook.writing.json_form import to_json
    from rulebook.writing.plain_text import to_text

    try:
        text = native_file(imported.rulebook, imported.places)
    except Unreadable as problem:
        imported = replace(imported, grade=unwritable(imported.grade, problem.message))
        text = unchecked(imported.rulebook, imported.places)
    if form == "txt":
        text = to_text(imported.rulebook)
    elif form == "json":
        text = to_json(imported.rulebook)
    return imported, text


def _without_use(data: bytes, name: str, tracked: str | None, encoding: str | None) -> Iterator[str]:
    """What was asked for and does nothing with such a file."""
    from rulebook.importing.formats import WITH_ENCODING, WITHOUT_CHANGES, kind_of

    kind = kind_of(data, name)
    if tracked is not None and kind in WITHOUT_CHANGES:
        yield f"--tracked does nothing here: {name} is {kind}, which keeps no tracked changes"
    if encoding is not None and kind not in WITH_ENCODING:
        yield f"--encoding does nothing here: {name} is {kind}, which says itself how its letters are written"


def _scheme(levels: str | None) -> Scheme | None:
    if levels is None:
        return None
    from rulebook.provision import Scheme

    example = 'as in  --scheme "Chapter 1, Clause I, 1, A, i, a"'
    written = tuple(part.strip().strip("\"'") for part in levels.strip("[] ").split(","))
    if not all(written):
        raise Failure(f"--scheme {levels!r} has a level without a name", example)
    if len(written) > MOST_LEVELS:
        raise Failure(f"--scheme has {len(written)} levels, and {MOST_LEVELS} are the most", example)
    words = [level.word.lower() for level in Scheme(written).levels]
    twice = next((word for word in words if word and words.count(word) > 1), "")
    if twice:
        raise Failure(f"--scheme names “{twice.title()}” twice", f"give each level a word of its own, {example}")
    headed = sum(1 for word in words if word)
    if any(words[headed:]):
        raise Failure(
            f"--scheme has the heading “{next(filter(None, words[headed:])).title()}” under provisions that have none",
            f"name the levels with a word first, {example}",
        )
    for part in written[headed:]:
        if not re.fullmatch(r"\(?(?:[AaIi]|1(?:\.1)*)\)?\.?", part):
            message = f"--scheme has a level “{part}”, which is no kind of number"
            raise Failure(message, f"write 1, 1.1, A, a, I or i, {example}")
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
