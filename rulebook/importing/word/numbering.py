"""The numbers that Word makes itself, as it would print them.

A paragraph names a list and a level of it. The level says how its number is written; the counts belong to the design
that several lists may share (`abstractNum`), so that one list goes on where another of the same design ended, unless
it is told to begin anew. ISO/IEC 29500-1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rulebook.importing.file.archives import Element
from rulebook.importing.word.markup import EITHER, W, switched, value, whole_number
from rulebook.importing.word.numerals import BULLET_SIGN, FORMATS, written
from rulebook.importing.word.styles import Ind, Styles, indentation

LEVELS = 9
LONGEST = 64  # characters of a number with the words round it; Word's own box takes 31


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    `text` has "%1" where the number of the first level goes. `restart` is the number of the level, from 1, after which
    it begins anew (0: never; None: after every level above). `legal` has all numbers written as 1, 2, 3.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    ind: Ind = (None, None)

    @property
    def bullet(self) -> bool:
        """Whether it has a sign instead of numbers."""
        return self.format == "bullet"


@dataclass(frozen=True, slots=True)
class Design:
    """The levels of a list by their depth. The counts go by `key`."""

    key: str
    levels: dict[int, Level]


@dataclass(frozen=True, slots=True)
class _List:
    design: Design
    starts: dict[int, int]  # where it begins anew, once


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted. `unknown` are the formats met that it cannot write.

    `doubtful` holds, after a number that may be another one, that one and the one that was taken.
    """

    _lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    doubtful: tuple[int, int] | None = None

    def level(self, number: str, depth: int) -> Level | None:
        """A level of a list, counted from 0; None where there is none."""
        one = self._lists.get(number)
        return one.design.levels.get(depth) if one else None

    def family(self, number: str) -> str:
        """What lists that share their counts have in common."""
        return self._lists[number].design.key

    def depth_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that paragraphs of a style are on; None where the list names none."""
        one = self._lists.get(number)
        levels = one.design.levels if one else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def next_label(self, number: str, depth: int) -> str:
        """The number of the next paragraph on a level, as it is printed; a bullet is "•"."""
        one = self._lists[number]
        levels = one.design.levels
        counts = self._counts.setdefault(one.design.key, {})
        for above in range(depth):  # a level that was left out counts as met
            if above not in counts and above in levels:
                counts[above] = self._start(number, one, above)
        if depth in one.starts and (number, depth) not in self._begun:
            counts.pop(depth, None)
        counts[depth] = counts[depth] + 1 if depth in counts else self._start(number, one, depth)
        for deeper in range(depth + 1, LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                counts.pop(deeper, None)
        return self._label(levels, depth, counts)

    def _start(self, number: str, one: _List, depth: int) -> int:
        """Where a level begins. One that was told to begin at 7 begins there once; after the next heading it begins as
        its design says, as in LibreOffice, though 17.9.26 of the standard has it begin at 7 again."""
        usual = one.design.levels[depth].start
        special = one.starts.get(depth, usual)
        if (number, depth) not in self._begun:
            self._begun.add((number, depth))
            return special
        if special != usual:
            self.doubtful = special, usual
        return usual

    def _label(self, levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
        level = levels[depth]
        if level.bullet:
            sign = level.text.strip()
            return sign if len(sign) > 1 and re.search(r"\w", sign) else BULLET_SIGN if sign else ""

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = levels.get(place)
            if of is None or place > depth:
                return ""
            if of.format not in FORMATS:
                self.unknown.add(of.format)
            format = "decimal" if level.legal and of.format not in ("none", "bullet", "decimalZero") else of.format
            return written(counts.get(place, of.start), format)

        return " ".join(re.sub(r"%([1-9])", number, level.text, count=LEVELS).split())


def numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists that a document defines."""
    if root is None:
        return Numbering()
    designs = {one.get(f"{W}abstractNumId", ""): one for one in root.iterfind(f"{W}abstractNum")}
    lists = {one.get(f"{W}numId", ""): one for one in root.iterfind(f"{W}num")}
    found: dict[str, _List] = {}
    known: dict[str, Design] = {}
    for key, one in lists.items():
        design = _design(value(one, "abstractNumId") or "", designs, lists, styles)
        if design is None:
            continue
        name = design.get(f"{W}abstractNumId", "")
        if name not in known:
            known[name] = Design(name, dict(_level(lvl) for lvl in design.iterfind(f"{W}lvl")))
        found[key] = _list(one, known[name])
    return Numbering(found)


def _design(key: str, designs: dict[str, Element], lists: dict[str, Element], styles: Styles) -> Element | None:
    """The design of a list; where it only names a style of lists, that style's."""
    for _ in range(8):  # a circle, which only a damaged file has, ends
        design = designs.get(key)
        named = value(design, "numStyleLink")
        if not named:
            return design
        style = styles.by_key.get(named)
        properties = style.paragraph if style else None
        numbered = properties.find(f"{W}numPr") if properties is not None else None
        linked = value(lists.get(value(numbered, "numId") or ""), "abstractNumId")
        if linked is None:
            owner = next((one for one in designs.values() if value(one, "styleLink") == named), None)
            return owner
        key = linked
    return None


def _level(lvl: Element) -> tuple[int, Level]:
    format = lvl.find(f"{W}numFmt")
    if format is None:
        format = lvl.find(f"{EITHER}AlternateContent/{EITHER}Fallback/{W}numFmt")
    restart = value(lvl, "lvlRestart")
    level = Level(
        whole_number(value(lvl, "start")),
        (format.get(f"{W}val") if format is not None else None) or "decimal",
        (value(lvl, "lvlText") or "")[:LONGEST],
        bool(switched(lvl, "isLgl")),
        whole_number(restart) if restart is not None else None,
        value(lvl, "pStyle") or "",
        indentation(lvl.find(f"{W}pPr")),
    )
    return whole_number(lvl.get(f"{W}ilvl")), level


def _list(one: Element, design: Design) -> _List:
    levels, starts = dict(design.levels), {}
    for override in one.iterfind(f"{W}lvlOverride"):
        depth = whole_number(override.get(f"{W}ilvl"))
        lvl, start = override.find(f"{W}lvl"), value(override, "startOverride")
        if lvl is not None:
            levels[depth] = _level(lvl)[1]
        if start is not None:
            starts[depth] = whole_number(start)
    return _List(replace(design, levels=levels), starts)
