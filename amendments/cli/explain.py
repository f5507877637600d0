"""`redraft explain`."""

from __future__ import annotations

import click

from amendments.cli.shared import Failure


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what the finding CODE means, why it matters, and give a bad and a good example. Without CODE, list them."""
    from amendments.explanations import explained, listed, nearest

    if code is None:
        click.echo(listed(), nl=False)
        return
    text = explained(code.strip("[]"))
    if text is None:
        near = nearest(code)
        raise Failure(
            f"there is no finding called “{code}”",
            f"did you mean “{near}”?" if near else "redraft explain lists them all",
        )
    click.echo(text, nl=False)
