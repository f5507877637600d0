"""The words of a paragraph as they are gathered from its markup, and the label that stands before them.

A label is what the file sets apart: in a box of its own, by a tab, or by more than one space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rulebook.importing.file.labels import SIGNS, typed
from rulebook.importing.file.paragraphs import squeezed

WORDS, LABEL, BREAK, NOTE = "words", "label", "break", "note"

SPACE = 3.0  # points: a space is about a quarter of the height of the letters

_GAP = re.compile(r"\s*(?:[\u2001\u2003\u2002\t]|[^\S\n][\u00a0\u2000-\u200a]|[\u00a0\u2000-\u200a][^\S\n])\s*")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ENDED = re.compile(r"[.;:!?][)\]”’\"']*$|[;,] (?:and|or)$")
_BARE = re.compile(r"\(?(?:\d{1,3}[A-Za-z]?|[A-Z]|[ivxl]{1,5}|[IVXL]{1,5})\)?[.:)]?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with how they look; or a label that stands apart, a line break, or a footnote that is called."""

    text: str
    kind: str = WORDS
    bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's own words and notes, how they look, and the label that the page sets apart from them."""

    text: str
    label: str
    notes: tuple[str, ...]
    bold: bool
    size: float


def collapsed(text: str) -> str:
    """White space made single spaces as browsers do it: no-break and wide spaces are kept."""
    return _SPACE.sub(" ", text)


def is_label(text: str) -> bool:
    """Whether words that stand apart have the shape of a label: "5.", "(a)", "•", and also "5" or "A" alone."""
    word = text.strip()
    if not word or len(word) > 12:
        return False
    found = typed(f"{word} x")
    return (found is not None and found[1] == "x") or word in SIGNS or bool(_BARE.fullmatch(word))


def bullet_or(label: str) -> str:
    """A label as it is printed; the signs that word processors write bullets with become one."""
    word = squeezed(label)
    return "•" if word in SIGNS or (word in ("o", "§", "Ø", "ü", "v") and not word.isalnum()) else word


def words(pieces: Sequence[Piece], *, apart: bool = True) -> Words:
    """The paragraph that pieces make. With `apart`, a label may also be parted by a gap."""
    notes = tuple(piece.text for piece in pieces if piece.kind == NOTE)
    label = squeezed("".join(piece.text for piece in pieces if piece.kind == LABEL))
    said = [piece for piece in pieces if piece.kind == WORDS and piece.text.strip()]
    whole = "".join(" " if piece.kind == BREAK else piece.text if piece.kind == WORDS else "" for piece in pieces)
    whole = whole.strip(" \n")
    if apart and not label:
        label, whole = parted(whole)
    sizes: dict[float, int] = {}
    for piece in said:
        sizes[piece.size] = sizes.get(piece.size, 0) + len(piece.text)
    size = max(sizes, key=lambda one: sizes[one]) if sizes else 0.0
    return Words(squeezed(whole), label, notes, bool(said) and all(piece.bold for piece in said), round(size, 2))


def parted(text: str) -> tuple[str, str]:
    """The label before a wide gap, and the words after it; no label where there is none."""
    stripped = text.lstrip()
    gap = _GAP.search(stripped[:40])
    if gap is None or not is_label(stripped[: gap.start()]) or not stripped[gap.end() :].strip():
        return "", text
    return bullet_or(stripped[: gap.start()]), stripped[gap.end() :]


def typed_indent(pieces: Sequence[Piece]) -> float:
    """How far in words stand by the hard spaces that were typed before them, in points; one alone is mostly chance."""
    text = "".join(piece.text for piece in pieces if piece.kind == WORDS)
    hard = text[: len(text) - len(text.lstrip())].count("\u00a0")
    return hard * SPACE if hard > 1 else 0.0


def lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each paragraph, where several were set as one with line breaks between them.

    An empty line parts paragraphs, and so do breaks before labels, where at least two lines begin with one. There every
    line is a paragraph, unless one of those without a label goes on with a sentence.
    """
    broken: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == BREAK:
            broken.append([])
        else:
            broken[-1].append(piece)
    if len(broken) == 1:
        return broken
    texts = ["".join(piece.text for piece in line if piece.kind in (WORDS, LABEL)).strip() for line in broken]
    labelled = [typed(squeezed(text)) is not None or bool(parted(text)[0]) for text in texts]
    several = sum(labelled) > 1
    each = several and all(
        labelled[number] or not texts[number] or not texts[number - 1] or bool(_ENDED.search(texts[number - 1]))
        for number in range(1, len(texts))
    )
    found: list[list[Piece]] = [[]]
    for number, line in enumerate(broken):
        empty = number > 0 and not texts[number - 1]
        if number and texts[number] and (empty or each or (several and labelled[number])):
            found.append(list(line))
        else:
            found[-1] += [Piece("", BREAK), *line] if number else line
    return [line for line in found if any(piece.text.strip() for piece in line)]
