"""The paragraph and text styles of an OpenDocument file, what each takes over from its parents included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from rulebook.importing.opendocument.numbering import FO, STYLE, TEXT, Level, Numbering, length, list_style, whole

Element = Any  # lxml has no type hints

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ONLY_WORDS = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}text-changes-only"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CODED = re.compile(r"_([0-9a-fA-F]{2,4})_")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says, with its parents. `left` and `first` are the left margin and the first line's indentation.

    `set_left` and `set_first` say that they were set no further up than the list style was, so that they go before the
    indentation of the list. `own_list` is whether the paragraph itself said which list style it
    has, or that it has none. `names` are the style's own and its parents' names, as the program shows them.
    """

    names: tuple[str, ...] = ()
    bold: bool | None = None
    size: float = 0.0
    centred: bool = False
    hidden: bool = False
    struck: bool | None = None
    left: float = 0.0
    first: float = 0.0
    set_left: bool = False
    set_first: bool = False
    list_style: str | None = None
    own_list: bool = False
    outline_level: int = 0


@dataclass(slots=True)
class Styles:
    """All the styles of a file. Those of content.xml go before those of styles.xml."""

    numbering: Numbering = field(default_factory=Numbering)
    _elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    _automatic: set[str] = field(default_factory=set)
    _defaults: dict[str, Element] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def add(self, root: Element) -> None:
        """Take up the styles of one part of the file."""
        for group in root:
            if group.tag not in (f"{OFFICE}styles", f"{OFFICE}automatic-styles"):
                continue
            automatic = group.tag == f"{OFFICE}automatic-styles"
            for style in group:
                name, family = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}family", "")
                if style.tag == f"{STYLE}style":
                    self._elements[family, name] = style
                    if automatic:
                        self._automatic.add(name)
                elif style.tag == f"{STYLE}default-style":
                    self._defaults[family] = style
                elif style.tag == f"{TEXT}list-style":
                    self.numbering.styles[name] = list_style(style)
                elif style.tag == f"{TEXT}outline-style":
                    self.numbering.outline = list_style(style)

    def names(self) -> frozenset[str]:
        """The names of the paragraph styles."""
        return frozenset(name for family, name in self._elements if family == "paragraph")

    def only_words_tracked(self, row: Element) -> bool:
        """Whether the tracked changes in a row of a table are to its words, and not to the row itself."""
        style = self._elements.get(("table-row", row.get(f"{TABLE}style-name", "")))
        properties = style.find(f"{STYLE}table-row-properties") if style is not None else None
        return properties is not None and properties.get(_ONLY_WORDS) == "true"

    def look(self, name: str | None, family: str = "paragraph") -> Look:
        """What a style says."""
        key = family, name or ""
        if key not in self._looks:
            self._looks[key] = self._resolved(key)
        return self._looks[key]

    def _resolved(self, key: tuple[str, str]) -> Look:
        chain: list[Element] = []
        names: list[str] = []
        style = self._elements.get(key)
        name = key[1]
        while style is not None and len(chain) < 50:
            chain.append(style)
            names.append(style.get(f"{STYLE}display-name") or shown_name(name))
            name = style.get(f"{STYLE}parent-style-name", "")
            style = self._elements.get((key[0], name))
        listed = next(
            (place for place, one in enumerate(chain) if one.get(f"{STYLE}list-style-name") is not None), None
        )
        own = listed if listed is not None else 0 if key[1] in self._automatic else -1
        usual = self._defaults.get(key[0]) if key[0] == "paragraph" else None
        whole_chain = [*chain, usual] if usual is not None else chain
        left, left_place = _first_length(whole_chain, f"{FO}margin-left")
        first, first_place = _first_length(whole_chain, f"{FO}text-indent")
        text = [one for one in (style.find(f"{STYLE}text-properties") for style in whole_chain) if one is not None]
        weight = _first(text, f"{FO}font-weight")
        paragraph = [
            one for one in (style.find(f"{STYLE}paragraph-properties") for style in whole_chain) if one is not None
        ]
        outline = whole(_first(chain, f"{STYLE}default-outline-level")) or 0
        return Look(
            tuple(names),
            None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600),
            next((size for size in (length(one.get(f"{FO}font-size")) for one in text) if size is not None), 0.0),
            _first(paragraph, f"{FO}text-align") == "center",
            _first(text, f"{TEXT}display") in ("none", "true"),
            _struck(text),
            left or 0.0,
            first or 0.0,
            left_place is not None and left_place <= own,
            first_place is not None and first_place <= own,
            chain[listed].get(f"{STYLE}list-style-name") if listed is not None else None,
            listed is not None and chain[listed].get(f"{STYLE}name") in self._automatic,
            outline,
        )


def _struck(text: list[Element]) -> bool | None:
    """Whether there is a line through words; None where nothing is said of it."""
    style = _first(text, f"{STYLE}text-line-through-style")
    kind = _first(text, f"{STYLE}text-line-through-type")
    if style is None and kind is None:
        return None
    return "none" not in (style, kind)


def _first(properties: list[Element], name: str) -> str | None:
    return next((one.get(name) for one in properties if one.get(name) is not None), None)


def _first_length(chain: list[Element], name: str) -> tuple[float | None, int | None]:
    for place, style in enumerate(chain):
        properties = style.find(f"{STYLE}paragraph-properties")
        found = length(properties.get(name)) if properties is not None else None
        if found is not None:
            return found, place
    return None, None


def shown_name(name: str) -> str:
    """A style's name as the program shows it: "Heading_20_1" is "Heading 1"."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), name)


def indents(look: Look, level: Level | None, labelled: bool) -> tuple[float, float]:
    """Where a paragraph begins and where its words do, in points. `level` is that of its list."""
    if level is None:
        return round(look.left + look.first, 2), round(look.left, 2)
    if level.added:
        margin = look.left if look.set_left else 0.0
        indent, inner = margin + level.indent, margin + level.inner
        first = look.first if look.set_first else 0.0
        return round((indent if labelled else inner) + first, 2), round(inner, 2)
    inner = look.left if look.set_left else level.inner
    first = look.first if look.set_first else level.indent - level.inner
    return round(inner + first if labelled else inner, 2), round(inner, 2)
