"""Where one clause of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from amendments.reading.clauses.phrase import Phrase, wants_subject

MOST_SPLITS = 6  # ways to part a sentence into clauses

Parted = list[tuple[list[Phrase], Phrase | None, list[Phrase]]]
"""For each clause of a sentence what stands before its verb, the verb, and what stands after."""

_ACTS = ("verb", "reads", "becomes", "leave", "stays", "proposed", "existing", "same_change", "changes")


def splits(phrases: tuple[Phrase, ...]) -> Iterator[Parted]:
    """The ways to part a sentence into clauses."""
    phrases = _where_it_says(_without_the_book(phrases))
    acts = [place for place, phrase in enumerate(phrases) if phrase.kind in _ACTS]
    if not acts:
        yield [([*phrases], None, [])]
        return
    ways: list[list[int]] = [[0]]
    for before, act in pairwise(acts):
        cuts = _cuts(phrases, before + 1, act)
        ways = [[*way, cut] for way in ways for cut in cuts][:MOST_SPLITS]
    for way in ways:
        ends = [*way[1:], len(phrases)]
        clauses: Parted = [
            ([*phrases[start:act]], phrases[act], [*phrases[act + 1 : end]])
            for start, act, end in zip(way, acts, ends, strict=True)
        ]
        yield _with_their_subjects(_with_their_texts(clauses))


def _without_the_book(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """ "After the Rule Book, Chapter 5, ...": the book's name beside a place says nothing."""
    found: list[Phrase] = []
    for one in phrases:
        book = next((other for other in reversed(found) if other.kind != "comma"), None)
        if one.kind == "place" and not one.preps and book is not None and book.kind == "book":
            del found[found.index(book) :]
            one = replace(one, preps=book.preps, span=(book.span[0], one.span[1]))
        found.append(one)
    return tuple(found)


def _where_it_says(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """ "Where 5.IV.4 says “A”, substitute “B”" is "in 5.IV.4, for “A” substitute “B”"."""
    found: list[Phrase] = []
    for one in phrases:
        if one.kind == "reads" and len(found) > 1 and found[-2].kind == "times" and found[-1].kind in ("place", "book"):
            found[-2:] = [replace(found[-1], preps=("in",)), replace(one, kind="says")]
        elif found and found[-1].kind == "says" and one.kind == "words" and not one.preps:
            found[-1] = replace(one, preps=("for",), span=(found[-1].span[0], one.span[1]))
        else:
            found.append(one)
    return tuple(found)


def _with_their_texts(clauses: Parted) -> Parted:
    """ "Insert a new sub-clause 3, and renumber: “3. ...”": the text is what is inserted."""
    for number, (_, act, post) in enumerate(clauses):
        if number and act is not None and _is_of_numbers(act, post):
            texts = [one for one in post if one.kind in ("words", "text") and not one.preps]
            clauses[number - 1][2].extend(texts)
            post[:] = [one for one in post if one not in texts]
    return clauses


def _with_their_subjects(clauses: Parted) -> Parted:
    """ "3.4 becomes 3.5 and 3.3 becomes 3.4": what looked like one more of a list is what the next verb is said of."""
    for (_, first, post), (pre, act, _) in pairwise(clauses):
        last = post[-1] if post else None
        if (
            act is not None and act.kind == "becomes" and first is not None and first.kind == "becomes"
            and not any(one.kind in ("place", "number", "words", "new") for one in pre)
            and last is not None and last.kind in ("place", "number") and len(last.value) > 1
        ):  # fmt: skip
            post[-1] = replace(last, value=last.value[:-1])
            pre.append(replace(last, value=last.value[-1:], preps=()))
    return clauses


def _is_of_numbers(act: Phrase, post: list[Phrase]) -> bool:
    """Whether a verb gives new numbers: "and renumber", "the present 3 becoming 4"."""
    if act.kind == "becomes":
        return any(one.kind in ("place", "number") for one in post)
    return act.kind == "verb" and act.value.does == "renumber"


def _cuts(phrases: tuple[Phrase, ...], start: int, act: int) -> list[int]:
    """Where a clause may begin whose verb is at `act`, the verb before it being at `start` - 1."""
    passive = wants_subject(phrases[act])
    if phrases[start - 1].kind in ("proposed", "changes") and phrases[act].kind != "verb":
        return [act]
    if phrases[start - 1].kind in ("reads", "existing"):  # what follows it at once is what it says
        told = next((n for n in range(start, act) if phrases[n].kind not in ("colon", "comma", "as_follows")), act)
        if told < act and phrases[told].kind in ("words", "text"):
            start = told + 1
    first = act
    while first > start and _may_lead(phrases, first - 1, passive):
        first -= 1
    strong = [place for place in range(first, act) if phrases[place].kind in ("and", "colon", "so_that")]
    if strong:
        return strong[:1]
    weak = [place for place in range(first, act) if phrases[place].kind == "comma"]
    if weak:
        return weak[:1]
    return [act] if first == act else [act, first]


def _may_lead(phrases: tuple[Phrase, ...], place: int, passive: bool) -> bool:
    """Whether a phrase may stand before the verb of a clause."""
    one = phrases[place]
    if one.kind in (
        "number_of",
        "and",
        "comma",
        "colon",
        "edge",
        "instead",
        "so_that",
        "list_below",
        "in_list",
        "excepting",
        "open",
    ):
        return True
    if one.kind in ("place", "book", "number", "named_document"):
        if one.prep in ("in", "at", "throughout", "after", "before", "between", "for"):
            return True
        if one.prep == "of" and place and phrases[place - 1].kind in ("edge", "rest"):
            return True
        return not one.preps and (passive or phrases[place + 1].kind in ("comma", "colon"))
    if one.kind == "words":
        named = one.value.text.endswith(",")  # “Section 2, “Chairs,” to read”: what the section is called
        return one.prep in ("after", "before", "between", "for") or (passive and not one.preps and not named)
    return passive and one.kind in ("new", "rest", "pronoun", "everything") and not one.preps
