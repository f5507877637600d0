"""What conference asks of what is sent to it: limits, deadlines and bars, conference by conference.

What comes in are TOML files, one an organisation's; what goes out are figures, each with the conferences that it holds
for and where it is known from. It never assumes one for another year, and never sees a draft. A party or union can keep
a file of its own, `standing-orders.toml`, beside its rules.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from amendments.checks.standing_orders.decisions import Decision, read_decisions
from amendments.checks.standing_orders.figures import Figure, StandingOrders
from rulebook.source import Source

FILE = "standing-orders.toml"
DECISIONS = "decisions.toml"


@lru_cache(maxsize=1)
def bundled() -> tuple[Source, ...]:
    """The standing orders that come with the tool, not yet read."""
    folder = files("amendments.checks.standing_orders")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    return tuple(Source(name, folder.joinpath(name).read_text(encoding="utf-8")) for name in names)


@lru_cache(maxsize=8)
def orders_of(organisation: str) -> StandingOrders | None:
    """The bundled standing orders of the organisation that a rulebook names."""
    if not organisation:
        return None
    for source in bundled():
        if organisation in source.text:  # reading TOML takes longer than looking for a name in it
            from amendments.checks.standing_orders.reading import read_orders

            orders = read_orders(source)
            if orders.covers(organisation):
                return orders
    return None


__all__ = [
    "DECISIONS",
    "FILE",
    "Decision",
    "Figure",
    "StandingOrders",
    "bundled",
    "orders_of",
    "read_decisions",
]
