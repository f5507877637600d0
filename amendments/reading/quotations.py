"""Quotations in an instruction: where one ends, and what it says.

Every mark counts: “ ”, " ", ‘ ’ and ' ', nested and mixed. An apostrophe closes nothing, unless it must. Where the
end is not certain the other possible ends are given too, so that nobody has to guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rulebook.source import Span

DOUBLE = '“”"„‟'
SINGLE = "‘’'‚‛`"
MOST_ENDS = 6  # that are tried for one quotation
MOST_NESTED = 6  # quotations inside one another; more than that are marks that nothing closes
_OPENERS = "“\"„‘'‚`"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the drafter set apart: `text` without its marks, paragraphs parted by a blank line.

    `form` is "quoted", "block" (a block quote), "pasted" (paragraphs after a colon), "cell" or "unquoted". `span` takes
    the marks in. `closes` says that the instruction's own sentence has no stop but the one inside the marks.
    """

    text: str
    span: Span = field(default=(0, 0), compare=False)
    form: str = "quoted"
    closes: bool = field(default=False, compare=False)


def opens(text: str, place: int) -> bool:
    """Whether a quotation begins at a place."""
    mark = text[place]
    if mark not in _OPENERS:
        return (
            mark == "”"
            and place + 1 < len(text)
            and not text[place + 1].isspace()
            and (place == 0 or text[place - 1] in " \n:(")
        )
    if mark in "“‘„‚":
        return True
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


_MARK = {True: re.compile('[“”"„‟]'), False: re.compile("[‘’'‚‛`“\"„”‟]")}


def ends(text: str, place: int, limit: int) -> list[int]:
    """Where the quotation that opens at `place` may end (the offsets of its closing mark), the likeliest first."""
    double = text[place] in DOUBLE
    found: list[int] = []
    depth = 1
    straight = text[place] in "\"'`"
    inner_straight = False  # inside a pair of straight marks of the same weight
    at = place + 1
    pattern = _MARK[double]
    while True:
        match = pattern.search(text, at, limit)
        if match is None:
            return found
        here, mark = match.start(), match[0]
        at = here + 1
        before, after = text[here - 1], text[here + 1] if here + 1 < len(text) else " "
        if double:
            if text[place] == "„" and mark == "“" and depth == 1:
                return [here]  # „as in some languages“
            if mark in "“„":
                depth += 0 if straight else 1
                if depth > MOST_NESTED:
                    return []
            elif (
                mark == '"' and not straight and not before.isalnum() and before not in ".,;:!?)%”" and after.isalnum()
            ):
                inner_straight = True
            elif mark == '"' and inner_straight:
                inner_straight = False
            else:
                depth -= 1
                if depth == 0:
                    return [here]
            continue
        if mark in DOUBLE:
            skipped = ends(text, here, limit) if mark in '“"„' and opens(text, here) else []
            if skipped:
                at = skipped[0] + 1
            continue
        if mark in "‘‚" or (mark == "'" and not before.isalnum() and before in " (\n" and after.isalnum() and straight):
            if found and not re.match(r"[\w]", before):
                return found  # the next quotation opens: this one has ended
            depth += 1
            continue
        if after.isalnum():
            continue  # an apostrophe
        if depth > 1:
            depth -= 1
            continue
        found.append(here)
        if len(found) == MOST_ENDS:
            return found


_WHOLE = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>.*[^\s*_\\])(?P=mark)", re.DOTALL)
_LABELLED = re.compile(r"\s*(?:(?:\(?\w{1,4}\)|\w{1,4}\.|[-*•])\s|\|)")


def tidy(text: str) -> str:
    """A quotation's words: a pair of emphasis marks round all of them left out, line ends inside a paragraph made
    spaces. Half of a pair stays, for it is not certain what it marks."""
    text = text.replace("\u00a0", " ").strip()
    while text.endswith("\\") or text.startswith("\\\n"):  # line ends as Markdown forces them
        text = text.removesuffix("\\").removeprefix("\\\n").strip()
    whole = _WHOLE.fullmatch(text)
    if whole and whole["mark"] not in whole["words"]:
        text = whole["words"]
    cleaned = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line.rstrip().rstrip("\\").rstrip() for line in paragraph.split("\n")]
        joined: list[str] = []
        for line in lines:
            # a line that begins with a label or is of a table stays a line, so that it can be read as such
            apart = joined and (_LABELLED.match(line) or joined[-1].startswith("\n|"))
            joined.append(f"\n{line}" if apart else f" {line.strip()}" if joined else line)
        cleaned.append("".join(joined).strip("\n").rstrip())
    return "\n\n".join(paragraph for paragraph in cleaned if paragraph.strip())


def undoubled(text: str) -> str:
    """What stands between doubled marks: ‘‘words’’ without the inner pair, where it is one pair round all the words."""
    if len(text) < 2 or text[0] not in _PAIRED or text[-1] not in _PAIRED[text[0]]:
        return text
    closing = ends(text, 0, len(text))
    inside = text[1:-1]
    parted = any(mark in inside for mark in _PAIRED) and (not closing or closing[0] != len(text) - 1)
    return text if parted else inside


_PAIRED = {"‘": "’'", "'": "'", "“": '”"', '"': '"', "`": "`'"}
