"""A comparison in the format that is asked for."""

from __future__ import annotations

import os
import shutil
import sys

from rulebook.comparison import Comparison


def rendered(comparison: Comparison, form: str, title: str, colour: bool | None = None) -> str:
    """A comparison as terminal, md, html or json; `colour` None leaves it to the terminal and to NO_COLOR."""
    if form == "terminal":
        from amendments.diff_terminal import render

        if colour is None:
            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return render(comparison, colour, min(100, shutil.get_terminal_size((80, 24)).columns)).rstrip("\n") + "\n"
    from amendments.diff_document import to_html, to_json, to_markdown

    if form == "json":
        return to_json(comparison).rstrip("\n") + "\n"
    return (to_html if form == "html" else to_markdown)(comparison, title).rstrip("\n") + "\n"
