"""How a paper is set out: by the templates and styles that come with the tool, or by those that the user brings.

Ours are run here. The user's own may come with a draft from anybody, and are run in a process of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.templates import LIST, built_in


@dataclass(frozen=True, slots=True)
class Own:
    """What the user brings: a folder of templates, and a document, docx or odt, whose styles are used."""

    templates: OwnTemplates | None = None
    reference: bytes | None = None

    def reference_for(self, format: str) -> bytes:
        """The document whose styles are used: the one that was named, else the folder's, else ours."""
        if self.reference is not None:
            return self.reference
        file = f"reference.{format}"
        kept = self.templates.files.get(file) if self.templates else None
        return built_in(file) if kept is None else kept


OURS = Own()  # nothing is brought


def set_text(paper: str, format: str, given: Mapping[str, Any], own: Own, lines: int = 0) -> str:
    """A paper of so many lines, "motion" or "rulebook", as md, txt or html. Raises `Faulty`."""
    template = _file(paper, format)
    if own.templates and own.templates.used_for(paper, format):
        from amendments.setting_out.own.process import own_text

        return own_text(template, given, own.templates, lines)
    from templates import environment

    return environment().get_template(template).render(**given)


def set_pdf(paper: str, data: dict[str, Any], own: Own, lines: int = 0) -> bytes:
    """The same as PDF."""
    template = _file(paper, "pdf")
    if own.templates and own.templates.used_for(paper, "pdf"):
        from amendments.setting_out.own.process import own_pdf

        return own_pdf(template, data, own.templates, lines)
    from amendments.setting_out.typst_pdf import pdf

    return pdf(template, data)


def _file(paper: str, format: str) -> str:
    return next(template.files[format] for template in LIST if template.name == paper)
