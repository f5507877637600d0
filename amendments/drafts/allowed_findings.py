"""Findings that somebody has looked at and allows, beside the words of the draft or the rules that they are about.

`<!-- redraft: allow NAME: reason -->` allows a finding in the paragraph that it stands in, or in the next one where it
stands alone, and in the words that are quoted (>) under that; in front matter the line `# redraft: allow NAME: reason`
allows one about the head, or about the file as a whole. An error that keeps the instructions from being carried out
cannot be allowed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.source import Source, Span

_FOR_US = re.compile(r"\s*redraft(?:\s*:|\s+allow\b)", re.IGNORECASE)
_SAYS = re.compile(r"\s*redraft\s*:\s*allow\s+(?P<name>[\w-]+)\s*(?::(?P<reason>.*))?", re.IGNORECASE | re.DOTALL)
_IN_HEAD = re.compile(
    r"^[ \t]*\#[ \t]*redraft:[ \t]*allow[ \t]+(?P<name>[\w-]+)[ \t]*(?::(?P<reason>[^\n]*))?$", re.MULTILINE
)
_QUOTED = re.compile(r"\s*\n[ \t]*>")
_HEAD = re.compile(r"---[ \t]*\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that is allowed by name. `words` is where it holds; `whole` that it holds for the whole file too.

    `span` is the comment, and `named` the name in it.
    """

    name: str
    reason: str
    span: Span
    named: Span
    words: Span
    whole: bool = False


def allowed_in(text: str) -> tuple[Allowed, ...]:
    """What a draft or a rulebook allows. The text is that of the file, comments and all.

    A comment that is meant for us and cannot be read allows a finding without a name.
    """
    if "redraft" not in text.lower():
        return ()
    head = _HEAD.match(text)
    end = head.end() if head else 0
    found = [
        Allowed(match["name"], (match["reason"] or "").strip(), match.span(), match.span("name"), (0, end), whole=True)
        for match in _IN_HEAD.finditer(text, 0, end)
    ]
    comments = list(_comments(text))
    bare = _without(text, comments)
    paragraphs: dict[Span, Span] = {}  # thousands of comments may stand in one
    for span in comments:
        said = _SAYS.fullmatch(text, span[0] + len("<!--"), span[1] - len("-->"))
        name, reason = (said["name"], " ".join((said["reason"] or "").split())) if said else ("", "")
        named = said.span("name") if said else span
        if span[0] < end:
            found.append(Allowed(name, reason, span, named, (0, end), whole=True))
            continue
        own = text.rfind("\n\n", 0, span[0]) + 2 if "\n\n" in text[: span[0]] else 0, _end(text, span[1])
        if own not in paragraphs:
            paragraphs[own] = _paragraph(text, bare, own)
        found.append(Allowed(name, reason, span, named, paragraphs[own]))
    return tuple(found)


def _comments(text: str) -> Iterator[Span]:
    """The comments that are meant for us. A comment ends at the first mark that can end it."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + len("-->")
        if _FOR_US.match(text, start + len("<!--"), close):
            yield start, end


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in some places."""
    kept, done = [], 0
    for start, end in spans:
        kept += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*kept, text[done:]])


def _paragraph(text: str, bare: str, own: Span) -> Span:
    """The paragraph of a comment, with the new words quoted under it; where it is all comments, the next one too."""
    start, end = own
    if not bare[start:end].strip():
        further = re.compile(r"\s*").match(text, end)
        end = _end(text, further.end() if further else end)
    while quoted := _QUOTED.match(text, end):
        end = _end(text, quoted.end())
    return start, end


def _end(text: str, place: int) -> int:
    """Where the paragraph ends that a place is in."""
    end = text.find("\n\n", place)
    return len(text) if end < 0 else end


def without_allowed(
    findings: Iterable[Diagnostic],
    allowed: tuple[Allowed, ...],
    source: Source,
    *,
    known: Collection[str],
    firm: Collection[Diagnostic] = (),
) -> Iterator[Diagnostic]:
    """The findings that are not allowed, and one for each comment that allows nothing.

    `known` are the names of all findings, and `firm` those that cannot be allowed.
    """
    used: set[Allowed] = set()
    for finding in findings:
        by = next((one for one in allowed if _covers(one, finding)), None)
        if by is None or finding in firm:
            yield finding
        else:
            used.add(by)
    refused = {finding.code for finding in firm}
    for one in allowed:
        if not one.name:
            yield Diagnostic(
                "allow-unknown", "this comment cannot be read, and allows nothing",
                "write  <!-- redraft: allow NAME: the reason -->  with the name of one finding",
                Severity.WARNING, source, one.span,
            )  # fmt: skip
            continue
        if not one.reason:
            yield Diagnostic(
                "allow-without-reason", f"it is not said why “{one.name}” is allowed here",
                f"write the reason after it, as in  allow {one.name}: agreed with the office on 3 May",
                Severity.WARNING, source, one.span,
            )  # fmt: skip
        if one.name not in known:
            close = difflib.get_close_matches(one.name, known, 1)
            yield Diagnostic(
                "allow-unknown", f"there is no finding called “{one.name}”",
                f"did you mean “{close[0]}”?" if close else "redraft explain lists them all",
                Severity.WARNING, source, one.named,
                tuple(Suggestion("the nearest name", name) for name in close),
            )  # fmt: skip
        elif one not in used:
            help = (
                "this one cannot be allowed: put the words right"
                if one.name in refused
                else "take the comment out, or put it beside the words"
            )
            yield Diagnostic(
                "allow-unused",
                f"nothing here is found that “{one.name}” would be",
                help,
                Severity.WARNING,
                source,
                one.span,
            )


def _covers(allowed: Allowed, finding: Diagnostic) -> bool:
    if allowed.name != finding.code:
        return False
    if finding.span is None:
        return allowed.whole
    start, end = allowed.words
    return start <= finding.span[0] < end
