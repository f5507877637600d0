"""Finding the provisions that a reference names in a rulebook.

A reference that could mean several places gives all of them: choosing is never done here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.numbering import BULLETS, roman_value, segment
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reference import LAST, Part, Step, labels_of

_TOP_WORDS = ("rule", "section", "part", "article", "clause")

# Words that are used for a provision of any level under a clause.
_LOOSE = frozenset(
    "section subsection subclause paragraph subparagraph subsubparagraph item point rule clause article regulation "
    "part".split()
)


@dataclass(frozen=True, slots=True)
class HeadingDiffers:
    """A heading given with a number that has another heading in the book."""

    given: str
    path: Path


def same_label(written: str, provision: Provision, exact: bool = False) -> bool:
    """Whether a label written in a reference is the provision's: "(b)" is "B", and "4" is "IV" unless `exact`."""
    return _same(segment(written), segment(provision.label), exact)


def _same(written: str, own: str, exact: bool = False) -> bool:
    if written.casefold() == own.casefold():
        return True
    if exact or not written.isdigit():
        return False
    return roman_value(own) == int(written) and own.isupper()


def _fits(rulebook: Rulebook, step: Step, kind: str, depth: int) -> bool:
    """Whether a level word may be used for a provision of that kind, `depth` levels down from the top."""
    if not step.level or step.level == kind:
        return True
    if depth:
        return step.level in _LOOSE and kind != "chapter"
    own = any(level.kind == step.level for level in rulebook.scheme.levels)  # in this book it means something else
    return not own and step.level in _TOP_WORDS and kind in ("chapter", *_TOP_WORDS)


def _used(rulebook: Rulebook, path: Path, child: Provision, steps: tuple[Step, ...]) -> int:
    """How many steps name a child of what stands at a path; 0 where they do not.

    Under 4.2, "4.2.1" is named by "1" and by "4.2.1"; under J, "J.5.3" by "5.3".
    """
    step = steps[0]
    if child.label in BULLETS or not _fits(rulebook, step, child.kind, len(path)):
        return 0
    # "paragraph 4" under a chapter does not mean Clause IV; "Rule 5.4" and "Clause 4" do
    exact = step.level not in ("", "rule", "section", "article", child.kind)
    if same_label(step.label, child, exact):
        return 1
    if "." not in segment(child.label):
        return 0
    own, above = labels_of(child.label), labels_of(rulebook.reference(path))
    for code in (own[len(above) :] if own[: len(above)] == above else own, own):
        if code and _names(code, steps):
            return len(code)
    return 0


def _names(code: list[str], steps: tuple[Step, ...]) -> bool:
    """Whether steps begin with the labels of a code, and say no level after the first."""
    labels = [segment(step.label).casefold() for step in steps[: len(code)]]
    return labels == [label.casefold() for label in code] and not any(step.level for step in steps[1 : len(code)])


def _descend(rulebook: Rulebook, path: Path, steps: tuple[Step, ...]) -> Iterator[Path]:
    if not steps:
        yield path
        return
    step, rest = steps[0], steps[1:]
    children = list(enumerate(rulebook.children(path)))
    direct = False
    for place, child in children:
        used = _used(rulebook, path, child, steps)
        if used:
            direct = True
            yield from _descend(rulebook, (*path, place), steps[used:])
    # "Section 2C" may be 2.C; but a bare code says what it means, and 5.IV.4A is not 5.IV.4.A where there is a 4A
    for split in () if direct and not step.level else _splits(steps):
        for place, child in children:
            used = _used(rulebook, path, child, split)
            if used:
                yield from _descend(rulebook, (*path, place), split[used:])
    if not direct and step.level and path and not _loosely_direct(step):
        for below, provision in rulebook.under(path):
            if len(below) > len(path) + 1 and provision.kind == step.level and same_label(step.label, provision, True):
                yield from _descend(rulebook, below, rest)


def _splits(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The steps with the first label that is a number and a letter, such as 2C, made two."""
    for place, step in enumerate(steps):
        label = segment(step.label)
        if len(label) > 1 and label[:-1].isdigit() and label[-1].isalpha():
            yield (*steps[:place], Step(step.level, label[:-1]), Step("", label[-1], step.heading), *steps[place + 1 :])
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
    if steps[0].level == rulebook.scheme.kind(0):  # "Chapter 5, ..." means the same wherever it stands
        if steps not in rulebook.found:
            rulebook.found[steps] = _find(rulebook, steps, context)
        return [*rulebook.found[steps]]
    return _find(rulebook, steps, context)


def _find(rulebook: Rulebook, steps: tuple[Step, ...], context: Path) -> list[Path]:
    if len(steps) > 1:
        coded = _unique(_by_code(rulebook, steps))
        if coded:
            return coded
    top = rulebook.scheme.kind(0)
    first = steps[0]
    absolute = first.level in (top, "appendix", "schedule") or (not first.level and len(steps) > 1)
    if absolute or (first.level in ("rule", "article", "section") and len(steps) > 1 and not context):
        found = named_under(rulebook, (), steps)
        if not found and len(steps) > 1 and segment(first.label) in ("C", "R") and not first.level:
            found = named_under(rulebook, (), steps[1:])
        if found or first.level == top:
            return found
    for depth in range(len(context), -1, -1):
        if depth == 0 and first.level not in (top, "") and not _fits(rulebook, first, top, 0):
            break
        found = (
            named_under(rulebook, context[:depth], steps) if depth or first.level in (top, "") or len(steps) > 1 else []
        )
        if found:
            return found + _of_the_same_name(rulebook, steps, context, found)
    if (
        first.level in ("rule", "article", "section", top) and not (first.level == "section" and top == "chapter")
    ) or not first.level:
        found = named_under(rulebook, (), steps)
        if found:
            return found
    if first.level or len(steps) > 1:
        anywhere: list[Path] = []
        for path, provision in rulebook.walk():
            if (not first.level or provision.kind == first.level) and same_label(first.label, provision, True):
                anywhere += named_under(rulebook, path, steps[1:])
        return _unique(iter(anywhere))
    return []


def _of_the_same_name(rulebook: Rulebook, steps: tuple[Step, ...], context: Path, found: list[Path]) -> list[Path]:
    """Inside Clause I, "clause 2" is a paragraph of it; but "Clause 2" may be Clause II as well."""
    first = steps[0]
    if not first.capital or not first.label.isdigit():
        return []
    for depth in range(len(context)):
        if rulebook.at(context[: depth + 1]).kind == first.level:
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


def inward(rulebook: Rulebook, path: Path, parts: tuple[Part, ...]) -> tuple[Path, tuple[Part, ...]] | None:
    """Parts that are provisions of their own (the second bullet; the third point) made part of the path.

    None where there is no such part.
    """
    while parts:
        part = parts[0]
        children = rulebook.children(path)
        if part.unit == "bullet":
            chosen = [place for place, child in enumerate(children) if child.label in BULLETS]
        elif part.unit in ("point", "item", "clause", "subclause", "subparagraph") or (
            part.unit == "paragraph" and children and not (path and "\n\n" in rulebook.at(path).text)
        ):
            chosen = list(range(len(children)))
        else:
            return path, parts
        place = len(chosen) - 1 if part.number == LAST else part.number - 1
        if not 0 <= place < len(chosen):
            return None
        path, parts = (*path, chosen[place]), parts[1:]
    return path, parts


def headings_differ(rulebook: Rulebook, steps: tuple[Step, ...], path: Path) -> list[HeadingDiffers]:
    """The headings that a reference gives beside its numbers and that the book does not have there."""
    found = []
    for step in steps:
        if not step.heading:
            continue
        owner = next(
            (path[: depth + 1] for depth in range(len(path)) if same_label(step.label, rulebook.at(path[: depth + 1]))
             and (not step.level or step.level == rulebook.at(path[: depth + 1]).kind or step.level in _LOOSE)),
            path,
        )  # fmt: skip
        provision = rulebook.at(owner)
        if _folded(step.heading) not in (_folded(provision.heading), _folded(provision.text)):
            found.append(HeadingDiffers(step.heading, owner))
    return found


def _folded(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
