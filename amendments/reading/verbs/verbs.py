"""Which verb does what, by the name of what is done."""

from __future__ import annotations

from collections.abc import Callable

from amendments.reading.clauses.clause import Clause
from amendments.reading.verbs.deleting import delete
from amendments.reading.verbs.inserting import insert, substitute
from amendments.reading.verbs.moving import exchange, move
from amendments.reading.verbs.placed_clause import PlacedClause
from amendments.reading.verbs.reciting import recite, result
from amendments.reading.verbs.renumbering import renumber
from amendments.reading.verbs.replacing import become, rename, replace
from amendments.reading.verbs.sketch import Scene, Sketch, target_of


def add_clause(clause: Clause, scene: Scene, sketch: Sketch) -> None:
    """Adds what a clause gives to a sketch."""
    one, before = PlacedClause(clause, scene, sketch), len(sketch.recitals)
    beside = clause.beside
    _VERBS[clause.does](one)
    if beside is not None and clause.beside is beside and len(sketch.recitals) == before:
        named = clause.objects[0] if clause.objects and clause.objects[0].kind in ("place", "number") else None
        one.check_beside(one.place(target_of(named), named) if named is not None else scene.place())


def _leave(one: PlacedClause) -> None:
    """ "Make no changes to sub-clause 4" is an instruction that does nothing."""
    one.sketch.leaves = True


_VERBS: dict[str, Callable[[PlacedClause], None]] = {
    "delete": delete, "replace": replace, "change": replace, "to read": replace, "becomes": become,
    "insert": insert, "substitute": substitute, "rename": rename, "renumber": renumber, "move": move,
    "exchange": exchange, "leave": _leave, "recital": recite, "result": result,
}  # fmt: skip
