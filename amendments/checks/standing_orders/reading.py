"""Reading standing orders from TOML: an entry that cannot be used is refused, with its line and what to write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from amendments.checks.standing_orders.deadlines import EXAMPLE, moment_in
from amendments.checks.standing_orders.figures import ALWAYS, Figure, StandingOrders
from amendments.checks.standing_orders.kinds_of_entry import ASKS, COMMON, Value
from rulebook.source import Source, Unreadable

_YEARS = re.compile(r"(?P<first>\d{4})(?P<on>-(?P<last>\d{4})?)?")
_LISTS = {"organisations": '"Barchester Party"', "other-conferences": '"regional", "youth"'}
"""What stands at the head of a pack besides its name, and an example of each."""
_WRITE = 'as in  years = "2019-2024"  source = "delegates’ guide of 2019"'


def read_orders(source: Source) -> StandingOrders:
    """Standing orders from the text of a TOML file. Raises `Unreadable`, saying where and what to write."""
    data = toml(source)
    figures: list[Figure] = []
    for name, entries in data.items():
        if name in ("name", *_LISTS):
            continue
        if name not in ASKS:
            raise Unreadable(
                f"{At(source, name)}: “{name}” is nothing that standing orders say here", meant(name, ASKS, "the names")
            )
        for number, entry in enumerate(tables(source, name, entries)):
            figures.append(_figure(name, entry, At(source, name, number)))
    _must_not_meet(figures, source)
    organisations, others = (_names(data, name, source) for name in _LISTS)
    return StandingOrders(str(data.get("name", source.name)), organisations, tuple(figures), others)


def _names(data: dict[str, Any], name: str, source: Source) -> tuple[str, ...]:
    said = data.get(name, [])
    if not isinstance(said, list) or not all(isinstance(one, str) and one.strip() for one in said):
        raise Unreadable(f"{source.name}: {name} must be a list of names", f"as in  {name} = [{_LISTS[name]}]")
    return tuple(said)


def toml(
    source: Source,
    help: str = 'every line is  name = value, words stand in "..." and years too, as in  years = "2019-2024"',
) -> dict[str, Any]:
    """What a TOML file says. Raises `Unreadable`, with `help`."""
    import tomllib

    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as problem:
        reason = str(problem)
    except RecursionError:
        reason = "it has too many brackets within brackets"
    except ValueError:  # Python refuses to make numbers of thousands of digits
        reason = "it has a number with too many digits"
    raise Unreadable(f"{source.name} is not TOML that can be read: {reason}", help)


def tables(source: Source, name: str, entries: object) -> list[dict[str, Any]]:
    """The tables under a name. Raises `Unreadable` where they are none."""
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise Unreadable(f"{At(source, name)}: “{name}” must be a list of tables", f"begin each with  [[{name}]]")
    return entries


@dataclass(frozen=True, slots=True)
class At:
    """The place of a table in a file: in a message, the file and the line on which it begins.

    The line is looked for only when there is something to say.
    """

    source: Source
    name: str
    number: int = 0

    def __str__(self) -> str:
        begins = re.compile(rf"^[ \t]*\[{{0,2}}[ \t]*{re.escape(self.name)}[ \t]*(?:\]|=)", re.MULTILINE)
        places = [match.start() for match in begins.finditer(self.source.text)]
        if self.number >= len(places):  # it is not written as tables usually are
            return self.source.name
        return f"{self.source.name}, line {self.source.position(places[self.number])[0]}"


def meant(name: str, names: object, what: str) -> str:
    """What somebody most likely meant who wrote a name that is none; all the names where none is like it."""
    import difflib

    known = list(names) if isinstance(names, (dict, list, tuple)) else []
    close = difflib.get_close_matches(name, known, 1)
    return f"did you mean “{close[0]}”?" if close else f"{what} are: {', '.join(known)}"


def _figure(name: str, entry: dict[str, Any], place: At) -> Figure:
    wanted = ASKS[name]
    for said in entry:
        if said not in wanted and said not in COMMON:
            known = [*wanted, *COMMON]
            raise Unreadable(f"{place}: “{said}” means nothing under {name}", meant(said, known, "what it may say"))
    years = _YEARS.fullmatch(str(entry.get("years", "")))
    if not years or (years["last"] and years["last"] < years["first"]):
        raise Unreadable(f"{place}: an entry of {name} must say for which conferences it holds", _WRITE)
    if not isinstance(entry.get("source"), str) or not entry["source"].strip():
        raise Unreadable(f"{place}: an entry of {name} must say where it is known from", _WRITE)
    for said in ("certain", "none"):
        if not isinstance(entry.get(said, False), bool):
            raise Unreadable(f"{place}: {said} is true or false, without quotation marks", f"as in  {said} = true")
    if not isinstance(entry.get("note", ""), str):
        raise Unreadable(f"{place}: the note must be words", 'as in  note = "two guides disagree"')
    first = int(years["first"])
    last = int(years["last"]) if years["last"] else ALWAYS if years["on"] else first
    if name == "no-conference" and last == ALWAYS:
        raise Unreadable(f"{place}: every year without a conference must be named", 'as in  years = "2020"')
    none = bool(entry.get("none", False))
    values = {} if none else _values(name, wanted, entry, place)
    if "moment" in values:
        _must_be_a_moment(values["moment"], first, last, place)
    if name == "bar" and not none and ("conferences" in values) == ("years-barred" in values):
        raise Unreadable(f"{place}: a bar is for so many conferences, or for so many years", "as in  conferences = 3")
    note = str(entry.get("note", ""))
    return Figure(name, first, last, entry["source"].strip(), bool(entry.get("certain", True)), note, none, values)


def _values(name: str, wanted: dict[str, Value], entry: dict[str, Any], place: At) -> dict[str, Any]:
    for said, value in wanted.items():
        if said not in entry:
            if not value.optional:
                raise Unreadable(f"{place}: {name} must say {said}", value.example)
        elif not value.fits(entry[said]):
            raise Unreadable(f"{place}: {said} = {_shown(entry[said])} is nothing that {name} can say", value.example)
    return {said: entry[said] for said in wanted if said in entry}


def _shown(said: object) -> str:
    return f"“{said}”" if isinstance(said, str) else str(said).lower() if isinstance(said, bool) else str(said)


def _must_be_a_moment(said: object, first: int, last: int, place: At) -> None:
    if getattr(said, "tzinfo", None) is not None:
        raise Unreadable(f"{place}: the moment {said} has a time zone", f"leave it out, {EXAMPLE}")
    found = moment_in(said, 2001)  # a year without a 29 February: what can be counted in it can be in any
    if found is None:
        raise Unreadable(f"{place}: {_shown(said)} is no moment that can be worked out", EXAMPLE)
    if not isinstance(said, str) and (first != last or not first - 1 <= found.at.year <= first):
        raise Unreadable(
            f"{place}: the moment {said} is of one conference, and the years are others",
            f'as in  years = "{found.at.year}", or say it in words that hold for each year: '
            'moment = "noon on the third Friday in June"',
        )


def _must_not_meet(figures: list[Figure], source: Source) -> None:
    for place, one in enumerate(figures):
        for other in figures[:place]:
            if one.name == other.name and one.first <= other.last and other.first <= one.last:
                raise Unreadable(
                    f"{source.name}: two entries of {one.name} hold for {max(one.first, other.first)}",
                    "let the years of one end before those of the other begin",
                )
