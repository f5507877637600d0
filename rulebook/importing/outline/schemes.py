"""Which levels a book has: the words of its headings from the top, and the numerals of each level.

The words are those of the headings that count from the beginning; one word is under another where it comes after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from grammar.levels import APART
from rulebook.importing.outline.headings import Heading
from rulebook.numbering import ARABIC, BULLET, DECIMAL, common_style, count, styles
from rulebook.provision import DEFAULT_SCHEME, Scheme

SAMPLES = {ARABIC: "1", DECIMAL: "1.1"}
"""How a scheme writes a level's numerals, where it does not write the style as it is."""


def heading_words(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The words of the book's headings ("chapter", "clause"), outermost first; without those of appendices."""
    kept = [one for one in headings if one.word not in APART]
    if not kept and headings:
        kept = list(headings)
    labels: dict[str, list[str]] = {}
    certain = Counter(one.word for one in kept if one.certain)
    for one in kept:
        labels.setdefault(one.word, []).append(one.label)
    words = [word for word, found in labels.items() if begins(found) or certain[word] > len(kept) // 20]
    return tuple(words)


def begins(labels: Iterable[str]) -> bool:
    """Whether one of the labels is the first of a list."""
    return any((count(label, style) or (0, ""))[0] == 1 for label in labels for style in styles(label))


def scheme_of(words: Sequence[str], heading_labels: Sequence[Sequence[str]], lists: Sequence[Counter[str]]) -> Scheme:
    """The scheme of a book: its headings' words with the labels met under each, and how often each numeral style was
    met at each depth below them."""
    written = [
        f"{word.title()} {_sample(common_style(list(dict.fromkeys(labels))) or ARABIC)}"
        for word, labels in zip(words, heading_labels, strict=True)
    ]
    over = written[-1].split()[-1].count(".") + 1 if written else 0  # parts that the numbers of the list begin with
    for styles_met in lists:
        counted = Counter({style: number for style, number in styles_met.items() if style != BULLET})
        if not counted:
            break
        style = counted.most_common(1)[0][0]
        depth = len(written) - len(words)
        sample = _sample(style)
        if style == DECIMAL:
            sample = ".".join(["1"] * (over + depth + 1))
        written.append(sample)
    usual = DEFAULT_SCHEME.written
    if len(words) == 2 and len(written) <= len(usual) and tuple(written) == usual[: len(written)]:
        return DEFAULT_SCHEME
    return Scheme(tuple(written)) if written else DEFAULT_SCHEME


def _sample(style: str) -> str:
    return SAMPLES.get(style, style)
