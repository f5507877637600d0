"""Lines as Markdown and as plain text.

In Markdown every word of a line is shown as the text it is: what would be read as markup has a backslash before it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from amendments.setting_out.side_by_side import Pair
from rulebook.printed.lines import Line

WIDTH = 72  # characters of a line of plain text, which fits an e-mail
INDENT = 4  # spaces to a step of plain text
BAR = " | "  # between two columns of plain text

_MARKUP = re.compile(r"[\\`*\[\]<>{}|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<!\w):(?=[\w+-]+:)")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.|@")  # what makes a link of an address, in which a backslash is shown
_LINE_MARKUP = re.compile(r"(?P<label>\d{1,9})(?=[.)](\s|$))|(?=#{1,6}(\s|$)|[-+=](\s|$)|-{2,}|={2,}|:)")


def escaped(text: str) -> str:
    """Words on one line that any reader of Markdown shows as they are."""
    line = " ".join(map(_escaped_word, text.split()))
    return _LINE_MARKUP.sub(lambda match: match[0] + "\\", line, count=1) if _LINE_MARKUP.match(line) else line


def _escaped_word(word: str) -> str:
    safe = _MARKUP.sub(_backslash, word)
    return _ADDRESS.sub(_backslash, safe) if safe != word else word


def _backslash(match: re.Match[str]) -> str:
    return "\\" + match[0]


def markdown(lines: Iterable[Line]) -> str:
    """Lines as Markdown. Points make lists, numbered where their labels count up, else bulleted before their label."""
    found: list[str] = []
    lists: list[tuple[int, int]] = []  # how wide each open list's marker is, and its last number, 0 for bullets
    was_quoted = False
    for line in lines:
        if line.quoted != was_quoted or line.kind == "heading":
            lists = []
        if line.label and line.kind in ("text", "subheading"):
            del lists[max(0, line.depth) :]
            known = len(lists) == line.depth
            last = lists.pop()[1] if known else None
            number = int(line.label[:-1]) if re.fullmatch(r"\d{1,3}\.", line.label) else 0
            counts_up = number > 0 and last in (None, number - 1)
            marker = f"{line.label} " if counts_up else "- "
            label = "" if counts_up or line.label == "•" else f"{escaped(line.label)} "
            block = " " * sum(width for width, _ in lists) + marker + label + _inside(line)
            lists.append((len(marker), number if counts_up else 0))
        else:
            del lists[line.depth :]
            block = textwrap.indent(_inside(line), " " * sum(width for width, _ in lists))
        if line.quoted:
            block = textwrap.indent(block, "> ")
        found += [">" if line.quoted and was_quoted else "", block.rstrip()] if found else [block.rstrip()]
        was_quoted = line.quoted
    return "\n".join(found)


def _inside(line: Line) -> str:
    words = escaped(line.text)
    if line.kind == "heading":
        return f"{'#' * (line.level + 1)} {escaped(f'{line.label} {line.text}')}"
    if line.kind == "table":
        return pipe_table(line.rows)
    if not words:
        return ""
    return {"note": f"*{words}*", "subheading": f"**{words}**"}.get(line.kind, words)


def pipe_table(rows: Sequence[Sequence[str]]) -> str:
    """A table as Markdown; the first row is its head."""
    head, *body = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return "\n".join([head, f"|{' --- |' * len(rows[0])}", *body])


def wrapped(text: str, label: str = "", indent: int = 0, width: int = WIDTH) -> str:
    """Words in lines of plain text that hang beside their label."""
    lead = " " * indent + label
    hanging = " " * len(lead)
    wrap = textwrap.TextWrapper(width, lead, hanging, break_long_words=False, break_on_hyphens=False)
    lines = wrap.wrap(text)
    return "\n".join(lines) or lead.rstrip()


def with_line_numbers(text: str) -> str:
    """The text with a number before each line that has words."""
    lines = text.split("\n")
    numbers = iter(range(1, len(lines) + 1))
    worded = [any(character.isalnum() for character in line) for line in lines]
    numbered = [
        f"{next(numbers):>3}  {line}" if has else f"     {line}".rstrip()
        for line, has in zip(lines, worded, strict=True)
    ]
    return "\n".join(numbered)


def in_cells(heads: Sequence[str], columns: Iterable[Pair]) -> list[list[str]]:
    """Two columns as the rows of a table that has one line of words in a cell, a row for each paragraph."""
    rows = [list(heads)]
    for pair in columns:
        rows += [list(row) for row in zip_longest(*(map(_in_a_cell, lines) for lines in pair), fillvalue="")]
    return rows


def _in_a_cell(line: Line) -> str:
    return " ".join(map(" ".join, line.rows)) if line.rows else f"{line.label} {line.text}".strip()


def two_columns(heads: Sequence[str], columns: Iterable[Pair], width: int = WIDTH) -> str:
    """Two columns of plain text with a bar between them, a blank line after each row."""
    room = (width - len(BAR)) // 2
    rows = [[[head.upper()] for head in heads], *([_cell(lines, room) for lines in pair] for pair in columns)]
    found = []
    for cells in rows:
        for left, right in zip_longest(*cells, fillvalue=""):
            found.append(f"{left.ljust(room)}{BAR}{right}".rstrip())
        found.append(f"{' ' * room}{BAR}".rstrip())
    return "\n".join(found[:-1])


def _cell(lines: Iterable[Line], room: int) -> list[str]:
    written = "\n\n".join(plain_line(line, room) for line in lines)
    return written.split("\n") if written else []


def table(rows: Sequence[Sequence[str]], width: int) -> str:
    """A table of plain text in columns. Where they do not fit, the widest are made narrower and their cells wrapped."""
    longest = [max((len(word) for row in rows for word in row[n].split()), default=1) for n in range(len(rows[0]))]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    while sum(widths) + 2 * (len(widths) - 1) > width:
        wide = max(range(len(widths)), key=lambda n: (widths[n] > longest[n], widths[n]))
        if widths[wide] <= longest[wide]:  # a word as long as that stays whole
            break
        widths[wide] -= 1
    ruled = [rows[0], ["-" * wide for wide in widths], *rows[1:]]
    cells = [[wrapped(cell, width=wide).split("\n") for cell, wide in zip(row, widths, strict=True)] for row in ruled]
    lines = [line for row in cells for line in zip_longest(*row, fillvalue="")]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def plain_line(line: Line, width: int = WIDTH) -> str:
    """A line as plain text, indented, its label before it."""
    depth = line.depth + (1 if line.quoted else 0)
    if line.kind == "heading":
        return wrapped(f"{line.label} {line.text}".strip(), indent=INDENT if line.quoted else 0, width=width)
    if line.kind == "table":
        return textwrap.indent(table(line.rows, width - INDENT * depth), " " * INDENT * depth)
    if not line.label:
        return wrapped(line.text, indent=INDENT * depth, width=width)
    return wrapped(line.text, f"{line.label} ".ljust(INDENT), INDENT * max(0, depth - 1), width)
