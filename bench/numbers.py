"""The numbering part of a Word document: which list each line is in, so that Word counts to the label it must print.

`of` counts along as Word does. Where the next number would be another one, a list is begun anew at the right number;
where no number can print the label, there is none, and the label has to be typed.
"""

from __future__ import annotations

import re

from bench.specimens import Line, Specimen
from rulebook.numbering import count, numeral, segment

AUTOMATIC, LISTS = "automatic", "lists"
STEP = 567
_FORMATS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}


class Numbers:
    """The abstract lists, the lists made of them, and how far each has counted."""

    def __init__(self) -> None:
        self.abstract: list[list[tuple[str, str, str]]] = []  # of each level: format, pattern, style
        self.nums: list[tuple[int, dict[int, int]]] = []  # the abstract list, and the levels that start elsewhere
        self.kind, self.headed = AUTOMATIC, 0
        self.styles: list[str] = []
        self.counted: dict[int, int] = {}
        self.in_appendix = False
        self.num = 0
        self.lists: dict[tuple[int, ...], tuple[int, int]] = {}  # of a parent: the list and how far it has counted
        self.patterns: dict[tuple[int, str, str], int] = {}

    def plan(self, specimen: Specimen, kind: str) -> None:
        self.kind, self.headed = kind, specimen.headed
        self.styles = [level.style for level in specimen.rulebook.scheme.levels]
        if kind != AUTOMATIC:
            return
        levels = []
        for place, level in enumerate(specimen.rulebook.scheme.levels):
            written = specimen.rulebook.scheme.written[place]
            if level.word:
                levels.append((_FORMATS[level.style], f"{level.word} %{place + 1}", f"Heading{place + 1}"))
            elif level.style == "1.1":
                levels.append(("decimal", ".".join(f"%{one + 1}" for one in range(place + 1)), ""))
            else:
                dress = "(%{})" if written.startswith("(") else "%{}."
                levels.append((_FORMATS[level.style], dress.format(place + 1), ""))
        self.abstract.append(levels)
        self.nums.append((0, {}))
        self.num = 1

    def of(self, line: Line) -> str:
        """The numbering properties that print the label of a line; empty where none can."""
        if line.label == "•":
            return self.property(self.pattern(line.depth, "bullet", "•"), line.depth)
        if self.kind == AUTOMATIC and not self.apart(line):
            return self.counting(line)
        return "" if line.what == "heading" else self.listed(line)

    def apart(self, line: Line) -> bool:
        """Whether a line is in an appendix whose numbers are not those of the chapters."""
        if line.what == "heading":
            self.in_appendix = line.label.startswith("Appendix")
            return self.in_appendix
        return self.in_appendix

    def counting(self, line: Line) -> str:
        level = line.depth - 1 if line.what == "heading" else self.headed + line.depth
        style = self.styles[level]
        said = segment(line.label.split()[-1])
        if style == "1.1":
            said, style = said.split(".")[-1], "1"
        found = count(said, style)
        if found is None or found[1] or numeral(found[0], style) != said:
            return ""
        expected = self.counted.get(level, 0) + 1
        for deeper in [one for one in self.counted if one > level]:
            del self.counted[deeper]
        if found[0] != expected:
            if self.styles[level] == "1.1":
                self.counted[level] = expected - 1
                return ""
            self.nums.append((0, {level: found[0]}))
            self.num = len(self.nums)
        self.counted[level] = found[0]
        return self.property(self.num, level)

    def listed(self, line: Line) -> str:
        """A list of its own for each list of the book."""
        parent = line.place[:-1]
        num, so_far = self.lists.get(parent, (0, 0))
        said = segment(line.label)
        for style in ("1", "i", "a", "A", "I"):
            found = count(said, style)
            if found is None or found[1] or "." in said or numeral(found[0], style) != said:
                continue
            if num and (found[0] != so_far + 1 or self.style_of(num, line.depth) != _FORMATS[style]):
                if self.style_of(num, line.depth) != _FORMATS[style]:
                    continue
                num = 0
            elif not num and found[0] != 1 and style in "ai":
                continue
            if not num:
                pattern = re.sub(re.escape(said), f"%{line.depth + 1}", line.label, count=1)
                base = self.pattern(line.depth, _FORMATS[style], pattern)
                self.nums.append((self.nums[base - 1][0], {line.depth: found[0]}))
                num = len(self.nums)
            self.lists[parent] = (num, found[0])
            return self.property(num, line.depth)
        return ""

    def style_of(self, num: int, level: int) -> str:
        return self.abstract[self.nums[num - 1][0]][level][0]

    def pattern(self, level: int, form: str, pattern: str) -> int:
        """The list, made once, whose level has this form; its other levels are never used."""
        key = (level, form, pattern)
        if key not in self.patterns:
            self.abstract.append([(form, pattern, "")] * 9)
            self.nums.append((len(self.abstract) - 1, {}))
            self.patterns[key] = len(self.nums)
        return self.patterns[key]

    def property(self, num: int, level: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'

    def xml(self) -> str:
        found = []
        for number, levels in enumerate(self.abstract):
            inner = ""
            for place, (form, pattern, style) in enumerate(levels):
                linked = f'<w:pStyle w:val="{style}"/>' if style else ""
                after = '<w:suff w:val="space"/>' if style else ""
                above = self.headed if number == 0 and self.kind == AUTOMATIC else 0
                left = 0 if style else (place + 1 - above) * STEP
                place_in = f'<w:pPr><w:ind w:left="{left}" w:hanging="{0 if style else STEP}"/></w:pPr>'
                inner += (
                    f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}{after}'
                    f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>{place_in}</w:lvl>'
                )
            inner = f'<w:multiLevelType w:val="multilevel"/>{inner}'
            found.append(f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>')
        for number, (abstract, starts) in enumerate(self.nums, 1):
            inner = "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for level, start in starts.items()
            )
            found.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inner}</w:num>')
        return "".join(found)
