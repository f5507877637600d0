"""Which paragraphs are headings with a number: "Chapter 5 Selections", "Clause IV." with its title underneath.

A heading has a word, a number and mostly a title, and looks like one: it is called a heading, or is bold, or stands on
a line of its own that is no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from grammar.levels import APART, HEADINGS, level_word
from grammar.numbers import CARDINALS, ORDINALS
from grammar.places import SENTENCE
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.numbering import roman_value

LONGEST = 160  # characters of a title; what is longer is a provision that begins with such a word


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", "[ ]")


_ORDINAL = re.compile(rf"(?P<number>{_any_of(ORDINALS)})\s+(?P<word>{_any_of(APART)})(?![\w’'-])", re.IGNORECASE)
_HEADING = re.compile(
    rf"""(?:(?P<word>{_any_of(HEADINGS)})s?\s+|(?P<short>sec\.|art\.|§)\s*)
         (?P<label>
             \d{{1,3}}[A-Z]?(?:\([A-Z]\)|(?:\.\d{{1,3}}[A-Z]?)+)?   # 5 5A 5(A) 4.2
           | [IVXLC]{{1,6}}(?:\.\d{{1,3}}[A-Z]?)+                   # III.2
           | [IVXLCDMivxlcdm]{{1,8}}[A-Z]?|[A-Z]                  # IV IVA B
           | {_any_of(CARDINALS)}
         )(?![\w’'])
         (?P<mark>\s*[.:)]|\s*[–—-](?=\s|$)|[–—](?!\d))*\s*
         (?P<title>.*)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The word ("clause"), the number and the title of a heading; `certain` where the file calls it one."""

    word: str
    label: str
    title: str
    certain: bool


def heading(paragraph: Paragraph) -> Heading | None:
    """What a paragraph says as a heading; None where it is none. The title may still be missing."""
    if paragraph.form is Form.TABLE:
        return None
    if paragraph.depth is not None and not (paragraph.level or paragraph.bold or paragraph.label):
        return None  # words in a list
    whole = f"{paragraph.label} {paragraph.text}".strip()
    if len(whole) > LONGEST + 20 or not (whole[:1].isalpha() or whole[:1] == "§"):
        return None
    ordinal = _ORDINAL.match(whole)
    if ordinal:  # the First Schedule is Schedule 1
        whole = f"{ordinal['word']} {ORDINALS[ordinal['number'].lower()]}{whole[ordinal.end() :]}"
    match = _HEADING.fullmatch(whole)
    if match is None:
        return None
    if paragraph.settled and not paragraph.label and not paragraph.level and not paragraph.bold:
        return None
    label = str(CARDINALS.get(match["label"].lower(), match["label"]))
    if not any(character.isdigit() for character in label):
        if roman_value(label.rstrip("AB")) is None and len(label) > 1:
            return None
        if label.islower():
            if not paragraph.level:
                return None
            label = label.upper()
    title = match["title"].strip()
    apart = bool(_HEADING.fullmatch(paragraph.label)) and not title.endswith((".", ";", ":", ","))
    certain = bool(paragraph.level or paragraph.bold or apart)
    if not certain and not _stands_alone(match, whole, title):
        return None
    return Heading(_word(match), label, title, certain)


def _word(match: re.Match[str]) -> str:
    return match["word"].lower() if match["word"] else level_word(match["short"])


def numbered(text: str) -> tuple[str, Heading | None]:
    """The word and the number that a text begins with, as they are written, and what they are with the words after
    them for a title; None where there are none."""
    match = _HEADING.fullmatch(text)
    if match is None:
        return "", None
    label = str(CARDINALS.get(match["label"].lower(), match["label"]))
    if label.islower() or (label.isalpha() and len(label) > 1 and roman_value(label.rstrip("AB")) is None):
        return "", None
    head = text[: match.start("title")].strip()
    return head, Heading(_word(match), label, match["title"].strip(), False)


def _stands_alone(match: re.Match[str], whole: str, title: str) -> bool:
    """Whether the words are no sentence: a heading that does not look like one must at least read like one."""
    if not (whole[:1].isupper() or whole[:1] == "§") or title.endswith((".", ";", ",", ":")):
        return False
    if not title and "." in match["label"] and whole.endswith("."):
        return False  # the end of a sentence: "... under Clause IV.5."
    if title and SENTENCE.fullmatch(title.rsplit(None, 1)[-1]):
        return False  # what introduces a list: "The cox shall"
    return not title or not title[0].islower()


def titled(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, the title of each heading on the same line as its number.

    A title may stand underneath, in one or more lines that look as the heading does.
    """
    found: list[Paragraph] = []
    place = 0
    while place < len(paragraphs):
        one = paragraphs[place]
        place += 1
        said = heading(one)
        if said and not said.title:
            while place < len(paragraphs) and _is_title(paragraphs[place], one, bool(said.title)):
                said = replace(said, title=f"{said.title} {paragraphs[place].text}".strip())
                one = replace(one, notes=(*one.notes, *paragraphs[place].notes))
                place += 1
            one = replace(one, text=f"{one.text} {said.title}".strip())
        elif said and said.certain and place < len(paragraphs) and one.bold and not one.level:
            further = paragraphs[place]
            if further.bold and not further.opens and not heading(further) and further.size == one.size:
                one = replace(one, text=f"{one.text} {further.text}", notes=(*one.notes, *further.notes))
                place += 1
        found.append(one)
    return found


def _is_title(under: Paragraph, above: Paragraph, further: bool) -> bool:
    """Whether a paragraph is the title of the heading over it, or one more line of that title."""
    if under.label or under.form is Form.TABLE or heading(under) or len(under.text) > LONGEST:
        return False
    if re.match(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]+)[.)]\s", under.text):
        return False
    if under.text.endswith((".", ";", ":")) and not (under.bold and above.bold):
        return False
    alike = (under.bold, under.level, under.centred) == (above.bold, above.level, above.centred)
    if further:
        return alike and not under.opens
    if (above.bold or above.level) and not (under.bold or under.level):
        return False
    return bool(under.text) and (not under.text[0].islower() or alike)
