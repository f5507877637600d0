"""What the style sheets inside a page and its `style` attributes say about an element.

Only simple selectors are read: elements, classes, ids and attributes, under one another. Rules for print or for narrow
screens, and style sheets that would have to be fetched, say nothing here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

Declarations = dict[str, str]

KNOWN = frozenset(
    "display visibility list-style list-style-type margin margin-left padding padding-left text-indent text-align "
    "font-weight font-size font counter-reset counter-increment counter-set content --depth mso-list".split()
)
POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0}
BODY_SIZE = 12.0  # points; browsers set text in 16 px

_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|px|in|cm|mm|pc|em|rem|ex|ch)?")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_RULE = re.compile(r"(?:\A|(?<=[{}]))([^{}]*)\{([^{}]*)\}")
_COUNTER_STYLE = re.compile(r"@counter-style\s+([\w-]+)\s*\{([^{}]*)\}")
_ATTRIBUTE = re.compile(
    r"""\[\s*(?P<name>[\w-]+)\s*(?:(?P<how>[~|^$*]?=)\s*(?P<value>"[^"]*"|'[^']*'|[\w-]+)\s*(?P<case>[iIsS])?\s*)?\]"""
)
_MARK = re.compile(rf"[.#][\w-]+|{re.sub('[(][?]P<[a-z]+>', '(?:', _ATTRIBUTE.pattern)}")
_COMPOUND = re.compile(rf"(?P<tag>[A-Za-z][\w-]*|\*)?(?P<marks>(?:{_MARK.pattern})*)(?P<before>::?before|::marker)?")
_STEP = re.compile(r"""(?:\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|[^\s>\[])+|>|\[""")
_SELECTOR = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,"'])+""")
_DECLARATION = re.compile(r"""(?<![\w-])([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)""")
_BRACE = re.compile(r"[{}]")
_MOST_RULES = 5000


_NO_CASE = frozenset(("type", "align", "lang", "dir"))
"""Attributes whose values browsers compare without a look at capitals (HTML, "Case-sensitivity of selectors")."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """What a selector asks of an attribute: that it is there, or how its value must compare."""

    name: str
    how: str = ""
    value: str = ""
    no_case: bool = False

    def fits(self, element: etree._Element) -> bool:
        said: str | None = element.get(self.name)
        value = self.value
        if said is None or not self.how:
            return said is not None
        if self.no_case:
            said, value = said.lower(), value.lower()
        if self.how == "=":
            return said == value
        if self.how == "|=":
            return said == value or said.startswith(f"{value}-")
        if self.how == "~=":
            return value in said.split()
        if not value:
            return False
        return {"^=": said.startswith(value), "$=": said.endswith(value), "*=": value in said}[self.how]


def _attribute(match: re.Match[str]) -> _Attribute:
    name, value = match["name"].lower(), match["value"] or ""
    case = (match["case"] or ("i" if name in _NO_CASE else "s")).lower()
    return _Attribute(name, match["how"] or "", value.strip("\"'"), case == "i")


@dataclass(frozen=True, slots=True)
class _Part:
    """One step of a selector: an element's name, its classes, its id and its attributes, and how the step before must
    stand to it."""

    tag: str
    classes: frozenset[str]
    id: str
    attributes: tuple[_Attribute, ...]
    child: bool

    def fits(self, element: etree._Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        return all(one.fits(element) for one in self.attributes)


@dataclass(frozen=True, slots=True)
class _Rule:
    parts: tuple[_Part, ...]  # the last is the element itself
    said: Declarations
    weight: tuple[int, int, int, int]

    def fits(self, element: etree._Element) -> bool:
        *outer, own = self.parts
        if not own.fits(element):
            return False
        child, above = own.child, element.getparent()
        for part in reversed(outer):
            while above is not None and not part.fits(above):
                if child:
                    return False
                above = above.getparent()
            if above is None:
                return False
            child, above = part.child, above.getparent()
        return True


def declared(text: str) -> Declarations:
    """The declarations of a `style` attribute, or of what stands in the braces of a rule."""
    found: Declarations = {}
    for name, value in _DECLARATION.findall(text):
        value = value.replace("!important", "").strip()
        if name.lower() in KNOWN or name.lower() in ("system", "prefix", "suffix", "symbols"):
            found[name.lower()] = value
    return found


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page, by the class, id or name that the element itself must have."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _before: dict[str, list[_Rule]] = field(default_factory=dict)
    counter_styles: dict[str, Declarations] = field(default_factory=dict)
    _count: int = 0

    def add(self, text: str) -> None:
        """One more style sheet, which may overrule those before it."""
        text = _COMMENT.sub("", text)
        self.counter_styles |= {name: declared(body) for name, body in _COUNTER_STYLE.findall(text)}
        for selectors, body in _RULE.findall(_outside_blocks(text)):
            said = declared(body)
            for selector in _SELECTOR.findall(selectors) if said else ():
                self._add(selector.strip().rpartition(";")[2].strip(), said)

    def _add(self, selector: str, said: Declarations) -> None:
        parts: list[_Part] = []
        before = child = False
        for word in _STEP.findall(selector):
            if word == ">":
                child = True
                continue
            match = _COMPOUND.fullmatch(word)
            if match is None or before:
                return  # a selector that asks for more than we look at
            marks = _MARK.findall(match["marks"])
            attributes = tuple(_attribute(one) for mark in marks if (one := _ATTRIBUTE.fullmatch(mark)))
            tag = (match["tag"] or "").lower().replace("*", "")
            classes = frozenset(mark[1:] for mark in marks if mark[0] == ".")
            id = next((mark[1:] for mark in marks if mark[0] == "#"), "")
            parts.append(_Part(tag, classes, id, attributes, child))
            before, child = bool(match["before"]), False
        if not parts or self._count >= _MOST_RULES:
            return
        self._count += 1
        weight = (
            sum(bool(part.id) for part in parts),
            sum(len(part.classes) + len(part.attributes) for part in parts),
            sum(bool(part.tag) for part in parts),
        )
        own = parts[-1]
        key = f"#{own.id}" if own.id else f".{min(own.classes)}" if own.classes else own.tag or "*"
        (self._before if before else self._rules).setdefault(key, []).append(
            _Rule(tuple(parts), said, (*weight, self._count))
        )

    def of(self, element: etree._Element) -> Declarations:
        """All that is said about an element, its own `style` attribute last."""
        found = self._said(self._rules, element)
        own = element.get("style")
        if own:
            found |= declared(own)
        return found

    def before(self, element: etree._Element) -> Declarations:
        """All that is said about what is printed before the words of an element: its ::before or ::marker."""
        return self._said(self._before, element) if self._before else {}

    @staticmethod
    def _said(rules: dict[str, list[_Rule]], element: etree._Element) -> Declarations:
        keys = [
            element.tag,
            "*",
            f"#{element.get('id')}",
            *(f".{name}" for name in (element.get("class") or "").split()),
        ]
        fitting = [rule for key in keys for rule in rules.get(key, ()) if rule.fits(element)] if rules else []
        found: Declarations = {}
        for rule in sorted(fitting, key=lambda rule: rule.weight):
            found |= rule.said
        return found


def _outside_blocks(text: str) -> str:
    """The text of a style sheet without its @media and other blocks, which hold rules for other occasions."""
    kept: list[str] = []
    place = 0
    for match in re.finditer(r"@[\w-]+[^{};]*", text):
        if match.start() < place:
            continue
        kept.append(text[place : match.start()])
        place = match.end()
        if text[place : place + 1] == "{":
            depth = 0
            for brace in _BRACE.finditer(text, place):
                depth += 1 if brace[0] == "{" else -1
                if depth == 0:
                    place = brace.end()
                    break
            else:
                place = len(text)
    return "".join([*kept, text[place:]])


def points(length: str | None, size: float = BODY_SIZE) -> float | None:
    """A length in points; None where it is none, or depends on the width of the window."""
    match = _LENGTH.fullmatch((length or "").strip().lower())
    if match is None:
        return None
    amount, unit = float(match[1]), match[2]
    if unit is None:
        return 0.0 if amount == 0 else None
    if unit in ("em", "ex", "ch"):
        return amount * size * (1.0 if unit == "em" else 0.5)
    return amount * (BODY_SIZE if unit == "rem" else POINTS[unit])


def left_of(said: Declarations, side: str, size: float) -> float | None:
    """The left margin or padding that is said, in points: `side` is "margin" or "padding"."""
    whole = said.get(side, "").split()
    short = whole[{1: 0, 2: 1, 3: 1, 4: 3}[len(whole)]] if 1 <= len(whole) <= 4 else None
    return points(said.get(f"{side}-left", short), size)


def font_size(said: Declarations, size: float) -> float:
    """The size of the type in points; `size` is that of what stands round it, and 0 where nobody said."""
    value = said.get("font-size", "").strip().lower()
    if value.endswith("%"):
        return size * float(value[:-1]) / 100 if re.fullmatch(r"\d*\.?\d+%", value) else size
    return points(value, size or BODY_SIZE) or size


def is_bold(said: Declarations, bold: bool) -> bool:
    """Whether words are bold, where `bold` is whether those round them are."""
    weight = said.get("font-weight", "").strip().lower()
    if not weight:
        return bold
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def is_hidden(element: etree._Element, said: Declarations) -> bool:
    """Whether a browser shows nothing of an element."""
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    return said.get("display", "").lower() == "none" or said.get("visibility", "").lower() in ("hidden", "collapse")
