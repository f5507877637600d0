"""Rules that are not where they belong: a division in the words before it, a heading that is half a sentence, sentences
that were left out as a title page or a contents page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from grammar.levels import APART, HEADINGS
from grammar.places import SENTENCE
from rulebook.importing.grading.marks import Mark, Seen
from rulebook.importing.outline.front import MADE, PROSE
from rulebook.numbering import BULLETS, DECIMAL, common_style, count, segment, styles
from rulebook.provision import Provision
from rulebook.reading.headings import UNNUMBERED

SHORT = 7  # words of a line that may be a heading
LEAST = 8  # letters of a line in capitals; fewer may be a short form
PAGES = 3  # lines that are the same but for their figures
RULE = 5  # words of a sentence that a contents page has not
_WORD = r"[A-Z][A-Z’'&-]+"
_DIVISION = re.compile(
    rf"(?:^|(?<=[.;:!?”)])\s+)(?P<line>{_WORD}(?:,?\s+(?:{_WORD}|&|\d{{1,3}}|[IVXLC]+|[A-Z])){{0,8}}"
    rf"|(?i:{'|'.join(sorted(APART))})\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{1,5}}))$"
)
_ASKING = re.compile(r"(?:what|who|whom|whose|when|where|which|why|how|if)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
_TO_READERS = re.compile(r"\b(?:you|your|please)\b", re.IGNORECASE)
_BARE = re.compile(rf"(?i:{'|'.join(HEADINGS)})\s+(?:\d{{1,3}}|[IVXLC]{{1,6}})\.?")
_HOLLOW = re.compile(r"(?:^|(?<=\s))o\s+(?=\w)")
_ENDS = (".", ":", ";", ",", "?", "!", "”", '"', ")", "—", "–", "-")


def in_words(seen: Seen) -> Iterator[Mark]:
    """A line in capitals, or “Schedule A” alone, at the end of a paragraph of a provision: a division swallowed."""
    for path, one in seen.rulebook.walk():
        first, *further = one.text.split("\n\n")
        own = [_after_a_sentence(first) if one.label and not one.heading else first]
        for words in (_after_a_sentence(one.heading), *own, *further, *one.tail.split("\n\n")):
            found = _DIVISION.search(words)
            if found and sum(letter.isalpha() for letter in found["line"]) >= LEAST:
                yield seen.at(path, f"“{found['line']}” stands in the words, and may be a division of its own")


def _after_a_sentence(words: str) -> str:
    """The words, or nothing where they are all in capitals: what a provision begins with is no division after it."""
    return "" if words.isupper() else words


def beginning_again(seen: Seen) -> Iterator[Mark]:
    """A number that is the first of its list, after another number in it: what stands between them was not seen."""
    for path, siblings in seen.lists():
        labels = [one.label for one in siblings if one.label and one.label not in BULLETS]
        style = common_style(labels) if len(labels) > 1 else None
        if style is None or style == DECIMAL:
            continue
        numbered = [(place, one) for place, one in enumerate(siblings) if one.label and one.label not in BULLETS]
        for (_, before), (place, after) in pairwise(numbered):
            first, second = count(before.label, style), count(after.label, style)
            if before.kind == after.kind and first and first[0] and second == (1, ""):
                yield seen.at((*path, place), f"“{segment(after.label)}” begins again after “{segment(before.label)}”")


def lacking(seen: Seen) -> Iterator[Mark]:
    """Chapters whose number is not the one after that of the chapter before."""
    numbered = [(place, one) for place, one in enumerate(seen.rulebook.chapters) if one.label not in ("", *BULLETS)]
    style = common_style([one.label for _, one in numbered]) if len(numbered) > 1 else None
    if style is None:
        return
    for (_, before), (place, after) in pairwise(numbered):
        first, second = count(before.label, style), count(after.label, style)
        if before.kind == after.kind and after.heading and first and second and second[0] > first[0] + 1:
            yield seen.at((place,), f"“{segment(after.label)}” follows “{segment(before.label)}”")


def words_beside_decimals(seen: Seen) -> Iterator[Mark]:
    """“Section 1” beside 1.02, under which it may belong."""
    for path, siblings in seen.lists():
        for place, (before, after) in enumerate(pairwise(siblings)):
            apart = {before.kind, after.kind} & (APART | {UNNUMBERED, "preamble"})
            if before.kind == after.kind or apart or not before.label or not after.label:
                continue
            if (DECIMAL in styles(before.label)) != (DECIMAL in styles(after.label)):
                yield seen.at((*path, place + 1), f"“{segment(after.label)}” stands beside “{segment(before.label)}”")


def under_bullets(seen: Seen) -> Iterator[Mark]:
    """Numbers under a bullet that introduces no list, and is not the last bullet of its own."""
    for path, siblings in seen.lists():
        for place, (one, _) in enumerate(pairwise(siblings)):
            numbered = bool(one.children) and one.children[0].label not in BULLETS
            if one.label in BULLETS and numbered and one.text and not one.text.endswith((":", ",", ";", "-", "–", "—")):
                mark = segment(one.children[0].label)
                yield seen.at((*path, place), f"“{mark}” stands under “{' '.join(one.text.split()[:8])}”")


def bullets_in_words(seen: Seen) -> Iterator[Mark]:
    """The hollow bullets of a list in the words of one provision: “The cox shall o steer, o call the stroke”."""
    for path, one in seen.rulebook.walk():
        if len(_HOLLOW.findall(f"{one.text} {one.tail}")) > 1:
            yield seen.at(path, "“o” stands in the words, and may be the bullet of a list")


def cut_headings(seen: Seen) -> Iterator[Mark]:
    """A heading with the verb of a sentence and without its end, the rest of which the words under it may be."""
    for path, one in seen.rulebook.walk():
        words = one.heading
        if not SENTENCE.search(words) or words.endswith(_ENDS) or _ASKING.match(words):
            continue
        if one.text and len(words.split()) > 3 and not SENTENCE.search(one.text.split(".")[0]):
            yield seen.at(path, f"the heading “{words[:50]}” may be the beginning of a sentence")


def titles_in_words(seen: Seen) -> Iterator[Mark]:
    """A numbered provision that begins with a short line and goes on with a sentence: the line may be its heading."""
    for path, one in seen.rulebook.walk():
        first, _, rest = one.text.partition("\n\n")
        if one.label and one.label not in BULLETS and not one.heading and rest and _like_a_title(first):
            yield seen.at(path, f"“{first}” may be the heading of “{segment(one.label)}”")


def _like_a_title(words: str) -> bool:
    return bool(words[:1].isupper() and len(words.split()) <= SHORT and not words.endswith(_ENDS))


def page_lines(seen: Seen) -> Iterator[Mark]:
    """Short lines that are the same but for their figures, three of them or more: “May, p 2 of 4” of every page."""
    met: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    for path, one in seen.rulebook.walk():
        own = one.text.split("\n\n")
        for words in (*(own[1:] if one.label and not one.heading else own), *one.tail.split("\n\n")):
            if len(words.split()) <= SHORT and re.search(r"[^\W\d_].*\d|\d.*[^\W\d_]", words):
                met.setdefault(re.sub(r"\d+", "#", words), []).append((path, words))
    for places in met.values():
        if len({words for _, words in places}) >= PAGES:
            for path, words in places:
                yield seen.at(path, f"“{words}” may be the foot or the head of a page")


def contents_kept(seen: Seen) -> Iterator[Mark]:
    """A heading that is called “Contents” among the rules."""
    for path, one in seen.rulebook.walk():
        if _CONTENTS.fullmatch(one.heading):
            yield seen.at(path, f"“{one.heading}” stands among the rules")


def rules_left_out(seen: Seen) -> Iterator[Mark]:
    """A whole sentence that was left out with the title page, or with the contents and is nowhere in the rules; and a
    number with a word that was left out with the title page."""
    there = {" ".join(words.split()) for _, one in seen.rulebook.walk() for words in _texts(one)}
    for one in seen.report.left_out:
        words = " ".join(one.text.split())
        if _is_rule(one.what, words) and not any(words.rstrip(".") in text for text in there):
            yield Mark(f"“{words[:50]}” was left out as a line of the {one.what}", "", one.page, one.line)


def _is_rule(what: str, words: str) -> bool:
    least = {"title page": PROSE, "contents page": RULE}.get(what)
    if least is None or MADE.match(words) or _TO_READERS.search(words):
        return False
    if what == "title page" and _BARE.fullmatch(words):
        return True
    return len(words.split()) >= least and bool(re.search(r"[^\W\d_]{2}[.;]$", words))


def _texts(one: Provision) -> tuple[str, ...]:
    return one.heading, one.text, one.tail
