"""What each phrase before the verb does; what has no role of its own is the subject."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.either_side import ASIDE, is_everything, scope, small
from amendments.reading.clauses.phrase import Phrase


def before_verb(head: Clause, pre: list[Phrase], passive: bool, act: Phrase | None) -> list[Phrase]:
    """Gives what stands before the verb its role; what is left is the subject, in order."""
    subject: list[Phrase] = []
    between: Phrase | None = None
    for place, one in enumerate(pre):
        if between is not None and one.kind == "words" and not one.preps:
            head.anchors.append(one)
            head.role("anchor", one)
            between = None
        elif one.kind in ASIDE or (one.kind == "number_of" and act is not None and act.kind == "stays"):
            small(head, one)
        elif one.kind in ("place", "number", "book", "named_document"):
            if one.prep in ("after", "before", "between"):
                head.anchors.append(one)
                head.role("anchor", one)
            elif one.prep == "for" and not one.preps[:-1]:
                head.old.append(one)
                head.role("old", one)
            elif one.prep in ("", "in", "at", "of", "throughout", "to", "from"):
                if passive and not one.preps and _is_subject(pre, place, act):
                    subject.append(one)
                else:
                    scope(head, one)
            else:
                raise Unreadable(one)
        elif passive and not one.preps and is_everything(one) and _reaches(pre, place):
            head.extent = pre[place + 1].prep  # "all words after “A” be deleted"
            head.role("extent", one)
        elif one.kind == "words":
            if one.prep in ("after", "before") and head.extent == one.prep and not head.old:
                head.old.append(one)
                head.role("old", one)
            elif one.prep in ("after", "before", "between"):
                head.anchors.append(one)
                head.role("anchor", one)
                between = one if one.prep == "between" else None
            elif one.prep == "for":
                head.old.append(one)
                head.role("old", one)
            elif one.prep == "from" and not head.old:  # "for the words from “A” to “B” substitute “C”"
                head.old.append(one)
                head.extent = "from"
                head.role("old", one)
            elif one.prep in ("to", "without") and head.extent == "from" and head.until is None:
                head.until = one
                head.role("until", one)
            elif not one.preps and passive:
                subject.append(one)
            elif not one.preps and act is not None and act.kind == "verb" and act.value.form == "s":
                head.new.append(one)  # "“B” replaces “A”"
                head.role("new", one)
            elif not one.preps and (head.scope or act is None) and head.beside is None and _follows_place(pre, place):
                head.beside = one
                head.role("check", one)
            else:
                raise Unreadable(one)
        elif one.kind == "rest" and one.value == "part" and one.prep == "in":
            head.occurrence = head.occurrence or "all"
            head.role("occurrence", one)
        elif _is_stretch(pre, place):
            head.role("description", one)
        elif one.kind in ("new", "rest", "everything", "text") and (not one.preps or one.prep == "for"):
            if one.prep == "for" or not passive:
                if one.kind == "new" and one.marks["said"] == "unit" and not passive:
                    raise Unreadable(one)
                if one.kind != "new" or one.prep != "for":
                    raise Unreadable(one)
            subject.append(one)
        elif one.kind == "new" and one.prep in ("after", "before") and "opening" in one.marks:
            head.anchors.append(one)  # "after the row “...” add"
            head.role("anchor", one)
        elif one.kind == "new" and one.prep in ("in", "of", "throughout", "at") and one.marks["said"] == "unit":
            scope(head, one)
        else:
            raise Unreadable(one)
    last = pre[-1] if pre else None
    if (
        passive and not subject and last is not None and head.scope and last is head.scope[-1] and last.prep == "in"
        and last.kind == "place" and len(last.value[0].steps) > 1
        and act is not None and act.kind == "verb"
        and act.value.does in ("delete", "replace", "change", "renumber", "move", "exchange")
    ):  # fmt: skip
        head.scope.pop()  # "In 1.I, sub-clauses 3 and 4 are removed"
        subject.append(replace(last, preps=()))
    return subject


def _reaches(pre: list[Phrase], place: int) -> bool:
    """Whether “all words” is said of those after or before some that are quoted."""
    beyond = pre[place + 1 : place + 2]
    return bool(beyond) and beyond[0].kind == "words" and beyond[0].prep in ("after", "before")


def _is_stretch(pre: list[Phrase], place: int) -> bool:
    """Whether a phrase only says that a stretch of words follows: "for the words from “A” to “B”"."""
    one, beyond = pre[place], pre[place + 1 : place + 2]
    words = one.kind in ("everything", "new") and (one.kind == "everything" or one.value == "words")
    return words and one.prep == "for" and bool(beyond) and beyond[0].kind == "words" and beyond[0].prep == "from"


def _follows_place(pre: list[Phrase], place: int) -> bool:
    """Whether quoted words stand straight after a place, or alone: its heading or its wording."""
    if pre[place].value.form == "unquoted":
        return False
    before = [one.kind for one in pre[:place] if one.kind not in ("comma", "colon", "open")]
    return not before or before[-1] in ("place", "number", "new")


def _is_subject(pre: list[Phrase], place: int, act: Phrase | None) -> bool:
    """Whether a bare place before a passive verb is what something is done to: no words or new unit come after it."""
    puts_in = act is not None and act.kind == "verb" and act.value.does == "insert"
    if puts_in and any(one.kind == "words" for one in pre[place:]):
        return False  # "4.1, before “members”, there shall be inserted “the”"
    return not any(one.kind in ("words", "new", "rest", "everything", "text") and not one.preps for one in pre[place:])
