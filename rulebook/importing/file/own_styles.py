"""The paragraph styles of the documents that this tool writes, and what each is for.

A document with these styles leaves no doubt about its labels: it was written from a rulebook's tree, and can be read
back into it. `templates/reference.docx` defines them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What paragraphs of a style are."""

    PROVISION = "a label, a tab, and words"
    WORDS = "words without a label"
    NOTE = "a note of the provision before"
    CONTENTS = "a line of the contents page"
    CONTENTS_TITLE = "what stands over the contents page"


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """What a style is for; `depth` is that of the list, from 0, and -1 where there is none."""

    use: Use
    depth: int = -1


STYLES = {
    **{f"Provision{step}": OwnStyle(Use.PROVISION, step - 1) for step in range(1, 8)},
    **{f"ProvisionText{step}": OwnStyle(Use.WORDS, step - 1) for step in range(1, 8)},
    "Body Text": OwnStyle(Use.WORDS),
    "First Paragraph": OwnStyle(Use.WORDS),
    "Note": OwnStyle(Use.NOTE),
    **{f"Note{step}": OwnStyle(Use.NOTE, step - 1) for step in range(1, 8)},
    "ContentsTitle": OwnStyle(Use.CONTENTS_TITLE),
    "Contents1": OwnStyle(Use.CONTENTS),
    "Contents2": OwnStyle(Use.CONTENTS),
}
NOTE = "Note: "  # how a note begins

_SUBTITLE = re.compile(r"(?:(?P<organisation>.+), )?(?P<edition>.+) edition")


def is_own(names: frozenset[str]) -> bool:
    """Whether a document with styles of these names was written by this tool."""
    return "Provision1" in names and "ProvisionText1" in names


def organisation_and_edition(subtitle: str) -> tuple[str, str]:
    """What the line under the title names: "Barchester Party, 2026 edition"."""
    match = _SUBTITLE.fullmatch(subtitle)
    return (match["organisation"] or "", match["edition"]) if match else (subtitle, "")
