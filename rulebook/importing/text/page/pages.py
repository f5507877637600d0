"""The lines of a text that belong to its body: what stands at the head and the foot of every page is left out.

Pages are parted by form feeds; where there are none, by numbers that stand alone and count up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rulebook.importing.file.labels import label_without_gap
from rulebook.importing.file.paragraphs import LeftOut
from rulebook.importing.text.page.chapter_heads import chapter_heads, kept_once
from rulebook.importing.text.page.columns import in_columns
from rulebook.importing.text.page.line_numbers import Row, without_line_numbers
from rulebook.importing.text.page.lines import Line
from rulebook.importing.text.page.margins import NUMBER, edge_lines, printed_number
from rulebook.importing.text.page.unpaged import by_numbers, parted

_CELL = re.compile(r"\S+(?: \S+)*")


def body_of(text: str) -> tuple[list[Line], list[LeftOut]]:
    """The lines of the body, blank ones among them, and those that were left out."""
    raw = [
        re.sub(r"(?<=\S)\t", " \t", line).expandtabs(4) for line in re.sub(r"(?<=[^\n\f])\f", "\n\f", text).split("\n")
    ]
    pages: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(raw, 1):
        while line.startswith("\f"):
            line = line[1:]
            pages.append([])
        pages[-1].append((number, line))
    pages, numbers_of_lines = without_line_numbers(pages)
    if len(pages) > 1:
        marginal = edge_lines(pages)
    else:
        marginal = by_numbers(pages[0])
        pages = parted(pages[0], marginal)
    marginal = kept_once(pages, marginal | chapter_heads(pages, marginal))
    left_out: list[LeftOut] = []
    bodies: list[tuple[str, list[Row]]] = []
    page_of: dict[int, str] = {}
    shown = ""
    for count, page in enumerate(pages, 1):
        here = printed_number(page, marginal) or (str(count) if len(pages) > 1 else shown)
        bodies.append((here, []))
        for number, line in page:
            page_of[number] = here
            if number not in marginal:
                bodies[-1][1].append((number, line))
                continue
            words = line.strip()
            match = NUMBER.fullmatch(words)
            left_out.append(LeftOut(marginal[number], " ".join(words.split()), here, number))
            if match and len(pages) == 1:
                shown = here = match["number"]
            bodies.append((here, []))
    left_out += [replace(one, page=page_of.get(one.line, "")) for one in numbers_of_lines]
    bodies = [(here, rows) for here, rows in bodies if any(line.strip() for _, line in rows)]
    lines: list[Line] = []
    for (here, _), parts in zip(bodies, in_columns([rows for _, rows in bodies]), strict=True):
        for part in parts:
            lines += _lines(part, here, bool(lines))
    return _unbroken(lines), left_out


def _lines(rows: Sequence[Row], page: str, broken: bool) -> list[Line]:
    """Rows that follow one another on a page; `broken` where something was left out, or a page begins, before them."""
    found: list[Line] = []
    for number, line in rows:
        words = line.strip()
        if not words:
            if not broken:
                found.append(Line("", 0, page, number, blank=True))
            continue
        stuck = label_without_gap(words)
        if stuck:
            words = f"{words[:stuck]} {words[stuck:]}"
        indent = len(line) - len(line.lstrip())
        second = re.match(r"\s*\S+\s+", line)
        inner = second.end() if second else indent
        cells = tuple((match.start(), " ".join(match[0].split())) for match in _CELL.finditer(line))
        above = "break" if broken else ""
        found.append(Line(" ".join(words.split()), indent, page, number, False, inner, above, (), cells))
        broken = False
    return found


def _unbroken(lines: list[Line]) -> list[Line]:
    """Without the blank lines that stood before what was left out at the foot of a page."""
    found: list[Line] = []
    for line in lines:
        if line.above == "break":
            while found and found[-1].blank:
                found.pop()
        found.append(line)
    return found
