"""A draft: what a local party writes and sends in, before anything is understood of its instructions.

It is a Markdown file with front matter and sections, or the form that campaigns send round (a title, the existing
wording, "Amendment", "Supporting argument"), perhaps with a head in plain words, or instructions and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amendments.drafts import head
from amendments.drafts.allowed_findings import Allowed, allowed_in
from amendments.drafts.comments import without_comments
from amendments.drafts.head import Contribution
from amendments.drafts.sections import (
    ARGUMENTS,
    PLAIN_HEADING,
    Section,
    amendment_in,
    kinds_of,
    sections_in,
    unread_in,
)
from amendments.drafts.signatories import Signatory
from rulebook.diagnostics import Diagnostic
from rulebook.reading.reader import front_matter
from rulebook.source import Source, Span, Unreadable


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


def read_draft(source: Source) -> Draft:
    """The draft in a source. Raises `Unreadable` where the file is empty, or its front matter cannot be used."""
    if not source.text.strip():
        raise Unreadable(f"{source.name} is empty", "begin one with  redraft new rule-change -o draft.md")
    facts, start = front_matter(source)
    plain = not facts
    if plain:
        facts, start = head.in_plain_words(source.text)
    allowed = allowed_in(source.text)
    facts = head.in_small_letters(facts, source)
    source = Source(source.name, source.text[:start] + without_comments(source.text[start:]))
    listed = ("signatories", "brought by")
    said = {name: head.said(facts.get(name, ""), name, source) for name in head.FIELDS if name not in listed}
    kind = head.kind_of(said["kind"], source)
    title, body = said["title"], start
    if not title and plain:
        title, body = _title(source.text, start)
    sections = sections_in(source, body, plain=plain)
    kinds = kinds_of(sections)
    amendment = amendment_in(sections, kinds) if kind == "rule change" else (0, 0)
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
        unread=tuple(unread_in(source.text, sections, kinds, amendment)) if kind == "rule change" else (),
        other={name: head.in_words(value) for name, value in facts.items() if name not in head.FIELDS},
        findings=tuple(head.misspelt(facts, source, start)),
        allowed=allowed,
    )


def _title(text: str, start: int) -> tuple[str, int]:
    """A first paragraph that is no instruction, as campaigns write: its words and where it ends."""
    from amendments.reading.sentences.beginning import begins_instruction
    from amendments.reading.sentences.beside.letters import line_beside
    from amendments.reading.sentences.patterns import ARROW

    match = re.compile(r"\s*(?P<line>[^\n]+)(?:\n[ \t]*(?=\n)|\n|$)").match(text, start)
    if match is None:
        return "", start
    line = match["line"].strip().strip("*_#").strip()
    if (
        len(line.split()) > 14
        or line.endswith((".", ":", ";"))
        or begins_instruction(text, match.start("line"))
        or PLAIN_HEADING.match(match["line"])
        or line_beside(line)
        or ARROW.search(line)
        or not text[match.end() :].strip()
    ):
        return "", start
    if re.search(r"[‘“\"]", line) or line.startswith(">"):
        return "", start
    return line, match.end()
