"""What each phrase after the verb does, once the subject of a passive one has its role."""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.either_side import ASIDE, is_everything, scope, small
from amendments.reading.clauses.objects import give_object
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.clauses.prepositions import give
from amendments.reading.clauses.several import another, begins_another, is_apposition, shared


def after_verb(head: Clause, post: list[Phrase], subject: list[Phrase]) -> list[Clause]:
    """Gives what stands after the verb its role. A thing named anew after “and” begins a clause with the same verb."""
    one = _subjects(head, subject) if subject else head
    made = [one]
    joined = ""
    everything = bracketed = False
    for place, phrase in enumerate(post):
        if phrase.kind in ("and", "comma", "colon"):
            joined = "and" if phrase.kind == "and" else joined or phrase.kind
            joined = "" if joined == "colon" else joined
            one.role("joint", phrase)
            continue
        if phrase.kind in ASIDE:
            if phrase.kind in ("open", "close"):
                bracketed = phrase.kind == "open"
            is_end = phrase.kind == "onwards" or (phrase.kind == "edge" and "to" in phrase.preps)
            inner = post[place + 1].value if post[place + 1 : place + 2] and post[place + 1].kind == "new" else ""
            if is_end and one.extent == "after" and inner not in ("sentence", "paragraph", "line"):
                one.role("extent", phrase)  # "all the words after “...” to the end of the clause"
            elif is_end and one.extent == "from" and one.until is None:
                one.until = phrase
                one.role("until", phrase)
            else:
                small(one, phrase)
            joined = joined if phrase.kind in ("times",) else ""
            continue
        if is_everything(phrase):
            if joined and (one.old or one.new or one.objects or one.extent):
                one = another(one)
                made.append(one)
            after = post[place + 1] if place + 1 < len(post) else None
            if after is not None and after.kind == "words" and not after.preps:
                one.role("description", phrase)  # "insert the words “...”"
                continue
            everything = True
            one.role("extent", phrase)
            joined = ""
            continue
        if one.does == "renumber" and one.to is not None and phrase.prep in ("as", "to") and len(one.to.value) > 1:
            # "5A as 6, 6 as 7": the second 6 was read as one more of what 5A becomes
            last = replace(one.to, value=one.to.value[-1:], preps=())
            one.to = replace(one.to, value=one.to.value[:-1])
            one = another(one)
            one.objects.append(last)
            made.append(one)
        elif (
            joined
            and begins_another(one, post, place)
            and not ((place > 1 and post[place - 2].kind == "book") or "title" in post[place - 2].marks)
        ):
            one = another(one)
            made.append(one)
        earlier = [other for other in post[:place] if other.kind not in ("comma", "and")]
        inner = bool(earlier) and (
            (earlier[-1].kind == "book" and bool(one.objects or one.old or one.new)) or "title" in earlier[-1].marks
        )
        if phrase.kind == "words" and joined == "comma" and is_apposition(one, phrase):
            joined = ""
        if phrase.kind == "number_of" and one.does == "change":
            one.does = "renumber"  # "change the number of 5.IV.5 to 6"
            one.role("verb", phrase)
        elif (bracketed or inner) and phrase.kind in ("place", "number") and not phrase.preps:
            scope(one, phrase)  # "delete “...” (5.IV.4)"
        else:
            give(one, phrase, joined, everything)
        joined = ""
    return shared(made)


def _subjects(head: Clause, subject: list[Phrase]) -> Clause:
    """The subject of a passive verb takes the role that the object of the active one has."""
    for one in subject:
        if one.kind == "words" and head.does in ("to read", "result"):
            head.does = "replace"  # "“A” should read “B”"
        if one.kind == "rest" and head.does not in ("renumber", "leave"):
            raise Unreadable(one)
        give_object(head, replace(one, preps=()) if one.kind == "new" else one)
    return head
