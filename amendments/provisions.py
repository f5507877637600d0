"""New text read as provisions of the place that it goes to."""

from __future__ import annotations

from dataclasses import replace

from amendments.placing import Refused
from amendments.quotations import Quotation
from rulebook.diagnostics import Severity
from rulebook.numbering import BULLET, BULLETS, common_style, count, numeral, relabel, segment, sort_key, styles
from rulebook.provision import Path, Provision, Rulebook
from rulebook.reader import provisions
from rulebook.source import Source


def read_new(rulebook: Rulebook, parent: Path, text: str) -> tuple[Provision, ...]:
    """The provisions that a new text makes under a parent. One without a label of its own has the label "".

    Raises `Refused` where part of the text is before the first label of several, or is not certainly placed.
    """
    depth = len(parent)
    scheme = rulebook.scheme.below(depth)
    source = Source("the new text", text)
    found, front, _, findings = provisions(source, text, 0, scheme)
    if front:
        below, more, _, findings = provisions(source, text, 0, scheme.below(1))
        if len(more) != len(front):
            raise Refused("new-text-uncertain", "it is not clear which of the new words belong to which provision", "give each new provision its number")
        kind = scheme.kind(0)
        headed = bool(scheme.levels and scheme.levels[0].word)
        if headed:
            raise Refused("heading-missing", f"a new {kind} needs a heading", f"begin the new text with a line such as  {'#' * (depth + 1)} {scheme.levels[0].word} {scheme.levels[0].style} Title")
        lead, tail = _around(text, front, below)
        return (Provision(kind, "", "", lead, below, tail),)
    doubtful = [finding for finding in findings if finding.code in ("level-uncertain", "paragraph-uncertain", "numbering-repeat")]
    if doubtful:
        raise Refused("new-text-uncertain", f"in the new text, {doubtful[0].message}", doubtful[0].help)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise Refused("new-text-uncertain", f"in the new text, {findings[0].message}", findings[0].help)
    if not found:
        raise Refused("text-missing", "the new words are missing", "put them after the instruction, in quotation marks")
    return found


def _around(text: str, front: list[str], below: tuple[Provision, ...]) -> tuple[str, str]:
    """Which unlabelled paragraphs stand before the children: all of them, where they do not come after a label."""
    if not below:
        return "\n\n".join(front), ""
    first = below[0].span[0] if below[0].span else 0
    before = [words for words in front if text.find(words[:20]) < first]
    return "\n\n".join(before), "\n\n".join(front[len(before) :])


def new_text(quotation: Quotation) -> str:
    """The words of a quotation as they are read: line by line where they are labelled."""
    return quotation.text


def dressed(label: str, siblings: tuple[Provision, ...]) -> str:
    """A label with the brackets that its neighbours have."""
    if label in BULLETS:
        return BULLET
    for sibling in siblings:
        if sibling.label not in BULLETS:
            own = segment(sibling.label)
            return sibling.label.replace(own, segment(label), 1) if "." not in own else segment(label)
    return label


def next_label(siblings: tuple[Provision, ...], style_if_none: str) -> str:
    """The label after the last of a list."""
    labels = [sibling.label for sibling in siblings if sibling.label]
    if labels and labels[-1] in BULLETS:
        return BULLET
    style = common_style(labels)
    if not labels:
        return numeral(1, style_if_none)
    pair = count(labels[-1], style) if style else None
    if style is None or pair is None:
        raise Refused("number-missing", "the new provision has no number, and its neighbours do not tell which", "give it one, as in  5A.")
    return relabel(labels[-1], pair[0] + 1, style)


def fits_between(label: str, siblings: tuple[Provision, ...], index: int) -> bool:
    """Whether a label is in order before the sibling number `index`."""
    labels = [sibling.label for sibling in siblings if sibling.label not in BULLETS]
    style = common_style([*labels, label])
    if style is None:
        return False
    key = sort_key(label, style)
    before = siblings[index - 1].label if index > 0 else None
    after = siblings[index].label if index < len(siblings) else None
    return (before is None or sort_key(before, style) < key) and (after is None or key < sort_key(after, style))


def index_by_label(label: str, siblings: tuple[Provision, ...]) -> int | None:
    """Where a label belongs in a list that is in order; None where the list is in another style."""
    style = common_style([*(sibling.label for sibling in siblings), label])
    if style is None or any(sibling.label in BULLETS for sibling in siblings):
        return None
    key = sort_key(label, style)
    return sum(1 for sibling in siblings if sort_key(sibling.label, style) < key)


def same_style(label: str, siblings: tuple[Provision, ...]) -> bool:
    """Whether a label is of the kind that the list has."""
    if not siblings:
        return True
    if siblings[0].label in BULLETS:
        return label in BULLETS
    return common_style([*(sibling.label for sibling in siblings), label]) is not None and bool(styles(label))


def labelled(provision: Provision, label: str) -> Provision:
    """The provision with a label."""
    return replace(provision, label=label)
