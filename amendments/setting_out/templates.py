"""The templates that come with the tool: what each is for, and which files set out which paper in which format.

A file of the same name in a folder of the user's own stands in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Template:
    """A template under the name that `redraft template copy` knows, and its files for each format."""

    name: str
    purpose: str
    files: dict[str, str]


LIST = (
    Template(
        "motion",
        "the paper for conference: a rule change, a motion, a letter, a briefing",
        {"html": "motion.html.j2", "md": "motion.md.j2", "txt": "motion.txt.j2", "pdf": "motion.typ"},
    ),
    Template("rulebook", "the whole rules, or some of them", {"html": "rulebook.html.j2", "pdf": "rulebook.typ"}),
    Template(
        "lines",
        "what both have in common: the page, headings, numbered provisions, tables",
        {"html": "lines.html.j2", "pdf": "lines.typ"},
    ),
    Template("colours", "type, colours and widths of both as web pages", {"html": "document.css"}),
    Template(
        "reference",
        "the styles, the head and the foot of both in Word and LibreOffice",
        {"docx": "reference.docx", "odt": "reference.odt"},
    ),
)
SHARED = ("lines", "colours", "reference")
"""What serves every paper."""


def names() -> list[str]:
    """The names, in the order of the list."""
    return [template.name for template in LIST]


def files_of(name: str) -> list[str]:
    """The files of a template by its name, or the one file of that name; none where there is neither."""
    for template in LIST:
        if name == template.name:
            return list(template.files.values())
        if name in template.files.values():
            return [name]
    return []


def files_for(paper: str, format: str) -> list[str]:
    """The files that set out a paper, "motion" or "rulebook", in a format."""
    wanted = [template for template in LIST if template.name in (paper, *SHARED)]
    return [template.files[format] for template in wanted if format in template.files]


def every_file() -> list[str]:
    """All that a folder of the user's own may have in place of ours."""
    return [file for template in LIST for file in template.files.values()]


def built_in(file: str) -> bytes:
    """What a file that comes with the tool holds."""
    return (files("templates") / file).read_bytes()
