"""A draft: what a local party writes and sends in, before anything is understood of its instructions.

It is a Markdown file with front matter and sections, or the form that campaigns send round (a title, the existing
wording, "Amendment", "Supporting argument"), or instructions and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from amendments.drafts import head
from amendments.drafts.allowed_findings import Allowed, allowed_in
from amendments.drafts.head import Contribution
from amendments.drafts.signatories import Signatory
from amendments.reading.quotations import DOUBLE, SINGLE, ends, opens
from rulebook.diagnostics import Diagnostic
from rulebook.reading.reader import front_matter
from rulebook.source import Source, Span, Unreadable


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the draft and the words under it; `span` is where those words stand in the source.

    `level` is the heading's: 1 for the highest, 0 for words that stand before any.
    """

    heading: str
    body: str
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The front matter of a draft and its sections, as they stand in `source`, where comments are made blanks.

    `sender` is the front matter's "from", `edition` its "rulebook", and `motion` the motion that is amended.
    `table_of_signatories` is the name of a file that has them. `amendment` is the span of the instructions,
    with the existing wording quoted before them; it is empty where there are none, and `unread` has
    the places of words elsewhere that look like instructions. `other` has the front matter that means nothing here,
    `findings` what there is to say of the rest, and `allowed` the findings that the drafter allows.
    """

    source: Source
    kind: str = "rule change"
    title: str = ""
    sender: str = ""
    conference: str = ""
    edition: str = ""
    agreed: str = ""
    mover: str = ""
    seconder: str = ""
    motion: str = ""
    contact: str = ""
    recipients: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    table_of_signatories: str = ""
    brought_by: tuple[Contribution, ...] = ()
    sections: tuple[Section, ...] = ()
    amendment: Span = (0, 0)
    unread: tuple[Span, ...] = ()
    other: dict[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    allowed: tuple[Allowed, ...] = ()

    def section(self, *headings: str) -> Section | None:
        """The first section whose heading is one of these, capitals or not."""
        wanted = {heading.casefold() for heading in headings}
        return next((s for s in self.sections if s.heading.casefold() in wanted), None)

    @property
    def argument(self) -> str:
        """The supporting argument, or the empty string."""
        found = self.section(*ARGUMENTS)
        return found.body if found else ""


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

_COMMENT_OR_MARK = re.compile(f"<!--|[{DOUBLE}{SINGLE}]")
_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<md>[^\n]+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_PLAIN = re.compile(
    r"""^[ \t]*(?:\*\*|__)?
        (?P<plain>(?:proposed[ ]+)?amendments?(?:[ ]\d+)?|supporting[ ]+arguments?|reasons?|rationale|purpose)
        (?:\*\*|__)?[ \t]*(?:[:–-]|(?=\n|$))[ \t]*(?:\*\*|__)?(?=\n|$|(?<=[–-])|(?<=[–-][ ]))""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)


def read_draft(source: Source) -> Draft:
    """The draft in a source. Raises `Unreadable` where the file is empty, or its front matter cannot be used."""
    if not source.text.strip():
        raise Unreadable(f"{source.name} is empty", "begin one with  redraft new rule-change -o draft.md")
    facts, start = front_matter(source)
    allowed = allowed_in(source.text)
    facts = head.in_small_letters(facts, source)
    source = Source(source.name, source.text[:start] + _without_comments(source.text[start:]))
    listed = ("signatories", "brought by")
    said = {name: head.said(facts.get(name, ""), name, source) for name in head.FIELDS if name not in listed}
    kind = head.kind_of(said["kind"], source)
    title, body = said["title"], start
    if not title and not facts:
        title, body = _title(source.text, start)
    sections = _sections(source, body, plain=not facts)
    kinds = _kinds(sections)
    amendment = _amendment(sections, kinds) if kind == "rule change" else (0, 0)
    return Draft(
        source,
        kind,
        title,
        sender=said["from"],
        conference=said["conference"],
        edition=said["rulebook"],
        agreed=head.date(said["agreed"], source),
        mover=said["mover"],
        seconder=said["seconder"],
        motion=said["motion"],
        contact=said["contact"],
        recipients=head.recipients(facts.get("to", "")),
        signatories=head.signed_by(facts.get("signatories", ""), source),
        table_of_signatories=head.table_of_signatories(facts.get("signatories", "")),
        brought_by=head.brought_by(facts.get("brought by", ""), source),
        sections=sections,
        amendment=amendment,
        unread=tuple(_unread(source.text, sections, kinds, amendment)) if kind == "rule change" else (),
        other={name: head.in_words(value) for name, value in facts.items() if name not in head.FIELDS},
        findings=tuple(head.misspelt(facts, source, start)),
        allowed=allowed,
    )


def _without_comments(text: str) -> str:
    """Spaces in place of comments, so that all else keeps its line and column.

    A comment in new text, which is a block quote or stands between quotation marks on a line, is left as it was typed.
    """
    kept, done, place = [], 0, 0
    line_end, unclosed = -1, 0
    while match := _COMMENT_OR_MARK.search(text, place):
        start = match.start()
        if match[0] != "<!--":
            place = match.end()
            if start > line_end:
                line_end, unclosed = text.find("\n", start), 0
                line_end = line_end if line_end >= 0 else len(text)
            if unclosed < MOST_UNCLOSED and opens(text, start):
                closed = _closed(text, start, line_end)
                place = closed or place
                unclosed += closed is None
            continue
        place = text.find("-->", start) + len("-->")
        if place < start:
            break
        if not _in_block(text, start):
            kept += [text[done:start], re.sub(r"[^\n]", " ", text[start:place])]
            done = place
    return "".join([*kept, text[done:]])


MOST_UNCLOSED = 20  # marks on a line that are never closed, before no more are taken for quotations there


def _closed(text: str, place: int, line_end: int) -> int | None:
    """Where the quotation ends that opens at a place, if on the same line and not in a comment that begins in it."""
    found = ends(text, place, line_end)
    if not found or text.rfind("<!--", place, found[0]) > text.rfind("-->", place, found[0]):
        return None
    return found[0] + 1


def _title(text: str, start: int) -> tuple[str, int]:
    """A first paragraph that is no instruction, as campaigns write: its words and where it ends."""
    from amendments.reading.tokens import begins_instruction

    match = re.compile(r"\s*(?P<line>[^\n]+)(?:\n[ \t]*(?=\n)|\n|$)").match(text, start)
    if match is None:
        return "", start
    line = match["line"].strip().strip("*_#").strip()
    if (
        len(line.split()) > 14
        or line.endswith((".", ":", ";"))
        or begins_instruction(text, match.start("line"))
        or _PLAIN.match(match["line"])
    ):
        return "", start
    if re.search(r"[‘“\"]", line) or line.startswith(">"):
        return "", start
    return line, match.end()


def _sections(source: Source, start: int, *, plain: bool) -> tuple[Section, ...]:
    """The sections in order. What stands before the first heading is a section with an empty one."""
    text = source.text
    marks = [
        (match.start(), match.end(), match["md"].strip(), len(match["level"]))
        for match in _HEADING.finditer(text, start)
        if not _in_block(text, match.start())
    ]
    if plain or not marks:
        marks += [(match.start(), match.end(), match["plain"], PLAIN_LEVEL) for match in _PLAIN.finditer(text, start)]
        marks.sort()
    found = []
    places = [(start, start, "", 0), *marks]
    ends_ = [*(mark[0] for mark in marks), len(text)]
    for (_, begin, heading, level), end in zip(places, ends_, strict=True):
        body = text[begin:end]
        if heading or body.strip():
            found.append(Section(heading.rstrip(":").strip(), body.strip(), (begin, end), level))
    return tuple(found)


PLAIN_LEVEL = 2  # of a heading without marks: what has three # or more stands under it


def _in_block(text: str, place: int) -> bool:
    return text[text.rfind("\n", 0, place) + 1 : place].lstrip().startswith(">")


def _kinds(sections: tuple[Section, ...]) -> list[str]:
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


def _amendment(sections: tuple[Section, ...], kinds: list[str]) -> Span:
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


def _unread(text: str, sections: tuple[Section, ...], kinds: list[str], amendment: Span) -> Iterator[Span]:
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
            lines = [line for line in _PLAIN.finditer(text, start, end) if _AMENDMENT.fullmatch(line["plain"])]
            stops = [*(line.start() for line in lines[1:]), end]
            for line, stop in zip(lines, stops, strict=False):
                part = line.end(), stop
                found = first_instruction(text, part)
                if found and found[0] == first_words(text, part)[0]:
                    yield found
