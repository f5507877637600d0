"""Drafts to begin with: front matter and headings, with what goes where."""

from __future__ import annotations

from rulebook.provision import Rulebook


def begun(kind: str, rulebook: Rulebook) -> str:
    """A draft of a kind, written on a rulebook's edition."""
    from templates import environment

    return environment().get_template("new.md.j2").render(kind=kind.replace("-", " "), edition=rulebook.edition) + "\n"
