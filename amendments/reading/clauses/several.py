"""One verb said of several things in turn: where the next of them begins, and what is said once for all."""

from __future__ import annotations

from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.phrase import Phrase


def begins_another(one: Clause, post: list[Phrase], place: int) -> bool:
    """Whether a phrase after “and” or a comma begins a clause with the same verb."""
    phrase = post[place]
    if phrase.preps and phrase.prep not in ("of",) and not (phrase.prep == "from" and one.extent):
        return False
    if phrase.kind in ("place", "number") and one.does in ("delete", "renumber", "move", "replace"):
        return bool(one.objects or one.old) and not (one.does == "renumber" and one.to is None and not one.objects)
    if phrase.kind != "words" or is_apposition(one, phrase):
        return False
    if one.anchors and one.anchors[-1].prep == "between" and len(one.anchors) == 1:
        return False
    if one.extent == "between" and one.until is None:
        return False
    if one.does in ("delete", "replace", "change"):
        return bool(one.old or one.objects or one.extent)
    if one.does in ("insert", "substitute"):
        return bool(one.new) and bool(one.anchors or one.scope or one.edge or one.old)
    return False


def is_apposition(one: Clause, phrase: Phrase) -> bool:
    """Whether quoted words only name the place before them: “Section 2, “Chairs,” to read”."""
    named = one.does in ("replace", "change", "delete") and bool(one.objects) and one.beside is None
    return named and not phrase.preps and phrase.value.text.endswith(",") and len(phrase.value.text) < 60


def another(one: Clause) -> Clause:
    """A clause with the same verb, in the same place."""
    made = Clause(one.does, one.span, one.form, one.stem)
    made.scope = [phrase for phrase in one.scope if phrase.span < (one.roles[0][1].span if one.roles else (0, 0))]
    return made


def shared(made: list[Clause]) -> list[Clause]:
    """What is said once for several: where they are."""
    last = made[-1]
    if (
        last.does in ("replace", "change")
        and any(one.old and not one.new for one in made)
        and any(one.new for one in made)
    ):
        raise Unreadable(
            last.new[0] if last.new else last.old[0], "instruction-unread",
            "two things are to be replaced, and it is not said which of them become these words",
            "write an instruction for each of the two",
        )  # fmt: skip
    for one in made[:-1]:
        one.excepting = one.excepting or [*last.excepting]
        if not one.scope and last.scope and last.does == "delete":
            one.scope = [*last.scope]
        if not one.scope and last.scope and last.does in ("replace", "change", "insert") and not made[0].scope:
            one.scope = [*last.scope]
    return made
