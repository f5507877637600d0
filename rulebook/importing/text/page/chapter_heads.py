"""Running heads that name the chapter, and so change from page to page.

Such a head has a part that stays, mostly the name of the book or of its organisation, and a part that says again what
a heading of the body says. The two may stand on one line, on facing pages in another order, or on two lines, where a
program has parted them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.contents import has_leaders
from rulebook.importing.outline.headings import heading
from rulebook.importing.text.page.line_numbers import Row

NEAR = 12  # written lines from the head of a page, among which a parted head may stand
TITLE = 5  # lines at the head of the first page that may be a title page
LEAST_WORDS = 2  # of the part that stays
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)


def chapter_heads(pages: Sequence[Sequence[Row]], known: dict[int, str]) -> dict[int, str]:
    """The running heads of that sort, by the numbers of their lines; `known` are those that are left out already."""
    tops = [_top(page, known) for page in pages]
    if len(tops) < 2:
        return {}
    reading = _Heads(pages, tops)
    found = [
        [] if any(reading.of_two_parts(line) for line in _known(page, known)) else reading.on_page(top)
        for page, top in zip(pages, tops, strict=True)
    ]
    written = [number for number, top in enumerate(tops) if top]
    having = [number for number in written if found[number] or any(row in known for row, _ in pages[number][:4])]
    if 2 * len(having) < len(written) or not any(found):
        return {}
    heads = Counter(line for page in pages for line in set(_known(page, known)) if not _is_heading(line))
    for numbers, top in zip(found[1:], tops[1:], strict=True):  # the first page may say it as the title
        numbers += [number for number, line in top if heads[line] > 1 and number not in numbers]
    return {number: "running head" for one in found for number in one}


def _top(page: Sequence[Row], known: dict[int, str]) -> list[Row]:
    """The first lines of a page. Labels that stand alone may have come before the head that was printed over them."""
    written = [(number, " ".join(line.split())) for number, line in page if line.strip() and number not in known]
    return [(number, line) for number, line in written if not _is_label(line)][:NEAR]


def _is_label(line: str) -> bool:
    found = typed(line)
    return found is not None and not found[1]


def _known(page: Sequence[Row], known: dict[int, str]) -> list[str]:
    """The running heads of a page that are found already."""
    written = [(number, " ".join(line.split())) for number, line in page if line.strip()]
    return [line for number, line in written[:NEAR] if known.get(number) == "running head"]


def kept_once(pages: Sequence[Sequence[Row]], marginal: dict[int, str]) -> dict[int, str]:
    """What is left out, without the headings under a head that says the same.

    Where a chapter begins at the top of a page, its title stands there twice: in the head, and then as the heading.
    """
    kept: set[int] = set()
    for page in pages:
        last: dict[str, int] = {}
        for number, line in page:
            words = " ".join(line.split())
            if number in marginal and _is_heading(words):
                kept |= {number} if words in last else set()
                last[words] = number
    return {number: what for number, what in marginal.items() if number not in kept}


class _Heads:
    """What stays in the heads of a book, and what its headings say."""

    def __init__(self, pages: Sequence[Sequence[Row]], tops: Sequence[Sequence[Row]]) -> None:
        self.title = {word for _, line in tops[0][:TITLE] for word in line.split()} if tops[0] else set()
        firsts = [top[0][1] for top in tops if top and typed(top[0][1]) is None]
        self.staying = Counter(part for line in firsts for part in {*_beginnings(line), *_endings(line)})
        alone = Counter(line for top in tops for line in {line for _, line in top if _may_be_a_head(line)})
        self.alone = {line for line, times in alone.items() if times > 1 and times * 4 >= len(tops)}
        self.said = Counter(_sayings(pages))

    def stays(self, words: str) -> bool:
        """Whether words are the part of a head that stays."""
        parts = words.split()
        if len(parts) < LEAST_WORDS or not words[:1].isalnum():
            return False
        return self.staying[words] > 1 or all(word in self.title for word in parts)

    def says_again(self, words: str) -> bool:
        """Whether words say what a heading of the body says: the title that stands in a head."""
        return _is_heading(words) and self.said[words] > 1

    def on_page(self, top: Sequence[Row]) -> list[int]:
        """The lines of one page that are its running head."""
        if not top:
            return []
        number, line = top[0]
        if typed(line) is None and self.of_two_parts(line):
            return [number]
        again = next((place for place, (_, line) in enumerate(top) if self.says_again(line)), None)
        book = next((place for place, (_, line) in enumerate(top) if line in self.alone or self.names(line)), None)
        if book is None:
            return [top[0][0]] if again == 0 else []
        if again is None:
            return [top[book][0]] if top[book][1] in self.alone and book == 0 else []
        if min(book, again) > 0:
            return []
        return sorted((top[book][0], top[again][0]))

    def names(self, line: str) -> bool:
        """Whether a line has nothing but words of the title page, and a year or an edition with them."""
        parts = line.split()
        return len(parts) > LEAST_WORDS and parts[-1].isdigit() and all(word in self.title for word in parts)

    def of_two_parts(self, line: str) -> bool:
        """Whether a line is a part that stays and a heading, in either order."""
        parts = line.split()
        for place in range(1, len(parts)):
            first, second = " ".join(parts[:place]), " ".join(parts[place:])
            if self.stays(first) and _is_heading(second) and not _is_heading(first):
                return True
            if self.stays(second) and _is_heading(first) and not _is_heading(second):
                return True
        return False


def _may_be_a_head(words: str) -> bool:
    """Not a label, and no bare “Section 1”, which comes again in every chapter."""
    said = heading(Paragraph(words))
    return typed(words) is None and not (said and not said.title)


def _is_heading(words: str) -> bool:
    said = heading(Paragraph(words))
    return bool(said and said.title) or bool(_CONTENTS.fullmatch(words))


def _sayings(pages: Sequence[Sequence[Row]]) -> Iterator[str]:
    """What the headings of a text say, those set on two or three lines as well."""
    for page in pages:
        lines = [" ".join(line.split()) for _, line in page if line.strip() and not has_leaders(line)]
        for place, line in enumerate(lines):
            if heading(Paragraph(line)):
                for further in range(1, 4):
                    yield " ".join(lines[place : place + further])


def _beginnings(line: str) -> list[str]:
    parts = line.split()
    return [" ".join(parts[:place]) for place in range(LEAST_WORDS, len(parts) + 1)]


def _endings(line: str) -> list[str]:
    parts = line.split()
    return [" ".join(parts[place:]) for place in range(1, len(parts) + 1 - LEAST_WORDS)]
