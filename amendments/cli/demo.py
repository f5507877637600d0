"""`redraft demo`."""

from __future__ import annotations

import click

from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import Failure, called, echo


@click.command("demo")
@click.argument("folder", default="redraft-demo", metavar="[DIR]")
@click.option("--force", is_flag=True, help="Overwrite files of the same names there.")
def command(folder: str, force: bool) -> None:
    """Do the whole job on a worked example, in the folder DIR (redraft-demo), and say what each file is for."""
    from pathlib import Path

    from amendments.cli.shared.worked_example import papers

    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise Failure(f"{folder} is a file", "name a folder")
    made = papers()
    there = [name for name, _, _ in made if (place / name).exists()]
    if there and not force:
        raise Failure(
            f"{place / there[0]} is there already, and was left as it is", "name another folder, or give --force"
        )
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Failure(f"the folder {folder} cannot be made: {problem.strerror}", "choose another") from None
    for name, content, purpose in made:
        write(str(place / name), content, force)
        echo(f"{place / name}\n    {purpose}")
    echo(f"\nTo do it yourself:  {called()} check {place / made[0][0]}")
