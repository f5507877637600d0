"""Parts of a provision that are provisions of their own: the second bullet of a list, its third point, a sub-clause.

A part is of its level. The second paragraph of a chapter is not its Clause II, nor is the first paragraph of a clause
its sub-clause 1 where words without a number stand first.
"""

from __future__ import annotations

from grammar.levels import level_name
from rulebook.looking.locating import heading_kinds
from rulebook.numbering import BULLETS
from rulebook.provision import DEFAULT_SCHEME, KINDS, Path, Rulebook
from rulebook.reference import Part, level_word

_ANY = ("point", "item")  # for whatever is listed
_IN_THE_TEXT = ("sentence", "line", "row", "heading", "table", "opening words", "closing words")
_INTRODUCES = (":", "—", "–", "-")


def inward(rulebook: Rulebook, path: Path, parts: tuple[Part, ...]) -> tuple[Path, tuple[Part, ...]] | None:
    """Parts that are provisions of their own made part of the path, with those that are left for the text.

    None where there is no such part, or where `unclear` says what is to be asked.
    """
    while parts:
        chosen = _provisions(rulebook, path, parts[0])
        if chosen is None:
            return path, parts
        number = parts[0].number
        place = number - 1 if number > 0 else len(chosen) + number
        if not 0 <= place < len(chosen) or _doubt(rulebook, path, parts[0]):
            return None
        path, parts = (*path, chosen[place]), parts[1:]
    return path, parts


def unclear(rulebook: Rulebook, path: Path, parts: tuple[Part, ...]) -> str:
    """Why it is not certain which provision the first of some parts is, where it is not; else ""."""
    return _doubt(rulebook, path, parts[0]) if parts and _provisions(rulebook, path, parts[0]) is not None else ""


def _provisions(rulebook: Rulebook, path: Path, part: Part) -> list[int] | None:
    """The places of the provisions that a part is counted among; None where it is counted among the words."""
    children = rulebook.children(path)
    if part.unit in _IN_THE_TEXT:
        return None
    if part.unit == "bullet":
        return [place for place, child in enumerate(children) if child.label in BULLETS]
    if part.unit == "paragraph" and (not children or (path and _counts_words(rulebook, path, part))):
        return None
    return list(range(len(children)))


def _counts_words(rulebook: Rulebook, path: Path, part: Part) -> bool:
    """Whether a paragraph with children is counted among its words: it has several of them, or it is the first."""
    text = rulebook.at(path).text
    if "\n\n" in text:
        return True
    return bool(text) and part.number == 1 and not text.endswith(_INTRODUCES)


def _doubt(rulebook: Rulebook, path: Path, part: Part) -> str:
    children = rulebook.children(path)
    if not children or part.unit == "bullet":
        return ""
    kind = level_word(children[0].kind)
    headed = kind in heading_kinds(rulebook.scheme) or any(child.heading for child in children)
    if part.unit == kind and (headed or part.unit != "paragraph"):
        return ""
    if headed:
        return f"it has {_many(kind)}, and no {_many(part.unit)} of its own; which {level_name(kind)} is meant?"
    text = rulebook.at(path).text if path else ""
    if part.unit == "paragraph":
        if text and not text.endswith(_INTRODUCES) and part.number > 0:
            first = children[part.number - 1].label if part.number <= len(children) else children[0].label
            return f"words without a number stand first in it; is that the first paragraph, or is {first} meant?"
        return ""
    if part.unit in _ANY or not _names_another(rulebook, part.unit):
        return ""
    return f"it has {_many(kind)}, and no {_many(part.unit)}; which {level_name(kind)} is meant?"


def _names_another(rulebook: Rulebook, unit: str) -> bool:
    """Whether a level word has a meaning in this book that is not this one."""
    kinds = heading_kinds(rulebook.scheme)
    usual = rulebook.scheme.written[:2] == DEFAULT_SCHEME.written[:2]
    return unit in kinds or (usual and unit in KINDS)


def _many(word: str) -> str:
    return f"{level_name(word)}s"
