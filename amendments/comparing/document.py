"""A comparison as a document: Markdown, or JSON.

The words of the rules are never markup: what looks like it, in either of the formats, is shown as it is written.
"""

from __future__ import annotations

import json

from amendments.comparing.markdown import marked
from amendments.comparing.outline import Row, basis, sections, summary
from amendments.setting_out.plain_text import escaped
from rulebook.comparing.comparison import Comparison, Piece
from rulebook.printed.lines import printable


def to_json(comparison: Comparison) -> str:
    """The changes with their pieces, and the renumbering as pairs. "notes" is there only where there are footnotes."""
    changes = []
    for change in comparison.changes:
        parts = {"heading": change.heading, "text": change.text, "tail": change.tail}
        if change.notes:
            parts["notes"] = change.notes
        shown = {part: [{"kind": piece.kind, "text": piece.text} for piece in parts[part]] for part in parts}
        references = {"old_reference": change.old_reference, "new_reference": change.new_reference}
        changes.append({"kind": change.kind, **references, **shown})
    data = {"changes": changes, "renumbered": [list(pair) for pair in comparison.renumbered]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_markdown(comparison: Comparison, title: str) -> str:
    """The changes in Markdown: words taken out between ~~, words put in between **."""
    from templates import environment

    text = (
        environment()
        .get_template("diff.md.j2")
        .render(
            title=printable(title),
            basis=basis(comparison),
            summary=summary(comparison),
            sections=sections(comparison),
            renumbered=comparison.renumbered,
            escaped=escaped,
            row_text=_markdown_row,
        )
    )
    return text.rstrip() + "\n"


def _markdown_row(row: Row) -> str:
    """A row as paragraphs; block quotes show how deep it stands."""
    gap = row.kind if row.kind in ("deleted", "inserted") else "same"
    pieces = [*row.label, Piece(gap, " "), *row.pieces] if row.label and row.pieces else [*row.label, *row.pieces]
    quote = "> " * row.depth
    return "\n".join(f"{quote}{line}" if line else quote.rstrip() for line in marked(pieces).split("\n"))
