"""Tables of changes: in each row a place, the words that go and those that come.

The first row says which column is which. A table whose first row does not name a place, old words and new is none of
these, and a column that is not understood is a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lark import Token

from amendments.reading.quotations import DOUBLE, SINGLE, Quotation
from amendments.reading.sentences.patterns import UNIT
from amendments.reading.sentences.stretch import token
from grammar.levels import LEVEL_WORD, level_word, rank
from grammar.wordings import COLUMNS, NEW_WORDING, OLD_WORDING, WORDING_NOUNS
from rulebook.reference import read_reference
from rulebook.source import Span

_RULED = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|?)+[ \t]*")
_NAMES = {name.replace("+", " "): kind for kind, names in COLUMNS.items() for name in names.split()}
_LEVEL = re.compile(rf"(?:{UNIT.pattern})|{LEVEL_WORD}|no\.?|number|cl\.|para\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of changes as the tokens of a sentence; none where it is not understood.

    `beside` are its cells that say why, or who moves it.
    """

    span: Span
    tokens: tuple[Token, ...]
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of changes: the span of all of it and of its first row, and the rows after that."""

    span: Span
    head: Span
    rows: tuple[Row, ...]


def table_at(text: str, place: int) -> Table | None:
    """The table of changes that begins on a line, if one does."""
    head = _lines(text, place, 1)
    columns = [_kind(text[slice(*cell)]) for cell in _cells(text, head[0])] if head else []
    if not {"place", "old", "new"} <= {kind.split(" ")[0] for kind in columns}:
        return None
    lines = _lines(text, place)
    rows = [line for line in lines[1:] if not _RULED.fullmatch(text[slice(*line)])]
    known = columns.count("old") == columns.count("new") == 1 and "" not in columns
    read = tuple(Row(line, _read(text, line, columns) if known else (), _beside(text, line, columns)) for line in rows)
    return Table((lines[0][0], lines[-1][1]), lines[0], read) if read else None


def _lines(text: str, place: int, most: int = 10_000) -> list[Span]:
    """The lines from a place on that have cells, with | or with tabs between them, but not more than `most`."""
    found: list[Span] = []
    while place < len(text) and len(found) < most:
        end = text.find("\n", place)
        end = end if end >= 0 else len(text)
        line = text[place:end].strip(" ")
        if not (line.startswith("|") if not found or text[found[0][0]] == "|" else "\t" in line) and "\t" not in line:
            break
        found.append((end - len(text[place:end].lstrip(" ")), end))
        place = end + 1
    return found


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a line, without the white space, the emphasis and the quotation marks round their words."""
    begin, end = line
    piped = text[begin] == "|"
    stop = begin + len(text[begin:end].rstrip())
    if piped:
        begin, end = begin + 1, stop - (text[stop - 1] == "|" and stop - 1 > begin)
    found: list[Span] = []
    at = begin
    for part in text[begin:end].split("|" if piped else "\t"):
        inner = part.strip().strip("*_").strip()
        start = at + part.find(inner) if inner else at
        found.append((start, start + len(inner)))
        at += len(part) + 1
    return found


def _kind(head: str) -> str:
    """What a column is by its name: "old", "new", "aside", "place", with the word for its level; "" for any other."""
    words = " ".join(re.sub(r"[*_:.]", " ", head).lower().split()).removeprefix("the ")
    if words in _NAMES:
        return _NAMES[words]
    first, _, noun = words.partition(" ")
    if noun.split(" ")[0].removesuffix("s") in {one.removesuffix("s") for one in WORDING_NOUNS} and " " not in noun:
        kind = "old" if first in OLD_WORDING else "new" if first in NEW_WORDING else ""
        if kind:
            return kind
    bare = re.sub(r"\s+(?:no|number|ref|reference)$", "", words)
    level = level_word(bare.replace(" ", ""))  # "S.O."
    if " " in level and rank(level) is not None:
        return f"place {level}"
    return f"place {bare}" if _LEVEL.fullmatch(bare) else ""


def _read(text: str, line: Span, columns: list[str]) -> tuple[Token, ...]:
    """A row as “in the place, replace the old words with the new”."""
    cells = _cells(text, line)
    if len(cells) != len(columns):
        return ()
    places = [(kind, cell) for kind, cell in zip(columns, cells, strict=True) if kind.startswith("place")]
    old, new = cells[columns.index("old")], cells[columns.index("new")]
    said = ", ".join(_place(kind, text[slice(*cell)]) for kind, cell in places if cell[1] > cell[0])
    at = read_reference(said)
    words = [_words(text, cell) for cell in (old, new)]
    if len(at) != 1 or not at[0].steps or not all(one.text for one in words):
        return ()
    span = places[0][1][0], places[-1][1][1]
    return (
        token("IN", text, (span[0], span[0])),
        token("REF", text, span, at),
        token("COMMA", text, (span[1], span[1])),
        token("VERB", text, (span[1], span[1]), ("replace", "base", "replace")),
        token("QUOTE", text, old, words[0]),
        token("WITH", text, (new[0], new[0])),
        token("QUOTE", text, new, words[1]),
    )


def _beside(text: str, line: Span, columns: list[str]) -> tuple[Span, ...]:
    cells = zip(columns, _cells(text, line), strict=False)
    return tuple(cell for kind, cell in cells if kind == "aside" and cell[1] > cell[0])


def _place(kind: str, cell: str) -> str:
    """What a cell says of a place, with the word for its level from its column, unless it is a whole code."""
    level = kind.partition(" ")[2]
    return f"{level} {cell}" if level and cell[0].isalnum() and "." not in cell and not _LEVEL.match(cell) else cell


def _words(text: str, cell: Span) -> Quotation:
    words = text[slice(*cell)]
    if len(words) > 1 and words[0] in DOUBLE + SINGLE and words[-1] in DOUBLE + SINGLE:
        return Quotation(words[1:-1], cell)
    return Quotation(words, cell, "cell")
