"""The numbers that a browser prints before the items of a list, and those that a style sheet counts.

The numerals are those of CSS ("lower-alpha", "upper-roman") and of the `type` attribute ("a", "I"). A label has the
full stop that browsers set after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from rulebook.importing.file.labels import typed
from rulebook.importing.web.site_parts import words_of
from rulebook.importing.web.styles import Declarations
from rulebook.numbering import ARABIC, LETTER_CAPITAL, LETTER_SMALL, ROMAN_CAPITAL, ROMAN_SMALL, numeral

BULLET = "•"
NUMERALS = {
    "decimal": ARABIC, "upper-alpha": LETTER_CAPITAL, "upper-latin": LETTER_CAPITAL, "lower-alpha": LETTER_SMALL,
    "lower-latin": LETTER_SMALL, "upper-roman": ROMAN_CAPITAL, "lower-roman": ROMAN_SMALL,
}  # fmt: skip
TYPES = {"1": "decimal", "A": "upper-alpha", "a": "lower-alpha", "I": "upper-roman", "i": "lower-roman"}
SIGNS = frozenset(("disc", "circle", "square", "disclosure-open", "disclosure-closed"))
LISTS = frozenset(("ol", "ul", "menu", "dir"))
LARGEST = 3999  # what roman numerals can count to; beyond it browsers print figures

_WORD = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w-]+\([^()]*\)|[\w-]+""")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_COUNTER = re.compile(
    r"""(counters?)\(\s*([\w-]+)\s*(?:,\s*("[^"]*"|'[^']*')\s*)?(?:,\s*([\w-]+)\s*)?\)""", re.IGNORECASE
)


def shown(value: int, style: str) -> str:
    """A number in a style of CSS, without a full stop: 4 in "lower-roman" is "iv"."""
    if style == "decimal-leading-zero":
        return f"{value:02d}"
    if style == "lower-greek" and 1 <= value <= 24:
        return "αβγδεζηθικλμνξοπρστυφχψω"[value - 1]
    known = NUMERALS.get(style, ARABIC)
    if known in (LETTER_CAPITAL, LETTER_SMALL) and value > 26:
        word, left = "", value
        while left:  # browsers count ... z, aa, ab, where the numbering of rules has aa, bb
            left, letter = divmod(left - 1, 26)
            word = chr(97 + letter) + word
        return word.upper() if known == LETTER_CAPITAL else word
    return numeral(value, known) if 1 <= value <= LARGEST else str(value)


def string(written: str) -> str:
    """What a quoted string of a style sheet says."""
    return _ESCAPE.sub(lambda match: _character(match[1]) if match[1] else str(match[2]), written[1:-1])


def _character(digits: str) -> str:
    value = int(digits, 16)
    return chr(value) if 0 < value < 0xD800 or 0xDFFF < value < 0x110000 else "\ufffd"


def style_said(said: Declarations) -> str:
    """The list style in declarations, "" where they have none."""
    style = said.get("list-style-type", "")
    if style:
        return style if style[0] in "\"'" else style.lower()
    for word in _WORD.findall(said.get("list-style", "")):
        if word[0] in "\"'" or word.lower() in NUMERALS or word.lower() in SIGNS or word.lower() == "none":
            return str(word if word[0] in "\"'" else word.lower())
    return ""


@dataclass(slots=True)
class List:
    """A list that is open: its numerals, its next number and how many lists it stands in."""

    style: str
    next: int
    step: int
    depth: int

    def label(self, item: etree._Element, style: str, counter_styles: dict[str, Declarations]) -> str:
        """What stands before an item, which may say its own number and numerals; "" for nothing."""
        style = style or TYPES.get(item.get("type", ""), "") or self.style
        value = whole_number(item.get("value"))
        if value is not None:
            self.next = value
        number = self.next
        self.next += self.step
        if style == "none":
            return ""
        if style[:1] in ("'", '"'):
            return string(style).strip()
        if style in SIGNS:
            return BULLET
        made = counter_styles.get(style)
        if made is not None:
            return _made_up(number, made)
        return f"{shown(number, style)}."


def _made_up(value: int, made: Declarations) -> str:
    """A number in a style that the page itself defines with @counter-style."""
    system = made.get("system", "symbolic").split()
    base = system[1] if len(system) == 2 and system[0] == "extends" else "decimal"
    ends = [string(made[part]) if made.get(part, "")[:1] in ("'", '"') else None for part in ("prefix", "suffix")]
    if system[0] == "cyclic":
        return BULLET
    return f"{ends[0] or ''}{shown(value, base)}{'.' if ends[1] is None else ends[1]}".strip()


def opened_list(element: etree._Element, style: str, depth: int) -> List:
    """A list at its beginning. Bullets before items that all begin with typed labels are a matter of looks."""
    numbered = element.tag == "ol"
    style = style or TYPES.get(element.get("type", ""), "")
    if not style:
        style = "decimal" if numbered else "none" if _all_typed(element) else "disc"
    backwards = numbered and "reversed" in element.attrib
    first = whole_number(element.get("start")) if numbered else None
    if first is None:
        first = sum(child.tag == "li" for child in element) if backwards else 1
    return List(style, first, -1 if backwards else 1, depth)


def _all_typed(element: etree._Element) -> bool:
    items = [words_of(one) for one in element if one.tag == "li"]
    return len(items) > 1 and all(typed(item) is not None for item in items)


def whole_number(written: str | None) -> int | None:
    """The number that an attribute begins with, as browsers read it; None for none, or for one past all counting."""
    match = re.match(r"\s*([+-]?\d{1,9})(?!\d)", written or "")
    return int(match[1]) if match else None


@dataclass(slots=True)
class _Counter:
    """A counter of a style sheet, and the element in which it counts."""

    scope: etree._Element | None
    value: int


@dataclass(slots=True)
class Counters:
    """The counters of a style sheet, as they stand at a place of the page (CSS Lists, "Automatic counters")."""

    _open: dict[str, list[_Counter]] = field(default_factory=dict)

    def enter(self, parent: etree._Element | None, said: Declarations) -> None:
        """Count what an element says it counts, or what is printed before the words of its `parent`."""
        for name, value in _pairs(said.get("counter-reset", ""), 0):
            found = self._open.setdefault(name, [])
            if found and found[-1].scope is parent:
                found.pop()
            found.append(_Counter(parent, value))
        for property, change in (("counter-increment", 1), ("counter-set", 0)):
            for name, value in _pairs(said.get(property, ""), change):
                found = self._open.setdefault(name, [])
                if not found:
                    found.append(_Counter(parent, 0))
                found[-1].value = value + (found[-1].value if property == "counter-increment" else 0)

    def leave(self, element: etree._Element) -> None:
        """Forget the counters that count inside an element only."""
        for found in self._open.values():
            while found and found[-1].scope is element:
                found.pop()

    def words(self, content: str) -> tuple[str, bool]:
        """What the `content` of a rule prints here, and whether a counter is in it."""
        said, counted = "", False
        for word in re.findall(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|counters?\([^()]*\)""", content):
            match = _COUNTER.fullmatch(word)
            if match is None:
                said += string(word) if word[0] in "\"'" else ""
                continue
            counted = True
            values = [one.value for one in self._open.get(match[2], [])] or [0]
            style = (match[4] or "decimal").lower()
            if match[1].lower() == "counter":
                said += shown(values[-1], style)
            else:
                said += (string(match[3]) if match[3] else "").join(shown(value, style) for value in values)
        return said, counted


def _pairs(written: str, usual: int) -> list[tuple[str, int]]:
    """The counters that a declaration names, each with its number."""
    found: list[tuple[str, int]] = []
    for word in written.split():
        number = whole_number(word)
        if number is not None and found:
            found[-1] = (found[-1][0], number)
        elif word not in ("none", "inherit", "initial") and number is None:
            found.append((word, usual))
    return found
