"""What conference decided on earlier rule changes, from a list that a local party keeps: `decisions.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from rulebook.source import Source, Unreadable

VOTED = ("carried", "lost")
OUTCOMES = (*VOTED, "remitted", "withdrawn", "not reached")
"""How a rule change may have ended; only a vote bars what comes after it."""

_WRITE = 'as in  [[decision]]  conference = 2025  clause = "5.IV"  objective = "open selection"  outcome = "lost"'


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a conference: the clauses, what they were to be changed for, and how it ended.

    An empty `outcome` stands for a vote that is known to have been taken, however it went.
    """

    conference: int
    clause: str
    objective: str
    outcome: str = ""

    @property
    def was_voted_on(self) -> bool:
        """Whether conference voted, so that its decision can bar another."""
        return not self.outcome or self.outcome in VOTED


def read_decisions(source: Source) -> tuple[Decision, ...]:
    """Earlier decisions from the text of a TOML file, tables `[[decision]]`. Raises `Unreadable`."""
    from amendments.checks.standing_orders.reading import At, meant, tables, toml

    data = toml(source)
    for name in data:
        if name != "decision":
            raise Unreadable(f"{source.name}: “{name}” is nothing that a list of decisions says", _WRITE)
    found = []
    for number, one in enumerate(tables(source, "decision", data.get("decision", []))):
        place = At(source, "decision", number)
        for name in one:
            if name not in ("conference", "clause", "objective", "outcome"):
                known = ("conference", "clause", "objective", "outcome")
                raise Unreadable(f"{place}: “{name}” means nothing in a decision", meant(name, known, "its names"))
        year = one.get("conference")
        if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2999:
            raise Unreadable(f"{place}: a decision must say its conference, a year", _WRITE)
        words = [one.get(name, "") for name in ("clause", "objective", "outcome")]
        if not all(isinstance(word, str) for word in words) or not all(word.strip() for word in words[:2]):
            raise Unreadable(f"{place}: a decision must say its clause and its objective, in quotation marks", _WRITE)
        if words[2] and words[2] not in OUTCOMES:
            raise Unreadable(
                f"{place}: the outcome “{words[2]}” is not known", f"the outcomes are: {', '.join(OUTCOMES)}"
            )
        found.append(Decision(year, *words))
    return tuple(found)
