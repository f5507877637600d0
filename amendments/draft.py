"""A draft: what a local party writes and sends in, before anything is understood of its instructions.

It is a Markdown file with front matter and sections, or the form that campaigns send round (a title, the existing
wording, "Amendment", "Supporting argument"), or instructions and nothing else.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.reader import front_matter
from rulebook.source import Source, Span, Unreadable

KINDS = ("rule change", "motion", "emergency motion", "amendment to motion", "open letter")
FIELDS = (
    "kind", "title", "from", "conference", "rulebook", "agreed", "mover", "seconder", "to", "signatories", "motion",
)  # fmt: skip
"""The names that front matter may have which mean something here."""
SIGNATORY_FIELDS = ("name", "branch", "date", "comment")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the draft and the words under it; `span` is where those words stand in the source."""

    heading: str
    body: str
    span: Span


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed an open letter. All but the name may be empty."""

    name: str
    branch: str = ""
    date: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The front matter of a draft and its sections, as they stand in `source`, where comments are made blanks.

    `sender` is the front matter's "from" and `edition` its "rulebook". `amendment` is the span of the instructions,
    with the existing wording quoted before them; it is empty where there are none. `other` has the front matter that
    means nothing here, and `findings` what there is to say of the rest.
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
    recipients: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    sections: tuple[Section, ...] = ()
    amendment: Span = (0, 0)
    other: dict[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()

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
_AMENDMENTS = (
    "amendment",
    "amendments",
    "proposed amendment",
    "proposed amendments",
    "rule change",
    "suggested rule change",
    "instructions",
)

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CURLY = re.compile(r"\A(?:[“”„](?P<words>[^“”„]*)[“”])\Z")  # marks that YAML takes for part of the words
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<md>[^\n]+?)[ \t]*#*[ \t]*$", re.MULTILINE)
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
    source = Source(source.name, source.text[:start] + _COMMENT.sub(_blank, source.text[start:]))
    kind = " ".join((_words(facts.get("kind")) or "rule change").lower().replace("-", " ").split())
    if kind not in KINDS:
        raise Unreadable(
            f"{source.name}: there is no kind of draft called “{facts.get('kind')}”",
            f"the kinds are: {', '.join(KINDS)}",
        )
    title, body = _words(facts.get("title")), start
    if not title and not facts:
        title, body = _title(source.text, start)
    sections = _sections(source, body, plain=not facts)
    return Draft(
        source,
        kind,
        title,
        sender=_words(facts.get("from")),
        conference=_words(facts.get("conference")),
        edition=_words(facts.get("rulebook")),
        agreed=_words(facts.get("agreed")),
        mover=_words(facts.get("mover")),
        seconder=_words(facts.get("seconder")),
        recipients=_recipients(facts.get("to")),
        signatories=_signatories(facts.get("signatories"), source),
        sections=sections,
        amendment=_amendment(sections) if kind == "rule change" else (0, 0),
        other={str(name): _words(value) for name, value in facts.items() if name not in FIELDS or name == "motion"},
        findings=tuple(_misspelt(facts, source, start)),
    )


def _misspelt(facts: dict[str, Any], source: Source, end: int) -> Iterator[Diagnostic]:
    """Findings for names in the front matter that are nearly ones we know. Other names are the drafter's own."""
    signatories = facts.get("signatories")
    signed = [one for one in signatories if isinstance(one, dict)] if isinstance(signatories, list) else []
    given = [(name, FIELDS) for name in facts] + [
        (name, SIGNATORY_FIELDS) for name in dict.fromkeys(name for one in signed for name in one)
    ]
    for name, known in given:
        if name in known:
            continue
        close = difflib.get_close_matches(str(name).strip().lower(), known, 1, NEAR)
        if not close:
            continue
        place = re.compile(rf"(?<![\w-]){re.escape(str(name))}(?=[\"']?\s*:)").search(source.text, 0, end)
        yield Diagnostic(
            "field-unknown",
            f"“{name}” is not a name that is known here; did you mean “{close[0]}”?",
            "what is written there is not used; correct the name",
            Severity.WARNING,
            source,
            place.span() if place else None,
            (Suggestion(f"write {close[0]}", close[0]),),
        )


NEAR = 0.75  # the likeness, as difflib counts it, of two names of which one is the other misspelt: "form" and "from"


def _blank(comment: re.Match[str]) -> str:
    """Spaces in place of a comment, so that all else keeps its line and column; in a block quote it is new text."""
    line = comment.string.rfind("\n", 0, comment.start()) + 1
    if comment.string[line : comment.start()].lstrip().startswith(">"):
        return comment[0]
    return re.sub(r"[^\n]", " ", comment[0])


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return _CURLY.sub(r"\g<words>", str(value))


def _title(text: str, start: int) -> tuple[str, int]:
    """A first paragraph that is no instruction, as campaigns write: its words and where it ends."""
    from amendments.tokens import begins_instruction

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
        (match.start(), match.end(), match["md"].strip())
        for match in _HEADING.finditer(text, start)
        if not _in_block(text, match.start())
    ]
    if plain or not marks:
        marks += [(match.start(), match.end(), match["plain"]) for match in _PLAIN.finditer(text, start)]
        marks.sort()
    found = []
    places = [(start, start, ""), *marks]
    for (_, begin, heading), following in zip(places, [*places[1:], (len(text), len(text), "")], strict=True):
        body = text[begin : following[0]]
        if heading or body.strip():
            found.append(Section(heading.rstrip(":").strip(), body.strip(), (begin, following[0])))
    return tuple(found)


def _in_block(text: str, place: int) -> bool:
    return text[text.rfind("\n", 0, place) + 1 : place].lstrip().startswith(">")


def _amendment(sections: tuple[Section, ...]) -> Span:
    """From the first section of instructions to the last of those next to it; without one, what is no argument."""
    named = [
        place
        for place, section in enumerate(sections)
        if re.sub(r"\s+\d+$", "", section.heading.casefold()) in _AMENDMENTS
    ]
    if named:
        first, last = named[0], named[0]
        while last + 1 in named:
            last += 1
        # the campaign form quotes the existing wording before the word "Amendment"
        if first == 1 and not sections[0].heading:
            first = 0
        return sections[first].span[0], sections[last].span[1]
    if sections and not sections[0].heading:
        return sections[0].span
    return (0, 0)


def _recipients(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(_words(one) for one in value) if isinstance(value, list) else (_words(value),)


def _signatories(value: Any, source: Source) -> tuple[Signatory, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Unreadable(
            f"{source.name}: the signatories must be a list", "as in  signatories: [{name: Ada Brook, branch: North}]"
        )
    found = []
    for one in value:
        if isinstance(one, dict) and one.get("name"):
            found.append(Signatory(*(_words(one.get(name)) for name in SIGNATORY_FIELDS)))
        elif isinstance(one, str):
            found.append(Signatory(one))
        else:
            raise Unreadable(
                f"{source.name}: a signatory has no name: {one}", "as in  - {name: Ada Brook, branch: North}"
            )
    return tuple(found)
