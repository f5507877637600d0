"""Tables among the words of a provision: lines that begin and end with |, of which the second parts the head from the
rows. A table stays a table, with as many cells in every row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from rulebook.looking.tables import EDGE, RULE, rows, tables
from rulebook.provision import Path, Rulebook
from rulebook.source import Span

_ROW = re.compile(r"\|.*\|", re.DOTALL)


def is_row(words: str) -> bool:
    """Whether words are a row, or several on lines of their own."""
    lines = words.strip().split("\n")
    return all(_ROW.fullmatch(line.strip()) for line in lines)


def row_at(text: str, start: int, end: int) -> Span | None:
    """The line of a table that a stretch of a text stands in, or is; None where it is in none or in several."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    line = text[first:last]
    return (first, last) if "\n" not in line and _ROW.fullmatch(line.strip()) else None


def as_row(words: str, text: str, row: Span) -> str | None:
    """New words as a row like one that is there; None where they have other than its number of cells."""
    lines = [line.strip() for line in words.strip().split("\n") if line.strip()]
    made = [line if _ROW.fullmatch(line) else f"| {line} |" for line in lines]
    like = _cells(text[slice(*row)])
    return "\n".join(made) if made and all(_cells(line) == like for line in made) else None


def check_tables(rulebook: Rulebook, path: Path, before: str, after: str) -> None:
    """Raises `Refused` where a change of words breaks a table, or makes something that is none look like one."""
    if "|" not in after and "|" not in before:
        return
    was, becomes = list(_shapes(before)), list(_shapes(after))
    name = kind_name(rulebook, path)
    if was == becomes and len(rows(before)) == len(rows(after)) and _empty(after) > _empty(before):
        raise Refused(
            "extent-uncertain",
            f"this would leave an empty cell in the table of {name}; is the whole row to go?",
            "say  delete the row “...”  and quote its first words, or say what is to stand there",
        )
    if was == becomes:
        return
    if len(was) != len(becomes) and not (len(becomes) < len(was) and set(becomes) <= set(was)):
        raise _broken(f"this would part or join the tables of {name}, or make one of words that are none")
    for shape in becomes:
        if shape not in was:
            raise _broken(f"the table in {name} would lose its head, or not have as many cells in every row")


def _broken(message: str) -> Refused:
    return Refused(
        "new-text-uncertain", message,
        "give whole rows, each on a line of its own and with a cell for every column, as in  | one | two |",
    )  # fmt: skip


def _shapes(text: str) -> Iterator[tuple[int, ...]]:
    """Of each table how many cells its rows have, each number once, and whether its head is parted from its rows."""
    for span in tables(text):
        written = [line.strip() for line in text[slice(*span)].split("\n")]
        whole = all(_ROW.fullmatch(line) for line in written)
        parted = len(written) > 1 and RULE.fullmatch(written[1]) is not None
        yield (int(whole), int(parted), *sorted({_cells(line) for line in written}))


def _empty(text: str) -> int:
    """How many cells of the rows have nothing in them."""
    return sum(not cell.strip() for span in rows(text) for cell in EDGE.split(text[slice(*span)].strip())[1:-1])


def _cells(line: str) -> int:
    return len(EDGE.findall(line.strip())) - 1
