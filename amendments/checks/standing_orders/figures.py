"""The figures of standing orders. Each holds for the conferences of some years; of other years nothing is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amendments.checks.standing_orders.deadlines import Moment

ALWAYS = 9999  # the last year of a figure that holds until further notice


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that standing orders ask, for conferences from `first` to `last`.

    `values` are by the names in `asking.ASKS`. Where it is not `certain`, sources disagree or are thin, and nothing is
    refused because of it. `none` says that it is known of those years that nothing was asked.
    """

    name: str
    first: int
    last: int
    source: str
    certain: bool = True
    note: str = ""
    none: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)

    def moment(self, year: int) -> Moment:
        """A deadline in a year."""
        from amendments.checks.standing_orders.deadlines import moment_in

        found = moment_in(self.values["moment"], year)
        assert found, "it was worked out when the pack was read"
        return found

    @property
    def cited(self) -> str:
        """Where it is known from, as the last line of what there is to do about a finding."""
        return f"\nsource: {self.source}"

    @property
    def doubt(self) -> str:
        """What to add to a finding that rests on it, where it is not certain."""
        return "" if self.certain else f" (this is not certain: {self.note or 'sources disagree'})"


@dataclass(frozen=True, slots=True)
class StandingOrders:
    """The figures of one organisation. `organisations` are the names that its rulebooks give; none stands for any.

    `other_conferences` are words in the names of conferences that these are not about, such as "regional".
    """

    name: str
    organisations: tuple[str, ...]
    figures: tuple[Figure, ...]
    other_conferences: tuple[str, ...] = ()

    def covers(self, organisation: str) -> bool:
        """Whether they are of the organisation that a rulebook names."""
        return not self.organisations or organisation in self.organisations

    def are_about(self, conference: str) -> bool:
        """Whether they are about a conference, by its name; of one without a name, they are."""
        return not any(word.casefold() in conference.casefold() for word in self.other_conferences)

    def known(self, name: str, year: int) -> Figure | None:
        """What is known of a conference, even that nothing is asked; None where it is not known."""
        return next((one for one in self.figures if one.name == name and one.first <= year <= one.last), None)

    def figure(self, name: str, year: int) -> Figure | None:
        """What is asked for a conference; None where nothing is, or where it is not known."""
        found = self.known(name, year)
        return None if found is None or found.none else found

    def nearest(self, name: str, year: int) -> int | None:
        """The latest year before one of which a figure is known, else the first after it; None where no year is."""
        years = [(one.first, one.last) for one in self.figures if one.name == name]
        before = [last for _, last in years if last < year]
        return max(before) if before else min((first for first, _ in years), default=None)

    def held(self, year: int) -> bool:
        """Whether there was, or may be, a conference in a year."""
        return self.figure("no-conference", year) is None

    def later(self, year: int, conferences: int) -> int:
        """The year of the conference that is so many after another. Years without one do not count."""
        for _ in range(conferences):
            year += 1
            while not self.held(year):
                year += 1
        return year
