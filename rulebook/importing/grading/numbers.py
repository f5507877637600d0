"""Numbers that no rulebook has: a decimal under another number, a list that begins anew in its middle.

A gap may be the book's own, since provisions are repealed; where the number that is lacking stands elsewhere in the
tree, or in the words, it is the reading's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from grammar.levels import LEVEL_WORD
from rulebook.importing.grading.marks import Mark, Seen
from rulebook.numbering import BULLETS, DECIMAL, common_style, count, next_letters, relabel, segment, styles
from rulebook.provision import Provision

_CELLS = re.compile(r"\n?\|(?:[\s|-]*\|)?")
_LABEL = r"""\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)\s+\S                   # (b) words
      | \d{1,3}(?:\.\d{1,3}){1,3}\.?\s+[A-Z“"]                           # 4.2 Words
      | (?:\d{1,2}|[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})[.)]\s+[A-Z“"]"""  # 3. Words
_LABELLED = re.compile(_LABEL, re.VERBOSE)
_NUMBERED = re.compile(
    rf"""(?i:{LEVEL_WORD})\s*(?:\d{{1,3}}(?:\.\d{{1,3}})*|[IVXLCl]{{1,6}}|[A-Z])(?:\s*[.:–—-]|\s+["“A-Z]) | {_LABEL}""",
    re.VERBOSE,
)
_ENDED = r"(?:^|[.;:,]\s+(?:and\s+|or\s+)?)"
_TWO_LETTERS = re.compile(rf"{_ENDED}(\([a-z]{{2}}\)|[a-z]{{2}}[.)])(?=\s+\S)")


def misplaced_decimals(seen: Seen) -> Iterator[Mark]:
    """A decimal number whose front is the number of nothing that it stands under: 2.1 under 1.6."""
    for path, one in seen.rulebook.walk():
        front, dot, _ = segment(one.label).rpartition(".")
        if not dot or len(path) < 2 or styles(one.label) != (DECIMAL,):
            continue
        above = [seen.rulebook.at(path[:length]) for length in range(1, len(path))]
        if not _leads_to([*_numbers(above)], front):
            yield seen.at(path, f"“{segment(one.label)}” stands under “{segment(above[-1].label)}”")


def _numbers(above: list[Provision]) -> Iterator[str]:
    """The numbers that may stand before the last of a decimal: those of what it stands under, alone or all together."""
    written = [segment(one.label) for one in above]
    figures = [_figure(label) for label in written]
    for start in range(len(written)):
        for labels in (written, figures):
            yield ".".join(labels[start:])
    yield from written
    yield from figures


def _leads_to(numbers: list[str], front: str) -> bool:
    return front.lower() in {number.lower() for number in numbers} or _figured(front) in numbers


def _figured(front: str) -> str:
    return ".".join(_figure(part) for part in front.split("."))


def _figure(label: str) -> str:
    """IV as 4, B as 2; a decimal as it is."""
    if "." in label:
        return label
    for style in styles(label):
        value = count(label, style)
        if value is not None:
            return f"{value[0]}{value[1]}"
    return label


def begun_anew(seen: Seen) -> Iterator[Mark]:
    """A number that is lower than the one before it, or the same, in one list."""
    for path, siblings in seen.lists():
        for place, before, after, first, second in _steps(siblings):
            if second <= first:
                yield seen.at((*path, place), f"“{segment(after.label)}” follows “{segment(before.label)}”")


def numbers_elsewhere(seen: Seen) -> Iterator[Mark]:
    """A number that is lacking in a list, and that a provision close by has, or words: it is in the wrong place."""
    for path, siblings in seen.lists():
        for place, before, after, first, second in _steps(siblings):
            if second[0] <= first[0] + 1:
                continue
            lacking = _following(before)
            if lacking and (_in_words(before, lacking) or _under(before, lacking)):
                yield seen.at(
                    (*path, place),
                    f"“{segment(after.label)}” follows “{segment(before.label)}”, and “{lacking}” is near",
                )


def swallowed_numbers(seen: Seen) -> Iterator[Mark]:
    """The number that comes next in a list, in the words of the last of the list; after (aa) also (ab), (ac), (ad), and
    after (ba) the same."""
    for path, siblings in seen.lists():
        last = siblings[-1]
        if last.label in BULLETS or not last.label:
            continue
        following = _following(last)
        found = [following] if following and _in_words(last, following) else []
        before = last.label
        for label in _TWO_LETTERS.findall(f"{last.text} {last.tail}"):
            if next_letters(segment(before), segment(label)):
                found.append(label)
                before = label
        for label in dict.fromkeys(found):
            yield seen.at((*path, len(siblings) - 1), f"“{label}” stands in the words of “{segment(last.label)}”")


def unread_numbers(seen: Seen) -> Iterator[Mark]:
    """A paragraph without a number of its own whose words begin with one: "§2 The name", "Section 3: Quorum".

    The words right after a number may begin so ("Section 8 does not apply"), those after a bullet with a level word.
    """
    for path, one in seen.rulebook.walk():
        first, *further = one.text.split("\n\n")
        begun = [(words, _NUMBERED) for words in (*further, *one.tail.split("\n\n"))]
        if one.heading or not one.label:
            begun.append((first, _NUMBERED))
        elif one.label in BULLETS:
            begun.append((first, _LABELLED))
        for paragraph, pattern in begun:
            words = _CELLS.sub(" ", paragraph).strip()
            if pattern.match(words):
                yield seen.at(path, f"“{words[:40].rstrip()}…” begins with a number that was not read as one")


def ones_in_ones(seen: Seen) -> Iterator[Mark]:
    """A list of one whose number is that of what it stands under, as written: 1. under 1., where each item is “1.”."""
    for path, siblings in seen.lists():
        over = seen.rulebook.at(path) if path else None
        if over is None or over.heading or over.label in BULLETS:
            continue
        if len(siblings) == 1 and siblings[0].label == over.label:
            yield seen.at((*path, 0), f"“{over.label}” stands alone under another “{over.label}”")


def late_beginnings(seen: Seen) -> Iterator[Mark]:
    """A list that begins with another number than the first, and goes on with none of the lists before it."""
    last: dict[tuple[int, str], int] = {}
    for path, siblings in seen.lists():
        labels = [one.label for one in siblings if one.label and one.label not in BULLETS]
        style = common_style(labels) if labels else None
        if style is None:
            continue
        values = [value[0] for label in labels if (value := count(label, style))]
        if not values:
            continue
        key = len(path), style
        if values[0] > 1 and last.get(key) != values[0] - 1 and not _one_higher(last, values[0]):
            yield seen.at((*path, 0), f"a list begins with “{segment(labels[0])}”")
        last[key] = values[-1]


def _one_higher(last: dict[tuple[int, str], int], value: int) -> bool:
    return value - 1 in last.values()


def mixed_lists(seen: Seen) -> Iterator[Mark]:
    """Numbers of two kinds side by side: 1, 2, a, b."""
    for path, siblings in seen.lists():
        numbered = [(place, one) for place, one in enumerate(siblings) if one.label and one.kind == siblings[0].kind]
        for (_, before), (place, after) in pairwise(numbered):
            if not set(styles(before.label)) & set(styles(after.label)):
                yield seen.at((*path, place), f"“{segment(after.label)}” follows “{segment(before.label)}”")


def _steps(
    siblings: tuple[Provision, ...],
) -> Iterator[tuple[int, Provision, Provision, tuple[int, str], tuple[int, str]]]:
    """Each two provisions of a list that follow one another, with the place of the second and what both count."""
    labels = [one.label for one in siblings if one.label and one.label not in BULLETS]
    style = common_style(labels) if len(labels) > 1 else None
    if style is None:
        return
    for place, (before, after) in enumerate(pairwise(siblings)):
        first, second = count(before.label, style), count(after.label, style)
        if first is not None and second is not None and before.kind == after.kind:
            yield place + 1, before, after, first, second


def _following(one: Provision) -> str:
    """The label after a provision's own, in the same dress."""
    for style in styles(one.label):
        value = count(one.label, style)
        if value is not None:
            return relabel(one.label, value[0] + 1, style)
    return ""


def _in_words(one: Provision, label: str) -> bool:
    """Whether a label begins a part of the words of a provision: after a stop, with words after it."""
    dress = label if label.endswith((")", ".")) else f"{label}."
    pattern = re.compile(rf"{_ENDED}{re.escape(dress)}\s+\S", re.MULTILINE)
    return any(pattern.search(words) for words in (one.text, one.tail))


def _under(one: Provision, label: str) -> bool:
    return any(child.label == label for child in one.children)
