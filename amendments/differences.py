"""A comparison in the format that is asked for."""

from __future__ import annotations

import os
import shutil
import sys

from amendments.causes import Causes
from rulebook.comparison import Comparison


def rendered(
    comparison: Comparison, form: str, title: str, colour: bool | None = None, causes: Causes | None = None
) -> str:
    """A comparison as terminal, md, html or json; `colour` None leaves it to the terminal and to NO_COLOR.

    `causes` are for html, where the changes come from a draft.
    """
    if form == "terminal":
        from amendments.diff_terminal import render

        if colour is None:
            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return render(comparison, colour, min(100, shutil.get_terminal_size((80, 24)).columns)).rstrip("\n") + "\n"
    if form == "html":
        from amendments.diff_page import to_html

        return to_html(comparison, title, causes).rstrip("\n") + "\n"
    from amendments.diff_document import to_json, to_markdown

    return (to_json(comparison) if form == "json" else to_markdown(comparison, title)).rstrip("\n") + "\n"
