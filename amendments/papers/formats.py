"""A paper for conference as Markdown, plain text, HTML, a word processor's document or PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from amendments.papers.paper import Paper
from amendments.setting_out.template_choice import OURS, Own, set_pdf, set_text
from rulebook.printed.lines import grouped

PAPER = "motion"  # the template's name

FORMATS = ("md", "txt", "html", "docx", "odt", "pdf")
NUMBERED = ("docx", "odt", "pdf", "txt")
"""The formats that have lines to number; those of md and html change with the window."""


def render_paper(paper: Paper, format: str, *, line_numbers: bool = False, own: Own = OURS) -> str | bytes:
    """The paper in one of `FORMATS`: text for md, txt and html, else the bytes of the file. With `line_numbers`, each
    line is numbered, from the first of the paper to its last, in the formats of `NUMBERED`. What the user brings to
    set it out with is `own`. Raises `Faulty` where that cannot be used."""
    if format in ("md", "txt", "html"):
        from amendments.setting_out.plain_text import with_line_numbers

        text = set_text(PAPER, format, {"paper": paper, **functions()}, own)
        return with_line_numbers(text) if line_numbers and format == "txt" else text
    if format in ("docx", "odt"):
        return _document(paper, format, line_numbers, own)
    return set_pdf(PAPER, {**_data(paper), "line-numbers": line_numbers}, own)


def _margins(paper: Paper) -> dict[str, str]:
    """What stands at the head and the foot of every page."""
    return {
        "TOP-LEFT": paper.organisation or paper.sender,
        "TOP-RIGHT": paper.kind_name,
        "BOTTOM-LEFT": paper.footer,
    }


def functions() -> dict[str, Callable[..., Any]]:
    """What a template of a paper may call, by name."""
    from amendments.setting_out.plain_text import (
        escaped,
        in_cells,
        markdown,
        pipe_table,
        plain_line,
        two_columns,
        wrapped,
    )

    return {
        "escaped": escaped,
        "grouped": grouped,
        "in_cells": in_cells,
        "markdown": markdown,
        "pipe_table": pipe_table,
        "text": plain_line,
        "two_columns": two_columns,
        "wrapped": wrapped,
    }


def _data(paper: Paper) -> dict[str, Any]:
    """What motion.typ reads."""
    parts = [
        {
            "heading": part.heading,
            "note": part.note,
            "groups": [
                {"quoted": quoted, "lines": [asdict(line) for line in lines]} for quoted, lines in grouped(part.lines)
            ],
            "heads": part.heads,
            "columns": [[{"lines": [asdict(line) for line in lines]} for lines in pair] for pair in part.columns],
        }
        for part in paper.parts
    ]
    return {
        "title": paper.title or paper.kind_name,
        "subtitle": paper.subtitle,
        "facts": paper.facts,
        "parts": parts,
        "margins": _margins(paper),
    }


def _document(paper: Paper, format: str, line_numbers: bool, own: Own) -> bytes:
    from amendments.setting_out.pandoc_document import (
        document,
        heading,
        line_blocks,
        paragraph,
        strong,
        tab,
        table_of_blocks,
        words,
    )

    blocks = [paragraph("Subtitle", words(paper.subtitle))]
    for name, values in paper.facts:
        for n, value in enumerate(values):
            beside = [] if n else [strong(words(name))]
            blocks.append(paragraph("Fact", [*beside, tab(format), *words(value)]))
    for part in paper.parts:
        if part.heading:
            blocks.append(heading(1, words(part.heading)))
        if part.note:
            blocks.append(paragraph("Note", words(part.note)))
        if part.columns:
            heads = [[paragraph("", words(head))] for head in part.heads]
            rows = [[line_blocks(lines, format) for lines in pair] for pair in part.columns]
            blocks.append(table_of_blocks([heads, *rows]))
        blocks += line_blocks(part.lines, format)
    reference = own.reference_for(format)
    return document(
        blocks, format, paper.title or paper.kind_name, _margins(paper), line_numbers=line_numbers, reference=reference
    )
