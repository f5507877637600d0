"""Headings in the native file: with a word and a number, with a number alone, and without one. Add a row."""

from __future__ import annotations

import pytest

from rulebook.provision import Provision, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.writing.markdown import to_markdown

HEAD = '---\ntitle: Rules\nscheme: [Article 1, "1", a]\n---\n\n'

BOOKS = {
    "a chapter without a number": ("# Preamble\n\nWe hold this.\n\n# Article 1 Name\n", [" Preamble", "1 Name"]),
    "a heading between numbers that run on": (
        "# Article 1 Name\n\n1. One.\n\n## Further\n\n2. Two.\n",
        ["1 Name", "1.1 ", "1. Further", "1.Further.2 "],
    ),
    "numbers with headings": (
        "# Article 1 Name\n\n## 1. Aims\n\nTo play.\n\n### (a) Chess\n\nAlways.\n\n## 2.\n\nWords.\n",
        ["1 Name", "1.1 Aims", "1.1.a Chess", "1.2 "],
    ),
    "a list under a heading further down": (
        "# Article 1 Name\n\n## 1. Aims\n\n(a) one\n\n    (i) two\n\nThe end.\n",
        ["1 Name", "1.1 Aims", "1.1.a ", "1.1.a.i "],
    ),
    "words that look like a number": (
        "# \\A Word\n\nYes.\n\n# \\5 Pence\n\nNo.\n\n# \\Rule 3 Pence\n\nNo.\n",
        [" A Word", " 5 Pence", " Rule 3 Pence"],
    ),
    "figures and letters by turns": (
        "# Article 1 Race\n\n1a) A judge.\n\n    1a1) One.\n\n    1a2) Two.\n\n1b) A starter.\n",
        ["1 Race", "1.1a ", "1.1a.1a1 ", "1.1a.1a2 ", "1.1b "],
    ),
}


def read(text: str) -> Rulebook:
    return read_rulebook(Source("rules.md", text))[0]


def named(rulebook: Rulebook) -> list[str]:
    """The reference and the heading of each; of one without a number, the reference of what it is in."""

    def one(path: tuple[int, ...], provision: Provision) -> str:
        name = rulebook.reference(path)
        return f"{name if provision.label else name[: -len(provision.heading)]} {provision.heading}"

    return [one(path, provision) for path, provision in rulebook.walk()]


@pytest.mark.parametrize(("text", "expected"), BOOKS.values(), ids=BOOKS)
def test_headings_are_read_and_written_again(text: str, expected: list[str]) -> None:
    rulebook = read(HEAD + text)
    assert named(rulebook) == expected
    assert to_markdown(rulebook) == HEAD + text


FOUND = {
    "a scheme with numbers alone": ("[Article 1]", "# Preamble\n", ["advice"]),
    "a scheme that has such a level": ("[Heading, Article 1]", "# Preamble\n", []),
    "a word of the scheme without its number": ("[Heading, Article 1]", "## Article\n", ["warning"]),
}


@pytest.mark.parametrize(("scheme", "text", "expected"), FOUND.values(), ids=FOUND)
def test_a_missing_number_is_said(scheme: str, text: str, expected: list[str]) -> None:
    _, found = read_rulebook(Source("rules.md", f"---\ntitle: Rules\nscheme: {scheme}\n---\n\n{text}"))
    assert [str(one.severity.value) for one in found] == expected
