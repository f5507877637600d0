"""The numbers that LibreOffice prints before paragraphs, which are not in the file but follow from its list styles.

Each list counts by itself; a list that continues another counts on in it, whatever stands between the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from rulebook.numbering import LETTER_CAPITAL, LETTER_SMALL, ROMAN_CAPITAL, ROMAN_SMALL, numeral

Element = Any  # lxml has no type hints

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

BULLET = "•"
LEVELS = 10  # that a list may have
LARGEST = 3999  # what roman numerals can count to


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered, and where it stands, in points.

    `format` is that of style:num-format, "" for no number and "•" for a bullet. `template` is the whole label with
    "%1%" for the number of the first level, where the file has one. `inner` is where words begin and `indent` where
    the label does; where `added` they are counted from the paragraph's own margin.
    """

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    template: str | None = None
    doubled: bool = False  # ... y, z, aa, bb
    indent: float = 0.0
    inner: float = 0.0
    added: bool = False

    def numeral(self, value: int) -> str:
        """A number as this level writes it."""
        if self.format in (LETTER_CAPITAL, LETTER_SMALL) and value > 0:
            word = _doubled(value) if self.doubled else _spelt(value)
            return word.upper() if self.format == LETTER_CAPITAL else word
        if self.format in (ROMAN_CAPITAL, ROMAN_SMALL) and 0 < value <= LARGEST:
            return numeral(value, self.format)
        return str(value) if self.format not in ("", BULLET) else ""


def _doubled(value: int) -> str:
    rounds, letter = divmod(value - 1, 26)
    return chr(97 + letter) * min(rounds + 1, 200)


def _spelt(value: int) -> str:
    word = ""
    while value:
        value, letter = divmod(value - 1, 26)
        word = chr(97 + letter) + word
    return word


ListStyle = dict[int, Level]  # by level from 1


def list_style(element: Element) -> ListStyle:
    """The levels of a text:list-style or of the text:outline-style."""
    found: ListStyle = {}
    for level in element:
        number = whole(level.get(f"{TEXT}level"))
        if number is not None and 1 <= number <= LEVELS:
            found[number] = _level(level)
    return found


def _level(element: Element) -> Level:
    bullet = element.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")
    place = element.find(f"{STYLE}list-level-properties")
    aligned = place.find(f"{STYLE}list-level-label-alignment") if place is not None else None
    if aligned is not None:
        inner = length(aligned.get(f"{FO}margin-left")) or 0.0
        indent = inner + (length(aligned.get(f"{FO}text-indent")) or 0.0)
    else:
        indent = (length(place.get(f"{TEXT}space-before")) or 0.0) if place is not None else 0.0
        inner = indent + ((length(place.get(f"{TEXT}min-label-width")) or 0.0) if place is not None else 0.0)
    start = whole(element.get(f"{TEXT}start-value"))
    return Level(
        format=BULLET if bullet else element.get(f"{STYLE}num-format", ""),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        start=1 if start is None else start,
        shown=max(whole(element.get(f"{TEXT}display-levels")) or 1, 1),
        template=element.get(f"{LOEXT}num-list-format", element.get(f"{STYLE}num-list-format")),
        doubled=element.get(f"{STYLE}num-letter-sync") == "true",
        indent=indent,
        inner=inner,
        added=aligned is None,
    )


@dataclass(slots=True)
class Count:
    """One list while it is counted: the last number of each level."""

    values: dict[int, int] = field(default_factory=dict)

    def label(self, style: ListStyle, level: int, start: int | None = None) -> str:
        """The label of the next paragraph of a level, which may say the number to start at."""
        own = style.get(level, Level())
        self.passed(level)
        for upper in range(1, level):  # a level that was passed over counts as begun
            self.values.setdefault(upper, style.get(upper, Level()).start)
        last = self.values.get(level)
        self.values[level] = start if start is not None else own.start if last is None else last + 1
        if own.format == BULLET:
            return BULLET
        return self._written(style, level)

    def passed(self, level: int) -> None:
        """Something of a level was reached: the lists under it begin anew."""
        for deeper in [one for one in self.values if one > level]:
            del self.values[deeper]

    def _written(self, style: ListStyle, level: int) -> str:
        own = style.get(level, Level())

        def number(of: int) -> str:
            return style.get(of, Level()).numeral(self.values.get(of, 1)) if 1 <= of <= level else ""

        if own.template is not None:
            return re.sub(r"%(\d{1,2})%", lambda found: number(int(found[1])), own.template).strip()
        numbers = [number(of) for of in range(max(1, level - own.shown + 1), level + 1)]
        return f"{own.prefix}{'.'.join(one for one in numbers if one)}{own.suffix}".strip()


@dataclass(slots=True)
class Numbering:
    """The list styles of a file, by name, and its lists as they are counted."""

    styles: dict[str, ListStyle] = field(default_factory=dict)
    outline: ListStyle = field(default_factory=dict)
    headings: Count = field(default_factory=Count)
    _lists: dict[str, Count] = field(default_factory=dict)
    _last: tuple[str, Count] | None = None

    def opened(self, element: Element, style: str) -> Count:
        """The count of an outermost text:list in a list style: that of the list it continues, or a new one."""
        count = self._lists.get(element.get(f"{TEXT}continue-list", ""))
        if count is None and element.get(f"{TEXT}continue-numbering") == "true" and self._last is not None:
            last, before = self._last
            count = before if last == style else None
        if count is None:
            count = Count()
        name = element.get(XML_ID) or element.get(f"{TEXT}id")
        if name:
            self._lists.setdefault(name, count)
        self._last = style, count
        return count

    def named(self, name: str) -> Count:
        """The count of a list that goes by a name, begun where there is none yet."""
        return self._lists.setdefault(name, Count()) if name else Count()


_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|cm|mm|in|pc|px|inch)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "inch": 72.0, "pc": 12.0, "px": 0.75}


def length(written: str | None) -> float | None:
    """A length in points; None where it is none, or a share of something else."""
    match = _LENGTH.fullmatch((written or "").strip())
    return float(match[1]) * _POINTS[match[2]] if match else None


def whole(written: str | None) -> int | None:
    """A whole number of an attribute; None where it is none, or past all counting."""
    return int(written) if written is not None and re.fullmatch(r"-?\d{1,8}", written.strip()) else None
