"""The rules as a terminal shows them: provisions, contents, searches, and who refers to what."""

from __future__ import annotations

import re
import textwrap

from amendments.edits import Place
from amendments.matching import folded
from amendments.placing import Refused, spots
from rulebook.citations import Citation, citations
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.locating import find, through_crosswalk
from rulebook.provision import Path, Provision, Rulebook, shown_label
from rulebook.reference import read_reference

WIDTH = 80  # columns


def looked_up(rulebook: Rulebook, references: tuple[str, ...]) -> tuple[list[Path], list[Diagnostic]]:
    """The paths of references as somebody types them, and a finding for each that leads nowhere.

    An old number is followed through the crosswalk, with a finding of severity warning.
    """
    paths: list[Path] = []
    faults: list[Diagnostic] = []
    for written in references:
        said = read_reference(written)
        if not said:
            faults.append(Diagnostic("reference-unread", f"“{written}” is not a reference", "write it as 5.IV.5.A, or “Chapter 5, Clause IV, sub-clause 5”"))
            continue
        for reference in said:
            old = through_crosswalk(rulebook, reference.steps)
            if old and not find(rulebook, reference.steps) and len(find(rulebook, old)) == 1:
                found = find(rulebook, old)[0]
                paths.append(found)
                faults.append(Diagnostic("old-numbering", f"{written} is an old number; it is now {rulebook.reference(found)}", severity=Severity.WARNING))
                continue
            try:
                for spot in spots(rulebook, Place(((reference,),))):
                    paths += [path for path in spot.paths if path]
            except Refused as refused:
                faults.append(Diagnostic(refused.code, refused.message, refused.help))
    return paths, faults


def printed(rulebook: Rulebook, path: Path = ()) -> str:
    """A provision with all under it, or the whole book, wrapped for a terminal; its reference and headings first."""
    lines: list[str] = []
    if path:
        lines.append(f"{rulebook.reference(path)}   {_trail(rulebook, path)}".rstrip())
        lines.append("")
        lines += _lines(rulebook, (rulebook.at(path),), len(path) - 1, len(path) - 1)
    else:
        lines += [f"{rulebook.title} {rulebook.edition}".strip(), ""]
        lines += _lines(rulebook, rulebook.chapters, 0, 0)
    return "\n".join(lines).rstrip("\n") + "\n"


def _trail(rulebook: Rulebook, path: Path) -> str:
    headings = [rulebook.at(path[:depth]).heading for depth in range(1, len(path) + 1)]
    return " › ".join(heading for heading in headings if heading)


def _lines(rulebook: Rulebook, provisions: tuple[Provision, ...], depth: int, top: int) -> list[str]:
    found: list[str] = []
    headed = sum(1 for level in rulebook.scheme.levels if level.word)
    for provision in provisions:
        if depth < headed:
            name = f"{provision.kind.capitalize()} {provision.label}".strip() if provision.kind != "preamble" else ""
            title = f"{name}. {provision.heading}".strip(". ") if provision.heading else name
            found += [line for line in (title, "=" * min(len(title), WIDTH) if depth == 0 and title else "") if line]
            margin = inner = ""
            found.append("")
        else:
            margin = "    " * (depth - max(headed, top))
            inner = margin + "    "
            first, *more = provision.text.split("\n\n")
            label = f"{shown_label(provision)} "
            words = f"{provision.heading}: {first}" if provision.heading else first
            found += _wrapped(words, margin + label.ljust(4), inner) or [margin + label.rstrip()]
            found.append("")
            for paragraph in more:
                found += [*_wrapped(paragraph, inner, inner), ""]
        if depth < headed and provision.text:
            for paragraph in provision.text.split("\n\n"):
                found += [*_wrapped(paragraph, "", ""), ""]
        found += _lines(rulebook, provision.children, depth + 1, top)
        for paragraph in provision.tail.split("\n\n"):
            if paragraph:
                found += [*_wrapped(paragraph, inner, inner), ""]
        for number, note in enumerate(provision.notes, 1):
            found += [*_wrapped(note, f"{inner}[{number}] ", inner + "    "), ""]
    return found


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    if words.startswith("|"):
        return [rest + row for row in words.split("\n")]
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)


def contents(rulebook: Rulebook, depth: int | None = None) -> str:
    """The contents, a line each, indented by level; `depth` is how many levels, by default those with headings."""
    levels = depth or max(1, sum(1 for level in rulebook.scheme.levels if level.word))
    lines = []
    for path, provision in rulebook.walk():
        if len(path) <= levels:
            words = provision.heading or _short(provision.text, 60)
            lines.append(f"{'    ' * (len(path) - 1)}{provision.kind.capitalize() if provision.heading else ''} {provision.label}  {words}".rstrip().replace("     ", "    "))
    return "\n".join(line[:1] + line[1:] if not line.startswith(" ") or line.startswith("    ") else line.lstrip() for line in lines) + "\n"


def found(rulebook: Rulebook, words: str) -> list[str]:
    """A line for each place where words stand: its reference, and the words with some of those round them."""
    wanted = re.compile(re.escape(folded(words).text.strip()), re.IGNORECASE)
    lines = []
    for path, provision in rulebook.walk():
        for part in ("heading", "text", "tail"):
            text = getattr(provision, part)
            fold = folded(text)
            for match in wanted.finditer(fold.text):
                start, end = fold.back(match.span())
                lines.append(_line(rulebook.reference(path), text, start, end, "(heading) " if part == "heading" else ""))
    return lines


def citing(rulebook: Rulebook, path: Path) -> list[str]:
    """A line for each reference in the rules to a provision or to anything in it, from outside it."""
    lines = []
    for citation in citations(rulebook):
        if any(target[: len(path)] == path for target in citation.targets) and citation.path[: len(path)] != path:
            lines.append(_citation(rulebook, citation))
    return lines


def _citation(rulebook: Rulebook, citation: Citation) -> str:
    text = getattr(rulebook.at(citation.path), citation.part)
    return _line(rulebook.reference(citation.path), text, *citation.span)


def _line(reference: str, text: str, start: int, end: int, note: str = "") -> str:
    room = WIDTH - max(12, len(reference) + 2) - (end - start) - len(note) - 4
    before, after = max(0, start - max(10, room // 2)), min(len(text), end + max(10, room - room // 2))
    left, right = text[before:start], text[end:after]
    left = "…" + left.split(" ", 1)[-1] if before and " " in left else left
    right = right.rsplit(" ", 1)[0] + "…" if after < len(text) and " " in right else right
    return f"{reference:<11} {note}{' '.join((left + text[start:end] + right).split())}"


def _short(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
