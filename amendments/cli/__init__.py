"""The command line, one small file a command: it parses arguments, calls the rooms below and prints.

What comes in is what was typed; what goes out is what is printed or written, and a status. It never decides anything
about rules or drafts. A command's module is loaded when the command is called, so that each pays only for what it uses.
"""

from __future__ import annotations

import gc
import importlib
import sys

gc.set_threshold(100_000, 20, 20)  # a run is short, and looking for garbage while it starts is a tenth of it

import click  # noqa: E402

from amendments.cli.shared.terminal import Failure, colour_wanted, echo, failed  # noqa: E402
from rulebook import __version__  # noqa: E402

COMMANDS = {
    "import": "make your own rulebook, from Word, PDF and others, ready for the rest",
    "show": "read the rules, or one provision",
    "toc": "the contents",
    "find": "search the rules for words",
    "cites": "who refers to a provision",
    "new": "begin a draft",
    "edits": "say in plain English what a draft would do",
    "check": "every finding about a draft",
    "apply": "the consolidated rules",
    "diff": "what changes",
    "motion": "the document for conference",
    "template": "your own paper: templates to change",
    "explain": "what a finding means, and what to do",
    "demo": "the whole job on a worked example",
}


class Commands(click.Group):
    """The commands, in the order in which a drafter meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"amendments.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean “{near[0]}”?" if near else "redraft --help lists the commands"
            raise click.UsageError(f"there is no command “{args[0]}”; {hint}", ctx) from problem


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog="Each command has --help. To see it at work:  redraft demo",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="redraft", message="%(prog)s %(version)s")
@click.option("-r", "--rulebook", "given", metavar="FILE|EDITION", help="The rules, for any of the commands.")
@click.option("--debug", is_flag=True, help="Show the whole trace if something goes wrong in the tool itself.")
def group(given: str | None, debug: bool) -> None:
    """Draft changes to an organisation's rules: check them, see what they do, and set them out for conference."""
    context = click.get_current_context()
    context.obj = given
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and ends the process with its status: 0 fine, 1 findings, 2 bad usage or unreadable input."""
    status = run(arguments)
    gc.freeze()  # the process ends here, and looking through a whole rulebook for garbage would only hold it up
    sys.exit(status)


def run(arguments: list[str] | None = None) -> int:
    """Runs a command and returns its status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that cannot show a sign shows “?”, rather than failing
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    try:
        status = group.main(arguments, prog_name="redraft", standalone_mode=False, color=colour_wanted())
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:
        echo("stopped", err=True)
        return 2
    except click.ClickException as problem:
        context = getattr(problem, "ctx", None)
        return failed(problem.format_message(), f"{context.command_path if context else 'redraft'} --help  says how")
    except Failure as failure:
        return failed(failure.message, failure.help)
    except SystemExit:  # click's answer to a reader who has seen enough, as in  redraft show | head
        return 0
    except OSError as problem:
        if debug:
            raise
        return failed(f"the output cannot be written: {problem.strerror or problem}")
    except Exception as problem:
        if debug:
            raise
        return failed(
            f"something went wrong in the tool itself ({type(problem).__name__}: {problem})",
            "nothing of yours was changed; run it again with  redraft --debug ...  and report what it shows",
        )
