"""The clauses of a sentence: for each verb what is done, and all the phrases round it with their roles.

Every phrase gets a role, or the sentence has no reading. What stands before a verb and what after it, with which
preposition and in which voice, settles the role; the word order of a single phrasing is nowhere written down.
"""

from __future__ import annotations

from dataclasses import replace

from amendments.reading.clauses.after_verb import after_verb
from amendments.reading.clauses.before_verb import before_verb
from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.phrase import Phrase, Verb, wants_subject
from amendments.reading.clauses.respectively import each_in_turn, joints_of, paired
from amendments.reading.edits import Target


def clauses_of(pre: list[Phrase], act: Phrase | None, post: list[Phrase]) -> list[Clause]:
    """The clauses of one verb: one, or several where it is said of several things in turn. Raises `Unreadable`."""
    joints: list[Phrase] = []
    while pre and pre[0].kind in ("and", "comma", "colon"):
        joints.append(pre[0])
        pre = pre[1:]
    while post and post[-1].kind in ("and", "comma", "colon"):
        joints.append(post[-1])
        post = post[:-1]
    if not _all(pre, act, post):
        raise Unreadable(joints[0] if joints else None)
    pre = _merged(pre)
    turns = each_in_turn(pre, post)
    made = [one for said in turns for one in _clauses_of(said[0], act, said[1])]
    for one in [*joints, *(joints_of(pre, post) if len(turns) > 1 else ())]:
        made[0].role("joint", one)
    return made


def _clauses_of(pre: list[Phrase], act: Phrase | None, post: list[Phrase]) -> list[Clause]:
    span = (min(one.span[0] for one in _all(pre, act, post)), max(one.span[1] for one in _all(pre, act, post)))
    if act is None and pre and pre[0].kind == "new" and pre[0].marks["said"] == "new":  # "New sub-clause 9.I.3: “...”"
        pre, post = [], pre
    head = Clause(
        _does(pre, act, post) or ("insert" if post else ""),
        span,
        act.value.form if act is not None and act.kind == "verb" else "",
    )
    head.stem = act.value.stem if act is not None and act.kind == "verb" else ""
    if act is not None and act.kind == "verb" and "WILL" in act.value.aux and not act.value.is_passive:
        raise Unreadable(act)  # "this would delete 5.IV.9" says what comes of it
    if act is not None:
        head.stem = "changes" if act.kind == "changes" else head.stem
        head.role("verb", act)
    passive = act is not None and wants_subject(act) and not (act.kind == "reads" and head.does == "substitute")
    subject = before_verb(head, pre, passive, act)
    return after_verb(head, post, subject)


def _merged(pre: list[Phrase]) -> list[Phrase]:
    """Places joined by "and" as one place of several: "5.III.3 as well as 5.III.5"."""
    found: list[Phrase] = []
    for one in pre:
        if one.kind in ("place", "number") and len(found) > 1 and found[-1].kind == "and":
            first = found[-2]
            alike = not one.preps or (one.preps == first.preps == ("in",))  # "in 5.III.3 and in 5.III.5"
            if alike and first.kind in ("place", "number") and isinstance(first.value, tuple):
                more = _completed_by(first, one) if one.kind == "number" else one.value
                found[-2:] = [replace(first, value=(*first.value, *more), span=(first.span[0], one.span[1]))]
                continue
        found.append(one)
    return found


def _completed_by(first: Phrase, number: Phrase) -> Target:
    """The provisions of numbers that stand behind a place with “and”: “10.5(b) and (c)”."""
    outer = first.value[-1].steps[:-1]
    return tuple(replace(one, steps=(*outer, *one.steps)) if len(one.steps) == 1 else one for one in number.value)


def _all(pre: list[Phrase], act: Phrase | None, post: list[Phrase]) -> list[Phrase]:
    return [*pre, *([act] if act is not None else []), *post]


def _does(pre: list[Phrase], act: Phrase | None, post: list[Phrase]) -> str:
    if act is None:
        return ""
    if act.kind == "verb":
        verb: Verb = act.value
        return verb.does
    if act.kind == "reads":
        if any(one.kind == "words" and one.prep == "for" for one in (*pre, *post)):
            return "substitute"  # "for “A” read “B”", "so that it says “B” instead of “A”"
        said = set(act.value)
        told = "WILL" in said or ("NOW" in said and "TO" not in said)
        if told or any(one.kind == "so_that" for one in pre):
            return "result"
        return "to read" if said & {"TO", "SHALL"} else "recital"
    return _OTHERS[act.kind]


_OTHERS = {
    "becomes": "becomes", "leave": "leave", "stays": "leave", "proposed": "to read", "existing": "recital",
    "same_change": "same", "changes": "change",
}  # fmt: skip
"""What is done by what is no verb of the vocabulary."""


def completed(clauses: list[Clause]) -> list[Clause]:
    """ "Amend “A” to read “B”": two verbs, and one change."""
    found: list[Clause] = []
    for one in paired(clauses):
        last = found[-1] if found else None
        if (
            last is not None and one.does == "to read" and last.does == "change" and (last.old or last.objects)
            and not (last.new or last.to or last.extent or one.objects or one.old)
        ):  # fmt: skip
            last.new, last.said = one.new, last.said | one.said
            last.does = "to read" if last.objects else last.does
            last.scope += one.scope
            last.roles += one.roles
            last.span = (last.span[0], max(last.span[1], one.span[1]))
            continue
        if (
            last is not None and last.does == "insert" and last.unit and one.does == "to read"
            and not (last.new or one.objects or one.old or one.scope)
        ):  # fmt: skip
            last.new, last.roles = one.new, last.roles + one.roles  # "add a new Rule 19, to read: “...”"
            last.span = (last.span[0], max(last.span[1], one.span[1]))
            continue
        if (
            last is not None
            and last.does in ("renumber", "move")
            and one.does == "becomes"
            and one.objects
            and not last.to
        ):
            last.to = one.objects[0]  # "renumber sub-clause 5 to become sub-clause 7"
            last.roles += one.roles
            continue
        found.append(one)
    return found
