"""The body of a draft as lines: paragraphs, points with their labels as typed, block quotes and tables.

Nothing else of Markdown is read: stars, brackets and angle brackets are words. No word is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rulebook.numbering import BULLET, BULLETS, styles
from rulebook.printed.lines import Line, plain, printable, table_rows

_POINT = re.compile(r"(?P<label>\d{1,3}[A-Za-z]{0,2}[.)]|\(\w{1,5}\)|[A-Za-z]{1,5}[.)]|[-*•])(?:[ \t]+|$)")


def body_lines(body: str) -> tuple[Line, ...]:
    """Words under a heading of a draft: paragraphs, points with their labels as typed, block quotes and tables.

    Lines that follow each other make one paragraph. Points are told apart by their indentation, and where there is
    none by the style of their labels. In a block quote that begins with a label, a paragraph without one belongs to the
    provision that it begins with, as in new rules. A line of its own that begins "### " is a subheading.
    """
    found: list[Line] = []
    open_points: list[tuple[int, tuple[str, ...]]] = []  # indentation and numeral styles
    after_blank, was_quoted = True, False
    begins, least = True, 0  # whether a quotation begins here, and how many of its points stay open to its end
    for line in printable(body).expandtabs(4).split("\n"):
        quote = re.match(r" {0,3}> ?", line)
        quoted = quote is not None
        inner = line[quote.end() :] if quote else line
        indent, words = len(inner) - len(inner.lstrip(" ")), inner.strip(" ")
        if quoted != was_quoted:
            open_points, after_blank, was_quoted, begins, least = [], True, quoted, True, 0
        if not words:
            after_blank = True
            continue
        point = _POINT.match(words)
        if words.startswith("|") and words.endswith("|") and len(words) > 1:
            previous = found[-1] if found and not after_blank else None
            text = f"{previous.text}\n{words}" if previous and previous.kind == "table" else words
            row = Line(plain(text), depth=len(open_points), kind="table", quoted=quoted)
            found[-1:] = [row] if previous and previous.kind == "table" else [*found[-1:], row]
        elif point and _opens(point["label"], after_blank or bool(open_points), found):
            label_styles = (BULLET,) if point["label"] in BULLETS else styles(point["label"])
            _close(open_points, indent, label_styles)
            open_points.append((indent, label_styles))
            least = 1 if quoted and begins else least
            label = "•" if point["label"] in BULLETS else point["label"]
            found.append(Line(plain(words[point.end() :]), label, len(open_points), quoted=quoted))
        elif after_blank and (heading := re.fullmatch(r"#{1,6} +(.*?)( +#+)?", words)):
            open_points, least = [], 0
            found.append(Line(plain(heading[1]), kind="subheading", quoted=quoted))
        elif after_blank or not found or found[-1].kind != "text":
            while len(open_points) > least and open_points[-1][0] >= indent:
                open_points.pop()
            found.append(Line(plain(words), depth=len(open_points), quoted=quoted))
        else:
            joined = f"{found[-1].text} {words}" if found[-1].runs else words
            found[-1] = replace(found[-1], runs=plain(joined))
        after_blank = begins = False
    return tuple(replace(one, rows=table_rows(one.text)) if one.kind == "table" else one for one in found)


def _opens(label: str, expected: bool, before: list[Line]) -> bool:
    """Whether a line with this label opens a point; letters with a stop do only where a point is to be expected ("so
    I. said"), and with a bracket where it does not close what the line before opens ("(see clauses a and / b) and")."""
    if label in BULLETS or label[0].isdigit():
        return True
    closes = bool(before) and before[-1].text.count("(") > before[-1].text.count(")")
    return (expected or label[0] == "(" or (label.endswith(")") and not closes)) and bool(styles(label))


def _close(open_points: list[tuple[int, tuple[str, ...]]], indent: int, label_styles: tuple[str, ...]) -> None:
    while open_points and open_points[-1][0] > indent:
        open_points.pop()
    for place in range(len(open_points) - 1, -1, -1):
        if open_points[place][0] == indent and set(open_points[place][1]) & set(label_styles):
            del open_points[place:]
            return
