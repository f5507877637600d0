"""A comparison in the format that is asked for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from rulebook.comparing.comparison import Comparison

if TYPE_CHECKING:
    from amendments.comparing.causes import Causes

WIDEST = 100  # columns of a terminal that are written in: longer lines are hard to read


def rendered(comparison: Comparison, form: str, title: str, colour: bool = False, causes: Causes | None = None) -> str:
    """A comparison as terminal, md, html or json; the first in colour where that is asked for.

    `causes` are for html, where the changes come from a draft.
    """
    if form == "terminal":
        from amendments.comparing.terminal import render

        return render(comparison, colour, min(WIDEST, shutil.get_terminal_size((80, 24)).columns)).rstrip("\n") + "\n"
    if form == "html":
        from amendments.comparing.page import to_html

        return to_html(comparison, title, causes).rstrip("\n") + "\n"
    from amendments.comparing.documents import to_json, to_markdown

    return (to_json(comparison) if form == "json" else to_markdown(comparison, title)).rstrip("\n") + "\n"
