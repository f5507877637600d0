"""What drafts are checked against, from the options of a command and the settings of the folder that they stand in."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from amendments.cli.shared.terminal import Failure
from rulebook.source import read_source

if TYPE_CHECKING:
    from amendments.checks.draft_check import Asked
    from amendments.checks.standing_orders import StandingOrders


@dataclass(frozen=True, slots=True)
class Options:
    """What was typed."""

    drafts: tuple[str, ...]
    given: str | None
    form: str
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    today: str | None
    standing_orders: str | None
    decisions: str | None
    fix: bool
    unsafe_fixes: bool
    consequential: bool
    diff: bool
    encoding: str | None

    @property
    def writes(self) -> bool:
        """Whether drafts are to be put right, or it is to be shown how."""
        return self.fix or self.consequential

    def must_fit(self) -> None:
        """Raises `Failure` where the options make no sense together."""
        if (self.unsafe_fixes or self.diff) and not self.writes:
            raise Failure("there is nothing to write", "give --fix or --consequential as well")
        if self.writes and self.form != "text":
            message = f"--format {self.form} is for programs, and they write nothing"
            raise Failure(message, "leave --fix and its like out")


@dataclass(slots=True)
class Asking:
    """The options that say what is asked; what comes of them is worked out once for each folder."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: str | None = None
    standing_orders: str | None = None
    decisions: str | None = None
    rules: str | None = None  # the rulebook that is given: a file, or an edition
    _known: dict[Path, Asked] = field(default_factory=dict)

    def for_draft(self, path: str) -> Asked:
        """What the draft at a path is checked against."""
        folder = Path() if path == "-" else Path(path).parent
        if folder not in self._known:
            self._known[folder] = self._made(folder)
        return self._known[folder]

    def _made(self, folder: Path) -> Asked:
        from amendments.checks.draft_check import Asked
        from amendments.checks.folder_settings import settings_for
        from amendments.checks.standing_orders import read_decisions

        settings = settings_for(folder, self._beside())
        decisions = self.decisions or settings.decisions
        chosen = {}
        for name, typed, said in (
            ("select", self.select, settings.select),
            ("ignore", self.ignore, settings.ignore),
        ):
            chosen[name] = _findings(typed, f"--{name}") | _findings(said, settings.source)
        return Asked(
            self._orders(settings.standing_orders),
            read_decisions(read_source(_from_here(Path(decisions)))) if decisions else (),
            _moment(self.today) if self.today else None,
            chosen["select"],
            chosen["ignore"],
        )

    def _beside(self) -> Path | None:
        """The folder of the rulebook that is given, where it is a file."""
        return Path(self.rules).parent if self.rules and self.rules != "-" and Path(self.rules).is_file() else None

    def _orders(self, found: tuple[Path, ...]) -> tuple[StandingOrders, ...]:
        """The standing orders in files. Those that are named on the command line hold for any rulebook."""
        if not self.standing_orders and not found:
            return ()
        from dataclasses import replace

        from amendments.checks.standing_orders.reading import read_orders

        if self.standing_orders:
            return (replace(read_orders(read_source(self.standing_orders)), organisations=()),)
        return tuple(read_orders(read_source(_from_here(path))) for path in found)


def _from_here(path: Path) -> str:
    """A path as somebody would type it who stands in this folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _findings(names: Collection[str], where: str) -> frozenset[str]:
    if not names:
        return frozenset()
    from amendments.checks.explanations import codes
    from amendments.checks.folder_settings import known_names

    return known_names(names, codes(), where)


def _moment(words: str) -> datetime.datetime:
    """A date, or a date and an hour; a date alone stands for its last minute."""
    try:
        if "T" in words or " " in words.strip():
            return datetime.datetime.fromisoformat(words.strip()).replace(tzinfo=None)
        return datetime.datetime.combine(datetime.date.fromisoformat(words), datetime.time(23, 59))
    except ValueError:
        raise Failure(
            f"--today {words} is no date", "as in  --today 2027-06-18  or  --today 2027-06-18T11:30"
        ) from None
