"""The comments in a draft are no words of it, but for those in new text, which may be words of the rules."""

from __future__ import annotations

import re

from amendments.reading.quotations import DOUBLE, SINGLE, ends, opens

_COMMENT_OR_MARK = re.compile(f"<!--|[{DOUBLE}{SINGLE}]")
MOST_UNCLOSED = 20  # marks on a line that are never closed, before no more are taken for quotations there


def without_comments(text: str) -> str:
    """Spaces in place of comments, so that all else keeps its line and column.

    A comment in new text, which is a block quote or stands between quotation marks on a line, is left as it was typed.
    """
    kept, done, place = [], 0, 0
    line_end, unclosed = -1, 0
    while match := _COMMENT_OR_MARK.search(text, place):
        start = match.start()
        if match[0] != "<!--":
            place = match.end()
            if start > line_end:
                line_end, unclosed = text.find("\n", start), 0
                line_end = line_end if line_end >= 0 else len(text)
            if unclosed < MOST_UNCLOSED and opens(text, start):
                closed = _closed(text, start, line_end)
                place = closed or place
                unclosed += closed is None
            continue
        place = text.find("-->", start) + len("-->")
        if place < start:
            break
        if not in_block_quote(text, start):
            kept += [text[done:start], re.sub(r"[^\n]", " ", text[start:place])]
            done = place
    return "".join([*kept, text[done:]])


def _closed(text: str, place: int, line_end: int) -> int | None:
    """Where the quotation ends that opens at a place, if on the same line and not in a comment that begins in it."""
    found = ends(text, place, line_end)
    if not found or text.rfind("<!--", place, found[0]) > text.rfind("-->", place, found[0]):
        return None
    return found[0] + 1


def in_block_quote(text: str, place: int) -> bool:
    """Whether a place is in a line that is quoted, with > before it."""
    return text[text.rfind("\n", 0, place) + 1 : place].lstrip().startswith(">")
