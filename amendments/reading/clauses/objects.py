"""What a verb is done to, or with: words, a new unit, or a place."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable, how_far
from amendments.reading.clauses.either_side import scope
from amendments.reading.clauses.phrase import Phrase


def give_object(one: Clause, phrase: Phrase, joined: str = "") -> None:
    """Gives what the verb is done to, or with, its role."""
    kind = phrase.kind
    if kind in ("words", "text"):
        _words(one, phrase, joined)
    elif kind == "new":
        _unit(one, phrase)
    elif kind == "rest" and phrase.value == "part" and phrase.prep == "in":
        one.occurrence = one.occurrence or "all"
        one.role("occurrence", phrase)
    elif kind == "rest" and one.does == "leave":
        one.role("description", phrase)  # "the other clauses keep their numbers"
    elif kind == "rest":
        if one.does != "renumber" and one.does != "change":
            raise Unreadable(phrase)
        one.does = "renumber"
        one.rest = phrase
        one.role("renumbering", phrase)
    else:
        _place(one, phrase)


def _words(one: Clause, phrase: Phrase, joined: str) -> None:
    """Quoted words, or a text: old or new, or what is said to stand in the place."""
    kind = phrase.kind
    if (
        one.does in ("replace", "change")
        and not one.new
        and (_awaits_text(one) or (one.form == "ed" and kind == "text"))
    ):
        one.new.append(phrase)
        one.role("new", phrase)
    elif one.does in ("delete", "move") or (
        one.does in ("replace", "change") and not one.old and not one.objects and not one.extent
    ):
        if one.old or one.objects:
            if one.objects and one.beside is None and not joined and phrase.value.form != "unquoted":
                one.beside = phrase
                one.role("check", phrase)
                return
            raise Unreadable(phrase)
        one.old.append(phrase)
        one.role("old", phrase)
    elif one.does in ("becomes",) and not one.old and not one.objects and one.form != "post":
        one.old.append(phrase)
        one.form = "post"
        one.role("old", phrase)
    elif one.does in ("insert", "substitute", "rename", "to read", "result", "recital", "becomes"):
        if one.new and not (one.beside is None and one.does == "insert" and kind == "text"):
            raise Unreadable(phrase)
        one.new.append(phrase)
        one.role("new", phrase)
    elif one.does in ("replace", "change"):
        if (
            kind == "words"
            and phrase.value.form != "unquoted"
            and one.objects
            and one.beside is None
            and not joined
            and not one.new
            and not _awaits_text(one)
        ):
            one.beside = phrase
            one.role("check", phrase)
        elif one.new and joined != "and":
            raise Unreadable(phrase)
        else:
            one.new.append(phrase)
            one.role("new", phrase)
    else:
        raise Unreadable(phrase)


def _unit(one: Clause, phrase: Phrase) -> None:
    """A unit that is named, or put in: "a new sub-clause", "the following", "the sentence"."""
    if phrase.marks["said"] == "following" and not phrase.value and one.does in ("delete", "rename"):
        if one.objects:
            raise how_far(phrase)
        one.role("description", phrase)
    elif (
        one.does in ("insert", "substitute", "replace", "change", "to read", "delete")
        and one.unit is None
        and phrase.prep != "for"
    ):
        is_object = one.does != "insert" and not (one.does == "substitute" and one.old)
        if phrase.marks["said"] == "unit" and is_object and not phrase.preps:
            one.objects.append(phrase)
            one.role("object", phrase)
            return
        one.unit = phrase
        one.role("unit", phrase)
    elif (
        one.does in ("insert", "substitute") and one.unit is not None and phrase.prep == "as"
        and (one.unit.value == "" or (isinstance(one.unit.value, str) and isinstance(phrase.value, tuple)))
    ):  # fmt: skip
        one.unit = phrase
        one.role("unit", phrase)
    elif one.does == "renumber" and phrase.marks["said"] in ("following", "unit") and one.rest is None:
        one.rest = phrase
        one.role("renumbering", phrase)
    elif one.does in ("result", "recital", "to read") and phrase.marks["said"] == "unit":
        scope(one, phrase)
    elif one.does in ("move", "rename") and phrase.marks["said"] == "unit" and not one.objects:
        one.objects.append(phrase)
        one.role("object", phrase)
    else:
        raise Unreadable(phrase)


def _place(one: Clause, phrase: Phrase) -> None:
    """A place that something is done to, or that something becomes."""
    if one.does == "insert" and one.unit is None:
        one.unit = replace(phrase, kind="new", marks={**phrase.marks, "said": "new"})
        one.role("unit", phrase)
    elif one.does in ("result", "recital", "to read"):
        one.scope.append(phrase) if one.does != "to read" else one.objects.append(phrase)
        one.role("place", phrase)
    elif one.does == "becomes" and (one.old or one.objects):
        one.to = phrase
        one.role("to", phrase)
    elif one.does in (
        "delete",
        "replace",
        "substitute",
        "change",
        "renumber",
        "move",
        "exchange",
        "rename",
        "leave",
        "becomes",
    ):
        if one.objects and one.does == "renumber" and one.form == "ed" and one.to is None:
            one.to = phrase  # "4.II.5 is renumbered 6"
            one.role("to", phrase)
            return
        if one.objects or (one.old and one.does == "delete"):
            raise Unreadable(phrase)
        one.objects.append(phrase)
        one.role("object", phrase)
    else:
        raise Unreadable(phrase)


def _awaits_text(one: Clause) -> bool:
    """Whether “with the following:” or “as follows:” has said that new words come."""
    return bool(one.said & {"as_follows"}) or (one.unit is not None and one.unit.prep in ("with", "by", "to", "as"))
