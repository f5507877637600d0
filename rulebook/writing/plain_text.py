"""A rulebook as plain text in the usual printed layout, which reads back to the same tree."""

from __future__ import annotations

from rulebook.provision import Rulebook
from rulebook.writing.markdown import provision_blocks


def to_text(rulebook: Rulebook) -> str:
    """Plain text in the printed layout, with a title page of one line each: title, organisation, edition."""
    head = [rulebook.title, rulebook.organisation, f"Edition: {rulebook.edition}" if rulebook.edition else ""]
    return (
        "\n\n".join([line for line in head if line] + provision_blocks(rulebook.chapters, rulebook.scheme, plain=True))
        + "\n"
    )
