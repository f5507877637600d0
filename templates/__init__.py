"""The files that papers are set out with: Jinja2 for text, Markdown and HTML, typst for PDF.

What comes in are words that are safe in their format (only in `.html.j2` does Jinja2 itself escape them);
what goes out is the text of a page. A name that a template uses and nobody gave is an error, never a gap.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def is_page(name: str | None) -> bool:
    """Whether a template makes HTML, for which Jinja2 makes words safe."""
    return name is not None and name.endswith(".html.j2")


def is_markdown(name: str | None) -> bool:
    """Whether a template makes Markdown."""
    return name is not None and name.endswith(".md.j2")


SETTINGS: dict[str, Any] = {
    "autoescape": is_page, "trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True,
}  # fmt: skip
"""How a template is read, ours or the user's own."""


@cache
def environment() -> Environment:
    """The one environment that every template of this folder is read with."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(loader=PackageLoader("templates", "."), undefined=StrictUndefined, **SETTINGS)
