"""The tables in the text of a provision, and their rows, by where they stand in it."""

from __future__ import annotations

import re

from rulebook.source import Span

_TABLE = re.compile(r"^[ \t]*\|.*(?:\n[ \t]*\|.*)*", re.MULTILINE)
RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line under the head of a table."""
EDGE = re.compile(r"(?<!\\)\|")
"""What parts a cell from the next."""


def tables(text: str) -> list[Span]:
    """The spans of the tables of a text."""
    return [match.span() for match in _TABLE.finditer(text)]


def rows(text: str) -> list[Span]:
    """The spans of the rows of a text's tables, without their heads and the rules under them."""
    found: list[Span] = []
    for start, end in tables(text):
        lines: list[Span] = []
        for line in text[start:end].split("\n"):
            if RULE.fullmatch(line.strip()):
                lines = []  # what stands over a rule is the head
            else:
                lines.append((start, start + len(line)))
            start += len(line) + 1
        found += lines
    return found


def first_cell(row: str) -> str:
    """What stands in the first cell of a row."""
    return next((cell.strip(" \t*_") for cell in EDGE.split(row) if cell.strip()), "")
