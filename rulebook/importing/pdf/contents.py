"""The contents pages of a PDF: lines with dots that lead to a page number, or that end in the numbers of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grammar.levels import HEADINGS
from rulebook.importing.file.paragraphs import Entry, LeftOut, squeezed
from rulebook.importing.pdf.page.lines import Line, spaced

LEAST = 3  # lines that make contents
APART = 6  # lines without a page number between two that have one
_TITLE = re.compile(r"(?:table of |list of )?contents(?: page)?", re.IGNORECASE)
_LEADERS = re.compile(r"(?P<words>.*?)\s*(?:[.·…_]\s*){4,}\s*(?P<page>\d{1,4}|[ivxl]{1,6})?")
_NUMBERED = re.compile(r"(?P<words>.*\S)(?:\t|\s)(?P<page>\d{1,4}|[ivxl]{1,6})")
_HEADED = re.compile(rf"(?:{'|'.join(HEADINGS)})\s+\S{{1,6}}(?:\s.*)?", re.IGNORECASE)


def without_contents(lines: Sequence[Line], printed: Sequence[str]) -> tuple[list[Line], list[Entry], list[LeftOut]]:
    """The other lines, the entries of the contents, and their lines as what was left out."""
    texts = [spaced(line) for line in lines]
    start, end = _stretch(lines, texts)
    entries: list[Entry] = []
    words = ""
    for text in texts[start:end]:
        if _TITLE.fullmatch(text.strip()):
            continue
        match = _LEADERS.fullmatch(text) or _NUMBERED.fullmatch(text)
        words = squeezed(f"{words} {match['words'] if match else text}")
        if match:
            entries.append(Entry(words, match["page"] or ""))
            words = ""
    out = [
        LeftOut("contents page", squeezed(text), printed[line.page], line.number)
        for line, text in zip(lines[start:end], texts[start:end], strict=True)
    ]
    return [*lines[:start], *lines[end:]], entries, out


def _stretch(lines: Sequence[Line], texts: Sequence[str]) -> tuple[int, int]:
    """Where the contents begin and end, the end left out; the same place twice where there are none."""
    matches = {place: match for place, text in enumerate(texts) if (match := _LEADERS.fullmatch(text))}
    led = list(matches)
    if 2 * sum(match["page"] is not None for match in matches.values()) < len(led):
        led = []  # dots and lines to fill in, as for signatures, lead to no page
    titles = [place for place, text in enumerate(texts[:400]) if _TITLE.fullmatch(text.strip())]
    if len(led) >= LEAST:
        end = led[0]
        for place in led:
            if place - end > APART:
                break
            end = place
        if sum(led[0] <= place <= end for place in led) >= LEAST:
            start = led[0]
            while start and led[0] - start < APART and _HEADED.fullmatch(texts[start - 1].strip()):
                start -= 1
            title = next((place for place in titles if start - 3 <= place <= start), start)
            return title, end + 1
    for title in titles:
        last, number, met = title, 0, 0
        for place in range(title + 1, len(lines)):
            match = _NUMBERED.fullmatch(texts[place])
            value = int(match["page"]) if match and match["page"].isdigit() else None
            if value is not None and number <= value < number + 60:
                last, number, met = place, value, met + 1
            elif place - last > 3 or len(texts[place]) > 100:
                break
        if met >= LEAST:
            return title, last + 1
        if title + 1 < len(lines) and lines[title + 1].page != lines[title].page:
            return title, title + 1  # its page is empty: the program that made it was run once too seldom
    return 0, 0
