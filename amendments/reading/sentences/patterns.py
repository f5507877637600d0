"""The regular expressions that tokens are found with."""

from __future__ import annotations

import re

from grammar.words import NAMED_MARKS

WORD = re.compile(r"[£$€]?\d+(?:[.,]\d+)+%?(?!\w)|[£$€]\d+|[^\W_]+(?:[’'-][^\W_]+)*%?|&")
ARROW = re.compile(r"[→⇒➔➜]|[-–—=]+>")
"""What some write for "becomes"."""
SPACE = re.compile(r"[\s*_\\]+")
GAP = re.compile(r"[ \t\n\u00a0*_]+")
UNIT = re.compile(
    r"(?:(?:sub[-\s]?){0,3}(?:paragraph|para|clause|section|rule|division)s?|chapters?|articles?|points?|items?|parts?"
    r"|bullets?(?:\s+points?)?|sentences?|standing\s+orders?|appendix|appendices|schedules?|definitions?|headings?"
    r"|titles?|rows?|regulations?|bye?-?laws?|provisions?|words?|text|wording|passage|lines?)(?![\w’']|-\w)",
    re.IGNORECASE,
)
NAMED_MARK = re.compile(
    r"(?:"
    + "|".join(sorted(map(re.escape, NAMED_MARKS), key=len, reverse=True)).replace(r"\ ", r"\s+")
    + r")s?(?![\w-])",
    re.IGNORECASE,
)
BOOK = re.compile(
    r"""(?:(?:the|these|our|this|all|said)\s+)*(?:whole\s+(?:of\s+)?|entire\s+)?(?:(?:the|these|our)\s+)?
        (?:present\s+|current\s+|existing\s+)?
        (?:(?:[A-Z][\w’']+\s+){0,3}(?:[Rr]ule\s?[Bb]ook|RULE\s?BOOK)(?:\s+\(?(?P<year>\d{4})\)?)?
          |(?<=\s)(?:[Rr]ules|[Bb]ye?-?[Ll]aws|[Bb]ook|[Cc]onstitution)(?:\s+of\s+(?:the\s+)?[A-Z][\w’']+(?:\s+[A-Z][\w’']+)*)?(?!\s+(?:and\s+)?[\d(]))
        (?![\w’'-])""",
    re.VERBOSE,
)
BOOK_BEGINS = re.compile(r"the|these|our|this|all|said|whole|entire|[A-Z]")
# "Section 5 of the Widgets Act of 2001 is amended by ...": another document is named. So is "8.II.1 of the standing
# orders of the council, ...".
AMENDED = (
    r"(?:is|are|shall|be)\s+(?:hereby\s+|each\s+|further\s+)*(?:be\s+)?"
    r"(?:amended|repealed|deleted|replaced|struck|omitted|to)\b"
)
DOCUMENT = re.compile(
    rf"""\s+(?:of|in)\s+(?P<name>(?:the|our|that|title)\s+(?:[^“”"\n:;,(]{{2,400}}?|[^“”"\n:]{{3,400}}?(?=,?\s+(?:is|are)\s+(?:hereby\s+|each\s+)?amended\b)))
        (?=,?\s+{AMENDED}|,\s(?![^“”"\n:]{{0,300}}\)?,?\s(?:is|are)\s(?:hereby\s+|each\s+)?amended\b)|\s*[:—–]|\s*\((?![^“”"\n:]{{0,300}}\samended\b)|\.?\s*$)""",
    re.VERBOSE,
)
DOCUMENT_FIRST = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:for|of|on|and|the|to|[A-Z][\w’'-]*))*)(?=\s*,\s)"
)
ORDINAL = re.compile(r"(?:(?P<word>[a-z]+(?:-[a-z]+)?)|(?P<figure>\d{1,3})(?:st|nd|rd|th))(?![\w-])", re.IGNORECASE)
NUMBER = r"\(?(?:\d{1,3}[A-Z]{0,2}|[A-Za-z]{1,2}|[IVXivx]{1,5})\)?(?:\([a-z0-9]{1,4}\))*(?![\w’']|\.\d)"
NUMBERS = re.compile(rf"{NUMBER}(?:(?:,\s*|\s+(?:to|and|through)\s+|\s*[-–]\s*){NUMBER})*")
NUMBER_ALONE = re.compile(NUMBER)
ASIDE = re.compile(r"\((?P<inside>[^()“”\"\n]*(?:\([^()\n]{0,12}\)[^()“”\"\n]*)*)\)")
PRINT = re.compile(
    r"[(,]?\s*(?:(?:on\s+|at\s+|from\s+|after\s+|before\s+)?(?:page|pg|p|lines?)(?![A-Za-z])\.?\s*\d+(?:\s*(?:to|-|–|and)\s*\d+)?(?:\s*,?\s*(?:on|of|at)?\s*(?=page|pg|p\b|line|col))?)+[^()\n“”,:;]{0,12}?\)?(?=[\s,:;.)]|$)",
    re.IGNORECASE,
)
DESCRIBED = re.compile(r"(?:[^\W\d_]+(?:[’'-][^\W\d_]+)*[,:–—-]*[ \t\n]+(?:and[ \t]+)?){1,2}(?=[*_]*[“‘\"'„«<*])")
