"""What says that the old wording follows, or the new: “Existing wording:”, “WAS:”, “PROPOSED TEXT (Rule 6.2)”.

A word such as “From” says so only where the other of its pair follows, each at the beginning of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from lark import Token

from amendments.reading.edits import Target
from amendments.reading.sentences.beside.letters import HEADER
from amendments.reading.sentences.stretch import token
from grammar.wordings import NEW_WORDING, OLD_WORDING, WORDING_NOUNS, WORDINGS_IN_PAIRS
from rulebook.reference import read_reference
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """What says whose wording follows: `kind` is "EXISTING" or "PROPOSED", `place` where a place that it names stands.

    `number` is where the provision's own number stands, at the beginning of its words.
    """

    kind: str
    span: Span
    place: Span | None = None
    number: Span | None = None
    bare: str = ""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.sub(r"\s+", r"\\s+", one) for one in words), key=len, reverse=True))


_NOUN = _any(WORDING_NOUNS)
WORDING = re.compile(
    rf"""[*_]{{0,2}}(?:the\s+)?(?:(?P<old>{_any(OLD_WORDING)})|(?P<new>{_any(NEW_WORDING)}))\s+
        (?:{_NOUN})[*_]{{0,2}}\s*(?:[:–—-][*_]{{0,2}}|(?P<of>(?=of\s)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says so by itself, with nothing beside it: “Existing wording:”."""
_BARE_OLD = frozenset(WORDINGS_IN_PAIRS)
_BARE_NEW = frozenset(word for words in WORDINGS_IN_PAIRS.values() for word in words)
_LINE = re.compile(
    rf"""^[ \t]*+(?:(?P<lead>[^\s“”"][^\n“”"]{{0,59}}?)[ \t:–-]++)??
        (?P<mark>[*_]{{0,2}}
          (?:(?:the\s+)?(?:(?P<old>{_any(OLD_WORDING)})|(?P<new>{_any(NEW_WORDING)}))[ \t]+(?P<noun>{_NOUN})
              (?:[ \t]+(?:now[ \t]+)?(?:reads|is))?
            |(?P<bare>{_any(_BARE_OLD | _BARE_NEW)})(?![\w’'-]))
          [*_]{{0,2}}
          (?:[ \t]*\((?P<brackets>[^()\n]{{1,60}}(?:\([^()\n]{{1,8}}\)[^()\n]{{0,20}})*)\)
            |(?:[ \t]+(?:of|in|for))?[ \t]+(?P<place>[^\n:–—]{{1,60}}?))??
          [ \t]*(?::[*_]{{0,2}}|[–—-](?=\s)|(?=\n|\Z)))""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_NUMBER = re.compile(
    r"\s*(?P<number>(?:(?:rule|clause|section|article|paragraph|para)[ ])?"
    r"[A-Z]?\d+[A-Za-z]?(?:\.\w{1,4})+(?:\(\w{1,4}\))*\.?"
    r"|\d+[A-Za-z]?[.)]|\d+(?:\(\w{1,4}\))+|\(\w{1,4}\)|[A-Za-z]\.)[ \t]+(?=\S)",
    re.IGNORECASE,
)


def wordings_in(text: str, inside: Iterable[Span]) -> Mapping[int, Wording]:
    """What says whose wording follows, by where it begins, but for what stands `inside` a quotation or a block."""
    shut = sorted(inside)
    found = [one for one in _candidates(text) if not any(start <= one.span[0] < end for start, end in shut)]
    accepted: dict[int, Wording] = {}
    for old, new in pairwise(found):
        if old.span[0] not in accepted and _pair(old, new) and not _of_a_letter(text, old, new):
            for one in _numbered(text, replace(old, kind="EXISTING"), replace(new, kind="PROPOSED")):
                accepted[one.span[0]] = one
    return accepted


def is_wording(text: str, place: int) -> bool:
    """Whether a line may say whose wording follows, where the other of the pair is not looked for."""
    match = _LINE.match(text, place)
    return match is not None and (match["bare"] is None or match["bare"][0].isupper())


def _candidates(text: str) -> Iterator[Wording]:
    for match in _LINE.finditer(text):
        bare = " ".join((match["bare"] or "").lower().split())
        if bare and not match["bare"][0].isupper():
            continue
        ends_line = text[match.end() : match.end() + 1] in ("", "\n")
        if match["lead"] and not (ends_line and read_reference(match["lead"])):
            continue
        named = "brackets" if match["brackets"] else "place" if match["place"] else ""
        place = match.span(named) if named else None
        if named and match["noun"] and named == "place" and read_reference(f"{match['noun']} {match['place']}"):
            place = match.start("noun"), match.end("place")  # “Existing rule 5.4:”
        elif named and not read_reference(match[named]):
            continue
        kind = "EXISTING" if match["old"] or bare in _BARE_OLD - _BARE_NEW else "PROPOSED"
        yield Wording("EITHER" if bare in _BARE_OLD & _BARE_NEW else kind, match.span("mark"), place, None, bare)


def _pair(old: Wording, new: Wording) -> bool:
    """Whether the one says that the old wording follows, and the next that the new does."""
    if old.kind == "PROPOSED" or new.kind == "EXISTING":
        return False
    return not (old.bare and new.bare) or new.bare in WORDINGS_IN_PAIRS[old.bare]


def _of_a_letter(text: str, old: Wording, new: Wording) -> bool:
    """Whether “From: ...” and “To: ...” say who writes to whom: no place stands with them, nor above them."""
    if (old.bare, new.bare) != ("from", "to"):
        return False
    line = text[text.rfind("\n", 0, old.span[0]) + 1 : old.span[0]].strip()
    above = text[: old.span[0] - len(line)].rstrip().rpartition("\n")[2]
    if not (line or old.place or _NUMBER.match(text, old.span[1]) or read_reference(above.strip(" .:*_#–—-"))):
        return True
    begin, end = text.rfind("\n", 0, old.span[0]), text.find("\n", new.span[1])
    before = text[text.rfind("\n", 0, max(0, begin)) + 1 : max(0, begin)]
    after = text[end + 1 :].split("\n", 1)[0] if end >= 0 else ""
    return any(HEADER.match(line.strip()) for line in (before, after))


def _numbered(text: str, old: Wording, new: Wording) -> tuple[Wording, Wording]:
    """Both with the number that their words begin with, if they do."""
    first, second = (_NUMBER.match(text, one.span[1]) for one in (old, new))
    spans = [match.span("number") if match else None for match in (first, second)]
    return replace(old, number=spans[0]), replace(new, number=spans[1])


def said_of(one: Wording, text: str, named: Target, old: Wording | None) -> list[Token]:
    """What says whose wording follows, with its place, as tokens.

    `named` is the place said before, and `old` what said that the old wording follows. The number that both begin with
    is their place, unless it only says that again. Any other number is no part of a wording that we understand, and
    neither is a place of the new wording that is not that of the old.
    """
    found = [token(one.kind, text, one.span)]
    at = read_reference(text[slice(*one.place)]) if one.place else ()
    before = read_reference(text[slice(*old.place)]) if old and old.place else named
    if one.place and one.kind == "EXISTING":
        found.append(token("REF", text, one.place, at))
    elif one.place and _labels(at) != _labels(before):
        found.append(token("WORD", text, one.place))
    if one.number is None:
        return found
    number = _reference(text, one.number)
    same = old is not None and old.number is not None and _labels(_reference(text, old.number)) == _labels(number)
    if same or _ends_with(at or before, number):
        return found
    return [*found, token("REF" if one.kind == "EXISTING" and number else "WORD", text, one.number, number or None)]


def _reference(text: str, span: Span) -> Target:
    return read_reference(text[slice(*span)].rstrip(".")) or read_reference(text[slice(*span)].rstrip(".)"))


def _labels(target: Target) -> list[str]:
    return [step.label.lower() for step in target[0].steps] if target else []


def _ends_with(target: Target, number: Target) -> bool:
    """Whether a number is what a place ends with: “5.4” of “Rule 5.4”, “(2)” of “Rule 5(2)”."""
    labels = _labels(number)
    return bool(labels) and _labels(target)[-len(labels) :] == labels
