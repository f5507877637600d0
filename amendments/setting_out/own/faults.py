"""What is wrong in a user's own template, as a finding with its file and its line.

It is found where the template is run, in a process of its own, and told as plain values.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from amendments.setting_out.own.folder import OwnTemplates
from rulebook.diagnostics import Diagnostic, Severity

NAMES = "redraft explain templates  says what a template is given"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake. `file` is a path in the folder, "" where none is to blame; `line` counts from 1, 0 for no place;
    `words` stand on that line, and the first place of them is pointed at; with `column` as many characters from there,
    or all to its end."""

    code: str
    message: str
    help: str = ""
    file: str = ""
    line: int = 0
    words: str = ""
    column: int = 0


class Faulty(Exception):
    """A template of the user's own that cannot be used; `findings` say why."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        super().__init__()
        self.findings = tuple(findings)


def finding(fault: Fault, own: OwnTemplates) -> Diagnostic:
    """A fault as a finding, with its place in the user's own file."""
    if fault.file not in own.files:
        return Diagnostic(fault.code, fault.message, fault.help, Severity.ERROR)
    source = own.source(fault.file)
    if not fault.line:
        return Diagnostic(fault.code, fault.message, fault.help, Severity.ERROR, source)
    lines = source.text.split("\n")
    number = min(fault.line, len(lines))
    start = sum(len(line) + 1 for line in lines[: number - 1])
    line = lines[number - 1]
    if fault.column:
        at = min(fault.column - 1, len(line))
        length = len(fault.words) or len(line) - at
    else:
        place = _place(fault.words, line)
        at, length = place if place else (len(line) - len(line.lstrip()), len(line.strip()))
    span = (start + at, start + min(at + length, len(line)))
    return Diagnostic(fault.code, fault.message, fault.help, Severity.ERROR, source, span)


def _place(words: str, line: str) -> tuple[int, int] | None:
    """Where words stand on a line, not as part of other words; None where they do not."""
    if not words:
        return None
    edges = (r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else "")
    found = re.search(f"{edges[0]}{re.escape(words)}{edges[1]}", line)
    return (found.start(), found.end() - found.start()) if found else None


def nearest(name: str, names: Iterable[str]) -> str:
    """“did you mean”, where one of the names is like the one that was written; else ""."""
    found = difflib.get_close_matches(name, [one for one in names if not one.startswith("_")], 1)
    return f"did you mean “{found[0]}”?" if found else ""
