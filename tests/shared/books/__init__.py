"""Invented rulebooks that many tests are about, each a Markdown file beside this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

BOOKS = {file.stem: file for file in sorted(Path(__file__).parent.glob("*.md"))}


@cache
def book(name: str) -> Rulebook:
    """One of the invented rulebooks."""
    return read_rulebook(Source(BOOKS[name].name, BOOKS[name].read_text(encoding="utf-8")))[0]
