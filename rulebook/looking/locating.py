"""Finding the provisions that a reference names in a rulebook.

A reference that could mean several places gives all of them: choosing is never done here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from grammar.levels import APART
from rulebook.numbering import BULLETS, roman_value, segment
from rulebook.provision import Path, Provision, Rulebook, Scheme
from rulebook.reading.headings import UNNUMBERED
from rulebook.reference import Step, labels_of, level_word

# Words that people use for a provision of the top level whatever its own word is, and those for one of any level below.
_TOP_WORDS = frozenset("rule section part article clause regulation division title book bylaw".split()) | {
    "standing order"
}
_LOOSE = _TOP_WORDS | frozenset("subsection subclause paragraph subparagraph subsubparagraph item point".split())


def same_label(written: str, provision: Provision, exact: bool = False) -> bool:
    """Whether a label written in a reference is the provision's: "(b)" is "B", and "4" is "IV" unless `exact`."""
    return _same(segment(written), segment(provision.label), exact)


def _same(written: str, own: str, exact: bool = False) -> bool:
    if written.casefold() == own.casefold():
        return True
    if exact:
        return False
    if written.isdigit():
        return own.isupper() and roman_value(own) == int(written)
    return own.isdigit() and written.isupper() and roman_value(written) == int(own)


@lru_cache(maxsize=64)
def heading_kinds(scheme: Scheme) -> frozenset[str]:
    """The level words of a book's own headings: what such a word means in this book is certain."""
    return frozenset(level_word(level.word) for level in scheme.levels if level.word)


def fits(rulebook: Rulebook, level: str, path: Path) -> bool:
    """Whether people may use a level word for the provision at a path."""
    return _fits(rulebook, level, rulebook.at(path).kind, len(path) - 1)


def _fits(rulebook: Rulebook, level: str, kind: str, depth: int) -> bool:
    """The same for a provision of that kind, `depth` levels down from the top."""
    if not level or level == level_word(kind) or kind == UNNUMBERED:
        return True
    if depth:
        return level in _LOOSE and kind != "chapter"
    if level in heading_kinds(rulebook.scheme):
        return False
    return level in _TOP_WORDS and (kind == "chapter" or level_word(kind) in _TOP_WORDS)


def _used(rulebook: Rulebook, path: Path, child: Provision, steps: tuple[Step, ...]) -> list[int]:
    """How many steps name a child of what stands at a path, each way that they may; nothing where they do not.

    Under 4.2, "4.2.1" is named by "1" and by "4.2.1"; under J, "J.5.3" by "5.3".
    """
    step = steps[0]
    if child.label in BULLETS or not _fits(rulebook, step.level, child.kind, len(path)):
        return []
    # "paragraph 4" under a chapter does not mean Clause IV; "Rule 5.4" and "Clause 4" do
    exact = step.level not in ("", "rule", "section", "article", level_word(child.kind))
    if same_label(step.label, child, exact):
        return [1]
    if "." not in segment(child.label):
        return []
    own, above = labels_of(child.label), labels_of(rulebook.reference(path))
    held = len(own) > len(above) and all(map(_same, above, own))
    codes = (own, own[len(above) :]) if held else (own,)
    return [len(code) for code in codes if code and _names(code, steps)]


def _names(code: list[str], steps: tuple[Step, ...]) -> bool:
    """Whether steps begin with the labels of a code, and say no level after the first."""
    labels = [segment(step.label).casefold() for step in steps[: len(code)]]
    return labels == [label.casefold() for label in code] and not any(step.level for step in steps[1 : len(code)])


def _descend(rulebook: Rulebook, path: Path, steps: tuple[Step, ...]) -> Iterator[Path]:
    if not steps:
        yield path
        return
    step, rest = steps[0], steps[1:]
    children = rulebook.children(path)
    direct = [(place, used) for place, child in enumerate(children) for used in _used(rulebook, path, child, steps)]
    as_printed = [(place, used) for place, used in direct if same_label(step.label, children[place], True)]
    for place, used in as_printed or direct:  # a "V" that is printed comes before a 5
        yield from _descend(rulebook, (*path, place), steps[used:])
    # "Section 2C" may be 2.C; but a bare code says what it means, and 5.IV.4A is not 5.IV.4.A where there is a 4A
    for split in () if direct and not step.level else _splits(steps):
        for place, child in enumerate(children):
            for used in _used(rulebook, path, child, split):
                yield from _descend(rulebook, (*path, place), split[used:])
    if not direct and step.level and path and not _loosely_direct(step):
        for below, provision in rulebook.under(path):
            if (
                len(below) > len(path) + 1
                and level_word(provision.kind) == step.level
                and same_label(step.label, provision, True)
            ):
                yield from _descend(rulebook, below, rest)


_TWO = re.compile(r"(\d+)([A-Za-z]|[ivxl]{2,})")


def _splits(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The steps with the first label that is a number and a letter, such as 2C or 7viii, made two."""
    for place, step in enumerate(steps):
        label = segment(step.label)
        parts = _TWO.fullmatch(label)
        if parts:
            yield (*steps[:place], Step(step.level, parts[1]), Step("", parts[2], step.heading), *steps[place + 1 :])
            return
        if step.level or not label.isdigit():
            return


def _by_code(rulebook: Rulebook, steps: tuple[Step, ...]) -> Iterator[Path]:
    """What is named by a code that its label holds in full: "4.2.1", "paragraph 4.2.1", "J.5.3(b)"."""
    for path in rulebook.decimals:
        code = labels_of(rulebook.at(path).label)
        for way in (steps, *_splits(steps)):
            if len(code) > 1 and _names(code, way):
                yield from _descend(rulebook, path, way[len(code) :])


def _loosely_direct(step: Step) -> bool:
    return step.level in ("chapter", "rule", "article")


def find(rulebook: Rulebook, steps: tuple[Step, ...], context: Path = ()) -> list[Path]:
    """Every provision that labels could name, seen from a context; an empty list where there is none.

    From the top where they say so or have several labels; else under the context, then under what the context is
    in; else, with no context to go by, anywhere.
    """
    if not steps:
        return [context] if context else []
    if steps[0].level == level_word(rulebook.scheme.kind(0)):  # "Chapter 5, ..." means the same wherever it stands
        if steps not in rulebook.found:
            rulebook.found[steps] = _find(rulebook, steps, context)
        found = [*rulebook.found[steps]]
    else:
        found = _find(rulebook, steps, context)
    if not found and len(steps) > 1 and steps[0].level and not any(step.level for step in steps[1:]):
        leaf = replace(steps[-1], level=steps[0].level)  # in "Paragraph 5(2)(b)" the word is that of (b)
        code = (replace(steps[0], level=""), *steps[1:-1], leaf)
        found = _unique(_by_code(rulebook, code)) or named_under(rulebook, (), code)
    nth = steps[-1].nth
    if nth and len({rulebook.reference(path).casefold() for path in found}) <= 1:  # the second of those with one number
        return [found[nth - 1 if nth > 0 else nth]] if len(found) >= abs(nth) else []
    return found


def _find(rulebook: Rulebook, steps: tuple[Step, ...], context: Path) -> list[Path]:
    if len(steps) > 1:
        coded = _unique(_by_code(rulebook, steps))
        if coded:
            return coded
    top = level_word(rulebook.scheme.kind(0))
    first = steps[0]
    absolute = first.level == top or first.level in APART or (not first.level and len(steps) > 1)
    if absolute or (first.level in _TOP_WORDS and len(steps) > 1 and not context):
        found = named_under(rulebook, (), steps)
        if not found and len(steps) > 1 and segment(first.label) in ("C", "R") and not first.level:
            found = named_under(rulebook, (), steps[1:])
        if found or first.level == top:
            return found
    for depth in range(len(context), -1, -1):
        if depth == 0 and first.level not in (top, "") and not _fits(rulebook, first.level, top, 0):
            break
        found = (
            named_under(rulebook, context[:depth], steps) if depth or first.level in (top, "") or len(steps) > 1 else []
        )
        if found:
            return found + _of_the_same_name(rulebook, steps, context, found)
    usual = ("rule", "article", "chapter") if top == "chapter" else (*_TOP_WORDS, top)  # words for the top of this book
    if not first.level or first.level in usual:
        found = named_under(rulebook, (), steps)
        if found:
            return found
    if first.level or len(steps) > 1:
        anywhere: list[Path] = []
        for path, provision in rulebook.walk():
            if (not first.level or level_word(provision.kind) == first.level) and same_label(
                first.label, provision, True
            ):
                anywhere += named_under(rulebook, path, steps[1:])
        return _unique(iter(anywhere or _numbered_through(rulebook, steps)))
    return []


def _numbered_through(rulebook: Rulebook, steps: tuple[Step, ...]) -> list[Path]:
    """What "rule 16" names where rules have no word of their own and are numbered through under parts: the highest
    numbers that are there once in the whole book."""
    level = steps[0].level
    if level not in _TOP_WORDS or level in heading_kinds(rulebook.scheme):
        return []
    for kind in (one.kind for one in rulebook.scheme.levels if not one.word):
        numbered = [(path, one) for path, one in rulebook.walk() if one.kind == kind and one.label not in BULLETS]
        labels = [segment(one.label) for _, one in numbered]
        if labels and len(labels) == len(set(labels)):
            found = [path for path, one in numbered if same_label(steps[0].label, one, True)]
            return [path for one in found for path in named_under(rulebook, one, steps[1:])]
        if labels:
            return []
    return []


def _of_the_same_name(rulebook: Rulebook, steps: tuple[Step, ...], context: Path, found: list[Path]) -> list[Path]:
    """Inside Clause I, "clause 2" is a paragraph of it; but "Clause 2" may be Clause II as well."""
    first = steps[0]
    if not first.capital or not first.label.isdigit():
        return []
    for depth in range(len(context)):
        if level_word(rulebook.at(context[: depth + 1]).kind) == first.level:
            return [path for path in named_under(rulebook, context[:depth], steps) if path not in found]
    return []


def named_under(rulebook: Rulebook, path: Path, steps: tuple[Step, ...]) -> list[Path]:
    """The provisions that steps lead to from a path downwards, whatever else they could mean."""
    return _unique(_descend(rulebook, path, steps))


def _unique(paths: Iterator[Path]) -> list[Path]:
    return list(dict.fromkeys(paths))


def run_of(rulebook: Rulebook, path: Path, to: str) -> tuple[Path, ...] | None:
    """The neighbours from a path to the one that `to` names, both taken in, with what was inserted between (5A).

    `to` is a label or more of the reference ("4", "IV.4"). None where no later neighbour is called that.
    """
    siblings = rulebook.children(path[:-1])
    for place in range(path[-1], len(siblings)):
        if ends_in(rulebook, (*path[:-1], place), to):
            return tuple((*path[:-1], between) for between in range(path[-1], place + 1))
    return None


def ends_in(rulebook: Rulebook, path: Path, to: str) -> bool:
    """Whether the reference of what stands at a path ends in some labels: 5.IV.4 in "IV.4", and in "4"."""
    labels, own = labels_of(to), labels_of(rulebook.reference(path))
    if len(labels) > len(own) or rulebook.at(path).label in BULLETS:
        return False
    return all(_same(written, label) for written, label in zip(labels, own[-len(labels) :], strict=True))
