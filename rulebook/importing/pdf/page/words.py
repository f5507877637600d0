"""The words of a PDF page, gathered from its characters.

A word ends at a space, or at a gap that is as wide as one where the PDF has no spaces; how wide that is, its lines say.
Letters that were set wide apart make words again.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

from rulebook.importing.file.labels import label_without_gap
from rulebook.importing.pdf.page.letters import with_spaced_letters
from rulebook.importing.pdf.page.lines import Word
from rulebook.importing.pdf.page.narrow_gaps import LEAST, Gap, with_narrow_gaps

GAP = 0.2  # ems between characters that are a space, where the PDF has none
SLIGHT = 0.07  # ems: a gap that no kerning makes, but no space either ("1.1A member")
TOUCHING = 0.05  # ems: letters that are no further apart are of one word, where no space is between them in the file
RAISED = 0.85  # of the size of the words beside it: a figure that calls a footnote is smaller than that
LOWEST = 0.48  # of that size: what is smaller stands beside a drop cap
MOST_CHARACTERS = 60_000  # of a page; a page full of small type has 10,000
HIGH = 0.4  # of its own height: a figure that begins so far above the line is a raised one of the type itself

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPACES = frozenset((9, 10, 11, 12, 13, 32, 0xA0, 0x3000, 0x1680, 0x202F, 0x205F, *range(0x2000, 0x200B)))
_UNSEEN = frozenset((0, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFF, 0x21A9, 0xFE0E))
_HIGH_DIGITS = {0xB9: "1", 0xB2: "2", 0xB3: "3", 0x2070: "0", **{0x2070 + digit: str(digit) for digit in range(4, 10)}}
_DIGITS = range(0x30, 0x3A)
_BOLD = re.compile(r"bold|black|heavy|semibd|demi(?!c)|-bd", re.IGNORECASE)


def words_of(page: Any) -> tuple[list[Word], str]:
    """The words of a page of pypdfium2, in the order in which the file has them, and the text that it makes of them."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    try:
        return _raised(_gathered(pdfium, text_page.raw, page.get_height())), text_page.get_text_bounded()
    finally:
        text_page.close()


def _gathered(pdfium: Any, raw: Any, height: float) -> list[Word]:
    # The boxes of some fonts are as high as each letter: only their sides are used, and the line they stand on.
    character, box_of, origin_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    box, across, up = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at, at_x, at_y = ctypes.byref(box), ctypes.byref(across), ctypes.byref(up)
    looks = _Looks(pdfium, raw)
    found: list[Word] = []
    loose: set[int] = set()  # words that only a gap parts from the one before
    slight: dict[int, list[Gap]] = {}  # gaps in a word that may be spaces, by its place
    spaces: list[int] = []
    letters: list[str] = []
    first = right = base = left = bottom = top = 0.0
    size = 10.0
    bold = turned = raised = False
    parted = space = 0
    apart = True  # whether a space came before

    def ended() -> None:
        nonlocal parted
        text = "".join(letters)
        place = parted or label_without_gap(text)
        found.append(Word(text, first, right, height - base, size, bold, turned, not apart, raised, place))
        letters.clear()
        parted = 0

    for place in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)):
        code = character(raw, place)
        if code in _SPACES:
            if 0 < len(letters) <= 3 and pdfium.FPDFText_IsGenerated(raw, place):
                loose.add(len(found) + 1)
            if letters:
                ended()
            apart, space = True, place
            spaces.append(place)
            continue
        if code in _UNSEEN:
            continue
        box_of(raw, place, at)
        if box.bottom != bottom or box.top != top:  # letters of one height stand on one line
            origin_of(raw, place, at_x, at_y)
            bottom, top = box.bottom, box.top
        left = box.left
        high = code in _HIGH_DIGITS or (code in _DIGITS and looks.high(place, up.value))
        if letters:
            gap = left - right
            if high != raised and -1 < gap < GAP * size:
                ended()
                apart = False
            elif abs(up.value - base) > 0.5:
                ended()
                apart = gap > GAP * size or gap < -1.5 * size or abs(up.value - base) > size
            elif gap > SLIGHT * size:
                if gap > GAP * size:
                    ended()
                    loose.add(len(found))
                    apart = True
                else:
                    parted = parted or len(letters)
                    if gap > LEAST * size:
                        slight.setdefault(len(found), []).append((len("".join(letters)), right, left))
            elif gap < -2.5 * size:
                ended()
                apart = True
        if not letters:
            if found and not apart and (left - right > GAP * size or left < right - 2.5 * size):
                apart = True
            elif apart and abs(left - right) < TOUCHING * size and abs(up.value - base) < 0.5:
                apart = not pdfium.FPDFText_IsGenerated(raw, space)  # what lies over the page may part a word
            first = right = left
            base = up.value
            size, bold, turned = looks.at(place)
            raised = high
        if box.right > right:
            right = box.right
        letters.append(_LIGATURES.get(code) or _HIGH_DIGITS.get(code) or chr(code))
    if letters:
        ended()
    if slight and all(pdfium.FPDFText_IsGenerated(raw, place) for place in spaces):
        found, loose = with_narrow_gaps(found, slight, loose)
    return with_spaced_letters(found, loose)


class _Looks:
    """The size of a character, whether it is bold, and whether it is turned."""

    def __init__(self, pdfium: Any, raw: Any) -> None:
        self.pdfium, self.raw = pdfium, raw
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._matrix = pdfium.FS_MATRIX()
        self._fonts: dict[tuple[bytes, int], bool] = {}
        self._sides = tuple(ctypes.c_double() for _ in range(4))

    def high(self, place: int, base: float) -> bool:
        """Whether a figure is drawn above the line, although it stands on it: many fonts have raised figures."""
        _, _, bottom, top = self._sides
        if not self.pdfium.FPDFText_GetCharBox(self.raw, place, *self._sides):
            return False
        return bottom.value - base > HIGH * (top.value - bottom.value) > 0

    def at(self, place: int) -> tuple[float, bool, bool]:
        pdfium, raw = self.pdfium, self.raw
        pdfium.FPDFText_GetMatrix(raw, place, self._matrix)
        matrix = self._matrix
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
        turned = abs(matrix.b) > 0.1 * max(abs(matrix.a), 0.001)
        size = pdfium.FPDFText_GetFontSize(raw, place) * scale
        pdfium.FPDFText_GetFontInfo(raw, place, self._name, 128, self._flags)
        weight = pdfium.FPDFText_GetFontWeight(raw, place)
        key = (self._name.value, weight)
        bold = self._fonts.get(key)
        if bold is None:
            bold = self._fonts[key] = bool(_BOLD.search(key[0].decode("utf-8", "replace"))) or (
                weight >= 690 and b"egular" not in key[0]
            )
        return round(size, 1), bold, turned


def _raised(words: list[Word]) -> list[Word]:
    """The same words; small ones that stand higher than their neighbour are put on its line and marked as raised."""
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        for other, near in (
            (before, before is not None and -1 < word.left - before.right < 0.5 * before.size),
            (after, after is not None and -1 < after.left - word.right < 1.5 * after.size),
        ):
            if other is None or not near or other.raised or not LOWEST * other.size < word.size <= RAISED * other.size:
                continue
            if 0.1 * other.size < other.base - word.base < 0.8 * other.size:
                word.raised, word.base = True, other.base
                break
        if not word.raised and before is not None and before.raised and word.size > before.size:
            gap = word.left - before.right
            word.glued = word.glued or gap < 0.12 * word.size
    return words
