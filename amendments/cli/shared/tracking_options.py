"""Who makes tracked changes, and on which day, as a command is told or a draft says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from amendments.cli.shared.terminal import Failure, echo

if TYPE_CHECKING:
    from amendments.comparing.redlines.tracked_changes import By
    from amendments.drafts.draft import Draft

Command = TypeVar("Command", bound=Callable[..., Any])


def tracking_options(command: Command) -> Command:
    """`--author NAME` and `--today DATE`."""
    words = "The day of tracked changes. [default: when the draft was agreed, or today]"
    command = click.option("--today", metavar="DATE", help=words)(command)
    words = "Who makes tracked changes. [default: the draft’s sender, or redraft]"
    return click.option("--author", metavar="NAME", help=words)(command)


def without_tracking(author: str | None, today: str | None, help: str) -> None:
    """Raises `Failure` where there is a word about tracked changes, and none are written."""
    for option, given in (("--author", author), ("--today", today)):
        if given is not None:
            raise Failure(f"{option} is for tracked changes, and there are none here", help)


def tracked_by(author: str | None, today: str | None, draft: Draft | None = None) -> By:
    """Who makes the changes, and when. The same draft gives the same, if it says when it was agreed."""
    from amendments.comparing.redlines.tracked_changes import By
    from rulebook.printed.lines import printable

    name = printable(author or (draft.sender if draft else "")).strip()
    return By(name or "redraft", _day(today, draft))


def _day(today: str | None, draft: Draft | None) -> str:
    if today is not None:
        try:
            return date.fromisoformat(today).isoformat()
        except ValueError:
            raise Failure(f"--today {today} is no date", "as in  --today 2027-05-13") from None
    return _agreed(draft.agreed).isoformat() if draft and draft.agreed else date.today().isoformat()


def _agreed(words: str) -> date:
    """The day on which a draft was agreed, in figures or in words; today where it cannot be read, which is said."""
    from amendments.checks.standing_orders.dates import dates_in

    try:
        return date.fromisoformat(words)
    except ValueError:
        found = [one.first for one in dates_in(words, 1) if one.is_a_day and one.first.year > 1]
    if len(found) == 1:
        return found[0]
    echo(f"the day “{words}” could not be read, so the changes have today's; --today gives another", err=True)
    return date.today()
