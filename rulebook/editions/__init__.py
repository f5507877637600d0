"""The model rules that come with the tool, in dated editions, and how a rulebook is opened.

What comes in is the name of an edition or of a file; what goes out is the rulebook, with the findings of reading it.
The editions are models in our own words and never a party's text; the front matter of each says what it rests on.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from rulebook.cache import remembered
from rulebook.diagnostics import Diagnostic
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable, read_source


def names() -> list[str]:
    """The editions that come with the tool, the newest last."""
    return sorted(entry.name.removesuffix(".md") for entry in files(__name__).iterdir() if entry.name.endswith(".md"))


def newest() -> str:
    """The name of the newest edition."""
    return names()[-1]


def source_of(name: str) -> Source:
    """The text of an edition. Raises `Unreadable` where there is none of that name."""
    if name not in names():
        raise Unreadable(
            f"there is no file {name}, and no model edition is called that",
            f"the model editions are {', '.join(names())}; for your own rules give the path of the file",
        )
    return Source(f"{name}.md (model rules)", files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8"))


def open_rulebook(given: str, encoding: str | None = None) -> tuple[Rulebook, list[Diagnostic], Source]:
    """The rulebook of a file or an edition, the findings of reading it, and its source.

    It is read once and kept in the cache folder, by its content. Raises `Unreadable`.
    """
    source = source_of(given) if given in names() and not Path(given).exists() else _file(given, encoding)

    def read() -> tuple[Rulebook, list[Diagnostic]]:
        rulebook, findings = read_rulebook(source)
        return rulebook, [replace(finding, source=None) for finding in findings]

    rulebook, findings = remembered("rulebook", source.text, read)
    return rulebook, [replace(finding, source=source) for finding in findings], source


def _file(given: str, encoding: str | None) -> Source:
    if given != "-" and not Path(given).exists() and not any(mark in given for mark in "./\\"):
        return source_of(given)
    if given.lower().endswith((".docx", ".docm", ".odt", ".pdf", ".html", ".htm")):
        raise Unreadable(
            f"{given} is not a text file",
            f'make a rulebook of it first:  redraft import "{given}" -o rulebook.md',
        )
    return read_source(given, encoding)
