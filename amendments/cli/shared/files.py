"""What several commands share: where the rulebook comes from, and how output is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from amendments.cli.shared.terminal import echo, shown
from amendments.drafts.draft import Draft, read_draft
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.editions import names, newest, open_rulebook
from rulebook.provision import Rulebook
from rulebook.source import Source, Unreadable, read_source

Failure = Unreadable
Command = TypeVar("Command", bound=Callable[..., Any])


def colour_wanted() -> bool | None:
    """False where NO_COLOR is set; None leaves it to the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def rulebook_option(command: Command) -> Command:
    """`-r FILE|EDITION`."""
    return click.option(
        "-r", "--rulebook", "given", metavar="FILE|EDITION",
        help="The rules: a file, or a model edition. "
        "[default: $REDRAFT_RULEBOOK, the nearest rulebook.md, the model rules]",
    )(command)  # fmt: skip


def encoding_option(command: Command) -> Command:
    """`--encoding NAME`."""
    words = "How the files are written, if not in UTF-8 (such as cp1252)."
    return click.option("--encoding", metavar="NAME", help=words)(command)


def output_options(formats: tuple[str, ...], default: str) -> Callable[[Command], Command]:
    """`-o FILE`, `--to FORMAT` and `--force`."""

    def add(command: Command) -> Command:
        command = click.option("--force", is_flag=True, help="Overwrite the file, if there is one.")(command)
        words = f"The format. [default: by the file's ending, or {default}]"
        command = click.option("--to", "to", type=click.Choice(formats), help=words)(command)
        return click.option("-o", "--output", metavar="FILE", help="Where to write. [default: the terminal]")(command)

    return add


def the_rulebook(
    given: str | None, encoding: str | None = None, draft: Draft | None = None
) -> tuple[Rulebook, list[Diagnostic]]:
    """The rulebook that is meant, and what there is to say of reading it.

    What `named` says; else the model rules, in the edition that the draft names.
    """
    given = named(given)
    findings: list[Diagnostic] = []
    if given is None:
        wanted = draft.edition if draft and draft.kind == "rule change" else ""
        if draft and wanted and wanted not in names():
            raise Failure(
                f"{draft.source.name} is written on the rules “{wanted}”, which do not come with the tool",
                f"give the file of those rules with -r, or write one of the model editions: {', '.join(names())}",
            )
        given = wanted or newest()
    rulebook, found, _ = open_rulebook(given, encoding)
    findings += [finding for finding in found if finding.severity is not Severity.ADVICE]
    if draft is not None and draft.edition and rulebook.edition and draft.edition != rulebook.edition:
        findings.append(
            Diagnostic(
                "edition-differs",
                f"the draft is written on the edition “{draft.edition}”, and these rules are “{rulebook.edition}”",
                "give the other edition with -r, or correct the line “rulebook:”",
                Severity.WARNING,
                draft.source,
            )
        )
    return rulebook, findings


def named(given: str | None) -> str | None:
    """The rulebook that is given; else REDRAFT_RULEBOOK; else the nearest rulebook.md upwards; else None."""
    context = click.get_current_context(silent=True)
    return given or (context.find_root().obj if context else None) or os.environ.get("REDRAFT_RULEBOOK") or _nearest()


def _nearest() -> str | None:
    try:
        here = Path.cwd()
        for folder in (here, *here.parents):
            found = folder / "rulebook.md"
            if found.is_file():
                return found.name if folder == here else str(found)
    except OSError:  # a folder that is gone, or may not be read
        pass
    return None


def the_draft(path: str, encoding: str | None = None) -> Draft:
    """The draft in a file, or on standard input for "-"."""
    return read_draft(read_source(path, encoding))


def the_source(path: str, encoding: str | None = None) -> Source:
    """A file, or standard input for "-"."""
    return read_source(path, encoding)


def format_of(output: str | None, to: str | None, formats: tuple[str, ...], default: str) -> str:
    """The format that is asked for, or that the file's ending says."""
    if to:
        return to
    if output is None or output == "-":
        return default
    ending = Path(output).suffix.lower().lstrip(".")
    ending = {"htm": "html", "markdown": "md", "text": "txt"}.get(ending, ending)
    files = [name for name in formats if name != "terminal"]
    if ending in files:
        return ending
    raise Failure(
        f"the ending of {output} does not say the format",
        f"end it in {', '.join('.' + name for name in files)}, or give --to",
    )


def keep(output: str | None, *read: str | None) -> None:
    """Raises `Failure` where the output is one of the files that are read, whatever the user says to force it."""
    if output in (None, "-") or not Path(str(output)).is_file():
        return
    for name in read:
        try:
            same = bool(name) and name != "-" and os.path.samefile(str(output), str(name))
        except OSError:  # it is not there, or is the name of an edition
            same = False
        if same:
            raise Failure(
                f"{output} is what this reads from, and was left as it is",
                "give another name: --force does not overwrite the draft or the rules themselves",
            )


def may_write(output: str | None, force: bool) -> None:
    """Raises `Failure` where the output is there already or its folder is not, before any work is done."""
    if output is None or output == "-":
        return
    path = Path(output)
    if not output:
        raise Failure("the name of the file to write is empty", "give it a name, or - for the terminal")
    if path.is_dir():
        raise Failure(f"{output} is a folder", "name a file in it")
    if not path.parent.is_dir():
        raise Failure(f"there is no folder {path.parent}", f"make it first:  mkdir {path.parent}")
    if not path.exists() and not os.access(path.parent, os.W_OK):
        raise Failure(f"nothing can be written in the folder {path.parent}", "choose another folder")
    if path.is_file() and not force:
        raise Failure(
            f"{output} is there already, and was left as it is", "give another name, or --force to overwrite it"
        )


def write(output: str | None, content: str | bytes, force: bool, *, coloured: bool = False) -> None:
    """Writes to a file all at once, or to the terminal. What is `coloured` has nothing for it but colours."""
    if output is None or output == "-":
        if isinstance(content, str):
            safe = shown(content) if sys.stdout.isatty() and not coloured else content
            click.echo(safe, nl=False, color=True)  # it has colour only where that was decided on
        elif sys.stdout.isatty():
            raise Failure("this format cannot be shown on a terminal", "give a file with -o")
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        return
    may_write(output, force)
    path = Path(output)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: it stays what it is
            path.write_bytes(data)
        else:
            _write_at_once(path, data, force)
    except FileExistsError:
        raise Failure(f"{output} is there already, and was left as it is", "give another name, or --force") from None
    except OSError as problem:
        raise Failure(f"{output} cannot be written: {problem.strerror or problem}", "choose another folder") from None


def _write_at_once(path: Path, data: bytes, force: bool) -> None:
    """The file is there whole or not at all, and nothing half written is left beside it."""
    import tempfile

    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as half:
        try:
            half.write(data)
            half.close()
            os.chmod(half.name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            if not force:
                try:
                    os.link(half.name, path)  # fails where somebody has made the file meanwhile
                    return
                except FileExistsError:
                    raise
                except OSError:  # a file system without links
                    pass
            os.replace(half.name, path)
        finally:
            half.close()
            Path(half.name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def report(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints findings with carets where errors go, a blank line after each."""
    from rulebook.diagnostics import with_carets

    for diagnostic in diagnostics:
        echo(with_carets(diagnostic) + "\n", err=True)
