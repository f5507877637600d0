"""Findings for the places where people already are: the terminal, JSON, SARIF 2.1.0 and the annotations of GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rulebook import __version__
from rulebook.diagnostics import Diagnostic, Severity, with_carets

FORMATS = ("text", "json", "sarif", "github")

_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}  # of SARIF
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}  # of GitHub


def reported(findings: Iterable[Diagnostic], form: str, files: int = 1, noun: str = "drafts") -> str:
    """The findings in one of `FORMATS`. `files` is how many were checked, and `noun` what they are."""
    listed = list(findings)
    if form == "json":
        return _json(listed)
    if form == "sarif":
        return _sarif(listed)
    if form == "github":
        return "".join(map(_annotation, listed))
    return _text(listed, f" in {files:,} {noun}" if files > 1 else "")


def _text(findings: Sequence[Diagnostic], among: str) -> str:
    """The findings with carets, a blank line after each, and a count of them with the words of what they are among."""
    if not findings:
        return f"Nothing to report{among}.\n"
    counts = {severity: sum(1 for finding in findings if finding.severity is severity) for severity in Severity}
    summary = ", ".join(f"{number:,} {_NAMES[severity][number != 1]}" for severity, number in counts.items() if number)
    first = min(findings, key=lambda finding: [*Severity].index(finding.severity))
    more = f"More about the first {_NAMES[first.severity][0]}:  redraft explain {first.code}"
    return "\n\n".join([*map(with_carets, findings), f"{summary}{among}\n{more}"]) + "\n"


def _json(findings: Sequence[Diagnostic]) -> str:
    """The findings in the documented form."""
    import json

    from amendments.checks.understood import diagnostic_as_json

    return json.dumps([diagnostic_as_json(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _sarif(findings: Sequence[Diagnostic]) -> str:
    """The findings as a log of SARIF, which code hosts and editors show beside the lines."""
    import json

    from amendments.checks.explanations import explanations

    known = explanations()
    codes = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": known[code].summary},
            "fullDescription": {"text": known[code].why},
        }
        for code in codes
        if code in known
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "redraft", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Diagnostic) -> dict[str, Any]:
    from pathlib import PurePath
    from urllib.parse import quote

    help = f"\n{finding.help}" if finding.help else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{help}"},
    }
    if finding.source is None:
        return result
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(PurePath(finding.source.name).as_posix())}}
    if finding.place:
        line, column, end_line, end_column = finding.place
        place["region"] = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        if finding.suggestions and finding.span:
            replaced = {
                "deletedRegion": place["region"],
                "insertedContent": {"text": finding.suggestions[0].replacement},
            }
            change = {"artifactLocation": place["artifactLocation"], "replacements": [replaced]}
            if not finding.suggestions[0].added:
                described = {"text": finding.suggestions[0].message}
                result["fixes"] = [{"description": described, "artifactChanges": [change]}]
    result["locations"] = [{"physicalLocation": place}]
    return result


def _annotation(finding: Diagnostic) -> str:
    """A line that GitHub shows beside the words, where a workflow prints it."""
    where = []
    if finding.source is not None:
        where.append(f"file={_escaped(finding.source.name, property=True)}")
    if finding.place:
        line, column, end_line, end_column = finding.place
        where += [f"line={line}", f"endLine={end_line}"]
        if line == end_line:
            where += [f"col={column}", f"endColumn={end_column}"]
    where.append(f"title={_escaped(finding.code, property=True)}")
    words = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {','.join(where)}::{_escaped(words)}\n"


def _escaped(words: str, *, property: bool = False) -> str:
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if property else words
