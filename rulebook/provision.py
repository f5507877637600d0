"""The rulebook as a tree of provisions, and where each one stands in it.

A path is a tuple of places from the top, counted from 0: the third child of the first chapter is (0, 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from rulebook.numbering import ARABIC, BULLET, BULLETS, segment
from rulebook.source import Span

Path = tuple[int, ...]

KINDS = ("chapter", "clause", "subclause", "paragraph", "subparagraph", "item")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scheme: the word in its headings ("Chapter"; empty below the headings) and its numerals."""

    word: str
    style: str
    kind: str


_LEVEL = re.compile(
    r"""\s*(?:(?P<word>[A-Za-z][A-Za-z -]*?[A-Za-z])(?=\s|$))?    # Chapter, Standing Order
        \s*(?P<numeral>\(?(?:[A-Za-z]|[\d.]+)\)?\.?)?\s*          # 1, I, (a), 1.1.1
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """The levels of a book from the top, as its front matter writes them: `Chapter 1`, `Clause I`, `1`, `A`, ...

    `above` counts the levels over the first, in a scheme for a part of a book.
    """

    written: tuple[str, ...]
    above: int = 0

    def below(self, depth: int) -> Scheme:
        """The scheme of what stands that many levels down."""
        return Scheme(self.written[depth:], self.above + depth)

    @property
    def levels(self) -> tuple[Level, ...]:
        """What is written, taken apart. A heading's word is its kind; below the headings the usual kinds follow."""
        return _levels(self.written, self.above)

    def kind(self, depth: int) -> str:
        """The kind of a provision that many levels down, from 0."""
        if depth < len(self.written):
            return self.levels[depth].kind
        return KINDS[min(depth + self.above, len(KINDS) - 1)]


@lru_cache(maxsize=64)
def _levels(written_levels: tuple[str, ...], above: int) -> tuple[Level, ...]:
    found = []
    for depth, written in enumerate(written_levels):
        match = _LEVEL.fullmatch(written)
        word = (match and match["word"]) or ""
        sample = segment((match and match["numeral"]) or "1") if match else "1"
        style = "1.1" if "." in sample else sample if sample in ("I", "i", "A", "a") else ARABIC
        kind = word.lower() or KINDS[min(depth + above, len(KINDS) - 1)]
        found.append(Level(word, style, kind))
    return tuple(found)


DEFAULT_SCHEME = Scheme(("Chapter 1", "Clause I", "1", "A", "i", "a"))


@dataclass(frozen=True, slots=True)
class Provision:
    """A chapter, a clause or anything below them.

    `label` is as printed but for a final full stop ("IV", "5A", "(b)", "-" for a bullet). `text` stands before the
    children and `tail` after them; the paragraphs of either are joined by a blank line. `notes` are footnotes, and
    `comments` the editor's, which are no part of the rules. `span` is where it was read.
    """

    kind: str
    label: str
    heading: str = ""
    text: str = ""
    children: tuple[Provision, ...] = ()
    tail: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)

    def words(self) -> str:
        """All it says, children included, without labels."""
        inner = " ".join(child.words() for child in self.children)
        return " ".join(part for part in (self.heading, self.text, inner, self.tail) if part)


_PAGES = re.compile(r"^pages:.*\n(?:[ \t].*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Rulebook:
    """A title, an edition, a scheme and the chapters.

    `front_matter` is kept as it was written, so that what we do not know in it is not lost; `crosswalk` leads from
    old numbers to present ones ("5C" to "5.IV"); `pages` says of provisions, by their reference, on which page of the
    printed book they begin, and on which line of it; `comments` stand after the last chapter.
    """

    title: str = ""
    organisation: str = ""
    edition: str = ""
    scheme: Scheme = DEFAULT_SCHEME
    chapters: tuple[Provision, ...] = ()
    crosswalk: tuple[tuple[str, str], ...] = ()
    front_matter: str = field(default="", compare=False)
    pages: tuple[tuple[str, str, int], ...] = field(default=(), compare=False, repr=False)
    comments: tuple[str, ...] = ()

    def at(self, path: Path) -> Provision:
        """The provision at a path that is not empty."""
        provision = self.chapters[path[0]]
        for place in path[1:]:
            provision = provision.children[place]
        return provision

    def level_under(self, path: Path) -> int:
        """Which level of the scheme stands directly under a path. Under a heading without a number that may be the
        first level that has no headings, whatever levels are left out."""
        if not path or self.at(path).label or not self.at(path).heading:
            return len(path)
        if any(child.heading for child in self.children(path)):
            return len(path)
        headed = sum(1 for level in self.scheme.levels if level.word)
        return max(len(path), headed)

    def part(self, path: Path, part: str) -> str:
        """The "heading", "text" or "tail" of the provision at a path that is not empty."""
        words: str = getattr(self.at(path), part)
        return words

    def children(self, path: Path) -> tuple[Provision, ...]:
        """The provisions directly under a path; the chapters, where it is empty."""
        return self.at(path).children if path else self.chapters

    @cached_property
    def _references(self) -> dict[Path, str]:
        found: dict[Path, str] = {}

        def visit(parent: str, path: Path, provisions: tuple[Provision, ...]) -> None:
            bullets = 0
            for place, provision in enumerate(provisions):
                if provision.label in BULLETS:
                    bullets += 1
                    reference = f"{parent}.-{bullets}" if parent else f"-{bullets}"
                else:
                    reference = below(parent, segment(provision.label) or heading_name(provision))
                found[(*path, place)] = reference
                visit(reference, (*path, place), provision.children)

        visit("", (), self.chapters)
        return found

    def page(self, path: Path) -> str:
        """The page of the printed book that a provision begins on; "" where it is not known."""
        return self._pages.get(self.reference(path), "")

    def unprinted(self) -> Rulebook:
        """The same rules without the pages: what comes of an amendment is no longer the book that was printed."""
        return replace(self, front_matter=_PAGES.sub("", self.front_matter), pages=()) if self.pages else self

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {reference: page for reference, page, _ in self.pages}

    @cached_property
    def decimals(self) -> tuple[Path, ...]:
        """The provisions whose label is a whole code: "4.2.1", "J.5.3"."""
        return tuple(path for path, provision in self.walk() if "." in provision.label)

    @cached_property
    def found(self) -> dict[tuple[object, ...], list[Path]]:
        """Where full references lead, for those that have been looked for; `rulebook.looking.locating` fills it."""
        return {}

    def reference(self, path: Path) -> str:
        """The canonical reference of a path: "5.IV.5.A"; the second bullet of 2.II.2 is "2.II.2.-2"."""
        return self._references[path] if path else ""

    def __getstate__(self) -> dict[str, object]:
        state = dict(self.__dict__)
        for worked_out in ("_references", "_pages", "decimals", "found"):
            state.pop(worked_out, None)
        return state

    def walk(self) -> Iterator[tuple[Path, Provision]]:
        """Every provision with its path, in the order of the book."""
        yield from _walk((), self.chapters)

    def under(self, path: Path) -> Iterator[tuple[Path, Provision]]:
        """A provision and all below it; the whole book, where the path is empty."""
        if path:
            yield path, self.at(path)
        yield from _walk(path, self.children(path))


def _walk(path: Path, provisions: tuple[Provision, ...]) -> Iterator[tuple[Path, Provision]]:
    for place, provision in enumerate(provisions):
        here = (*path, place)
        yield here, provision
        if provision.children:
            yield from _walk(here, provision.children)


def heading_name(provision: Provision) -> str:
    """What a provision without a number is called: the words of its heading, without their marks."""
    return " ".join(re.findall(r"[\w’'&-]+", provision.heading))


def below(parent: str, label: str) -> str:
    """The reference of a label under a parent's. A label that already holds its parent's ("4.2.1") is its own."""
    return label if not parent or label.startswith(parent + ".") else f"{parent}.{label}"


def shown_label(provision: Provision) -> str:
    """The label as it is printed before the words: "5.", "(b)", "-"."""
    if not provision.label or provision.label in BULLETS or provision.label.endswith((")", ".", ":")):
        return provision.label
    return f"{provision.label}."


__all__ = [
    "BULLET",
    "DEFAULT_SCHEME",
    "KINDS",
    "Level",
    "Path",
    "Provision",
    "Rulebook",
    "Scheme",
    "below",
    "heading_name",
    "shown_label",
]
