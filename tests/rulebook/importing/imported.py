"""A file imported, and the outline of what came of it."""

from __future__ import annotations

import textwrap

from rulebook.importing.importer import Imported, import_rulebook
from rulebook.provision import Rulebook


def imported(text: str | bytes, name: str = "rules.txt", **options: object) -> Imported:
    data = textwrap.dedent(text).lstrip("\n").encode() if isinstance(text, str) else text
    return import_rulebook(data, name, **options)  # type: ignore[arg-type]


def outline(rulebook: Rulebook) -> list[str]:
    """A line for each provision: its reference and its words, the tail after a bar."""
    return [
        f"{rulebook.reference(path)}: {' / '.join(filter(None, (one.heading, one.text)))}"
        + (f" | {one.tail}" if one.tail else "")
        for path, one in rulebook.walk()
    ]
