"""New text whose numbers do not stand where a number must: in the middle of a line, or with closing words beside it.

It could be read in more than one way, so it is refused with a question.
"""

from __future__ import annotations

import re

from amendments.applying.refused import Refused
from rulebook.numbering import BULLETS, DECIMAL, common_style, count, relabel, segment
from rulebook.provision import Provision
from rulebook.reading.lines import read_blocks, tidy

_JOIN = r"[;:,.]\s+(?:and\s+|or\s+)?"
_FIRST = re.compile(
    r":\s+(?:(?P<open>\(?)(?P<label>[AaIi1])(?P<close>\)|\.)|(?P<code>(?:[A-Z]|\d+)(?:\.\d+)*\.1)\.?)\s"
)
_SECOND = {"A": "B", "a": "b", "I": "II", "i": "ii", "1": "2"}
_FIGURE = re.compile(r"(?P<figure>\d{1,3}[A-Z]?)\s+[A-Z]")
_HELP = "put each numbered provision on a line of its own"


def check_inline(provision: Provision) -> None:
    """Raises `Refused` where another number stands in the words: "(i) six members; or (ii) a union"."""
    found = _next(provision) or _below(provision.text)
    figure = _FIGURE.match(provision.text)
    if not provision.label and figure:
        raise Refused(
            "new-text-uncertain", f"it is not certain whether “{figure['figure']}” is a number",
            f"write it  {figure['figure']}.  if it is",
        )  # fmt: skip
    if found:
        raise Refused("new-text-uncertain", f"{found} stands in the middle of the new text", _HELP)
    for child in provision.children:
        check_inline(child)


def _next(provision: Provision) -> str:
    """The number after a provision's own, where it stands in its words; or ""."""
    label = provision.label
    style = common_style([label]) if label and label not in BULLETS else None
    pair = count(label, style) if style else None
    if style is None or pair is None:
        return ""
    coming = relabel(label, pair[0] + 1, style)
    shown = re.escape(coming if coming.endswith(")") else f"{coming}.")
    if style == DECIMAL:
        shown = rf"{re.escape(coming)}\.?"
    elif coming.isdigit():
        shown = rf"(?:{shown}|{coming}(?=\s+[A-Z]))"
    return coming if re.search(rf"{_JOIN}{shown}\s", provision.text) else ""


def _below(text: str) -> str:
    """The first number of a list that stands in the words, with its second after it; or ""."""
    for first in _FIRST.finditer(text):
        if first["code"]:
            second = re.escape(first["code"].rsplit(".", 1)[0]) + r"\.2\.?"
        else:
            second = re.escape(first["open"] + _SECOND[first["label"]] + first["close"])
        if re.compile(rf"{_JOIN}{second}\s").search(text, first.end()):
            return segment(first["code"] or first["label"])
    return ""


def check_closing_words(text: str) -> None:
    """Raises `Refused` where a line may be closing words of a list, or may go on with the last of it."""
    above, labelled, indent = "", False, 0
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            labelled = False
        elif _is_labelled(words):
            labelled, indent = True, len(line) - len(line.lstrip())
        elif (
            labelled and above.endswith((".", ";")) and words[:1].isupper() and len(line) - len(line.lstrip()) <= indent
        ):
            raise Refused(
                "new-text-uncertain",
                f"it is not certain whether “{words[:40]}” belongs to what is numbered above it",
                "put a blank line before it, and indent it as far as the words it belongs to",
            )
        above = words
    return None


def _is_labelled(words: str) -> bool:
    blocks = read_blocks(tidy(words))
    return bool(blocks) and blocks[0].form in ("LABELLED", "BULLET")
