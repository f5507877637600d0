"""What conference asks of what is sent to it: limits, deadlines and bars, each for the years in which it is known.

One TOML file is one organisation's. Every figure says for which conferences it holds and where that is known from; of
other years nothing is assumed. A party or union can keep a file of its own, `standing-orders.toml`, beside its rules.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rulebook.source import Source, Unreadable

FILE = "standing-orders.toml"
DECISIONS = "decisions.toml"

NAMES: dict[str, dict[str, Any]] = {
    "motion-words": {"most": int},
    "title-words": {"most": int},
    "rule-change-words": {"most": int},
    "submissions": {"most": int, "together": bool},
    "motion-deadline": {"moment": (datetime.datetime, str)},
    "emergency-deadline": {"moment": (datetime.datetime, str)},
    "rule-change-deadline": {"moment": (datetime.datetime, str)},
    "one-subject": {},
    "no-rule-change-in-motion": {},
    "contemporary": {"after": (datetime.date, str)},
    "heard-later": {"conferences": int},
    "bar": {"conferences": int},
    "no-conference": {},
    "mover": {"seconder": bool},
    "may-send": {"bodies": list},
}  # fmt: skip
"""The figures that are known, and what each says besides its years and its source."""

_COMMON = {"years", "source", "certain", "note"}
_MOMENT = re.compile(
    r"(?P<hour>noon|\d\d:\d\d) on the (?P<which>first|second|third|fourth|last) (?P<day>\w+day) in (?P<month>\w+)"
)
_WHICH = ("first", "second", "third", "fourth")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that standing orders ask, for conferences from `first` to `last`. `values` are by the names in `NAMES`.

    Where it is not `certain`, sources disagree or are thin, and nothing is refused because of it.
    """

    name: str
    first: int
    last: int
    source: str
    certain: bool = True
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def moment(self, year: int) -> datetime.datetime:
        """A deadline in a year: the one that is named, or the day that words such as "noon on the third Friday" say."""
        said = self.values["moment"]
        if isinstance(said, datetime.datetime):
            return said
        match = _MOMENT.fullmatch(said)
        assert match, "read when the file was read"
        hour = datetime.time(12) if match["hour"] == "noon" else datetime.time.fromisoformat(match["hour"])
        month, weekday = _MONTHS.index(match["month"]) + 1, _DAYS.index(match["day"])
        days = [
            day
            for number in range(1, 32)
            if (day := _date(year, month, number)) is not None and day.weekday() == weekday
        ]
        return datetime.datetime.combine(
            days[-1] if match["which"] == "last" else days[_WHICH.index(match["which"])], hour
        )

    @property
    def doubt(self) -> str:
        """What to add to a finding that rests on it, where it is not certain."""
        return "" if self.certain else " (this is not certain: " + (self.note or "sources disagree") + ")"


@dataclass(frozen=True, slots=True)
class StandingOrders:
    """The figures of one organisation. `organisations` are the names that its rulebooks give."""

    name: str
    organisations: tuple[str, ...]
    figures: tuple[Figure, ...]

    def figure(self, name: str, year: int) -> Figure | None:
        """The figure for a conference; None where it is not known, or there was none."""
        return next((one for one in self.figures if one.name == name and one.first <= year <= one.last), None)

    def latest(self, name: str) -> Figure | None:
        """The figure for the latest conference for which it is known."""
        return max((one for one in self.figures if one.name == name), key=lambda one: one.last, default=None)

    def held(self, year: int) -> bool:
        """Whether there was, or may be, a conference in a year."""
        return self.figure("no-conference", year) is None


@dataclass(frozen=True, slots=True)
class Decision:
    """What conference decided on an earlier rule change: the clauses, what it was to bring about, and how it ended."""

    conference: int
    clause: str
    objective: str
    outcome: str = ""


@lru_cache(maxsize=1)
def bundled() -> tuple[StandingOrders, ...]:
    """The standing orders that come with the tool."""
    folder = files("amendments.standing_orders")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    return tuple(read_orders(Source(name, folder.joinpath(name).read_text(encoding="utf-8"))) for name in names)


def orders_of(organisation: str) -> StandingOrders | None:
    """The bundled standing orders of the organisation that a rulebook names."""
    return next((one for one in bundled() if organisation and organisation in one.organisations), None)


def read_orders(source: Source) -> StandingOrders:
    """Standing orders from the text of a TOML file. Raises `Unreadable`, saying where and what to write."""
    data = _toml(source)
    figures: list[Figure] = []
    for name, entries in data.items():
        if name in ("name", "organisations"):
            continue
        if name not in NAMES:
            import difflib

            close = difflib.get_close_matches(name, NAMES, 1)
            meant = f"did you mean “{close[0]}”?" if close else f"the names are: {', '.join(NAMES)}"
            raise Unreadable(f"{source.name}: “{name}” is nothing that standing orders say here", meant)
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise Unreadable(f"{source.name}: “{name}” must be a list of tables", f"begin each with  [[{name}]]")
        figures += [_figure(name, one, source) for one in entries]
    named = data.get("organisations", [])
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise Unreadable(
            f"{source.name}: organisations must be a list of names", 'as in  organisations = ["Barchester Party"]'
        )
    return StandingOrders(str(data.get("name", source.name)), tuple(named), tuple(figures))


def read_decisions(source: Source) -> tuple[Decision, ...]:
    """Earlier decisions from the text of a TOML file, tables `[[decision]]`. Raises `Unreadable`."""
    found = []
    for one in _toml(source).get("decision", []):
        if not isinstance(one, dict) or not isinstance(one.get("conference"), int) or not one.get("clause"):
            raise Unreadable(
                f"{source.name}: a decision must say its conference, a year, and its clause",
                'as in  [[decision]]  conference = 2025  clause = "5.IV"  objective = "open selection"',
            )
        words = [str(one.get(name, "")) for name in ("clause", "objective", "outcome")]
        found.append(Decision(one["conference"], *words))
    return tuple(found)


def _toml(source: Source) -> dict[str, Any]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as problem:
        raise Unreadable(
            f"{source.name} is not TOML that can be read: {problem}", 'every line is  name = value, words in "..."'
        ) from None


def _figure(name: str, entry: dict[str, Any], source: Source) -> Figure:
    wanted = NAMES[name]
    extra = set(entry) - _COMMON - set(wanted)
    if extra:
        raise Unreadable(
            f"{source.name}: “{min(extra)}” means nothing under {name}",
            f"it may say: {', '.join([*wanted, 'years', 'source', 'certain', 'note'])}",
        )
    years = re.fullmatch(r"(\d{4})(?:-(\d{4})?)?", str(entry.get("years", "")))
    if not years or not isinstance(entry.get("source"), str) or not entry["source"]:
        raise Unreadable(
            f"{source.name}: an entry of {name} does not say its years and its source",
            'as in  years = "2019-2024"  source = "delegates’ guide of 2019"',
        )
    for said, kind in wanted.items():
        if not isinstance(entry.get(said), kind) or (kind is int and isinstance(entry[said], bool)):
            raise Unreadable(f"{source.name}: {name} must say {said}", _EXAMPLES.get(said, f"as in  {said} = ..."))
    moment = entry.get("moment")
    if isinstance(moment, str) and not _can_be_counted(moment):
        raise Unreadable(f"{source.name}: “{moment}” is no moment that can be worked out", _EXAMPLES["moment"])
    first = int(years[1])
    last = int(years[2]) if years[2] else first if "-" not in entry["years"] else 9999
    values = {said: entry[said] for said in wanted}
    return Figure(
        name, first, last, entry["source"], bool(entry.get("certain", True)), str(entry.get("note", "")), values
    )


_EXAMPLES = {
    "most": "as in  most = 250",
    "moment": 'as in  moment = 2024-09-12T17:00:00  or  moment = "noon on the third Friday in June"',
    "after": 'as in  after = 2024-07-05  or  after = "July"',
    "conferences": "as in  conferences = 3",
}


def _can_be_counted(words: str) -> bool:
    match = _MOMENT.fullmatch(words)
    return match is not None and match["day"] in _DAYS and match["month"] in _MONTHS


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
