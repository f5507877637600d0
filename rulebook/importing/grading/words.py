"""The words that went in, against the words that came out: in the tree, or named among what was left out.

Only words of four letters and more are counted: numbers are made by programs, and stand in no file.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from rulebook.importing.grading.marks import Mark, Seen

LONGEST = 15  # letters: hardly a word of English has more, and none that holds a little word
VERY_LONG = 200  # letters: no words that were run together have more
MOST = 300  # lost words that are looked at one by one; where there are more, a reading is wrong anyhow
LITTLE = frozenset("the of and to in a or by for be is may shall any on that with".split())
_WORD = re.compile(r"[^\W\d_]{4,}")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\x02]\s*[\r\n]+\s*(?=[^\W\d_])")


def counted(text: str) -> Counter[str]:
    """How often each word stands in a text; words that were broken at the end of a line are whole again."""
    text = unicodedata.normalize("NFKC", _BROKEN.sub("", text).replace("\x02", "").replace("\u00ad", ""))
    return Counter(word.casefold() for word in _WORD.findall(text))


def _text_out(seen: Seen) -> str:
    """The words of the tree, its title, and what was left out."""
    book = seen.rulebook
    tree = (
        part for _, one in book.walk() for part in (one.kind, one.label, one.heading, one.text, one.tail, *one.notes)
    )
    left_out = (part for one in seen.report.left_out for part in (one.text, one.what))
    return "\n".join((book.title, book.organisation, book.edition, *tree, *left_out))


def share_lost(seen: Seen) -> float:
    """Which part of the words that went in came out nowhere."""
    went_in, text = counted(seen.plain), _text_out(seen)
    lost = went_in - counted(text)
    known = set(re.findall(r"[^\W\d_]+", text.casefold()))
    few = dict(lost.most_common(MOST))
    gone = sum(number for word, number in lost.items() if word not in few or not _known(word, known))
    return gone / max(1, sum(went_in.values()))


def _known(word: str, known: set[str]) -> bool:
    """Whether a word is others that were not parted, or half of one that was broken."""
    return bool(_made_of(word, known)) or any(
        other.startswith(word) or other.endswith(word) for other in known if len(other) > len(word) > 4
    )


def _made_of(word: str, known: set[str]) -> list[str]:
    """The other words that a word is made of, if any: two and more, one after another."""
    if len(word) > VERY_LONG:
        return []
    ways: list[list[str] | None] = [[], *[None] * len(word)]  # of each beginning of the word, the words it is made of
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST), end):
            before, piece = ways[start], word[start:end]
            if before is not None and piece != word and piece in known and (len(piece) > 1 or piece == "a"):
                ways[end] = [*before, piece]
                break
    return ways[-1] or []


def joined_words(seen: Seen) -> Iterator[Mark]:
    """A word that is longer than words are, and made of others of the book: the spaces in it were not seen."""
    known = set(re.findall(r"[^\W\d_]+", _text_out(seen).casefold()))
    for path, one in seen.rulebook.walk():
        for word in re.findall(r"[^\W\d_]+", f"{one.heading} {one.text} {one.tail}"):
            made = _made_of(word.casefold(), known) if len(word) > LONGEST else []
            if len(made) > 2 and LITTLE & set(made):
                yield seen.at(path, f"“{word[:40]}” may be several words")


def nothing(seen: Seen) -> Iterator[Mark]:
    """Words that are lost stand nowhere in the tree."""
    lost = counted(seen.plain) - counted(_text_out(seen))
    for word, number in lost.most_common(3):
        yield Mark(f"“{word}” stands {number} times more in the file than in the rules and what was left out")
