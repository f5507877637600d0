"""What stands before the first provision: the title, the organisation and the edition, and words that are none of them.

The file's own properties say the title where its pages do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rulebook.importing.file.paragraphs import Document, LeftOut, Paragraph
from rulebook.importing.outline.front import DAY, MADE, RULES

_EDITION = re.compile(
    r"(?:(?:edition|version|issue)\s*:?\s*(?P<after>.+)|(?P<before>.+?)\s+edition"
    r"|(?:rule ?book|rules|constitution)?\s*(?P<year>(?:19|20)\d\d(?:[/–-]\d{2,4})?))",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(?:chapter|clause|article|section|rule|appendix)\s+(?:\d|[IVXLC]+\b|[A-Z]\b)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_DATED = re.compile(rf"(?P<words>.+?),? {DAY}?(?P<year>(?:19|20)\d\d(?:[/–-]\d{{2,4}})?)(?: edition)?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_NAME = re.compile(r"\W*(?:v(?:er)?\.?\s*)?\d[\d.,\s/-]*|.*(?:@|https?:|www\.).*|:.*", re.IGNORECASE | re.DOTALL)
"""What has no letters but those of a version, and addresses."""
_GOES_ON = re.compile(r"(?:of|for)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:.* )?(?:of|for) the", re.IGNORECASE)
_WHOSE = re.compile(
    rf"(?P<what>.*{RULES.pattern}(?: of (?:incorporation|association|conduct))?.*?)"
    r"\b(?:of|for) (?:the )?(?P<whose>[A-Z\[].*)",
    re.IGNORECASE,
)
LONGEST = 100  # characters of a title; what is longer is words


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The names of a book, and the words before its first provision, all of which are left out of the rules."""

    title: str
    organisation: str
    edition: str
    left_out: tuple[LeftOut, ...]


def _is_sentence(words: str) -> bool:
    return len(words) > LONGEST or words.endswith(".")


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines, a name that goes on in the next one made whole: “Constitution” over “of the Dunmere League”."""
    found: list[str] = []
    for words in lines:
        if (
            found
            and (_GOES_ON.match(words) or _UNFINISHED.fullmatch(found[-1]))
            and len(found[-1]) + len(words) < LONGEST
        ):
            found[-1] = f"{found[-1]} {words}"
        else:
            found.append(words)
    return found


def title_page(before: Sequence[Paragraph], document: Document) -> TitlePage:
    """What the words before the first provision say."""
    title = organisation = edition = ""
    named = [one.text for one in document.left_out if one.what in ("title", "title page")]
    headed = {
        one.text
        for one, under in pairwise(before)
        if one.level and _is_sentence(under.text) and not MADE.match(under.text)
    }
    called = {one.text for one in before[:1] if one.level}  # by the file: a title may end in “Inc.”
    for words in _joined([*named, *(one.text for one in before)]):
        if len(words) > LONGEST or _HEADED.search(words) or _CONTENTS.fullmatch(words) or _NO_NAME.fullmatch(words):
            continue
        if words.endswith((".", ";")) and words not in called:
            continue
        if MADE.fullmatch(words):
            years = _YEAR.findall(words)
            edition = edition or (years[-1] if years else "")
            continue
        year = _EDITION.fullmatch(words)
        dated = None if year and year["after"] else _DATED.fullmatch(words)
        if dated and not organisation and title:
            words, edition = dated["words"], edition or dated["year"]
            year = _EDITION.fullmatch(words)
        if year and (year["after"] or not edition):
            edition = edition or (year["after"] or year["before"] or year["year"]).strip("“”\"' .")
            if year["before"] and "," in edition:
                organisation, _, edition = (part.strip() for part in edition.rpartition(","))
        elif not title:
            title = words
        elif not organisation and words not in headed:  # what has words under it is their heading
            organisation = words
    if RULES.search(organisation) and not RULES.search(title):
        title, organisation = organisation, title
    title = title or document.title
    whose = _WHOSE.fullmatch(title)
    if whose and not organisation and whose["whose"][0].isupper():
        organisation = whose["whose"]
    left_out = tuple(LeftOut("title page", f"{one.label} {one.text}".strip(), one.page, one.line) for one in before)
    return TitlePage(title, organisation or document.organisation, edition or document.edition, left_out)
