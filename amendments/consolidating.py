"""The consolidated rules, or some provisions of them, in the format that is asked for."""

from __future__ import annotations

import json

from rulebook.provision import Path, Rulebook
from rulebook.writer import as_json, to_json, to_markdown, to_text


def consolidated(rulebook: Rulebook, form: str, only: tuple[Path, ...] = ()) -> str | bytes:
    """The rules as md, txt, json, html, docx, odt or pdf; only the provisions of those paths, where there are any."""
    if form == "json":
        if only:
            return json.dumps([as_json(rulebook, path) for path in only], ensure_ascii=False, indent=2) + "\n"
        return to_json(rulebook)
    if form in ("md", "txt"):
        if only:
            from amendments.reading_aloud import printed

            return "\n".join(printed(rulebook, path) for path in only)
        return to_markdown(rulebook) if form == "md" else to_text(rulebook)
    from amendments.consolidated import render_rulebook

    return render_rulebook(rulebook, form, only)
