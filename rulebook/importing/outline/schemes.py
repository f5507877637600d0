"""Which levels a book has: the words of its headings from the top, and the numerals of each level.

The words are those of the headings that count from the beginning. Which of two is under the other, the whole book says:
by the levels of its headings, and by whose numbers begin again under whose.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from grammar.levels import APART, rank
from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.front import is_unnumbered
from rulebook.importing.outline.headings import Heading, heading
from rulebook.importing.outline.strain import least_step
from rulebook.numbering import ARABIC, BULLET, DECIMAL, common_style, count, front_and_last, styles
from rulebook.provision import DEFAULT_SCHEME, Scheme
from rulebook.reading.headings import UNNUMBERED

SAMPLES = {ARABIC: "1", DECIMAL: "1.1"}
"""How a scheme writes a level's numerals, where it does not write the style as it is."""
COUNTS = 3.0  # the strain of a step over a gap; what strains more begins again
MOST_UNNUMBERED = 3  # levels of headings without numbers

Met = tuple[int, Heading, int]
"""Where a heading with a word stands, what it says, and the level that the file gives it."""


def heading_words(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The words of the book's headings ("chapter", "clause"), outermost first; without those of appendices. A level of
    headings without numbers that stands over others is called "heading"."""
    met = [(place, said, one.level) for place, one in enumerate(paragraphs) if (said := heading(one))]
    if met and all(said.word in APART for _, said, _ in met) and any(one.label for one in paragraphs[: met[0][0]]):
        met = []  # what stands beside the chapters, which have numbers alone
    words = _in_order(_that_count(met))
    levels = {word: median(level for _, said, level in met if said.word == word) for word in words}
    over = unnumbered_levels(paragraphs)
    found: list[str] = []
    for word in words:
        while over and levels[word] and over[0] < levels[word]:
            found.append(UNNUMBERED)
            over = over[1:]
        found.append(word)
    return (*found, *([UNNUMBERED] * len(over) if not words else []))


def unnumbered_levels(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The levels of headings without numbers that stand over numbered ones, or of all of them where none is."""
    heads = [(one.level, is_unnumbered(one)) for one in paragraphs if one.level]
    bare = {level for level, unnumbered in heads if unnumbered}
    numbered = {level for level, unnumbered in heads if not unnumbered}
    if not numbered:
        listed = any(heading(one) for one in paragraphs)
        return () if listed else tuple(sorted(bare))[:MOST_UNNUMBERED]
    over: set[int] = set()
    present: dict[int, bool] = {}
    for level, unnumbered in heads:
        present = {other: True for other in present if other < level}
        if unnumbered:
            present[level] = True
        else:
            over |= set(present)
    return tuple(sorted(over - numbered))[:MOST_UNNUMBERED]


def rungs_of(paragraphs: Sequence[Paragraph], words: Sequence[str]) -> dict[int, int]:
    """How deep headings without numbers stand that are levels of the book, by the level that the file gives them."""
    depths = [depth for depth, word in enumerate(words) if word == UNNUMBERED]
    return dict(zip(unnumbered_levels(paragraphs), depths, strict=False))


def _that_count(met: Sequence[Met]) -> list[Met]:
    """The headings whose words number the book."""
    kept = [one for one in met if one[1].word not in APART] or list(met)
    labels: dict[str, list[str]] = defaultdict(list)
    for _, said, _ in kept:
        labels[said.word].append(said.label)
    certain = Counter(said.word for _, said, _ in kept if said.certain)
    words = {word for word, found in labels.items() if begins(found) or certain[word] > len(kept) // 20}
    return [one for one in kept if one[1].word in words]


def _in_order(met: Sequence[Met]) -> list[str]:
    """The words from the outermost in."""
    words = list(dict.fromkeys(said.word for _, said, _ in met))
    above = {word: sum(_is_over(other, word, met) for other in words if other != word) for word in words}
    return sorted(words, key=lambda word: above[word])


def _is_over(upper: str, lower: str, met: Sequence[Met]) -> bool:
    """Whether a word is that of an outer level: by the file's levels, by whose numbers begin again after the other, by
    which comes first, and by how deep such words usually stand."""
    pair = [one for one in met if one[1].word in (upper, lower)]
    levels = {word: {level for _, said, level in pair if said.word == word} for word in (upper, lower)}
    if 0 not in levels[upper] | levels[lower] and max(levels[upper]) < min(levels[lower]):
        return True
    if 0 not in levels[upper] | levels[lower] and max(levels[lower]) < min(levels[upper]):
        return False
    again = _beginning_again(pair)
    if again[upper] != again[lower]:
        return again[upper] < again[lower]
    usual = rank(upper), rank(lower)
    if (
        usual[0] is not None
        and usual[1] is not None
        and usual[0] != usual[1]
        and min(Counter(said.word for _, said, _ in pair).values()) == 1
    ):
        return usual[0] < usual[1]
    return pair[0][1].word == upper


def _beginning_again(pair: Sequence[Met]) -> Counter[str]:
    """How often the numbers of each word begin again, or have the number of the other before theirs, after the other
    word was met."""
    last: dict[str, str] = {}
    found: Counter[str] = Counter()
    before = ""
    for _, said, _ in pair:
        word, label = said.word, said.label
        known = last.get(word)
        over = next((one for other, one in last.items() if other != word), "")
        decimal = bool(over) and "." in label and front_and_last(label)[0] == over
        begun_again = known is not None and before != word and least_step(known, label, COUNTS) > COUNTS
        found[word] += decimal or begun_again
        last[word], before = label, word
    return found


def begins(labels: Iterable[str]) -> bool:
    """Whether one of the labels is the first of a list."""
    return any((count(label, style) or (0, ""))[0] == 1 for label in labels for style in styles(label))


def scheme_of(words: Sequence[str], heading_labels: Sequence[Sequence[str]], lists: Sequence[Counter[str]]) -> Scheme:
    """The scheme of a book: its headings' words with the labels met under each, and how often each numeral style was
    met at each depth below them."""
    written = [_level(word, labels) for word, labels in zip(words, heading_labels, strict=True)]
    over = written[-1].split()[-1].count(".") + 1 if written else 0  # parts that the numbers of the list begin with
    for styles_met in lists:
        counted = Counter({style: number for style, number in styles_met.items() if style != BULLET})
        if not counted and written:
            break
        if not counted:  # only headings without numbers stand over the lists
            written.append(UNNUMBERED.title())
            continue
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


def _level(word: str, labels: Sequence[str]) -> str:
    if word == UNNUMBERED:
        return word.title()
    return f"{word.title()} {_sample(common_style(list(dict.fromkeys(labels))) or ARABIC)}"


def _sample(style: str) -> str:
    return SAMPLES.get(style, style)
