"""The words of a Word paragraph, and those in it that are not words of the rules.

Every word goes either into the text or under the name of what it is: "hidden text", "text box", "tracked deletion".
Field codes are no words; what a field shows is.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from rulebook.importing.file.archives import Element
from rulebook.importing.file.paragraphs import STRUCK
from rulebook.importing.word.markup import LINE, MATHS, W
from rulebook.importing.word.styles import Styles

ACCEPT, REJECT = "accept", "reject"
TAKEN_OUT = {ACCEPT: ("del", "moveFrom"), REJECT: ("ins", "moveTo")}
"""The tracked changes whose words are not read, by how they are to be taken."""
_DROPPED = {
    "del": "tracked deletion",
    "moveFrom": "tracked deletion",
    "ins": "tracked insertion",
    "moveTo": "tracked insertion",
}

_SILENT = frozenset(
    W + name
    for name in (
        "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr fldData tblPr tblGrid trPr tcPr instrText delInstrText "
        "softHyphen footnoteRef endnoteRef annotationRef separator continuationSeparator"
    ).split()
)  # fmt: skip
_CHANGES = {W + name: name for name in _DROPPED}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": LINE, W + "noBreakHyphen": "-"}
_SYMBOLS = {
    "F0B7": "•",
    "F0A7": "•",
    "F0D8": "•",
    "F0A8": "•",
    "F02D": "-",
    "F0B0": "°",
    "F0B4": "×",
    "F0A3": "≤",
    "F0B3": "≥",
}
"""Signs of the fonts Symbol and Wingdings that have a place in Unicode."""
_T, _DELETED_T, _MATHS_T = W + "t", W + "delText", MATHS + "t"
DEEPEST = 50  # fields in one another; Word itself stops at 20
_UNANSWERED = ("LISTNUM", "AUTONUM")  # fields whose numbers Word never writes into the file


@dataclass(slots=True)
class Words:
    """The words of one paragraph, in `pieces`, still with their tabs. `aside` are the words left out, by what they are.

    `lines` counts the line breaks so far, and `lines_of_notes` are the lines, from 0, on which the notes are called.
    `contents` is whether a contents page that Word made goes on in it; `linked` whether words lead to another place.
    """

    pieces: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines_of_notes: list[int] = field(default_factory=list)
    lines: int = 0
    aside: dict[str, list[str]] = field(default_factory=dict)
    light: int = 0
    sizes: Counter[float] = field(default_factory=Counter)
    page: int = 0
    contents: bool = False
    linked: bool = False
    unanswered: str = ""

    @property
    def text(self) -> str:
        """The words that are read."""
        return "".join(self.pieces)

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return any(piece.strip() for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all the words are bold."""
        return not self.light and bool(self.sizes)

    @property
    def size(self) -> float:
        """The size of most of the words, in points."""
        return max(self.sizes, key=lambda size: self.sizes[size]) if self.sizes else 0

    def add(self, further: Words) -> None:
        """Words of the next paragraph, whose mark between them is gone."""
        self.lines_of_notes += (line + self.lines for line in further.lines_of_notes)
        self.lines += further.lines
        self.pieces += further.pieces
        self.notes += further.notes
        for what, pieces in further.aside.items():
            self.aside.setdefault(what, []).extend(pieces)
        self.light += further.light
        self.sizes += further.sizes
        self.contents, self.linked = self.contents or further.contents, self.linked or further.linked
        self.unanswered = self.unanswered or further.unanswered


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False


class Gathering:
    """Reads one paragraph after another. Fields and the pages go on from one to the next."""

    def __init__(self, styles: Styles, tracked: str, notes: dict[str, str], pages: bool) -> None:
        self.styles, self.tracked, self.notes = styles, tracked, notes
        self.called: set[str] = set()
        self.changes = 0
        self.page = 1 if pages else 0
        self._pages = pages
        self._fields: list[_Field] = []
        self._words = Words()
        self._style = ""

    def words(self, paragraph: Element, style: str) -> Words:
        """The words of a paragraph that has a style."""
        outer = self._words, self._style
        found = self._words = Words(page=self.page)
        self._style = style
        self._walk(paragraph, "")
        self._fields = [one for one in self._fields if one.shown]  # a code that does not end hides no further words
        self._words, self._style = outer
        return found

    def struck(self, properties: Element | None) -> bool:
        """Whether the mark of a paragraph, or a row, is one that a tracked change takes away; and counts the change."""
        found = False
        for child in properties if properties is not None else ():
            name = _CHANGES.get(child.tag)
            if name:
                self.changes += 1
                found = found or name in TAKEN_OUT[self.tracked]
        return found

    def _walk(self, parent: Element, aside: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, aside)
            elif tag in _SILENT:
                continue
            elif tag in _CHANGES:
                self.changes += 1
                name = _CHANGES[tag]
                self._walk(child, aside or (_DROPPED[name] if name in TAKEN_OUT[self.tracked] else ""))
            elif tag == f"{W}fldSimple":
                self._fields.append(_Field(child.get(f"{W}instr", ""), True))
                self._walk(child, aside)
                self._fields.pop()
            elif tag == f"{W}rt":
                self._walk(child, aside or "words over other words")
            elif tag == f"{W}txbxContent":
                self._box(child, aside or "text box")
            elif tag == _MATHS_T:
                self._say(child.text or "", aside, None)
            else:
                if tag == f"{W}hyperlink" and child.get(f"{W}anchor"):
                    self._words.linked = True
                elif tag == f"{W}p":
                    self._say(" ", aside, None)
                self._walk(child, aside)

    def _run(self, run: Element, aside: str) -> None:
        properties = run.find(f"{W}rPr")
        look = self.styles.look(self._style, properties)
        if not aside:
            aside = "hidden text" if look.hidden else STRUCK if look.struck else ""
        own_mark = False  # a note that is called by a sign which somebody typed
        for child in run:
            tag = child.tag
            if tag in (_T, _DELETED_T):
                if not own_mark:
                    self._say(child.text or "", aside, (look.bold, look.size))
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], aside, None)
            elif tag == f"{W}br":
                self._say(LINE if child.get(f"{W}type", "textWrapping") == "textWrapping" else " ", aside, None)
            elif tag == f"{W}instrText":
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].code += child.text or ""
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                key = f"{tag.removeprefix(W)[:-9]}{child.get(f'{W}id')}"
                own_mark = child.get(f"{W}customMarkFollows") in ("1", "true", "on")
                if not aside and key in self.notes:
                    self.called.add(key)
                    self._words.notes.append(self.notes[key])
                    self._words.lines_of_notes.append(self._words.lines)
            elif tag == f"{W}sym":
                self._symbol(child, aside, (look.bold, look.size))
            elif tag == f"{W}lastRenderedPageBreak":
                self.page += self._pages
                if not any(piece.strip() for piece in self._words.pieces[:50]):
                    self._words.page = self.page
            elif len(child) and tag not in _SILENT:
                self._walk(child, aside)

    def _symbol(self, symbol: Element, aside: str, look: tuple[bool, float]) -> None:
        """A sign of a font such as Wingdings. One that has no place in Unicode is named by its number in the font."""
        code, font = symbol.get(f"{W}char", "").upper(), symbol.get(f"{W}font", "")
        try:
            letter = _SYMBOLS.get(code) or chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if unicodedata.category(letter) == "Co":
            self._say(f"{code} ", aside or f"sign of the font {font}".rstrip(), None)
        else:
            self._say(letter, aside, look)

    def _say(self, text: str, aside: str, look: tuple[bool, float] | None) -> None:
        words = self._words
        if not aside and any(not one.shown for one in self._fields):
            aside = "field code"
        if aside:
            words.aside.setdefault(aside, []).append(text)
            return
        words.pieces.append(text)
        words.lines += text == LINE
        if self._fields and any(one.code.lstrip()[:4].upper().rstrip() == "TOC" for one in self._fields):
            words.contents = True
        seen = len(text) - text.count(" ")
        if seen and look is not None:
            words.sizes[look[1]] += seen
            words.light += 0 if look[0] else seen

    def _field(self, place: str) -> None:
        if place == "begin":
            if len(self._fields) < DEEPEST:
                self._fields.append(_Field())
        elif not self._fields:
            return
        elif place == "separate":
            self._fields[-1].shown = True
        elif place == "end":
            code = self._fields.pop().code.split()
            if code and code[0].upper().startswith(_UNANSWERED):
                self._words.unanswered = code[0].upper()

    def _box(self, box: Element, aside: str) -> None:
        """A box of text that floats beside the paragraph: its words have no certain place among the rules."""
        outer, fields = self._words, self._fields
        for paragraph in box.iterchildren(f"{W}p", f"{W}tbl", f"{W}sdt"):
            self._words, self._fields = Words(), []
            self._walk(paragraph, "")
            others = [piece for pieces in self._words.aside.values() for piece in (" ", *pieces)]
            outer.aside.setdefault(aside, []).extend([" ", *self._words.pieces, *others])
        self._words, self._fields = outer, fields
