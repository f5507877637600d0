"""What is said of several things in turn with “respectively”: a clause for each, in their order.

"For “A”, “B” and “C” substitute “a”, “b” and “c” respectively" is three clauses with the same verb, whatever the verb
is and wherever its words stand; places that are as many are told apart too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amendments.reading.clauses.clause import Clause, Unreadable
from amendments.reading.clauses.phrase import Phrase

_Said = tuple[list[Phrase], list[Phrase]]
"""What stands before a verb, and what after it."""


def each_in_turn(pre: list[Phrase], post: list[Phrase]) -> list[_Said]:
    """What stands round a verb, once for each thing that is said in turn. Raises `Unreadable`."""
    said = next((one for one in (*pre, *post) if one.kind == "respectively"), None)
    lists = [one for part in (pre, post) for one in _lists(part)]
    if said is None or not lists:
        return [(pre, post)]
    size = len(lists[0])
    places = [one for one in (*pre, *post) if one.kind in ("place", "number") and isinstance(one.value, tuple)]
    several = [one for one in places if len(one.value) > 1]
    alone = [one for one in (*pre, *post) if one.kind == "words" and not any(one in listed for listed in lists)]
    single = len(lists) == 1 and not several and bool(alone)
    if single or any(len(one) != size for one in (*lists, *(one.value for one in several))):
        raise Unreadable(said, "instruction-unread", "there are not as many new words as old ones", "write each pair")
    return [(_nth(pre, number), _nth(post, number)) for number in range(size)]


def joints_of(pre: list[Phrase], post: list[Phrase]) -> list[Phrase]:
    """What joins the things that are said in turn: the commas and the “and” of their lists."""
    found = []
    for part in (pre, post):
        for listed in _lists(part):
            found += [one for one in part[part.index(listed[0]) : part.index(listed[-1])] if one not in listed]
    return found


def _lists(phrases: Sequence[Phrase]) -> list[list[Phrase]]:
    """The lists of quoted words: two and more of them, joined by commas and at last by “and”."""
    found: list[list[Phrase]] = []
    here: list[Phrase] = []
    joints: list[str] = []
    for one in (*phrases, None):
        if one is not None and here and one.kind in ("comma", "and"):
            joints.append(one.kind)
        elif (
            one is not None
            and one.kind == "words"
            and here
            and joints
            and (not one.preps or one.preps == here[0].preps)
        ):
            here.append(one)
            joints = [*joints, ""]
        else:
            if len(here) > 1 and "and" in joints:
                found.append(here)
            here = [one] if one is not None and one.kind == "words" and one.prep != "between" else []
            joints = []
    return found


def _nth(phrases: list[Phrase], number: int) -> list[Phrase]:
    """Phrases with one thing of each list, which has what stands before the list; of the first, the joints too."""
    lists = _lists(phrases)
    made: list[Phrase] = []
    place = 0
    while place < len(phrases):
        one = phrases[place]
        listed = next((words for words in lists if words[0] is one), None)
        if listed is not None:
            made.append(replace(listed[number], preps=one.preps))
            place = phrases.index(listed[-1])
        elif one.kind in ("place", "number") and isinstance(one.value, tuple) and len(one.value) > 1:
            made.append(replace(one, value=one.value[number : number + 1]))
        else:
            made.append(one)
        place += 1
    return made


def paired(clauses: list[Clause]) -> list[Clause]:
    """ "Delete “A” and “B” and insert “a” and “b” respectively": the first is put in for the first, and so on."""
    places = [number for number, one in enumerate(clauses) if one.does == "insert" and "respectively" in one.said]
    size, first = len(places), places[0] if places else 0
    gone = clauses[first - size : first]
    if size < 2 or len(gone) < size or any(one.does != "delete" or len(one.old) != 1 for one in gone):
        return clauses
    if any(one.scope or one.anchors or one.edge or one.unit for one in clauses[first : first + size]):
        return clauses
    turns = [one for pair in zip(gone, clauses[first : first + size], strict=True) for one in pair]
    return [*clauses[: first - size], *turns, *clauses[first + size :]]
