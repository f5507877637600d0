"""What is wrong in a template for PDF, told by what typst says, with the place in the template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from amendments.setting_out.own.faults import NAMES, Fault

_PLACE = re.compile(r"┌─ (?P<file>[^\n]+?):(?P<line>\d+):(?P<column>\d+)\n(?P<shown>(?:[^┌\n]+\n)*)")
_CARETS = re.compile(r"│ +(\^+)")  # under what stands on one line; more lines have a bracket beside them


def of_typst(problem: Any, files: Iterable[str]) -> Fault:
    """What a typst error or warning says. It names the place by a path that ends in the file's own."""
    message, hints = str(problem.message), "; ".join(problem.hints)
    file, line, column, carets = "", 0, 0, ""
    for place in _PLACE.finditer(problem.diagnostic):
        path = place["file"].replace("\\", "/")
        near = [one for one in files if path == one or path.endswith(f"/{one}")]
        if near:
            file, line, column = max(near, key=len), int(place["line"]), int(place["column"]) + 1
            under = _CARETS.search(place["shown"])
            carets = under[1] if under else ""
            break

    def fault(code: str, message: str, help: str = "") -> Fault:
        return Fault(code, message, help, file, line, carets, column)

    if "package" in message:
        return fault(
            "template-barred",
            "a template may use no packages: nothing is fetched while a paper is set out",
            "copy what you need from the package into the folder of templates",
        )
    if "escape the project root" in message or "outside of the project" in message:
        return fault(
            "template-barred",
            "a template may read no file outside the folder of templates",
            "put the file into the folder",
        )
    if message.startswith(("file not found", "failed to load file")):
        return fault(
            "template-file-missing",
            "there is no such file in the folder of templates",
            "put it there, or correct the name",
        )
    if message.startswith("unknown font family"):
        name = message.partition(":")[2].strip()
        return fault(
            "font-missing",
            f"there is no font called “{name}” here",
            "put its file (.ttf, .otf) into the folder of templates, install it on this machine, or name another",
        )
    if message.startswith("unknown variable"):
        return fault("template-name-unknown", message, "\n".join(filter(None, [hints, NAMES])))
    if "depth exceeded" in message or "infinite" in message or "always true" in message:
        return fault("template-endless", f"the template goes on without end: {message}", hints)
    return fault("template-failed", f"the template cannot be set: {message}", hints)
