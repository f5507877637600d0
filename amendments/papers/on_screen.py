"""The rules as a terminal shows them: provisions, contents, searches, and who refers to what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amendments.applying.places import spots
from amendments.applying.refused import Refused
from amendments.applying.words.patterns import folded
from amendments.reading.edits import Place
from rulebook.diagnostics import WIDTH, Diagnostic, Severity, wrapped
from rulebook.looking.citations import citations
from rulebook.looking.locating import find
from rulebook.looking.named_headings import find_by_words
from rulebook.looking.near_misses import through_crosswalk
from rulebook.printed.lines import is_heading
from rulebook.provision import Path, Provision, Rulebook, Scheme, shown_label
from rulebook.reference import read_reference
from rulebook.source import Span


def looked_up(rulebook: Rulebook, references: tuple[str, ...]) -> tuple[list[Path], list[Diagnostic]]:
    """The paths of references as somebody types them, and a finding for each that leads nowhere.

    An old number is followed through the crosswalk, with a finding of severity warning.
    """
    paths: list[Path] = []
    faults: list[Diagnostic] = []
    for written in references:
        said = read_reference(written)
        headed = find_by_words(rulebook, written)
        if len(headed) > 1:
            places = ", ".join(rulebook.reference(path) for path in headed[:5])
            faults.append(
                Diagnostic("reference-ambiguous", f"“{written}” may be: {places}", "name the heading over it as well")
            )
            continue
        if headed:
            paths += headed
            continue
        if not said:
            faults.append(
                Diagnostic(
                    "reference-unread",
                    f"“{written}” is not a reference",
                    "write it as 5.IV.5.A, or “Chapter 5, Clause IV, sub-clause 5”",
                )
            )
            continue
        for reference in said:
            old = through_crosswalk(rulebook, reference.steps)
            if old and not find(rulebook, reference.steps) and len(find(rulebook, old)) == 1:
                found = find(rulebook, old)[0]
                paths.append(found)
                faults.append(
                    Diagnostic(
                        "old-numbering",
                        f"{written} is an old number; it is now {rulebook.reference(found)}",
                        severity=Severity.WARNING,
                    )
                )
                continue
            try:
                for spot in spots(rulebook, Place(((reference,),))):
                    paths += [path for path in spot.paths if path]
            except Refused as refused:
                faults.append(Diagnostic(refused.code, refused.message, refused.help))
    return paths, faults


def printed(rulebook: Rulebook, path: Path = ()) -> str:
    """A provision with all under it, or the whole book, wrapped for a terminal; what it stands in comes first."""
    lines: list[str] = []
    if path:
        lines += _trail(rulebook, path)
        page = rulebook.page(path)
        lines += [f"page {page}", ""] if page else []
        lines += _lines(rulebook, (rulebook.at(path),), len(path) - 1)
    else:
        lines += [f"{rulebook.title} {rulebook.edition}".strip(), ""]
        lines += _lines(rulebook, rulebook.chapters, 0)
    return "\n".join(lines).rstrip("\n") + "\n"


def _trail(rulebook: Rulebook, path: Path) -> list[str]:
    """The reference of a provision and the headings that it stands under; nothing for one at the top."""
    if len(path) == 1:
        return []
    headings = [rulebook.at(path[:depth]).heading for depth in range(1, len(path))]
    reference = f"{rulebook.reference(path)}   "
    return [*_wrapped(" › ".join(filter(None, headings)), reference, " " * len(reference)), ""]


def _lines(rulebook: Rulebook, provisions: tuple[Provision, ...], depth: int, listed: int = 0) -> list[str]:
    """The lines of provisions that stand `depth` levels down, `listed` of which are numbers in a list."""
    found: list[str] = []
    for provision in provisions:
        heads = is_heading(rulebook.scheme, provision, depth)
        if heads:
            name = f"{provision.kind.capitalize()} {provision.label}".strip() if provision.label else ""
            title = f"{name}. {provision.heading}".strip(". ") if provision.heading else name
            found += [line for line in (title, "=" * min(len(title), WIDTH) if depth == 0 and title else "") if line]
            margin = inner = ""
            found.append("")
        else:
            margin = "    " * listed
            inner = margin + "    "
            first, *more = provision.text.split("\n\n")
            label = f"{shown_label(provision)} "
            words = f"{provision.heading}: {first}" if provision.heading else first
            found += _wrapped(words, margin + label.ljust(4), inner) or [margin + label.rstrip()]
            found.append("")
            for paragraph in more:
                found += [*_wrapped(paragraph, inner, inner), ""]
        if heads and provision.text:
            for paragraph in provision.text.split("\n\n"):
                found += [*_wrapped(paragraph, "", ""), ""]
        found += _lines(rulebook, provision.children, depth + 1, listed + (not heads))
        for paragraph in provision.tail.split("\n\n"):
            if paragraph:
                found += [*_wrapped(paragraph, inner, inner), ""]
        for number, note in enumerate(provision.notes, 1):
            found += [*_wrapped(note, f"{inner}[{number}] ", inner + "    "), ""]
    return found


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    if words.startswith("|"):
        return [rest + row for row in words.split("\n")]
    return wrapped(words, first, rest)


def contents(rulebook: Rulebook, depth: int | None = None) -> str:
    """The contents, a line each, indented by level; `depth` is how many levels, by default those with headings."""
    headed = sum(1 for level in rulebook.scheme.levels if level.word)
    return "\n".join(_contents(rulebook.scheme, rulebook.chapters, depth or max(1, headed), 0)) + "\n"


def _contents(scheme: Scheme, provisions: tuple[Provision, ...], levels: int, depth: int) -> list[str]:
    margin = "    " * depth
    names = [
        f"{one.kind.capitalize()} {one.label}" if one.label and is_heading(scheme, one, depth) else shown_label(one)
        for one in provisions
    ]
    room = max(map(len, names), default=0)
    lines = []
    for name, provision in zip(names, provisions, strict=True):
        first = f"{margin}{name.ljust(room)}  "
        words = provision.heading or _short(provision.text or provision.tail, WIDTH - len(first))
        lines += _wrapped(words, first, " " * len(first)) or [first.rstrip()]
        if levels > 1:
            lines += _contents(scheme, provision.children, levels - 1, depth + 1)
    return lines


def found(rulebook: Rulebook, words: str) -> list[str]:
    """A line for each place where words stand: its reference, and the words with some of those round them."""
    wanted = re.compile(re.escape(folded(words).text.strip()), re.IGNORECASE)
    places: list[_Seen] = []
    for path, provision in rulebook.walk():
        for part in ("heading", "text", "tail"):
            text = getattr(provision, part)
            fold = folded(text)
            note = "(heading) " if part == "heading" else ""
            places += [
                _Seen(rulebook.reference(path), text, fold.back(match.span()), note)
                for match in wanted.finditer(fold.text)
            ]
    return _in_columns(places)


def citing(rulebook: Rulebook, path: Path) -> list[str]:
    """A line for each reference in the rules to a provision or to anything in it, from outside it."""
    return _in_columns(
        [
            _Seen(rulebook.reference(citation.path), rulebook.part(citation.path, citation.part), citation.span)
            for citation in citations(rulebook)
            if any(target[: len(path)] == path for target in citation.targets) and citation.path[: len(path)] != path
        ]
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """Words seen in a provision: its reference, the text, where they stand in it, and what to say before them."""

    reference: str
    text: str
    span: Span
    note: str = ""


def _in_columns(places: list[_Seen]) -> list[str]:
    """A line each: the reference, and as much of the text round the words as fits."""
    room = max((len(place.reference) for place in places), default=0)
    lines = []
    for place in places:
        first = f"{place.reference.ljust(room)}  {place.note}"
        lines.append(first + _in_context(place.text, place.span, WIDTH - len(first)))
    return lines


def _in_context(text: str, span: Span, width: int) -> str:
    """The words at a span with those round them, whole words only, an ellipsis where some are left out."""
    before, words, after = (_joined(part) for part in (text[: span[0]], text[span[0] : span[1]], text[span[1] :]))
    words = _short(words, width)
    room = width - len(words)
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    if left < len(before):
        cut = before[len(before) - left + 1 :].partition(" ") if left else ("", "", "")
        before = f"…{cut[2]}" if left else ""
    if right < len(after):
        after = f"{after[: right - 1].rpartition(' ')[0]}…" if right else ""
    return before + words + after


def _joined(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _short(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
