"""`redraft template`."""

from __future__ import annotations

from pathlib import Path

import click

from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import Failure, called, echo


@click.group("template", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> int | None:
    """Templates of papers: see which there are, and copy one to change it.

    Files in a folder called templates, beside the draft, are used in place of those that come with the tool.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0


@command.command("list")
def list_() -> None:
    """Say what each template is for, in which formats, and what its files are called."""
    from amendments.setting_out.templates import LIST
    from rulebook.diagnostics import wrapped

    for template in LIST:
        echo("\n".join(wrapped(f"{template.name}: {template.purpose}", "", "    ")))
        for format, file in template.files.items():
            echo(f"    {format:<6}{file}")
    echo(f"\n{called()} template copy NAME  makes a copy to change.")
    echo(f"{called()} explain templates  says what a template is given.")


@command.command("copy")
@click.argument("name", metavar="NAME")
@click.option("--to", "folder", metavar="FOLDER", default="templates", show_default=True, help="Where to copy it.")
@click.option("--force", is_flag=True, help="Overwrite files of the same names there.")
def copy(name: str, folder: str, force: bool) -> None:
    """Copy a template for you to change: NAME is one of those in the list, or one of its files."""
    import difflib

    from amendments.setting_out.templates import built_in, every_file, files_of, names

    files = files_of(name)
    if not files:
        near = difflib.get_close_matches(name, [*names(), *every_file()], 1)
        hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(names())}"
        raise Failure(f"there is no template “{name}”", hint)
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise Failure(f"{folder} is a file", "name a folder")
    there = [file for file in files if (place / file).exists()]
    if there and not force:
        raise Failure(
            f"{place / there[0]} is there already, and was left as it is",
            "name another folder with --to, or give --force to overwrite it",
        )
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Failure(f"the folder {folder} cannot be made: {problem.strerror}", "choose another") from None
    for file in files:
        write(str(place / file), built_in(file), force)
        echo(str(place / file))
    echo(f"\nIt is used for every draft that lies beside the folder {place.name}, or with  --templates {folder}")
