"""Dates in running words: "29 July 2027", "July 29", "2027-07-29", "in early August".

A date may be less than a day: it then stands for the days from its first to its last. A year that is not written is the
one that the reader goes by, which has to be given.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amendments.standing_orders.moments import MONTHS
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
    names = {name: number for number, name in enumerate(MONTHS, 1)}
    short = [name[:3] for name in MONTHS] + ["Sept"]
    month = "|".join(sorted({*names, *short}, key=len, reverse=True))
    return re.compile(
        rf"""\b(?:
             (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})\b
           | (?P<figures>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})\b
           | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{month})\b\.?(?:,?\ (?P<year>\d{{4}})\b)?
           | (?P<month2>{month})\.?\ (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\ (?P<year2>\d{{4}})\b)?
           | (?P<month3>{month})\b\.?,?\ (?P<year3>\d{{4}})\b
           | (?<=\b[Ii]n\ |\b[Oo]f\ )(?P<month4>{"|".join(MONTHS)})\b
           | (?<=\b[Ss]ince\ |\b[Ee]arly\ )(?P<month5>{"|".join(MONTHS)})\b
           | (?<=\b[Ll]ate\ |\b[Ll]ast\ )(?P<month6>{"|".join(MONTHS)})\b
           | (?<=\b[Tt]his\ )(?P<month7>{"|".join(MONTHS)})\b
        )""",
        re.VERBOSE,
    )


def dates_in(text: str, year: int) -> Iterator[Dated]:
    """The dates in a text, in their order; those that there cannot be, as 31 June, are passed over."""
    for match in _pattern().finditer(text):
        try:
            first, last = _days(match, year)
        except ValueError:
            continue
        yield Dated(first, last, match.span())


def _days(match: re.Match[str], year: int) -> tuple[datetime.date, datetime.date]:
    if match["iso"] or match["figures"]:
        numbers = [int(number) for number in re.findall(r"\d+", match[0])]
        day = datetime.date(*(numbers if match["iso"] else numbers[::-1]))
        return day, day
    month = next(filter(None, (match[name] for name in match.re.groupindex if name.startswith("month"))))
    number = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
    year = int(match["year"] or match["year2"] or match["year3"] or year)
    date = match["day"] or match["day2"]
    if date:
        day = datetime.date(year, number, int(date))
        return day, day
    return datetime.date(year, number, 1), datetime.date(year, number, calendar.monthrange(year, number)[1])
