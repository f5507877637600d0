"""A text taken apart: its quotations, its paragraphs, the items of its lists, and what is set aside in it.

A boundary found here is never crossed afterwards: nothing is read over a blank line, or over the mark of a list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amendments.reading.sentences.beside.letters import SUBJECT, are_names, line_beside
from amendments.reading.sentences.beside.set_aside import COMMENT, HEADING, is_aside
from amendments.reading.sentences.blocks import begins_block, end_of_block, lines_of_blocks
from amendments.reading.sentences.old_and_new.headings import Wording, wordings_in
from amendments.reading.sentences.old_and_new.tables import table_at
from amendments.reading.sentences.quoted import emphasised, quotations_in
from amendments.reading.sentences.stretch import Quoted
from rulebook.reference import read_reference
from rulebook.source import Span

MARK = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|[-•–*])[ \t]+(?=[A-Za-z\d‘“\"'(§>])")
"""The mark of a list item."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one item of a list without its mark.

    `kind` is "words", "block" (set apart with > or a fence), "table" (of changes), "heading" or "aside" (a reason, who
    moves it: no instruction). `indent` is how far it stands in, `paragraph` counts what blank lines part.
    """

    kind: str
    span: Span
    mark: str = ""
    indent: int = 0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its quotations by where they begin, its passages, and the quotation marks that nothing closes.

    `wordings` are the lines that say whose wording follows, by where they begin.
    """

    text: str
    quoted: Mapping[int, Quoted]
    passages: tuple[Passage, ...]
    unclosed: tuple[Span, ...]
    comments: tuple[Span, ...]
    wordings: Mapping[int, Wording]


def passages_of(text: str, chosen: Mapping[int, int]) -> Text:
    """A text taken apart. `chosen` picks another end for quotations whose end is not certain."""
    comments = tuple(match.span() for match in COMMENT.finditer(text))
    apart = [*comments, *lines_of_blocks(text)]
    quoted, unclosed = quotations_in(text, chosen, apart)
    wordings = wordings_in(text, [*apart, *(one.quotation.span for one in quoted.values())])
    passages = tuple(_passages(Text(text, quoted, (), unclosed, comments, wordings)))
    for passage in passages:
        if passage.kind == "words":
            quoted.update(emphasised(text, *passage.span, quoted))
    return Text(text, quoted, passages, unclosed, comments, wordings)


def _passages(taken: Text) -> Iterator[Passage]:
    """The passages in order. A line inside a quotation goes on with what the quotation began in."""
    text = taken.text
    inside = sorted(one.quotation.span for one in taken.quoted.values())
    wordings = {text.rfind("\n", 0, begin) + 1: begin for begin in taken.wordings}
    start, mark, indent, paragraph = -1, "", 0, 0
    place, end = 0, 0
    beside = False  # whether a line of this paragraph was set aside

    def words(stop: int) -> Iterator[Passage]:
        if start >= 0 and text[start:stop].strip():
            kind = "aside" if is_aside(text[start:stop]) else "words"
            yield Passage(kind, (start, start + len(text[start:stop].rstrip())), mark, indent, paragraph)

    while place < len(text):
        end = text.find("\n", place) + 1 or len(text)
        while inside and inside[0][1] <= place:
            inside.pop(0)
        if inside and inside[0][0] < place:
            end = max(end, text.find("\n", inside[0][1]) + 1 or len(text))
            if start < 0:  # what it began in has ended, as a heading does
                start, mark, indent = place, "", 0
            place = end
            continue
        line = text[place:end]
        if not line.strip(" \t\n\\"):
            yield from words(place)
            paragraph += start >= 0 or beside
            start, place, beside = -1, end, False
            continue
        first = place + len(line) - len(line.lstrip())
        if begins_block(text, place):
            yield from words(place)
            stop = end_of_block(text, place)
            yield Passage("block", (place, stop), "", first - place, paragraph)
            start, place, paragraph = -1, stop, paragraph + 1
            continue
        heading = HEADING.match(text[first:end].rstrip("\n"))
        if heading and start < 0 and heading.end() == len(text[first:end].rstrip("\n")):
            yield Passage("heading", (first, first + heading.end()), "", 0, paragraph)
            paragraph += 1
            place = end
            continue
        if table := table_at(text, place) if text[first:end].startswith("|") or "\t" in line.strip() else None:
            yield from words(place)
            yield Passage("table", table.span, "", 0, paragraph)
            start, place, beside = -1, table.span[1], True
            continue
        if (begin := wordings.get(place, -1)) >= 0:
            yield from words(place)
            start, mark, indent = first, "", first - place
            if begin > first:  # “6.6 FROM”
                yield from words(begin)
                start = begin
            place = end
            continue
        if what := _beside(text, place, end, first_line=start < 0 and not beside):
            yield from words(place)
            stop = _end_of_beside(text, end, what, wordings)
            subject = SUBJECT.match(text, first, stop)
            if subject and read_reference(subject["words"]):
                yield Passage("aside", (first, subject.start("words")), "", 0, paragraph)
                start, mark, indent, place = subject.start("words"), "", 0, end  # “Re: Rule 6” names the place
                continue
            yield Passage("aside", (first, place + len(text[place:stop].rstrip())), "", 0, paragraph)
            start, place, beside = -1, stop, True
            continue
        listed = MARK.match(text, first)
        goes_on = (
            start >= 0 and not mark and listed and listed[0][0].isdigit() and text[start:place].rstrip()[-1:] == ","
        )
        if listed and first not in taken.quoted and not goes_on:
            yield from words(place)
            start, mark, indent = listed.end(), listed[0].strip(), first - place
        elif start < 0:
            start, mark, indent = first, "", first - place
        place = end
    yield from words(len(text))


def _beside(text: str, place: int, end: int, *, first_line: bool) -> str:
    """What a line is that is part of no instruction; "" where it is of one."""
    before = text[max(0, place - 200) : place].split("\n")[-4:-1]
    after = text[end : end + 200].split("\n")[:3]
    return line_beside(text[place:end].strip(), [line.strip() for line in (*before, *after)], first=first_line)


def _end_of_beside(text: str, end: int, what: str, wordings: Mapping[int, int]) -> int:
    """Where it ends, from the end of its first line: a reason with the paragraph, a closing with the names under it."""
    while what in ("reason", "closing") and end < len(text):
        stop = text.find("\n", end) + 1 or len(text)
        line = text[end:stop].strip()
        if not line or end in wordings or _beside(text, end, stop, first_line=False):
            break
        if what == "closing" and not are_names(line):
            break
        end = stop
    return end
