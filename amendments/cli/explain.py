"""`redraft explain`."""

from __future__ import annotations

import click

from amendments.cli.shared.terminal import Failure, echo


@click.command("explain")
@click.argument("code", required=False)
@click.option("--page", is_flag=True, help="All of them explained, as a page of Markdown.")
def command(code: str | None, page: bool) -> None:
    """Say what a finding means, why it matters, and what to write instead.

    CODE stands in square brackets after the finding: words-not-unique, say. Without it, all of them are listed. The
    word "language" for a CODE tells the ways of writing an instruction, and "templates" what a template is given.
    """
    from amendments.checks.explanations import explained, listed, nearest, reference_page
    from amendments.cli.shared.guides import PAGE, TEMPLATES, for_terminal

    if page:
        echo(reference_page(), nl=False)
        return
    if code is None:
        echo(listed(), nl=False)
        return
    pages = {"language": PAGE, "templates": TEMPLATES}
    text = for_terminal(pages[code]) if code in pages else explained(code.strip("[]"))
    if text is None:
        near = nearest(code)
        raise Failure(
            f"there is no finding called “{code}”",
            f"did you mean “{near}”?" if near else "redraft explain lists them all",
        )
    echo(text, nl=False)
