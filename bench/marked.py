"""Markdown as other people write it: other headings, other steps of indentation, footnotes at the end."""

from __future__ import annotations

from bench.specimens import CALL, Line, Specimen


def _heading(line: Line, shape: str) -> list[str]:
    title = f"{line.label}: {line.title}" if line.title else line.label
    if shape == "bold":
        return [f"**{line.label}**", *([f"**{line.title}**"] if line.title else [])]
    if shape == "setext" and line.depth < 3:
        title = title.replace(": ", " – ", 1)
        return [f"{title}\n{('=' if line.depth == 1 else '-') * len(title)}"]
    return [f"{'#' * (line.depth + 1)} {title}"]


def marked(specimen: Specimen, shape: str = "hash", step: int = 3) -> str:
    """The book with headings of a shape ("hash", "setext", "bold") and so many spaces a level."""
    book = specimen.rulebook
    out = [f"# {book.title}" if shape != "setext" else f"{book.title}\n{'=' * len(book.title)}"]
    out.append(f"*{book.organisation}*, {book.edition}")
    notes: list[str] = []
    for line in specimen.lines:
        if line.what == "heading":
            out += _heading(line, shape)
            continue
        text = line.text
        for note in line.notes:
            notes.append(note)
            text = CALL.sub(f"[^n{len(notes)}]", text, count=1)
        margin = " " * (step * (line.depth + (line.what != "provision")))
        if line.what == "table":
            head, *rows = ["| " + " | ".join(row) + " |" for row in line.rows]
            out.append("\n".join(margin + row for row in (head, "|" + "---|" * len(line.rows[0]), *rows)))
        else:
            label = "*" if line.label == "•" else line.label
            out.append(f"{margin}{label} {text}" if label else margin + text)
    return "\n\n".join([*out, *(f"[^n{number}]: {note}" for number, note in enumerate(notes, 1))]) + "\n"
