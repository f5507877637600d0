"""Where a command writes: to a file, all at once and over none unasked, or to the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from amendments.cli.shared.terminal import Failure, shown


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


def check_output(output: str | None, force: bool, *read: str | None) -> None:
    """Raises `Failure` where nothing can be written to the output, before any work is done.

    It must not be one of the files that are read, whatever the user says to force it.
    """
    _keep(output, *read)
    may_write(output, force)


def _keep(output: str | None, *read: str | None) -> None:
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
