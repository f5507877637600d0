"""The report of an import, for the terminal in few lines and as a page in full."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from rulebook.diagnostics import wrapped
from rulebook.importing.file.paragraphs import ABOUT, Guess
from rulebook.importing.grading.grade import Verdict
from rulebook.importing.importer import Imported
from rulebook.importing.report import Remark, Report

SHOWN = 5  # of one sort on the terminal; the page has them all


def as_text(imported: Imported, written: str, page: str, beside: str = "") -> str:
    """The report for a terminal of 80 columns, the grade at its end. `beside` is the file that was written in place of
    `written`, because the reading is wrong."""
    report, rulebook = imported.report, imported.rulebook
    lines = wrapped(f"{report.name}: {_listed(report)}", "", "  ")
    for said, name in (
        ("title", rulebook.title),
        ("organisation", rulebook.organisation),
        ("edition", rulebook.edition),
    ):
        lines += wrapped(f"{said}: {name or 'none was found'}", "  ", "    ")
    lines += wrapped(f"levels: {', '.join(rulebook.scheme.written)}", "  ", "    ")
    lines += _to_look_at(imported)
    if report.left_out:
        what = Counter(one.what for one in report.left_out)
        listed = ", ".join(f"{name} ({number})" for name, number in what.most_common())
        words = f"{report.words_left_out} word{'' if report.words_left_out == 1 else 's'}"
        lines += wrapped(f"left out of the rules, {words}: {listed}", "  ", "    ")
    if page:
        lines += wrapped(f"every one of these with its place: {page}", "  ", "    ")
    elif report.guesses or report.left_out:
        lines += wrapped("to see every one with its place, add  --report report.html", "  ", "    ")
    lines += _graded(imported)
    if imported.grade.verdict is Verdict.WRONG:
        said = (
            f"{written} was not written; what was read is in {beside}, to be mended or looked at"
            if beside
            else "nothing was written, because the reading is wrong; name a file with -o to look at what was read"
        )
        lines += wrapped(said, "  ", "    ")
        lines += wrapped(f"help: {_advice(imported)}", "  ", "    ")
        if beside.endswith(".md"):
            lines += ["  to look at what was read:", f"    redraft -r {shlex.quote(beside)} toc"]
    elif written.endswith(".md"):
        given = "" if Path(written).name == "rulebook.md" else f"-r {shlex.quote(written)} "
        lines += [*wrapped(f"{written} is written; see that it is right:", "  ", "    "), f"    redraft {given}toc"]
    elif written:
        lines += wrapped(f"{written} is written", "  ", "    ")
    return "\n".join(lines) + "\n"


def _to_look_at(imported: Imported) -> list[str]:
    """The guesses and remarks, those of one sort together. A usual guess is listed where a mark stands beside it."""
    report, lines = imported.report, []
    marked = {(mark.page, mark.line) for one in imported.grade.findings for mark in one.marks}
    silent = [one for one in report.guesses if one.usual and (one.page, one.line) not in marked]
    shown = replace(report, guesses=tuple(one for one in report.guesses if one not in silent))
    for about, message in _sums(shown):
        lines += wrapped(message, "  ", "    ")
        entries = _about(shown, about)
        for entry in entries[:SHOWN]:
            lines += wrapped(f"{_place(entry.page, entry.line, report.counted_in)}{entry.message}", "    - ", "      ")
        if len(entries) > SHOWN:
            lines.append(f"      and {len(entries) - SHOWN} more")
    if silent:
        lines += wrapped(
            f"{len(silent)} guessed, and nothing speaks against {'it' if len(silent) == 1 else 'them'}", "  ", "    "
        )
    return lines


def _graded(imported: Imported) -> list[str]:
    """The grade, what it stands on, and where to look first."""
    grade = imported.grade
    lines = [f"  grade: {grade.verdict}"]
    for one in grade.findings:
        lines += wrapped(one.message, "    ", "      ")
    if grade.first:
        lines.append("    look here first:")
    for mark in grade.first:
        place = _place(mark.page, mark.line, imported.report.counted_in)
        at = f"{mark.reference}, " if mark.reference else ""
        lines += wrapped(f"{at}{place}{mark.message}", "    - ", "      ")
    return lines


def _advice(imported: Imported) -> str:
    """What may help where a reading is wrong."""
    name = Path(imported.report.name)
    another = (
        "the document that the PDF was made from (.docx, .odt)" if name.suffix.lower() == ".pdf" else "another format"
    )
    levels = ", ".join(imported.rulebook.scheme.written)
    return (
        f'if the levels are not {levels}, say them, as in  --scheme "Chapter 1, Clause I, 1, A, i"; '
        f"or import {another}; or mend the lines named above in the file, and import it again"
    )


def as_page(imported: Imported) -> str:
    """The whole report as one HTML file."""
    from templates import environment

    report, rulebook = imported.report, imported.rulebook

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
        groups=groups, omitted=omitted, words=report.words_left_out, grade=imported.grade.verdict,
        marked=_marked(imported),
    )  # fmt: skip


def _marked(imported: Imported) -> list[dict[str, Any]]:
    """The marks that the grade stands on, those of one sort together."""
    counted_in = imported.report.counted_in
    return [
        {
            "title": finding.message,
            "entries": [
                {
                    "place": f"{one.reference} {_place(one.page, one.line, counted_in)}".strip(" :"),
                    "message": one.message,
                }
                for one in finding.marks
            ],
        }
        for finding in imported.grade.findings
    ]


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
