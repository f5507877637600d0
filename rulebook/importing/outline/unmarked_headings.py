"""Headings that nothing but the whole book shows to be headings.

Their number has no word and mostly no stop: “2 Members”, “## 2 Members”, “### 2.1 Joining”. A number alone before words
may also be a quantity; it is one of the book where the numbers of such lines count. Or they have no number at all:
short lines that look alike, under which lists begin again, or that are all in bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from grammar.levels import APART
from grammar.places import SENTENCE
from rulebook.importing.file.labels import tidied, typed
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.outline.front import MADE, MADE_THEN, RULES
from rulebook.importing.outline.headings import Heading, heading
from rulebook.importing.outline.strain import beginning, step
from rulebook.numbering import ARABIC, BULLET, DECIMAL, count, front_and_last, styles

LEAST = 3  # lines that count, where nothing but their numbers says that they are headings
LONGEST = 80  # signs of such a line
TITLE = 9  # words of one without a number
BOLD = 7  # the level of a line in bold; those that the file calls headings are above it
DIVISION = 1  # the level of a line over numbers that begin again, in a book that calls nothing a heading
LETTERS = 8  # of a line in capitals; fewer may be a short form
_BARE = re.compile(
    r"(?P<label>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}(?=\s*[-–—:]))\s*(?P<mark>[-–—:])?\s+(?P<words>[“‘\"'(]?[A-Z0-9].*)",
    re.DOTALL,
)
_ALONE = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?")
_DASH = re.compile(r"^[-–—:]+\s+")


def with_unmarked_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, such numbers made their labels, and so those that were typed at the head of headings."""
    found = [_typed(one) for one in paragraphs]
    called = [place for place, one in enumerate(found) if one.level and _may_be(one)]
    for place in _counting(found, called, 1):
        found[place] = _labelled(found[place])
    lines = [place for place, one in enumerate(found) if _is_line(one)]
    if not any(one.level and one.label for one in found):
        for place in _counting(found, lines, LEAST):
            found[place] = replace(_labelled(found[place]), bold=True)
    for place, level in _unnumbered(found):
        found[place] = replace(found[place], level=level)
    return _divided(found)


def _divided(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, lines in capitals over numbers that begin again made headings over all of these."""
    heads = [heading(one) for one in paragraphs]
    outermost = next((said.word for said in heads if said and said.word not in APART), "")
    of_it = {place for place, said in enumerate(heads) if said and said.word == outermost}
    if any(paragraphs[place].level for place in of_it):
        return paragraphs
    lines = {
        place - 1
        for place in of_it
        if place and _is_division(paragraphs[place - 1]) and min(of_it) < place - 1 and _is_first(heads[place])
    }
    if not lines:
        return paragraphs
    levels = {**dict.fromkeys(of_it, DIVISION + 1), **dict.fromkeys(lines, DIVISION)}
    return [replace(one, level=levels.get(place, one.level)) for place, one in enumerate(paragraphs)]


def _is_division(one: Paragraph) -> bool:
    letters = sum(letter.isalpha() for letter in one.text)
    return one.text.isupper() and letters >= LETTERS and _may_be_unnumbered(one)


def _is_first(said: Heading | None) -> bool:
    return said is not None and any(beginning(said.label, style) == 0.0 for style in styles(said.label))


def _unnumbered(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The places of lines that are headings without numbers, with the levels that they have below those of the file."""
    if any(one.page for one in paragraphs):
        return []
    margin = min((one.indent for one in paragraphs if one.indent is not None), default=0.0)
    at_it = [place for place, one in enumerate(paragraphs[:-1]) if one.indent is None or one.indent <= margin + 5]
    lines = [place for place in at_it if _may_be_unnumbered(paragraphs[place])]
    first = next((n for n, place in enumerate(lines) if not _is_of_the_title_page(paragraphs, place)), len(lines))
    bold = [place for place in lines[first:] if paragraphs[place].bold]
    plain = [place for place in lines[first:] if not paragraphs[place].bold]
    under = {place: _list_under(paragraphs[place + 1]) for place in lines}
    alike = any(one.bold and not one.level and heading(one) for one in paragraphs)  # “Article I Name” in bold
    if len(bold) + alike < 2 or "goes on" in (under[place] for place in bold):
        bold = []
    again = sum(under[place] == "begins" for place in plain)
    numbers = sum(bool(one.label or typed(one.text)) for one in paragraphs)
    over = sum(len(paragraphs[place + 1].text.split()) > TITLE for place in plain)
    bare = over >= LEAST and len(plain) > numbers  # a book of titles and sentences
    if (again < LEAST and not bare) or any(one.level or heading(one) for one in paragraphs):
        plain = []
    return [(place, BOLD if paragraphs[place].bold else BOLD + bool(bold)) for place in sorted([*bold, *plain])]


def _may_be_unnumbered(one: Paragraph) -> bool:
    """Whether a paragraph is a short line that is no sentence and introduces nothing."""
    if one.level or one.label or one.form is Form.TABLE or (one.depth is not None and one.depth >= 0):
        return False
    if not one.opens or len(one.text.split()) > TITLE or len(one.text) > LONGEST or not one.text[:1].isupper():
        return False
    if one.text.endswith((";", ",") if one.bold else (".", ":", ";", ",")) or SENTENCE.search(one.text):
        return False
    return not (heading(one) or typed(one.text) or MADE.match(one.text))


def _is_of_the_title_page(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a line has no provision and no sentence of its own under it, or is what a book of rules is called."""
    under = paragraphs[place + 1]
    sentence = len(under.text.split()) > TITLE and not (MADE.match(under.text) or MADE_THEN.search(under.text))
    return not (under.label or typed(under.text) or sentence) or bool(RULES.search(paragraphs[place].text))


def _list_under(one: Paragraph) -> str:
    """What a list does that goes on right under a line: it "begins" at its first number, or "goes on"."""
    label = one.label or (typed(one.text) or ("",))[0]
    if not label or label == BULLET:
        return ""
    return "begins" if any(beginning(label, style) == 0.0 for style in styles(label)) else "goes on"


def _typed(one: Paragraph) -> Paragraph:
    if not one.level or one.label or one.form is Form.TABLE or heading(one):
        return one
    if _ALONE.fullmatch(one.text):
        return replace(one, label=tidied(one.text), text="", settled=True)
    label = typed(one.text)
    if label is None or label[0] == BULLET or not label[1]:
        return one
    return replace(one, label=label[0], text=_DASH.sub("", label[1]), settled=True)


def _may_be(one: Paragraph) -> bool:
    return not one.label and one.form is Form.WORDS and not heading(one) and _BARE.fullmatch(one.text) is not None


def _is_line(one: Paragraph) -> bool:
    """Whether a paragraph of a file that calls nothing a heading reads like one with a bare number."""
    whole = one.text
    return (
        not one.level
        and one.depth is None
        and one.opens
        and len(whole) <= LONGEST
        and not whole.endswith((".", ",", ";", ":"))
        and _may_be(one)
        and whole.split(" ", 1)[1][:1].isupper()
    )


def _labelled(one: Paragraph) -> Paragraph:
    match = _BARE.fullmatch(one.text)
    assert match is not None, "only such are asked for"
    return replace(one, label=tidied(match["label"]), text=match["words"].strip(), settled=True)


def _counting(paragraphs: Sequence[Paragraph], places: Sequence[int], least: int) -> list[int]:
    """The places whose numbers go on from one another, or begin a list; nothing where there are fewer than `least`."""
    last: dict[tuple[int, int], str] = {}
    found = []
    for place in places:
        match = _BARE.fullmatch(paragraphs[place].text)
        assert match is not None, "only such are asked for"
        label, level = match["label"], paragraphs[place].level
        depth = label.count(".")
        if label.isdigit() or depth:
            style = DECIMAL if depth else ARABIC
            before = last.get((level, depth))
            first = front_and_last(label)[1] in ("0", "1") if depth else label in ("0", "1")
            goes_on = before is not None and step(before, label, style) <= 3.0
            if not first and not goes_on and not _has_parent(last, label):
                continue
        elif not styles(label) or count(label, styles(label)[0]) is None:
            continue
        last[level, depth] = label
        found.append(place)
    return found if len(found) >= least else []


def _has_parent(last: dict[tuple[int, int], str], label: str) -> bool:
    front = front_and_last(label)[0] if "." in label else ""
    return bool(front) and front in last.values()
