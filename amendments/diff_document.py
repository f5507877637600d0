"""A comparison as a document: one page of HTML, Markdown, or JSON.

The words of the rules are never markup: what looks like it, in any of the formats, is shown as it is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from amendments.diff_markdown import marked
from amendments.diff_outline import Row, basis, columns, sections, summary
from amendments.plain_text import escaped
from amendments.printed import printable
from rulebook.comparison import Comparison, Piece


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
    return _rendered("diff.md.j2", comparison, title, escaped=escaped, row_text=_markdown_row).rstrip() + "\n"


def to_html(comparison: Comparison, title: str) -> str:
    """The changes as one page that needs nothing else: side by side, or in one column where the reader chooses so."""
    return _rendered("diff.html.j2", comparison, title, old_words=_old_words, new_words=_new_words)


def _rendered(template: str, comparison: Comparison, title: str, **functions: object) -> str:
    from templates import environment

    return (
        environment()
        .get_template(template)
        .render(
            title=printable(title),
            basis=basis(comparison),
            columns=columns(comparison),
            summary=summary(comparison),
            sections=sections(comparison),
            renumbered=comparison.renumbered,
            **functions,
        )
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one kind for the page. The white space around them is not marked with them."""

    kind: str
    lead: str
    core: str
    trail: str


def _old_words(pieces: Iterable[Piece]) -> list[Words]:
    """What the old column shows."""
    return [_words(piece) for piece in pieces if piece.kind != "inserted"]


def _new_words(pieces: Iterable[Piece]) -> list[Words]:
    """What the new column shows, and between it what was taken out, which only the view in one column shows."""
    shown = [_words(piece) for piece in pieces]
    return [Words(w.kind, w.lead, w.core, "") if w.core == "¶" and w.kind == "deleted" else w for w in shown]


def _words(piece: Piece) -> Words:
    text = piece.text
    if (
        piece.kind != "same" and not text.strip()
    ):  # a paragraph parted or joined, or a space, of which nothing would show
        return Words(piece.kind, "", "¶", text) if "\n" in text else Words(piece.kind, "", text, "")
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Words(piece.kind, text[:start], text[start:end], text[max(start, end) :])


def _markdown_row(row: Row) -> str:
    """A row as paragraphs; block quotes show how deep it stands."""
    gap = row.kind if row.kind in ("deleted", "inserted") else "same"
    pieces = [*row.label, Piece(gap, " "), *row.pieces] if row.label and row.pieces else [*row.label, *row.pieces]
    quote = "> " * row.depth
    return "\n".join(f"{quote}{line}" if line else quote.rstrip() for line in marked(pieces).split("\n"))
