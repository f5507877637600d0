"""What the properties of a Word paragraph come to: its style, its list, its level as a heading, and where it stands.

What is said of the paragraph itself goes before what its list says, and that before its style, unless it is the style
that names the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.importing.file.archives import Element
from rulebook.importing.word.markup import W, switched, value, whole_number
from rulebook.importing.word.numbering import LEVELS, Level, Numbering
from rulebook.importing.word.styles import Ind, Styles, indentation
from rulebook.importing.word.words import REJECT


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said of one paragraph, with what it takes over. `number` is the key of its list, "" for none.

    `left` is where its lines begin and `first` how far the first of them stands in or out from there, in points.
    """

    style: str
    name: str
    number: str = ""
    depth: int = 0
    level: int = 0
    centred: bool = False
    left: float = 0
    first: float = 0

    @property
    def start(self) -> float:
        """Where its first line begins."""
        return self.left + self.first


def of_paragraph(element: Element | None, tracked: str) -> Element | None:
    """What a paragraph says of itself, before or after the tracked changes to that."""
    said = element.find(f"{W}pPr") if element is not None else None
    if said is not None and tracked == REJECT:
        before = said.find(f"{W}pPrChange/{W}pPr")
        return said if before is None else before
    return said


def numbering_changed(element: Element) -> bool:
    """Whether a tracked change gives a paragraph another style, list or level."""
    said = element.find(f"{W}pPr")
    if said is None:
        return False
    if said.find(f"{W}numPr/{W}ins") is not None:
        return True
    before = said.find(f"{W}pPrChange/{W}pPr")
    return before is not None and any(
        value(said.find(parent) if parent else said, name) != value(before.find(parent) if parent else before, name)
        for parent, name in (("", "pStyle"), ("", "outlineLvl"), (f"{W}numPr", "numId"), (f"{W}numPr", "ilvl"))
    )


class Paragraphs:
    """Works out the properties of paragraphs by the styles and the lists of a document."""

    def __init__(self, styles: Styles, numbering: Numbering, tracked: str) -> None:
        self.styles, self.numbering, self.tracked = styles, numbering, tracked
        self._of_style: dict[str, Properties] = {}

    def properties(self, said: Element | None) -> Properties:
        """The properties of a paragraph by what it says of itself."""
        named = value(said, "pStyle")
        key = named if named in self.styles.by_key else self.styles.default
        if said is None or all(child.tag in _NO_MATTER for child in said):
            known = self._of_style.get(key)
            if known is None:
                known = self._of_style[key] = self._properties(None, key)
            return known
        return self._properties(said, key)

    def _properties(self, said: Element | None, key: str) -> Properties:
        chain = self.styles.chain(key)
        number, depth, source = self._list(said, key)
        level = self.numbering.level(number, depth) if number else None
        if level is None:
            number = ""
        outline = value(said, "outlineLvl")
        own = whole_number(outline, 9)
        aligned = value(said, "jc")
        left, first = _first(self._indents(said, key, level, source))
        return Properties(
            key,
            chain[0].name if chain else "",
            number,
            depth,
            (own + 1 if 0 <= own < 9 else 0) if outline is not None else self.styles.level(key),
            aligned == "center" if aligned is not None else self.styles.centred(key),
            left,
            first,
        )

    def _list(self, said: Element | None, key: str) -> tuple[str, int, int]:
        """The list of a paragraph, its level, and which style names the list: -1 where the paragraph does itself."""
        number = depth = named_by = None
        source = deep = -1  # which of them says the list, and which how deep
        chain = self.styles.chain(key)
        for place, properties in enumerate((said, *(style.paragraph for style in chain))):
            numbered = properties.find(f"{W}numPr") if properties is not None else None
            if numbered is None or (self.tracked == REJECT and numbered.find(f"{W}ins") is not None):
                continue
            if depth is None and value(numbered, "ilvl") is not None:
                depth, deep = value(numbered, "ilvl"), place - 1
            if number is None and value(numbered, "numId") is not None:
                number, source = value(numbered, "numId"), place - 1
                named_by = chain[source].key if source >= 0 else None
        if not number or number == "0":
            return "", 0, -1
        if named_by is not None and (depth is None or deep >= source):  # a style over it may give only the level
            linked = self.numbering.depth_of_style(number, named_by)
            if linked is not None:
                return number, linked, source
        return number, max(0, min(whole_number(depth), LEVELS - 1)), source

    def _indents(self, said: Element | None, key: str, level: Level | None, source: int) -> Iterator[Ind]:
        yield indentation(said)
        if level is not None and source < 0:
            yield level.ind
        for place, style in enumerate(self.styles.chain(key)):
            yield indentation(style.paragraph)
            if level is not None and place == source:
                yield level.ind
        yield indentation(self.styles.paragraph)


_NO_MATTER = frozenset(
    W + name
    for name in (
        "pStyle rPr keepNext keepLines spacing tabs widowControl pBdr shd sectPr contextualSpacing suppressAutoHyphens "
        "pageBreakBefore bidi autoSpaceDE autoSpaceDN adjustRightInd textAlignment pPrChange"
    ).split()
)


def _first(indents: Iterator[Ind]) -> tuple[float, float]:
    left = first = None
    for one in indents:
        left = one[0] if left is None else left
        first = one[1] if first is None else first
    return left or 0.0, first or 0.0


def mark(said: Element | None) -> Element | None:
    """What is said of the mark at the end of a paragraph."""
    return said.find(f"{W}rPr") if said is not None else None


def hidden_mark(properties: Element | None) -> bool:
    """Whether a paragraph goes on with the next on the same line: Word's style separator."""
    return bool(switched(mark(properties), "specVanish"))
