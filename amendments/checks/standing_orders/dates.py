"""Dates in running words: "29 July 2027", "July 29", "2027-07-29", "in early August".

A date may be less than a day: it then stands for the days from its first to its last. A year that is not written is the
one that the reader goes by, which has to be given.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amendments.checks.standing_orders.deadlines import MONTHS
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: the days that it may be, and where it stands."""

    first: datetime.date
    last: datetime.date
    span: Span

    @property
    def is_a_day(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    months = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS)
    return re.compile(
        rf"""\b(?:
             (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})\b
           | (?P<figures>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})\b
           | (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?|(?P<before>(?:in|of|since|early|late|last|this)\ ))?
             \b(?P<month>(?-i:{months}|Sept))\b\.?
             (?:\ (?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b)?
             (?:,?\ (?P<year>\d{{4}})\b)?
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def dates_in(text: str, year: int) -> Iterator[Dated]:
    """The dates in a text, in their order; those that there cannot be, as 31 June, are passed over."""
    for match in _pattern().finditer(text):
        if match["month"] and not (match["day"] or match["before"] or match["after"] or match["year"]):
            continue  # "May we ask", "a March through the town"
        try:
            first, last = _days(match, year)
        except ValueError:
            continue
        yield Dated(first, last, (match.end("before") if match["before"] else match.start(), match.end()))


def _days(match: re.Match[str], year: int) -> tuple[datetime.date, datetime.date]:
    if match["iso"] or match["figures"]:
        numbers = [int(number) for number in re.findall(r"\d+", match[0])]
        day = datetime.date(*(numbers if match["iso"] else numbers[::-1]))
        return day, day
    number = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3]))
    year = int(match["year"] or year)
    date = match["day"] or match["after"]
    if date:
        day = datetime.date(year, number, int(date))
        return day, day
    after = datetime.date(year + number // 12, number % 12 + 1, 1)
    return datetime.date(year, number, 1), after - datetime.timedelta(1)
