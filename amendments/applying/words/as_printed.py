"""New words put in the place of old ones that stay in part: what does not change is kept as the book prints it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from amendments.applying.places import Region
from amendments.applying.refused import Refused
from amendments.applying.words.left_out import Pieces, pieces_of, stretches
from amendments.applying.words.patterns import occurrences, plain, sentences
from rulebook.provision import Path, Rulebook

_TOKEN = re.compile(r"\w+(?:[’'‘ʼ]\w+)*(?:(?<=s)[’'](?=\s|$))?|[^\w\s]")
_KEPT = re.compile(r"\w[’'‘ʼ]|[–—‐‑‒−-]")
LONGEST = 3000  # tokens that are compared; more are taken as they are written


def as_printed(new: str, old: str) -> str:
    """New words with the apostrophes and dashes of the book where the words do not change."""
    if not old or not _KEPT.search(old) or not _KEPT.search(new) or plain(new) == plain(old):
        return new
    ours, theirs = list(_TOKEN.finditer(new)), list(_TOKEN.finditer(old))
    if len(ours) + len(theirs) > LONGEST:
        return new
    a, b = [plain(one[0]) for one in theirs], [plain(one[0]) for one in ours]
    changed: list[tuple[int, int, str]] = []
    for start, start_new, size in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for step in range(size):
            printed, written = theirs[start + step][0], ours[start_new + step]
            if printed != written[0] and _KEPT.search(printed):
                changed.append((*written.span(), printed))
    for start, end, printed in reversed(changed):
        new = new[:start] + printed + new[end:]
    return new


def left_alone(rulebook: Rulebook, match: Region, old: str, new: str) -> Iterator[tuple[Path, str, int, int, str]]:
    """What new words come to where old ones stand: a stretch for each piece that an ellipsis parts from others.

    Raises `Refused` where the ellipses of the two do not correspond.
    """
    path, part, start, end = match
    theirs, ours = pieces_of(old), pieces_of(new)
    words = rulebook.part(path, part)[start:end]
    if not ours.has_ellipsis and not (theirs.before or theirs.after):
        yield path, part, start, end, new
        return
    if ours.has_ellipsis and occurrences(words, old) and theirs.are_several and not (theirs.before or theirs.after):
        yield path, part, start, end, new  # the book itself has the ellipsis
        return
    if not ours.has_ellipsis and not theirs.are_several and _meets(rulebook, match, theirs, new):
        yield path, part, start, end, new
        return
    if theirs.shape() != ours.shape():
        raise Refused(
            "new-text-uncertain",
            f"the old and the new words do not leave out the same: “{_short(old)}” and “{_short(new)}”",
            "give both in full, or put an ellipsis in the new words wherever there is one in the old",
        )
    if not theirs.are_several:
        yield path, part, start, end, ours.words[0]
        return
    spans = stretches(words, theirs.words)[0]
    pairs = [pair for pair in zip(spans, ours.words, strict=True) if plain(words[slice(*pair[0])]) != plain(pair[1])]
    for (a, b), piece in pairs or [(spans[0], ours.words[0])]:
        yield path, part, start + a, start + b, piece


def _meets(rulebook: Rulebook, match: Region, old: Pieces, new: str) -> bool:
    """Whether new words without an ellipsis can only stand for what is quoted: they begin, or end, where that does."""
    path, part, start, end = match
    text = rulebook.part(path, part)
    span = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    same = [plain(words).split() for words in (old.words[0], new)]
    begins = same[0][0] == same[1][0] or (new[:1].islower() and text[span[0]].isupper() and start > span[0])
    open_end = new.rstrip()[-1:] not in (".", ";", ":", "!", "?") and text[end:].strip() != ""
    ends = same[0][-1] == same[1][-1] or open_end
    return (begins or not old.before) and (ends or not old.after)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
