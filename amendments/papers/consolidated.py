"""The consolidated rules, or some provisions of them, in the format that is asked for."""

from __future__ import annotations

import json
from dataclasses import replace

from amendments.setting_out.notes import NO_NOTES, Notes, annotated
from amendments.setting_out.template_choice import OURS, Own
from rulebook.provision import Path, Rulebook
from rulebook.writing.json_form import as_json, to_json
from rulebook.writing.markdown import provision_blocks, to_markdown
from rulebook.writing.plain_text import to_text


def consolidated(
    rulebook: Rulebook, form: str, only: tuple[Path, ...] = (), *, own: Own = OURS, notes: Notes = NO_NOTES
) -> str | bytes:
    """The rules as md, txt, json, xml, html, docx, odt or pdf; only the provisions of those paths, if any. What the
    user brings to set them out with is `own`; `notes` are the editor's, which json and xml have no place for."""
    if form == "json":
        return json_of(rulebook, only) if only else to_json(rulebook)
    if form in ("md", "txt"):
        rulebook = annotated(rulebook, notes)
        if only:
            return extract(rulebook, only, plain=form == "txt")
        return to_markdown(rulebook) if form == "md" else to_text(rulebook)
    if form == "xml":
        from amendments.papers.akoma_ntoso import akoma_ntoso

        return akoma_ntoso(rulebook)
    from amendments.setting_out.edition import render_rulebook

    return render_rulebook(rulebook, form, only, own=own, notes=notes)


def extract(rulebook: Rulebook, only: tuple[Path, ...], *, plain: bool = False) -> str:
    """Some provisions as the native file has them, or as plain text, under the headings that they stand under."""
    headed = sum(1 for level in rulebook.scheme.levels if level.word)
    blocks: list[str] = []
    above: list[Path] = []
    for path in only:
        outer = [path[:depth] for depth in range(1, min(len(path), headed + 1))]
        for heading in outer:
            if heading not in above:
                blocks += _heading(rulebook, heading, plain=plain)
        above = [*outer, path]
        depth = min(len(path) - 1, headed)
        blocks += provision_blocks((rulebook.at(path),), rulebook.scheme, depth, plain=plain)
    return "\n\n".join(blocks) + "\n"


def _heading(rulebook: Rulebook, path: Path, *, plain: bool) -> list[str]:
    whole = rulebook.at(path)
    bare = replace(whole, text="", tail="", children=(), notes=(), comments=())
    return provision_blocks((bare,), rulebook.scheme, len(path) - 1, plain=plain)


def json_of(rulebook: Rulebook, only: tuple[Path, ...]) -> str:
    """A list of provisions as JSON."""
    return json.dumps([as_json(rulebook, path) for path in only], ensure_ascii=False, indent=2) + "\n"
