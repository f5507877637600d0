"""The report of an import, for the terminal in few lines and as a page in full."""

from __future__ import annotations

import shlex
from collections import Counter
from itertools import groupby
from pathlib import Path

from rulebook.diagnostics import wrapped
from rulebook.importing.file.paragraphs import ABOUT, Guess
from rulebook.importing.report import Remark, Report
from rulebook.provision import Rulebook

SHOWN = 5  # of one sort on the terminal; the page has them all


def as_text(report: Report, rulebook: Rulebook, written: str, page: str) -> str:
    """The report for a terminal of 80 columns."""
    lines = wrapped(f"{report.name}: {_listed(report)}", "", "  ")
    for said, name in (
        ("title", rulebook.title),
        ("organisation", rulebook.organisation),
        ("edition", rulebook.edition),
    ):
        lines += wrapped(f"{said}: {name or 'none was found'}", "  ", "    ")
    lines += wrapped(f"levels: {', '.join(rulebook.scheme.written)}", "  ", "    ")
    for about, message in _sums(report):
        lines += wrapped(message, "  ", "    ")
        entries = _about(report, about)
        for one in entries[:SHOWN]:
            lines += wrapped(f"{_place(one.page, one.line, report.counted_in)}{one.message}", "    - ", "      ")
        if len(entries) > SHOWN:
            lines.append(f"      and {len(entries) - SHOWN} more")
    if report.left_out:
        what = Counter(one.what for one in report.left_out)
        listed = ", ".join(f"{name} ({number})" for name, number in what.most_common())
        lines += wrapped(f"left out of the rules, {report.words_left_out} words: {listed}", "  ", "    ")
    if page:
        lines += wrapped(f"every one of these with its place: {page}", "  ", "    ")
    elif report.guesses or report.left_out:
        lines += wrapped("to see every one with its place, add  --report report.html", "  ", "    ")
    if written.endswith(".md"):
        given = "" if Path(written).name == "rulebook.md" else f"-r {shlex.quote(written)} "
        lines += [*wrapped(f"{written} is written; see that it is right:", "  ", "    "), f"    redraft {given}toc"]
    elif written:
        lines += wrapped(f"{written} is written", "  ", "    ")
    return "\n".join(lines) + "\n"


def as_page(report: Report, rulebook: Rulebook) -> str:
    """The whole report as one HTML file."""
    from templates import environment

    groups = [
        {
            "title": title,
            "entries": [
                {"place": _place(one.page, one.line, report.counted_in).rstrip(": "), "message": one.message}
                for one in _about(report, about)
            ],
        }
        for about, title in _sums(report)
    ]
    left_out = sorted(report.left_out, key=lambda one: one.what)
    omitted = [
        {
            "what": what,
            "entries": [
                {"place": _place(o.page, o.line, report.counted_in).rstrip(": "), "text": o.text} for o in entries
            ],
        }
        for what, entries in groupby(left_out, key=lambda one: one.what)
    ]
    return environment().get_template("import_report.html.j2").render(
        name=report.name, sum=_listed(report), book=rulebook, scheme=", ".join(rulebook.scheme.written),
        groups=groups, omitted=omitted, words=report.words_left_out,
    )  # fmt: skip


def _about(report: Report, about: str) -> list[Guess | Remark]:
    """The guesses and remarks of one sort."""
    found: list[Guess | Remark] = [*report.guesses, *report.remarks]
    return [one for one in found if one.about == about]


def _listed(report: Report) -> str:
    """What was found, counted: "11 chapters, 47 clauses, ..."."""
    found = [f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in report.counted]
    pages = [f"{report.pages} page{'' if report.pages == 1 else 's'}"] if report.pages else []
    return ", ".join([*pages, *found]).replace("appendixs", "appendices").replace("annexs", "annexes")


def _sums(report: Report) -> list[tuple[str, str]]:
    """For each sort of guess or remark that there is, a line that counts it."""
    guessed = Counter(one.about for one in report.guesses)
    remarked = Counter(one.about for one in report.remarks)
    found = [(about, f"{guessed[about]} guessed: {words}") for about, words in ABOUT.items() if guessed[about]]
    for about, words in (
        ("contents", "where contents page and body differ"),
        ("numbers", "gaps and repeats in the numbers"),
    ):
        if remarked[about]:
            found.append(
                (
                    about,
                    f"{remarked[about]} to look at, {words}" if about == "numbers" else f"{remarked[about]} {words}",
                )
            )
    return found


def _place(page: str, line: int, counted_in: str) -> str:
    if page:
        return f"page {page}, {counted_in} {line}: " if line else f"page {page}: "
    return f"{counted_in} {line}: " if line else ""
