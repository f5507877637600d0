"""A comparison as a document, Markdown or JSON: words taken out between ~~, words put in between **.

The words of the rules are never markup: what looks like it, in either of the formats, is shown as it is written. Every
mark opens and closes where Markdown allows one: a mark that stood inside a word, or between a word and a comma, would
be printed as it is, so the whole word is then taken in on both sides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from amendments.comparing.outline import Row, basis, sections, summary
from amendments.setting_out.plain_text import escaped
from rulebook.comparing.comparison import Comparison, Piece
from rulebook.printed.lines import printable

_LAST_WORD = re.compile(r"[^\W_][\w’'./\-]*$")
_FIRST_WORD = re.compile(r"^[\w’'/\-]*[^\W_]")


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


def marked(pieces: Iterable[Piece]) -> str:
    """The pieces in order. Paragraphs are parted by a blank line, and the lines of one by two spaces and a line end."""
    return re.sub(r" +(?= \S)", "", "".join(_shown(_widened(_hunks(pieces))))).strip()


def _hunks(pieces: Iterable[Piece]) -> list[list[str]]:
    """Words that stay, then words taken out and words put in there; and so on."""
    hunks = [["", "", ""]]
    for piece in pieces:
        if piece.kind == "same" and (hunks[-1][1] or hunks[-1][2]):
            hunks.append(["", "", ""])
        hunks[-1][("same", "deleted", "inserted").index(piece.kind)] += piece.text
    return [*hunks, ["", "", ""]]


def _widened(hunks: list[list[str]]) -> list[list[str]]:
    wide = [hunks[0]]
    for following in hunks[1:]:
        same, deleted, inserted = wide[-1]
        changed = [text for text in (deleted, inserted) if text]
        word = _LAST_WORD.search(same)
        if word and any(not (text[0].isspace() or text[0].isalnum()) for text in changed):
            same, deleted, inserted = same[: word.start()], word[0] + deleted, word[0] + inserted
        word = _FIRST_WORD.search(following[0])
        if word and any(not (text[-1].isspace() or text[-1].isalnum()) for text in changed):
            deleted, inserted = deleted + word[0], inserted + word[0]
            following = [following[0][word.end() :], *following[1:]]
        if following[0] or not (following[1] or following[2]):
            wide[-1:] = [[same, deleted, inserted], following]
        else:
            wide[-1] = [same, deleted + following[1], inserted + following[2]]
    return wide


def _shown(hunks: list[list[str]]) -> Iterator[str]:
    for same, deleted, inserted in hunks:
        yield _lines(same)
        yield _lines(deleted, "~~")
        if deleted.strip() and inserted.strip() and not (deleted[-1].isspace() or inserted[0].isspace()):
            yield " "
        yield _lines(inserted, "**")


def _lines(text: str, mark: str = "") -> str:
    """Words with the mark around what stands in one line of them, and the white space outside it."""
    if mark and text and not text.strip():
        if "\n" not in text:
            return " "
        return f" {mark}¶{mark}" + ("\n\n" if mark == "**" else " ")  # what parts paragraphs, or parted them
    shown = ""
    for number, part in enumerate(re.split(r"(\s*\n\s*)", text)):
        if number % 2:
            shown += "\n\n" if part.count("\n") > 1 else "  \n"
            continue
        words = part.strip()
        lead, trail = part[:1].isspace(), part[-1:].isspace()
        # What stands after a mark does not begin the line, and "5." there is no list: hence the letter before it.
        safe = escaped(f"x{words}")[1:] if mark else escaped(words)
        shown += f"{' ' * lead}{mark}{safe}{mark}{' ' * trail}" if words else " " * lead
    return shown
