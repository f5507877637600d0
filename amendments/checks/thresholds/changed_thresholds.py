"""The thresholds that an amendment puts in or changes, with the words round them that may settle what they leave open.

Words hold for the sub-clause that they stand in, and for the whole clause where their own sub-clause has no threshold.
A threshold that stood in the book before, also in a provision that is replaced, is none of the amendment's doing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.applying.operations import Cut
from amendments.checks.changed_parts import Changed
from amendments.checks.submission import Submission
from amendments.checks.thresholds.thresholds import Threshold, thresholds_in
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
    parts = [(changed, found) for changed in submission.changed if (found := thresholds_in(changed.after))]
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
                span or changed.cause(threshold.words),
                span is not None,
            )


def said_elsewhere(rulebook: Rulebook, pattern: re.Pattern[str], marks: tuple[str, ...], but: str) -> tuple[str, ...]:
    """The references of the provisions that say something, outside of the sub-clause that a reference is in.

    One of the `marks` stands wherever the pattern does: a long book is soon searched for them.
    """
    own = ".".join(but.split(".")[:SUBCLAUSE])
    said = (
        path
        for path, one in rulebook.walk()
        for words in (one.text, one.tail)
        if words and any(mark in words for mark in marks) and pattern.search(words)
    )
    places = dict.fromkeys(map(rulebook.reference, said))
    return tuple(place for place in places if not (place + ".").startswith(own + "."))


def known_rules(places: tuple[str, ...], about: str) -> str:
    """“1.II.5 speaks of rounding; if that is to hold here, name it”; "" where no rule does."""
    if not places:
        return ""
    named = " and ".join(places) if len(places) < 3 else f"{places[0]} and {len(places) - 1} more"
    return f"{named} {'speaks' if len(places) == 1 else 'speak'} of {about}; if that is to hold here, name it"


def around(rulebook: Rulebook, path: Path) -> str:
    """The words that may settle what a provision leaves open."""
    return _words_round(rulebook, path)[1]


def _known(submission: Submission, parts: list[Changed]) -> Counter[str]:
    """How often each threshold stands in what the amendment changes or takes out."""
    old = [*(changed.before for changed in parts), *taken_out(submission)]
    return Counter(threshold.key for words in old for threshold in thresholds_in(words))


def taken_out(submission: Submission) -> list[str]:
    """The words of the provisions that an amendment takes out, also where it puts others in their place."""
    outcome = submission.outcome
    assert outcome is not None
    cut = [one.path for one in outcome.all_operations if isinstance(one, Cut)]
    inside = [provision for path in cut for _, provision in outcome.before.under(path)]
    return [words for provision in inside for words in (provision.text, provision.tail) if words]


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
    cause = changed.cause(threshold.words)
    if cause is None:
        return None
    between = r"\s+(?:>\s*)*"
    words = between.join(map(re.escape, threshold.words.split()))
    further = between.join(map(re.escape, threshold.of.split()[:3]))
    for pattern in (rf"\b({words})(?={between}(?:of\s+)?{further})", rf"\b({words})"):
        for match in re.compile(pattern).finditer(submission.draft.source.text, *cause):
            if match.span(1) not in taken:
                return match.span(1)
    return None
