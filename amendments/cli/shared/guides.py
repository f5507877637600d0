"""The guides to writing amendments and templates, as they stand in the documentation: the examples, and the whole for a
terminal."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

PAGE = "writing-amendments.md"
TEMPLATES = "templates.md"
WIDTH = 80  # columns


@dataclass(frozen=True, slots=True)
class Example:
    """An instruction of the guide. `finding` is the code that it is refused with; "" where it is carried out."""

    text: str
    finding: str = ""


def text(page: str = PAGE) -> str:
    """A page, in Markdown. In a checkout it stands in the folder of documentation."""
    inside = files("amendments").joinpath(page)
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    return (Path(__file__).parents[3] / "docs" / page).read_text(encoding="utf-8")


def template_examples() -> list[tuple[str, str]]:
    """Every template of the page about them: the name of its file, and what it says."""
    return re.findall(r"^```(\w+\.\S+)\n(.*?)^```", text(TEMPLATES), re.DOTALL | re.MULTILINE)


def examples() -> list[Example]:
    """Every instruction of the page about amendments, in order."""
    found = [Example(block) for block in re.findall(r"^```amendment\n(.*?)^```", text(), re.DOTALL | re.MULTILINE)]
    for row in _rows(text()):
        found.append(Example(row[1]) if len(row) == 2 else Example(row[0], row[1]))
    return found


def _rows(page: str) -> list[list[str]]:
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in page.splitlines() if line.startswith("| ")
    ]
    return [row for place, row in enumerate(rows) if not _is_head(rows, place)]


def _is_head(rows: list[list[str]], place: int) -> bool:
    return rows[place][0].startswith("---") or (place + 1 < len(rows) and rows[place + 1][0].startswith("---"))


def for_terminal(name: str = PAGE) -> str:
    """A page as plain text: a row of a table is its first cell, and under it the others."""
    lines: list[str] = []
    page = text(name).splitlines()
    quoted = False
    paragraph: list[str] = []

    def finish() -> None:
        if paragraph:
            lead = re.match(r"\d+\. ", paragraph[0])
            hang = " " * len(lead[0]) if lead else ""
            lines.extend(
                textwrap.wrap(
                    " ".join(part.strip() for part in paragraph).replace("`", ""), WIDTH, subsequent_indent=hang
                )
            )
            paragraph.clear()

    for place, line in enumerate(page):
        if line.startswith("```"):
            finish()
            quoted = not quoted
        elif quoted:
            margin = "    " + " " * (len(line) - len(line.lstrip("> ")))
            lines += textwrap.wrap(line, WIDTH, initial_indent="    ", subsequent_indent=margin) or [""]
        elif line.startswith("#"):
            finish()
            title = line.lstrip("# ")
            lines += [title, ("=" if line.startswith("# ") else "-") * len(title)]
        elif line.startswith("| "):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            following = page[place + 1] if place + 1 < len(page) else ""
            if cells[0].startswith("---") or following.startswith("| ---"):
                continue
            lines += _row(cells)
        elif not line.strip():
            finish()
            lines.append("")
        else:
            if re.match(r"\d+\. ", line):
                finish()
            paragraph.append(line)
    finish()
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> list[str]:
    cells = [cell.replace("`", "") for cell in cells]
    if len(cells) == 2:
        return [f"  {cells[0]}:", *textwrap.wrap(cells[1], WIDTH, initial_indent="    ", subsequent_indent="    ")]
    wrapped = textwrap.wrap(cells[0], WIDTH, initial_indent="  ", subsequent_indent="  ")
    return [
        *wrapped,
        *textwrap.wrap(f"{cells[1]}: write {cells[2]}", WIDTH, initial_indent="    ", subsequent_indent="    "),
    ]
