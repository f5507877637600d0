"""`redraft new`."""

from __future__ import annotations

import click

from amendments.cli.shared.inputs import named, the_rulebook
from amendments.cli.shared.options import encoding_option, rulebook_option
from amendments.cli.shared.output import check_output, write
from amendments.cli.shared.terminal import Failure

KINDS = (
    "rule-change", "motion", "emergency-motion", "amendment-to-motion", "composite", "motion-of-no-confidence",
    "motion-of-intent", "open-letter", "petition",
)  # fmt: skip


@click.command("new")
@click.argument("kind", metavar="KIND", nargs=-1)
@click.option(
    "--from",
    "arrived",
    metavar="FILE",
    help="Make it of a draft that arrived as a document: Word, OpenDocument, PDF, a web page, Rich Text.",
)
@rulebook_option
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: the terminal]")
@click.option("--force", is_flag=True, help="Overwrite the file, if there is one.")
@encoding_option
def command(
    kind: tuple[str, ...],
    arrived: str | None,
    given: str | None,
    output: str | None,
    force: bool,
    encoding: str | None,
) -> None:
    """Write a draft, ready to be filled in.

    KIND is one of rule-change, motion, emergency-motion, amendment-to-motion, composite,
    motion-of-no-confidence, motion-of-intent, open-letter and petition.
    """
    from amendments.drafts.arriving import as_markdown, read_arrived
    from amendments.drafts.blank import begun

    if arrived is not None:
        if kind:
            raise Failure("--from makes a draft of a file, and asks for no kind", "leave the kind out")
        check_output(output, force, arrived)
        write(output, as_markdown(read_arrived(arrived, encoding).text), force)
        return
    if not kind:
        raise Failure("no kind of draft is given", f"as in  redraft new {KINDS[0]}; or give a file with --from")
    begins = _kind(" ".join(kind))
    check_output(output, force, named(given))
    write(output, begun(begins, the_rulebook(given, encoding)[0]), force)


def _kind(said: str) -> str:
    """The kind that was asked for, which may be written as the head of a draft writes it: "Rule change"."""
    name = "-".join(said.replace("-", " ").lower().split())
    if name in KINDS:
        return name
    import difflib

    near = difflib.get_close_matches(name, KINDS, n=1)
    raise Failure(
        f"there is no kind of draft called “{said}”",
        f"did you mean “{near[0]}”?" if near else f"the kinds are {', '.join(KINDS[:-1])} and {KINDS[-1]}",
    )
