"""What is said to stand in the rules now, and what is said to stand there afterwards."""

from __future__ import annotations

from amendments.reading.edits import Recital, Result
from amendments.reading.verbs.placed_clause import PlacedClause


def recite(one: PlacedClause) -> None:
    """A place is said to read so now: to be compared with the rules as they stand."""
    new = one.new()
    if new is None:
        one.text_missing()
        return
    one.scene.recital = Recital(one.scene.place(), new)
    one.sketch.recitals.append(one.scene.recital)


def result(one: PlacedClause) -> None:
    """A place is said to read so afterwards: to be compared with what comes of the edits."""
    new = one.new()
    if new is None:
        one.text_missing()
        return
    one.sketch.results.append(Result(one.scene.place(), new))
