"""The sections of a draft, each under its heading, and which of them are its instructions.

A heading says what stands under it: the amendment, what stands beside one (an argument, a background), or other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.drafts.comments import in_block_quote
from rulebook.source import Source, Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the draft and the words under it; `span` is where those words stand in the source.

    `level` is the heading's: 1 for the highest, 0 for words that stand before any.
    """

    heading: str
    body: str
    span: Span
    level: int = 0


ARGUMENTS = (
    "supporting argument",
    "supporting arguments",
    "argument",
    "arguments",
    "reason",
    "reasons",
    "rationale",
    "purpose",
)
"""The headings under which a supporting argument stands."""
AGAINST = (
    "argument against", "arguments against", "the argument against", "the arguments against", "case against",
    "the case against", "against",
)  # fmt: skip
"""The headings under which the other side is heard."""
_AMENDMENT = re.compile(
    r"""(?:(?:the|our|text|of|first|second|third|fourth|fifth|further|another|proposed|suggested)\ )*
        (?:amendments?(?:\ (?:\d+|[a-z]|[ivx]+|one|two|three|four|five))?(?:\ ?[:–—-]\ .*)?
        |rule\ changes?(?:\ \d+)?|instructions)""",
    re.IGNORECASE | re.VERBOSE,
)
_BESIDE = re.compile(
    r"""(?:(?:the|our|a|short|brief|supporting|further|additional|exceptional)\ )*
        (?:arguments?|reasons?|reasoning|rationale|purpose|why|case|statement|justification|explanat\w+|synopsis
        |background|history|context|circumstances|applicability|effects?|results?|against)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Headings of an amendment, and headings under which instructions may be quoted but are not carried out."""

_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<md>[^\n]+?)[ \t]*#*[ \t]*$", re.MULTILINE)
PLAIN_HEADING = re.compile(
    r"""^[ \t]*(?:\*\*|__)?
        (?P<plain>(?:proposed[ ]+)?amendments?(?:[ ]\d+)?|supporting[ ]+arguments?|reasons?|rationale|purpose)
        (?:\*\*|__)?[ \t]*(?:[:–-]|(?=\n|$))[ \t]*(?:\*\*|__)?(?=\n|$|(?<=[–-])|(?<=[–-][ ]))""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_PLAIN_LEVEL = 2  # of a heading without marks: what has three # or more stands under it


def sections_in(source: Source, start: int, *, plain: bool) -> tuple[Section, ...]:
    """The sections in order. What stands before the first heading is a section with an empty one."""
    text = source.text
    marks = [
        (match.start(), match.end(), match["md"].strip(), len(match["level"]))
        for match in _HEADING.finditer(text, start)
        if not in_block_quote(text, match.start())
    ]
    if plain or not marks:
        marks += [
            (match.start(), match.end(), match["plain"], _PLAIN_LEVEL) for match in PLAIN_HEADING.finditer(text, start)
        ]
        marks.sort()
    found = []
    places = [(start, start, "", 0), *marks]
    ends_ = [*(mark[0] for mark in marks), len(text)]
    for (_, begin, heading, level), end in zip(places, ends_, strict=True):
        body = text[begin:end]
        if heading or body.strip():
            found.append(Section(heading.rstrip(":").strip(), body.strip(), (begin, end), level))
    return tuple(found)


def kinds_of(sections: tuple[Section, ...]) -> list[str]:
    """For each section whether it is part of an "amendment", stands "beside" one or is "other", by its heading.

    A section below another's level is part of that one, unless its own heading says what it is.
    """
    found: list[str] = []
    level, kind = 0, "other"
    for section in sections:
        words = re.sub(r"[*_]", "", section.heading).strip()
        own = "amendment" if _AMENDMENT.fullmatch(words) else "beside" if _BESIDE.match(words) else "other"
        if own != "other" or section.level <= level:
            level, kind = section.level, own
        found.append(kind)
    return found


def amendment_in(sections: tuple[Section, ...], kinds: list[str]) -> Span:
    """From the first section of instructions to the last of those next to it; without one, what is no argument."""
    named = [place for place, kind in enumerate(kinds) if kind == "amendment"]
    if named:
        first = last = next((place for place in named if sections[place].body), named[0])
        while kinds[last + 1 : last + 2] == ["amendment"]:
            last += 1
        # the campaign form quotes the existing wording before the word "Amendment"
        if first == 1 and not sections[0].heading:
            first = 0
        return sections[first].span[0], sections[last].span[1]
    if sections and not sections[0].heading:
        return sections[0].span
    return (0, 0)


def unread_in(text: str, sections: tuple[Section, ...], kinds: list[str], amendment: Span) -> Iterator[Span]:
    """The first words of each section that looks like instructions but is no part of the amendment.

    An argument may quote instructions; only a line that says "Amendment 2" makes more of them there.
    """
    from amendments.drafts.stray_instructions import first_instruction, first_words

    for section, kind in zip(sections, kinds, strict=True):
        start, end = section.span
        if (amendment[0] <= start and end <= amendment[1]) or not section.body:
            continue
        if kind == "amendment":
            yield first_words(text, section.span)
        elif kind == "other":
            found = first_instruction(text, section.span)
            if found:
                yield found
        else:
            lines = [line for line in PLAIN_HEADING.finditer(text, start, end) if _AMENDMENT.fullmatch(line["plain"])]
            stops = [*(line.start() for line in lines[1:]), end]
            for line, stop in zip(lines, stops, strict=False):
                part = line.end(), stop
                found = first_instruction(text, part)
                if found and found[0] == first_words(text, part)[0]:
                    yield found
