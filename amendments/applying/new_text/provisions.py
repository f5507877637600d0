"""New text read as provisions of the place that it goes to."""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.applying.new_text.first_headings import with_headings
from amendments.applying.new_text.inline_numbers import check_closing_words, check_inline
from amendments.applying.new_text.spelled_numbers import as_read, check_no_number
from amendments.applying.refused import Refused
from grammar.levels import APART
from rulebook.diagnostics import Severity
from rulebook.numbering import (
    BULLETS,
    LETTER_CAPITAL,
    LETTER_SMALL,
    common_style,
    letter_value,
    segment,
    sort_key,
    styles,
)
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reading.reader import provisions
from rulebook.source import Source


def read_new(rulebook: Rulebook, parent: Path, text: str, wanted: str = "", heading: str = "") -> tuple[Provision, ...]:
    """The provisions that a new text makes under a parent. One without a label of its own has the label "".

    `wanted` is the label that the first is to have and `heading` what it is headed now, where those are known. Raises
    `Refused` where part of the text is before the first label of several, or is not certainly placed.
    """
    text = as_read(rulebook, parent, text, wanted, heading)
    depth = rulebook.level_under(parent)
    scheme = rulebook.scheme.below(depth)
    source = Source("the new text", text)
    found, front, _, findings = provisions(source, text, 0, scheme)
    if front:
        between = _read_between(rulebook, parent, text)
        if between is not None:
            return between
    if front and re.match(r"\(\w{1,4}\)\s", front[0]):
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{front[0].split()[0]}” is a number",
            "number the new text like its neighbours",
        )
    if front:
        below, more, _, findings = provisions(source, text, 0, scheme.below(1))
        if len(more) != len(front):
            raise Refused(
                "new-text-uncertain",
                "it is not clear which of the new words belong to which provision",
                "give each new provision its number",
            )
        kind = scheme.kind(0)
        headed = bool(scheme.levels and scheme.levels[0].word)
        if headed:
            raise Refused(
                "heading-missing",
                f"a new {kind} needs a heading",
                f"begin the new text with a line such as  {'#' * (depth + 1)} {scheme.levels[0].word} "
                f"{scheme.levels[0].style} Title",
            )
        lead, tail = _around(text, front, below)
        unlabelled = Provision(kind, "", "", lead, below, tail)
        check_inline(unlabelled)
        _check_numbers(unlabelled)
        check_closing_words(text)
        return (unlabelled,)
    doubtful = [
        finding
        for finding in findings
        if finding.code in ("level-uncertain", "paragraph-uncertain", "numbering-repeat")
    ]
    if doubtful:
        raise Refused("new-text-uncertain", f"in the new text, {doubtful[0].message}", doubtful[0].help)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise Refused("new-text-uncertain", f"in the new text, {findings[0].message}", findings[0].help)
    for provision in found:
        check_inline(provision)
        _check_numbers(provision)
    check_closing_words(text)
    if not found:
        raise Refused("text-missing", "the new words are missing", "put them after the instruction, in quotation marks")
    return with_headings(rulebook.children(parent), found)


def _check_numbers(provision: Provision) -> None:
    """Raises `Refused` where the words of a provision, or of one under it, seem to begin with a number."""
    check_no_number(provision.text)
    for child in provision.children:
        _check_numbers(child)


_TWO_LETTERS = re.compile(r"(?P<open>\(?)(?P<label>[A-Z]{2}|[a-z]{2})(?P<close>\)|\.)\s+")


def _read_between(rulebook: Rulebook, parent: Path, text: str) -> tuple[Provision, ...] | None:
    """A text that begins "BA." or "(ba)", read as what follows B in the list; None where there is no B in it."""
    match = _TWO_LETTERS.match(text)
    letters = {segment(sibling.label) for sibling in rulebook.children(parent)}
    if match is None or match["label"][0] not in letters:
        return None
    first = match["open"] + match["label"][0] + match["close"]
    found = read_new(rulebook, parent, f"{first} {text[match.end() :]}")
    return (replace(found[0], label=found[0].label.replace(match["label"][0], match["label"], 1)), *found[1:])


def _around(text: str, front: list[str], below: tuple[Provision, ...]) -> tuple[str, str]:
    """Which unlabelled paragraphs stand before the children: all of them, where they do not come after a label."""
    if not below:
        return "\n\n".join(front), ""
    first = below[0].span[0] if below[0].span else 0
    before = [words for words in front if text.find(words[:20]) < first]
    return "\n\n".join(before), "\n\n".join(front[len(before) :])


def list_of(label: str, siblings: tuple[Provision, ...]) -> tuple[int, tuple[Provision, ...]]:
    """Those among siblings that a label is counted with, and how many stand before them: the rules, or the appendices
    behind them."""
    rules = tuple(one for one in siblings if one.kind not in APART)
    behind = siblings[len(rules) :]
    if not rules or not behind or rules != siblings[: len(rules)]:
        return 0, siblings
    return (0, rules) if common_style([*(one.label for one in rules), label]) is not None else (len(rules), behind)


def fits_between(label: str, siblings: tuple[Provision, ...], index: int) -> bool:
    """Whether a label is in order before the sibling number `index`."""
    ahead, siblings = list_of(label, siblings)
    index -= ahead
    labels = [sibling.label for sibling in siblings if sibling.label not in BULLETS]
    style = common_style([*labels, label])
    if style is None:
        return False
    key = _order(label, style, labels)
    before = siblings[index - 1].label if index > 0 else None
    after = siblings[index].label if index < len(siblings) else None
    return (before is None or _order(before, style, labels) < key) and (
        after is None or key < _order(after, style, labels)
    )


def index_by_label(label: str, siblings: tuple[Provision, ...]) -> int | None:
    """Where a label belongs in a list that is in order; None where the list is in another style."""
    ahead, siblings = list_of(label, siblings)
    labels = [sibling.label for sibling in siblings]
    style = common_style([*labels, label])
    if style is None or any(other in BULLETS for other in labels):
        return None
    key = _order(label, style, labels)
    return ahead + sum(1 for other in labels if _order(other, style, labels) < key)


def _order(label: str, style: str, labels: list[str]) -> tuple[tuple[int, int, str], ...]:
    """Where a label stands in its list. AA comes after A, but after Z where the list goes so far."""
    word = segment(label).upper()
    twice = style in (LETTER_CAPITAL, LETTER_SMALL) and len(word) == 2 and word[0] == word[1]
    if twice and "Z" not in {segment(other).upper() for other in labels}:
        return ((letter_value(word[0]) or 0, 1, word[1]),)
    return sort_key(label, style)


def same_style(label: str, siblings: tuple[Provision, ...]) -> bool:
    """Whether a label is of the kind that the list has."""
    siblings = list_of(label, siblings)[1]
    if not siblings:
        return True
    if siblings[0].label in BULLETS:
        return label in BULLETS
    return common_style([*(sibling.label for sibling in siblings), label]) is not None and bool(styles(label))


def check_style(label: str, siblings: tuple[Provision, ...]) -> None:
    """Raises `Refused` where a label is of another kind than those of the list."""
    if not same_style(label, siblings):
        raise Refused(
            "label-style",
            f"“{segment(label)}” is not numbered like its neighbours ({segment(siblings[0].label)}, ...)",
            "number the new text like the provisions beside it",
        )


def labelled(provision: Provision, label: str) -> Provision:
    """The provision with a label."""
    return replace(provision, label=label)
