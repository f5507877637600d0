"""Tables of a Word document: those that are tables, and those that only set labels beside words.

A table of one column, or one whose left columns hold nothing but labels, is a way of laying out paragraphs; all others
are read as tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rulebook.importing.file.paragraphs import Form, Paragraph, pipe_table, squeezed
from rulebook.importing.word.labels import label_alone
from rulebook.source import Unreadable

MOST_COLUMNS = 63  # Word's own limit
MOST_CELLS = 250_000  # those that only fill a row up count
DEEPEST = 7  # columns in which labels of lists in lists may stand, with the one of the words
_BARE = re.compile(r"\w+")
_LONG = 40  # characters of the words beside numbers without a full stop, or else they are a table's figures


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, where it begins in points from the table's left, and how many columns it takes."""

    paragraphs: tuple[Paragraph, ...]
    left: float = 0
    columns: int = 1

    @property
    def text(self) -> str:
        """All its words."""
        return squeezed(" ".join(words_of(one) for one in self.paragraphs))


def words_of(paragraph: Paragraph) -> str:
    """The words of a paragraph with its label; of a table in a cell, without the lines between its cells."""
    if paragraph.form is Form.TABLE:
        rows = [row for row in paragraph.text.split("\n") if not re.fullmatch(r"\|( --- \|)+", row)]
        return " ".join(re.sub(r"(?<!\\)\|", " ", row).replace("\\|", "|") for row in rows)
    return f"{paragraph.label} {paragraph.text}".strip()


def table_paragraphs(rows: Sequence[Sequence[Cell]], indent: float, line: int, plain: bool = False) -> list[Paragraph]:
    """The paragraphs that a table is made into: one table, or its words where it is mere layout.

    With `plain` every table is one; else there are none for a table without words. `line` is where it begins.
    """
    filled = [row for row in rows if any(cell.text for cell in row)]
    if not rows or not (filled or plain):
        return []
    if not plain and all(len(row) == 1 for row in filled):
        return [_moved(one, indent + row[0].left) for row in filled for one in row[0].paragraphs]
    if not plain and _sets_labels(filled):
        return [one for row in filled for one in _labelled(row, indent)]
    width = max(sum(cell.columns for cell in row) for row in rows)
    if len(rows) * width > MOST_CELLS:
        raise Unreadable(
            f"the table that begins in paragraph {line} has more than {MOST_CELLS:,} cells",
            "take it out of the document, save it, and give that file",
        )
    within = [one for row in rows for cell in row for one in cell.paragraphs]
    notes = tuple(note for one in within for note in one.notes)
    texts = [[text for cell in row for text in [cell.text, *[""] * (cell.columns - 1)]] for row in rows]
    return [
        Paragraph(
            pipe_table(texts), settled=True, form=Form.TABLE, indent=indent, inner=indent, notes=notes,
            page=within[0].page if within else "", line=line,
        )
    ]  # fmt: skip


def _sets_labels(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all the columns but the last hold labels or nothing, and each row's words stand in the last."""
    if len({sum(cell.columns for cell in row) for row in rows if len(row) > 1}) != 1:
        return False
    several = len({len(row) for row in rows if len(row) > 1}) > 1  # each list a column further in than the one above
    if max(len(row) for row in rows) > (DEEPEST if several else 3):
        return False
    labels = [cell.text for row in rows for cell in row[:-1] if cell.text]
    if not labels or not all(label_alone(label) for label in labels):
        return False
    if all(_BARE.fullmatch(label) for label in labels):
        return sum(len(row[-1].text) for row in rows) > _LONG * len(rows)
    return True


def _labelled(row: Sequence[Cell], indent: float) -> list[Paragraph]:
    """A row's words with the labels beside them; of two labels each but the last has a paragraph of its own."""
    *sides, last = row
    words = [_moved(one, indent + last.left) for one in last.paragraphs] or [Paragraph("")]
    shown = [cell for cell in sides if cell.text]
    for place, cell in enumerate(reversed(shown)):
        beside = next((one for one in cell.paragraphs if words_of(one)), None)
        at = indent + cell.left
        if place or words[0].label or words[0].form is Form.TABLE or words[0].level:
            words.insert(0, Paragraph("", line=beside.line if beside else 0, page=beside.page if beside else ""))
        notes = tuple(note for one in cell.paragraphs for note in one.notes)
        words[0] = replace(
            words[0], label=cell.text, settled=True, indent=at, inner=indent + last.left, notes=notes + words[0].notes,
            line=words[0].line or (beside.line if beside else 0),
        )  # fmt: skip
    return words


def _moved(one: Paragraph, by: float) -> Paragraph:
    return replace(
        one,
        indent=one.indent + by if one.indent is not None else None,
        inner=one.inner + by if one.inner is not None else None,
    )
