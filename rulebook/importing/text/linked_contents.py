"""Contents of a Markdown file that are a list of links to its own headings; they are no part of the rules."""

from __future__ import annotations

import re

from rulebook.importing.file.paragraphs import Entry, LeftOut

LEAST = 3  # links in a row that make contents
_LINK = re.compile(
    r"""\s*(?:>\s*)*(?:[-*+]\s+|\(?\w{1,5}[.)]\s+|\#{1,6}\s+)?(?:\**|_*)  # a bullet, a number or signs before it
        (?P<before>[\w.]{1,12}:?\s+)?
        \[(?P<words>(?:[^\[\]]|\[[^\[\]]*\]|\\[\[\]])+)\]\([^()\s]*\#(?:[^()]|\([^()]*\))*\)(?:\**|_*)
        (?P<after>(?:\s+[\w’'/&,–-]+){0,12})\s*\\?                 # as in “[1.1](#s11) Name”""",
    re.VERBOSE,
)
_TITLE = re.compile(
    r"\s*(?:#{1,6}\s*)?[*_]*(?:table of )?contents?:?[*_]*\s*#*:?|\s*#{1,6}\s*(?:index|toc)\s*", re.IGNORECASE
)
_MADE_LATER = re.compile(r"\s*(?:\[\[?_?TOC_?\]\]?|\{:toc\}|\*\s*TOC|\$\{toc\})\s*", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:=+|-+|(?:[-*_]\s*){3,})\s*")


def without_links(lines: list[str]) -> tuple[list[str], tuple[Entry, ...], list[LeftOut]]:
    """The lines, those of the contents made empty; what the contents say, and that they are left out."""
    found = list(lines)
    entries: list[Entry] = []
    left_out: list[LeftOut] = []

    def leave_out(place: int, words: str) -> None:
        found[place] = ""
        left_out.append(LeftOut("contents page", words, line=place + 1))

    for places in _runs(lines):
        title = next((place for place in range(places[0] - 1, -1, -1) if lines[place].strip()), -1)
        if title >= 1 and _RULE.fullmatch(lines[title]) and _TITLE.fullmatch(lines[title - 1]):
            found[title] = ""
            title -= 1
        if title >= 0 and _TITLE.fullmatch(lines[title]):
            leave_out(title, lines[title].strip("#*_ "))
        for place in places:
            match = _LINK.fullmatch(lines[place])
            assert match is not None, "a run is made of links"
            whole = f"{match['before'] or ''}{match['words']}{match['after'] or ''}"
            words = re.sub(r"[*_`]+|\\(?=\W)", "", whole).strip()
            entries.append(Entry(words))
            leave_out(place, words)
    for place, line in enumerate(lines):
        if _MADE_LATER.fullmatch(line):
            found[place] = ""
    return found, tuple(entries), left_out


def _runs(lines: list[str]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for place, line in enumerate(lines):
        if _LINK.fullmatch(line):
            runs[-1].append(place)
        elif line.strip() and runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= LEAST]
