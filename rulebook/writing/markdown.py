"""A rulebook as its native Markdown file, and its provisions as the blocks that plain text has too.

What is written reads back to the same tree, and a written file is written again byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from rulebook.numbering import BULLETS
from rulebook.provision import KINDS, Provision, Rulebook, Scheme, shown_label
from rulebook.reading.headings import escaped_heading
from rulebook.reading.lines import escaped

INDENT = "    "


def to_markdown(rulebook: Rulebook) -> str:
    """The native file."""
    head = rulebook.front_matter or front_matter_of(rulebook)
    blocks = [*provision_blocks(rulebook.chapters, rulebook.scheme), *rulebook.comments]
    return head + ("\n" if head else "") + "\n\n".join(blocks) + "\n"


def front_matter_of(rulebook: Rulebook) -> str:
    """The YAML head of a rulebook that was not read from a file with one."""
    import yaml

    facts: dict[str, Any] = {"title": rulebook.title}
    if rulebook.organisation:
        facts["organisation"] = rulebook.organisation
    if rulebook.edition:
        facts["edition"] = rulebook.edition
    facts["scheme"] = list(rulebook.scheme.written)
    if rulebook.crosswalk:
        facts["crosswalk"] = dict(rulebook.crosswalk)
    return "---\n" + yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1000) + "---\n"


def provision_blocks(
    provisions: Iterable[Provision], scheme: Scheme, depth: int = 0, *, plain: bool = False, margin: int | None = None
) -> list[str]:
    """Provisions of one depth, and all under them, as the blocks that blank lines part.

    A provision of a numbered kind is written with its number even where a heading is left out above it, as in an
    appendix without clauses; its indentation counts from there. One that has a heading besides is written as a heading
    line, and so are those after it, which would else stand under it. `margin` is the depth that is not indented.
    """
    levels = scheme.levels
    headed = sum(1 for level in levels if level.word)
    margin = headed if margin is None else margin
    numbered = _numbered_kinds(scheme, headed)
    in_lines = False
    blocks: list[str] = []
    for provision in provisions:
        if not plain:
            blocks += provision.comments
        if provision.kind == "preamble":
            blocks += _paragraphs(provision.text, "")
            continue
        below, inner, base = depth + 1, "", margin
        if not provision.label or (depth < headed and provision.kind not in numbered):
            blocks.append(_heading(provision, scheme, depth, plain))
            base = max(margin, below)
            paragraphs = _paragraphs(provision.text, "")
        elif (in_lines or (provision.heading and not plain)) and provision.label not in BULLETS:
            below = base = max(depth, headed) + 1
            blocks.append(f"{'#' * below} {shown_label(provision)} {provision.heading}".rstrip())
            paragraphs = _paragraphs(provision.text, "")
        else:
            below = max(depth, margin) + 1
            indent = INDENT * max(0, depth - margin)
            inner = indent + INDENT
            label = shown_label(provision)
            first, *more = provision.text.split("\n\n") if provision.text else [""]
            if provision.heading:
                first, more = provision.heading, ([first, *more] if first else more)
            # a bullet alone on its line is read as a dash, so its words stay with it
            if first.startswith("|") and (provision.label not in BULLETS or "\n" in first):
                blocks.append(f"{indent}{label}")
                more = [first, *more]
            else:
                blocks.append(f"{indent}{label} {escaped(first)}".rstrip())
            paragraphs = [block for text in more for block in _paragraphs(text, inner)]
        in_lines = in_lines or (not plain and _has_headings((provision,), numbered))
        blocks += paragraphs
        blocks += [f"{inner}[^{mark}]: {note}" for mark, note in zip(_marks(provision), provision.notes, strict=True)]
        blocks += provision_blocks(provision.children, scheme, below, plain=plain, margin=base)
        blocks += _paragraphs(provision.tail, inner)
    return blocks


def _numbered_kinds(scheme: Scheme, headed: int) -> frozenset[str]:
    """The kinds of provisions that have a number and no word: those below the headings."""
    levels = scheme.levels
    below = {scheme.kind(depth) for depth in range(headed, len(levels) + len(KINDS))}
    return frozenset(below - {level.kind for level in levels[:headed]})


def _has_headings(siblings: Sequence[Provision], numbered: frozenset[str]) -> bool:
    """Whether any of some provisions, or of what is under them, has a heading beside its number."""
    return any(
        (one.kind in numbered and bool(one.heading) and one.label not in BULLETS)
        or not one.label
        or _has_headings(one.children, numbered)
        for one in siblings
        if one.kind != "preamble"
    )


def _heading(provision: Provision, scheme: Scheme, depth: int, plain: bool) -> str:
    """The heading line of a provision whose level has a word, or which has no number."""
    levels = scheme.levels
    word = levels[depth].word if depth < len(levels) and levels[depth].kind == provision.kind else ""
    name = f"{word or provision.kind.capitalize()} {provision.label}".strip() if provision.label else ""
    if plain:
        return "\n".join(line for line in (name, provision.heading) if line)
    heading = provision.heading if name else escaped_heading(provision.heading)
    return " ".join(part for part in ("#" * (depth + 1), name, heading) if part)


def _marks(provision: Provision) -> list[str]:
    """What the footnotes are called: as the words call them, where they call as many as there are."""
    called = list(dict.fromkeys(re.findall(r"\[\^(\w+)\]", f"{provision.heading} {provision.text} {provision.tail}")))
    return called if len(called) == len(provision.notes) else [str(place + 1) for place in range(len(provision.notes))]


def _paragraphs(text: str, margin: str) -> list[str]:
    if not text:
        return []
    found = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("|"):
            found.append("\n".join(margin + row for row in paragraph.split("\n")))
        else:
            found.append(margin + escaped(paragraph))
    return found
