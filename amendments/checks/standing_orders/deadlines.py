"""Deadlines as standing orders put them: a moment that is named, or a day that is counted in each year.

"noon on the third Friday in June" and "17:00 on 12 September" are words that can be counted. Where no hour is said, the
whole day counts, and whoever reads of it is told so.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WHICH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:(?P<hour>noon|midnight|\d{{1,2}}\ [ap]m|\d\d:\d\d)\ on\ )?
         (?: the\ (?P<which>{"|".join(_WHICH)})\ (?P<weekday>{"|".join(DAYS)})\ in\ (?P<month>{"|".join(MONTHS)})
           | (?P<day>\d{{1,2}})\ (?P<named>{"|".join(MONTHS)}) )""",
        re.VERBOSE,
    )


EXAMPLE = 'as in  moment = 2024-09-12T17:00:00  or  moment = "noon on the third Friday in June"'
_END_OF_DAY = datetime.time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Moment:
    """A deadline in one year. `hour_known` is False where only the day is, and `at` then is the end of that day."""

    at: datetime.datetime
    hour_known: bool = True

    def __str__(self) -> str:
        day = in_words(self.at.date(), weekday=True)
        return f"{hour_in_words(self.at.time())} on {day}" if self.hour_known else f"{day} (the hour is not known)"


def moment_in(said: object, year: int) -> Moment | None:
    """The moment that a pack says, in a year; None where it cannot be worked out."""
    if isinstance(said, datetime.datetime):
        return Moment(said) if said.tzinfo is None else None
    if isinstance(said, datetime.date):
        return Moment(datetime.datetime.combine(said, _END_OF_DAY), False)
    match = _words().fullmatch(said) if isinstance(said, str) else None
    if match is None:
        return None
    month = MONTHS.index(match["month"] or match["named"]) + 1
    try:
        hour = _hour(match["hour"])
        if match["day"]:
            day = datetime.date(year, month, int(match["day"]))
        else:
            day = _counted(year, month, DAYS.index(match["weekday"]), _WHICH[match["which"]])
    except ValueError:  # 31 June, 27:00
        return None
    return Moment(datetime.datetime.combine(day, hour or _END_OF_DAY), hour is not None)


def _hour(words: str | None) -> datetime.time | None:
    if words is None:
        return None
    if words in ("noon", "midnight"):
        return datetime.time(12) if words == "noon" else _END_OF_DAY
    if words.endswith("m"):
        number, half = words.split()
        if not 1 <= int(number) <= 12:
            raise ValueError(words)
        return datetime.time(int(number) % 12 + (12 if half == "pm" else 0))
    return datetime.time.fromisoformat(words)


def _counted(year: int, month: int, weekday: int, which: int) -> datetime.date:
    first = datetime.date(year, month, 1)
    nearest = first + datetime.timedelta((weekday - first.weekday()) % 7)
    days = [day for week in range(5) if (day := nearest + datetime.timedelta(7 * week)).month == month]
    return days[which]


def in_words(day: datetime.date, *, weekday: bool = False) -> str:
    """A date as it is printed, whatever the language of the machine: "18 June 2027"."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]} {words}" if weekday else words


def hour_in_words(hour: datetime.time) -> str:
    """ "noon", "5 pm", "11:30"."""
    if hour == datetime.time(12):
        return "noon"
    if hour == _END_OF_DAY:
        return "midnight"
    if hour.minute:
        return f"{hour.hour}:{hour.minute:02}"
    return f"{hour.hour % 12 or 12} {'am' if hour.hour < 12 else 'pm'}"
