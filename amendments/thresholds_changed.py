"""The thresholds that an amendment puts in or changes, with the words round them that may settle what they leave open.

Words hold for the sub-clause that they stand in, and for the whole clause where their own sub-clause has no threshold.
A threshold that stood in the book before, also in a provision that is replaced, is none of the amendment's doing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.operations import Cut
from amendments.seams import Changed, changed_parts
from amendments.submission import Submission
from amendments.thresholds import Threshold, thresholds_in
from rulebook.provision import Path, Rulebook
from rulebook.source import Span

SUBCLAUSE = 3  # labels in the reference of a sub-clause: chapter, clause and its own


@dataclass(frozen=True, slots=True)
class NewThreshold:
    """A threshold that the amendment puts in.

    `place` is the reference of its provision in the new book. `own` are the words of that provision, `near` those of
    its sub-clause, and `around` all that may settle what it leaves open. `span` is where it stands in the draft, and
    `exact` says that these are its own words and no more.
    """

    threshold: Threshold
    place: str
    own: str
    near: str
    around: str
    span: Span | None
    exact: bool

    @property
    def words(self) -> str:
        """The threshold with what it is of, as a message shows it."""
        of = self.threshold.of
        return f"{self.threshold.words} of {of}" if of else self.threshold.words

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words round it say something."""
        return bool(pattern.search(self.around))


def new_thresholds(submission: Submission) -> Iterator[NewThreshold]:
    """Each threshold that an amendment puts in or changes, in the order of the new book, none twice."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    parts = [(changed, found) for changed in changed_parts(outcome) if (found := thresholds_in(changed.after))]
    if not parts:
        return
    after = outcome.applied.rulebook
    known = _known(submission, [changed for changed, _ in parts])
    taken: set[Span] = set()
    for changed, found in parts:
        near, around = _words_round(after, changed.path)
        for threshold in found:
            if known[threshold.key]:
                known[threshold.key] -= 1
                continue
            span = _in_draft(submission, changed, threshold, taken)
            if span:
                taken.add(span)
            yield NewThreshold(
                threshold,
                after.reference(changed.path),
                _words(after, changed.path),
                near,
                around,
                span or changed.cause,
                span is not None,
            )


def said_elsewhere(rulebook: Rulebook, pattern: re.Pattern[str], but: str) -> str:
    """The reference of the first provision that says something, outside of the sub-clause that has a reference."""
    own = ".".join(but.split(".")[:SUBCLAUSE])
    for path, provision in rulebook.walk():
        if pattern.search(provision.text) or pattern.search(provision.tail):
            reference = rulebook.reference(path)
            if not (reference + ".").startswith(own + "."):
                return reference
    return ""


def around(rulebook: Rulebook, path: Path) -> str:
    """The words that may settle what a provision leaves open."""
    return _words_round(rulebook, path)[1]


def _known(submission: Submission, parts: list[Changed]) -> Counter[str]:
    """How often each threshold stands in what the amendment changes or takes out."""
    outcome = submission.outcome
    assert outcome is not None
    old = [changed.before for changed in parts]
    for operations in outcome.operations:
        for one in operations:
            if isinstance(one, Cut):
                inside = [provision for _, provision in outcome.before.under(one.path)]
                old += [words for provision in inside for words in (provision.text, provision.tail)]
    return Counter(threshold.key for words in old for threshold in thresholds_in(words))


def _words_round(rulebook: Rulebook, path: Path) -> tuple[str, str]:
    near = _words(rulebook, path[:SUBCLAUSE])
    clause = rulebook.at(path[: SUBCLAUSE - 1])
    others = [clause.text, clause.tail]
    for place in range(len(clause.children)):
        if (*path[: SUBCLAUSE - 1], place) != path[:SUBCLAUSE]:
            words = _words(rulebook, (*path[: SUBCLAUSE - 1], place))
            if not thresholds_in(words):
                others.append(words)
    return near, "\n".join([near, *others])


def _words(rulebook: Rulebook, path: Path) -> str:
    inside = (provision for _, provision in rulebook.under(path))
    return "\n".join(words for provision in inside for words in (provision.text, provision.tail) if words)


def _in_draft(submission: Submission, changed: Changed, threshold: Threshold, taken: set[Span]) -> Span | None:
    """Where a threshold stands in the draft, in the instruction that puts it in."""
    if changed.cause is None:
        return None
    between = r"\s+(?:>\s*)*"
    words = between.join(map(re.escape, threshold.words.split()))
    further = between.join(map(re.escape, threshold.of.split()[:3]))
    for pattern in (rf"\b({words})(?={between}(?:of\s+)?{further})", rf"\b({words})"):
        for match in re.compile(pattern).finditer(submission.draft.source.text, *changed.cause):
            if match.span(1) not in taken:
                return match.span(1)
    return None
