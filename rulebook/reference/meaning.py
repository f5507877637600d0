"""What the tokens of a reference say: one `Reference` for each place that is named.

What follows "of" is outside, what follows a comma mostly inside; a list multiplies what stands under and over it. What
makes no sense together means nothing, and what could mean two things says so in `doubt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from lark import Lark, Token, Transformer
from lark.exceptions import LarkError

import grammar
from grammar import places
from grammar.levels import level_word, rank
from grammar.numbers import number_of
from rulebook.cache import folder
from rulebook.reference.codes import formed, labels_of
from rulebook.reference.parts import parts_of
from rulebook.reference.values import Part, Reference, Step


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A group with a number: each code of its list with the end of its range, and what stands before and after."""

    level: str
    codes: tuple[tuple[str, str], ...]
    heading: str = ""
    page: int = 0
    line: int = 0
    capital: bool = False
    nth: int = 0


@dataclass(frozen=True, slots=True)
class _This:
    level: str


_Group = _Numbered | _This | tuple[Part, ...]


@dataclass(slots=True)
class _Chain:
    """Groups parted by commas, in segments parted by "of" and "in".

    `each` says that "each of" parts them, `uncertain` that what is before "of" may be meant of a further chain too.
    """

    segments: list[list[_Group]]
    each: bool
    uncertain: bool = False


class _Reading(Transformer[Token, tuple[Reference, ...]]):
    """Tokens to plain values."""

    def numbered(self, tokens: list[Token | None]) -> _Numbered:
        nth, level, *rest = tokens
        codes: list[tuple[str, str]] = []
        heading, printed = "", {"page": 0, "line": 0}
        before = ""
        for token in rest:
            if token is None:
                continue
            if token.type == "CODE" and before == "TO":
                codes[-1] = codes[-1][0], ".".join(labels_of(token))
            elif token.type == "CODE":
                codes.append((str(token), ""))
            elif token.type == "HEADING":
                heading = str(token)
            elif token.type == "NOTE":
                for match in places.PRINTED.finditer(token):
                    unit = "line" if match["unit"] == "line" else "page"
                    printed[unit] = printed[unit] or int(match["number"])
            before = token.type
        word, capital = (level_word(level), level[:1].isupper()) if level else ("", False)
        return _Numbered(
            word, tuple(codes), heading, printed["page"], printed["line"], capital, number_of(nth) if nth else 0
        )

    def this(self, tokens: list[Token]) -> _This:
        return _This(level_word(tokens[1]))

    def part(self, tokens: list[Token]) -> tuple[Part, ...]:
        return parts_of(tokens[0])

    def chain(self, tokens: list[object]) -> _Chain:
        segments: list[list[_Group]] = [[]]
        each = False
        for place, token in enumerate(tokens):
            if not isinstance(token, Token):
                segments[-1].append(cast(_Group, token))
                continue
            each = each or bool(re.search(r"\b(?:each|both|all)\b", token))
            if re.search(r"\b(?:of|in|under|within)\b", token) and not _goes_in(
                tokens[place - 1], token, tokens[place + 1]
            ):
                segments.append([])
        return _Chain(segments, each)

    def start(self, tokens: list[object]) -> tuple[Reference, ...]:
        direction = next((str(token) for token in tokens if isinstance(token, Token) and token.type == "DIRECTION"), "")
        chains = [token for token in tokens if isinstance(token, _Chain)]
        found: list[Reference] = []
        for chain in _shared(chains):
            more = _references(chain, direction)
            if not more:
                return ()
            found += [_inside(found[-1], one) for one in more] if found else more
        return tuple(found)


def _shared(chains: list[_Chain]) -> list[_Chain]:
    """Chains joined by "and", each with what the others say of it too.

    "Sub-clause 1 and sub-clause 5 of 2.III" are both of 2.III; "paragraph A of each of Clause I and Clause II" is one
    of each; and whether "paragraph A of Clause I and Clause II" is, is not certain.
    """
    found: list[_Chain] = []
    for chain in reversed(chains):
        after = found[-1] if found else None
        if after and _is_bare(chain) and len(after.segments) > 1 and _level(chain, 0) == _level(after, 0) != "":
            chain = _Chain([chain.segments[0], *after.segments[1:]], after.each)
        found.append(chain)
    first, *rest = reversed(found)
    several = [one for one in rest if _is_bare(one) and len(first.segments) > 1 and _level(one, 0) == _level(first, -1)]
    if several and any(chain.each for chain in chains):
        rest = [_Chain([*first.segments[:-1], *one.segments], True) if one in several else one for one in rest]
    elif several:
        first = replace(first, uncertain=True)
    return [first, *rest]


def _level(chain: _Chain, segment: int) -> str:
    group = chain.segments[segment][0]
    return group.level if isinstance(group, _Numbered) else ""


def _is_bare(chain: _Chain) -> bool:
    """Whether a chain is one number alone, so that what stands before a list may be meant of it too."""
    return len(chain.segments) == 1 and len(chain.segments[0]) == 1 and isinstance(chain.segments[0][0], _Numbered)


def _inside(before: Reference, reference: Reference) -> Reference:
    """The second place of a list in what the first one is in: "Chapter 3, sub-clause 2 and sub-clause 4"."""
    level = reference.steps[0].level if reference.steps else ""
    if not level:
        return reference
    place = next((n for n, step in enumerate(before.steps) if step.level == level), 0)
    return replace(reference, steps=before.steps[:place] + reference.steps)


def _references(chain: _Chain, direction: str) -> list[Reference]:
    """The references of one chain of groups, written from the top down or from the leaf up."""
    upward = len(chain.segments) > 1
    parts: list[tuple[Part, ...]] = []
    steps: list[tuple[list[Step], str]] = [([], "")]  # each with the end of its range
    page, line, this, restated = 0, 0, "", list[Step]()
    for group in _from_the_top(chain.segments):
        if isinstance(group, _This):
            this = group.level
        elif isinstance(group, _Numbered):
            page, line = group.page or page, group.line or line
            if any(end for _, end in steps):
                return []  # a place inside each of a range
            if group.level == "chapter" and not upward and steps[0][0]:
                restated, steps = steps[0][0], [([], "")]  # the place is given a second time, in full
            ways = _ways(group)
            steps = [
                (before + way, end) for before, _ in steps for way, (_, end) in zip(ways, group.codes, strict=True)
            ]
        else:
            parts.append(group)
    parts.sort(key=lambda options: _FINENESS.get(options[0].unit, 0) if options else 0)
    choices: list[tuple[Part, ...]] = [()]
    for options in parts:
        choices = [(*chosen, option) for chosen in choices for option in options]
    return [
        Reference(
            tuple(way), chosen, end, "this" if this and not way else direction or ("this" if this else ""), page, line,
            tuple(restated), this, doubt=_doubt(chain),
        )
        for way, end in steps
        for chosen in choices
    ]  # fmt: skip


_FINENESS = {"sentence": 1, "row": 1, "line": 2}  # they are in a paragraph or a bullet, whichever is named first


def _doubt(chain: _Chain) -> str:
    """What is not certain of "paragraph A of 5.II.1 and 5.II.3": paragraph A of both, or the whole of 5.II.3?"""
    outer = chain.segments[-1][-1]
    if chain.uncertain:
        return "what stands before “of” may be meant of the first place only, or of each"
    if chain.each or len(chain.segments) < 2 or not isinstance(outer, _Numbered) or len(outer.codes) < 2 or outer.level:
        return ""
    (first, _), (second, _) = outer.codes[:2]
    return f"what stands before “of” may be meant of {first} only, or of {first} and {second}"


def _ways(group: _Numbered) -> list[list[Step]]:
    """The steps of each code of a list. In "IV.2.B(ii) and (iii)" what follows "and" is the last label only."""
    first = labels_of(group.codes[0][0])
    found: list[list[Step]] = []
    for code, _ in group.codes:
        labels = labels_of(code)
        whole = len(labels) >= len(first) or _is_whole(labels, first)
        way = [
            Step(group.level if whole and not place else "", label, "", group.capital)
            for place, label in enumerate(labels)
        ]
        way[-1] = replace(way[-1], heading=group.heading, nth=group.nth)
        found.append(way if whole else found[0][: len(first) - len(labels)] + way)
    return found


def _is_whole(labels: list[str], first: list[str]) -> bool:
    """Whether a shorter code of a list begins at the top as the first one does: "A.3, B.1.2 and Q", "5.IV.4, 6.I"."""
    if len(labels) == 1:
        return labels[0].isupper() and first[0].isupper() and all(label.isdigit() for label in first[1:])
    return (formed(labels, first) and first[0].isupper()) or not (
        formed(labels, first[-len(labels) :]) and not formed(labels, first)
    )


def _goes_in(outer: object, joint: str, inner: object) -> bool:
    """Whether a joint such as ", in" leads inwards: "Chapter 5, in Clause IV", "5.IV.5, in paragraph D"."""
    if not joint.lstrip().startswith(",") or "of" in joint or not isinstance(outer, _Numbered):
        return False
    before, after = rank(outer.level), rank(inner.level) if isinstance(inner, _Numbered) else None
    return after is not None and (before is None or before < after)


def _from_the_top(segments: list[list[_Group]]) -> list[_Group]:
    """The groups from the outermost in. What follows "of" is outside; a list by commas may go either way.

    In "Clause VI of Chapter 1, sub-clause 2" the list goes on inside what was named before it.
    """
    *inner, last = segments
    deepest = max((number for segment in inner for number in _ranks(segment)), default=None)
    stays = next((n for n, one in enumerate(last) if n and deepest is not None and _is_inside(one, deepest)), len(last))
    found: list[_Group] = []
    for segment in reversed([*inner, last[:stays]]):
        ranks, around = _ranks(segment), _ranks(found)
        if len(ranks) > 1 and around and ranks[0] < around[0]:  # Chapter 5, Clause IV, paragraph A of sub-clause 5
            found = [*segment[:-1], *found, segment[-1]]
        else:
            found += segment if len(ranks) < 2 or ranks[0] <= ranks[-1] else reversed(segment)
    return found + last[stays:]


def _is_inside(group: _Group, deepest: int) -> bool:
    if not isinstance(group, _Numbered):
        return False
    depth = rank(group.level)
    return depth is None or depth > deepest


def _ranks(groups: list[_Group]) -> list[int]:
    ranks = (rank(group.level) for group in groups if isinstance(group, _Numbered))
    return [number for number in ranks if number is not None]


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load("reference", _Reading(), folder())


def meaning(tokens: list[Token]) -> tuple[Reference, ...]:
    """What the tokens that `scan` found refer to; nothing, where they make no sense together."""
    return _meaning(tuple((token.type, str(token)) for token in tokens))


@lru_cache(maxsize=4096)
def _meaning(tokens: tuple[tuple[str, str], ...]) -> tuple[Reference, ...]:
    try:
        given = [Token(kind, value) for kind, value in tokens]  # the transformer gives a value, and takes tokens
        return cast("tuple[Reference, ...]", _parser().parse(cast("str", given)))
    except LarkError:
        return ()
