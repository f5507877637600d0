"""`redraft check`."""

from __future__ import annotations

from typing import Any

import click

from amendments.cli.shared.check_options import Options
from amendments.cli.shared.check_run import CheckRun
from amendments.cli.shared.options import encoding_option, rulebook_option


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
def command(**typed: Any) -> int:
    """Print every finding about the DRAFTs. The status is 1 where one of them is an error.

    A folder stands for the drafts in it. A rulebook is checked by itself.
    """
    options = Options(**typed)
    options.must_fit()
    run = CheckRun(options)
    run.read()
    run.check()
    run.report()
    return run.status
