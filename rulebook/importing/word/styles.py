"""What the styles of a Word document make of a paragraph and of the words in it.

A style takes over what it does not say itself from the one that it is based on, and the last of them from the
document's defaults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rulebook.importing.file.archives import Element
from rulebook.importing.word.markup import VAL, W, points, switched, value, whole_number

Ind = tuple[float | None, float | None]
"""How far the words stand in from the left, and how far the first line from there, in points; None: nothing is said."""

DEEPEST = 20  # styles based on one another; Word itself stops at 10

_SWITCHES = ("b", "vanish", "strike", "dstrike")
_SAID = {W + name: place for place, name in enumerate((*_SWITCHES, "sz"))}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """One style; `paragraph` and `run` are what it says of paragraphs and of words, if anything."""

    key: str
    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: bold, hidden, struck through, and their size in points (0 where it is not said)."""

    bold: bool
    hidden: bool
    struck: bool
    size: float


class Styles:
    """The styles of a document by their keys."""

    def __init__(self, root: Element | None) -> None:
        self.by_key: dict[str, Style] = {}
        self.default = ""
        self.paragraph: Element | None = None
        self._run: Element | None = None
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._looks: dict[tuple[str, str, tuple[str | None, ...]], Look] = {}
        self._toggles: dict[tuple[str, str], bool | None] = {}
        for one in root if root is not None else ():
            if one.tag == f"{W}docDefaults":
                self._run = one.find(f"{W}rPrDefault/{W}rPr")
                self.paragraph = one.find(f"{W}pPrDefault/{W}pPr")
            elif one.tag == f"{W}style":
                key = one.get(f"{W}styleId", "")
                self.by_key[key] = Style(
                    key,
                    value(one, "name") or key,
                    value(one, "basedOn") or "",
                    one.find(f"{W}pPr"),
                    one.find(f"{W}rPr"),
                )
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on"):
                    self.default = key
        self.names = frozenset(style.name for style in self.by_key.values())

    def chain(self, key: str) -> tuple[Style, ...]:
        """A style and those it is based on, itself first. A circle, which only a damaged file has, ends."""
        known = self._chains.get(key)
        if known is None:
            found: list[Style] = []
            style = self.by_key.get(key)
            while style is not None and style not in found and len(found) < DEEPEST:
                found.append(style)
                style = self.by_key.get(style.based_on)
            known = self._chains[key] = tuple(found)
        return known

    def level(self, key: str) -> int:
        """The level of the headings that have this style, from 1; 0 where it is none for headings."""
        for style in self.chain(key):
            said = value(style.paragraph, "outlineLvl")
            if said is not None:
                level = whole_number(said, 9)
                return level + 1 if 0 <= level < 9 else 0
            match = _HEADING.fullmatch(style.name)
            if match:
                return int(match[1])
        return 0

    def centred(self, key: str) -> bool:
        """Whether paragraphs of this style are centred."""
        for style in self.chain(key):
            said = value(style.paragraph, "jc")
            if said is not None:
                return said == "center"
        return value(self.paragraph, "jc") == "center"

    def look(self, key: str, run: Element | None) -> Look:
        """How words look in a paragraph of a style, with what is said of the words themselves."""
        said: list[str | None] = [None] * len(_SAID)
        own = ""
        for child in run if run is not None else ():
            if child.tag in _SAID:
                said[_SAID[child.tag]] = child.get(VAL, "")
            elif child.tag == f"{W}rStyle":
                own = child.get(VAL, "")
        known = key, own, tuple(said)
        look = self._looks.get(known)
        if look is None:
            *words, size = said
            bold, hidden, struck, twice = (
                self._switched(key, own, name, word) for name, word in zip(_SWITCHES, words, strict=True)
            )
            look = self._looks[known] = Look(bold, hidden, struck or twice, self._size(key, own, size))
        return look

    def _switched(self, paragraph: str, run: str, name: str, said: str | None) -> bool:
        """ISO/IEC 29500-1, 17.7.3: where the styles of the paragraph and of the words both switch it on, it is off."""
        if said is not None:
            return said.lower() not in ("0", "false", "off", "none")
        first, second = self._toggle(paragraph, name), self._toggle(run, name) if run else None
        if first is None and second is None:
            return bool(switched(self._run, name))
        return bool(first) != bool(second)

    def _toggle(self, key: str, name: str) -> bool | None:
        if (key, name) not in self._toggles:
            found = (switched(style.run, name) for style in self.chain(key))
            self._toggles[key, name] = next((one for one in found if one is not None), None)
        return self._toggles[key, name]

    def _size(self, paragraph: str, run: str, said: str | None) -> float:
        styles = (*(self.chain(run) if run else ()), *self.chain(paragraph))
        sizes = [said, *(value(style.run, "sz") for style in styles), value(self._run, "sz")]
        half = next((whole_number(size) for size in sizes if size), 0)
        return max(half, 0) / 2


def indentation(properties: Element | None) -> Ind:
    """What the properties of a paragraph, a style or a level of a list say of indentation."""
    ind = properties.find(f"{W}ind") if properties is not None else None
    if ind is None:
        return None, None
    left = points(ind.get(f"{W}left") or ind.get(f"{W}start"))
    hanging, first = points(ind.get(f"{W}hanging")), points(ind.get(f"{W}firstLine"))
    return left, -hanging if hanging is not None else first
