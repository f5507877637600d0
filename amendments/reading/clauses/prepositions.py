"""What a phrase after the verb does, by the preposition before it."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable, how_far
from amendments.reading.clauses.either_side import scope
from amendments.reading.clauses.objects import give_object
from amendments.reading.clauses.phrase import Phrase

_TAKES_WITH = ("replace", "change", "substitute", "to read", "delete")


def give(one: Clause, phrase: Phrase, joined: str, everything: bool) -> None:
    """Gives a phrase after the verb its role."""
    kind, prep = phrase.kind, phrase.prep
    if kind in ("words", "text"):
        _give_words(one, phrase, joined, everything)
    elif kind in ("place", "number", "book", "named_document"):
        _give_place(one, phrase, everything)
    elif kind == "new":
        if phrase.marks["said"] == "unit" and prep in ("in", "of", "at") and one.does != "rename":
            scope(one, phrase)
        elif prep in ("", "with", "by", "as", "of", "to") or (prep == "for" and one.does == "substitute"):
            give_object(one, phrase)
        elif prep in ("after", "before") and phrase.marks["said"] in ("following", "unit"):
            one.anchors.append(phrase)
            one.role("anchor", phrase)
        else:
            raise Unreadable(phrase)
    elif kind == "rest":
        give_object(one, phrase)
    elif kind == "nothing":
        raise Unreadable(phrase, "text-missing", "nothing is put in here", "say  delete “...”  if the words go")
    else:
        raise Unreadable(phrase)


def _give_words(one: Clause, phrase: Phrase, joined: str, everything: bool) -> None:
    prep = phrase.prep
    if (
        one.anchors
        and one.anchors[-1].prep == "between"
        and one.anchors[-1].kind == "words"
        and joined == "and"
        and not prep
    ):
        one.anchors.append(phrase)
        one.role("anchor", phrase)
    elif one.extent == "between" and one.until is None and joined == "and" and not prep:
        one.until = phrase
        one.role("until", phrase)
    elif prep in ("after", "before", "between") and (
        everything or (prep == "between" and one.does in ("delete", "replace") and not one.old)
    ):
        if one.extent or one.old:
            raise Unreadable(phrase)
        one.extent = prep
        one.old.append(phrase)
        one.role("old", phrase)
    elif prep in ("after", "before", "between"):
        one.anchors.append(phrase)
        one.role("anchor", phrase)
    elif prep == "from" and one.does in ("delete", "replace", "change", "move") and not one.old:
        one.extent = "from"
        one.old.append(phrase)
        one.role("old", phrase)
    elif prep in ("to", "without") and one.extent == "from" and one.until is None:
        one.until = phrase
        one.role("until", phrase)
    elif prep in ("with", "by") or (prep == "to" and one.does in ("change", "becomes")):
        if one.does not in _TAKES_WITH and one.does != "becomes":
            raise Unreadable(phrase)
        if one.new:
            raise Unreadable(phrase)
        one.new.append(phrase)
        one.role("new", phrase)
    elif prep == "as" and one.does == "rename":
        one.new.append(phrase)
        one.role("new", phrase)
    elif prep == "for" and one.does in ("insert", "substitute"):
        one.old.append(phrase)
        one.role("old", phrase)
    elif prep in ("in", "from", "of") and one.old and one.context is None and not one.extent:
        one.context = phrase
        one.role("context", phrase)
    elif prep in ("", "of", "as") or (prep == "to" and one.does in ("rename",)):
        give_object(one, phrase, joined)
    else:
        raise Unreadable(phrase)


def _give_place(one: Clause, phrase: Phrase, everything: bool) -> None:
    prep = phrase.prep
    if prep in ("after", "before", "between"):
        if everything:
            raise how_far(phrase)
        one.anchors.append(phrase)
        one.role("anchor", phrase)
    elif prep == "to" and one.stem == "changes":
        scope(one, phrase)  # "the following change is proposed to 5.V.1"
    elif prep == "to" and one.does in ("insert", "move", "renumber", "change", "becomes"):
        if one.does == "insert" or (one.edge and one.does == "move") or one.to is None:
            one.to = phrase
            one.role("to", phrase)
        else:
            raise Unreadable(phrase)
    elif prep == "as" and one.does in ("renumber", "becomes", "change", "move", "insert"):
        if one.does == "insert":
            give_object(one, replace(phrase, kind="new", marks={**phrase.marks, "said": "new"}))
        elif one.to is None:
            one.to = phrase
            one.role("to", phrase)
        elif one.does == "move" and one.unit is None:
            one.unit = phrase  # "moved to 19, to stand as paragraph (6)"
            one.role("number", phrase)
        else:
            raise Unreadable(phrase)
    elif prep in ("with", "for") and one.does == "exchange" and one.to is None:
        one.to = phrase
        one.role("to", phrase)
    elif prep == "for" and one.does in ("insert", "substitute"):
        one.old.append(phrase)
        one.role("old", phrase)
    elif prep in ("in", "of", "at", "throughout", "from") or phrase.kind == "book":
        if everything and prep == "of":
            raise Unreadable(
                phrase, "extent-uncertain", "it is not clear whether the number and the heading go too",
                "say  delete  and the provision if all of it goes, or quote the words",
            )  # fmt: skip
        if prep == "of" and one.objects and one.objects[-1].kind == "new" and "opening" not in one.objects[-1].marks:
            raise Unreadable(one.objects[-1])  # "part of 8.III.4"
        if one.does == "move" and one.edge and one.to is None and prep in ("of", "in"):
            one.to = phrase
            one.role("to", phrase)
        elif (
            prep == "of"
            and not (one.old or one.objects or one.new or one.anchors or one.edge or one.scope)
            and one.form == "noun"
        ):
            give_object(one, phrase)
        else:
            scope(one, phrase)
    elif not phrase.preps:
        give_object(one, phrase)
    else:
        raise Unreadable(phrase)
