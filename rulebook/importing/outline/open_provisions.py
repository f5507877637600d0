"""The provisions that are open where a paragraph stands, and how a paragraph is taken among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from rulebook.importing.outline.headings import Heading

Run = tuple[str, str, str]
"""The last label of a list, the style of its numerals, and its dress, or the word of a heading."""


@dataclass(frozen=True, slots=True)
class Open:
    """A provision that is open, with the last label of its list, where that stands, and what may come under it.

    `depth` counts from 0 for chapters; lists under headings begin at the number of heading levels.
    """

    depth: int
    label: str
    style: str
    dress: str = ""  # of an appendix or a level without numbers, its word
    indent: float | None = None
    inner: float | None = None
    nested: int | None = None
    introduces: bool = True
    complete: bool = True  # a sentence of its own, to which another may be added, and no link of one
    ended: bool = False  # words after its list were read: nothing more can come under it
    closing: float | None = None  # where those words stand, if that is where such words would be looked for
    parent: bool = False  # a list has begun under it
    level: int = 0  # of the heading that the file calls it
    word: str = ""  # of a heading
    spoken: bool = False  # words of its own came under its label
    kin: bool = False  # the one before it in its list had such words
    run: tuple[Run, ...] = ()  # the last numbers under the heading before it, which may run on

    def __hash__(self) -> int:  # of what tells most of them apart: a long book asks for it a million times
        return hash((self.depth, self.label, self.style, self.nested, self.indent, self.ended))

    @property
    def head(self) -> bool:
        """Whether a heading line opened it."""
        return bool(self.word or self.level)


@dataclass(frozen=True, slots=True)
class Taken:
    """How one paragraph was taken.

    `depth` is that of the new provision, or of the one that the words belong to (-1: none yet). `label` is empty for
    words; `joined` says that they go on with the sentence before. `words` are what is left when the label is gone.
    `strain` is above `DOUBT` where somebody should look.
    """

    depth: int
    label: str = ""
    words: str = ""
    heading: Heading | None = None
    joined: bool = False
    strain: float = 0.0
    doubt: str = ""
    titled: bool = False  # the words are its heading


Stack = tuple[Open, ...]
"""The open provisions, from the chapter to the one that was read last."""


def run_of(closed: Stack) -> tuple[Run, ...]:
    """The last numbers under what a new heading closes, and those that ran up to it."""
    found = {(one.style, one.word or one.dress): one.label for one in closed if one.label}
    for one in closed:
        for label, style, worn in one.run:
            found.setdefault((style, worn), label)
    return tuple((label, style, worn) for (style, worn), label in found.items())[:6]


@lru_cache(maxsize=1024)
def with_a_list(owner: Open) -> Open:
    """A provision under which a list begins."""
    return replace(owner, introduces=True, ended=False, parent=True)
