"""Where the title page of a book ends, in a file that calls its headings headings.

The first heading is the title, unless the book has chapters without numbers and it is one of them. Headings under it
that have nothing of their own are names and dates.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from itertools import pairwise

from grammar.places import SENTENCE
from rulebook.importing.file.paragraphs import Form, LeftOut, Paragraph
from rulebook.importing.outline.headings import heading

RULES = re.compile(
    r"\b(?:rule ?book|rules|constitution|standing orders|bye?-?laws|articles|charter|statutes?|code|manual|guidelines"
    r"|polic(?:y|ies)|regulations|handbook|agreement)\b",
    re.IGNORECASE,
)
"""What a book of rules is called."""
_SIGNED = re.compile(r"(?:signed|signatures?|dated?)\b[^.]{0,60}", re.IGNORECASE)
_BLANK = re.compile(r"_{5,}(?!.*\.$)")
PROSE = 10  # words of a sentence; a shorter one may be an address, a motto or who holds the rights
DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(month_name[1:])})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? )"
_MADE_SO = (
    "adopted|drafted|proposed|agreed|amended|approved|effective|in force|issued|passed|published|ratified|revised"
    "|updated|modified"
)
MADE = re.compile(
    rf"(?:(?:was |were )?(?:as |last |first |original |originally )*(?:{_MADE_SO})\b"
    r"(?: (?:and|as|at|by|for|from|in|on|since|to|until|with)\b.*"
    rf"|[,:]? ?{DAY}?\d.*|:.*)?|{DAY}(?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\b.*)",
    re.IGNORECASE,
)
"""Words that say when, or by whom, the rules were made: no organisation is called that."""
MADE_THEN = re.compile(rf"\b(?:{_MADE_SO})\b.*\b(?:19|20)\d\d\b", re.IGNORECASE | re.DOTALL)
"""The same in other words: a date when they were made."""


def title_page_end(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at the beginning are the title page, as far as headings say so."""
    first = next((place for place, one in enumerate(paragraphs) if one.level or one.label or heading(one)), None)
    if first is None or not is_unnumbered(paragraphs[first]) or not _is_title(paragraphs, first):
        return 0
    end = first + 1
    while True:
        heads = [place for place in range(end, len(paragraphs)) if paragraphs[place].level][:2]
        if len(heads) < 2 or not is_unnumbered(paragraphs[heads[0]]):
            return end
        here, under = heads
        leads_in = paragraphs[under].level > paragraphs[here].level
        if leads_in or any(_is_of_the_rules(one) for one in (*paragraphs[end:here], *paragraphs[here + 1 : under])):
            return end
        end = here + 1


def without_signatures(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], tuple[LeftOut, ...]]:
    """The paragraphs without the lines at the end of a book that say when it was adopted and who signed it."""
    end = len(paragraphs)
    while end and _is_signature(paragraphs[end - 1]):
        end -= 1
    if not end or paragraphs[end - 1].level or heading(paragraphs[end - 1]):  # they are all that a heading has
        return paragraphs, ()
    out = tuple(LeftOut("adoption and signatures", one.text, one.page, one.line) for one in paragraphs[end:])
    return paragraphs[:end], out


def _is_signature(one: Paragraph) -> bool:
    if one.label or one.level or one.form is not Form.WORDS or heading(one):
        return False
    blank = _BLANK.search(one.text) and not SENTENCE.search(one.text) and len(one.text.split()) <= PROSE
    return bool(MADE.fullmatch(one.text.rstrip(".")) or _SIGNED.fullmatch(one.text) or blank)


def with_preamble(before: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What stands before the first provision, parted into the title page and the sentences after it, which are a
    preamble. On printed pages they may be anybody's foreword, and are left with the title page."""
    if any(one.page for one in before):
        return tuple(before), ()
    start = next((place for place, one in enumerate(before) if _is_prose(one)), len(before))
    words = [one for one in before[start:] if not MADE.fullmatch(one.text.rstrip("."))]
    if 2 * sum(map(_is_prose, words)) <= len(words):
        return tuple(before), ()
    kept = {id(one) for one in words}
    return tuple(one for one in before if id(one) not in kept), tuple(words)


def _is_prose(one: Paragraph) -> bool:
    whole = one.text.rstrip().endswith((".", ":", ";", ",", "”", '"')) and len(one.text.split()) >= PROSE
    return one.form is Form.WORDS and not one.level and whole and not MADE.match(one.text)


def is_unnumbered(one: Paragraph) -> bool:
    """Whether a paragraph is called a heading and has no number."""
    return bool(one.level) and not one.label and one.form is Form.WORDS and bool(one.text) and heading(one) is None


def _is_of_the_rules(one: Paragraph) -> bool:
    return bool(one.label or heading(one)) or len(one.text) > 60 or one.text.endswith(".")


def _is_title(paragraphs: Sequence[Paragraph], first: int) -> bool:
    level = paragraphs[first].level
    others = [one for one in paragraphs[first + 1 :] if one.level]
    same = [one for one in others if one.level == level and is_unnumbered(one)]
    if not others:
        return True
    following = paragraphs[first + 1] if first + 1 < len(paragraphs) else None
    bare = following is not None and bool(following.level)
    if any(one.level < level for one in others):
        return bare and following is not None and following.level < level
    if not same:
        beside = any(one.level == level for one in others)
        return not beside or bare or bool(RULES.search(paragraphs[first].text))
    if not bare:
        return False
    assert following is not None
    if following.level <= level:
        return bool(RULES.search(paragraphs[first].text)) or following.level < level
    later = _containers(paragraphs, first + 1, level)
    return not later and bool(RULES.search(paragraphs[first].text))


def _containers(paragraphs: Sequence[Paragraph], start: int, level: int) -> int:
    """How many later headings of a level have headings under them."""
    found = 0
    heads = [one for one in paragraphs[start:] if one.level]
    for one, under in pairwise(heads):
        found += one.level == level and is_unnumbered(one) and under.level > level
    return found
