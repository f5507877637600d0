"""What a heading line says: a word and a number, a number alone, or words only.

“# Chapter 5 Selections” and “## 2.1 Joining” have a number; “# Preamble” has none, and its words are its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rulebook.numbering import styles

UNNUMBERED = "heading"
"""The kind of a provision that has a heading and no number, and the word for a level of such in a scheme."""

_WITH_WORD = re.compile(
    r"""(?P<hashes>\#{1,12}[ ]+)?
        (?P<word>[A-Za-z][A-Za-z-]*(?:[ ][A-Za-z][A-Za-z-]*)??)[ ]+
        (?P<label>\d+[A-Z]?(?:\.\d+[A-Z]?)*|[IVXLCDM]+(?:\.\d+[A-Z]?)+|[IVXLCDM]+[A-Z]?|[A-Z])(?![\w’'-])[.:]?
        (?:[ ]*[–—-])*[ ]*
        (?P<title>.*)""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"""(?P<hashes>\#{1,12}[ ]+)
        (?P<label>\(\w{1,8}\) | \d{1,3}(?:[A-Za-z]{1,2}\d{0,2})*\) | [A-Za-z]{1,8}\)
          | (?:[A-Z]{1,2}\.?)?\d{1,3}[A-Za-z]{0,2}(?:\.\d{1,3}[A-Za-z]?)* | [IVXLCDM]+(?:\.\d+[A-Z]?)+
          | [A-Z]\.\d{1,3}[A-Za-z]? | [A-Z]{1,8}|[a-z]{1,8}(?=\.)
        )(?P<mark>[.:]?)(?=[ ]|$)
        (?:[ ]*[–—-])*[ ]*
        (?P<title>.*)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading line taken apart. `hashes` are counted, 0 in plain text; `word` is in small letters, "" where there is
    none; and so is `label`."""

    hashes: int
    word: str
    label: str
    title: str


def with_word(line: str) -> HeadingLine | None:
    """What a line says that begins with a word and a number; None for another."""
    match = _WITH_WORD.fullmatch(line)
    return _found(match, match["word"].lower()) if match else None


def numbered(line: str, style: str) -> HeadingLine | None:
    """What a line says that begins with a number after its hashes; None for another. A letter without a stop is one
    only where the scheme has such numerals, which are of `style`, there: “# A word”."""
    match = _NUMBER.fullmatch(line)
    if match is None or not styles(match["label"]):
        return None
    bare = match["label"].isalpha() and not match["mark"]
    return None if bare and style not in styles(match["label"]) else _found(match, "")


def unnumbered(line: str) -> HeadingLine | None:
    """What a line says that has hashes and no number; None where there are no hashes."""
    hashes, _, words = line.partition(" ")
    if not hashes or hashes.strip("#"):
        return None
    return HeadingLine(len(hashes), "", "", words.strip().removeprefix("\\"))


def escaped_heading(words: str) -> str:
    """The words of a heading without a number, with a backslash where they would else be read as one with a number."""
    line = f"# {words}"
    return f"\\{words}" if words.startswith("\\") or with_word(line) or _NUMBER.fullmatch(line) else words


def _found(match: re.Match[str], word: str) -> HeadingLine:
    return HeadingLine(len((match["hashes"] or "").strip()), word, match["label"], match["title"].strip())
