"""Numbers that were misprinted: “Article Il” for II, “ARTICLE VIll”, “Section l”, “1.The” without a space.

Such a number is read where the numbers round it leave one reading, and that is said; elsewhere it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from grammar.levels import HEADINGS
from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Form, Guess, Paragraph
from rulebook.numbering import roman_value

_WORD = "|".join(sorted(HEADINGS, key=len, reverse=True)).replace(" ", "[ ]")
_NUMBERED = re.compile(
    rf"(?P<word>(?i:{_WORD})|§)\s*(?P<label>(?<=\s)[\dIVXLCDMlivx|!]{{1,8}}|(?<=§)\d{{1,3}})(?=[\s.:–—-]|$)"
)
_STUCK = re.compile(r"(?P<label>\(?\d{1,2}[.)])(?=[^\W\d_][^\W\d_a-z]?[a-zà-ÿ])")
_AS_ONE = str.maketrans("l1|!", "IIII")
_AS_FIGURE = str.maketrans("lI|!", "1111")
NEAR = 60  # paragraphs between a number and the one after it


@dataclass(slots=True)
class _Met:
    """A number with a word: where it stands, how it is written, and what it counts if it is well printed."""

    place: int
    written: str
    value: int | None
    roman: bool


def well_printed(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Guess]]:
    """The paragraphs with such numbers as they were meant, and what there is to say of it."""
    found = list(paragraphs)
    guesses: list[Guess] = []
    for place, label, meant in (*_misprinted(paragraphs), *_stuck(paragraphs)):
        one = paragraphs[place]
        start, end = label
        text = one.text[:start] + meant + one.text[end:]
        found[place] = replace(one, text=text)
        said = f"“{_short(one.text)}” was read as “{_short(text)}”, by the numbers round it"
        guesses.append(Guess("label", said, one.page, one.line))
    return found, guesses


def is_misprinted(line: str) -> bool:
    """Whether a line begins with a word, what may be a misprinted number, and the mark after one."""
    match = _NUMBERED.match(line)
    return bool(match and re.match(r"\s*[.:–—-]", line[match.end() :]) and _as_met(0, match["label"]).value is None)


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"


def _misprinted(paragraphs: Sequence[Paragraph]) -> list[tuple[int, tuple[int, int], str]]:
    """Where such numbers are, which part of the text they are, and how they were meant."""
    found = []
    met: dict[str, list[_Met]] = {}
    spans: dict[int, tuple[int, int]] = {}
    for place, one in enumerate(paragraphs):
        match = None if one.form is Form.TABLE or one.label else _NUMBERED.match(one.text)
        if match:
            met.setdefault(match["word"].lower(), []).append(_as_met(place, match["label"]))
            spans[place] = match.span("label")
    for word, numbers in met.items():
        others = {each.place for other, ones in met.items() if other != word for each in ones}
        for nth, number in enumerate(numbers):
            if number.value is not None:
                continue
            before = numbers[nth - 1] if nth else None
            after = numbers[nth + 1] if nth + 1 < len(numbers) else None
            begins = before is not None and any(place in others for place in range(before.place + 1, number.place))
            readings = [reading for reading in _readings(number) if _counts(reading, before, after, begins)]
            if len(readings) == 1:
                number.written, number.value, number.roman = readings[0].written, readings[0].value, readings[0].roman
                found.append((number.place, spans[number.place], number.written))
    return found


def _as_met(place: int, label: str) -> _Met:
    if label.isdigit():
        return _Met(place, label, int(label), False)
    if label.islower() and "l" not in label:  # ii
        return _Met(place, label, roman_value(label), True)
    return _Met(place, label, roman_value(label) if label.isupper() and label.isalpha() else None, True)


def _readings(one: _Met) -> list[_Met]:
    """What a misprinted number may have been meant as."""
    found = []
    roman = one.written.translate(_AS_ONE).upper()
    value = roman_value(roman)
    if value is not None:
        found.append(_Met(one.place, roman, value, True))
    figures = one.written.translate(_AS_FIGURE)
    if figures.isdigit():
        found.append(_Met(one.place, figures, int(figures), False))
    return found


def _counts(reading: _Met, before: _Met | None, after: _Met | None, begins: bool) -> bool:
    """Whether a reading is the number between those right before and after it, or the first one under a heading."""
    assert reading.value is not None, "a reading counts something"
    for other, there in ((before, reading.value - 1), (after, reading.value + 1)):
        if other is not None and other.roman == reading.roman and other.value == there:
            return True
    return begins and reading.value == 1 and before is not None and before.roman == reading.roman


def _stuck(paragraphs: Sequence[Paragraph]) -> list[tuple[int, tuple[int, int], str]]:
    """The same of numbers that the first word follows without a space."""
    labels = [_label(one) for one in paragraphs]
    found = []
    for place, one in enumerate(paragraphs):
        match = None if one.label or one.form is Form.TABLE or one.level else _STUCK.match(one.text)
        if match is None:
            continue
        label = match["label"]
        near = [*reversed(labels[max(0, place - NEAR) : place])], labels[place + 1 : place + NEAR]
        if any(_next_to(label, there, step) for there, step in zip(near, (-1, 1), strict=True)):
            found.append((place, match.span("label"), f"{label} "))
    return found


def _label(one: Paragraph) -> str:
    """A label as it is printed, the dress of it: "(1)", "1."; also of a number that the first word follows."""
    if one.label:
        return one.label
    match = _STUCK.match(one.text)
    return match["label"] if match else one.text.split(" ", 1)[0] if typed(one.text) else ""


def _next_to(label: str, there: Sequence[str], step: int) -> bool:
    """Whether the nearest label of the same dress is the one before, or the one after."""
    dress = re.sub(r"\d+", "#", label)
    other = next((one for one in there if re.sub(r"\d+", "#", one) == dress), "")
    return bool(other) and int(re.sub(r"\D", "", other)) == int(re.sub(r"\D", "", label)) + step
